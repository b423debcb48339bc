import { Card } from '@/ui';
import styles from './Gallery.module.css';

const pairs = [
  ['bg', 'text'],
  ['raised', 'muted'],
  ['sunken', 'text'],
  ['accent', 'on-accent'],
  ['accent-soft', 'accent'],
  ['ok-soft', 'ok'],
  ['warn-soft', 'warn'],
  ['bad-soft', 'bad'],
  ['inverse', 'on-inverse'],
] as const;

/** The colours, each with the one that is written on it. */
export function Tokens() {
  return (
    <div className={styles.wide}>
      <Card title="Colours and type">
        <div className={styles.swatches}>
          {pairs.map(([ground, ink]) => (
            <div
              key={ground}
              className={styles.swatch}
              style={{ background: `var(--${ground})`, color: `var(--${ink})` }}
            >
              {ink} on {ground}
            </div>
          ))}
        </div>
        <p>
          Body 13/20. Names in many scripts: Ελένη Παππά, Ольга Иванова, Katarzyna Wójcik, Dara Ní Bhriain.
          1,234,567,890
        </p>
        <h3>Heading of a part</h3>
        <small>Meta 12/16, for what is said beside</small>
      </Card>
    </div>
  );
}
