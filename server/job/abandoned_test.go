package job_test

import (
	"context"
	"testing"
	"time"
)

// abandon makes the one job there is look as if its process had died in the middle of it, so long ago.
func (b *bench) abandon(ago time.Duration) {
	b.T.Helper()
	var err error
	if pool := b.Store.Pool(); pool != nil {
		_, err = pool.Exec(context.Background(),
			"UPDATE river_job SET state = 'running', attempt = 1, attempted_at = $1, attempted_by = '{gone}'", time.Now().Add(-ago))
	} else {
		_, err = b.Store.Writer().Exec(
			"UPDATE river_job SET state = 'running', attempt = 1, attempted_at = ?, attempted_by = jsonb('[\"gone\"]')",
			time.Now().Add(-ago).UTC().Format("2006-01-02 15:04:05.000"))
	}
	if err != nil {
		b.T.Fatal(err)
	}
}

// A process that is killed leaves jobs that count as running. No mail may wait for them for an hour.
func TestAbandonedJobsAreDoneAgain(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		if err := b.enqueue(nil); err != nil {
			t.Fatal(err)
		}
		// SQLite belongs to one process, so whatever counts as running at the start is abandoned.
		ago := time.Second
		if b.Store.Pool() != nil {
			ago = 41 * time.Second
		}
		b.abandon(ago)
		b.start()
		b.waitFor(1)
		settles()
		if n := len(b.ran()); n != 1 {
			t.Fatalf("ran %d times", n)
		}
	})
}

// On PostgreSQL the process that is at it may well live.
func TestRunningJobsOfOthersAreLeftAlone(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		if b.Store.Pool() == nil {
			return // on SQLite there are no others
		}
		if err := b.enqueue(nil); err != nil {
			t.Fatal(err)
		}
		b.abandon(5 * time.Second)
		b.start()
		time.Sleep(3 * time.Second)
		if n := len(b.ran()); n != 0 {
			t.Fatal("a job that somebody may be doing was done twice")
		}
	})
}
