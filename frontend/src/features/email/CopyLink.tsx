import { useLingui } from '@lingui/react/macro';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button, TextField } from '@/ui';

/** A link to hand over: in a field to copy from, with a button where the browser lets a page copy. */
export function CopyLink({ link }: { link: string }) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  // Browsers give pages the clipboard over https and on this machine only.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  return (
    <>
      <TextField label={t`Link`} hideLabel isReadOnly value={link} />
      {clipboard && (
        <Button
          icon={isCopied ? Check : Copy}
          onPress={() =>
            void clipboard.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {isCopied ? t`Copied` : t`Copy link`}
        </Button>
      )}
    </>
  );
}
