import { useEffect, useEffectEvent, useRef } from 'react';
import styles from './Preview.module.css';
import { fill } from './fill';

interface Props {
  html: string;
  /** Its accessible name. */
  title: string;
  /** How wide the screen is on which it is read, in pixels. Where there is less room it is shown smaller. */
  width: number;
  isDark: boolean;
}

/** An email on a screen of its own, in which nothing runs, loads, asks or leads anywhere. */
export function PreviewFrame({ html, title, width, isDark }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);

  const fit = useEffectEvent(() => {
    const root = frame.current?.contentDocument?.documentElement;
    if (!room.current || !frame.current || !root) return;
    const scale = Math.min(1, room.current.clientWidth / width);
    const { style } = frame.current;
    style.inlineSize = `${width}px`;
    // A document is never less high than its window.
    style.blockSize = '0';
    const height = Math.max(160, root.scrollHeight);
    style.blockSize = `${height}px`;
    style.transform = `scale(${scale})`;
    room.current.style.blockSize = `${Math.ceil(height * scale)}px`;
  });
  const show = useEffectEvent(() => {
    const into = frame.current?.contentDocument;
    if (!into?.body) return;
    fill(into, html, isDark);
    fit();
  });

  useEffect(() => show(), [html, isDark, width]);
  useEffect(() => {
    const at = frame.current;
    const again = () => show();
    // Its own empty document comes later than the frame.
    at?.addEventListener('load', again);
    const sizes = new ResizeObserver(() => fit());
    if (room.current) sizes.observe(room.current);
    return () => {
      at?.removeEventListener('load', again);
      sizes.disconnect();
    };
  }, []);

  return (
    <div ref={room} className={styles.room}>
      <iframe ref={frame} title={title} sandbox="allow-same-origin" srcDoc="<!doctype html>" className={styles.frame} />
    </div>
  );
}
