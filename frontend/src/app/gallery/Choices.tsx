import { useState } from 'react';
import { Badge, Card, Checkbox, ChoiceTable, RadioGroup, Switch } from '@/ui';

/** Yes or no, one of a few. */
export function Choices() {
  const [isChecked, setChecked] = useState(true);
  const [isOn, setOn] = useState(true);
  const [when, setWhen] = useState('now');
  const [given, setGiven] = useState(['read']);
  const table = {
    label: 'Permissions',
    columns: ['Permission', 'Risk'],
    groups: [
      {
        title: 'Users',
        rows: [
          { id: 'read', name: 'See users', description: 'Find users and open their cards.' },
          { id: 'delete', name: 'Delete users', description: 'For good.', mark: <Badge tone="warn">some</Badge> },
          { id: 'roles', name: 'Edit roles', isDisabled: true, reason: "You don't have this yourself." },
        ],
      },
    ],
  } as const;
  return (
    <Card title="Choices">
      <Checkbox label="Override warnings" value={isChecked} onChange={setChecked} />
      <Checkbox label="Some of them" value={false} isIndeterminate onChange={setChecked} />
      <Checkbox label="With a hint" description="What it means to tick it." value={false} onChange={setChecked} />
      <Checkbox label="Refused" error="Tick it to go on." value={false} onChange={setChecked} />
      <Checkbox label="Disabled" value={false} onChange={setChecked} isDisabled />
      <Checkbox label="Disabled and ticked" value onChange={setChecked} isDisabled />
      <Switch
        label="Send invitation to create a password"
        value={isOn}
        onChange={setOn}
        description="The link works for 24 hours."
      />
      <Switch label="Receives email communication" value={false} onChange={setOn} />
      <Switch label="Disabled" value onChange={setOn} isDisabled />
      <RadioGroup
        label="When"
        value={when}
        onChange={setWhen}
        options={[
          { id: 'now', name: 'Now' },
          { id: 'job', name: 'At the next Notification job', description: 'Today 18:00' },
          { id: 'never', name: 'Never', isDisabled: true, reason: 'Only over the API.' },
        ]}
      />
      <ChoiceTable {...table} value={given} onChange={setGiven} />
      <ChoiceTable {...table} value={given} isReadOnly />
    </Card>
  );
}
