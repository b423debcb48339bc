package graph_test

import (
	"context"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

func groupID(g *ent.Group) string { return gid.Encode(ent.TypeGroup, g.ID) }

// refusedBoth asks for the same on creating and on updating, and wants the same code at the same field, and nothing saved.
func refusedBoth(hub *hubtest.Hub, who *hubtest.Client, u *ent.User, in vars, code, at string) {
	hub.T.Helper()
	rows := hub.Rows()
	a := who.Ask(createUser, ana("x@example.org", in))
	a.Said("createUser", code)
	equal(hub.T, "the field", field(a, "createUser"), at)
	b := who.Ask(updateUser, to(hub, u, in))
	b.Said("updateUser", code)
	equal(hub.T, "the field", field(b, "updateUser"), at)
	for table, n := range hub.Rows() {
		equal(hub.T, "the number of "+table, n, rows[table])
	}
}

// S2.4: a role, a company and a group must exist before somebody is put there.
func TestUnknownPlaces(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u, staff := hub.Admin(), hub.User("ana@example.org", nil), newGroup(hub, "Staff")
		for _, id := range []string{"rubbish", gid.Encode(ent.TypeRole, 999_999), groupID(staff)} {
			refusedBoth(hub, admin, u, vars{"roleId": id}, "UNKNOWN", "roleId")
			admin.Ask(createAccount, vars{"in": vars{"userId": userID(u), "account": vars{}, "roleId": id}}).Said("createAccount", "UNKNOWN")
		}
		refusedBoth(hub, admin, u, vars{"companyId": gid.Encode(ent.TypeCompany, 999_999)}, "UNKNOWN", "companyId")
		refusedBoth(hub, admin, u, vars{"groupIds": []string{groupID(staff), gid.Encode(ent.TypeGroup, 999_999)}}, "UNKNOWN", "groupIds")
		refusedBoth(hub, admin, u, vars{"assignments": []vars{{"companyId": gid.Encode(ent.TypeCompany, 999_999)}}}, "UNKNOWN", "assignments")
		refusedBoth(hub, admin, u, vars{"newGroupNames": []string{" "}}, "REQUIRED", "newGroupNames")
	})
}

// S2.3, decision 7: what a role may grant is its list, nothing else, both when giving and when taking away.
func TestRoleNotGrantable(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		home := newCompany(hub, "Home")
		all := []string{"global_administrator", "security_administrator", "portal_administrator", "super_user", "company_administrator", "member"}
		grants := map[string][]string{"security_administrator": {"portal_administrator", "super_user"},
			"portal_administrator": {"portal_administrator", "super_user", "company_administrator", "member"}, "company_administrator": {"company_administrator", "member"}}
		hub.Admin()
		for actor, may := range grants {
			_, who := hub.Person(actor, actor+"@example.org", within(home))
			for _, role := range all {
				can := false
				for _, one := range may {
					can = can || one == role
				}
				key := hub.Role(role)
				held := hub.User(actor+"-of-"+role+"@example.org", func(in *account.CreateInput) { in.CompanyID, in.RoleID = &home.ID, &key })
				free := hub.User(actor+"-to-"+role+"@example.org", func(in *account.CreateInput) { in.CompanyID = &home.ID })
				write(hub, func(ctx context.Context, tx *ent.Client) error {
					return tx.User.UpdateOneID(free.ID).ClearRoleID().Exec(ctx)
				})
				var want []string
				if !can {
					want = []string{"ROLE_NOT_GRANTABLE"}
				}
				in := vars{"roleId": roleID(hub, role), "companyId": gid.Encode(ent.TypeCompany, home.ID)}
				t.Run(actor+" and "+role, func(t *testing.T) {
					who.Ask(createUser, ana(actor+"-new-"+role+"@example.org", in)).Said("createUser", want...)
					who.Ask(updateUser, to(hub, free, vars{"roleId": in["roleId"]})).Said("updateUser", want...)
					who.Ask(updateUser, to(hub, held, vars{"roleId": roleID(hub, may[0])})).Said("updateUser", want...)
					who.Ask(updateUser, to(hub, free, vars{"isGlobalAdmin": true})).Said("updateUser", "ROLE_NOT_GRANTABLE")
				})
			}
		}
	})
}

// S1.6, S1.8: whoever is given no group is in the Default group, and manages only custom groups that they are in.
func TestGroupManager(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u, staff, board := hub.Admin(), hub.User("ana@example.org", nil), newGroup(hub, "Staff"), newGroup(hub, "Board")
		code, at := "GROUP_MANAGER_NEEDS_CUSTOM_GROUP", "managerOfGroupIds"
		def, err := hub.Store.Ent(hubtest.System()).Group.Query().Order(ent.Asc("id")).First(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		refusedBoth(hub, admin, u, vars{"managerOfGroupIds": []string{groupID(staff)}}, code, at)
		refusedBoth(hub, admin, u, vars{"groupIds": []string{groupID(board)}, "managerOfGroupIds": []string{groupID(staff)}}, code, at)
		refusedBoth(hub, admin, u, vars{"groupIds": []string{groupID(def)}, "managerOfGroupIds": []string{groupID(def)}}, code, at)
		a := admin.Must(updateUser, to(hub, u, vars{"groupIds": []string{groupID(staff), groupID(board)}, "managerOfGroupIds": []string{groupID(board)}}))
		equal(t, "the standing in Staff", a.Text("updateUser.user.memberships.0.role"), "MEMBER")
		equal(t, "the standing in Board", a.Text("updateUser.user.memberships.1.role"), "MANAGER")
		equal(t, "a third group", a.At("updateUser.user.memberships.2"), nil)
		b := admin.Must(updateUser, to(hub, u, vars{"title": "Head"}))
		equal(t, "the standing after another change", b.Text("updateUser.user.memberships.1.role"), "MANAGER")
	})
}

// S1.3, S1.7: Global Admin is given only in the Default group, and never taken from the last one who can sign in.
func TestGlobalAdmin(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u, staff := hub.Admin(), hub.User("ana@example.org", nil), newGroup(hub, "Staff")
		code, at := "GLOBAL_ADMIN_NEEDS_DEFAULT_GROUP", "isGlobalAdmin"
		refusedBoth(hub, admin, u, vars{"isGlobalAdmin": true, "groupIds": []string{groupID(staff)}}, code, at)
		refusedBoth(hub, admin, u, vars{"roleId": roleID(hub, "global_administrator"), "newGroupNames": []string{"Board"}}, code, at)
		refusedBoth(hub, admin, u, vars{"isGlobalAdmin": true, "roleId": roleID(hub, "member")}, "INVALID", "roleId")
		admin.Must(updateUser, to(hub, u, vars{"groupIds": []string{groupID(staff)}}))
		admin.Ask(updateUser, to(hub, u, vars{"isGlobalAdmin": true})).Said("updateUser", code)
		a := admin.Must(updateUser, to(hub, u, vars{"isGlobalAdmin": true, "groupIds": []string{}}))
		equal(t, "the role", a.Text("updateUser.user.role.name"), "Global Administrator")
		admin.Ask(updateUser, to(hub, u, vars{"groupIds": []string{groupID(staff)}})).Said("updateUser", code)

		mona, err := hub.Store.Ent(hubtest.System()).User.Query().Order(ent.Asc("id")).First(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		for name, in := range map[string]vars{"isGlobalAdmin": {"isGlobalAdmin": false}, "roleId": {"roleId": roleID(hub, "portal_administrator")}} {
			// Ana holds the role and cannot sign in.
			said := admin.Ask(updateUser, to(hub, mona, in))
			said.Said("updateUser", "LAST_GLOBAL_ADMIN")
			equal(t, "the role after "+name, admin.Must(`{viewer{user{isGlobalAdmin}}}`, nil).At("viewer.user.isGlobalAdmin"), any(true))
		}
		b := admin.Must(updateUser, to(hub, u, vars{"isGlobalAdmin": false}))
		equal(t, "the role of one who was not the last", b.Text("updateUser.user.role.name"), "Member")
	})
}

// S1.3: of two last Global Admins who are demoted at the same moment, one stays.
func TestLastGlobalAdminRace(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		one, first := hub.Person("global_administrator", "one@example.org", nil)
		two, second := hub.Person("global_administrator", "two@example.org", nil)
		for range 5 {
			said := make(chan bool, 2)
			for in, who := range map[*hubtest.Client]*ent.User{first: two, second: one} {
				change := to(hub, who, vars{"isGlobalAdmin": false})
				go func() { a := in.Ask(updateUser, change); said <- len(a.Codes("updateUser")) == 0 && a.Code() == "" }()
			}
			done := 0
			for range cap(said) {
				if <-said {
					done++
				}
			}
			equal(t, "the number of demotions", done, 1)
			write(hub, func(ctx context.Context, tx *ent.Client) error {
				for _, u := range []*ent.User{one, two} {
					if err := tx.User.UpdateOneID(u.ID).SetRoleID(hub.Role("global_administrator")).Exec(ctx); err != nil {
						return err
					}
				}
				return nil
			})
		}
	})
}

// S2.9: only the contracts of the company that somebody is assigned to.
func TestAssignments(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u, one, two := hub.Admin(), hub.User("ana@example.org", nil), newCompany(hub, "One"), newCompany(hub, "Two")
		first, second := newContract(hub, one, "C-1"), newContract(hub, two, "C-2")
		to1 := func(k *ent.Contract) vars {
			return vars{"companyId": gid.Encode(ent.TypeCompany, one.ID), "contractId": gid.Encode(ent.TypeContract, k.ID)}
		}
		refusedBoth(hub, admin, u, vars{"assignments": []vars{to1(second)}}, "CONTRACT_NOT_OF_COMPANY", "assignments")
		a := admin.Must(updateUser, to(hub, u, vars{"assignments": []vars{to1(first), {"companyId": gid.Encode(ent.TypeCompany, two.ID)}}}))
		equal(t, "the first company", a.Text("updateUser.user.assignments.0.company.name"), "One")
		equal(t, "its contract", a.Text("updateUser.user.assignments.0.contract.number"), "C-1")
		equal(t, "the second company", a.Text("updateUser.user.assignments.1.company.name"), "Two")
		equal(t, "its contract", a.At("updateUser.user.assignments.1.contract"), nil)
		b := admin.Must(updateUser, to(hub, u, vars{"assignments": []vars{}}))
		equal(t, "the assignments once taken away", b.At("updateUser.user.assignments.0"), nil)
	})
}
