import { useState } from 'react';
import { Button, Card, Confirm, DescriptionList, Dialog, Drawer, Row, showToast, SidePanel, TextField } from '@/ui';

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
