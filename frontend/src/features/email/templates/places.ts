import { routes } from '@/lib/routes';

/** Where the templates are, and one of them, to which nothing else leads. */
export const places = {
  all: routes.templates,
  one: (id: string) => `${routes.templates}/${encodeURIComponent(id)}`,
};
