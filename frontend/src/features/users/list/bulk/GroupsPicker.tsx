import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { type Picked, TagPicker } from '@/ui';

const GroupsQuery = graphql(`
  query GroupsPicker($search: String) {
    groups(first: 20, search: $search) {
      edges {
        node {
          id
          name
          isDefault
        }
      }
    }
  }
`);

interface Props {
  value: Picked[];
  onChange: (groups: Picked[]) => void;
  error?: string;
  description: ReactNode;
}

/** Finds groups by their names, and picks several. */
export function GroupsPicker(props: Props) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, isLoading, isStale } = useQuery(GroupsQuery, { search: search || null });
  return (
    <TagPicker
      label={t`Groups`}
      placeholder={t`Find a group`}
      options={(data?.groups.edges ?? []).map((edge) => edge.node).filter((group) => !group.isDefault)}
      onSearch={setText}
      isLoading={isLoading || isStale || search !== text.trim()}
      {...props}
    />
  );
}
