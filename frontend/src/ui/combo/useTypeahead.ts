import { useRef } from 'react';
import type { Option } from '../Option';
import { fold } from './matching';

/** Letters that follow each other within this time, in milliseconds, belong to one word. */
const pause = 600;

/** Finds the option whose name starts with the letters typed just now; -1 for none. */
export function useTypeahead(items: readonly Option[]): (letter: string) => number {
  const typed = useRef({ text: '', at: 0 });
  return (letter) => {
    const now = Date.now();
    const text = (now - typed.current.at < pause ? typed.current.text : '') + letter;
    typed.current = { text, at: now };
    return items.findIndex((item) => fold(item.name).startsWith(fold(text)));
  };
}
