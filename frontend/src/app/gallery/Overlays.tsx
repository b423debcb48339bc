import { useState } from 'react';
import {
  Button,
  Card,
  Checkbox,
  ChoiceMenu,
  Confirm,
  DescriptionList,
  Dialog,
  Drawer,
  FilterChip,
  Flyout,
  Row,
  showToast,
  SidePanel,
  TextField,
} from '@/ui';

/** What comes over the page. */
export function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'drawer' | 'panel' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card title="Overlays">
      <Row>
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button onPress={() => setOpen('confirm')}>Confirm</Button>
        <Button onPress={() => setOpen('drawer')}>Drawer</Button>
        <Button onPress={() => setOpen('panel')}>Side panel</Button>
        <FromButtons />
        <Button onPress={() => showToast({ message: 'Ivo Petrović was deactivated.', undo: () => {} })}>
          Toast with Undo
        </Button>
        <Button onPress={() => showToast({ message: 'The list could not be saved.', tone: 'bad' })}>Toast</Button>
      </Row>
      <Dialog
        title="Change Password"
        isOpen={open === 'dialog'}
        onClose={close}
        footer={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button variant="primary" onPress={close}>
              Save
            </Button>
          </>
        }
      >
        <TextField label="Temporary password" description="Works once, for 24 hours." />
      </Dialog>
      <Confirm
        title="Resend invite to ana@example.org?"
        isOpen={open === 'confirm'}
        onClose={close}
        onConfirm={() => {}}
      >
        The old link stops working.
      </Confirm>
      <Drawer label="Filters" isOpen={open === 'drawer'} onClose={close}>
        <Card title="Filters">
          <Button onPress={close}>Done</Button>
        </Card>
      </Drawer>
      {open === 'panel' && (
        <SidePanel title="Ana Adams" avatar="Ana Adams" meta="Portal Administrator" onClose={close}>
          <Row>
            <Button variant="primary">Send Reset Link</Button>
            <Button>Change Password</Button>
          </Row>
          <DescriptionList items={[{ term: 'Email', value: 'ana.adams@example.org' }]} />
        </SidePanel>
      )}
    </Card>
  );
}

/** What opens at the thing that opens it. */
function FromButtons() {
  const [at, setAt] = useState<{ menu?: HTMLElement; flyout?: HTMLElement }>({});
  const [density, setDensity] = useState(['40']);
  const [columns, setColumns] = useState(['email']);
  const [isMember, setMember] = useState(true);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const [chip, setChip] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button ref={setOpener} onPress={() => opener && setAt({ menu: opener })}>
        Choices
      </Button>
      <FilterChip
        ref={setChip}
        name="Role"
        value={isMember ? 'Member' : 'any'}
        isOpen={!!at.flyout}
        onOpen={() => chip && setAt({ flyout: chip })}
        onRemove={() => setMember(false)}
      />
      {at.menu && (
        <ChoiceMenu
          label="Columns and row height"
          at={at.menu}
          onClose={() => setAt({})}
          groups={[
            {
              id: 'density',
              label: 'Rows',
              mode: 'single',
              options: [
                { id: '32', label: 'Compact' },
                { id: '40', label: 'Normal' },
              ],
              chosen: density,
              onChange: setDensity,
            },
            {
              id: 'columns',
              label: 'Columns',
              mode: 'multiple',
              options: [
                { id: 'email', label: 'Email' },
                { id: 'role', label: 'Role' },
              ],
              chosen: columns,
              onChange: setColumns,
            },
          ]}
        />
      )}
      {at.flyout && (
        <Flyout label="Filter by role" at={at.flyout} onClose={() => setAt({})}>
          <Checkbox label="Member" value={isMember} onChange={setMember} />
        </Flyout>
      )}
    </>
  );
}
