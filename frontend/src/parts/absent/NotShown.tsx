import { useLingui } from '@lingui/react/macro';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Failure } from '@/lib/failure';
import { Button, EmptyState, LinkButton, Note, PageBody, type PageBodyProps, PageHeader, Skeleton } from '@/ui';

interface Props {
  /** The way to where it was opened from. */
  back: { href: string; label: string };
  /** The answer came, and it is not in it. */
  isMissing: boolean;
  failure: Failure | undefined;
  refetch: () => void;
  /** What kind of thing it is, as the heading until it is here. */
  title: string;
  /** What is said where there is none: what does not exist and what may not be seen are never told apart. */
  missing: { icon: LucideIcon; title: string; sentence: string };
  layout?: PageBodyProps['layout'];
  /** That its feature is switched off, in which case nothing else is said. */
  off?: ReactNode;
}

/** The page of a thing that is not here: on its way, gone or out of sight, or not to be read just now. */
export function NotShown({ back, isMissing, failure, refetch, title, missing, layout, off }: Props) {
  const { t } = useLingui();
  if (!off && (isMissing || failure?.kind === 'refused')) {
    return (
      <>
        <PageHeader title={missing.title} back={back} />
        <EmptyState
          icon={missing.icon}
          title={missing.sentence}
          actions={<LinkButton href={back.href}>{back.label}</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={title} back={back} />
      <PageBody layout={layout}>
        {off ||
          (failure ? (
            <Note
              tone="bad"
              role="alert"
              title={failure.message}
              actions={<Button onPress={refetch}>{t`Retry`}</Button>}
            />
          ) : (
            <Skeleton lines={6} />
          ))}
      </PageBody>
    </>
  );
}
