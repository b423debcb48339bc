import { useLingui } from '@lingui/react/macro';
import { ChoiceMenu } from '@/ui';
import { columnIds, type ColumnId, type Density, type ListLook } from './look';

interface Props {
  at: HTMLElement;
  look: Pick<ListLook, 'columns' | 'density'>;
  onChange: (look: Partial<ListLook>) => void;
  onClose: () => void;
}

/** Which columns the list has, and how high its rows are. */
export default function Columns({ at, look, onChange, onClose }: Props) {
  const { t } = useLingui();
  const names: Record<ColumnId, string> = {
    email: t`Email`,
    status: t`Status`,
    role: t`Role`,
    groups: t`Groups`,
    lastSignIn: t`Last sign-in`,
    title: t`Title`,
    cellPhone: t`Cell Phone`,
    officePhone: t`Office Phone`,
    extension: t`Extension`,
    company: t`Company`,
    loginName: t`Login Name`,
    created: t`Created`,
    consent: t`Consent`,
  };
  return (
    <ChoiceMenu
      label={t`Columns and row height`}
      at={at}
      onClose={onClose}
      groups={[
        {
          id: 'density',
          label: t`Rows`,
          mode: 'single',
          options: [
            { id: '32', label: t`Compact` },
            { id: '40', label: t`Normal` },
            { id: '48', label: t`Roomy` },
          ],
          chosen: [String(look.density)],
          onChange: ([density]) => onChange({ density: Number(density) as Density }),
        },
        {
          id: 'columns',
          label: t`Columns`,
          mode: 'multiple',
          options: columnIds.map((id) => ({ id, label: names[id] })),
          chosen: look.columns,
          onChange: (chosen) => onChange({ columns: columnIds.filter((id) => chosen.includes(id)) }),
        },
      ]}
    />
  );
}
