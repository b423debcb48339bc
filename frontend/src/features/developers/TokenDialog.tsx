import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CopyButton, Dialog, Note, Row, Stack, TextField } from '@/ui';

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
        <Row>
          <CopyButton text={token} />
        </Row>
      </Stack>
    </Dialog>
  );
}
