import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql, readFragment } from '@/gen';
import type { Notify, WarningCode } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { Button, Checkbox, FieldGrid, Figures, LinkButton, Note, Row, Stack } from '@/ui';
import { type Import, ImportFacts, touchedByImports } from './importsQuery';
import { InvitationsField } from './InvitationsField';
import { Issues, useIssues } from './Issues';
import { SheetNote } from './SheetNote';
import { useOrder } from './useOrder';

const RunDocument = graphql(`
  mutation RunImport($input: RunImportInput!) {
    runImport(input: $input) {
      import {
        ...ImportFacts
      }
      userErrors {
        message
      }
    }
  }
`);

/** The third step: exactly what the run will do, each row that it leaves out, and what is left to decide. */
export function CheckStep({ one, tell }: { one: Import; tell: (one: Import) => void }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const navigate = useNavigate();
  const list = useIssues(one);
  const [notify, setNotify] = useState<Notify>(one.notify);
  const [overrides, setOverrides] = useState(false);
  const { run, isPending } = useMutation(RunDocument, touchedByImports);
  const { order, problem } = useOrder(tell);
  const codes = list.rows.filter(({ severity }) => severity === 'WARNING').map(({ code }) => code as WarningCode);
  // What was shown stays shown, also while only errors are.
  const [shown, setShown] = useState(codes);
  const isOverriding = overrides && shown.length > 0;
  const users = one.added + one.updated + (isOverriding ? one.warned : 0);
  const number = count(users);
  if (codes.some((code) => !shown.includes(code))) setShown([...new Set([...shown, ...codes])]);
  const invites = one.columns.some(({ field }) => field === 'sendInvitation');

  async function start() {
    const input = { id: one.id, notify, overrideWarnings: isOverriding ? shown : [] };
    const isDone = await order(async () => {
      const { import: begun, userErrors } = (await run({ input })).runImport;
      return { one: readFragment(ImportFacts, begun), userErrors };
    });
    if (isDone) void navigate(routes.import(one.id));
  }

  return (
    <Stack>
      {problem && <Note tone="bad" role="alert" title={problem} />}
      <SheetNote id={one.id} />
      <Figures
        items={[
          { value: count(one.added), name: t`new users`, tone: one.added ? 'ok' : 'off' },
          { value: count(one.updated), name: t`updated`, tone: one.updated ? undefined : 'off' },
          { value: count(one.unchanged), name: t`unchanged`, tone: 'off' },
          {
            value: count(one.failed - one.warned),
            name: t`rows with errors, left out`,
            tone: one.failed > one.warned ? 'bad' : 'off',
          },
          { value: count(one.warned), name: t`rows with warnings`, tone: one.warned ? 'warn' : 'off' },
        ]}
      />
      <Issues one={one} list={list} />
      {one.isOwn ? (
        <FieldGrid>
          {invites && <InvitationsField value={notify} onChange={setNotify} />}
          {one.warned > 0 && (
            <Checkbox
              label={t`Override warnings (${count(one.warned)})`}
              description={
                list.hasMore
                  ? t`Of the kinds of warnings that are shown above: show more to see all of them.`
                  : t`The rows that only warnings keep back are saved, too.`
              }
              value={overrides}
              onChange={(isOn) => {
                setOverrides(isOn);
                // Nothing is overridden unseen.
                if (isOn && shown.length === 0) list.setKind('WARNING');
              }}
            />
          )}
        </FieldGrid>
      ) : (
        <Note tone="info" title={<Trans>Only whoever brought this file can run it.</Trans>} />
      )}
      {users === 0 && <Note tone="info" title={<Trans>This file changes nobody.</Trans>} />}
      <Row isApart>
        <small>
          <Trans>Can be undone for 30 days.</Trans>
        </small>
        {one.isOwn && (
          <Row>
            <LinkButton href={routes.importStep(one.id, 'match')}>{t`Back`}</LinkButton>
            <Button variant="primary" isDisabled={users === 0} isPending={isPending} onPress={() => void start()}>
              <Plural value={users} one={`Import ${number} user`} other={`Import ${number} users`} />
            </Button>
          </Row>
        )}
      </Row>
    </Stack>
  );
}
