package graph_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	changeFields = `totalCount pageInfo{hasNextPage endCursor} edges{node{id at actor actorUser{id email} origin requestId entity entityId
		operation undoable fields{name old new}}}`
	changesOf  = `query($id:ID!,$n:Int,$after:Cursor){node(id:$id){... on User{changes(first:$n,after:$after){` + changeFields + `}}}}`
	allChanges = `query($n:Int,$after:Cursor,$f:ChangeFilter){changes(first:$n,after:$after,filter:$f){` + changeFields + `}}`
)

// told is one line for each field of the changes in an answer: entity, operation, field, old and new.
func told(a *hubtest.Answer, connection string) (lines []string) {
	edges, _ := a.At(connection + ".edges").([]any)
	for _, edge := range edges {
		node := edge.(map[string]any)["node"].(map[string]any)
		for _, f := range node["fields"].([]any) {
			one := f.(map[string]any)
			lines = append(lines, fmt.Sprint(node["entity"], " ", node["operation"], " ", one["name"], ": ", one["old"], " → ", one["new"]))
		}
	}
	return lines
}

// History tells who changed what, when, from where and in which request, the newest first, with names in the place of keys.
func TestChanges(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff, guild := hub.Admin(), newGroup(hub, "Staff"), newCompany(hub, "Guild")
		contract := newContract(hub, guild, "C-1")
		u := hub.User("ana@example.org", func(in *account.CreateInput) { in.Title = "Head" })
		hub.Clock.Advance(time.Minute)
		begun := hub.Clock.Now()
		changed := admin.Must(updateUser, to(hub, u, vars{"title": "Chair", "extension": "7", "companyId": gid.Encode(ent.TypeCompany, guild.ID),
			"roleId": roleID(hub, "super_user"), "groupIds": []string{groupID(staff)}, "note": "Tea.",
			"assignments": []vars{{"companyId": gid.Encode(ent.TypeCompany, guild.ID), "contractId": gid.Encode(ent.TypeContract, contract.ID)}}}))
		a := admin.Must(changesOf, vars{"id": userID(u), "n": 100})
		lines := told(a, "node.changes")
		for _, want := range []string{"User UPDATE title: Head → Chair", "User UPDATE extension: <nil> → 7", "User UPDATE company_id: <nil> → Guild",
			"User UPDATE role_id: Member → Super User", "Membership CREATE group_id: <nil> → Staff", "Membership DELETE group_id: Default → <nil>",
			"Assignment CREATE company_id: <nil> → Guild", "Assignment CREATE contract_id: <nil> → C-1", "Note CREATE body: <nil> → Tea.",
			"User CREATE title: <nil> → Head", "Membership CREATE group_id: <nil> → Default", "Assignment CREATE user_id: <nil> → Ana Adams"} {
			if !slices.Contains(lines, want) {
				t.Errorf("history does not tell %q but\n%s", want, strings.Join(lines, "\n"))
			}
		}
		for _, line := range lines {
			if regexp.MustCompile(`_id: .*\d`).MatchString(line) && !strings.Contains(line, "contract_id") {
				t.Errorf("history shows a key: %s", line)
			}
			if strings.HasSuffix(line, "→ ") {
				t.Errorf("history tells of nothing: %s", line)
			}
		}
		again := admin.Must(withUndo(updateUser), to(hub, u, vars{"title": "Chair", "address": nil, "cellPhone": "", "note": "Tea."}))
		equal(t, "the way back from no change", again.At("updateUser.undo"), nil)
		equal(t, "the version after no change", again.At("updateUser.user.version"), changed.At("updateUser.user.version"))
		edges := a.At("node.changes.edges").([]any)
		equal(t, "the number of changes", a.At("node.changes.totalCount"), any(float64(len(edges))))
		var last time.Time
		for i := range edges {
			at := func(path string) string { return a.Text(fmt.Sprint("node.changes.edges.", i, ".node.", path)) }
			when, err := time.Parse(time.RFC3339Nano, at("at"))
			if err != nil || i > 0 && when.After(last) {
				t.Errorf("change %d was at %s, after %s: %v", i, when, last, err)
			}
			if last = when; when.Before(begun) {
				equal(t, "who made the user", at("actor"), "test")
				continue
			}
			equal(t, "who", at("actor"), "Mona Kvam")
			equal(t, "who, as a user", at("actorUser.email"), "mona@example.org")
			equal(t, "where from", at("origin"), "127.0.0.1")
			equal(t, "the request", at("requestId"), changed.Header.Get("X-Request-Id"))
		}
	})
}

// Filters tell history apart by what was changed, by whom and when; what they find is what they count.
func TestChangesFilter(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, guild := hub.Admin(), newCompany(hub, "Guild")
		u := hub.User("ana@example.org", nil)
		hub.Clock.Advance(time.Minute)
		begun := hub.Clock.Now()
		admin.Must(updateUser, to(hub, u, vars{"note": "Tea.", "assignments": []vars{{"companyId": gid.Encode(ent.TypeCompany, guild.ID)}}}))
		for _, one := range []struct {
			filter vars
			want   string
		}{
			{vars{"entityId": userID(u)}, "User"}, {vars{"entityId": assignment(hub, u)}, "Assignment"},
			{vars{"entityId": gid.Encode(ent.TypeUser, 999_999)}, ""}, {vars{"actor": "Nobody"}, ""},
			{vars{"actor": "Mona Kvam", "at": vars{"from": begun.Format(time.RFC3339Nano)}}, "Assignment Note"},
			{vars{"actor": "test", "at": vars{"from": begun.Format(time.RFC3339Nano)}}, ""},
			{vars{"entityId": userID(u), "at": vars{"to": begun.Format(time.RFC3339Nano)}}, "User"},
			{vars{"at": vars{"to": "2000-01-01T00:00:00Z"}}, ""},
		} {
			a := admin.Must(allChanges, vars{"n": 100, "f": one.filter})
			var entities []string
			for _, edge := range a.At("changes.edges").([]any) {
				entities = append(entities, edge.(map[string]any)["node"].(map[string]any)["entity"].(string))
			}
			slices.Sort(entities)
			equal(t, fmt.Sprint("what is found by ", one.filter), strings.Join(entities, " "), one.want)
			equal(t, "the count", a.At("changes.totalCount"), any(float64(len(entities))))
		}
		admin.Ask(allChanges, vars{"n": 9, "f": vars{"entityId": "rubbish"}}).Refused("NOT_FOUND")
	})
}

func assignment(hub *hubtest.Hub, u *ent.User) string {
	id, err := hub.Store.Ent(hubtest.System()).Change.Query().Where(change.Entity(ent.TypeAssignment), change.SubjectID(u.ID)).First(hubtest.System())
	if err != nil {
		hub.T.Fatal(err)
	}
	return gid.Encode(ent.TypeAssignment, id.EntityID)
}

// A page goes on where the one before ended, and what is added meanwhile moves nothing.
func TestChangesPaging(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		for i := range 5 {
			admin.Must(updateUser, to(hub, u, vars{"title": fmt.Sprint("Title ", i)}))
		}
		complete := ids(admin.Must(changesOf, vars{"id": userID(u), "n": 100}), "node.changes")
		equal(t, "the number of changes", len(complete), 7) // the user, the membership, five titles
		var walked []string
		in := vars{"id": userID(u), "n": 3}
		for more := true; more; {
			a := admin.Must(changesOf, in)
			walked = append(walked, ids(a, "node.changes")...)
			more, in["after"] = a.At("node.changes.pageInfo.hasNextPage") == true, a.At("node.changes.pageInfo.endCursor")
			admin.Must(updateUser, to(hub, u, vars{"title": fmt.Sprint("Meanwhile ", len(walked))}))
		}
		equal(t, "what was walked", strings.Join(walked, " "), strings.Join(complete, " "))
		for _, n := range []any{nil, -1, 101} {
			admin.Ask(changesOf, vars{"id": userID(u), "n": n}).Refused("BAD_USER_INPUT")
		}
		admin.Ask(changesOf, vars{"id": userID(u), "n": 3, "after": "rubbish"}).Refused("BAD_USER_INPUT")
	})
}

// No secret ever stands in the journal: no password, no hash, no token, nothing of what a mail says.
func TestChangesHoldNoSecrets(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "ana@example.org", nil)
		hub.Admin().Must(sendPasswordReset, about(userID(u)))
		token := tokenTo(hub, "ana@example.org")
		hub.Stranger().Must(setPassword, vars{"t": token, "p": "another-on-tin-9"})
		hub.Admin().Must(setTemporaryPassword, handOver(userID(u), temporary))
		half := hub.Stranger()
		half.SignIn("ana@example.org", temporary)
		half.Must(changePassword, vars{"c": temporary, "n": chosen})
		hub.Settle()
		a := hub.Admin().Must(allChanges, vars{"n": 100})
		equal(t, "there is more", a.At("changes.pageInfo.hasNextPage"), any(false))
		rows, err := hub.Store.Ent(hubtest.System()).Change.Query().All(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		journal := string(a.Body)
		for _, row := range rows {
			for name, value := range row.Old {
				journal += fmt.Sprintf("\n%s.%s=%s", row.Entity, name, value)
			}
			for name, value := range row.New {
				journal += fmt.Sprintf("\n%s.%s=%s", row.Entity, name, value)
			}
		}
		for _, secret := range []string{hubtest.Password, "another-on-tin-9", temporary, chosen, token, "$argon2", "password_hash", "token_hash", ".body=", "set-password#", "user_agent", "sort_last_name"} {
			if at := strings.Index(journal, secret); at >= 0 {
				t.Errorf("the journal tells %q: …%s", secret, journal[max(0, at-200):min(len(journal), at+80)])
			}
		}
	})
}

// Decision 9 holds for history: changes of notes are hidden from whoever may not read notes, and from their subject; they
// are not counted, not found by id, and not theirs to take back.
func TestChangesOfNotes(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		subject, self := hub.Person("portal_administrator", "ana@example.org", nil)
		_, guard := hub.Person("security_administrator", "guard@example.org", nil)
		_, reader := hub.Person("super_user", "reader@example.org", nil)
		for _, body := range []any{"Zebra", "Zebra crossing", nil} {
			hub.Admin().Must(updateUser, to(hub, subject, vars{"note": body}))
		}
		notes, err := hub.Store.Ent(hubtest.System()).Change.Query().Where(change.Entity(ent.TypeNote)).Order(change.ByID()).All(hubtest.System())
		if err != nil || len(notes) != 3 {
			t.Fatalf("%d changes of notes: %v", len(notes), err)
		}
		taken := gid.Encode(ent.TypeChange, notes[2].ID)
		reader.Ask(undoChange, vars{"in": vars{"changeId": taken}}).Refused("FORBIDDEN")
		for who, c := range map[string]*hubtest.Client{"the subject": self, "one who may not": guard, "one who may": reader} {
			a := c.Must(changesOf, vars{"id": userID(subject), "n": 100})
			b := c.Must(allChanges, vars{"n": 100, "f": vars{"entityId": gid.Encode(ent.TypeNote, notes[0].EntityID)}})
			sees, want := strings.Contains(string(a.Body), "Zebra"), who == "one who may"
			equal(t, who+" sees the note", sees, want)
			equal(t, who+" sees that there is one", strings.Contains(string(a.Body), `"Note"`), want)
			equal(t, who+" counts it", a.At("node.changes.totalCount"), any(float64(len(ids(a, "node.changes")))))
			equal(t, who+" finds it", b.At("changes.totalCount") != 0.0, want)
			for _, n := range notes {
				id := gid.Encode(ent.TypeChange, n.ID)
				equal(t, who+" finds it by its id", c.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node") != nil, want)
				if !want {
					c.Ask(undoChange, vars{"in": vars{"changeId": id}}).Refused("NOT_FOUND")
				}
			}
		}
	})
}

// What is out of reach has no history, and whoever may not read changes has none at all.
func TestChangesOutOfReach(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours, theirs := newCompany(hub, "Ours"), newCompany(hub, "Theirs")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		own, member := hub.Person("member", "member@example.org", within(ours))
		far, near := hub.User("far@example.org", within(theirs)), hub.User("near@example.org", within(ours))
		a := boss.Must(allChanges, vars{"n": 100})
		equal(t, "far is told", strings.Contains(string(a.Body), "far@"), false)
		equal(t, "a company is told", strings.Contains(string(a.Body), `"entity":"Company"`), false)
		equal(t, "near is told", strings.Contains(string(a.Body), "near@"), true)
		equal(t, "the count", a.At("changes.totalCount"), any(float64(len(ids(a, "changes")))))
		equal(t, "the history of somebody far", boss.Must(changesOf, vars{"id": userID(far), "n": 9}).At("node"), nil)
		equal(t, "their changes", boss.Must(allChanges, vars{"n": 9, "f": vars{"entityId": userID(far)}}).At("changes.totalCount"), any(0.0))
		equal(t, "one by its id", boss.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": newest(hub, far)}).At("node"), nil)
		for _, id := range []string{newest(hub, far), gid.Encode(ent.TypeChange, 999_999), userID(near), "rubbish", ""} {
			boss.Ask(undoChange, vars{"in": vars{"changeId": id}}).Refused("NOT_FOUND")
		}
		member.Ask(allChanges, vars{"n": 9}).Refused("FORBIDDEN")
		member.Ask(changesOf, vars{"id": userID(own), "n": 9}).Refused("FORBIDDEN")
		hub.Stranger().Ask(allChanges, vars{"n": 9}).Refused("UNAUTHENTICATED")

		hub.Admin().Must(deleteUser, about(userID(near)))
		gone := boss.Must(allChanges, vars{"n": 9, "f": vars{"entityId": userID(near)}})
		equal(t, "the history of one deleted in reach", gone.At("changes.totalCount"), any(2.0))
		boss.Must(undoChange, vars{"in": vars{"changeId": newest(hub, near)}})
		equal(t, "who is listed", found(boss, vars{}), "boss member near")
	})
}

// The history tells of an activity exactly whom its stream tells.
func TestChangesOfActivities(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, blind := newRole(hub, "Blind", vars{"permissions": []string{"USERS_READ", "CHANGES_READ"}})
		_, clear := newRole(hub, "Clear", vars{"permissions": []string{"USERS_READ", "CHANGES_READ", "ACTIVITIES_READ"}})
		_, deaf := holder(hub, blind, "deaf@example.org", nil)
		_, hears := holder(hub, clear, "hears@example.org", nil)
		u := hub.User("ana@example.org", nil)
		hub.Admin().Must(recordActivity, order(vars{"userId": userID(u)}, "Zebra", vars{"kind": "zebra_call"}))
		for who, c := range map[string]*hubtest.Client{"one who may not": deaf, "one who may": hears} {
			a, want := c.Must(changesOf, vars{"id": userID(u), "n": 100}), who == "one who may"
			equal(t, who+" sees that there is one", strings.Contains(string(a.Body), `"Activity"`), want)
			equal(t, who+" counts it", a.At("node.changes.totalCount"), any(float64(len(ids(a, "node.changes")))))
		}
		hub.Admin().Must(setFeature, switching("ACTIVITIES", false, "Not in your plan."))
		equal(t, "the history tells of them while they are switched off", strings.Contains(string(hears.Must(changesOf, vars{"id": userID(u), "n": 100}).Body), `"Activity"`), false)
	})
}
