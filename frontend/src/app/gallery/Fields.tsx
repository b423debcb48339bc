import { AtSign } from 'lucide-react';
import { useState } from 'react';
import {
  Card,
  ComboBox,
  type Option,
  PasswordField,
  type Picked,
  SearchField,
  Select,
  TagPicker,
  TextField,
} from '@/ui';

const roles: Option[] = [
  { id: 'member', name: 'Member', description: 'No administration' },
  { id: 'super', name: 'Super User', description: 'Reads all, changes nothing about access' },
  { id: 'global', name: 'Global Administrator', isDisabled: true, reason: 'You may not grant this role.' },
];

const groups: Option[] = ['Board', 'Staff', 'Members', 'Auditors', 'Søndag'].map((name) => ({ id: name, name }));

/** Text, choices from lists, passwords. */
export function Fields() {
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [password, setPassword] = useState('horse bat');
  const [role, setRole] = useState('member');
  const [company, setCompany] = useState<Option | null>(null);
  const [picked, setPicked] = useState<Picked[]>([
    { id: 'Board', name: 'Board' },
    { id: 'Board 2027', name: 'Board 2027', isNew: true },
  ]);
  return (
    <>
      <Card title="Text fields">
        <TextField label="First Name" isRequired value={text} onChange={setText} autoComplete="off" />
        <TextField
          label="Email"
          icon={AtSign}
          defaultValue="ana@"
          error="Complete the address."
          description="Where invitations go."
        />
        <TextField
          label="Cell Phone"
          defaultValue="12"
          warning="This does not look like a phone number."
          description="With the country code."
        />
        <TextField
          label="Account email"
          isReadOnly
          defaultValue="chidi@okonkwo.example"
          description="Email can't be changed. Create a new user for a new address."
        />
        <TextField label="Extension" isDisabled defaultValue="417" />
        <TextField label="Note" multiline placeholder="Only seen by administrators" />
        <SearchField
          label="Search users"
          value={search}
          onChange={setSearch}
          placeholder="Name, email, login, company, phone"
          shortcut="/"
        />
      </Card>
      <Card title="Lists and passwords">
        <Select label="Assigned Role" options={roles} value={role} onChange={setRole} description="What they may do." />
        <Select
          label="Authentication Factor Provider"
          options={roles}
          value={null}
          onChange={setRole}
          error="Choose one."
        />
        <Select label="Contract" options={roles} value="super" onChange={setRole} isDisabled />
        <ComboBox
          label="Company"
          options={groups}
          value={company}
          onChange={setCompany}
          createLabel={(name) => `Add "${name}"`}
          placeholder="Search companies"
        />
        <TagPicker
          label="Groups"
          options={groups}
          value={picked}
          onChange={setPicked}
          createLabel={(name) => `Add "${name}"`}
          placeholder="Search groups"
        />
        <TagPicker
          label="Customers"
          options={groups}
          value={[]}
          onChange={() => {}}
          placeholder="Search customers"
          error="Choose at least one."
        />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          rules={[
            { label: '8 to 128 characters', isMet: password.length >= 8 },
            { label: 'No space at the start or the end', isMet: password === password.trim() },
            { label: 'Not one that everybody uses', isMet: false },
          ]}
        />
        <PasswordField label="Password" autoComplete="current-password" error="Login name or password is wrong." />
      </Card>
    </>
  );
}
