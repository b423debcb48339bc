import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import type { WarningCode } from '@/gen/graphql';
import { Confirm } from '@/ui';

/** What stood in the way of sending: nothing was sent, and whoever insists sends it with these codes. */
export interface SendWarning {
  message: string;
  codes: WarningCode[];
}

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What follows from a yes. */
  children?: ReactNode;
  confirmLabel?: string;
  /** Sends, and tells of a warning that came instead; never throws. */
  send: (override?: WarningCode[]) => Promise<SendWarning | undefined>;
}

/** Asks before a mail goes out, and once more where there is a warning: an address that mail came back from. */
export function SendConfirm({ title, isOpen, onClose, children, confirmLabel, send }: Props) {
  const { t } = useLingui();
  const [warning, setWarning] = useState<SendWarning>();
  const leadsOn = useRef(false);
  const close = () => {
    leadsOn.current = false;
    setWarning(undefined);
    onClose();
  };
  return (
    <>
      <Confirm
        title={title}
        isOpen={isOpen && !warning}
        confirmLabel={confirmLabel}
        onClose={() => {
          if (!leadsOn.current) close();
        }}
        onConfirm={async () => {
          const found = await send();
          leadsOn.current = !!found;
          setWarning(found);
        }}
      >
        {children}
      </Confirm>
      <Confirm
        title={t`Send it all the same?`}
        isOpen={isOpen && !!warning}
        confirmLabel={t`Send anyway`}
        onClose={close}
        onConfirm={async () => void (await send(warning?.codes))}
      >
        {warning?.message}
      </Confirm>
    </>
  );
}
