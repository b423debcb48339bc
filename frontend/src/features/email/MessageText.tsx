import { stretches } from './links';
import styles from './MessageText.module.css';

/** The text of a message as it was written; its addresses can be followed, in a window of their own, where that is right. */
export function MessageText({ text, hasLinks }: { text: string; hasLinks: boolean }) {
  return (
    <div className={styles.text}>
      {hasLinks
        ? stretches(text).map((stretch, index) =>
            stretch.isLink ? (
              <a key={index} href={stretch.text} target="_blank" rel="noopener noreferrer">
                {stretch.text}
              </a>
            ) : (
              stretch.text
            ),
          )
        : text}
    </div>
  );
}
