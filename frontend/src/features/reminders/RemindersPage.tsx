import { useLingui } from '@lingui/react/macro';
import { CalendarDays, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCan, useSwitchedOff, useViewer } from '@/lib/viewer';
import { useReminderWindows } from '@/parts/reminders/useReminderWindows';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';
import { Button, PageBody, PageHeader, Row, Select, TabLinks } from '@/ui';
import { Agenda } from './Agenda';
import { addressOf, parseShown, type Shown } from './shown';

const Month = lazy(() => import('./Month'));
const DoneReminders = lazy(() => import('@/parts/reminders/DoneReminders'));
const ReminderDialog = lazy(() => import('@/parts/reminders/ReminderDialog'));
const FeedDialog = lazy(() => import('./FeedDialog'));

/** **Reminders**: what is due, what is next and what was done; as an agenda and by month. */
export default function RemindersPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const shown = parseShown(params);
  const { user } = useViewer();
  const filter = shown.whose === 'me' ? { assigneeId: user.id } : {};
  const off = useSwitchedOff('REMINDERS');
  const mayWrite = useCan()('REMINDERS_WRITE');
  const [isFeedOpen, setFeedOpen] = useState(false);
  const windows = useReminderWindows();
  const address = (changed: Partial<Shown>) => addressOf({ ...shown, ...changed });
  return (
    <>
      <PageHeader
        title={t`Reminders`}
        actions={
          <>
            <Button icon={CalendarDays} isDisabled={off !== undefined} onPress={() => setFeedOpen(true)}>
              {t`In a calendar`}
            </Button>
            {mayWrite && (
              <Button variant="primary" icon={Plus} isDisabled={off !== undefined} onPress={() => windows.begin()}>
                {t`New reminder`}
              </Button>
            )}
          </>
        }
      />
      <TabLinks
        label={t`Views`}
        current={address({})}
        items={[
          { href: address({ view: 'agenda' }), label: t`Agenda` },
          { href: address({ view: 'month' }), label: t`Month` },
          { href: address({ view: 'done' }), label: t`Done` },
        ]}
      />
      <PageBody>
        {off !== undefined ? (
          <SwitchedOff feature="REMINDERS" title={t`Reminders are switched off.`} />
        ) : (
          <>
            <Row>
              <Select
                label={t`For`}
                options={[
                  { id: 'me', name: t`Me` },
                  { id: 'all', name: t`Everybody` },
                ]}
                value={shown.whose}
                onChange={(whose) => void navigate(address({ whose: whose as Shown['whose'] }), { replace: true })}
              />
            </Row>
            <Suspense>
              {shown.view === 'agenda' && <Agenda filter={filter} row={windows.row} onNew={() => windows.begin()} />}
              {shown.view === 'month' && <Month shown={shown} filter={filter} address={address} windows={windows} />}
              {shown.view === 'done' && <DoneReminders filter={filter} row={windows.row} />}
            </Suspense>
          </>
        )}
      </PageBody>
      {windows.windows}
      {params.has('new') && mayWrite && off === undefined && (
        <Suspense>
          <ReminderDialog onClose={() => void navigate(address({}), { replace: true })} />
        </Suspense>
      )}
      {isFeedOpen && (
        <Suspense>
          <FeedDialog onClose={() => setFeedOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
