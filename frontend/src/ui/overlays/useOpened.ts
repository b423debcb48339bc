import { useState } from 'react';

/** True from the first time that something is open: its code is loaded then, and stays for its closing motion. */
export function useOpened(isOpen: boolean): boolean {
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  return isOpen || wasOpened;
}
