import '@/ui/tokens.css';
import '@/ui/base.css';
import { firstUsers, UsersQuery } from '@/features/users/usersQuery';
import { askAhead } from '@/lib/ahead';
import { isPublic, routes } from '@/lib/routes';
import { ViewerQuery } from './hub/viewerQuery';

// Each part is a bundle of its own: the pages for everyone stay small, and the gallery stays out of production.
const hasGallery = import.meta.env.DEV || import.meta.env.VITE_GALLERY === '1';

if (hasGallery && location.pathname === routes.gallery) void import('./gallery/start');
else if (isPublic(location.pathname) || document.getElementById('no-access')) void import('./public/start');
else {
  // Who is looking, and what at, is answered while the hub is on its way: this module needs none of it.
  askAhead(ViewerQuery, {});
  const users = firstUsers();
  if (users) askAhead(UsersQuery, users);
  void import('./hub/start');
  // A browser takes twenty milliseconds for the first of these: now, while it waits for that code, rather than with the rows.
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'short' }).format();
}
