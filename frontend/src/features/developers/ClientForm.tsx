import { useLingui } from '@lingui/react/macro';
import type { BaseSyntheticEvent, ReactNode } from 'react';
import { FormProvider, type UseFormReturn, useFormContext } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { useViewer } from '@/lib/viewer';
import { permissionGroups } from '@/parts/access/permissions';
import { Badge, Button, Card, ChoiceTable, Form, Row, TextField } from '@/ui';
import { type ClientValues, isOrigin, linesOf } from './clientsQuery';
import { ReachFields } from './ReachFields';

/** The form's names of the fields of the input. */
export const fieldNames = {
  companyIds: 'companies',
  groupIds: 'groups',
  allowedOrigins: 'origins',
  expiresAt: 'expires',
} as const;

interface Props {
  form: UseFormReturn<ClientValues>;
  label: string;
  onSubmit: (event?: BaseSyntheticEvent) => Promise<unknown>;
  /** What stands in the way of saving. */
  problems: ReactNode;
  isPending: boolean;
  submitLabel: string;
}

/** What an API client is made of: name, reach, scopes, origins, expiry. */
export function ClientForm({ form, label, onSubmit, problems, isPending, submitLabel }: Props) {
  return (
    <FormProvider {...form}>
      <Form label={label} onSubmit={(event) => void onSubmit(event)}>
        {problems}
        <Fields />
        <Row>
          <Button type="submit" variant="primary" isPending={isPending}>
            {submitLabel}
          </Button>
        </Row>
      </Form>
    </FormProvider>
  );
}

function Fields() {
  const { t } = useLingui();
  const { control } = useFormContext<ClientValues>();
  return (
    <>
      <Card title={t`API client`}>
        <TextField
          label={t`Name`}
          isRequired
          autoComplete="off"
          description={t`Who uses it. The journal calls it by this name.`}
          {...useField(control, 'name')}
        />
        <ReachFields />
      </Card>
      <Card title={t`Scopes`} lead={t`What it may do with those whom it reaches; nothing else.`}>
        <Scopes />
      </Card>
      <Card title={t`Limits`}>
        <Origins />
        <TextField
          label={t`Expires`}
          type="datetime-local"
          description={t`In your time zone. Empty: never.`}
          {...useField(control, 'expires')}
        />
      </Card>
    </>
  );
}

function Scopes() {
  const { t } = useLingui();
  const { permissions: own } = useViewer();
  const { control } = useFormContext<ClientValues>();
  const { value, onChange, error } = useField(control, 'scopes');
  return (
    <ChoiceTable
      label={t`Scopes`}
      columns={[t`Scope`, t`Risk`]}
      groups={permissionGroups.map(({ title, permissions }) => ({
        title: t(title),
        rows: permissions.map(({ id, name, sentence, risk }) => ({
          id,
          name: t(name),
          description: t(sentence),
          mark: risk && <Badge tone={risk === 'high' ? 'bad' : 'warn'}>{risk === 'high' ? t`high` : t`some`}</Badge>,
          isDisabled: !own.includes(id),
          reason: t`You don't have this yourself, so you can't give it.`,
        })),
      }))}
      {...{ value, onChange, error }}
    />
  );
}

function Origins() {
  const { t } = useLingui();
  const { control, setError, clearErrors } = useFormContext<ClientValues>();
  const field = useField(control, 'origins');
  const check = () => {
    const wrong = linesOf(field.value).find((line) => !isOrigin(line));
    if (wrong)
      setError('origins', { message: t`${wrong} is no origin. Write it like https://portal.example.org, one a line.` });
    else clearErrors('origins');
  };
  return (
    <TextField
      label={t`Allowed origins`}
      multiline
      spellCheck="false"
      description={t`Sites whose pages may use the token, one a line. Programs on a server need none.`}
      {...field}
      onBlur={() => {
        field.onBlur();
        check();
      }}
    />
  );
}
