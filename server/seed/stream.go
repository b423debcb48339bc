package seed

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/activity"
)

var activityColumns = []string{"user_id", "kind", "summary", "source", "actor", "occurred_at", "created_at"}

// happenings are what made-up people do: how often in a hundred, and in which words, some with a number.
var happenings = []struct {
	share         int
	kind, summary string
	source        activity.Source
	actor         string
}{
	{38, "order", "Order %d", activity.SourceAPI, "Shop"},
	{24, "newsletter_opened", "Opened newsletter no. %d", activity.SourceAPI, "Newsletter"},
	{16, "visit", "Looked at %d pages", activity.SourceAPI, "Website"},
	{10, "sign_in", "Signed in to Portico", activity.SourceSIGN_IN, "sign-in"},
	{6, "email", "Password reset", activity.SourceEMAIL, "notify.send_message"},
	{4, "call", "Asked about invoice %d", activity.SourceMANUAL, "Mona Kvam"},
	{2, "refund", "Order %d was sent back", activity.SourceAPI, "Shop"},
}

// stream is what one person did since their record was made: activities on average, the busiest twice as much. It draws from
// dice of its own, so that the people are the same however much they do.
func stream(r *rand.Rand, p person, activities int) (rows [][]any) {
	for range r.IntN(2*activities + 1) {
		at := p.created.Add(time.Duration(r.Int64N(int64(newest.Sub(p.created)) + 1))).Truncate(time.Second)
		dice := r.IntN(100)
		for _, h := range happenings {
			if dice -= h.share; dice >= 0 {
				continue
			}
			summary, number := h.summary, 1+r.IntN(9999)
			if h.source != activity.SourceSIGN_IN && h.source != activity.SourceEMAIL {
				summary = fmt.Sprintf(h.summary, number)
			}
			rows = append(rows, []any{p.id, h.kind, summary, string(h.source), h.actor, at, at})
			break
		}
	}
	return rows
}
