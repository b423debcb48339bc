import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { ExportFormat, UserFilter } from '@/gen/graphql';
import { routes } from '@/lib/routes';
import { useSwitchedOff } from '@/lib/viewer';
import { MenuAt, returnFocus } from '@/ui';
import { ExportDialog } from './ExportDialog';

interface Props {
  at: HTMLElement;
  /** What the list finds, where it leaves anybody out. */
  filter?: UserFilter;
  onClose: () => void;
}

/** The menu **Import & Export**, and the window that its entries lead to. */
export default function ExportMenu({ at, filter, onClose }: Props) {
  const { t } = useLingui();
  const off = useSwitchedOff('EXPORT');
  const [format, setFormat] = useState<ExportFormat>();
  const leadsOn = useRef(false);
  const close = () => {
    onClose();
    returnFocus(at);
  };
  if (format) return <ExportDialog format={format} filter={filter} onClose={close} />;
  const entry = (format: ExportFormat, label: string) => ({
    id: format,
    label,
    isDisabled: off !== undefined,
    reason: off || t`Exports are switched off.`,
    onAction: () => {
      leadsOn.current = true;
      setFormat(format);
    },
  });
  return (
    <MenuAt
      at={at}
      label={t`Import & Export`}
      items={[
        {
          id: 'export',
          label: t`Export`,
          entries: [entry('XLSX', t`Generate XLSX file`), entry('CSV', t`Generate CSV file`)],
        },
        { id: 'files', entries: [{ id: 'exports', label: t`Exports`, href: routes.exports }] },
      ]}
      onClose={() => {
        if (!leadsOn.current) close();
      }}
    />
  );
}
