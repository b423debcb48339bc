import { useEffect, useRef } from 'react';
import type { MessageState } from '@/gen/graphql';

const pause = 1500;
const mostLooks = 20;

/** Looks again, for half a minute at most, while a message is still on its way out. */
export function useArrivals(states: readonly MessageState[], look: () => void) {
  const isWaiting = states.includes('QUEUED');
  const looks = useRef(0);
  useEffect(() => {
    if (!isWaiting) {
      looks.current = 0;
      return;
    }
    const timer = setInterval(() => {
      looks.current += 1;
      if (looks.current > mostLooks) clearInterval(timer);
      else look();
    }, pause);
    return () => clearInterval(timer);
  }, [isWaiting, look]);
}
