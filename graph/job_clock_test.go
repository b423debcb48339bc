package graph_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/hubtest"
)

// A job at half past two runs once on each day, also where the clocks leave that time out and where they show it twice; after months without
// a hub it catches up once.
func TestJobsWhenClocksChange(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		admin.Must(createJob, telling(vars{"schedule": "30 2 * * *", "timeZone": "Europe/Oslo"}))
		runs := 0
		for _, at := range []struct {
			now, what string
			more      int
			next      string
		}{
			{"2037-03-28T12:00:00Z", "after months, once", 1, "2037-03-29T01:00:00Z"},
			{"2037-03-29T00:55:00Z", "before the clocks jump", 0, "2037-03-29T01:00:00Z"},
			{"2037-03-29T01:00:05Z", "when they have jumped over it", 1, "2037-03-30T00:30:00Z"},
			{"2037-03-29T01:31:00Z", "half an hour after the jump", 0, "2037-03-30T00:30:00Z"},
			{"2037-03-30T00:30:05Z", "on the day after, in summer time", 1, "2037-03-31T00:30:00Z"},
			{"2037-10-24T12:00:00Z", "after another outage, once", 1, "2037-10-25T00:30:00Z"},
			{"2037-10-25T00:30:05Z", "the first half past two", 1, "2037-10-26T01:30:00Z"},
			{"2037-10-25T01:30:05Z", "the second one", 0, "2037-10-26T01:30:00Z"},
			{"2037-10-26T01:30:05Z", "on the day after, in winter time", 1, "2037-10-27T01:30:00Z"},
		} {
			now, err := time.Parse(time.RFC3339, at.now)
			if err != nil {
				t.Fatal(err)
			}
			hub.Settle()
			hub.Clock.Set(now)
			admin.SignIn("mona@example.org", hubtest.Password) // no session lasts so long
			if runs += at.more; at.more > 0 {
				hubtest.Eventually(t, fmt.Sprintf("%d runs %s", runs, at.what), func() bool {
					return admin.Must(readJobs, nil).Int("jobs.0.runs.totalCount") >= runs
				})
			}
			hub.Settle() // nothing is due, and nothing waits
			a := admin.Must(readJobs, nil)
			equal(t, "the runs "+at.what, a.Int("jobs.0.runs.totalCount"), runs)
			equal(t, "the next run "+at.what, a.Text("jobs.0.nextRunAt"), at.next)
		}
	})
}
