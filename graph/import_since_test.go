package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// keptOf are those whom a taking back left alone, with the reasons, in the order of the file.
func keptOf(undone *hubtest.Answer) string {
	var kept []string
	for i := range undone.At("undoImport.import.undoReport.kept").([]any) {
		one := fmt.Sprintf("undoImport.import.undoReport.kept.%d.", i)
		kept = append(kept, undone.Text(one+"name")+": "+undone.Text(one+"reason"))
	}
	return strings.Join(kept, "\n")
}

// Whom an import made and others worked on since stays: what they put beside somebody is no field of the user.
func TestImportUndoWorkedOn(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, board, acme := hub.Admin(), newGroup(hub, "Board"), newCompany(hub, "Acme")
		colleague := entitled(hub, "cleo@example.org", viewer.Everything, nil, viewer.UsersRead, viewer.UsersWrite, viewer.AccountsManage, viewer.NotesRead,
			viewer.RemindersWrite, viewer.ActivitiesRead, viewer.ActivitiesWrite, viewer.GroupsWrite, viewer.CompaniesRead)
		portal := shop(hub, viewer.UsersRead, viewer.ActivitiesRead, viewer.ActivitiesWrite)
		names := []string{"member", "manager", "customer", "reminder", "manual", "api", "note", "account", "nothing", "gone", "revoked"}
		_, done := bringIn(admin, hub, vars{"notify": "IMMEDIATELY"}, nil, func() []string {
			rows := []string{"Email,First Name,Last Name,Groups,Send Invitation"}
			for i, name := range names {
				group, invited := "", ""
				if name == "manager" {
					group = "Board"
				}
				if name == "revoked" {
					invited = "yes"
				}
				rows = append(rows, fmt.Sprintf("%s@example.org,P%d,%s,%s,%s", name, i, name, group, invited))
			}
			return rows
		}()...)
		hub.Settle()
		of := func(name string) *ent.User { return userOf(hub, name+"@example.org") }
		colleague.Must(addMembers, vars{"in": vars{"groupId": groupID(board), "userIds": []string{userID(of("member"))}}})
		colleague.Must(setManager, vars{"in": vars{"groupId": groupID(board), "userId": userID(of("manager")), "manager": true}})
		colleague.Must(updateUser, to(hub, of("customer"), vars{"assignments": []vars{{"companyId": companyID(acme)}}}))
		remind(colleague, of("reminder"), nil)
		colleague.Must(recordActivity, order(vars{"userId": userID(of("manual"))}, "Called", nil))
		portal.Must(recordActivity, order(vars{"email": "api@example.org"}, "Order 1042", nil))
		colleague.Must(updateUser, to(hub, of("note"), vars{"note": "Pays late."}))
		admin.Must(createAccount, vars{"in": vars{"userId": userID(of("account")), "account": vars{}}})
		// What is not there any more keeps nobody, nor does an invitation that was taken back.
		colleague.Must(deleteReminder, vars{"in": vars{"id": remind(colleague, of("gone"), nil)}})
		written := colleague.Must(recordActivity, order(vars{"userId": userID(of("gone"))}, "Called", nil))
		colleague.Must(takeBack, vars{"token": written.Text("recordActivity.undo.token")})
		colleague.Must(updateUser, to(hub, of("gone"), vars{"assignments": []vars{{"companyId": companyID(acme)}}}))
		colleague.Must(updateUser, to(hub, of("gone"), vars{"assignments": []vars{}}))
		admin.Must(revokeInvitation, vars{"in": vars{"userId": userID(of("revoked"))}})
		undone := admin.Must(undoImport, vars{"in": vars{"id": done.Text("node.id")}})
		var want []string
		for i, name := range names[:8] {
			what := "user"
			if name == "manager" { // the row made the membership, and others what it is now
				what = "membership"
			}
			want = append(want, fmt.Sprintf("P%d %s: This %s was changed again since.", i, name, what))
		}
		equal(t, "kept", keptOf(undone), strings.Join(want, "\n"))
		equal(t, "removed", undone.Int("undoImport.import.undoReport.reversed"), 3)
		for _, name := range names[:8] {
			of(name)
		}
	})
}

// What was kept for an address before anybody had it came with the user and goes with them; a note that whoever takes the import
// back may not read does not show by what becomes of the rest.
func TestImportUndoUnseen(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, portal := hub.Admin(), shop(hub, viewer.UsersRead, viewer.ActivitiesRead, viewer.ActivitiesWrite)
		keepUnknown(admin, true)
		portal.Must(recordActivities, vars{"in": []vars{order(vars{"email": "kept@example.org"}, "Order 7", nil)["in"].(vars)}})
		_, role := newRole(hub, "Importer", vars{"reach": viewer.Everything, "grantIds": []string{roleID(hub, account.Member)},
			"permissions": []viewer.Permission{viewer.UsersRead, viewer.UsersWrite, viewer.UsersDelete, viewer.Import}})
		_, importer := holder(hub, role, "imp@example.org", nil)
		_, done := bringIn(importer, hub, nil, nil, "Email,First Name,Last Name", "kept@example.org,K,Kept", "noted@example.org,N,Noted")
		equal(t, "what came with them", summaries(admin.Must(stream, vars{"id": userID(userOf(hub, "kept@example.org")), "first": 5}), "node.activities"), "Order 7")
		admin.Must(updateUser, to(hub, userOf(hub, "noted@example.org"), vars{"note": "Pays late."}))
		undone := importer.Must(undoImport, vars{"in": vars{"id": done.Text("node.id")}})
		equal(t, "kept", keptOf(undone), "")
		equal(t, "removed", undone.Int("undoImport.import.undoReport.reversed"), 2)
	})
}

// A group that an import made, or a company, stays while anything else refers to it.
func TestImportUndoPlacesInUse(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, system := hub.Admin(), hubtest.System()
		_, done := bringIn(admin, hub, nil, nil, "Email,First Name,Last Name,Groups,Company", "a@example.org,Ana,Adams,Page;Client;Nobody;Left,", "b@example.org,Bo,Berg,,Partner")
		group, groups := map[string]*ent.Group{}, hub.Store.Ent(system).Group.Query().AllX(system)
		for _, g := range groups {
			group[g.Name] = g
		}
		newPage(hub, "/intern", group["Page"])
		left := newPage(hub, "/left", group["Left"])
		admin.Must(deleteProtectedPage, vars{"in": vars{"id": left}})
		partner := hub.Store.Ent(system).Company.Query().OnlyX(system)
		for _, in := range []client.Input{
			{Name: new("By group"), Reach: new(viewer.ManagedGroups), GroupIDs: []int64{group["Client"].ID}, Scopes: []viewer.Permission{viewer.UsersRead}},
			{Name: new("By company"), Reach: new(viewer.AssignedCompanies), CompanyIDs: []int64{partner.ID}, Scopes: []viewer.Permission{viewer.UsersRead}},
		} {
			if _, _, err := hub.Clients.Create(system, in); err != nil {
				t.Fatal(err)
			}
		}
		undone := admin.Must(undoImport, vars{"in": vars{"id": done.Text("node.id")}})
		equal(t, "removed", undone.Int("undoImport.import.undoReport.reversed"), 2)
		var there []string
		for _, g := range hub.Store.Ent(system).Group.Query().AllX(system) {
			if !g.IsDefault {
				there = append(there, g.Name)
			}
		}
		equal(t, "the groups that are left", strings.Join(there, " "), "Page Client")
		equal(t, "the companies that are left", hub.Store.Ent(system).Company.Query().CountX(system), 1)
	})
}

// An account that a row opened for somebody who was there opens nothing any more, told of or not; with a password it is its owner's,
// and the row stays as it is.
func TestImportUndoAccounts(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		for _, name := range []string{"mailed", "silent", "used"} {
			hub.User(name+"@example.org", nil)
		}
		hub.User("withdrawn@example.org", func(in *account.CreateInput) { in.Subscribed = true })
		_, done := bringIn(admin, hub, vars{"notify": "IMMEDIATELY"}, nil, "Email,Title,Account Email,Send Invitation,Email Communication", "mailed@example.org,,,yes,",
			"silent@example.org,,silent@example.org,,", "used@example.org,Chief,,yes,", "withdrawn@example.org,,,yes,No")
		hub.Settle()
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "used@example.org"), "p": hubtest.Password})
		undone := admin.Must(undoImport, vars{"in": vars{"id": done.Text("node.id")}})
		equal(t, "kept", keptOf(undone), "Ana Adams: The account that was opened stays: its owner has set a password.")
		equal(t, "as before", undone.Int("undoImport.import.undoReport.reversed"), 3)
		equal(t, "the title", *userOf(hub, "used@example.org").Title, "Chief")
		if codes := hub.Stranger().Ask(setPassword, vars{"t": tokenTo(hub, "mailed@example.org"), "p": hubtest.Password}).Codes("setPassword"); len(codes) == 0 {
			t.Error("the link of an invitation that was taken back works")
		}
		system := hubtest.System()
		for _, name := range []string{"mailed", "silent", "withdrawn"} {
			equal(t, name, hub.Store.Ent(system).User.QueryAccount(userOf(hub, name+"@example.org")).OnlyX(system).RevokedAt != nil, true)
		}
	})
}

// Where whoever takes an import back loses their rights meanwhile, somebody else takes back the rest.
func TestImportUndoBySomebodyElse(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, gone := hub.Admin(), hub.User("gone@example.org", nil)
		_, done := bringIn(admin, hub, nil, nil, many(3)...)
		id := done.Text("node.id")
		key, err := gid.Key(ent.TypeImportRun, id)
		if err != nil {
			t.Fatal(err)
		}
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.ImportRun.UpdateOneID(key).SetState(importrun.StateUNDOING).SetAskerID(gone.ID).SetCursor(5).Exec(ctx)
		})
		stopped := admin.Must(undoImport, vars{"in": vars{"id": id}})
		equal(t, "the state", stopped.Text("undoImport.import.state"), "STOPPED")
		equal(t, "the reason", stopped.Text("undoImport.import.reason"), "Whoever was taking this back may not go on. Somebody else can take the rest back.")
		if stopped.At("undoImport.import.undoableUntil") == nil {
			t.Error("the rest cannot be taken back")
		}
		undone := admin.Must(undoImport, vars{"in": vars{"id": id}})
		equal(t, "the rest", fmt.Sprint(undone.Text("undoImport.import.state"), undone.Int("undoImport.import.undoReport.reversed")), "UNDONE3")
	})
}

// Taking an import back gives nobody's consent again: whoever unsubscribes while it is withdrawn leaves no trace of it.
func TestImportUndoConsent(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		for _, name := range []string{"alone", "titled"} {
			hub.User(name+"@example.org", func(in *account.CreateInput) { in.Subscribed = true })
		}
		_, done := bringIn(admin, hub, nil, nil, "Email,Title,Email Communication", "alone@example.org,,No", "titled@example.org,Chief,No")
		equal(t, "what it came to", came(done), "DONE 2 2 0 2 0 0 0")
		undone := admin.Must(undoImport, vars{"in": vars{"id": done.Text("node.id")}})
		equal(t, "kept", keptOf(undone), "Ana Adams: Consent to email that was withdrawn is not given back.")
		equal(t, "as before", undone.Int("undoImport.import.undoReport.reversed"), 1)
		equal(t, "their consent", fmt.Sprint(userOf(hub, "alone@example.org").EmailSubscribed, userOf(hub, "titled@example.org").EmailSubscribed), "false false")
		equal(t, "the title", userOf(hub, "titled@example.org").Title, (*string)(nil))
	})
}
