package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	createRole = `mutation($in:CreateRoleInput!){createRole(input:$in){role{id version name isBuiltIn requiresFactor reach permissions grants{name} userCount}
		userErrors{code field message params relatedId} undo{token}}}`
	updateRole = `mutation($in:UpdateRoleInput!){updateRole(input:$in){role{id version name requiresFactor reach permissions grants{name}}
		userErrors{code field message params relatedId} undo{token}}}`
	deleteRole = `mutation($in:IDInput!){deleteRole(input:$in){deletedId userErrors{code message params} undo{token}}}`
	allRoles   = `{roles{id name version userCount grants{name}}}`
)

// auditor is the input of a role that reads, with what else is said of it.
func auditor(name string, more vars) vars {
	in := vars{"name": name, "reach": "EVERYTHING", "permissions": []string{"USERS_READ", "EXPORT"}, "grantIds": []string{}}
	for field, value := range more {
		in[field] = value
	}
	return vars{"in": in}
}

// newRole makes a custom role as the first administrator, and returns its global id and its key.
func newRole(hub *hubtest.Hub, name string, more vars) (string, int64) {
	hub.T.Helper()
	id := hub.Admin().Must(createRole, auditor(name, more)).Text("createRole.role.id")
	key, err := gid.Key(ent.TypeRole, id)
	if err != nil {
		hub.T.Fatal(err)
	}
	return id, key
}

// holder is somebody who holds a custom role, with a client signed in as them.
func holder(hub *hubtest.Hub, role int64, email string, change func(*account.CreateInput)) (*ent.User, *hubtest.Client) {
	hub.T.Helper()
	return hub.Person("member", email, func(in *account.CreateInput) {
		in.RoleID = &role
		if change != nil {
			change(in)
		}
	})
}

// grantsOf are the names of the roles that a role may grant, as the first administrator sees them.
func grantsOf(hub *hubtest.Hub, role string) string {
	hub.T.Helper()
	a := hub.Admin().Must(allRoles, nil)
	for _, one := range a.At("roles").([]any) {
		if r := one.(map[string]any); r["name"] == role {
			return joined(r["grants"])
		}
	}
	return "no such role"
}

func joined(list any) string {
	var names []string
	for _, one := range list.([]any) {
		names = append(names, one.(map[string]any)["name"].(string))
	}
	return strings.Join(names, ", ")
}

// changed is the input of updateRole.
func changed(id string, version int, more vars) vars {
	in := vars{"id": id, "version": version}
	for field, value := range more {
		in[field] = value
	}
	return vars{"in": in}
}

// Decision 7: custom roles are made of the same parts. Global Administrators may grant every one, Portal Administrators
// those that can do nothing beyond them, and nobody else; both follow whatever becomes of a role.
func TestCreateRole(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		a := admin.Must(createRole, auditor("  Auditor ", vars{"permissions": []string{"EXPORT", "USERS_READ", "EXPORT"}, "requiresFactor": true,
			"grantIds": []string{roleID(hub, "member"), roleID(hub, "member")}}))
		equal(t, "the name", a.Text("createRole.role.name"), "Auditor")
		equal(t, "the permissions", fmt.Sprint(a.At("createRole.role.permissions")), "[USERS_READ EXPORT]")
		equal(t, "what it grants", joined(a.At("createRole.role.grants")), "Member")
		equal(t, "the reach", a.Text("createRole.role.reach"), "EVERYTHING")
		equal(t, "a second factor", a.At("createRole.role.requiresFactor"), any(true))
		equal(t, "the holders", a.Int("createRole.role.userCount"), 0)
		const all = "Global Administrator, Security Administrator, Portal Administrator, Super User, Company Administrator, Member"
		const some = "Portal Administrator, Super User, Company Administrator, Member"
		equal(t, "what Global Administrators grant", grantsOf(hub, "Global Administrator"), all+", Auditor")
		equal(t, "what Portal Administrators grant", grantsOf(hub, "Portal Administrator"), some+", Auditor")
		for _, name := range []string{"Security Administrator", "Company Administrator", "Super User"} {
			equal(t, "whether it is granted by a "+name, strings.Contains(grantsOf(hub, name), "Auditor"), false)
		}
		keeper, _ := newRole(hub, "Role keeper", vars{"permissions": []string{"USERS_READ", "ROLES_WRITE"}})
		chain, _ := newRole(hub, "Chain", vars{"grantIds": []string{keeper}})
		equal(t, "what Global Administrators grant", grantsOf(hub, "Global Administrator"), all+", Auditor, Role keeper, Chain")
		equal(t, "what Portal Administrators grant", grantsOf(hub, "Portal Administrator"), some+", Auditor")

		t.Run("a change moves it on and off the list", func(t *testing.T) {
			admin.Must(updateRole, changed(keeper, 1, vars{"permissions": []string{"USERS_READ"}}))
			equal(t, "what Portal Administrators grant", grantsOf(hub, "Portal Administrator"), some+", Auditor, Role keeper, Chain")
			back := admin.Must(updateRole, changed(keeper, 2, vars{"permissions": []string{"USERS_READ", "SETTINGS_WRITE"}}))
			equal(t, "what Portal Administrators grant", grantsOf(hub, "Portal Administrator"), some+", Auditor")
			admin.Must(undo, vars{"t": back.Text("updateRole.undo.token")})
			equal(t, "what Portal Administrators grant", grantsOf(hub, "Portal Administrator"), some+", Auditor, Role keeper, Chain")
		})
		t.Run("a start undoes none of it, and writes nothing", func(t *testing.T) {
			rows, before := hub.Rows(), grantsOf(hub, "Portal Administrator")
			if err := hub.Migrate(context.Background()); err != nil {
				t.Fatal(err)
			}
			equal(t, "what Portal Administrators grant", grantsOf(hub, "Portal Administrator"), before)
			equal(t, "the rows", fmt.Sprint(hub.Rows()), fmt.Sprint(rows))
		})
		t.Run("a deleted one is on no list, and comes back to them", func(t *testing.T) {
			gone := admin.Must(deleteRole, vars{"in": vars{"id": keeper}})
			equal(t, "the deleted id", gone.Text("deleteRole.deletedId"), keeper)
			equal(t, "what Global Administrators grant", grantsOf(hub, "Global Administrator"), all+", Auditor, Chain")
			equal(t, "what Portal Administrators grant", grantsOf(hub, "Portal Administrator"), some+", Auditor, Chain")
			equal(t, "what the other one grants", grantsOf(hub, "Chain"), "")
			admin.Must(undo, vars{"t": gone.Text("deleteRole.undo.token")})
			equal(t, "what Global Administrators grant", grantsOf(hub, "Global Administrator"), all+", Auditor, Role keeper, Chain")
			equal(t, "what the other one grants", grantsOf(hub, "Chain"), "Role keeper")
		})
		t.Run("taken back, it is gone", func(t *testing.T) {
			made := admin.Must(createRole, auditor("Mistake", nil))
			admin.Must(undo, vars{"t": made.Text("createRole.undo.token")})
			equal(t, "what Global Administrators grant", grantsOf(hub, "Global Administrator"), all+", Auditor, Role keeper, Chain")
			admin.Must(createRole, auditor("mistake", nil))
		})
		equal(t, "the grants of a Chain", chain != "", true)
	})
}

// A name is one role's, however it is spelled; whatever else is wrong is named at its field, and nothing is saved.
func TestCreateRoleRefuses(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		id, _ := newRole(hub, "Auditor", nil)
		rows := hub.Rows()
		for what, wrong := range map[string]struct {
			in          vars
			code, field string
		}{
			"a taken name":    {vars{"name": "AUDITOR "}, "TAKEN", "name"},
			"no name":         {vars{"name": " \t"}, "REQUIRED", "name"},
			"nothing to find": {vars{"name": "\u200b"}, "INVALID", "name"},
			"a long name":     {vars{"name": strings.Repeat("x", 101)}, "INVALID", "name"},
			"no such role":    {vars{"grantIds": []string{gid.Encode(ent.TypeRole, 999)}}, "UNKNOWN", "grantIds"},
			"no role":         {vars{"grantIds": []string{"rubbish"}}, "UNKNOWN", "grantIds"},
			"many":            {vars{"grantIds": slices.Repeat([]string{id}, 101)}, "INVALID", "grantIds"},
		} {
			a := admin.Ask(createRole, auditor("Fresh "+what, wrong.in))
			a.Said("createRole", wrong.code)
			equal(t, "the field of "+what, field(a, "createRole"), wrong.field)
			if wrong.code == "TAKEN" {
				equal(t, "whose name it is", a.Text("createRole.userErrors.0.relatedId"), id)
			}
		}
		admin.Ask(createRole, auditor("Fresh", vars{"permissions": []string{"RULE_THE_WORLD"}})).Refused("BAD_USER_INPUT")
		both := admin.Ask(createRole, auditor("", vars{"grantIds": []string{gid.Encode(ent.TypeRole, 999)}}))
		both.Said("createRole", "REQUIRED", "UNKNOWN")
		equal(t, "the rows", fmt.Sprint(hub.Rows()), fmt.Sprint(rows))
	})
}

// A change counts from the holders' next request on, whichever replica they ask.
func TestUpdateRole(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		id, key := newRole(hub, "Auditor", nil)
		u, ana := holder(hub, key, "ana@example.org", nil)
		twin := hub.Twin().Stranger()
		twin.SignIn("ana@example.org", hubtest.Password)
		can := func(c *hubtest.Client) string {
			return fmt.Sprint(c.Must(`{viewer{permissions reach}}`, nil).At("viewer"))
		}
		equal(t, "what she may", can(twin), "map[permissions:[USERS_READ EXPORT] reach:EVERYTHING]")
		a := admin.Must(updateRole, changed(id, 1, vars{"name": "Reviser", "reach": "ASSIGNED_COMPANIES", "permissions": []string{"IMPORT", "USERS_READ"}, "grantIds": []string{id}}))
		equal(t, "the version", a.Int("updateRole.role.version"), 2)
		equal(t, "what it grants", joined(a.At("updateRole.role.grants")), "Reviser")
		for _, c := range []*hubtest.Client{ana, twin} {
			equal(t, "what she may", can(c), "map[permissions:[USERS_READ IMPORT] reach:ASSIGNED_COMPANIES]")
		}
		equal(t, "the copy of the name", admin.Must(`query($id:ID!){node(id:$id){... on User{role{name}}}}`, vars{"id": userID(u)}).Text("node.role.name"), "Reviser")

		admin.Must(undo, vars{"t": a.Text("updateRole.undo.token")})
		equal(t, "what she may once it was taken back", can(twin), "map[permissions:[USERS_READ EXPORT] reach:EVERYTHING]")
		id, _ = newRole(hub, "Reviser", vars{"reach": "ASSIGNED_COMPANIES", "permissions": []string{"IMPORT", "USERS_READ"}})
		admin.Must(updateRole, changed(id, 1, vars{"grantIds": []string{id}}))

		stale := admin.Ask(updateRole, changed(id, 1, vars{"name": "Late"}))
		stale.Said("updateRole", "CONFLICT")
		equal(t, "yours", stale.Int("updateRole.userErrors.0.params.yours"), 1)
		equal(t, "theirs", stale.Int("updateRole.userErrors.0.params.theirs"), 2)
		same := admin.Must(updateRole, changed(id, 2, vars{"name": "Reviser", "permissions": []string{"USERS_READ", "IMPORT"}, "grantIds": []string{id}}))
		equal(t, "the version after nothing", same.Int("updateRole.role.version"), 2)
		admin.Ask(updateRole, changed(id, 2, vars{"name": "super  user"})).Said("updateRole", "TAKEN")
		admin.Ask(updateRole, changed(gid.Encode(ent.TypeRole, 999), 1, nil)).Refused("NOT_FOUND")
		admin.Ask(updateRole, changed("rubbish", 1, nil)).Refused("NOT_FOUND")
	})
}

// A role that somebody holds stays, with the number of them in words; somebody who was deleted does not hold it up, and
// comes back without a role.
func TestDeleteRole(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		id, key := newRole(hub, "Auditor", nil)
		u, signedInAs := holder(hub, key, "ana@example.org", nil)
		bo, _ := holder(hub, key, "bo@example.org", nil)
		refused := admin.Ask(deleteRole, vars{"in": vars{"id": id}})
		refused.Said("deleteRole", "FORBIDDEN")
		equal(t, "the words", refused.Text("deleteRole.userErrors.0.message"), "2 users hold Auditor. Give them another role first: nobody signs in without one.")
		equal(t, "the number", refused.Int("deleteRole.userErrors.0.params.users"), 2)
		equal(t, "signed in", signedIn(signedInAs), true)
		admin.Must(updateUser, to(hub, bo, vars{"roleId": roleID(hub, "member")}))
		deleted := admin.Must(deleteUser, about(userID(u)))
		gone := admin.Must(deleteRole, vars{"in": vars{"id": id}})
		admin.Ask(deleteRole, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
		equal(t, "the node", admin.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node"), nil)
		admin.Ask(createUser, ana("new@example.org", vars{"roleId": id})).Said("createUser", "UNKNOWN")
		admin.Must(undo, vars{"t": deleted.Text("deleteUser.undo.token")})
		a := admin.Must(`query($id:ID!){node(id:$id){... on User{version role{name}}}}`, vars{"id": userID(u)})
		equal(t, "the role", a.At("node.role"), nil)
		hub.Stranger().Ask(signIn, vars{"l": "ana@example.org", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
		admin.Must(updateUser, to(hub, u, vars{"roleId": roleID(hub, "member")}))
		hub.Stranger().SignIn("ana@example.org", hubtest.Password)
		admin.Must(undo, vars{"t": gone.Text("deleteRole.undo.token")})
		admin.Must(createUser, ana("new@example.org", vars{"roleId": id}))
	})
}

// Twice at once: one of two saves, one of two makes, and nobody is left with a role that goes at the same moment.
func TestRolesAtOnce(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		other := hub.Twin().Stranger()
		other.SignIn("mona@example.org", hubtest.Password)
		atOnce := func(do ...func() *hubtest.Answer) []*hubtest.Answer {
			answers := make([]*hubtest.Answer, len(do))
			var wg sync.WaitGroup
			for i, one := range do {
				wg.Go(func() { answers[i] = one() })
			}
			wg.Wait()
			return answers
		}
		for round := range 10 {
			name := fmt.Sprint("Auditor ", round)
			made := atOnce(func() *hubtest.Answer { return admin.Ask(createRole, auditor(name, nil)) },
				func() *hubtest.Answer { return other.Ask(createRole, auditor(name, nil)) })
			won := slices.IndexFunc(made, func(a *hubtest.Answer) bool { return a.Text("createRole.role.id") != "" })
			made[1-won].Said("createRole", "TAKEN")
			id := made[won].Text("createRole.role.id")
			equal(t, "whom it relates to", made[1-won].Text("createRole.userErrors.0.relatedId"), id)

			saved := atOnce(func() *hubtest.Answer { return admin.Ask(updateRole, changed(id, 1, vars{"name": name + "a"})) },
				func() *hubtest.Answer {
					return other.Ask(updateRole, changed(id, 1, vars{"permissions": []string{"IMPORT"}}))
				})
			won = slices.IndexFunc(saved, func(a *hubtest.Answer) bool { return a.Text("updateRole.role.id") != "" })
			saved[1-won].Said("updateRole", "CONFLICT")

			email := fmt.Sprintf("ana%d@example.org", round)
			given := atOnce(func() *hubtest.Answer { return admin.Ask(createUser, ana(email, vars{"roleId": id})) },
				func() *hubtest.Answer { return other.Ask(deleteRole, vars{"in": vars{"id": id}}) })
			held, gone := given[0].Text("createUser.user.id") != "", given[1].Text("deleteRole.deletedId") != ""
			if held == gone {
				t.Errorf("round %d: given: %s, deleted: %s", round, given[0].Body, given[1].Body)
			}
		}
		n, err := hub.Store.Ent(hubtest.System()).User.Query().Where(user.Not(user.HasRole())).Count(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "those without a role", n, 0)
		equal(t, "what Global Administrators grant, beside the built-in ones", len(strings.Split(grantsOf(hub, "Global Administrator"), ", ")),
			len(admin.Must(allRoles, nil).At("roles").([]any)))
	})
}
