/** How many rows a page has, unless a list says otherwise. */
export const usualPageSize = 50;
