package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const findUsers = `query($f:UserFilter){users(first:100,filter:$f){totalCount edges{node{id email}}}}`

// found are the first parts of the addresses of whoever a filter finds, sorted; the count must agree.
func found(c *hubtest.Client, filter vars) string {
	a := c.Must(findUsers, vars{"f": filter})
	edges, _ := a.At("users.edges").([]any)
	names := make([]string, len(edges))
	for i := range edges {
		address := edges[i].(map[string]any)["node"].(map[string]any)["email"].(string)
		names[i], _, _ = strings.Cut(address, "@")
	}
	slices.Sort(names)
	if n := a.At("users.totalCount"); n != float64(len(names)) {
		return "a wrong count"
	}
	return strings.Join(names, " ")
}

// Search finds every word anywhere in name, email, login name, company and phone, in any case and with or without
// accents; wildcards and quotes mean themselves. One or two characters are looked for at the beginnings.
func TestSearch(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, login, work := hub.Admin(), "weaver", "office@loom.example"
		guild := newCompany(hub, "Nordic Guild & Söhne")
		hub.User("one@first.example", func(in *account.CreateInput) {
			in.FirstName, in.LastName, in.CellPhone, in.OfficePhone, in.Extension = "Åse", "Ångström", "+47 912 34 567", "(22) 33-44", "89"
			in.CompanyID = &guild.ID
		})
		hub.User("two@second.example", func(in *account.CreateInput) {
			in.FirstName, in.LastName, in.Title, in.Note = "Bo", `O'Brien "the" 50%_off\now`, "Headmistress", "secretword"
			in.Account = &account.NewAccount{Email: &work, LoginName: &login, Notify: entaccount.NotifyNEVER}
		})
		hub.User("three@third.example", func(in *account.CreateInput) { in.FirstName, in.LastName = "小明", "李" })
		hub.User("four@fourth.example", func(in *account.CreateInput) { in.FirstName, in.LastName = "Straße", "500ffxnow" })
		for typed, want := range map[string]string{
			"":     "four mona one three two",
			"a":    "one", // the beginning of a name, an address, a login name or a company
			"bo":   "two",
			"ån":   "one",
			"an":   "one",
			"no":   "one",
			"we":   "two",
			"李":    "three",
			"小明":   "three",
			"ngs":  "one",
			"NGST": "one", "a\u030angstro\u0308m": "one", "ångström": "one", "angstrom": "one", "ａｎｇ": "one",
			"ase ang": "one", "ang ase": "one", "se ngs": "one", "ase brien": "", "  ase   ang  ": "one",
			"ase ang no": "one", "bo o'": "two",
			"first.ex": "one", "ONE@first": "one", "loom": "two", "eaver": "two", "guild": "one", "& söh": "one", "sohne": "one",
			"91234567": "one", "912 34": "one", "+4791234567": "", "+47 912": "one", "2233": "one", "33-44": "one",
			"o'brien": "two", `"the"`: "two", "50%_off": "two", "50%": "two", "%_o": "two", "_of": "two", `off\now`: "two", `\now`: "two", `ff\n`: "two",
			"%%%": "", "___": "", `\\\`: "", "%": "", "_": "", `"`: "", "'": "", `""`: "", "500": "four", "strasse": "four", "straße": "four",
			"AND": "", "NOT one": "", "one OR two": "", "one*": "", "one NEAR": "", "search:one": "", "(one": "", "-one": "",
			"headmistress": "", "secretword": "", "secret": "",
		} {
			equal(t, "who is found by "+typed, found(admin, vars{"search": typed}), want)
		}
		admin.Ask(findUsers, vars{"f": vars{"search": strings.Repeat("ä", 201)}}).Refused("BAD_USER_INPUT")
		equal(t, "who is found by 200 characters", found(admin, vars{"search": strings.Repeat("ä", 200)}), "")
	})
}

// Filters narrow the list and its count, each and together.
func TestFilters(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, role := hub.Admin(), hub.Role("super_user")
		staff, board, guild := newGroup(hub, "Staff"), newGroup(hub, "Board"), newCompany(hub, "Guild")
		hub.User("one@example.org", func(in *account.CreateInput) {
			in.RoleID, in.CompanyID, in.GroupIDs, in.Subscribed = &role, &guild.ID, []int64{staff.ID, board.ID}, true
		})
		two := hub.User("two@example.org", func(in *account.CreateInput) { in.GroupIDs = []int64{board.ID} })
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(two.ID).SetStatus(user.StatusINACTIVE).SetLastSignInAt(hubtest.Start.Add(-time.Hour)).Exec(ctx)
		})
		hub.Clock.Advance(time.Hour)
		hub.User("three@example.org", nil)
		later := hubtest.Start.Add(30 * time.Minute).Format(time.RFC3339)
		missing := gid.Encode(ent.TypeGroup, 999_999)
		for _, c := range []struct {
			filter vars
			want   string
		}{
			{vars{}, "mona one three two"},
			{vars{"status": []string{"INACTIVE"}}, "two"},
			{vars{"status": []string{"ACTIVE", "INACTIVE"}}, "mona one three two"},
			{vars{"status": []string{}}, "mona one three two"},
			{vars{"roleIds": []string{roleID(hub, "super_user"), roleID(hub, "global_administrator")}}, "mona one"},
			{vars{"groupIds": []string{groupID(staff), groupID(board)}}, "one two"},
			{vars{"groupIds": []string{groupID(staff)}}, "one"},
			{vars{"groupIds": []string{missing}}, ""},
			{vars{"groupIds": []string{groupID(board)}, "status": []string{"ACTIVE"}}, "one"},
			{vars{"groupIds": []string{groupID(board)}, "status": []string{"INACTIVE"}, "createdAt": vars{"to": later}}, "two"},
			{vars{"groupIds": []string{groupID(board)}, "createdAt": vars{"from": later}}, ""},
			{vars{"accountState": []string{"NONE"}}, "one three two"},
			{vars{"accountState": []string{"ACTIVE"}}, "mona"},
			{vars{"accountState": []string{"LOCKED"}}, ""},
			{vars{"accountState": []string{"LOCKED", "ACTIVE", "CLOSED"}}, "mona"},
			{vars{"companyIds": []string{gid.Encode(ent.TypeCompany, guild.ID)}}, "one"},
			{vars{"emailSubscribed": true}, "one"},
			{vars{"emailSubscribed": false}, "mona three two"},
			{vars{"neverSignedIn": true}, "one three"},
			{vars{"neverSignedIn": false}, "mona two"},
			{vars{"createdAt": vars{"from": later}}, "three"},
			{vars{"createdAt": vars{"to": later}}, "mona one two"},
			{vars{"lastSignInAt": vars{"to": hubtest.Start.Format(time.RFC3339)}}, "two"},
			{vars{"updatedAt": vars{"from": later, "to": later}}, ""},
			{vars{"groupIds": []string{groupID(board)}, "status": []string{"ACTIVE"}, "search": "adams"}, "one"},
			{vars{"groupIds": []string{groupID(board)}, "search": "three"}, ""},
		} {
			if got := found(admin, c.filter); got != c.want {
				t.Errorf("%v finds %q, not %q", c.filter, got, c.want)
			}
		}
		for _, name := range []string{"roleIds", "groupIds", "companyIds"} {
			admin.Ask(findUsers, vars{"f": vars{name: []string{"rubbish"}}}).Refused("BAD_USER_INPUT")
			admin.Ask(findUsers, vars{"f": vars{name: []string{userID(two)}}}).Refused("BAD_USER_INPUT")
		}
	})
}

// Where an account stands filters by the clock: an invitation expires without anybody doing anything.
func TestFilterByAccountState(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		invited := func(email string, notify entaccount.Notify) *ent.User {
			return hub.User(email, func(in *account.CreateInput) { in.Account = &account.NewAccount{Notify: notify} })
		}
		invited("told@example.org", entaccount.NotifyIMMEDIATELY)
		invited("untold@example.org", entaccount.NotifyNEVER)
		handed := invited("handed@example.org", entaccount.NotifyNEVER)
		gone := invited("gone@example.org", entaccount.NotifyIMMEDIATELY)
		admin.Must(`mutation($i:SetTemporaryPasswordInput!){setTemporaryPassword(input:$i){userErrors{message}}}`, vars{"i": vars{"userId": userID(handed), "password": "a handed-over secret"}})
		admin.Must(`mutation($i:UserIDInput!){deleteUser(input:$i){userErrors{message}}}`, vars{"i": vars{"userId": userID(gone)}})
		in := func(states ...string) string { return found(admin, vars{"accountState": states}) }
		equal(t, "who is invited", in("INVITED"), "told untold")
		equal(t, "whose invitation is over", in("INVITATION_EXPIRED"), "")
		equal(t, "whose password is temporary", in("TEMPORARY_PASSWORD"), "handed")
		hub.Clock.Advance(24*time.Hour + time.Second)
		admin.SignIn("mona@example.org", hubtest.Password)
		equal(t, "who is invited a day later", in("INVITED"), "untold")
		equal(t, "whose invitation is over a day later", in("INVITATION_EXPIRED"), "told")
		equal(t, "who is not set up a day later", in("INVITED", "INVITATION_EXPIRED"), "told untold")
	})
}

// A count is exact here, and says so; how a longer list is counted stands beside list.Total.
func TestTotalCount(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, board := hub.Admin(), newGroup(hub, "Board")
		hub.User("one@example.org", func(in *account.CreateInput) { in.GroupIDs = []int64{board.ID} })
		hub.User("two@example.org", func(in *account.CreateInput) { in.GroupIDs = []int64{board.ID} })
		for _, f := range []vars{{}, {"groupIds": []string{groupID(board)}}, {"search": "adams"}} {
			a := admin.Must(`query($f:UserFilter){users(first:1,filter:$f){totalCount exact:totalCount(exact:true) totalCountIsEstimate}}`, vars{"f": f})
			equal(t, fmt.Sprint("whether the number of ", f, " is an estimate"), a.At("users.totalCountIsEstimate"), false)
			equal(t, fmt.Sprint("the two numbers of ", f), a.Int("users.totalCount"), a.Int("users.exact"))
		}
	})
}
