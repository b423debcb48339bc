import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import TemplateList from './templates/TemplateList';

// A screen of its own would be named in what loads first.
const TemplatePage = lazy(() => import('./TemplatePage'));

/** **Templates**: all of them, or the one that the address names. */
export default function TemplatesPage() {
  const { id } = useParams();
  if (!id) return <TemplateList />;
  return (
    <Suspense>
      <TemplatePage />
    </Suspense>
  );
}
