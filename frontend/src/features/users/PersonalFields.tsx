import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { useCan } from '@/lib/viewer';
import { FieldGrid, Split, TextField, Whole } from '@/ui';
import { CompanyField } from './CompanyField';
import type { UserValues } from './userForm';

/** Who somebody is and how to reach them. `email` stands first: a field for a new user, static for a known one. */
export function PersonalFields({ email }: { email: ReactNode }) {
  const { t } = useLingui();
  const { control } = useFormContext<UserValues>();
  // Whoever only manages a group edits no more than details.
  const mayMove = useCan()('USERS_WRITE');
  // This is about somebody else: the browser's own address does not belong here.
  const off = { autoComplete: 'off' } as const;
  return (
    <FieldGrid>
      <Whole>{email}</Whole>
      <TextField label={t`First Name`} isRequired {...off} {...useField(control, 'firstName')} />
      <TextField label={t`Last Name`} isRequired {...off} {...useField(control, 'lastName')} />
      <TextField label={t`Title`} {...off} {...useField(control, 'title')} />
      {mayMove && <CompanyField />}
      <TextField label={t`Cell Phone`} type="tel" {...off} {...useField(control, 'cellPhone')} />
      <Split>
        <TextField label={t`Office Phone`} type="tel" {...off} {...useField(control, 'officePhone')} />
        <TextField label={t`Extension`} inputMode="numeric" {...off} {...useField(control, 'extension')} />
      </Split>
      <Whole>
        <TextField label={t`Address`} multiline {...off} {...useField(control, 'address')} />
      </Whole>
    </FieldGrid>
  );
}
