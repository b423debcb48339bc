import { Trans, useLingui } from '@lingui/react/macro';
import { FileSpreadsheet } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql, readFragment } from '@/gen';
import type { OnExisting } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { leaveHub } from '@/lib/navigation';
import { routes, signInReturningTo } from '@/lib/routes';
import { upload } from '@/lib/upload';
import { useSwitchedOff } from '@/lib/viewer';
import { Button, Card, FileDrop, LinkButton, PageBody, Progress, RadioGroup, Row, Stack } from '@/ui';
import { ImportHead } from './ImportHead';
import { ImportFacts } from './importsQuery';
import { ImportsOff } from './ImportsOff';

const CheckDocument = graphql(`
  mutation NewImportPage($file: Upload!, $options: ImportOptions) {
    checkImport(file: $file, options: $options) {
      import {
        ...ImportFacts
      }
      userErrors {
        message
      }
    }
  }
`);

/** The first step: **Show XLSX file example**, what becomes of users who exist, and **Add XLSX File**. */
export default function NewImportPage() {
  const isOn = useSwitchedOff('IMPORT') === undefined;
  return (
    <>
      <ImportHead step={0} />
      <PageBody layout="narrow">{isOn ? <File /> : <ImportsOff />}</PageBody>
    </>
  );
}

/** Sends a file, and leads to what the check finds in it. */
function useSending() {
  const navigate = useNavigate();
  const [sending, setSending] = useState<{ name: string; sent: number; of: number }>();
  const [problem, setProblem] = useState<string>();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  async function send(file: File, onExisting: OnExisting) {
    const controller = (stopping.current = new AbortController());
    const { signal } = controller;
    setProblem(undefined);
    setSending({ name: file.name, sent: 0, of: file.size });
    const onProgress = (sent: number, of: number) => setSending({ name: file.name, sent, of });
    try {
      const answer = (await upload(CheckDocument, { file, options: { onExisting } }, { onProgress, signal }))
        .checkImport;
      if (signal.aborted) return;
      const one = readFragment(ImportFacts, answer.import);
      if (one) void navigate(routes.importStep(one.id, one.state === 'NEEDS_MAPPING' ? 'match' : 'check'));
      else setProblem(answer.userErrors.map(({ message }) => message).join(' '));
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.kind === 'unauthenticated') leaveHub(signInReturningTo(routes.newImport));
      else if (!signal.aborted) setProblem(failure.message);
    } finally {
      if (stopping.current === controller) setSending(undefined);
    }
  }
  return { send, sending, problem, stop: () => stopping.current?.abort() };
}

function File() {
  const { t } = useLingui();
  const [onExisting, setOnExisting] = useState<OnExisting>('UPDATE');
  const { send, sending, problem, stop } = useSending();
  return (
    <>
      <Card
        title={t`Example`}
        lead={
          <Trans>
            Our headings with a note on each, lists for what can be chosen, and one sample row that is left out.
          </Trans>
        }
        actions={
          <LinkButton href={routes.exampleFile} download icon={FileSpreadsheet}>{t`Show XLSX file example`}</LinkButton>
        }
      />
      <Card title={t`File`}>
        <Stack>
          <RadioGroup
            label={t`Users who exist already`}
            options={[
              { id: 'UPDATE', name: t`Update what differs`, description: t`Empty cells keep what is there.` },
              { id: 'SKIP', name: t`Leave them as they are`, description: t`Only new users are added.` },
            ]}
            value={onExisting}
            onChange={(value) => setOnExisting(value as OnExisting)}
            isDisabled={!!sending}
          />
          {sending ? (
            <Row>
              <span role="status">
                <Trans>Sending {sending.name}…</Trans>
              </span>
              <Progress label={t`Sending`} value={sending.sent} max={sending.of} />
              <Button size="small" onPress={stop}>{t`Cancel`}</Button>
            </Row>
          ) : (
            <FileDrop
              label={t`Add XLSX File`}
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              error={problem}
              description={
                <Trans>
                  XLSX or CSV, up to 50 MB. Row 1 holds the headings. It is checked first: nothing is saved before you
                  say so.
                </Trans>
              }
              onFile={(file) => void send(file, onExisting)}
            />
          )}
        </Stack>
      </Card>
    </>
  );
}
