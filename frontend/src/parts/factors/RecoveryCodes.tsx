import { Trans, useLingui } from '@lingui/react/macro';
import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { Button, Note, Row } from '@/ui';
import styles from './QrCode.module.css';

/** Recovery codes, shown this once, to keep. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;

  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'portico-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  };

  return (
    <>
      <Note tone="warn" title={t`Keep these recovery codes.`}>
        <Trans>Each lets you in once without the app. They are not shown again.</Trans>
      </Note>
      <ul className={styles.codes} aria-label={t`Recovery codes`}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Row>
        <Button
          icon={Copy}
          onPress={() =>
            void navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {isCopied ? t`Copied` : t`Copy`}
        </Button>
        <Button icon={Download} onPress={download}>{t`Download`}</Button>
      </Row>
    </>
  );
}
