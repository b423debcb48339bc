import { Trans, useLingui } from '@lingui/react/macro';
import { UserMinus } from 'lucide-react';
import { useFormat } from '@/lib/format';
import type { UserOf } from '@/parts/users/useUsersOf';
import { ActionBar, ActionBarEnd, Button, returnFocus } from '@/ui';
import { useMembers } from './useMembers';

interface Props {
  group: { id: string; name: string };
  chosen: readonly UserOf[];
  onClear: () => void;
}

/** **3 selected**: members who are removed together. */
export function Selection({ group, chosen, onClear }: Props) {
  const { t } = useLingui();
  const { count } = useFormat();
  const { remove } = useMembers(group);
  const number = count(chosen.length);
  const clear = () => {
    onClear();
    returnFocus();
  };
  return (
    <>
      <span role="status" className="visually-hidden">
        {chosen.length > 0 && <Trans>{number} selected</Trans>}
      </span>
      {chosen.length > 0 && (
        <ActionBar label={t`Selection`}>
          <strong aria-hidden>
            <Trans>{number} selected</Trans>
          </strong>
          <Button variant="quiet" onPress={clear}>{t`Clear`}</Button>
          <ActionBarEnd>
            <Button icon={UserMinus} onPress={() => void remove(chosen).then((isDone) => isDone && clear())}>
              {t`Remove from the group`}
            </Button>
          </ActionBarEnd>
        </ActionBar>
      )}
    </>
  );
}
