import { type RefObject, useEffect, useState } from 'react';
import { isLetter } from '@/ui';

/**
 * The text of a search box over a state that is in the address: written there when typing pauses, and read from there
 * when the address changes by itself.
 */
export function useSearchText(q: string, onSettled: (q: string) => void, milliseconds = 150) {
  const [text, setText] = useState(q);
  const [shown, setShown] = useState(q);
  const wanted = text.trim();
  if (q !== shown) {
    setShown(q);
    // Spaces at the ends stay in the box while somebody types on.
    if (q !== wanted) setText(q);
  }
  useEffect(() => {
    if (wanted === q) return;
    const timer = setTimeout(() => onSettled(wanted), milliseconds);
    return () => clearTimeout(timer);
  }, [wanted, q, onSettled, milliseconds]);
  return [text, setText] as const;
}

/** Moves the focus to a search box when `/` is pressed anywhere but in a field. */
export function useSlash(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isLetter(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [input]);
}
