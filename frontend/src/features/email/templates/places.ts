/** Where the templates are; apart from the routes of the hub, since nothing else leads here. */
export const places = {
  all: '/email/templates',
  one: (id: string) => `/email/templates/${encodeURIComponent(id)}`,
};
