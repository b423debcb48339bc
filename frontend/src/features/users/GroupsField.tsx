import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { graphql } from '@/gen';
import { useField } from '@/lib/forms';
import { useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { useCan } from '@/lib/viewer';
import { Checkbox, Row, Stack, Tag, TagPicker } from '@/ui';
import type { UserValues } from './userForm';
import { useRoles } from './useRoles';

const GroupsQuery = graphql(`
  query GroupsField($search: String) {
    groups(first: 50, search: $search) {
      edges {
        node {
          id
          name
          description
          isDefault
        }
      }
    }
  }
`);

function useGroupOptions(text: string) {
  const search = useSettled(text.trim());
  const { data, isLoading, isStale } = useQuery(GroupsQuery, { search: search || null });
  const groups = (data?.groups.edges ?? []).map((edge) => edge.node);
  return {
    options: groups
      .filter((group) => !group.isDefault)
      .map(({ id, name, description }) => ({ id, name, description: description ?? undefined })),
    isLoading: isLoading || isStale || search !== text.trim(),
  };
}

/**
 * **Groups**, and what goes with them: Global Admin only for who is in the Default group, Group Manager only of a custom
 * one.
 */
export function GroupsField({ hiddenCount = 0 }: { hiddenCount?: number }) {
  const { t } = useLingui();
  const { control, watch } = useFormContext<UserValues>();
  const [text, setText] = useState('');
  const { options, isLoading } = useGroupOptions(text);
  const groups = watch('groups');
  const can = useCan();
  const mayCreate = can('GROUPS_WRITE');
  return (
    <Stack>
      <TagPicker
        label={t`Groups`}
        options={options}
        onSearch={setText}
        isLoading={isLoading}
        placeholder={mayCreate ? t`Find a group, or type a new name` : t`Find a group`}
        description={
          hiddenCount > 0
            ? t`Groups that you can't see stay as they are: ${hiddenCount}.`
            : t`Without a group of their own, users are in the Default group.`
        }
        createLabel={mayCreate ? (name) => t`Add "${name}"` : undefined}
        {...useField(control, 'groups')}
      />
      {groups.length === 0 && hiddenCount === 0 ? <GlobalAdmin /> : can('USERS_WRITE') && <Managers />}
    </Stack>
  );
}

/** The Global Administrator role as a checkbox. */
function GlobalAdmin() {
  const { t } = useLingui();
  const { watch, setValue, formState } = useFormContext<UserValues>();
  const { globalAdministrator, mayGrant } = useRoles();
  const roleId = watch('roleId');
  if (!globalAdministrator || !mayGrant(globalAdministrator)) return null;
  const was = formState.defaultValues?.roleId ?? null;
  return (
    <Checkbox
      label={t`Global Admin`}
      description={t`May do everything; the same as the Global Administrator role.`}
      value={roleId === globalAdministrator}
      onChange={(isAdmin) =>
        setValue('roleId', isAdmin ? globalAdministrator : was === globalAdministrator ? null : was, {
          shouldDirty: true,
          shouldValidate: true,
        })
      }
    />
  );
}

/** A checkbox beside each custom group. */
function Managers() {
  const { t } = useLingui();
  const { watch, setValue } = useFormContext<UserValues>();
  const managerOf = watch('managerOf');
  const known = watch('groups').filter((group) => !group.isNew);
  if (known.length === 0) return null;
  return (
    <Stack>
      {known.map(({ id, name }) => (
        <Row key={id}>
          <Tag>{name}</Tag>
          <Checkbox
            label={
              <>
                {t`Group Manager`} <span className="visually-hidden">{t`of ${name}`}</span>
              </>
            }
            value={managerOf.includes(id)}
            onChange={(manages) =>
              setValue('managerOf', manages ? [...managerOf, id] : managerOf.filter((each) => each !== id), {
                shouldDirty: true,
              })
            }
          />
        </Row>
      ))}
    </Stack>
  );
}
