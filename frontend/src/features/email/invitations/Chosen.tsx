import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { MailX, Send } from 'lucide-react';
import { useState } from 'react';
import type { InvitationState } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import type { Selected } from '@/lib/useSelected';
import { ActionBar, ActionBarEnd, Button, Confirm, Progress, returnFocus } from '@/ui';
import { useInvitationRun } from './useInvitationRun';

interface Props {
  standing: InvitationState;
  selected: Selected;
  /** How many there are in all, chosen or not. */
  total: number;
}

/** **3 selected**: invitations that are sent again or taken back together; or all that the list shows. */
export function Chosen({ standing, selected, total }: Props) {
  const { t } = useLingui();
  const { count } = useFormat();
  const [asking, setAsking] = useState<'resend' | 'revoke'>();
  const { going, start } = useInvitationRun();
  const { ids, isAll } = selected;
  const chosen = isAll ? total : ids.size;
  const number = count(chosen);
  const invitations = plural(chosen, { one: '# invitation', other: '# invitations' });
  const everyone = count(total);
  const clear = () => {
    selected.select(new Set());
    returnFocus();
  };
  const begin = async () => {
    const whom = isAll ? { filter: { invitation: [standing] } } : { userIds: [...ids] };
    if (asking && (await start(asking, whom, standing === 'BOUNCED'))) clear();
  };
  return (
    <>
      <span role="status" className="visually-hidden">
        {chosen > 0 && <Trans>{number} selected</Trans>}
      </span>
      {going ? (
        <ActionBar label={t`Progress`}>
          <Progress label={t`Invitations`} value={going.handled} max={going.total ?? undefined} />
        </ActionBar>
      ) : (
        chosen > 0 && (
          <ActionBar label={t`Selection`}>
            <strong aria-hidden>
              <Trans>{number} selected</Trans>
            </strong>
            {!isAll && total > ids.size && (
              <Button variant="quiet" onPress={selected.selectAll}>{t`Select all ${everyone}`}</Button>
            )}
            <Button variant="quiet" onPress={clear}>{t`Clear`}</Button>
            <ActionBarEnd>
              <Button icon={Send} onPress={() => setAsking('resend')}>{t`Resend Invite`}</Button>
              {standing !== 'REVOKED' && (
                <Button icon={MailX} onPress={() => setAsking('revoke')}>{t`Revoke invitation`}</Button>
              )}
            </ActionBarEnd>
          </ActionBar>
        )
      )}
      <Confirm
        title={asking === 'revoke' ? t`Revoke ${invitations}?` : t`Resend ${invitations}?`}
        isOpen={!!asking}
        isDestructive={asking === 'revoke'}
        confirmLabel={asking === 'revoke' ? t`Revoke` : undefined}
        onClose={() => setAsking(undefined)}
        onConfirm={begin}
      >
        {asking === 'revoke' ? (
          <Trans>The links stop working, and nobody can send themselves another. You can invite them again.</Trans>
        ) : standing === 'BOUNCED' ? (
          <Trans>Mail to these addresses came back before. Check their spelling first: it may come back again.</Trans>
        ) : (
          <Trans>Each gets a fresh link. The old ones stop working.</Trans>
        )}
      </Confirm>
    </>
  );
}
