/** What may show something else once a group was changed, or who is in it. */
export const touched = {
  touches: ['Group', 'GroupConnection', 'User', 'UserConnection', 'Viewer', 'Change', 'ChangeConnection'],
};
