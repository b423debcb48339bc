import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { Button, Card, Note, Skeleton, Tabs } from '@/ui';
import styles from './Preview.module.css';
import { PreviewFrame } from './PreviewFrame';
import type { Words } from './templateQuery';
import { usePartNames } from './usePartNames';

const PreviewQuery = graphql(`
  query TemplatePreview($input: TemplatePreviewInput!) {
    templatePreview(input: $input) {
      subject
      text
      html
      userErrors {
        code
        field
        message
      }
      warnings {
        code
        message
      }
    }
  }
`);

/** How wide the screens are, in pixels: the reading pane of a mail program, and a phone. */
const desktop = 680;
const phone = 390;

/** How long nothing is typed before the preview is asked for, in milliseconds. */
const pause = 300;

/** What is typed, once it rests. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** What the words look like to somebody made up, as the server would send them, saved or not. */
export default function Preview({ id, words }: { id: string; words: Words }) {
  const { t } = useLingui();
  const rested = useRested(words);
  const { data, failure, refetch } = useQuery(PreviewQuery, { input: { id, ...rested } });
  const shown = data?.templatePreview;
  const html = shown?.html;
  const nameOf = usePartNames();
  const frame = (title: string, width: number, isDark: boolean) =>
    html ? (
      <div className={width === phone ? `${styles.screen} ${styles.narrow}` : styles.screen}>
        <PreviewFrame {...{ html, title, width, isDark }} />
      </div>
    ) : null;
  return (
    <Card title={t`Preview`} lead={shown?.subject ? t`Subject: ${shown.subject}` : undefined}>
      {failure && (
        <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={refetch}>{t`Retry`}</Button>} />
      )}
      {!shown && !failure && <Skeleton lines={8} />}
      {shown && shown.userErrors.length > 0 && (
        <Note tone="bad" role="status" title={t`It cannot be sent like this.`}>
          <ul>
            {shown.userErrors.map(({ field, message }, index) => (
              <li key={index}>
                {field?.[0] ? `${nameOf(field[0])}: ` : ''}
                {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {shown && (
        <Tabs
          label={t`Preview as`}
          items={[
            { id: 'desktop', label: t`Desktop`, content: frame(t`Preview, desktop`, desktop, false) },
            { id: 'mobile', label: t`Mobile`, content: frame(t`Preview, mobile`, phone, false) },
            { id: 'dark', label: t`Dark`, content: frame(t`Preview, dark`, desktop, true) },
            {
              id: 'text',
              label: t`Plain text`,
              content: <pre className={styles.text}>{shown.text}</pre>,
            },
          ]}
        />
      )}
    </Card>
  );
}
