import { useLingui } from '@lingui/react/macro';
import encodeQR from 'qr';
import { useMemo } from 'react';
import styles from './QrCode.module.css';

/** A text as a QR code, dark on white in both themes, since scanners want it so. */
export function QrCode({ text }: { text: string }) {
  const { t } = useLingui();
  const { size, path } = useMemo(() => {
    const rows = encodeQR(text, 'raw', { border: 4 });
    const dots = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: rows.length, path: dots.join('') };
  }, [text]);
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t`QR code for your authenticator app`}
      shapeRendering="crispEdges"
    >
      <path className={styles.dark} d={path} />
    </svg>
  );
}
