import { type ReactNode, useSyncExternalStore } from 'react';

/** Takes a change back. `expiresAt`, in milliseconds of this device's clock, says until when that is possible. */
export type Undo = (() => void | Promise<void>) & { expiresAt?: number };

export interface Toast {
  message: ReactNode;
  tone?: 'ok' | 'bad';
  /** Takes it back; the toast then closes. Not offered any more once it has expired. */
  undo?: Undo;
}

export interface Said extends Toast {
  id: number;
  /** When it was said, in milliseconds. */
  at: number;
  /** It is still on the screen. */
  isShown: boolean;
}

const mostShown = 3;
const mostKept = 20;
let said: readonly Said[] = [];
let lastId = 0;
let seen = 0;
const listeners = new Set<() => void>();

function set(next: readonly Said[]) {
  said = next;
  listeners.forEach((listener) => listener());
}

const change = (id: number, part: Partial<Said>) =>
  set(said.map((each) => (each.id === id ? { ...each, ...part } : each)));

/** Says what was done, for ten seconds, wherever the viewer is by then; the bell keeps it longer. At most three are shown. */
export function showToast(toast: Toast): void {
  const shown = said.filter((each) => each.isShown);
  const tooMany = shown.slice(0, Math.max(0, shown.length - mostShown + 1)).map(({ id }) => id);
  const before = said.map((each) => (tooMany.includes(each.id) ? { ...each, isShown: false } : each));
  set([...before, { ...toast, id: ++lastId, at: Date.now(), isShown: true }].slice(-mostKept));
}

/** Forgets all that was said, for tests and for signing out. */
export function clearToasts(): void {
  seen = lastId;
  set([]);
}

export const closeToast = (id: number): void => change(id, { isShown: false });

/** Says whether something can still be taken back. */
export const isUndoable = ({ undo }: Toast): boolean => !!undo && (undo.expiresAt ?? Infinity) > Date.now();

/** Takes one thing back, once. */
export function undoToast(toast: Said): void {
  const { undo } = toast;
  if (!undo || !isUndoable(toast)) return;
  change(toast.id, { isShown: false, undo: undefined });
  void undo();
}

/** Takes the last thing back that still can be; says whether there was one. */
export function undoLast(): boolean {
  const last = said.findLast(isUndoable);
  if (last) undoToast(last);
  return !!last;
}

/** What was said of late has been looked at. */
export function seeToasts(): void {
  seen = lastId;
  set(said.slice());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What was said of late, the newest last. */
export const useToasts = (): readonly Said[] => useSyncExternalStore(subscribe, () => said);

/** How many of them nobody has looked at in the bell. */
export const useUnseenToasts = (): number =>
  useSyncExternalStore(subscribe, () => said.filter(({ id }) => id > seen).length);
