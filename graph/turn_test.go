package graph_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	entrole "github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	deactivateUser = `mutation($in:UserIDInput!){deactivateUser(input:$in){user{id version status} userErrors{code field params} undo{token expiresAt}}}`
	reactivateUser = `mutation($in:UserIDInput!){reactivateUser(input:$in){user{id version status} userErrors{code field params} undo{token expiresAt}}}`
	deleteUser     = `mutation($in:UserIDInput!){deleteUser(input:$in){deletedId userErrors{code field params} undo{token expiresAt}}}`
)

// about is the input of a mutation that needs a user and nothing more.
func about(id string) vars { return vars{"in": vars{"userId": id}} }

// signedIn reports that a browser belongs to somebody.
func signedIn(c *hubtest.Client) bool { return c.Must(whoAmI, nil).At("viewer.user") != nil }

// Whoever is deactivated is out at the very next request, in every browser; their links are dead, and signing in fails to
// the letter like a wrong password. Reactivating brings back the password that they had, and nothing that was open before.
func TestDeactivateUser(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, first := hub.Person("member", "ana@example.org", nil)
		second, id := hub.Stranger(), userID(u)
		second.SignIn("ana@example.org", hubtest.Password)
		hub.Admin().Must(sendPasswordReset, about(id))
		token := tokenTo(hub, "ana@example.org")
		a := hub.Admin().Must(deactivateUser, about(id))
		equal(t, "the status", a.Text("deactivateUser.user.status"), "INACTIVE")
		shut := func() {
			t.Helper()
			equal(t, "the first browser is signed in", signedIn(first), false)
			equal(t, "the second browser is signed in", signedIn(second), false)
			linkIs(t, hub, token, "REPLACED")
			hub.Stranger().Ask(setPassword, vars{"t": token, "p": "another-on-tin-9"}).Said("setPassword", "LINK_REPLACED")
			equal(t, "when the link ends", hub.Admin().Must(accountOf, vars{"id": id}).At("node.account.linkExpiresAt"), nil)
		}
		shut()
		first.Ask(createUser, ana("bo@example.org", nil)).Refused("UNAUTHENTICATED")
		wrong := hub.Stranger().Ask(signIn, vars{"l": "nobody@example.org", "p": hubtest.Password})
		equal(t, "the answer to signing in", string(hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Body), string(wrong.Body))
		mails := len(mailsTo(hub, "ana@example.org"))
		hub.Stranger().Must(requestReset, vars{"l": "ana@example.org"})
		hub.Stranger().Must(renewLink, vars{"t": token})
		equal(t, "the number of mails", len(mailsTo(hub, "ana@example.org")), mails)
		equal(t, "who is inactive", found(hub.Admin(), vars{"status": []string{"INACTIVE"}}), "ana")

		again := hub.Admin().Must(deactivateUser, about(id))
		equal(t, "the way back from what was so already", again.At("deactivateUser.undo"), nil)
		b := hub.Admin().Must(reactivateUser, about(id))
		equal(t, "the status", b.Text("reactivateUser.user.status"), "ACTIVE")
		shut()
		back := hub.Stranger()
		back.SignIn("ana@example.org", hubtest.Password)
		hub.Admin().Must(undo, vars{"t": b.Text("reactivateUser.undo.token")})
		equal(t, "signed in once reactivating was taken back", signedIn(back), false)
		hub.Admin().Must(undoChange, vars{"in": vars{"changeId": newest(hub, u)}})
		equal(t, "signed in once that was taken back", signedIn(back), false)
		back.SignIn("ana@example.org", hubtest.Password)
	})
}

// A stale version turns nobody.
func TestTurnConflict(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		stale := vars{"in": vars{"userId": userID(u), "version": versionOf(hub, u)}}
		hub.Admin().Must(updateUser, to(hub, u, vars{"title": "Head"}))
		rows := hub.Rows()
		for name, mutation := range map[string]string{"deactivateUser": deactivateUser, "reactivateUser": reactivateUser, "deleteUser": deleteUser} {
			a := hub.Admin().Ask(mutation, stale)
			a.Said(name, "CONFLICT")
			equal(t, "the way back from nothing", a.At(name+".undo"), nil)
		}
		equal(t, "signed in", signedIn(c), true)
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
	})
}

// everywhere counts where a user is found: by id, in every list and count, by address, and behind their messages.
const everywhere = `query($id:ID!,$g:ID!,$c:ID!){node(id:$id){id} nodes(ids:[$id]){id} userByEmail(email:"ana@example.org"){id}
	users(first:9,filter:{search:"ana"}){totalCount edges{node{id}}} named:users(first:9,filter:{groupIds:[$g]}){totalCount edges{node{id}}}
	group:node(id:$g){... on Group{memberCount users(first:9){totalCount edges{node{id}}} managers{id}}}
	company:node(id:$c){... on Company{users(first:9){totalCount edges{node{id}}}}}
	messages(first:9){edges{node{user{id}}}} roles{name userCount}}`

// Decision 14: whoever is deleted is hidden everywhere at once, and their addresses are free. Within ten seconds it can be
// taken back, and everything is as it was; not if somebody took an address meanwhile.
func TestDeleteUser(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		staff, guild, login := newGroup(hub, "Staff"), newCompany(hub, "Guild"), "ana.adams"
		u, c := hub.Person("member", "ana@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.ManagerOf, in.CompanyID, in.Account.LoginName = []int64{staff.ID}, []int64{staff.ID}, &guild.ID, &login
		})
		where := vars{"id": userID(u), "g": groupID(staff), "c": gid.Encode(ent.TypeCompany, guild.ID)}
		before := hub.Admin().Must(everywhere, where)
		equal(t, "the members", before.At("group.memberCount"), any(1.0))
		deleted := hub.Admin().Must(deleteUser, about(userID(u)))
		equal(t, "the deleted id", deleted.Text("deleteUser.deletedId"), userID(u))
		after := hub.Admin().Must(everywhere, where)
		for path, want := range map[string]any{"node": nil, "nodes.0": nil, "userByEmail": nil, "users.totalCount": 0.0, "users.edges.0": nil,
			"named.totalCount": 0.0, "group.memberCount": 0.0, "group.users.totalCount": 0.0, "group.users.edges.0": nil, "group.managers.0": nil,
			"company.users.totalCount": 0.0, "company.users.edges.0": nil, "messages.edges.0.node.user": nil, "roles.5.userCount": 0.0} {
			equal(t, path, after.At(path), want)
		}
		equal(t, "signed in", signedIn(c), false)
		hub.Stranger().Ask(signIn, vars{"l": login, "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
		for _, mutation := range []string{deactivateUser, reactivateUser, deleteUser, resendInvitation, sendPasswordReset} {
			hub.Admin().Ask(mutation, about(userID(u))).Refused("NOT_FOUND")
		}

		hub.Admin().Must(undo, vars{"t": deleted.Text("deleteUser.undo.token")})
		equal(t, "what is found once it was taken back", string(hub.Admin().Must(everywhere, where).Body), string(before.Body))
		equal(t, "signed in", signedIn(c), false)
		hub.Stranger().SignIn(login, hubtest.Password)

		deleted = hub.Admin().Must(deleteUser, about(userID(u)))
		other := hub.Admin().Must(createUser, ana("ANA@example.org", vars{"account": vars{"loginName": login}}))
		rows := hub.Rows()
		refused := hub.Admin().Ask(undo, vars{"t": deleted.Text("deleteUser.undo.token")})
		refused.Said("undo", "TAKEN")
		equal(t, "undone", refused.At("undo.undone"), any(false))
		equal(t, "who has the address", hub.Admin().Must(`{userByEmail(email:"ana@example.org"){id}}`, nil).Text("userByEmail.id"), other.Text("createUser.user.id"))
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
	})
}

// turnRole changes a user's role, as Portico itself.
func turnRole(hub *hubtest.Hub, u *ent.User, builtIn string) {
	hub.T.Helper()
	write(hub, func(ctx context.Context, tx *ent.Client) error {
		return tx.User.UpdateOneID(u.ID).SetRoleID(hub.Role(builtIn)).Exec(ctx)
	})
}

// newest is the newest change of a user's own row.
func newest(hub *hubtest.Hub, u *ent.User) string {
	hub.T.Helper()
	id, err := hub.Store.Ent(hubtest.System()).Change.Query().Where(change.Entity(ent.TypeUser), change.EntityID(u.ID)).
		Order(ent.Desc(change.FieldID)).FirstID(hubtest.System())
	if err != nil {
		hub.T.Fatal(err)
	}
	return gid.Encode(ent.TypeChange, id)
}

// Decision 6: whatever is tried, the last Global Admin who can sign in stays one. Nobody counts who is inactive, deleted,
// or never had a password.
func TestLastGlobalAdmin(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ga := hub.Role("global_administrator")
		created, c := hub.Person("global_administrator", "ana@example.org", nil)
		hub.User("invited@example.org", func(in *account.CreateInput) { in.RoleID = &ga })
		inactive, _ := hub.Person("global_administrator", "inactive@example.org", nil)
		deleted, _ := hub.Person("global_administrator", "deleted@example.org", nil)
		hub.Admin()
		mona, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.Email("mona@example.org")).Only(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		made := newest(hub, created)
		turnRole(hub, created, "member")
		turnRole(hub, created, "global_administrator")
		promoted := newest(hub, created)
		hub.Admin().Must(deactivateUser, about(userID(inactive)))
		hub.Admin().Must(deactivateUser, about(userID(created)))
		hub.Admin().Must(reactivateUser, about(userID(created)))
		reactivated := newest(hub, created)
		c.SignIn("ana@example.org", hubtest.Password)
		c.Must(deleteUser, about(userID(deleted)))
		c.Must(deleteUser, about(userID(mona)))

		rows, version := hub.Rows(), versionOf(hub, created)
		for name, mutation := range map[string]string{"deactivateUser": deactivateUser, "deleteUser": deleteUser} {
			c.Ask(mutation, about(userID(created))).Said(name, "LAST_GLOBAL_ADMIN")
		}
		for _, in := range []vars{{"isGlobalAdmin": false}, {"roleId": roleID(hub, "member")}, {"roleId": roleID(hub, "portal_administrator")}} {
			c.Ask(updateUser, to(hub, created, in)).Said("updateUser", "LAST_GLOBAL_ADMIN")
		}
		for _, id := range []string{made, promoted, reactivated} {
			c.Ask(undoChange, vars{"in": vars{"changeId": id}}).Said("undoChange", "LAST_GLOBAL_ADMIN")
		}
		equal(t, "the version", versionOf(hub, created), version)
		equal(t, "signed in", signedIn(c), true)
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
	})
}

// Two who remove each other at the same moment, by whatever way and on two replicas, never both succeed.
func TestLastGlobalAdminInParallel(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		one, first := hub.Person("global_administrator", "one@example.org", nil)
		two, _ := hub.Person("global_administrator", "two@example.org", nil)
		second := hub.Twin().Stranger()
		third, _ := hub.Person("global_administrator", "three@example.org", nil)
		ways := []func(c *hubtest.Client, other *ent.User) *hubtest.Answer{
			func(c *hubtest.Client, other *ent.User) *hubtest.Answer {
				return c.Ask(deactivateUser, about(userID(other)))
			},
			func(c *hubtest.Client, other *ent.User) *hubtest.Answer {
				return c.Ask(deleteUser, about(userID(other)))
			},
			func(c *hubtest.Client, other *ent.User) *hubtest.Answer {
				return c.Ask(updateUser, vars{"in": vars{"userId": userID(other), "version": other.Version, "isGlobalAdmin": false}})
			},
			func(c *hubtest.Client, other *ent.User) *hubtest.Answer {
				return c.Ask(undoChange, vars{"in": vars{"changeId": newest(hub, other)}})
			},
		}
		stand := func(u *ent.User, status user.Status, builtIn string) (now *ent.User) {
			write(hub, func(ctx context.Context, tx *ent.Client) (err error) {
				now, err = tx.User.UpdateOneID(u.ID).SetStatus(status).ClearDeletedAt().SetRoleID(hub.Role(builtIn)).Save(viewer.ShowDeleted(ctx))
				return err
			})
			return now
		}
		for round := range 100 {
			stand(third, user.StatusACTIVE, "global_administrator")
			for _, u := range []*ent.User{one, two} {
				stand(u, user.StatusACTIVE, "member")
			}
			now := []*ent.User{stand(one, user.StatusACTIVE, "global_administrator"), stand(two, user.StatusACTIVE, "global_administrator")}
			stand(third, user.StatusINACTIVE, "global_administrator")
			hub.Clock.Advance(2 * time.Second) // a network signs in a hundred times a minute
			first.SignIn("one@example.org", hubtest.Password)
			second.SignIn("two@example.org", hubtest.Password)
			way, done := ways[round%len(ways)], make(chan string, 2)
			for i, c := range []*hubtest.Client{first, second} {
				go func() { done <- outcome(way(c, now[1-i]), "") }()
			}
			<-done
			<-done
			left, err := hub.Store.Ent(hubtest.System()).User.Query().
				Where(user.StatusEQ(user.StatusACTIVE), user.HasRoleWith(entrole.BuiltIn("global_administrator"))).Count(hubtest.System())
			if err != nil {
				t.Fatal(err)
			}
			equal(t, fmt.Sprint("the number of Global Admins after round ", round), left, 1)
		}
	})
}
