import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, Note, Row, Stack, TextField } from '@/ui';

interface Props {
  name: string;
  token: string;
  /** What becomes of the token before this one, if there is one. */
  isRotated?: boolean;
  onClose: () => void;
}

/** A token, the once that it is shown. */
export function TokenDialog({ name, token, isRotated, onClose }: Props) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  // Browsers give pages the clipboard over https and on this machine only.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  const copy = () =>
    clipboard?.writeText(token).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Dialog
      title={t`Token of ${name}`}
      isOpen
      onClose={onClose}
      footer={<Button variant="primary" onPress={onClose}>{t`Done`}</Button>}
    >
      <Stack>
        <Note tone="warn" title={<Trans>Copy it now: it is not shown again.</Trans>}>
          {isRotated && <Trans>The token before this one works for one more day.</Trans>}
        </Note>
        <TextField label={t`Token`} isReadOnly value={token} />
        {clipboard && (
          <Row>
            <Button icon={isCopied ? Check : Copy} onPress={() => void copy()}>
              {isCopied ? t`Copied` : t`Copy`}
            </Button>
          </Row>
        )}
      </Stack>
    </Dialog>
  );
}
