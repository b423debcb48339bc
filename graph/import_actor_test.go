package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// byRow is what happens to a row when somebody imports it: ok, or the code of its first problem, for the company administrator
// of Home, the one of Away, a Portal Administrator, a Global Administrator, and an API client with every scope.
var byRow = []struct {
	what, row string
	happens   [5]string
}{
	{"a new Member of Home", ",{new},New,Person,Home,,,,,", [5]string{ok, "FORBIDDEN", ok, ok, ok}},
	{"a new Member without a company", ",{new},New,Person,,,,,,", [5]string{ok, ok, ok, ok, ok}},
	{"a new Member of a new company", ",{new},New,Person,Brand New {n},,,,,", [5]string{"FORBIDDEN", "FORBIDDEN", ok, ok, ok}},
	{"a new Member in a new group", ",{new},New,Person,,,,Brand New {n},,", [5]string{"FORBIDDEN", "FORBIDDEN", ok, ok, ok}},
	{"a new Member in a hidden group", ",{new},New,Person,,,,Secret,,", [5]string{"FORBIDDEN", "FORBIDDEN", ok, ok, ok}},
	{"a new Portal Administrator", ",{new},New,Person,,Portal Administrator,,,,", [5]string{"ROLE_NOT_GRANTABLE", "ROLE_NOT_GRANTABLE", ok, ok, "ROLE_NOT_GRANTABLE"}},
	{"a new Security Administrator", ",{new},New,Person,,Security Administrator,,,,", [5]string{"ROLE_NOT_GRANTABLE", "ROLE_NOT_GRANTABLE", "ROLE_NOT_GRANTABLE", ok, "ROLE_NOT_GRANTABLE"}},
	{"a new Global Admin", ",{new},New,Person,,,yes,,,", [5]string{"ROLE_NOT_GRANTABLE", "ROLE_NOT_GRANTABLE", "ROLE_NOT_GRANTABLE", ok, "ROLE_NOT_GRANTABLE"}},
	{"an address that is taken", ",taken@away.example,New,Person,,,,,,", [5]string{"TAKEN", ok, ok, ok, ok}},
	{"somebody of Home, by email", ",{here},Changed,,,,,,,", [5]string{ok, "REQUIRED", ok, ok, ok}},
	{"somebody of Home, by ID", "{hereid},,Changed,,,,,,,", [5]string{ok, "UNKNOWN", ok, ok, ok}},
	{"somebody of Home into Away", "{hereid},,,,Away,,,,,", [5]string{"FORBIDDEN", "UNKNOWN", ok, ok, ok}},
	{"somebody of Home out of it", "{hereid},,,,-,,,,,", [5]string{"FORBIDDEN", "UNKNOWN", ok, ok, ok}},
	{"a Global Administrator, deactivated", "{boss},,,,,,,,Inactive,", [5]string{"FORBIDDEN", "UNKNOWN", "FORBIDDEN", ok, "FORBIDDEN"}},
	{"a Global Administrator, as a Member", "{boss},,,,,Member,,,,", [5]string{"ROLE_NOT_GRANTABLE", "UNKNOWN", "ROLE_NOT_GRANTABLE", ok, "ROLE_NOT_GRANTABLE"}},
	{"an account for a Global Administrator", "{boss},,,,,,,,,yes", [5]string{"ROLE_NOT_GRANTABLE", "UNKNOWN", "ROLE_NOT_GRANTABLE", ok, "ROLE_NOT_GRANTABLE"}},
}

// A row goes as far as whoever imports it could go by hand, and what they may not see is told like what there is not.
func TestImportByActor(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.Create().SetEmail("taken@away.example").SetFirstName("Zebra").SetLastName("Quagga").SetCompanyID(c.away.ID).SetRoleID(hub.Role(account.Member)).Exec(ctx)
		})
		global := hub.Role(account.GlobalAdministrator)
		for column, actor := range []string{"company_administrator", "away", "portal_administrator", "global_administrator", "partner"} {
			rows := []string{"ID,Email,First Name,Last Name,Company,Role,Global Admin,Groups,Status,Send Invitation"}
			for i, one := range byRow {
				here := hub.User(fmt.Sprintf("here-%d-%d@example.org", column, i), within(c.home))
				boss := hub.User(fmt.Sprintf("boss-%d-%d@example.org", column, i), func(in *account.CreateInput) { in.RoleID, in.CompanyID = &global, &c.home.ID })
				rows = append(rows, strings.NewReplacer("{n}", fmt.Sprint(column), "{new}", fmt.Sprintf("new-%d-%d@example.org", column, i), "{hereid}", userID(here), "{here}", here.Email,
					"{boss}", userID(boss)).Replace(one.row))
			}
			check, _ := bringIn(c.clients[actor], hub, vars{"overrideWarnings": []string{"PRIVILEGED_WITHOUT_FACTOR", "SAME_NAME_IN_COMPANY"}}, nil, rows...)
			got := map[int]string{}
			edges, _ := check.At("node.issues.edges").([]any)
			for i := range edges {
				at := fmt.Sprintf("node.issues.edges.%d.node.", i)
				if row := check.Int(at + "row"); got[row] == "" {
					got[row] = check.Text(at + "code")
				}
			}
			for i, one := range byRow {
				want := one.happens[column]
				if want == ok {
					want = ""
				}
				if got[i+2] != want {
					t.Errorf("%s by %s: %q, not %q", one.what, actor, got[i+2], want)
				}
			}
			if actor == "company_administrator" && strings.Contains(string(check.Body), "Quagga") {
				t.Errorf("whose address it is, out of sight, is told to %s", actor)
			}
		}
		newcomer := userOf(hub, "new-0-1@example.org")
		equal(t, "the company of who is brought in by a company's administrator", *newcomer.CompanyID, c.home.ID)
	})
}

// An import belongs to whoever brought it, and to those who import for everybody; switched off it is nobody's.
func TestImportIsSeen(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		own := checked(c.clients["company_administrator"], hub, "people.csv", lines("Email,First Name,Last Name", "x@example.org,X,", "y@example.org,Y,Young"), nil)
		id := own.Text("node.id")
		for actor, sees := range map[string]bool{"company_administrator": true, "portal_administrator": true, "global_administrator": true, "partner": true,
			"away": false, "security_administrator": false, "super_user": false, "member": false, "group_manager": false, "partner_of_home": false} {
			a := c.clients[actor].Ask(importByID, vars{"id": id})
			equal(t, actor+" sees it", a.At("node") != nil, sees)
			status := map[bool]int{true: 200, false: 404}[sees]
			if actor != "company_administrator" && actor != "away" && !sees {
				status = 403
			}
			if sees && actor != "company_administrator" {
				status = 404 // the file is for whoever brought it
			}
			equal(t, actor+" fetches its problems", fetch(t, c.clients[actor], hub, own.Text("node.problemFileUrl")).StatusCode, status)
			listed := c.clients[actor].Ask(`{imports(first:9){totalCount}}`, nil)
			if status == 403 {
				listed.Refused("FORBIDDEN")
			} else {
				equal(t, actor+" lists", listed.Int("imports.totalCount"), map[bool]int{true: 1, false: 0}[sees])
			}
		}
		equal(t, "a stranger's download", fetch(t, hub.Stranger(), hub, own.Text("node.problemFileUrl")).StatusCode, 401)
		hub.Stranger().Send(checkImport, nil, "a.csv", lines("Email", "a@example.org")).Refused("UNAUTHENTICATED")

		hub.Admin().Must(`mutation{setFeature(input:{name:IMPORT,enabled:false,reason:"Not in your plan."}){userErrors{code}}}`, nil)
		off := c.clients["portal_administrator"]
		equal(t, "what is switched off", off.Must(importByID, vars{"id": id}).At("node"), nil)
		off.Ask(`{imports(first:9){totalCount}}`, nil).Refused("FEATURE_DISABLED")
		off.Send(checkImport, nil, "a.csv", lines("Email", "a@example.org")).Refused("FEATURE_DISABLED")
		off.Ask(runImport, vars{"in": vars{"id": id}}).Said("runImport", "FEATURE_DISABLED")
		equal(t, "the sentence", off.Ask(runImport, vars{"in": vars{"id": id}}).Text("runImport.userErrors.0.message"), "Not in your plan.")
		equal(t, "its problems", fetch(t, off, hub, own.Text("node.problemFileUrl")).StatusCode, 403)
	})
}

// A run goes on with the rights of whoever started it, and no longer than they have them.
func TestImportEndsWithItsActor(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		rows := []string{"Email,First Name,Last Name"}
		for i := range 200 {
			rows = append(rows, fmt.Sprintf("p%d@example.org,P,Person %d", i, i))
		}
		check := checked(c.clients["company_administrator"], hub, "people.csv", lines(rows...), nil)
		c.clients["company_administrator"].Must(runImport, vars{"in": vars{"id": check.Text("node.id")}})
		boss := userOf(hub, "company_administrator@example.org")
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(boss.ID).SetStatus(user.StatusINACTIVE).Exec(ctx)
		})
		done := settledImport(c.clients["global_administrator"], hub, check.Text("node.id"))
		if state := done.Text("node.state"); state != "STOPPED" && (state != "DONE" || done.Int("node.processed") != 200) {
			t.Errorf("it ended so: %s", done.Body)
		} else if state == "STOPPED" {
			equal(t, "why", done.Text("node.reason"), "Whoever asked for this may not sign in any more.")
		}
		count, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.FirstName("P")).Count(hubtest.System())
		if err != nil || count != done.Int("node.added") {
			t.Errorf("%d were added and %d said: %v", count, done.Int("node.added"), err)
		}
	})
}
