import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import type { AccountState } from '@/gen/graphql';
import { Button, RadioGroup } from '@/ui';
import type { ListState } from '../listState';
import { accountStates } from '@/parts/users/status';
import type { FilterKey } from './filters';
import { CompanyChoice, GroupChoice, ManyOf, RoleChoice } from './ManyOf';
import { TimesEditor } from './TimesEditor';
import { useFilterWords } from './useFilterWords';

interface Props {
  filter: FilterKey;
  state: ListState;
  change: (next: Partial<ListState>, options?: { replace?: boolean }) => void;
  onDone: () => void;
}

const allStates = Object.keys(accountStates) as AccountState[];

/** The controls of one filter; what is chosen shows in the list at once. */
export function FilterEditor({ filter, state: given, change, onDone }: Props) {
  const { t } = useLingui();
  // What was chosen shows at once; the address follows.
  const [state, setState] = useState(given);
  const name = useFilterWords(state).name(filter);
  const hasChanged = useRef(false);

  // All that is done in one editor is one step back.
  function set(next: Partial<ListState>) {
    setState((was) => ({ ...was, ...next }));
    change(next, { replace: hasChanged.current });
    hasChanged.current = true;
  }

  const editors: Record<FilterKey, () => ReactNode> = {
    status: () => (
      <RadioGroup
        label={name}
        options={[
          { id: 'all', name: t`Active and inactive` },
          { id: 'active', name: t`Active` },
          { id: 'inactive', name: t`Inactive` },
        ]}
        value={state.status}
        onChange={(status) => set({ status: status as ListState['status'] })}
      />
    ),
    role: () => <RoleChoice label={name} chosen={state.role} onChange={(role) => set({ role })} />,
    group: () => <GroupChoice label={name} chosen={state.group} onChange={(group) => set({ group })} />,
    company: () => <CompanyChoice label={name} chosen={state.company} onChange={(company) => set({ company })} />,
    state: () => (
      <ManyOf
        label={name}
        options={allStates.map((id) => ({ id, name: t(accountStates[id].word) }))}
        chosen={state.state}
        onChange={(states) => set({ state: states as AccountState[] })}
      />
    ),
    consent: () => (
      <RadioGroup
        label={t`Email communication`}
        options={[
          { id: '', name: t`Any` },
          { id: 'yes', name: t`Yes, they receive it` },
          { id: 'no', name: t`No` },
        ]}
        value={state.consent}
        onChange={(consent) => set({ consent: consent as ListState['consent'] })}
      />
    ),
    signedIn: () => (
      <TimesEditor
        label={name}
        choices={['never', '7d', '30d', '90d', 'over90d']}
        value={state.signedIn}
        onChange={(signedIn) => set({ signedIn })}
      />
    ),
    created: () => (
      <TimesEditor
        label={name}
        choices={['1d', '7d', '30d', '90d', '365d']}
        value={state.created}
        onChange={(created) => set({ created })}
      />
    ),
  };
  return (
    <>
      {editors[filter]()}
      <div>
        <Button size="small" onPress={onDone}>{t`Done`}</Button>
      </div>
    </>
  );
}
