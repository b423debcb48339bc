import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useRef } from 'react';
import type { Failure } from '@/lib/failure';
import { Button, Note, Row, useSight } from '@/ui';

interface Props {
  /** What `usePages` gives. */
  list: { hasMore: boolean; loadMore: () => unknown; moreFailure: Failure | undefined; retry: () => void };
  /** What is said beside the button: how many there are in all. */
  children?: ReactNode;
  /** Reads on by itself as well when the end comes near. */
  isEndless?: boolean;
}

/** The end of a list that is no Grid: the way to its next page, or why that did not come. */
export function More({ list, children, isEndless }: Props) {
  const { t } = useLingui();
  const { hasMore, loadMore, moreFailure, retry } = list;
  if (moreFailure) {
    return (
      <Note tone="bad" role="alert" title={moreFailure.message} actions={<Button onPress={retry}>{t`Retry`}</Button>} />
    );
  }
  if (!hasMore) return null;
  return (
    <Row>
      {isEndless && <End onNear={loadMore} />}
      <Button onPress={() => void loadMore()}>{t`Show more`}</Button>
      {children && <small>{children}</small>}
    </Row>
  );
}

function End({ onNear }: { onNear: () => unknown }) {
  const end = useRef<HTMLSpanElement>(null);
  useSight(
    end,
    useCallback((isNear: boolean) => isNear && void onNear(), [onNear]),
  );
  return <span ref={end} />;
}
