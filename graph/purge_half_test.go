package graph_test

import (
	"context"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entassignment "github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/purge"
)

// What the purge began to take out piece by piece does not come back as the half that is left, by the history or by whoever read it before;
// the next run takes the rest.
func TestPurgeHalfDone(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, home, staff := hub.Admin(), newCompany(hub, "Home"), newGroup(hub, "Staff")
		role, _ := newRole(hub, "Looker", nil)
		contract := newContract(hub, newCompany(hub, "Away"), "7")
		for _, address := range []string{"ana@example.org", "bo@example.org"} {
			hub.User(address, func(in *account.CreateInput) {
				in.CompanyID, in.GroupIDs = &home.ID, []int64{staff.ID}
				in.Assignments = []account.Assigned{{CompanyID: contract.CompanyID, ContractID: &contract.ID}}
			})
		}
		ids := map[string]string{"groups": groupID(staff), "companies": companyID(home), "contracts": contractID(contract), "roles": role}
		for _, one := range []string{"contracts", "groups", "companies", "roles"} {
			name := map[string]string{"contracts": deleteContract, "groups": deleteGroup, "companies": deleteCompany, "roles": deleteRole}[one]
			admin.Must(name, vars{"in": vars{"id": ids[one]}})
		}
		admin = later(hub, 31)
		shown := viewer.ShowDeleted(hubtest.System())
		stale := hub.Store.Ent(shown).Company.GetX(shown, home.ID)
		before := purge.Before(nil, hub.Clock.Now())
		for _, kind := range (&purge.Service{Store: hub.Store}).Kinds() {
			if id, had := ids[kind.What]; had {
				_, key, err := gid.Split(id)
				if err != nil {
					t.Fatal(err)
				}
				if err := kind.Clear(hubtest.System(), before, key); err != nil {
					t.Fatalf("clearing %s: %v", kind.What, err)
				}
				c := hub.Store.Ent(shown).Change.Query().Where(change.EntityID(key), change.Entity(map[string]string{"groups": ent.TypeGroup,
					"companies": ent.TypeCompany, "contracts": ent.TypeContract, "roles": ent.TypeRole}[kind.What])).Order(ent.Desc(change.FieldID)).FirstX(shown)
				admin.Ask(texts["undoChange"], vars{"in": vars{"changeId": c.GlobalID()}}).Said("undoChange", "CONFLICT")
			}
		}
		err := hub.Store.InTx(shown, func(ctx context.Context, tx *ent.Client) error {
			return tx.Company.UpdateOne(stale).ClearDeletedAt().Exec(ctx)
		})
		equal(t, "bringing back a company as it was read before", fault.Is(err, fault.CodeConflict), true)
		client := hub.Store.Ent(shown)
		equal(t, "who is in the company", client.User.Query().Where(user.CompanyID(home.ID)).CountX(shown), 0)
		equal(t, "who is in the group", client.Membership.Query().Where(membership.GroupID(staff.ID)).CountX(shown), 0)
		equal(t, "who has the contract", client.Assignment.Query().Where(entassignment.ContractID(contract.ID)).CountX(shown), 0)
		job := admin.Must(createJob, erasing(nil)).Text("createJob.job.id")
		equal(t, "what was handled", runOf(hub, admin, job).Int("node.handled"), len(ids))
		equal(t, "what is left", client.Company.Query().CountX(shown), 1)
	})
}
