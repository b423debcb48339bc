package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const nodes = `query($ids:[ID!]!){nodes(ids:$ids){id}}`

// S1.1: whoever looks after one company never sees, searches, sorts, counts, fetches or infers another's. What they may not
// see answers exactly as what does not exist.
func TestOutOfReach(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours, theirs, secret := newCompany(hub, "Ours"), newCompany(hub, "Theirs"), newGroup(hub, "Secret")
		contract := newContract(hub, theirs, "C-1")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		near := hub.User("near@example.org", func(in *account.CreateInput) { in.CompanyID, in.GroupIDs = &ours.ID, []int64{secret.ID} })
		far := hub.User("far@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.Account = &theirs.ID, []int64{secret.ID}, &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
		})
		sent, err := hub.Store.Ent(hubtest.System()).Message.Query().Where(message.UserID(far.ID)).Only(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		t.Run("node and nodes", func(t *testing.T) {
			hidden := []string{userID(far), gid.Encode(ent.TypeCompany, theirs.ID), gid.Encode(ent.TypeContract, contract.ID), groupID(secret),
				gid.Encode(ent.TypeMessage, sent.ID), gid.Encode(ent.TypeUser, 999_999), gid.Encode(ent.TypeNote, 1), gid.Encode(ent.TypeChange, 1),
				gid.Encode(ent.TypeLink, 1), gid.Encode(ent.TypeAccount, 1), "rubbish", "", gid.Encode("User", -1)}
			a := boss.Must(nodes, vars{"ids": append(hidden, userID(near))})
			for i, id := range hidden {
				list := a.At("nodes").([]any)
				equal(t, "what is at "+id, list[i], nil)
				equal(t, "the node at "+id, boss.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node"), nil)
			}
			equal(t, "the last one", a.At("nodes").([]any)[len(hidden)].(map[string]any)["id"], any(userID(near)))
			hub.Stranger().Ask(nodes, vars{"ids": hidden}).Refused("UNAUTHENTICATED")
			hub.Stranger().Ask(`{users(first:1){edges{node{id}}}}`, nil).Refused("UNAUTHENTICATED")
			if many := boss.Ask(nodes, vars{"ids": make([]string, 101)}); many.Code() == "" {
				t.Errorf("101 ids were looked up")
			}
		})
		t.Run("lists, searches, counts and filters", func(t *testing.T) {
			equal(t, "who is listed", found(boss, vars{}), "boss near")
			for _, typed := range []string{"far", "theirs", "f"} {
				equal(t, "who is found by "+typed, found(boss, vars{"search": typed}), "")
			}
			for name, id := range map[string]string{"companyIds": gid.Encode(ent.TypeCompany, theirs.ID), "groupIds": groupID(secret)} {
				equal(t, "who is found by "+name, found(boss, vars{name: []string{id}}), "")
			}
			equal(t, "who has the address", boss.Must(`{userByEmail(email:"far@example.org"){id}}`, nil).At("userByEmail"), nil)
			a := boss.Must(`{companies(first:9){totalCount edges{node{name users(first:9){totalCount}}}} groups(first:9){totalCount edges{node{name memberCount}}}
				messages(first:9){totalCount edges{node{to}}} roles{name userCount}}`, nil)
			equal(t, "the number of companies", a.At("companies.totalCount"), any(1.0))
			equal(t, "the number of groups", a.At("groups.totalCount"), any(1.0))
			equal(t, "the number of messages", a.At("messages.totalCount"), any(1.0))
			equal(t, "the number of members", a.At("roles.5.userCount"), any(1.0))
			refused := boss.Must(`query($id:ID!){messages(first:9,filter:{userId:$id}){totalCount}}`, vars{"id": userID(far)})
			equal(t, "the number of their messages", refused.At("messages.totalCount"), any(0.0))
		})
	})
}

// Groups out of sight are counted, never named, and stay when the others are replaced.
func TestHiddenGroups(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours, secret := newCompany(hub, "Ours"), newGroup(hub, "Secret")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		u := hub.User("near@example.org", func(in *account.CreateInput) { in.CompanyID, in.GroupIDs = &ours.ID, []int64{secret.ID} })
		a := boss.Must(`query($id:ID!){node(id:$id){... on User{hiddenGroupCount memberships{group{name}} groups(first:9){totalCount edges{node{name}}}}}}`, vars{"id": userID(u)})
		equal(t, "the number of hidden groups", a.At("node.hiddenGroupCount"), any(1.0))
		equal(t, "the name is told", strings.Contains(string(a.Body), "Secret"), false)
		boss.Must(updateUser, to(hub, u, vars{"groupIds": []string{}}))
		equal(t, "who is in the hidden group", found(hub.Admin(), vars{"groupIds": []string{groupID(secret)}}), "near")
	})
}

// What was deleted is gone for everybody at once.
func TestDeleted(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u := hub.User("ana@example.org", nil)
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(u.ID).SetDeletedAt(hub.Clock.Now()).Exec(ctx)
		})
		equal(t, "who is listed", found(hub.Admin(), vars{}), "mona")
		equal(t, "the node", hub.Admin().Must(accountOf, vars{"id": userID(u)}).At("node"), nil)
		equal(t, "who has the address", hub.Admin().Must(`{userByEmail(email:"ana@example.org"){id}}`, nil).At("userByEmail"), nil)
		hub.Admin().Ask(updateUser, vars{"in": vars{"userId": userID(u), "version": u.Version}}).Refused("NOT_FOUND")
	})
}

// Decision 9: a note is never seen by the user it is about, nor by whoever may not read notes, whichever way they ask;
// no list searches or orders by it.
func TestNotes(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		home := newCompany(hub, "Home")
		withNote := func(in *account.CreateInput) { in.CompanyID, in.Note = &home.ID, "Zebra crossing" }
		u := hub.User("ana@example.org", withNote)
		paths := map[string]string{
			`query($id:ID!){node(id:$id){... on User{note}}}`:                                             "node.note",
			`query($id:ID!){nodes(ids:[$id]){... on User{note}}}`:                                         "nodes.0.note",
			`query{users(first:1,filter:{search:"EMAIL"}){edges{node{note}}}}`:                            "users.edges.0.node.note",
			`query{userByEmail(email:"EMAIL"){note}}`:                                                     "userByEmail.note",
			`query($id:ID!){node(id:$id){... on User{company{users(first:9){edges{node{email note}}}}}}}`: "",
		}
		for builtIn, reads := range map[string]bool{"global_administrator": true, "portal_administrator": true, "super_user": true,
			"company_administrator": true, "security_administrator": false, "member": false} {
			self, who := hub.Person(builtIn, builtIn+"@example.org", withNote)
			for query, path := range paths {
				ask := func(u *ent.User) *hubtest.Answer {
					q, in := strings.ReplaceAll(query, "EMAIL", u.Email), vars{"id": userID(u)}
					if !strings.Contains(q, "$id") {
						in = nil
					}
					return who.Ask(q, in)
				}
				if path != "" {
					equal(t, builtIn+" reads the note of another by "+path, ask(u).Text(path) == "Zebra crossing", reads)
				}
				own := ask(self)
				equal(t, builtIn+" reads their own note by "+query, path != "" && own.At(path) != nil, false)
				if path == "" && strings.Contains(string(own.Body), `"`+self.Email+`","note":"`) {
					t.Errorf("%s finds their own note in a list: %s", builtIn, own.Body)
				}
			}
			own := who.Must(`{viewer{user{note}}}`, nil)
			equal(t, builtIn+"'s own note", own.At("viewer.user.note"), nil)
			equal(t, "who is found by a note", found(who, vars{"search": "zebra"}), "")
			who.Ask(updateUser, to(hub, self, vars{"note": "Mine"})).Refused("FORBIDDEN")
			if !reads {
				who.Ask(updateUser, to(hub, u, vars{"note": "Theirs"})).Refused("FORBIDDEN")
			}
		}
		equal(t, "the note", hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{note}}}`, vars{"id": userID(u)}).Text("node.note"), "Zebra crossing")
	})
}
