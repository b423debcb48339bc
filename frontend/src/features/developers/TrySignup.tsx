import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { asFailure } from '@/lib/failure';
import { post } from '@/lib/post';
import { routes } from '@/lib/routes';
import { Button, Card, Form, Note, TextField } from '@/ui';

interface Answer {
  isFine: boolean;
  sentence: string;
}

/** Sends the form as another site's page would, without a cookie. */
async function send(form: Record<string, string>): Promise<Answer> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(form);
    const { message } = await post<{ message: string }>(routes.thanks, { method: 'POST', headers, body });
    return { isFine: true, sentence: message };
  } catch (thrown) {
    return { isFine: false, sentence: asFailure(thrown).message };
  }
}

/** Trying the form: what it answers is what everybody is told. */
export function TrySignup({ wording, isOff }: { wording: string; isOff: boolean }) {
  const { t } = useLingui();
  const [values, setValues] = useState({ email: '', firstName: '', lastName: '' });
  const [answer, setAnswer] = useState<Answer>();
  const [isPending, setPending] = useState(false);
  const field = (name: keyof typeof values) => ({
    value: values[name],
    onChange: (value: string) => setValues((was) => ({ ...was, [name]: value })),
    autoComplete: 'off',
  });

  async function submit() {
    if (isPending) return;
    setPending(true);
    setAnswer(undefined);
    setAnswer(await send({ ...values, wording }));
    setPending(false);
  }

  return (
    <Card
      title={t`Try it`}
      lead={<Trans>An email goes out, as it would for anybody. Five an hour are taken from one place.</Trans>}
    >
      <Form
        label={t`Try it`}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField label={t`Email`} type="email" {...field('email')} />
        <TextField label={t`First Name`} {...field('firstName')} />
        <TextField label={t`Last Name`} {...field('lastName')} />
        <Button type="submit" isPending={isPending} isDisabled={isOff}>{t`Sign up`}</Button>
        <div role="status">{answer && <Note tone={answer.isFine ? 'ok' : 'bad'} title={answer.sentence} />}</div>
      </Form>
    </Card>
  );
}
