package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// streamOf is a user's stream as its kinds and summaries, newest first.
func streamOf(admin *hubtest.Client, u *ent.User) string {
	a := admin.Must(stream, vars{"id": userID(u), "first": 100})
	list, _ := a.At("node.activities.edges").([]any)
	all := make([]string, len(list))
	for i := range list {
		at := fmt.Sprintf("node.activities.edges.%d.node.", i)
		all[i] = a.Text(at+"source") + " " + a.Text(at+"kind") + ": " + a.Text(at+"summary")
	}
	return strings.Join(all, "; ")
}

// What happens to somebody in Portico appears in their stream by itself.
func TestActivitiesThatAppearByThemselves(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		u, client := hub.Person(account.Member, "ana@example.org", nil)
		hub.Settle()
		t.Run("messages that were sent, and sign-ins", func(t *testing.T) {
			equal(t, "the stream", streamOf(admin, u), "SIGN_IN sign_in: Signed in to Portico; EMAIL email: "+mailsTo(hub, "ana@example.org")[0].Subject)
			client.SignIn("ana@example.org", hubtest.Password)
			equal(t, "the sign-ins", strings.Count(streamOf(admin, u), "SIGN_IN"), 2)
		})
		t.Run("not a session that goes on with another password, or with an app", func(t *testing.T) {
			const last = `query($id:ID!){node(id:$id){... on User{lastSignInAt}}}`
			was := admin.Must(last, vars{"id": userID(u)}).Text("node.lastSignInAt")
			hub.Clock.Advance(time.Minute)
			client.Must(changePassword, vars{"c": hubtest.Password, "n": chosen})
			client.Must(changePassword, vars{"c": chosen, "n": hubtest.Password})
			enrol(hub, client)
			provide(hub, u, "NONE")
			hub.Settle() // its owner is told of all that
			equal(t, "the sign-ins", strings.Count(streamOf(admin, u), "SIGN_IN"), 2)
			equal(t, "the last sign-in", admin.Must(last, vars{"id": userID(u)}).Text("node.lastSignInAt"), was)
		})
		t.Run("changes of consent, and nothing where it stays as it was", func(t *testing.T) {
			const set = `mutation($in:SetEmailSubscriptionInput!){setEmailSubscription(input:$in){undo{token} userErrors{code}}}`
			on := admin.Must(set, vars{"in": vars{"userId": userID(u), "subscribed": true}})
			admin.Must(set, vars{"in": vars{"userId": userID(u), "subscribed": true}})
			equal(t, "the newest", strings.Split(streamOf(admin, u), "; ")[0], "SYSTEM consent: Email communication switched on")
			admin.Must(takeBack, vars{"token": on.Text("setEmailSubscription.undo.token")})
			equal(t, "the newest after undo", strings.Split(streamOf(admin, u), "; ")[0], "SYSTEM consent: Email communication switched off")
			equal(t, "the changes of consent", strings.Count(streamOf(admin, u), "consent"), 2)
		})
		t.Run("not a sign-in that fails, nor anything while activities are switched off", func(t *testing.T) {
			client.Ask(`mutation($in:SignInInput!){signIn(input:$in){userErrors{code}}}`, vars{"in": vars{"login": "ana@example.org", "password": "a wrong guess"}}).Said("signIn", "BAD_CREDENTIALS")
			admin.Must(setFeature, switching("ACTIVITIES", false, "Not in your plan."))
			client.SignIn("ana@example.org", hubtest.Password)
			admin.Ask(stream, vars{"id": userID(u), "first": 1}).Refused("FEATURE_DISABLED")
			admin.Ask(recordActivity, order(vars{"userId": userID(u)}, "Order", nil)).Said("recordActivity", "FEATURE_DISABLED")
			admin.Ask(recordActivities, vars{"in": []vars{}}).Said("recordActivities", "FEATURE_DISABLED")
			admin.Ask(deleteActivity, vars{"in": vars{"id": "rubbish"}}).Refused("NOT_FOUND")
			admin.Must(setFeature, switching("ACTIVITIES", true, ""))
			equal(t, "the sign-ins", strings.Count(streamOf(admin, u), "SIGN_IN"), 2)
		})
	})
}

// Mail that is kept because no provider is set says so.
func TestActivitiesOfKeptMail(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{KeepMail: true}, func(t *testing.T, hub *hubtest.Hub) {
		u := hub.User("ana@example.org", func(in *account.CreateInput) { in.Account = &account.NewAccount{Notify: "IMMEDIATELY"} })
		if got := streamOf(hub.Admin(), u); !strings.HasPrefix(got, "EMAIL email: ") || !strings.HasSuffix(got, "(kept, not sent)") {
			t.Errorf("the stream is %q", got)
		}
	})
}

// keepUnknown sets whether activities of unknown emails are kept.
func keepUnknown(admin *hubtest.Client, keep bool) {
	version := admin.Must(`{settings{version}}`, nil).Int("settings.version")
	admin.Must(updateSettings, vars{"in": vars{"version": version, "keepUnknownActivities": keep}})
}

// What is told of an email that nobody has is kept, if the settings say so, for whoever appears with it.
func TestUnknownEmails(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		portal := shop(hub, viewer.UsersRead, viewer.ActivitiesRead, viewer.ActivitiesWrite)
		c := newCast(hub)
		ofNew := func(summary string) vars { return order(vars{"email": "New@example.org"}, summary, nil) }
		portal.Ask(recordActivity, ofNew("too early")).Said("recordActivity", "UNKNOWN")
		keepUnknown(admin, true)
		kept := portal.Must(recordActivity, ofNew("Order 1"))
		equal(t, "the activity of nobody", kept.At("recordActivity.activity"), nil)
		many := make([]vars, 700)
		for i := range many {
			many[i] = order(vars{"email": "new@EXAMPLE.org"}, fmt.Sprint("Order ", i+2), vars{"occurredAt": hub.Clock.Now().Add(-time.Hour)})["in"].(vars)
		}
		equal(t, "recorded", portal.Must(recordActivities, vars{"in": many}).Int("recordActivities.recorded"), 700)
		equal(t, "what everybody sees", portal.Must(streams, vars{"first": 1}).Int("activities.totalCount"), admin.Must(streams, vars{"first": 1}).Int("activities.totalCount"))
		portal.Ask(recordActivity, order(vars{"email": "nowhere"}, "x", nil)).Said("recordActivity", "INVALID")
		portal.Ask(recordActivity, order(vars{"email": "no@address"}, "x", nil)).Said("recordActivity", "INVALID")
		t.Run("not for those who cannot tell it from an email out of their reach", func(t *testing.T) {
			for _, email := range []string{"new@example.org", "away@example.org"} {
				c.clients["company_administrator"].Ask(recordActivity, order(vars{"email": email}, "x", nil)).Said("recordActivity", "UNKNOWN")
			}
		})
		t.Run("for whoever appears, at once, and the rest of it soon", func(t *testing.T) {
			u := hub.User("new@example.org", nil)
			if got := streamOf(admin, u); !strings.HasPrefix(got, "API order: Order 1; ") {
				t.Errorf("the stream begins %.60q", got)
			}
			hub.Clock.Advance(2 * time.Hour)
			hubtest.Eventually(t, "all that was kept belongs to them", func() bool {
				return admin.Must(stream, vars{"id": userID(u), "first": 1}).Int("node.activities.totalCount") == 701
			})
			left, err := hub.Store.Ent(hubtest.System()).UnclaimedActivity.Query().Count(hubtest.System())
			equal(t, "what is left", fmt.Sprint(left, err), "0 <nil>")
			created := admin.Must(`query($id:ID!){node(id:$id){... on User{changes(first:50){edges{node{entity}}}}}}`, vars{"id": userID(u)})
			equal(t, "what the journal tells of them", strings.Count(string(created.Body), `"Activity"`), 0)
		})
		t.Run("for a year, without a retention", func(t *testing.T) {
			left := func() int {
				n, err := hub.Store.Ent(hubtest.System()).UnclaimedActivity.Query().Count(hubtest.System())
				if err != nil {
					t.Fatal(err)
				}
				return n
			}
			portal.Must(recordActivity, order(vars{"email": "never@example.org"}, "Order 1", nil))
			hub.Clock.Advance(364 * 24 * time.Hour)
			portal.Must(recordActivity, order(vars{"email": "later@example.org"}, "Order 2", nil))
			equal(t, "what waits", left(), 2)
			hub.Clock.Advance(2 * 24 * time.Hour)
			hubtest.Eventually(t, "the older is gone", func() bool { return left() == 1 })
		})
	})
}

// Old activities go after as many days as the settings say, what was taken away after thirty; all else stays.
func TestRetention(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u, c := hub.Admin(), hub.User("ana@example.org", nil), &cast{hub: hub}
		now := hub.Clock.Now()
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			for i := range 1200 {
				age := []time.Duration{24 * time.Hour, 400 * 24 * time.Hour}[i%2]
				err := tx.Activity.Create().SetUserID(u.ID).SetKind("order").SetSummary("x").SetSource(activity.SourceAPI).SetActor("Shop").SetOccurredAt(now.Add(-age)).Exec(ctx)
				if err != nil {
					return err
				}
			}
			return nil
		})
		taken := newActivity(c, u, "order", "taken away")
		admin.Must(deleteActivity, vars{"in": vars{"id": taken.GlobalID()}})
		rows := func() int {
			n, err := hub.Store.Ent(hubtest.System()).Activity.Query().Count(viewer.ShowDeleted(hubtest.System()))
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		all := rows()
		hub.Clock.Advance(2 * time.Hour)
		hub.Settle()
		equal(t, "what is kept for ever", rows(), all)
		version := admin.Must(`{settings{version}}`, nil).Int("settings.version")
		admin.Must(updateSettings, vars{"in": vars{"version": version, "activityRetentionDays": 365}})
		hub.Clock.Advance(2 * time.Hour)
		hubtest.Eventually(t, "what is older than a year is erased", func() bool { return rows() == all-600 })
		hub.Clock.Advance(31 * 24 * time.Hour)
		hubtest.Eventually(t, "what was taken away is erased", func() bool { return rows() == all-601 })
	})
}
