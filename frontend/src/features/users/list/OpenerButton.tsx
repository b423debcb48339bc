import type { LucideIcon } from 'lucide-react';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { Button } from '@/ui';

interface Props {
  label: string;
  icon: LucideIcon;
  /** What it opens, which is loaded when it is first opened. */
  children: (at: HTMLElement, close: () => void) => ReactNode;
}

/** A button that opens a menu which does not come with the list. */
export function OpenerButton({ label, icon, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button ref={button} icon={icon} aria-haspopup="menu" aria-expanded={!!at} onPress={() => setAt(button.current)}>
        {label}
      </Button>
      {at && <Suspense>{children(at, () => setAt(null))}</Suspense>}
    </>
  );
}
