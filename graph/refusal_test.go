package graph_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	entrole "github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/savedview"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// forStrangers are the mutations that somebody who has not signed in may send: what they need is a link or a password.
var forStrangers = []string{"setUp", "signIn", "signOut", "requestPasswordReset", "renewLink", "setPassword", "confirmSignup", "verifyFactor"}

// actors of the table, in the order of its columns; others are the rest of them, with columns of their own. All belong to
// the company Home, except Away, who administers another.
var actors = []string{"stranger", "member", "super_user", "away", "company_administrator", "security_administrator", "portal_administrator", "global_administrator"}

// What happens: ok, the code of a top-level error, or the code of a userError in small letters.
const (
	ok   = "ok"
	anon = "UNAUTHENTICATED"
	deny = "FORBIDDEN"
	gone = "NOT_FOUND"
	role = "role_not_grantable"
	none = "unknown"
	bad  = "bad_credentials"
)

// attempt is one row: a mutation, what of it is tried, and what happens to each of the actors.
type attempt struct {
	mutation, what string
	happens        [8]string
	// send is the input; target is a fresh user in Home and fresh an address that nobody has.
	send func(s *scene) vars
}

type scene struct {
	*cast
	target *ent.User
	fresh  string
}

func (s *scene) create(more vars) vars {
	in := ana(s.fresh, vars{"companyId": gid.Encode(ent.TypeCompany, s.home.ID)})
	for name, value := range more {
		in["in"].(vars)[name] = value
	}
	return in
}

func (s *scene) as(builtIn string) vars { return vars{"roleId": roleID(s.hub, builtIn)} }

func (s *scene) open(more vars) vars {
	in := vars{"userId": userID(s.target), "account": vars{"email": s.fresh}, "overrideWarnings": insisting}
	for name, value := range more {
		in[name] = value
	}
	return vars{"in": in}
}

// has says what is there before: the target's role, and whether the target has an account, shares a view, and where
// they are if not in Home.
type has struct {
	role          string
	account, view bool
	place         string
}

var before = map[string]has{
	"createAccount, of a Global Administrator": {role: "global_administrator"}, "createAccount, of a Portal Administrator": {role: "portal_administrator"},
	"saveView, of somebody else": {view: true}, "deleteView, of somebody else": {view: true},
	"deactivateUser, a Global Administrator": {role: "global_administrator"}, "deleteUser, a Portal Administrator": {role: "portal_administrator"},
	"supersedeUser, a Member": {account: true}, "supersedeUser, a Portal Administrator": {role: "portal_administrator"}, "supersedeUser, a Global Administrator": {role: "global_administrator", account: true},
	"setTemporaryPassword, of a Member": {account: true}, "setTemporaryPassword, of a Global Administrator": {role: "global_administrator", account: true},
	"updateUser, taking Portal Administrator": {role: "portal_administrator"}, "resendInvitation, of a Member": {account: true},
	"sendPasswordReset, of a Member": {account: true}, "sendPasswordReset, of a Global Administrator": {role: "global_administrator", account: true},
}

var attempts = []attempt{
	{"createUser", "a Member", [8]string{anon, deny, deny, none, ok, role, ok, ok}, func(s *scene) vars { return s.create(nil) }},
	{"createUser", "a Portal Administrator", [8]string{anon, deny, deny, none, role, ok, ok, ok}, func(s *scene) vars { return s.create(s.as("portal_administrator")) }},
	{"createUser", "a Security Administrator", [8]string{anon, deny, deny, none, role, role, role, ok}, func(s *scene) vars { return s.create(s.as("security_administrator")) }},
	{"createUser", "a Global Admin", [8]string{anon, deny, deny, none, role, role, role, ok}, func(s *scene) vars { return s.create(vars{"isGlobalAdmin": true}) }},
	{"createUser", "in no company", [8]string{anon, deny, deny, "forbidden", "forbidden", role, ok, ok}, func(s *scene) vars { return ana(s.fresh, nil) }},
	{"createUser", "in a new company", [8]string{anon, deny, deny, deny, deny, deny, ok, ok}, func(s *scene) vars { return ana(s.fresh, vars{"companyName": s.fresh}) }},
	{"createUser", "in a new group", [8]string{anon, deny, deny, deny, deny, deny, ok, ok}, func(s *scene) vars { return s.create(vars{"newGroupNames": []string{s.fresh}}) }},
	{"createUser", "with a note", [8]string{anon, deny, deny, none, ok, deny, ok, ok}, func(s *scene) vars {
		more := s.as("member")
		if more["note"] = "Tea."; strings.HasPrefix(s.fresh, "security") {
			more["roleId"] = roleID(s.hub, "super_user")
		}
		return s.create(more)
	}},
	{"updateUser", "their title", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, func(s *scene) vars { return to(s.hub, s.target, vars{"title": "Head"}) }},
	{"updateUser", "giving Global Admin", [8]string{anon, deny, deny, gone, role, role, role, ok}, func(s *scene) vars { return to(s.hub, s.target, vars{"isGlobalAdmin": true}) }},
	{"updateUser", "taking Portal Administrator", [8]string{anon, deny, deny, gone, role, ok, ok, ok}, func(s *scene) vars { return to(s.hub, s.target, s.as("super_user")) }},
	{"updateUser", "out of every company", [8]string{anon, deny, deny, gone, "forbidden", ok, ok, ok}, func(s *scene) vars { return to(s.hub, s.target, vars{"companyId": nil}) }},
	{"createAccount", "of a Member", [8]string{anon, deny, deny, gone, ok, role, ok, ok}, func(s *scene) vars { return s.open(nil) }},
	{"createAccount", "of a Portal Administrator", [8]string{anon, deny, deny, gone, role, ok, ok, ok}, func(s *scene) vars { return s.open(nil) }},
	{"createAccount", "of a Global Administrator", [8]string{anon, deny, deny, gone, role, role, role, ok}, func(s *scene) vars { return s.open(nil) }},
	{"createAccount", "as a Global Administrator", [8]string{anon, deny, deny, gone, role, role, role, ok}, func(s *scene) vars { return s.open(s.as("global_administrator")) }},
	{"resendInvitation", "of a Member", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, func(s *scene) vars { return vars{"in": vars{"userId": userID(s.target)}} }},
	{"sendPasswordReset", "of a Member", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, func(s *scene) vars { return vars{"in": vars{"userId": userID(s.target)}} }},
	{"sendPasswordReset", "of a Global Administrator", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, func(s *scene) vars { return vars{"in": vars{"userId": userID(s.target)}} }},
}

var turning = []attempt{
	{"deactivateUser", "a Member", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, inOf},
	{"deactivateUser", "a Global Administrator", [8]string{anon, deny, deny, gone, deny, deny, deny, ok}, inOf},
	{"reactivateUser", "a Member", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, inOf},
	{"deleteUser", "a Member", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, inOf},
	{"deleteUser", "a Portal Administrator", [8]string{anon, deny, deny, gone, deny, deny, ok, ok}, inOf},
	{"supersedeUser", "a Member", [8]string{anon, deny, deny, gone, ok, role, ok, ok}, anew},
	{"supersedeUser", "a Portal Administrator", [8]string{anon, deny, deny, gone, role, ok, ok, ok}, anew},
	{"supersedeUser", "a Global Administrator", [8]string{anon, deny, deny, gone, role, role, role, ok}, anew},
	{"setTemporaryPassword", "of a Member", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, withPassword},
	{"setTemporaryPassword", "of a Global Administrator", [8]string{anon, deny, deny, gone, deny, deny, deny, ok}, withPassword},
	{"changePassword", "of one's own, by a guess", [8]string{anon, bad, bad, bad, bad, bad, bad, bad}, func(*scene) vars {
		return vars{"in": vars{"currentPassword": "a wrong guess", "newPassword": hubtest.Password + "!"}}
	}},
	{"saveView", "a new one", [8]string{anon, deny, ok, ok, ok, ok, ok, ok}, func(*scene) vars {
		return vars{"in": vars{"name": "Active", "query": "status=active", "shared": true}}
	}},
	{"saveView", "of somebody else", [8]string{anon, deny, "forbidden", gone, "forbidden", "forbidden", "forbidden", "forbidden"}, func(s *scene) vars {
		return vars{"in": vars{"id": viewOf(s), "name": "Mine now", "query": ""}}
	}},
	{"deleteView", "of somebody else", [8]string{anon, deny, "forbidden", gone, "forbidden", "forbidden", "forbidden", ok}, func(s *scene) vars {
		return vars{"in": vars{"id": viewOf(s)}}
	}},
	{"bulkUpdateUsers", "deactivating", [8]string{anon, deny, deny, ok, ok, ok, ok, ok}, func(s *scene) vars { return inBulk(s, vars{"status": "INACTIVE"}) }},
	{"bulkUpdateUsers", "deleting", [8]string{anon, deny, deny, ok, ok, deny, ok, ok}, func(s *scene) vars { return inBulk(s, vars{"delete": true}) }},
	{"bulkUpdateUsers", "inviting", [8]string{anon, deny, deny, ok, ok, ok, ok, ok}, func(s *scene) vars { return inBulk(s, vars{"resendInvitation": true}) }},
	{"bulkUpdateUsers", "to Portal Administrators", [8]string{anon, deny, deny, role, role, ok, ok, ok}, func(s *scene) vars { return inBulk(s, s.as("portal_administrator")) }},
	{"bulkUpdateUsers", "to Global Administrators", [8]string{anon, deny, deny, role, role, role, role, ok}, func(s *scene) vars { return inBulk(s, s.as("global_administrator")) }},
	{"stopRun", "that there is not", [8]string{anon, gone, gone, gone, gone, gone, gone, gone}, func(*scene) vars { return vars{"in": vars{"id": gid.Encode(ent.TypeRun, 1<<40)}} }},
	{"createRole", "that reads", [8]string{anon, deny, deny, deny, deny, deny, deny, ok}, func(s *scene) vars { return auditor(s.fresh, nil) }},
	{"updateRole", "its name", [8]string{anon, deny, deny, deny, deny, deny, deny, ok}, func(s *scene) vars { return changed(roleNamed(s), 1, vars{"name": s.fresh + "."}) }},
	{"updateRole", "that does not exist", [8]string{anon, deny, deny, deny, deny, deny, deny, gone}, func(s *scene) vars { return changed(gid.Encode(ent.TypeRole, 999), 1, nil) }},
	{"deleteRole", "that nobody holds", [8]string{anon, deny, deny, deny, deny, deny, deny, ok}, func(s *scene) vars { return vars{"in": vars{"id": roleNamed(s)}} }},
	{"deleteRole", "that is built in", [8]string{anon, deny, deny, deny, deny, deny, deny, "forbidden"}, func(s *scene) vars { return vars{"in": vars{"id": roleID(s.hub, "member")}} }},
	{"undo", "by a made-up token", [8]string{anon, "invalid", "invalid", "invalid", "invalid", "invalid", "invalid", "invalid"}, func(*scene) vars { return vars{"token": "bm8"} }},
	{"undoChange", "that made a Member", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, func(s *scene) vars {
		made, err := s.hub.Store.Ent(hubtest.System()).Change.Query().Where(change.Entity(ent.TypeUser), change.EntityID(s.target.ID)).OnlyID(hubtest.System())
		if err != nil {
			s.hub.T.Fatal(err)
		}
		return vars{"in": vars{"changeId": gid.Encode(ent.TypeChange, made)}}
	}},
}

// viewOf is a view that the target shares, made with them.
func viewOf(s *scene) string {
	s.hub.T.Helper()
	id, err := s.hub.Store.Ent(hubtest.System()).SavedView.Query().Where(savedview.UserID(s.target.ID)).OnlyID(hubtest.System())
	if err != nil {
		s.hub.T.Fatal(err)
	}
	return gid.Encode(ent.TypeSavedView, id)
}

// roleNamed is a custom role, made for the attempt.
func roleNamed(s *scene) string {
	s.hub.T.Helper()
	var id int64
	write(s.hub, func(ctx context.Context, tx *ent.Client) error {
		r, err := tx.Role.Create().SetName(s.fresh).SetReach(entrole.ReachEVERYTHING).Save(ctx)
		if err == nil {
			id = r.ID
		}
		return err
	})
	return gid.Encode(ent.TypeRole, id)
}

func anew(s *scene) vars { return vars{"in": vars{"userId": userID(s.target), "email": s.fresh}} }

func inOf(s *scene) vars { return vars{"in": vars{"userId": userID(s.target)}} }

func inBulk(s *scene, more vars) vars {
	more["userIds"], more["overrideWarnings"] = []string{userID(s.target)}, insisting
	return vars{"in": more}
}

func withPassword(s *scene) vars {
	return vars{"in": vars{"userId": userID(s.target), "password": "handed-over-42"}}
}

func init() { attempts = append(attempts, turning...) }

// texts are the mutations as they are sent.
var texts = map[string]string{"createUser": createUser, "updateUser": updateUser, "createAccount": createAccount,
	"resendInvitation": resendInvitation, "sendPasswordReset": sendPasswordReset,
	"deactivateUser":       `mutation($in:UserIDInput!){deactivateUser(input:$in){user{id} userErrors{code}}}`,
	"reactivateUser":       `mutation($in:UserIDInput!){reactivateUser(input:$in){user{id} userErrors{code}}}`,
	"supersedeUser":        `mutation($in:SupersedeUserInput!){supersedeUser(input:$in){user{id} userErrors{code}}}`,
	"saveView":             `mutation($in:SaveViewInput!){saveView(input:$in){savedView{id} userErrors{code}}}`,
	"deleteView":           `mutation($in:IDInput!){deleteView(input:$in){deletedId userErrors{code}}}`,
	"createRole":           createRole,
	"updateRole":           updateRole,
	"deleteRole":           deleteRole,
	"deleteUser":           `mutation($in:UserIDInput!){deleteUser(input:$in){deletedId userErrors{code}}}`,
	"setTemporaryPassword": `mutation($in:SetTemporaryPasswordInput!){setTemporaryPassword(input:$in){user{id} userErrors{code}}}`,
	"changePassword":       `mutation($in:ChangePasswordInput!){changePassword(input:$in){nextStep userErrors{code}}}`,
	"bulkUpdateUsers":      bulkUpdate, "stopRun": stopRun,
	"undo":       `mutation($token:ID!){undo(token:$token){undone userErrors{code}}}`,
	"undoChange": `mutation($in:UndoChangeInput!){undoChange(input:$in){undone userErrors{code}}}`,
}

// Every mutation of the schema stands in the table.
func TestRefusalsAreComplete(t *testing.T) {
	schema := gen.NewExecutableSchema(gen.Config{}).Schema()
	for _, mutation := range schema.Mutation.Fields {
		known := slices.Contains(forStrangers, mutation.Name) ||
			slices.ContainsFunc(attempts, func(a attempt) bool { return a.mutation == mutation.Name })
		if !known && !strings.HasPrefix(mutation.Name, "__") {
			t.Errorf("nobody said who may send %s: add it to the table, with what happens to each actor", mutation.Name)
		}
	}
}

// ask sends the mutation, with a file if it brings one.
func (a attempt) ask(c *hubtest.Client, in vars) *hubtest.Answer {
	file, ok := in["file"].(string)
	if !ok {
		return c.Ask(texts[a.mutation], in)
	}
	return c.Send(texts[a.mutation], nil, "people.csv", strings.NewReader(file))
}

// Who may do what, and a refused call changes nothing: not a user, not a line of the journal, not a message, not a job.
func TestRefusals(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		clientBefore(hub)
		c := newCast(hub)
		for row, a := range attempts {
			name := a.mutation + ", " + a.what
			var untouched *ent.User // whoever was refused left the target as it was
			for _, actor := range allActors {
				s := &scene{cast: c, fresh: fmt.Sprintf("%s-%d@new.example", actor, row), target: untouched}
				if untouched == nil {
					s.target = s.newTarget(before[name], fmt.Sprintf("%s-%d@target.example", actor, row))
				}
				in := a.send(s) // may make what it is about
				rows, version := hub.Rows(), versionOf(hub, s.target)
				got := outcome(a.ask(c.clients[actor], in), a.mutation)
				if want := a.wanted(actor); got != want {
					t.Errorf("%s by %s: %s, not %s", name, actor, got, want)
				}
				if untouched = s.target; got == ok {
					untouched = nil
					continue
				}
				equal(t, "the version of the target of "+name+" by "+actor, versionOf(hub, s.target), version)
				for table, n := range hub.Rows() {
					equal(t, "after "+name+" by "+actor+" the number of "+table, n, rows[table])
				}
			}
		}
	})
}

func outcome(a *hubtest.Answer, mutation string) string {
	switch codes := a.Codes(mutation); {
	case a.Code() != "":
		return a.Code()
	case len(codes) > 0:
		return strings.ToLower(strings.Join(codes, " "))
	default:
		return ok
	}
}

// newTarget makes the user whom an attempt is about, in the company Home, as the row wants them.
func (c *cast) newTarget(is has, address string) *ent.User {
	key := c.hub.Role(cmp.Or(is.role, account.Member))
	u := c.hub.User(address, func(in *account.CreateInput) {
		if in.CompanyID, in.RoleID = &c.home.ID, &key; is.account {
			in.Account = &account.NewAccount{Notify: entaccount.NotifyNEVER}
		}
		c.belongs(is.place, in)
	})
	c.turned(is.place, u)
	if is.view {
		write(c.hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.SavedView.Create().SetUserID(u.ID).SetName("Theirs").SetQuery("sort=email").SetShared(true).Exec(ctx)
		})
	}
	return u
}
