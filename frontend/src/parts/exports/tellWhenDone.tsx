import { Plural, Trans } from '@lingui/react/macro';
import { readFragment } from '@/gen';
import { listen } from '@/lib/events';
import { Link, showToast } from '@/ui';
import { ExportFacts, ExportGoesOn, isUnderWay } from './exportQuery';

/** Follows an export wherever somebody goes in the hub, and says in a toast what came of it. */
export function tellWhenDone(id: string): void {
  const stop = listen(
    ExportGoesOn,
    { id },
    {
      onData: ({ exportProgress }) => {
        const one = readFragment(ExportFacts, exportProgress);
        if (isUnderWay(one)) return;
        stop();
        if (!one.url) {
          showToast({ tone: 'bad', message: one.problem ?? <Trans>There is no file.</Trans> });
          return;
        }
        showToast({
          message: (
            <>
              <Plural value={one.rows} one="The file with # user is ready." other="The file with # users is ready." />{' '}
              <Link look="inherit" href={one.url} download>
                <Trans>Download</Trans>
              </Link>
            </>
          ),
        });
      },
    },
  );
}
