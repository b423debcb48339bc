import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Card, Form, Note, TextField } from '@/ui';

interface Answer {
  isFine: boolean;
  sentence: string;
}

/** Sends the form as another site's page would, without a cookie. */
async function send(form: Record<string, string>): Promise<Answer | undefined> {
  const response = await fetch('/forms/signup', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(form),
  });
  const body = (await response.json()) as { message?: string; errors?: { message: string }[] };
  const sentence = body.message ?? body.errors?.[0]?.message;
  return sentence === undefined ? undefined : { isFine: response.ok, sentence };
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
    const none = { isFine: false, sentence: t`No answer came. Check your connection, then try again.` };
    setAnswer((await send({ ...values, wording }).catch(() => undefined)) ?? none);
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
