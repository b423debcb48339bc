package graph_test

import (
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/hubtest"
)

// What one may not see answers every mutation to the letter as what does not exist.
func TestUnseenAnswersLikeNothing(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{}, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		never := &ent.User{ID: 1 << 40}
		hidden := map[string]*ent.User{}
		for _, state := range []string{inAway, nowhere, overThere, deleted} {
			hidden[state] = c.newTarget(has{place: state, account: true, role: map[string]string{overThere: "super_user"}[state]}, string(rune('a'+len(hidden)))+"@target.example")
		}
		in := map[string]func(id string) vars{
			"updateUser":           func(id string) vars { return vars{"userId": id, "version": 1, "title": "Head"} },
			"createAccount":        func(id string) vars { return vars{"userId": id, "account": vars{}} },
			"supersedeUser":        func(id string) vars { return vars{"userId": id, "email": "new@example.org"} },
			"setTemporaryPassword": func(id string) vars { return vars{"userId": id, "password": "handed-over-42"} },
			"addMembers":           func(id string) vars { return vars{"groupId": groupID(c.circle), "userIds": []string{id}} },
			"removeMembers":        func(id string) vars { return vars{"groupId": groupID(c.circle), "userIds": []string{id}} },
			"setManager":           func(id string) vars { return vars{"groupId": groupID(c.circle), "userId": id, "manager": true} },
		}
		for _, mutation := range []string{"resendInvitation", "sendPasswordReset", "deactivateUser", "reactivateUser", "deleteUser", "revokeInvitation"} {
			in[mutation] = func(id string) vars { return vars{"userId": id} }
		}
		rows := hub.Rows()
		for _, actor := range []string{"member", "company_administrator", "group_manager", "partner_of_home", "partner_without", "as_partner_of_home"} {
			for mutation, of := range in {
				ask := func(u *ent.User) string {
					return seenAt.ReplaceAllString(string(c.clients[actor].Ask(texts[mutation], vars{"in": of(userID(u))}).Body), "")
				}
				want := ask(never)
				for state, u := range hidden {
					equal(t, "what "+mutation+" of somebody "+state+" tells "+actor, ask(u), want)
				}
			}
		}
		same(hub, rows)
	})
}
