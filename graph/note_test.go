package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// answersTo are what an actor is told, question by question.
func (a *aviary) answersTo(actor string, questions []question) (all []string) {
	for _, q := range questions {
		answer := q.ask(a.clients[actor])
		slices.SortFunc(answer.Errors, func(a, b hubtest.Error) int { return strings.Compare(fmt.Sprint(a.Path), fmt.Sprint(b.Path)) })
		body, err := json.Marshal([]any{answer.Data, answer.Errors})
		if err != nil {
			a.hub.T.Fatal(err)
		}
		all = append(all, seenAt.ReplaceAllString(string(body), ""))
	}
	return all
}

// noted writes a note about users, and changes it.
func (a *aviary) noted(users ...*ent.User) {
	a.hub.T.Helper()
	for _, u := range users {
		for _, body := range []string{"Zebra", "Zebra crossing " + u.Email} {
			now := a.hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{version}}}`, vars{"id": userID(u)})
			a.hub.Admin().Must(updateUser, vars{"in": vars{"userId": userID(u), "version": now.Int("node.version"), "note": body, "overrideWarnings": insisting}})
		}
	}
}

// Decision 9: that a note was written, or changed, changes no answer to its subject, whatever they may do beside, nor to
// anybody who may not read notes: no list, filter, ordering, search, count, version, time, change or node.
func TestNotesChangeNothing(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		a := newAviary(hub)
		questions := a.questions(t, newInquiry())
		self := func(actor string) *ent.User {
			u, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.Email(actor + "@example.org")).Only(hubtest.System())
			if err != nil {
				t.Fatal(err)
			}
			questions = append(questions, question{`query($id:ID!){node(id:$id){... on User{version updatedAt note changes(first:9){totalCount}}}}`, vars{"id": userID(u)}})
			return u
		}
		compare := func(actor string, about ...*ent.User) {
			before := a.answersTo(actor, questions)
			a.noted(about...)
			for i, now := range a.answersTo(actor, questions) {
				if now != before[i] {
					t.Errorf("%s is answered otherwise since there is a note: %.300s %v\nbefore %.600s\nafter  %.600s", actor, questions[i].text, questions[i].in, before[i], now)
				}
			}
		}
		for _, subject := range []string{"global_administrator", "portal_administrator", "super_user", "company_administrator"} {
			compare(subject, self(subject))
		}
		for _, blind := range []string{"member", "security_administrator", "group_manager", "custom_role", "partner_of_home", "partner_without", "as_partner_of_home"} {
			if strings.Contains(blind, "partner") {
				compare(blind, a.users[inHome])
				continue
			}
			compare(blind, self(blind), a.users[inHome], a.users[inCircle], a.users[nowhere])
		}
	})
}

// Whoever edits a note is told when somebody else did, like of all else; whoever may not read it is not.
func TestNoteVersions(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		u, self := hub.Person(account.PortalAdministrator, "ana@example.org", nil)
		_, guard := hub.Person(account.SecurityAdministrator, "guard@example.org", nil)
		version := func(c *hubtest.Client) int {
			return c.Must(`query($id:ID!){node(id:$id){... on User{version}}}`, vars{"id": userID(u)}).Int("node.version")
		}
		save := func(c *hubtest.Client, version int, more vars) *hubtest.Answer {
			in := vars{"userId": userID(u), "version": version, "overrideWarnings": insisting}
			for name, value := range more {
				in[name] = value
			}
			return c.Ask(updateUser, vars{"in": in})
		}
		read, own, theirs := version(admin), version(self), version(guard)
		save(admin, read, vars{"note": "Tea."}).Said("updateUser")
		save(admin, read, vars{"title": "Chair"}).Said("updateUser", "CONFLICT")
		equal(t, "the version for an administrator", version(admin), read+1)
		equal(t, "the version for the subject", version(self), own)
		equal(t, "the version for one who may not", version(guard), theirs)
		save(admin, version(admin), vars{"note": "Tea."}).Said("updateUser")
		equal(t, "the version after the same note", version(admin), read+1)
		save(admin, version(admin), vars{"note": nil}).Said("updateUser")
		save(admin, version(admin), vars{"note": "Tea."}).Said("updateUser")
		save(admin, read+1, vars{"note": "Coffee."}).Said("updateUser", "CONFLICT") // not the note that was read, though it says the same
		save(self, own, vars{"title": "Head"}).Said("updateUser")
		save(guard, version(guard), vars{"title": "Chair"}).Said("updateUser")
		hub.Admin().Must(`mutation($in:UserIDInput!){deactivateUser(input:$in){user{version} userErrors{code}}}`, vars{"in": vars{"userId": userID(u), "version": version(admin)}})
		// Of many who write a note at once, each over what they read, one does.
		now, said := version(admin), make([]string, 10)
		var wait sync.WaitGroup
		for i := range said {
			wait.Go(func() { said[i] = outcome(save(admin, now, vars{"note": fmt.Sprint("Number ", i)}), "updateUser") })
		}
		wait.Wait()
		slices.Sort(said)
		equal(t, "what they were told", strings.Join(slices.Compact(said), " "), "conflict ok")
		equal(t, "the version", version(admin), now+1)
	})
}

// Taking back what copied or wrote a note tells nothing of it, and needs the right to it where it is about nothing else.
func TestNotesTakenBack(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, key := newRole(hub, "Guard", vars{"reach": viewer.Everything, "grantIds": []string{roleID(hub, account.Member)},
			"permissions": []viewer.Permission{viewer.UsersRead, viewer.UsersWrite, viewer.UsersDelete, viewer.AccountsManage, viewer.ChangesRead}})
		_, guard := holder(hub, key, "guard@example.org", nil)
		told := map[string]bool{}
		for i, body := range []string{"", "Tea."} {
			u := hub.User(fmt.Sprintf("u%d@example.org", i), func(in *account.CreateInput) { in.Note = body })
			made := guard.Must(withUndo(supersedeUser), superseding(u, fmt.Sprintf("new%d@example.org", i)))
			undone := guard.Ask(undo, vars{"t": made.Text("supersedeUser.undo.token")})
			told[fmt.Sprint(undone.Code(), undone.Data)] = true
			kept := hub.Admin().Must(`query($id:ID!){node(id:$id){... on User{note status}}}`, vars{"id": userID(u)})
			equal(t, "the note of whom it was about", kept.Text("node.note"), body)
			equal(t, "the status", kept.Text("node.status"), "ACTIVE")
		}
		if len(told) != 1 {
			t.Errorf("an undo tells of a note: %v", told)
		}
		home := newCompany(hub, "Home")
		boss := entitled(hub, "boss@example.org", viewer.AssignedCompanies, within(home), viewer.UsersRead, viewer.UsersWrite, viewer.NotesRead, viewer.ChangesRead)
		near := hub.User("near@example.org", within(home))
		wrote := boss.Must(withUndo(updateUser), to(hub, near, vars{"note": "Tea."}))
		guard.Ask(undo, vars{"t": wrote.Text("updateUser.undo.token")}).Said("undo", "INVALID")
		boss.Must(undo, vars{"t": wrote.Text("updateUser.undo.token")})
		equal(t, "the note", boss.Must(`query($id:ID!){node(id:$id){... on User{note}}}`, vars{"id": userID(near)}).At("node.note"), nil)
	})
}

// A file's version is the one that its maker read: it counts notes for those who read them, and a note that changed since
// is a conflict for them.
func TestNotesInFiles(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		admin.Must(updateUser, to(hub, u, vars{"note": "Tea."}))
		read := versionOf(hub, u)
		row := func(title string) *strings.Reader {
			return lines("ID,Version,Title,Note", fmt.Sprintf("%s,%d,%s,", userID(u), read, title))
		}
		equal(t, "what was read", came(imported(admin, hub, checked(admin, hub, "a.csv", row("Chair"), nil), nil)), "DONE 1 1 0 1 0 0 0")
		read = versionOf(hub, u)
		admin.Must(updateUser, to(hub, u, vars{"note": "Coffee."}))
		equal(t, "what is old", came(checked(admin, hub, "b.csv", row("Head"), nil)), "CHECKED 1 1 0 0 0 1 0")
	})
}
