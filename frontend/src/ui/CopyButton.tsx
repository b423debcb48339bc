import { useLingui } from '@lingui/react/macro';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './Button';

export interface CopyButtonProps {
  text: string;
  /** What stands on it; **Copy** unless said. */
  label?: string;
}

/** Copies a text, and says so. Nothing where the browser lets no page copy: over http, from another machine. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useLingui();
  const [copied, setCopied] = useState<string>();
  const { clipboard } = navigator as { clipboard?: Clipboard };
  const isCopied = copied === text;
  return (
    clipboard && (
      <Button
        icon={isCopied ? Check : Copy}
        onPress={() =>
          void clipboard.writeText(text).then(
            () => setCopied(text),
            () => setCopied(undefined),
          )
        }
      >
        {isCopied ? t`Copied` : (label ?? t`Copy`)}
      </Button>
    )
  );
}
