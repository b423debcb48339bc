import { use, useEffect, useEffectEvent, useRef } from 'react';
import { useViewer } from '@/lib/viewer';
import { FollowContext, isLetter, undoLast } from '@/ui';
import { allowed, creations, sections } from './places';

/** How long after G the second key still counts, in milliseconds. */
const patience = 1500;

const isText = (target: EventTarget | null) =>
  !!(target as Element | null)?.closest?.('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]');

/** The keys that work on every screen: `?` explains, G and a letter go, C creates, Ctrl Z takes back. */
export function useShellKeys({ onHelp, onCreate }: { onHelp: () => void; onCreate: () => void }) {
  const follow = use(FollowContext);
  const viewer = useViewer();
  const wentAt = useRef(-Infinity);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (isUndo && !isText(event.target) && undoLast()) event.preventDefault();
    if (!isLetter(event)) return;
    const key = event.key.toLowerCase();

    const isSecond = event.timeStamp - wentAt.current < patience;
    wentAt.current = key === 'g' && !isSecond ? event.timeStamp : -Infinity;
    const places = allowed(
      sections.flatMap((section) => section.places),
      viewer,
    );
    const place = isSecond ? places.find(({ letter }) => letter === key) : undefined;
    const [creation, ...others] = allowed(creations, viewer);
    if (place) follow?.(place.href);
    else if (isSecond) return;
    else if (key === '?') onHelp();
    else if (key === 'c' && creation) {
      if (others.length > 0) onCreate();
      else follow?.(creation.href);
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
