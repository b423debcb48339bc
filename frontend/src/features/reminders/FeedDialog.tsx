import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation, useQuery } from '@/lib/hooks';
import { Button, Confirm, CopyButton, Dialog, Note, Row, Skeleton, Stack, TextField } from '@/ui';

const FeedQuery = graphql(`
  query RemindersFeed {
    viewer {
      remindersFeedUrl
    }
  }
`);

const ResetFeed = graphql(`
  mutation ResetRemindersFeed {
    resetRemindersFeed {
      userErrors {
        message
      }
    }
  }
`);

const nothing = {};

/** The private address under which calendars read what is for the viewer. */
export default function FeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { data, failure } = useQuery(FeedQuery, nothing);
  const { run, isPending } = useMutation(ResetFeed, { touches: ['Viewer'] });
  const [refusal, setRefusal] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const url = data?.viewer.remindersFeedUrl;

  async function reset() {
    try {
      setRefusal((await run({})).resetRemindersFeed.userErrors[0]?.message);
    } catch (thrown) {
      setRefusal(asFailure(thrown).message);
    }
  }

  return (
    <Dialog
      title={t`Your reminders in a calendar`}
      isOpen
      onClose={onClose}
      footer={
        <>
          {data && (
            <Button isPending={isPending} onPress={() => (url ? setAsking(true) : void reset())}>
              {url ? t`Make a new address` : t`Make an address`}
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>{t`Done`}</Button>
        </>
      }
    >
      <Stack>
        <p>
          <Trans>
            Subscribe to this address in a calendar: it shows what is for you and still to be done, and rings on each
            date.
          </Trans>
        </p>
        {(failure ?? refusal) && <Note tone="bad" role="alert" title={refusal ?? failure?.message} />}
        {!data && !failure ? (
          <Skeleton />
        ) : (
          url && (
            <>
              <TextField label={t`Address`} isReadOnly value={url} />
              <Row>
                <CopyButton text={url} />
              </Row>
              <Note
                tone="info"
                title={<Trans>Whoever knows the address can read it. A new one makes this one stop working.</Trans>}
              />
            </>
          )
        )}
      </Stack>
      <Confirm
        title={t`Make a new address?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmLabel={t`Make a new address`}
        onConfirm={reset}
      >
        <Trans>The present one stops working at once: calendars that read it learn of nothing new.</Trans>
      </Confirm>
    </Dialog>
  );
}
