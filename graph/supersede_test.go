package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	supersedeUser = `mutation($in:SupersedeUserInput!){supersedeUser(input:$in){
		user{id email supersedes{id} account{email loginName state notify}} userErrors{code field message relatedId} undo{token}}}`
	linked = `query($id:ID!){node(id:$id){... on User{status supersedes{id} supersededBy{id} account{state}
		emailSubscribed emailSubscriptionChangedAt emailSubscriptionSource hiddenGroupCount}}}`
)

// superseding is the input that gives a user a new address.
func superseding(u *ent.User, address string) vars {
	return vars{"in": vars{"userId": userID(u), "email": address}}
}

// as is the user whom a payload names.
func as(hub *hubtest.Hub, id string) *ent.User {
	hub.T.Helper()
	key, err := gid.Key(ent.TypeUser, id)
	if err != nil {
		hub.T.Fatalf("%q is no user: %v", id, err)
	}
	return &ent.User{ID: key}
}

// rich is a user with everything that can come along.
func rich(hub *hubtest.Hub) (*ent.User, *hubtest.Client) {
	hub.T.Helper()
	one, two, staff, board, login := newCompany(hub, "One"), newCompany(hub, "Two"), newGroup(hub, "Staff"), newGroup(hub, "Board"), "ana.adams"
	contract := newContract(hub, two, "C-1").ID
	return hub.Person("super_user", "ana@example.org", func(in *account.CreateInput) {
		in.Title, in.CellPhone, in.OfficePhone, in.Extension, in.Address, in.Note = "Head", "+47 1", "22", "7", "Road 4", "Likes tea."
		in.CompanyID, in.GroupIDs, in.ManagerOf = &one.ID, []int64{staff.ID, board.ID}, []int64{board.ID}
		in.Assignments, in.Subscribed = []account.Assigned{{CompanyID: two.ID, ContractID: &contract}}, true
		in.Account.LoginName = &login
	})
}

// Decision 1: a change of address is a new user. What is known of the person comes along, consent starts again, the old
// account closes, one invitation goes out, and the two records link to each other. It is one change set, and goes back
// whole.
func TestSupersedeUser(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		old, browser := rich(hub)
		before, mails := all(hub, old), len(hub.Mail.All())
		a := admin.Must(supersedeUser, superseding(old, " Ana@New.example "))
		next := as(hub, a.Text("supersedeUser.user.id"))
		equal(t, "the address", a.Text("supersedeUser.user.email"), "Ana@New.example")
		for path, want := range map[string]string{"email": "Ana@New.example", "loginName": "Ana@New.example", "state": "INVITED", "notify": "IMMEDIATELY"} {
			equal(t, "the account's "+path, a.Text("supersedeUser.user.account."+path), want)
		}
		alike := strings.NewReplacer("Ana@New.example", "ana@example.org", "loginName:ana.adams", "loginName:ana@example.org",
			"emailSubscribed:true", "emailSubscribed:false", "state:INVITED", "state:ACTIVE",
			"[map[email:ana@example.org] map[email:Ana@New.example]]", "[map[email:ana@example.org]]") // the old record stays where it was
		equal(t, "what came along", alike.Replace(all(hub, next)), alike.Replace(before))

		was, is := admin.Must(linked, vars{"id": userID(old)}), admin.Must(linked, vars{"id": userID(next)})
		for path, want := range map[string]any{"status": "INACTIVE", "account.state": "CLOSED", "supersededBy.id": userID(next), "supersedes": nil} {
			equal(t, "the old record's "+path, was.At("node."+path), want)
		}
		for path, want := range map[string]any{"status": "ACTIVE", "supersedes.id": userID(old), "supersededBy": nil,
			"emailSubscribed": false, "emailSubscriptionChangedAt": nil, "emailSubscriptionSource": nil} {
			equal(t, "the new record's "+path, is.At("node."+path), want)
		}
		equal(t, "signed in", signedIn(browser), false)
		equal(t, "the number of mails", len(mailsTo(hub, "Ana@New.example")), 1)
		equal(t, "the number of all mails", len(hub.Mail.All()), mails+1)
		token := tokenTo(hub, "Ana@New.example")

		t.Run("the old names stay taken by the old record, and open nothing", func(t *testing.T) {
			for _, in := range []vars{ana("ANA@example.org", nil), ana("bo@example.org", vars{"account": vars{"loginName": "Ana.Adams"}})} {
				taken := admin.Ask(createUser, in)
				taken.Said("createUser", "TAKEN")
				equal(t, "by whom", taken.Text("createUser.userErrors.0.relatedId"), userID(old))
			}
			admin.Must(reactivateUser, about(userID(old)))
			hub.Stranger().Ask(signIn, vars{"l": "ana.adams", "p": hubtest.Password}).Said("signIn", "BAD_CREDENTIALS")
			for _, mutation := range []string{sendPasswordReset, resendInvitation} {
				admin.Ask(mutation, about(userID(old))).Said(strings.Split(mutation[strings.Index(mutation, "{")+1:], "(")[0], "NO_ACCOUNT")
			}
			hub.Stranger().Must(requestReset, vars{"l": "ana@example.org"})
			equal(t, "the number of all mails", len(hub.Mail.All()), mails+1)
			admin.Must(deactivateUser, about(userID(old)))
		})
		t.Run("nobody is superseded twice", func(t *testing.T) {
			rows := hub.Rows()
			again := admin.Ask(supersedeUser, superseding(old, "third@example.org"))
			again.Said("supersedeUser", "INVALID")
			equal(t, "the sentence", again.Text("supersedeUser.userErrors.0.message"), "Ana Adams was superseded already. Supersede the newer record instead.")
			same(hub, rows)
		})
		t.Run("it is one change set, and goes back whole by its token", func(t *testing.T) {
			admin.Must(undo, vars{"t": a.Text("supersedeUser.undo.token")})
			takenBack(t, hub, old, next, before, token)
		})
		t.Run("and from history, by whichever of its changes", func(t *testing.T) {
			for _, of := range []string{ent.TypeUser, ent.TypeAccount} {
				next = as(hub, admin.Must(supersedeUser, superseding(old, "ana@new.example")).Text("supersedeUser.user.id"))
				token = tokenTo(hub, "ana@new.example")
				hub.Clock.Advance(time.Hour)
				in := vars{"changeId": newestOf(hub, of, old)}
				if of == ent.TypeAccount {
					in["fields"] = []string{"closed_at"}
				}
				admin.Must(undoChange, vars{"in": in})
				takenBack(t, hub, old, next, before, token)
			}
			next = as(hub, admin.Must(supersedeUser, superseding(old, "ana@new.example")).Text("supersedeUser.user.id"))
			token = tokenTo(hub, "ana@new.example")
			admin.Must(undoChange, vars{"in": vars{"changeId": newest(hub, next)}})
			takenBack(t, hub, old, next, before, token)
		})
		t.Run("not in part, once one of the two was changed", func(t *testing.T) {
			done := admin.Must(supersedeUser, superseding(old, "ana@new.example"))
			next = as(hub, done.Text("supersedeUser.user.id"))
			admin.Must(updateUser, to(hub, next, vars{"title": "Chair"}))
			rows := hub.Rows()
			admin.Ask(undo, vars{"t": done.Text("supersedeUser.undo.token")}).Said("undo", "CONFLICT")
			same(hub, rows)
			equal(t, "the old account", admin.Must(linked, vars{"id": userID(old)}).Text("node.account.state"), "CLOSED")
		})
	})
}

// takenBack fails unless a superseding left nothing: the old record is in use as before, the new one is gone and its
// address is free.
func takenBack(t *testing.T, hub *hubtest.Hub, old, next *ent.User, before, token string) {
	t.Helper()
	equal(t, "the old record", all(hub, old), before)
	was := hub.Admin().Must(linked, vars{"id": userID(old)})
	equal(t, "the successor", was.At("node.supersededBy"), nil)
	equal(t, "the new record", hub.Admin().Must(linked, vars{"id": userID(next)}).At("node"), nil)
	linkIs(t, hub, token, "REPLACED")
	hub.Stranger().SignIn("ana.adams", hubtest.Password)
	other := hub.Admin().Must(createUser, ana("ana@new.example", nil)).Text("createUser.user.id")
	hub.Admin().Must(deleteUser, about(other))
}

// newestOf is the newest change of a kind that is about a user.
func newestOf(hub *hubtest.Hub, entity string, u *ent.User) string {
	hub.T.Helper()
	id, err := hub.Store.Ent(hubtest.System()).Change.Query().Where(change.Entity(entity), change.SubjectID(u.ID)).
		Order(ent.Desc(change.FieldID)).FirstID(hubtest.System())
	if err != nil {
		hub.T.Fatal(err)
	}
	return gid.Encode(ent.TypeChange, id)
}

// An account follows an account, and mail goes out only where it did for the old one.
func TestSupersedeWithoutMail(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		for i, notify := range []entaccount.Notify{"", entaccount.NotifyBY_JOB, entaccount.NotifyNEVER} {
			old := hub.User(fmt.Sprintf("old-%d@example.org", i), func(in *account.CreateInput) {
				if notify != "" {
					in.Account = &account.NewAccount{Notify: notify}
				}
			})
			a := hub.Admin().Must(supersedeUser, superseding(old, fmt.Sprintf("new-%d@example.org", i)))
			if notify == "" {
				equal(t, "the account", a.At("supersedeUser.user.account"), nil)
			} else {
				equal(t, "who is told when", a.Text("supersedeUser.user.account.notify"), string(notify))
			}
			equal(t, "the number of mails", len(mailsTo(hub, fmt.Sprintf("new-%d@example.org", i))), 0)
		}
	})
}
