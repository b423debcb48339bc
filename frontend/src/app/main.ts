import '@/ui/tokens.css';
import '@/ui/base.css';
import { publicPaths, routes } from '@/lib/routes';

// Each part is a bundle of its own: the pages for everyone stay small, and the gallery stays out of production.
const hasGallery = import.meta.env.DEV || import.meta.env.VITE_GALLERY === '1';

if (hasGallery && location.pathname === routes.gallery) void import('./gallery/start');
else if (publicPaths.includes(location.pathname)) void import('./public/start');
else void import('./hub/start');
