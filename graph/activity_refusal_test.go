package graph_test

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
)

// activityOf is an activity of a user, that was there before.
func activityOf(s *scene) string {
	s.hub.T.Helper()
	return newActivity(s.cast, s.target, "order", "Order 1042").GlobalID()
}

// newActivity records one directly.
func newActivity(c *cast, u *ent.User, kind, summary string) (made *ent.Activity) {
	c.hub.T.Helper()
	write(c.hub, func(ctx context.Context, tx *ent.Client) (err error) {
		made, err = tx.Activity.Create().SetUserID(u.ID).SetKind(kind).SetSummary(summary).SetSource(activity.SourceAPI).
			SetActor("Shop").SetOccurredAt(c.hub.Clock.Now()).Save(ctx)
		return err
	})
	return made
}

// Who may record activities, and take them away.
func init() {
	one := func(who vars) vars {
		who["kind"], who["summary"] = "order", "Order 1042"
		return who
	}
	byID := func(s *scene) vars { return vars{"in": one(vars{"userId": userID(s.target)})} }
	attempts = append(attempts,
		attempt{"recordActivity", "of a user", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, byID},
		attempt{"recordActivity", "of an email", [8]string{anon, deny, deny, none, ok, deny, ok, ok}, func(s *scene) vars {
			return vars{"in": one(vars{"email": s.target.Email})}
		}},
		attempt{"recordActivity", "of an email that nobody has", [8]string{anon, deny, deny, none, none, deny, none, none}, func(s *scene) vars {
			return vars{"in": one(vars{"email": s.fresh})}
		}},
		attempt{"recordActivities", "of a user", [8]string{anon, deny, deny, none, ok, deny, ok, ok}, func(s *scene) vars {
			return vars{"in": []vars{one(vars{"email": s.target.Email})}}
		}},
		attempt{"deleteActivity", "one", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, func(s *scene) vars {
			return vars{"in": vars{"id": activityOf(s)}}
		}},
	)
	for name, letters := range map[string]string{"recordActivity, of a user": "DDoDDD", "recordActivity, of an email": "DDoDDD",
		"recordActivity, of an email that nobody has": "DDuDDD", "recordActivities, of a user": "DDoDDD", "deleteActivity, one": "DDoDDD"} {
		byOthers[name] = letters
	}
	for mutation, text := range map[string]string{"recordActivity": recordActivity, "recordActivities": recordActivities, "deleteActivity": deleteActivity} {
		texts[mutation] = text
	}
	reached := map[string]string{
		inAway: "ADDoNDooDDoDDD", nowhere: "ADDNNDooDDoDDD", inCircle: "ADDNNDooDDoDDD",
		overThere: "ADDNNDooDDoDDD", inactive: "ADDNoDooDDoDDD", deleted: "ADDNNDNNDDNDDD",
	}
	elsewhere = append(elsewhere, placed{"recordActivity", "of somebody", false, reached, byID},
		placed{"deleteActivity", "of somebody", false, reached, func(s *scene) vars { return vars{"in": vars{"id": activityOf(s)}} }})
}
