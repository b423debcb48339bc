package graph_test

import (
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// Managing a group means reaching its users: who reaches only a part does not make themselves, or anybody, manager of
// a group that they do not manage.
func TestReachIsNotTaken(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours, theirs, board := newCompany(hub, "Ours"), newCompany(hub, "Theirs"), newGroup(hub, "Board")
		boss, client := hub.Person("company_administrator", "boss@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs = &ours.ID, []int64{board.ID}
		})
		far := hub.User("far@example.org", func(in *account.CreateInput) { in.CompanyID, in.GroupIDs = &theirs.ID, []int64{board.ID} })
		near := hub.User("near@example.org", within(ours))
		for claim, in := range map[string]vars{
			"of themselves":   to(hub, boss, vars{"managerOfGroupIds": []string{groupID(board)}}),
			"of one of their": to(hub, near, vars{"groupIds": []string{groupID(board)}, "managerOfGroupIds": []string{groupID(board)}}),
		} {
			t.Run(claim, func(t *testing.T) { client.Ask(updateUser, in).Said("updateUser", "FORBIDDEN") })
		}
		seen := client.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": userID(far)})
		equal(t, "the user of another company", seen.At("node"), nil)
	})
}

// A peer who looks after more companies is no peer: what would let one sign in as them is refused.
func TestReachOfAPeer(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours, theirs := newCompany(hub, "Ours"), newCompany(hub, "Theirs")
		_, client := hub.Person("company_administrator", "boss@example.org", within(ours))
		role := hub.Role("company_administrator")
		peer := func(email string, more func(*account.CreateInput)) *ent.User {
			return hub.User(email, func(in *account.CreateInput) {
				in.CompanyID, in.RoleID, in.Account = &ours.ID, &role, &account.NewAccount{Notify: entaccount.NotifyNEVER}
				more(in)
			})
		}
		like := peer("like@example.org", func(*account.CreateInput) {})
		wider := peer("wider@example.org", func(in *account.CreateInput) { in.Assignments = []account.Assigned{{CompanyID: theirs.ID}} })
		const set = `mutation($in:SetTemporaryPasswordInput!){setTemporaryPassword(input:$in){user{id} userErrors{code}}}`
		client.Must(set, vars{"in": vars{"userId": gid.Encode(ent.TypeUser, like.ID), "password": "handed-over-42"}})
		client.Ask(set, vars{"in": vars{"userId": gid.Encode(ent.TypeUser, wider.ID), "password": "handed-over-42"}}).Refused("FORBIDDEN")
	})
}

// A password that is replaced while somebody signs in with it, or changes it, opens nothing afterwards.
func TestReplacedPasswordOpensNothing(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, own := hub.Person("member", "ana@example.org", nil)
		old := hubtest.Password
		for round := range 6 {
			fresh := old + "x"
			token := reset(hub, "ana@example.org")
			var wg sync.WaitGroup
			attackers := make([]*hubtest.Client, 4)
			for i := range attackers {
				attackers[i] = hub.Stranger()
				wg.Go(func() {
					attackers[i].Ask(`mutation($p:String!){signIn(input:{login:"ana@example.org",password:$p}){nextStep userErrors{code}}}`, vars{"p": old})
				})
			}
			wg.Go(func() {
				own.Ask(`mutation($p:String!,$n:String!){changePassword(input:{currentPassword:$p,newPassword:$n}){nextStep userErrors{code}}}`, vars{"p": old, "n": "stolen-by-the-thief-9"})
			})
			owner := hub.Stranger()
			done := owner.Ask(setPassword, vars{"t": token, "p": fresh})
			wg.Wait()
			if len(done.Codes("setPassword")) > 0 {
				// The change came first and killed the link: the round proves nothing.
				hub.Clock.Advance(15 * time.Minute)
				old = "stolen-by-the-thief-9"
				continue
			}
			for i, a := range attackers {
				if who := a.Must(whoAmI, nil).At("viewer.user"); who != nil {
					t.Errorf("round %d: attacker %d is signed in with a password that was replaced", round, i)
				}
			}
			hub.Clock.Advance(15 * time.Minute) // past what holds a mailbox from being flooded
			old, own = fresh, hub.Stranger()
			own.SignIn("ana@example.org", fresh)
		}
	})
}

// reset asks for a reset and returns the token that arrives.
func reset(hub *hubtest.Hub, email string) string {
	hub.T.Helper()
	hub.Stranger().Must(`mutation($l:String!){requestPasswordReset(input:{login:$l}){accepted userErrors{code}}}`, vars{"l": email})
	return hubtest.Token(hub.T, hub.Mail.Next())
}
