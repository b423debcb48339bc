import { useLingui } from '@lingui/react/macro';
import { useId, useRef, useState } from 'react';
import { graphql } from '@/gen';
import type { ExportFormat, StartExportInput, UserFilter } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useMutation, useQuery } from '@/lib/hooks';
import { Button, Dialog, LinkButton, Note, Skeleton } from '@/ui';
import { keepChoice } from './columnChoice';
import { type ExportChoice, ExportForm } from './ExportForm';
import { ExportGoing } from './ExportGoing';
import { isUnderWay, touchedByExports } from './exportQuery';
import { tellWhenDone } from './tellWhenDone';
import { useExport } from './useExport';

const ColumnsQuery = graphql(`
  query ExportDialog {
    sheetColumns {
      key
      heading
    }
  }
`);

const StartDocument = graphql(`
  mutation StartExport($input: StartExportInput!) {
    startExport(input: $input) {
      export {
        ...ExportFacts
        id
      }
      userErrors {
        message
      }
    }
  }
`);

interface Props {
  format: ExportFormat;
  /** What the list finds, where it leaves anybody out. */
  filter?: UserFilter;
  onClose: () => void;
}

const nothing = {};

/** Asks whom a file is about and what it has; once it is begun, says how far it is, and has the file. */
export function ExportDialog(props: Props) {
  const [id, setId] = useState<string>();
  return id ? <Going id={id} onClose={props.onClose} /> : <Asking {...props} onStarted={setId} />;
}

function Asking({ format, filter, onClose, onStarted }: Props & { onStarted: (id: string) => void }) {
  const { t } = useLingui();
  const formId = useId();
  const { data, failure, refetch } = useQuery(ColumnsQuery, nothing);
  const { run, isPending } = useMutation(StartDocument, touchedByExports);
  const [problem, setProblem] = useState<string>();
  const problemShown = problem ?? (data ? undefined : failure?.message);

  async function start({ isFiltered, format, columns }: ExportChoice) {
    const input: StartExportInput = {
      format,
      filter: isFiltered ? filter : undefined,
      columns: columns.isAll ? undefined : columns.picked,
    };
    keepChoice(columns);
    try {
      const answer = (await run({ input })).startExport;
      if (answer.export) onStarted(answer.export.id);
      else setProblem(answer.userErrors[0]?.message);
    } catch (thrown) {
      setProblem(asFailure(thrown).message);
    }
  }

  return (
    <Dialog
      title={t`Export users`}
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={formId} variant="primary" isDisabled={!data} isPending={isPending}>
            {t`Generate file`}
          </Button>
        </>
      }
    >
      {problemShown && (
        <Note
          tone="bad"
          role="alert"
          title={problemShown}
          actions={!data && <Button onPress={refetch}>{t`Retry`}</Button>}
        />
      )}
      {data ? (
        <ExportForm
          id={formId}
          columns={data.sheetColumns}
          format={format}
          filter={filter}
          onSubmit={(choice) => void start(choice)}
        />
      ) : (
        !failure && <Skeleton lines={8} />
      )}
    </Dialog>
  );
}

function Going({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const { one, failure, refetch } = useExport(id);
  const goesOn = !one || isUnderWay(one);
  const isClosed = useRef(false);
  const close = () => {
    if (goesOn && !isClosed.current) tellWhenDone(id);
    isClosed.current = true;
    onClose();
  };
  return (
    <Dialog
      title={t`Export users`}
      isOpen
      onClose={close}
      footer={
        <>
          <Button autoFocus onPress={close}>{t`Close`}</Button>
          {one?.url && <LinkButton variant="primary" href={one.url} download>{t`Download`}</LinkButton>}
        </>
      }
    >
      {failure && !one && (
        <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={refetch}>{t`Retry`}</Button>} />
      )}
      <ExportGoing one={one} />
    </Dialog>
  );
}
