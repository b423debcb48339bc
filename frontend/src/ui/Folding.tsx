import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useSight } from './useSight';

export interface FoldingProps {
  children: ReactNode;
  /** It came near to sight, or left; always the same function, since a new one is told anew. */
  onSight?: (isNear: boolean) => void;
}

/**
 * A part of a long list: while it is far out of sight it is an empty box of its size, so that a list of thousands weighs
 * no more than what can be seen. What has the focus stays.
 */
export function Folding({ children, onSight }: FoldingProps) {
  const box = useRef<HTMLDivElement>(null);
  const [blockSize, setBlockSize] = useState<number>();
  useSight(
    box,
    useCallback(
      (isNear: boolean, height: number) => {
        const mayFold = !isNear && !box.current?.contains(document.activeElement);
        setBlockSize(mayFold ? height : undefined);
        onSight?.(isNear);
      },
      [onSight],
    ),
  );
  return (
    <div ref={box} style={{ blockSize }}>
      {blockSize === undefined && children}
    </div>
  );
}
