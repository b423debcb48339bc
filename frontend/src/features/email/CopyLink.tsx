import { useLingui } from '@lingui/react/macro';
import { CopyButton, TextField } from '@/ui';

/** A link to hand over: in a field to copy from, with a button where the browser lets a page copy. */
export function CopyLink({ link }: { link: string }) {
  const { t } = useLingui();
  return (
    <>
      <TextField label={t`Link`} hideLabel isReadOnly value={link} />
      <CopyButton text={link} label={t`Copy link`} />
    </>
  );
}
