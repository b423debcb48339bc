import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { FileSpreadsheet } from 'lucide-react';
import { useParams } from 'react-router';
import { useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useSwitchedOff } from '@/lib/viewer';
import { NotShown } from '@/parts/absent/NotShown';
import { Note, PageBody } from '@/ui';
import { CheckStep } from './CheckStep';
import { Going } from './Going';
import { ImportHead } from './ImportHead';
import { goesOn, type Import } from './importsQuery';
import { ImportsOff } from './ImportsOff';
import { MatchStep } from './MatchStep';
import { Result } from './Result';
import { useImport } from './useImport';

/** The steps that something in this state is at; of what can be matched anew, the address says. */
function stepOf(one: Import, asked: string | undefined): number {
  if (one.state === 'NEEDS_MAPPING' || (one.state === 'CHECKED' && asked === 'match')) return 1;
  if (one.state === 'CHECKING' || one.state === 'CHECKED') return 2;
  return one.state === 'RUNNING' ? 3 : 4;
}

/** One import: its columns, what the check found, how far it is, and what came of it. It can be left and come back to. */
export default function ImportPage() {
  const { t } = useLingui();
  const { id = '', step: asked } = useParams();
  const isOn = useSwitchedOff('IMPORT') === undefined;
  const { one, tell, isMissing, failure, refetch } = useImport(id, isOn);
  if (!one)
    return (
      <NotShown
        title={t`Import Users`}
        back={{ href: routes.imports, label: t`Back to the imports` }}
        missing={{
          icon: FileSpreadsheet,
          title: t`No such import`,
          sentence: t`This import does not exist, or you may not see it.`,
        }}
        off={!isOn && <ImportsOff />}
        {...{ isMissing, failure, refetch }}
      />
    );
  const step = stepOf(one, asked);
  return (
    <>
      <ImportHead step={step} meta={<Meta one={one} />} />
      <PageBody>
        {goesOn(one) ? (
          <Going one={one} tell={tell} />
        ) : step === 1 && !one.isOwn ? (
          <Note tone="info" title={<Trans>Whoever brought this file says first what its columns are.</Trans>} />
        ) : step === 1 ? (
          <MatchStep key={one.id} one={one} tell={tell} />
        ) : step === 2 ? (
          <CheckStep key={one.startedAt} one={one} tell={tell} />
        ) : (
          <Result one={one} tell={tell} />
        )}
      </PageBody>
    </>
  );
}

function Meta({ one }: { one: Import }) {
  const format = useFormat();
  const rows = format.count(one.rows);
  return (
    <>
      {one.fileName}
      {one.rows > 0 && (
        <>
          {' · '}
          <Plural value={one.rows} one={`${rows} row`} other={`${rows} rows`} />
        </>
      )}
      {' · '}
      {one.state === 'CHECKED' ? <Trans>checked, nothing written yet</Trans> : format.dateTime(one.createdAt)}
    </>
  );
}
