package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// What a row does not show, no filter, ordering or search tells either: a group's manager sees its users, and neither
// their roles nor their companies.
func TestListsTellNoMoreThanRows(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, staff, secret := hub.Admin(), newGroup(hub, "Staff"), newCompany(hub, "Hushhush")
		_, manager := hub.Person("member", "boss@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.ManagerOf = []int64{staff.ID}, []int64{staff.ID}
		})
		hub.User("ana@example.org", func(in *account.CreateInput) {
			in.GroupIDs, in.CompanyID = []int64{staff.ID}, &secret.ID
		})
		equal(t, "whom the manager sees", found(manager, vars{}), "ana boss")
		equal(t, "whom a search for their company finds", found(manager, vars{"search": "hush"}), "")
		equal(t, "whom a search for its beginning finds", found(manager, vars{"search": "hu"}), "")
		equal(t, "whom a search for their company and name finds", found(manager, vars{"search": "ana hushhush"}), "")
		equal(t, "whom a search for their name finds", found(manager, vars{"search": "ana adams"}), "ana boss")
		equal(t, "whom a filter by their company finds", found(manager, vars{"companyIds": []string{gid.Encode(ent.TypeCompany, secret.ID)}}), "")
		manager.Ask(findUsers, vars{"f": vars{"roleIds": []string{roleID(hub, "super_user")}}}).Refused("FORBIDDEN")
		for _, field := range []string{"ROLE", "COMPANY", "GROUP"} {
			manager.Ask(usersPage, vars{"first": 2, "order": []vars{{"field": field}}}).Refused("FORBIDDEN")
		}
		equal(t, "whom an administrator finds by the company", found(admin, vars{"search": "hushhush"}), "ana")
		equal(t, "whom an administrator finds by its beginning", found(admin, vars{"search": "hu"}), "ana")
	})
}

// What no form would send is answered in words, and changes nothing.
func TestListsAnswerRubbish(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		admin.Ask(findUsers, vars{"f": vars{"roleIds": slices.Repeat([]string{roleID(hub, "member")}, 101)}}).Refused("BAD_USER_INPUT")
		equal(t, "who is found by one status many times", found(admin, vars{"status": slices.Repeat([]string{"ACTIVE"}, 5000)}), "mona")
		for _, far := range []string{"0001-01-01T00:00:00Z", "1969-01-01T00:00:00Z"} {
			equal(t, "who signed in since "+far, found(admin, vars{"lastSignInAt": vars{"from": far}}), "mona")
			equal(t, "who signed in before "+far, found(admin, vars{"lastSignInAt": vars{"to": far}}), "")
		}
		equal(t, "who was created in ten thousand years", found(admin, vars{"createdAt": vars{"from": "9999-12-31T23:59:59-14:00"}}), "")
		for _, name := range []string{"\u0301", "\u200b", " "} {
			a := admin.Ask(createUser, ana("x@example.org", vars{"newGroupNames": []string{name}}))
			if codes := a.Codes("createUser"); len(codes) != 1 || codes[0] != "INVALID" && codes[0] != "REQUIRED" {
				t.Errorf("a group called %q: %v", name, codes)
			}
		}
	})
}

// Two common words that seldom meet are found as quickly as any, and both ways of looking find the same.
func TestSearchForCommonWords(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		for i, name := range strings.Fields("anderberg bergander anderson bersonand nosredna") {
			hub.User(string(rune('a'+i))+"@example.org", func(in *account.CreateInput) { in.LastName = name })
		}
		for typed, want := range map[string]string{"ander": "a b c", "berg": "a b", "ander berg": "a b", "nderb": "a", "and son": "c d", "ber and": "a b d", `an"d`: "", "an%d": "", "son_": ""} {
			equal(t, "who is found by "+typed, found(admin, vars{"search": typed}), want)
		}
	})
}
