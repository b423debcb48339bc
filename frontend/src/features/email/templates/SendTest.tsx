import { Trans, useLingui } from '@lingui/react/macro';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { graphql } from '@/gen';
import { useField, useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { useViewer } from '@/lib/viewer';
import { Button, Dialog, ErrorSummary, Form, Row, showToast, TextField } from '@/ui';

const TestDocument = graphql(`
  mutation SendTest($input: SendTestMessageInput!) {
    sendTestMessage(input: $input) {
      message {
        id
        state
      }
      userErrors {
        code
        field
        message
        params
        relatedId
      }
      warnings {
        code
        field
        message
        params
        relatedId
      }
    }
  }
`);

/** **Send test**: the template as it is saved, to any address, with made-up values. */
export function SendTest({ id }: { id: string }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={Send} onPress={() => setOpen(true)}>
        {t`Send test`}
      </Button>
      <Dialog title={t`Send a test`} isOpen={isOpen} onClose={() => setOpen(false)}>
        <TestForm id={id} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function TestForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useLingui();
  const { user } = useViewer();
  const { run } = useMutation(TestDocument, { touches: ['Message', 'MessageConnection'] });
  const form = useForm({ defaultValues: { to: user?.email ?? '' }, shouldFocusError: false });
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async ({ to }: { to: string }) => (await run({ input: { templateId: id, to } })).sendTestMessage,
    onSaved: ({ message }, { to }) => {
      onDone();
      showToast({
        message:
          message?.state === 'KEPT' ? (
            <Trans>No mail provider is set: the test is kept under Email.</Trans>
          ) : (
            <Trans>The test is on its way to {to}.</Trans>
          ),
      });
    },
  });
  return (
    <Form label={t`Send a test`} onSubmit={(event) => void onSubmit(event)}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>
        <Trans>It says what is saved, with made-up values. Its link opens nothing.</Trans>
      </p>
      <TextField label={t`To`} type="email" isRequired autoFocus autoComplete="off" {...useField(form.control, 'to')} />
      <Row>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t`Send`}
        </Button>
        <Button onPress={onDone}>{t`Cancel`}</Button>
      </Row>
    </Form>
  );
}
