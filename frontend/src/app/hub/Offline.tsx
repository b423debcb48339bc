import { useLingui } from '@lingui/react/macro';
import { CloudOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { refreshAll } from '@/lib/client';
import { useOffline, watchedFetch } from '@/lib/connection';
import styles from './Shell.module.css';

/** How often to look whether the server is back, in milliseconds. */
const pause = 4000;

/** A strip at the foot, where it moves nothing, while nothing new can be read; when that is over, what is on the screen is asked for again. */
export function Offline() {
  const { t } = useLingui();
  const client = useClient();
  const isOffline = useOffline();
  const wasOffline = useRef(false);
  useEffect(() => {
    if (!isOffline && wasOffline.current) refreshAll(client);
    wasOffline.current = isOffline;
    if (!isOffline) return;
    const timer = setInterval(() => void watchedFetch('/healthz', { cache: 'no-store' }).catch(() => undefined), pause);
    return () => clearInterval(timer);
  }, [isOffline, client]);
  return (
    <div role="status" className={styles.offline}>
      {isOffline && (
        <p>
          <CloudOff aria-hidden size={16} strokeWidth={1.6} />
          {t`You are offline. What you see may be out of date.`}
        </p>
      )}
    </div>
  );
}
