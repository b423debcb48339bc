import type { UpdateUserInput } from '@/gen/graphql';
import type { Picked } from '@/ui';

interface Belonging {
  id: string;
  version: number;
  memberships: readonly { role: 'MEMBER' | 'MANAGER'; group: { id: string; isDefault: boolean } }[];
}

/** The input that adds groups to those of a user. The Default group is what is left without others, so it is not named. */
export function groupsWith({ id, version, memberships }: Belonging, picked: readonly Picked[]): UpdateUserInput {
  const custom = memberships.filter(({ group }) => !group.isDefault);
  const known = picked.filter((group) => !group.isNew).map((group) => group.id);
  return {
    userId: id,
    version,
    groupIds: [...new Set([...custom.map(({ group }) => group.id), ...known])],
    newGroupNames: picked.filter((group) => group.isNew).map((group) => group.name.trim()),
    managerOfGroupIds: custom.filter(({ role }) => role === 'MANAGER').map(({ group }) => group.id),
  };
}
