import { useState } from 'react';
import { Card, Figures, FileDrop, Stack, Steps, Table } from '@/ui';

const problems = [
  { id: '1', row: 17, column: 'Email', problem: 'Not an email address.' },
  { id: '2', row: 512, column: 'Last Name', problem: 'Missing.' },
];

/** What brings files in: a place for them, steps, numbers and a plain table. */
export function Bringing() {
  const [name, setName] = useState('');
  return (
    <Card title="Files">
      <Stack>
        <Steps label="Steps" steps={['File', 'Match columns', 'Check', 'Import']} current={2} />
        <FileDrop label="Add XLSX File" accept=".xlsx" description={name} onFile={(file) => setName(file.name)} />
        <FileDrop label="Add XLSX File" accept=".xlsx" error="Row 1 must hold the headings." onFile={() => {}} />
        <Figures
          items={[
            { value: '1,204', name: 'new users', tone: 'ok' },
            { value: '310', name: 'updated' },
            { value: '12', name: 'unchanged', tone: 'off' },
            { value: '9', name: 'rows with errors, left out', tone: 'bad' },
            { value: '21', name: 'rows with warnings', tone: 'warn' },
          ]}
        />
        <Table
          label="Problems"
          columns={[
            { id: 'row', label: 'Row', isTight: true, cell: ({ row }) => row },
            { id: 'column', label: 'Column', cell: ({ column }) => column },
            { id: 'problem', label: 'Problem', cell: ({ problem }) => problem },
          ]}
          rows={problems}
        />
      </Stack>
    </Card>
  );
}
