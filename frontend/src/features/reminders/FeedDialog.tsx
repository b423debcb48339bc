import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation, useQuery } from '@/lib/hooks';
import { Button, CopyButton, Dialog, Note, Row, Skeleton, Stack, TextField } from '@/ui';

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
      viewer {
        remindersFeedUrl
      }
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
  const [made, setMade] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const url = made ?? data?.viewer.remindersFeedUrl;

  async function reset() {
    try {
      const { viewer, userErrors } = (await run({})).resetRemindersFeed;
      setRefusal(userErrors[0]?.message);
      setMade(viewer?.remindersFeedUrl ?? undefined);
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
          <Button isPending={isPending} onPress={() => void reset()}>
            {url ? t`Make a new address` : t`Make an address`}
          </Button>
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
    </Dialog>
  );
}
