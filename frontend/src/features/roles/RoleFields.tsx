import { useLingui } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { useViewer } from '@/lib/viewer';
import { permissionGroups, reachWords, type Risk } from '@/parts/access/permissions';
import { Badge, Card, ChoiceTable, RadioGroup, Switch, TextField } from '@/ui';
import type { RoleValues } from './effects';
import type { Role } from './roleQuery';

interface Props {
  /** Every role that could be granted. */
  roles: readonly Role[];
  /** Nothing but the second factor can be changed, or nothing at all. */
  isReadOnly?: boolean;
  mayChangeFactor: boolean;
}

/** The parts of a role: name, reach, second factor, permissions, grants. */
export function RoleFields({ roles, isReadOnly, mayChangeFactor }: Props) {
  const { t } = useLingui();
  const { control } = useFormContext<RoleValues>();
  const reach = useField(control, 'reach');
  return (
    <>
      <Card title={t`Role`}>
        <TextField
          label={t`Name`}
          isRequired={!isReadOnly}
          isReadOnly={isReadOnly}
          autoComplete="off"
          {...useField(control, 'name')}
        />
        {isReadOnly ? (
          <TextField
            label={t`Reaches`}
            isReadOnly
            value={t(reachWords[reach.value].name)}
            description={t(reachWords[reach.value].sentence)}
          />
        ) : (
          <RadioGroup
            label={t`Reaches`}
            description={t`Whom the permissions are about.`}
            options={(['EVERYTHING', 'ASSIGNED_COMPANIES', 'MANAGED_GROUPS'] as const).map((id) => ({
              id,
              name: t(reachWords[id].name),
              description: t(reachWords[id].sentence),
            }))}
            {...reach}
          />
        )}
        <Switch
          label={t`Second factor required`}
          description={t`Its holders sign in with a password and a second factor.`}
          isDisabled={!mayChangeFactor}
          {...useField(control, 'requiresFactor')}
        />
      </Card>
      <Card title={t`Permissions`} lead={t`What its holders may do with those whom they reach.`}>
        <PermissionsTable isReadOnly={isReadOnly} />
      </Card>
      <Card title={t`May grant`} lead={t`The roles that its holders may give to others and take from them.`}>
        <GrantsTable roles={roles} isReadOnly={isReadOnly} />
      </Card>
    </>
  );
}

function PermissionsTable({ isReadOnly }: { isReadOnly?: boolean }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const { control } = useFormContext<RoleValues>();
  const { value, onChange, error } = useField(control, 'permissions');
  return (
    <ChoiceTable
      label={t`Permissions`}
      columns={[t`Permission`, t`Risk`]}
      groups={permissionGroups.map(({ title, permissions }) => ({
        title: t(title),
        rows: permissions.map(({ id, name, sentence, risk }) => ({
          id,
          name: t(name),
          description: t(sentence),
          mark: risk && <RiskMark risk={risk} />,
          isDisabled: !viewer.permissions.includes(id),
          reason: t`You don't have this yourself, so you can't give it.`,
        })),
      }))}
      isReadOnly={isReadOnly}
      {...{ value, onChange, error }}
    />
  );
}

function RiskMark({ risk }: { risk: Risk }) {
  const { t } = useLingui();
  return risk === 'high' ? <Badge tone="bad">{t`high`}</Badge> : <Badge tone="warn">{t`some`}</Badge>;
}

function GrantsTable({ roles, isReadOnly }: { roles: readonly Role[]; isReadOnly?: boolean }) {
  const { t } = useLingui();
  const { grantableRoles } = useViewer();
  const { control } = useFormContext<RoleValues>();
  const { value, onChange, error } = useField(control, 'grantIds');
  return (
    <ChoiceTable
      label={t`May grant`}
      columns={[t`Role`, t`Reaches`]}
      groups={[
        {
          rows: roles.map(({ id, name, reach, isBuiltIn }) => ({
            id,
            name,
            description: isBuiltIn ? t`Built in` : undefined,
            mark: t(reachWords[reach].name),
            isDisabled: !grantableRoles.some((role) => role.id === id),
            reason: t`Your own role may not give this one.`,
          })),
        },
      ]}
      isReadOnly={isReadOnly}
      {...{ value, onChange, error }}
    />
  );
}
