import { useEffect, useState } from 'react';

/** True once what is there was painted; then it stays true. What nobody waits for begins after what everybody does. */
export function usePainted(isThere: boolean): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    if (!isThere) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const after = () => (timer ??= setTimeout(() => setPainted(true)));
    const frame = requestAnimationFrame(after);
    const hidden = setTimeout(after, 200); // a page in the background has no frames
    return () => {
      cancelAnimationFrame(frame);
      [hidden, timer].forEach(clearTimeout);
    };
  }, [isThere]);
  return isPainted;
}
