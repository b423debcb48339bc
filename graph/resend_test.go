package graph_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// newestTo is the newest message to a user.
func newestTo(hub *hubtest.Hub, id string) (messageID, state, linkState string) {
	hub.T.Helper()
	hub.Settle()
	a := hub.Admin().Must(`query($id:ID!){messages(first:1,filter:{userId:$id}){edges{node{id state linkState}}}}`, vars{"id": id})
	return a.Text("messages.edges.0.node.id"), a.Text("messages.edges.0.node.state"), a.Text("messages.edges.0.node.linkState")
}

// become brings a message into a state that only the provider leads to.
func become(hub *hubtest.Hub, messageID string, state message.State) {
	hub.T.Helper()
	key, err := gid.Key(ent.TypeMessage, messageID)
	if err != nil {
		hub.T.Fatal(err)
	}
	write(hub, func(ctx context.Context, tx *ent.Client) error {
		return tx.Message.UpdateOneID(key).SetState(state).Exec(ctx)
	})
}

// Sent again, an invitation brings a fresh link and the older one is dead. An address that mail came back from warns first, whichever way it is
// sent again; whoever insists sends it.
func TestResendMessage(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		id, first := invited(hub, "ana@example.org")
		sent, _, _ := newestTo(hub, id)
		a := hub.Admin().Must(resendMessage, vars{"in": vars{"id": sent}})
		equal(t, "the kind", a.Text("resendMessage.message.kind"), "INVITATION")
		equal(t, "the new link", a.Text("resendMessage.message.linkState"), "VALID")
		equal(t, "the number of mails", len(mailsTo(hub, "ana@example.org")), 2)
		linkIs(t, hub, first, "REPLACED")

		again, _, _ := newestTo(hub, id)
		become(hub, again, message.StateBOUNCED)
		rows := hub.Rows()
		for mutation, in := range map[string]vars{resendMessage: {"in": vars{"id": again}}, resendInvitation: {"in": vars{"userId": id}}, sendPasswordReset: {"in": vars{"userId": id}}} {
			name := strings.SplitN(strings.SplitN(mutation, "{", 2)[1], "(", 2)[0]
			b := hub.Admin().Ask(mutation, in)
			b.Said(name, "WARNINGS")
			equal(t, "what "+name+" sent", b.At(name+".message"), nil)
		}
		same(hub, rows)
		b := hub.Admin().Ask(resendMessage, vars{"in": vars{"id": again}})
		equal(t, "the warning", warned(b, "resendMessage.warnings"), "EMAIL_BOUNCED_BEFORE")
		equal(t, "in words", b.Text("resendMessage.warnings.0.message"), "Mail to ana@example.org came back before. Check the spelling.")
		hub.Admin().Must(resendMessage, vars{"in": vars{"id": again}, "over": []string{"EMAIL_BOUNCED_BEFORE"}})
		equal(t, "the number of mails once insisted", len(mailsTo(hub, "ana@example.org")), 3)

		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": hubtest.Password})
		c := hub.Admin().Must(resendMessage, vars{"in": vars{"id": sent}, "over": []string{"EMAIL_BOUNCED_BEFORE"}})
		equal(t, "the kind once there is a password", c.Text("resendMessage.message.kind"), "PASSWORD_RESET")
		hub.Admin().Ask(resendMessage, vars{"in": vars{"id": "rubbish"}}).Refused("NOT_FOUND")
		hub.Admin().Ask(resendMessage, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
	})
}

// What brought no link is sent again in the same words; what answers somebody's own wish is not.
func TestRepeatMessage(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u := hub.User("ana@example.org", nil)
		a := hub.Admin().Must(`mutation($in:CreateReminderInput!){createReminder(input:$in){reminder{id} userErrors{code}}}`,
			vars{"in": vars{"userId": userID(u), "title": "Call Ana", "dueAt": hub.Clock.Now().Add(time.Hour).Format(time.RFC3339)}})
		equal(t, "a reminder", a.At("createReminder.reminder.id") != nil, true)
		hub.Clock.Advance(2 * time.Hour)
		hubtest.Eventually(t, "the reminder's mail", func() bool { return len(mailsTo(hub, "mona@example.org")) == 1 })
		told := hub.Admin().Must(`{messages(first:1,filter:{kind:[REMINDER]}){edges{node{id}}}}`, nil).Text("messages.edges.0.node.id")
		hub.Admin().Must(resendMessage, vars{"in": vars{"id": told}})
		mails := mailsTo(hub, "mona@example.org")
		equal(t, "the number of mails", len(mails), 2)
		equal(t, "the subject", mails[1].Subject, mails[0].Subject)
		equal(t, "the text", mails[1].Text, mails[0].Text)
		equal(t, "another key", mails[1].IdempotencyKey == mails[0].IdempotencyKey, false)
		bounced(hub, "signed@example.org", "signed@example.org")
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.Message.Create().SetKind(message.KindSIGNUP_CONFIRMATION).SetTo("up@example.org").SetSubject("Confirm").SetBody([]byte("x")).SetState(message.StateSENT).Exec(ctx)
		})
		asked := hub.Admin().Must(`{messages(first:1,filter:{kind:[SIGNUP_CONFIRMATION]}){edges{node{id}}}}`, nil).Text("messages.edges.0.node.id")
		hub.Admin().Ask(resendMessage, vars{"in": vars{"id": asked}}).Said("resendMessage", "INVALID")
	})
}

// What was never answered for is decided by a person, once: it counts as sent, or goes out as another message.
func TestResolveMessage(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		id, _ := invited(hub, "ana@example.org")
		lost, _, _ := newestTo(hub, id)
		hub.Admin().Ask(resolveMessage, vars{"in": vars{"id": lost, "sendAgain": false}}).Said("resolveMessage", "INVALID")
		become(hub, lost, message.StateUNKNOWN)
		a := hub.Admin().Must(resolveMessage, vars{"in": vars{"id": lost, "sendAgain": false}})
		equal(t, "the state", a.Text("resolveMessage.message.state"), "SENT")
		equal(t, "when it was decided is known", a.At("resolveMessage.message.resolvedAt") != nil, true)
		hub.Admin().Ask(resolveMessage, vars{"in": vars{"id": lost, "sendAgain": true}}).Said("resolveMessage", "INVALID")
		equal(t, "the number of mails", len(mailsTo(hub, "ana@example.org")), 1)

		bo, _ := invited(hub, "bo@example.org")
		open, _, _ := newestTo(hub, bo)
		become(hub, open, message.StateUNKNOWN)
		var both sync.WaitGroup
		for range 2 {
			both.Go(func() { hub.Admin().Ask(resolveMessage, vars{"in": vars{"id": open, "sendAgain": true}}) })
		}
		both.Wait()
		equal(t, "the number of mails to whom it was sent again", len(mailsTo(hub, "bo@example.org")), 2)
		_, state, links := newestTo(hub, bo)
		equal(t, "the newest message", state+" "+links, "SENT VALID")
	})
}

// An invitation that was taken back opens nothing, and whoever has it gets no other by themselves; an administrator's next one works.
func TestRevokeInvitation(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		id, token := invited(hub, "ana@example.org")
		version := hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{version}}}`, vars{"id": id}).At("node.version")
		hub.Admin().Ask(revokeInvitation, vars{"in": vars{"userId": id, "version": 99}}).Said("revokeInvitation", "CONFLICT")
		a := hub.Admin().Must(revokeInvitation, vars{"in": vars{"userId": id, "version": version}})
		equal(t, "the state", a.Text("revokeInvitation.user.account.state"), "INVITATION_EXPIRED")
		equal(t, "when is known", a.At("revokeInvitation.user.account.revokedAt") != nil, true)
		linkIs(t, hub, token, "REPLACED")
		hub.Stranger().Ask(setPassword, vars{"t": token, "p": hubtest.Password}).Said("setPassword", "LINK_REPLACED")
		hub.Stranger().Must(renewLink, vars{"t": token})
		hub.Stranger().Must(`mutation{requestPasswordReset(input:{login:"ana@example.org"}){accepted}}`, nil)
		equal(t, "the number of mails", len(mailsTo(hub, "ana@example.org")), 1)
		hub.Admin().Ask(revokeInvitation, vars{"in": vars{"userId": id}}).Said("revokeInvitation", "INVALID")

		b := hub.Admin().Must(resendInvitation, vars{"in": vars{"userId": id}})
		equal(t, "the new link", b.Text("resendInvitation.message.linkState"), "VALID")
		equal(t, "when it was taken back", hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{account{revokedAt}}}}`, vars{"id": id}).At("node.account.revokedAt"), nil)
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": hubtest.Password})
		hub.Admin().Ask(revokeInvitation, vars{"in": vars{"userId": id}}).Said("revokeInvitation", "INVALID")
		none := hub.User("none@example.org", nil)
		hub.Admin().Ask(revokeInvitation, vars{"in": vars{"userId": userID(none)}}).Said("revokeInvitation", "NO_ACCOUNT")
		told := hub.User("later@example.org", func(in *account.CreateInput) { in.Account = &account.NewAccount{Notify: "BY_JOB"} })
		hub.Admin().Ask(revokeInvitation, vars{"in": vars{"userId": userID(told)}}).Said("revokeInvitation", "INVALID")
	})
}

// Many invitations are sent again or taken back in one run.
func TestRevokeManyInvitations(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ana, token := invited(hub, "ana@example.org")
		bo, _ := invited(hub, "bo@example.org")
		hub.Admin().Ask(bulkUpdate, vars{"in": vars{"userIds": []string{ana}, "revokeInvitation": true, "resendInvitation": true}}).Said("bulkUpdateUsers", "INVALID")
		hub.Admin().Must(bulkUpdate, vars{"in": vars{"userIds": []string{ana, bo}, "revokeInvitation": true}})
		hubtest.Eventually(t, "both to be taken back", func() bool {
			found := hub.Admin().Must(`{users(first:9,filter:{accountState:[INVITATION_EXPIRED]}){totalCount}}`, nil)
			return found.At("users.totalCount") == any(2.0)
		})
		linkIs(t, hub, token, "REPLACED")
		b := hub.Admin().Must(`{messages(first:9,filter:{linkState:[REPLACED]}){totalCount}}`, nil)
		equal(t, "the number of messages with a dead link", b.At("messages.totalCount"), any(2.0))
		hub.Admin().Must(bulkUpdate, vars{"in": vars{"userIds": []string{ana, bo}, "resendInvitation": true}})
		hubtest.Eventually(t, "both to be sent again", func() bool {
			return len(mailsTo(hub, "ana@example.org"))+len(mailsTo(hub, "bo@example.org")) == 4
		})
		c := hub.Admin().Must(`{messages(first:9,filter:{linkState:[VALID,EXPIRED]}){totalCount}}`, nil)
		equal(t, "the number of messages with a link that works", c.At("messages.totalCount"), any(2.0))
	})
}

// A message of somebody out of reach answers to the letter as one that does not exist.
func TestUnseenMessageAnswersLikeNothing(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{}, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		target := c.newTarget(has{account: true, place: inAway}, "away@target.example")
		theirs := messageIn(hub, target, message.StateUNKNOWN)
		never, rows := gid.Encode(ent.TypeMessage, 1<<40), hub.Rows()
		for _, actor := range []string{"company_administrator", "super_user", "member"} {
			for _, more := range []vars{{}, {"sendAgain": true}} {
				mutation := map[bool]string{true: resendMessage, false: resolveMessage}[len(more) == 0]
				ask := func(id string) string {
					in := vars{"id": id}
					for name, value := range more {
						in[name] = value
					}
					return seenAt.ReplaceAllString(string(c.clients[actor].Ask(mutation, vars{"in": in}).Body), "")
				}
				equal(t, "what "+actor+" is told", ask(theirs), ask(never))
			}
		}
		same(hub, rows)
	})
}

// Whoever has not used their invitation is reminded of it once, four hours before its link ends, if the settings say so; with the same link.
func TestNudge(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		nudges := func(address string) (n int) {
			for _, m := range mailsTo(hub, address) {
				if strings.Contains(m.Subject, "ends soon") {
					n++
				}
			}
			return n
		}
		invited(hub, "before@example.org") // while the setting is off
		hub.Clock.Advance(21 * time.Hour)
		time.Sleep(1200 * time.Millisecond) // two looks at what is due
		equal(t, "the number of nudges while they are off", nudges("before@example.org"), 0)

		hub.Admin().SignIn("mona@example.org", hubtest.Password)
		hub.Admin().Must(updateSettings, vars{"in": vars{"version": 1, "nudgeBeforeExpiry": true}})
		_, token := invited(hub, "ana@example.org")
		_, used := invited(hub, "used@example.org")
		lost, _ := invited(hub, "lost@example.org")
		hub.Stranger().Must(setPassword, vars{"t": used, "p": hubtest.Password})
		bounce, _, _ := newestTo(hub, lost)
		become(hub, bounce, message.StateBOUNCED)
		hub.Clock.Advance(20*time.Hour + time.Minute)
		hubtest.Eventually(t, "the nudge", func() bool { return nudges("ana@example.org") == 1 })
		equal(t, "its link", tokenTo(hub, "ana@example.org"), token)
		linkIs(t, hub, token, "VALID")
		hub.Clock.Advance(3 * time.Hour)
		time.Sleep(1200 * time.Millisecond)
		equal(t, "the number of nudges", nudges("ana@example.org"), 1)
		for _, nobody := range []string{"before", "used", "lost"} {
			equal(t, "the number of nudges to "+nobody, nudges(nobody+"@example.org"), 0)
		}
		hub.Admin().SignIn("mona@example.org", hubtest.Password)
		a := hub.Admin().Must(`{messages(first:9,filter:{kind:[NUDGE]}){edges{node{text}}}}`, nil)
		equal(t, "the link is masked", strings.Contains(a.Text("messages.edges.0.node.text"), token), false)
		hub.Stranger().Must(setPassword, vars{"t": token, "p": hubtest.Password})
	})
}
