import { ChevronDown, Ellipsis, KeyRound, Mail, Pencil, Plus, Search, Trash2, UserMinus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Card, Chip, CopyButton, IconButton, Link, LinkButton, Menu, Row, RowButton, Tooltip } from '@/ui';

/** Things to press. */
export function Pressing() {
  const [isOn, setOn] = useState(true);
  return (
    <Card title="Buttons, links, menus">
      <Row>
        <Button variant="primary" icon={Mail}>
          Send Reset Link
        </Button>
        <Button icon={KeyRound}>Change Password</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="danger">Deactivate</Button>
        <Button variant="destroy" icon={Trash2}>
          Delete
        </Button>
      </Row>
      <Row>
        <Button variant="primary" isDisabled>
          Disabled
        </Button>
        <Button isDisabled>Disabled</Button>
        <Button variant="primary" isPending>
          Save User
        </Button>
        <Button isPending>Saving</Button>
        <Button size="small">Small</Button>
      </Row>
      <Row>
        <LinkButton href="/gallery#new" icon={Plus} variant="primary">
          New User
        </LinkButton>
        <Link href="/gallery#link">A link</Link>
        <Link href="/gallery#plain" look="plain">
          Ana Adams
        </Link>
        <Tooltip content="Says a little more">
          <Button>With a tooltip</Button>
        </Tooltip>
      </Row>
      <Row>
        <IconButton label="Edit" icon={Pencil} />
        <IconButton label="Search" icon={Search} variant="default" />
        <IconButton label="Close" icon={X} size="small" />
        <CopyButton text="https://hub.example/confirm" label="Copy link" />
        <IconButton label="Unavailable" icon={Trash2} isDisabled />
        <RowButton kind="bin" label="Takes its row away" icon={Trash2} size="small" />
        <Menu
          label="Actions"
          trigger={<Button trailingIcon={ChevronDown}>Actions</Button>}
          items={[
            {
              id: 'do',
              entries: [
                { id: 'edit', label: 'Edit', icon: Pencil },
                { id: 'invite', label: 'Resend Invite', icon: Mail },
                {
                  id: 'reset',
                  label: 'Change Password',
                  icon: KeyRound,
                  isDisabled: true,
                  reason: 'There is no account yet.',
                },
              ],
            },
            {
              id: 'end',
              label: 'Access',
              entries: [{ id: 'off', label: 'Deactivate', icon: UserMinus, isDanger: true }],
            },
          ]}
        />
        <Menu
          label="More"
          trigger={<IconButton label="More" icon={Ellipsis} />}
          items={[
            { id: 'compact', label: 'Compact rows' },
            { id: 'default', label: 'Default rows', isChosen: true },
          ]}
        />
      </Row>
      <Row>
        <Chip label="Add filter" icon={Plus} />
        <Chip label="Status" isOn={isOn} onPress={() => setOn(!isOn)} />
        <Chip label="Role: any administrator" isOn onRemove={() => setOn(false)} />
      </Row>
    </Card>
  );
}
