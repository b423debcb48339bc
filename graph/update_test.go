package graph_test

import (
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const updateUser = `mutation($in:UpdateUserInput!){updateUser(input:$in){
	user{id version email firstName lastName title cellPhone officePhone extension address note isGlobalAdmin company{name} role{name}
		assignments{company{name} contract{number}} memberships{role group{name}} groups(first:10){edges{node{name}}}}
	userErrors{code field message params relatedId} warnings{code}}}`

// versionOf is the version of a user now, deleted or not.
func versionOf(hub *hubtest.Hub, u *ent.User) int {
	hub.T.Helper()
	ctx := viewer.ShowDeleted(hubtest.System())
	now, err := hub.Store.Ent(ctx).User.Get(ctx, u.ID)
	if err != nil {
		hub.T.Fatal(err)
	}
	return now.Version + now.NoteVersion
}

// to is the input of updateUser for a user as they are now.
func to(hub *hubtest.Hub, u *ent.User, change vars) vars {
	in := vars{"userId": userID(u), "version": versionOf(hub, u), "overrideWarnings": insisting}
	for name, value := range change {
		in[name] = value
	}
	return vars{"in": in}
}

// S1.11, S4.10: everything but the email is editable later; what is absent stays, null clears.
func TestUpdateUser(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		full := vars{"firstName": "Anna", "lastName": "Bergström", "title": "Head", "cellPhone": "+47 1", "officePhone": "22", "extension": "3",
			"address": "Road 4", "note": "Likes tea.", "companyName": "Nordic Guild", "newGroupNames": []string{"Staff"}, "roleId": roleID(hub, "super_user")}
		a := admin.Must(updateUser, to(hub, u, full))
		texts := map[string]string{"firstName": "Anna", "lastName": "Bergström", "title": "Head", "cellPhone": "+47 1", "officePhone": "22",
			"extension": "3", "address": "Road 4", "note": "Likes tea.", "company.name": "Nordic Guild", "role.name": "Super User",
			"groups.edges.0.node.name": "Staff", "email": "ana@example.org"}
		for path, want := range texts {
			equal(t, path, a.Text("updateUser.user."+path), want)
		}
		same := admin.Must(updateUser, to(hub, u, vars{"title": "Chair"}))
		texts["title"] = "Chair"
		for path, want := range texts {
			equal(t, path+", not mentioned", same.Text("updateUser.user."+path), want)
		}
		cleared := vars{"groupIds": []string{}}
		for _, name := range []string{"title", "cellPhone", "officePhone", "extension", "address", "note", "companyId"} {
			cleared[name] = nil
		}
		c := admin.Must(updateUser, to(hub, u, cleared))
		for _, path := range []string{"title", "cellPhone", "officePhone", "extension", "address", "note", "company"} {
			equal(t, path+", cleared", c.At("updateUser.user."+path), nil)
		}
		equal(t, "the group", c.Text("updateUser.user.groups.edges.0.node.name"), "Default")
		equal(t, "the role", c.Text("updateUser.user.role.name"), "Super User")
		admin.Ask(updateUser, to(hub, u, vars{"firstName": " ", "lastName": ""})).Said("updateUser", "REQUIRED", "REQUIRED")
	})
}

// S4.10, decision 1: the email is static. Its own spelling is no change.
func TestUpdateUserEmail(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u := hub.User("ana@example.org", nil)
		for _, other := range []string{"bo@example.org", "", "ana@example.com"} {
			a := hub.Admin().Ask(updateUser, to(hub, u, vars{"email": other, "title": "Head"}))
			a.Said("updateUser", "EMAIL_IS_STATIC")
			equal(t, "the field", field(a, "updateUser"), "email")
		}
		equal(t, "the version", versionOf(hub, u), u.Version)
		a := hub.Admin().Must(updateUser, to(hub, u, vars{"email": " ANA@example.org", "title": "Head"}))
		equal(t, "the email", a.Text("updateUser.user.email"), "ana@example.org")
		equal(t, "the title", a.Text("updateUser.user.title"), "Head")
	})
}

// A stale version saves nothing and says which was read and which is there.
func TestUpdateUserConflict(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		stale := to(hub, u, vars{"title": "Mine"})
		admin.Must(updateUser, to(hub, u, vars{"title": "Theirs"}))
		theirs := versionOf(hub, u)
		a := admin.Ask(updateUser, stale)
		a.Said("updateUser", "CONFLICT")
		equal(t, "yours", a.At("updateUser.userErrors.0.params.yours"), any(float64(u.Version)))
		equal(t, "theirs", a.At("updateUser.userErrors.0.params.theirs"), any(float64(theirs)))
		equal(t, "the version", versionOf(hub, u), theirs)

		t.Run("of everything that is edited with the user", func(t *testing.T) {
			for name, value := range map[string]any{"note": "Tea.", "newGroupNames": []string{"Staff"}, "companyName": "Guild"} {
				before := to(hub, u, vars{"title": "Mine"})
				admin.Must(updateUser, to(hub, u, vars{name: value}))
				admin.Ask(updateUser, before).Said("updateUser", "CONFLICT")
			}
		})
		t.Run("also for the links that staff send", func(t *testing.T) {
			admin.Must(createAccount, vars{"in": vars{"userId": userID(u), "account": vars{}}})
			a := admin.Ask(resendInvitation, vars{"in": vars{"userId": userID(u), "version": versionOf(hub, u) - 1}})
			a.Said("resendInvitation", "CONFLICT")
			admin.Must(resendInvitation, vars{"in": vars{"userId": userID(u), "version": versionOf(hub, u)}})
		})
		t.Run("when two save at the same moment, one of them", func(t *testing.T) {
			in, codes := to(hub, u, vars{"title": "Race"}), make(chan string, 8)
			for range cap(codes) {
				go func() {
					if said := admin.Ask(updateUser, in).Codes("updateUser"); len(said) > 0 {
						codes <- said[0]
						return
					}
					codes <- ""
				}()
			}
			count := map[string]int{}
			for range cap(codes) {
				count[<-codes]++
			}
			equal(t, "the number of conflicts", count["CONFLICT"], 7)
			equal(t, "the number of successes", count[""], 1)
		})
	})
}

// What cannot be seen and what does not exist answer alike, and rubbish names nothing.
func TestUpdateUserUnknown(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		group := newGroup(hub, "Staff")
		for _, id := range []string{gid.Encode(ent.TypeUser, 999_999), gid.Encode(ent.TypeGroup, group.ID), "rubbish", ""} {
			hub.Admin().Ask(updateUser, vars{"in": vars{"userId": id, "version": 1}}).Refused("NOT_FOUND")
			hub.Admin().Ask(createAccount, vars{"in": vars{"userId": id, "account": vars{}}}).Refused("NOT_FOUND")
			hub.Admin().Ask(sendPasswordReset, vars{"in": vars{"userId": id}}).Refused("NOT_FOUND")
		}
	})
}
