package job

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/rivertype"

	"github.com/portico-hub/portico/server/clock"
)

// resume takes over what a process that died left behind: its running jobs are done again at once, and nobody waits
// for its turn as leader to run out. It is for SQLite alone, whose file belongs to one process at a time. On
// PostgreSQL another replica may be doing those jobs; there they are taken over when they are stuck.
func resume(ctx context.Context, exec riverdriver.Executor, c *clock.Clock) error {
	// Jobs may have begun at a time that a test clock showed and that is still to come.
	always := c.Now().AddDate(100, 0, 0)
	if _, err := exec.LeaderDeleteExpired(ctx, &riverdriver.LeaderDeleteExpiredParams{Now: &always}); err != nil {
		return fmt.Errorf("resume: %w", err)
	}
	const batch = 1000
	for after := int64(0); ; {
		left, err := exec.JobGetStuck(ctx, &riverdriver.JobGetStuckParams{AfterID: after, Max: batch, StuckHorizon: always})
		if err != nil {
			return fmt.Errorf("resume: %w", err)
		}
		if len(left) > 0 {
			if _, err := exec.JobRescueMany(ctx, again(left, c.Now())); err != nil {
				return fmt.Errorf("resume: %w", err)
			}
			after = left[len(left)-1].ID
		}
		if len(left) < batch {
			return nil
		}
	}
}

// again makes jobs available once more, and notes why.
func again(jobs []*rivertype.JobRow, now time.Time) *riverdriver.JobRescueManyParams {
	p := &riverdriver.JobRescueManyParams{StuckHorizon: now.AddDate(100, 0, 0)}
	for _, j := range jobs {
		// Marshalling plain values cannot fail.
		why, _ := json.Marshal(rivertype.AttemptError{At: now, Attempt: j.Attempt, Error: "the process ended in the middle of it"})
		p.ID = append(p.ID, j.ID)
		p.Error = append(p.Error, why)
		p.FinalizedAt = append(p.FinalizedAt, nil)
		p.ScheduledAt = append(p.ScheduledAt, now)
		p.State = append(p.State, string(rivertype.JobStateAvailable))
	}
	return p
}
