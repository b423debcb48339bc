package graph_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	companyNode = `query($id:ID!){node(id:$id){... on Company{name emailDomain userCount contracts{number} users(first:9){totalCount edges{node{email}}}
		administrators(first:9){totalCount edges{node{email}}}}}}`
	companyList = `query($s:String){companies(first:9,search:$s){totalCount edges{node{id name userCount contracts{number}}}}}`
	userPlace   = `query($id:ID!){node(id:$id){... on User{company{name} assignments{company{name} contract{number}} groups(first:9){totalCount edges{node{name}}} hiddenGroupCount}}}`
)

// of is the input of a mutation of one row.
func of(id string, more vars) vars {
	in := vars{"id": id}
	for name, value := range more {
		in[name] = value
	}
	return vars{"in": in}
}

func TestCompany(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		a := admin.Must(createCompany, vars{"in": vars{"name": "  Nordlicht \n GmbH ", "emailDomain": "@Bücher.Example.", "phone": " +47\t1 ", "address": " Road 4\nOslo "}})
		id := a.Text("createCompany.company.id")
		for field, want := range map[string]string{"name": "Nordlicht GmbH", "emailDomain": "xn--bcher-kva.example", "phone": "+47 1", "address": "Road 4\nOslo"} {
			equal(t, "the "+field, a.Text("createCompany.company."+field), want)
		}
		t.Run("absent stays, null clears", func(t *testing.T) {
			b := admin.Must(updateCompany, of(id, vars{"version": 1, "phone": nil, "name": "Nordlicht AG"}))
			equal(t, "the name", b.Text("updateCompany.company.name"), "Nordlicht AG")
			equal(t, "the phone", b.At("updateCompany.company.phone"), nil)
			equal(t, "the domain", b.Text("updateCompany.company.emailDomain"), "xn--bcher-kva.example")
			equal(t, "the version", b.Int("updateCompany.company.version"), 2)
		})
		t.Run("a stale version names both", func(t *testing.T) {
			b := admin.Ask(updateCompany, of(id, vars{"version": 1, "name": "Other"}))
			b.Said("updateCompany", "CONFLICT")
			equal(t, "yours", b.Int("updateCompany.userErrors.0.params.yours"), 1)
			equal(t, "theirs", b.Int("updateCompany.userErrors.0.params.theirs"), 2)
		})
		t.Run("a name belongs to one", func(t *testing.T) {
			b := admin.Ask(createCompany, vars{"in": vars{"name": "NORDLICHT ag"}})
			b.Said("createCompany", "TAKEN")
			equal(t, "whose it is", b.Text("createCompany.userErrors.0.relatedId"), id)
			other := admin.Must(createCompany, vars{"in": vars{"name": "Other"}}).Text("createCompany.company.id")
			admin.Ask(updateCompany, of(other, vars{"version": 1, "name": "Nordlicht AG"})).Said("updateCompany", "TAKEN")
			admin.Must(updateCompany, of(id, vars{"version": 2, "name": "NORDLICHT AG"}))
		})
		t.Run("what is wrong is said of each field, and nothing is saved", func(t *testing.T) {
			rows := hub.Rows()
			long := strings.Repeat("ä", 1001)
			b := admin.Ask(createCompany, vars{"in": vars{"name": " \u200b ", "emailDomain": "nobody@example.org", "phone": long[:102], "address": long}})
			b.Said("createCompany", "INVALID", "INVALID", "INVALID")
			for _, name := range []string{"", " ", "\n\t"} {
				admin.Ask(createCompany, vars{"in": vars{"name": name}}).Said("createCompany", "REQUIRED")
			}
			admin.Ask(createCompany, vars{"in": vars{"name": long}}).Said("createCompany", "INVALID")
			for _, domain := range []string{"example", "a b.org", ".org", "-a.org", "a..org", "1.2.3.4", strings.Repeat("a", 64) + ".org", strings.Repeat("ab.", 90) + "org", "https://example.org"} {
				admin.Ask(createCompany, vars{"in": vars{"name": "X", "emailDomain": domain}}).Said("createCompany", "INVALID")
			}
			admin.Ask(createCompany, vars{"in": vars{"name": strings.Repeat("x", 900_000)}}).Said("createCompany", "INVALID")
			admin.Ask(updateCompany, of(gid.Encode(ent.TypeCompany, 999_999), vars{"version": 1})).Refused("NOT_FOUND")
			admin.Ask(updateCompany, of("rubbish", vars{"version": 1})).Refused("NOT_FOUND")
			admin.Ask(deleteCompany, of(gid.Encode(ent.TypeGroup, 1), nil)).Refused("NOT_FOUND")
			same(hub, rows)
		})
	})
}

// Of several who make the same at the same moment, one does.
func TestNamesAreTakenOnce(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, home := hub.Admin(), newCompany(hub, "Home")
		for mutation, in := range map[string]vars{createCompany: {"name": "Twin"}, createGroup: {"name": "Twin"},
			createContract: {"companyId": companyID(home), "number": "T-1", "name": "Twin"}} {
			name := strings.TrimSpace(mutation[strings.Index(mutation, "{")+1 : strings.Index(mutation, "(input")])
			var done sync.WaitGroup
			answers := make([]*hubtest.Answer, 4)
			for i := range answers {
				done.Go(func() { answers[i] = admin.Ask(mutation, vars{"in": in}) })
			}
			done.Wait()
			made := 0
			for _, a := range answers {
				if codes := a.Codes(name); len(codes) == 0 && a.Code() == "" {
					made++
				} else {
					a.Said(name, "TAKEN")
				}
			}
			equal(t, "how many were made by "+name, made, 1)
		}
	})
}

func TestContract(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, home, away := hub.Admin(), newCompany(hub, "Home"), newCompany(hub, "Away")
		made := func(c *ent.Company, more vars) *hubtest.Answer {
			in := vars{"companyId": companyID(c), "number": "C-1", "name": "Support"}
			for name, value := range more {
				in[name] = value
			}
			return admin.Ask(createContract, vars{"in": in})
		}
		a := made(home, vars{"startsOn": "2026-01-01", "endsOn": "2026-12-31"})
		a.Said("createContract")
		id := a.Text("createContract.contract.id")
		equal(t, "the last day", a.Text("createContract.contract.endsOn"), "2026-12-31")
		t.Run("a number belongs to one contract of the company", func(t *testing.T) {
			b := made(home, vars{"number": " c-1 "})
			b.Said("createContract", "TAKEN")
			equal(t, "whose it is", b.Text("createContract.userErrors.0.relatedId"), id)
			made(away, nil).Said("createContract")
		})
		t.Run("dates are dates, in order", func(t *testing.T) {
			for _, day := range []string{"2026-02-30", "26-01-01", "2026-1-1", "tomorrow", "2026-01-01T00:00:00Z", "0000-01-01"} {
				b := made(home, vars{"number": "C-2", "startsOn": day})
				b.Said("createContract", "INVALID")
				equal(t, "the field", field(b, "createContract"), "startsOn")
			}
			b := made(home, vars{"number": "C-2", "startsOn": "2026-05-02", "endsOn": "2026-05-01"})
			b.Said("createContract", "INVALID")
			equal(t, "the field", field(b, "createContract"), "endsOn")
			made(home, vars{"number": "C-2", "startsOn": "2026-05-01", "endsOn": "2026-05-01"}).Said("createContract")
			admin.Ask(updateContract, of(id, vars{"version": 1, "startsOn": "2027-01-01"})).Said("updateContract", "INVALID")
			c := admin.Must(updateContract, of(id, vars{"version": 1, "startsOn": "2027-01-01", "endsOn": nil, "number": "C-9"}))
			equal(t, "the last day", c.At("updateContract.contract.endsOn"), nil)
			equal(t, "the name", c.Text("updateContract.contract.name"), "Support")
		})
		t.Run("a stale version names both", func(t *testing.T) {
			b := admin.Ask(updateContract, of(id, vars{"version": 1, "name": "Other"}))
			b.Said("updateContract", "CONFLICT")
			equal(t, "theirs", b.Int("updateContract.userErrors.0.params.theirs"), 2)
		})
		t.Run("what is missing is said", func(t *testing.T) {
			made(home, vars{"number": " ", "name": ""}).Said("createContract", "REQUIRED", "REQUIRED")
			made(home, vars{"companyId": gid.Encode(ent.TypeCompany, 999_999)}).Said("createContract", "UNKNOWN")
			made(home, vars{"companyId": "rubbish"}).Said("createContract", "UNKNOWN")
			admin.Ask(deleteContract, of(gid.Encode(ent.TypeContract, 999_999), nil)).Refused("NOT_FOUND")
		})
	})
}

// A contract that is deleted is nobody's: its assignments stay, without one, and its number is free. Taken back, all is as
// it was, unless the number was given away.
func TestDeleteContract(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, home, away := hub.Admin(), newCompany(hub, "Home"), newCompany(hub, "Away")
		k, other := newContract(hub, home, "C-1"), newContract(hub, away, "A-1")
		u := hub.User("ana@example.org", func(in *account.CreateInput) {
			in.Assignments = []account.Assigned{{CompanyID: home.ID, ContractID: &k.ID}}
		})
		number := func() string {
			return admin.Must(userPlace, vars{"id": userID(u)}).Text("node.assignments.0.contract.number")
		}
		one := []vars{{"companyId": companyID(home), "contractId": contractID(k)}}
		admin.Ask(updateUser, to(hub, u, vars{"assignments": []vars{{"companyId": companyID(home), "contractId": contractID(other)}}})).Said("updateUser", "CONTRACT_NOT_OF_COMPANY")
		token := admin.Must(withUndo(deleteContract), of(contractID(k), nil)).Text("deleteContract.undo.token")
		equal(t, "the contract", number(), "")
		equal(t, "the company of the assignment", admin.Must(userPlace, vars{"id": userID(u)}).Text("node.assignments.0.company.name"), "Home")
		equal(t, "the node", admin.Must(nodes, vars{"ids": []string{contractID(k)}}).At("nodes.0"), nil)
		admin.Ask(deleteContract, of(contractID(k), nil)).Refused("NOT_FOUND")
		admin.Ask(updateUser, to(hub, u, vars{"assignments": one})).Said("updateUser", "CONTRACT_NOT_OF_COMPANY")
		admin.Must(updateUser, to(hub, u, vars{"title": "Head", "assignments": []vars{{"companyId": companyID(home)}}}))
		admin.Must(undo, vars{"t": token})
		equal(t, "the contract that came back", number(), "C-1")
		again := admin.Must(withUndo(deleteContract), of(contractID(k), nil)).Text("deleteContract.undo.token")
		admin.Must(createContract, vars{"in": vars{"companyId": companyID(home), "number": "c-1", "name": "Heir"}})
		admin.Ask(undo, vars{"t": again}).Said("undo", "TAKEN")
	})
}

// Deleting a company hides it and its contracts; its users stay, in no company, and are found by its name no longer. Taken
// back, everything is as it was.
func TestDeleteCompany(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, home, away := hub.Admin(), newCompany(hub, "Homeland"), newCompany(hub, "Away")
		k := newContract(hub, home, "C-1")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(home))
		_, second := hub.Person("company_administrator", "second@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.Assignments = &away.ID, []account.Assigned{{CompanyID: home.ID}}
		})
		ana := hub.User("ana@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.Assignments = &home.ID, []account.Assigned{{CompanyID: home.ID, ContractID: &k.ID}}
		})
		before := admin.Must(companyNode, vars{"id": companyID(home)})
		equal(t, "the number of users", before.Int("node.userCount"), 2)
		equal(t, "the first who looks after it", before.Text("node.administrators.edges.0.node.email"), "second@example.org")
		equal(t, "how many look after it", before.Int("node.administrators.totalCount"), 2)
		equal(t, "whom the second sees", found(second, vars{}), "ana boss second")
		gone := admin.Must(withUndo(deleteCompany), of(companyID(home), nil))

		equal(t, "the nodes", fmt.Sprint(admin.Must(nodes, vars{"ids": []string{companyID(home), contractID(k)}}).At("nodes")), "[<nil> <nil>]")
		equal(t, "the number of companies", admin.Must(companyList, nil).Int("companies.totalCount"), 1)
		place := admin.Must(userPlace, vars{"id": userID(ana)})
		equal(t, "Ana's company", place.At("node.company"), nil)
		equal(t, "Ana's first assignment", place.At("node.assignments.0"), nil)
		equal(t, "who is found by its name", found(admin, vars{"search": "homeland"}), "")
		equal(t, "who is found by its id", found(admin, vars{"companyIds": []string{companyID(home)}}), "")
		equal(t, "whom its administrator sees", found(boss, vars{}), "boss")
		equal(t, "whom the second sees then", found(second, vars{}), "second")
		admin.Ask(deleteCompany, of(companyID(home), nil)).Refused("NOT_FOUND")
		admin.Ask(createUser, anaIn(home)).Said("createUser", "UNKNOWN")
		admin.Ask(updateContract, of(contractID(k), vars{"version": 1})).Refused("NOT_FOUND")
		admin.Ask(createContract, vars{"in": vars{"companyId": companyID(home), "number": "1", "name": "1"}}).Said("createContract", "UNKNOWN")
		admin.Must(updateUser, to(hub, ana, vars{"title": "Head", "assignments": []vars{{"companyId": companyID(away)}}}))
		boss.Ask(undo, vars{"t": gone.Text("deleteCompany.undo.token")}).Said("undo", "INVALID")

		equal(t, "undone", admin.Must(undo, vars{"t": gone.Text("deleteCompany.undo.token")}).At("undo.undone"), any(true))
		equal(t, "Ana's company again", admin.Must(userPlace, vars{"id": userID(ana)}).Text("node.company.name"), "Homeland")
		equal(t, "her assignments", len(admin.Must(userPlace, vars{"id": userID(ana)}).At("node.assignments").([]any)), 2)
		equal(t, "who is found by its name again", found(admin, vars{"search": "homeland"}), "ana boss")
		equal(t, "whom its administrator sees again", found(boss, vars{}), "ana boss")
	})
}

func anaIn(c *ent.Company) vars { return ana("x@example.org", vars{"companyId": companyID(c)}) }

// A company's new name is its users' at once: in their search, their order and their rows. History tells it, and takes it
// back.
func TestRenameCompany(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, home, mid := hub.Admin(), newCompany(hub, "Zebra"), newCompany(hub, "Middle")
		hub.User("one@example.org", within(home))
		hub.User("two@example.org", within(mid))
		deleted := hub.User("gone@example.org", within(home))
		left := admin.Must(deleteUser, about(userID(deleted))).Text("deleteUser.undo.token")
		order := func() string {
			a := admin.Must(`{users(first:9,orderBy:[{field:COMPANY}]){edges{node{email}}}}`, nil)
			return a.Text("users.edges.0.node.email")
		}
		equal(t, "who is first", order(), "two@example.org")
		admin.Must(updateCompany, of(companyID(home), vars{"version": 1, "name": "Aardvark"}))
		equal(t, "who is first then", order(), "one@example.org")
		equal(t, "who is found by the old name", found(admin, vars{"search": "zebra"}), "")
		equal(t, "who is found by the new one", found(admin, vars{"search": "aardvark"}), "one")
		admin.Must(undo, vars{"t": left})
		equal(t, "who is found when a user came back", found(admin, vars{"search": "aardvark"}), "gone one")
		told := admin.Must(`query($id:ID!){changes(first:1,filter:{entityId:$id}){edges{node{id operation undoable fields{name old new}}}}}`, vars{"id": companyID(home)})
		equal(t, "the field", told.Text("changes.edges.0.node.fields.0.name"), "name")
		equal(t, "the old name", told.Text("changes.edges.0.node.fields.0.old"), "Zebra")
		admin.Must(undoChange, vars{"in": vars{"changeId": told.Text("changes.edges.0.node.id")}})
		equal(t, "who is found by the name that came back", found(admin, vars{"search": "zebra"}), "gone one")
	})
}

// Whoever looks after a company and may write companies changes that one and its contracts. They make and delete none, and
// another's answers like one that does not exist.
func TestOwnCompany(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours, theirs := newCompany(hub, "Ours"), newCompany(hub, "Theirs")
		foreign := newContract(hub, theirs, "T-1")
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.Role.UpdateOneID(hub.Role("company_administrator")).SetPermissions([]string{"USERS_READ", "COMPANIES_READ", "COMPANIES_WRITE"}).Exec(ctx)
		})
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		boss.Must(updateCompany, of(companyID(ours), vars{"version": 1, "name": "Our own", "phone": "1"}))
		a := boss.Must(withUndo(createContract), vars{"in": vars{"companyId": companyID(ours), "number": "O-1", "name": "Support"}})
		id := a.Text("createContract.contract.id")
		boss.Must(undo, vars{"t": a.Text("createContract.undo.token")})
		boss.Ask(updateContract, of(id, vars{"version": 2})).Refused("NOT_FOUND")
		id = boss.Must(createContract, vars{"in": vars{"companyId": companyID(ours), "number": "O-1", "name": "Support"}}).Text("createContract.contract.id")
		boss.Must(updateContract, of(id, vars{"version": 1, "name": "More"}))
		boss.Must(deleteContract, of(id, nil))

		rows := hub.Rows()
		boss.Ask(createCompany, vars{"in": vars{"name": "Theirs"}}).Refused("FORBIDDEN")
		boss.Ask(deleteCompany, of(companyID(ours), nil)).Refused("FORBIDDEN")
		boss.Ask(updateCompany, of(companyID(theirs), vars{"version": 1, "name": "Mine"})).Refused("NOT_FOUND")
		boss.Ask(createContract, vars{"in": vars{"companyId": companyID(theirs), "number": "1", "name": "1"}}).Said("createContract", "UNKNOWN")
		boss.Ask(updateContract, of(contractID(foreign), vars{"version": 1, "name": "Mine"})).Refused("NOT_FOUND")
		boss.Ask(deleteContract, of(contractID(foreign), nil)).Refused("NOT_FOUND")
		taken := boss.Ask(updateCompany, of(companyID(ours), vars{"version": 2, "name": "theirs"}))
		taken.Said("updateCompany", "TAKEN")
		equal(t, "whose it is", taken.At("updateCompany.userErrors.0.relatedId"), nil)
		same(hub, rows)
	})
}
