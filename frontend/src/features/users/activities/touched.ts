/** What a mutation of activities may change on the screen. */
export const touched = { touches: ['Activity', 'ActivityConnection'] };
