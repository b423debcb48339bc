import { type ReactNode, useEffect } from 'react';
import { PageTitle } from '@/ui';

/** What has happened, under a heading that takes the focus: what was pressed is gone. */
export function Done({ title, lead, children }: { title: string; lead: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, []);
  return (
    <>
      <PageTitle title={title} lead={lead} />
      {children}
    </>
  );
}
