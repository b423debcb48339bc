import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Unplug } from 'lucide-react';
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { Button, EmptyState, PageHeader, showToast } from '@/ui';

/** A screen that failed to load or to draw: a lost connection, or a version of the application that was replaced. */
function Failed() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Something went wrong`} />
      <EmptyState
        icon={Unplug}
        title={t`This page could not be shown.`}
        actions={<Button variant="primary" onPress={() => location.reload()}>{t`Load again`}</Button>}
      >
        {t`The connection may have been lost, or Portico may have been updated in the meantime.`}
      </EmptyState>
    </>
  );
}

/** Keeps the rail and the bar when a screen fails; going elsewhere tries anew, since it is keyed by the path. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

/** A component that is fetched when it is first shown, and the way to fetch it anew after that failed. */
export function useFetched<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const [Fetched, setFetched] = useState(() => lazy(load));
  return [Fetched, () => setFetched(lazy(load))] as const;
}

interface AsideProps {
  /** It could not be fetched: closes it, so that opening it again tries anew. */
  onFail: () => void;
  children: ReactNode;
}

/** Keeps everything when something that opens over it cannot be fetched, as offline: says so instead. */
export class Aside extends Component<AsideProps, { hasFailed: boolean }> {
  state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  componentDidCatch() {
    showToast({ message: i18n._(msg`That could not be loaded. Try again in a moment.`), tone: 'bad' });
    this.props.onFail();
  }

  render() {
    return this.state.hasFailed ? null : <Suspense>{this.props.children}</Suspense>;
  }
}
