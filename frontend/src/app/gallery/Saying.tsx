import { Check, CircleAlert, Clock, Mail, Trash2, Users } from 'lucide-react';
import {
  Badge,
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Folding,
  IconButton,
  Kbd,
  Link,
  Note,
  Row,
  Skeleton,
  Spinner,
  Tag,
  Trail,
} from '@/ui';

/** What a screen says. */
export function Saying() {
  return (
    <>
      <Card title="Notes">
        <Note tone="ok" title="Account successfully created and reset password email sent.">
          Sent today 14:05 by Mona Kvam, delivered 14:05.
        </Note>
        <Note
          tone="warn"
          title="Another Chidi Okonkwo works at Nordic Guild."
          actions={<Button size="small">Compare</Button>}
        >
          chidi.o@nordicguild.example, active since 2024.
        </Note>
        <Note tone="bad">The list could not be loaded.</Note>
        <Note tone="info">You can see users in Board and Staff only.</Note>
        <Note tone="off">Email can&apos;t be changed.</Note>
        <ErrorSummary
          attempt={0}
          problems={[
            {
              message: 'ana@example.org already belongs to Ana Adams (inactive).',
              onGo: () => {},
              actions: <Link look="inherit">Open</Link>,
            },
            { message: 'Every user has a first and a last name.' },
          ]}
        />
      </Card>
      <Card title="States, tags, keys">
        <Row>
          <Badge tone="ok">Active</Badge>
          <Badge tone="off">Inactive</Badge>
          <Badge tone="warn">Invited</Badge>
          <Badge tone="bad">Locked</Badge>
          <Badge tone="info">New</Badge>
        </Row>
        <Row>
          <Tag>Board</Tag>
          <Tag>Staff</Tag>
          <Kbd>Ctrl K</Kbd>
          <Spinner label="Saving" />
        </Row>
        <Skeleton lines={4} />
        <Trail
          label="Link trail"
          items={[
            { id: '1', icon: Clock, tone: 'warn', title: 'Waiting for Chidi', rest: 'link works for 23 h 12 min' },
            { id: '2', icon: Mail, tone: 'ok', title: 'Delivered', time: '14:05', rest: 'chidi@okonkwo.example' },
            {
              id: '3',
              icon: Check,
              tone: 'off',
              title: 'Queued',
              time: '14:05',
              rest: 'by Mona Kvam',
              action: <IconButton size="small" icon={Trash2} label="Delete “Queued”" />,
            },
            {
              id: '4',
              icon: CircleAlert,
              tone: 'bad',
              title: 'Invitation bounced',
              time: '2 Nov 09:31',
              rest: 'Mailbox not found. Check the spelling.',
            },
          ]}
        />
      </Card>
      <Card title="A long list" lead="Its parts fold away far out of sight.">
        {[0, 50, 100].map((from) => (
          <Folding key={from}>
            <p>
              Entries {from + 1} to {from + 50}
            </p>
          </Folding>
        ))}
      </Card>
      <Card title="Nothing there">
        <EmptyState icon={Users} title="No users yet." actions={<Button variant="primary">New User</Button>}>
          Add one, or import an XLSX file.
        </EmptyState>
      </Card>
    </>
  );
}
