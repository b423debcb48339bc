package graph_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/consentchange"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	consentFields = `emailSubscribed emailSubscriptionChangedAt emailSubscriptionSource unsubscribeUrl
		consentHistory(first:20){totalCount edges{node{subscribed at source actor proof}}}`
	setConsent = `mutation($in:SetEmailSubscriptionInput!){setEmailSubscription(input:$in){user{id ` + consentFields + `} undo{token} userErrors{code field}}}`
	consentOf  = `query($id:ID!){node(id:$id){... on User{` + consentFields + `}}}`
)

func subscribing(u *ent.User, on bool) vars {
	return vars{"in": vars{"userId": userID(u), "subscribed": on}}
}

func init() {
	texts["setEmailSubscription"] = setConsent
	toTarget := func(s *scene) vars { return subscribing(s.target, true) }
	attempts = append(attempts,
		attempt{"setEmailSubscription", "of a Member", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, toTarget},
		attempt{"createUser", "who is subscribed", [8]string{anon, deny, deny, none, ok, "forbidden", ok, ok}, func(s *scene) vars {
			more := s.as("member")
			if more["emailSubscribed"] = true; strings.HasPrefix(s.fresh, "security") {
				more["roleId"] = roleID(s.hub, "super_user")
			}
			return s.create(more)
		}})
	byOthers["setEmailSubscription, of a Member"], byOthers["createUser, who is subscribed"] = "DDoDDD", "DfofDD"
	elsewhere = append(elsewhere, struct {
		mutation, what string
		account        bool
		happens        map[string]string
		send           func(s *scene) vars
	}{"setEmailSubscription", "consent", false, map[string]string{
		inAway: "ADDoNDooDDoDDD", nowhere: "ADDNNDooDDoDDD", inCircle: "ADDNNDooDDoDDD",
		overThere: "ADDNNDooDDoDDD", inactive: "ADDNoDooDDoDDD", deleted: "ADDNNDNNDDNDDD",
	}, toTarget})
}

// consentLine is a user's consent in one line: what is so, how it came about, and all that was before.
func consentLine(a *hubtest.Answer, at string) string {
	line := fmt.Sprint(a.At(at+".emailSubscribed"), " ", a.At(at+".emailSubscriptionSource"))
	list, _ := a.At(at + ".consentHistory.edges").([]any)
	for i := range list {
		one := fmt.Sprintf("%s.consentHistory.edges.%d.node.", at, i)
		line += fmt.Sprintf(" | %v %v %v", a.At(one+"subscribed"), a.At(one+"source"), a.At(one+"actor"))
	}
	return line
}

// S4.7 and S4.14: consent is switched, and the last change moves only when it changes, with who and how.
func TestConsent(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		changedAt := func(a *hubtest.Answer, at string) string { return minute(a.Text(at + ".emailSubscriptionChangedAt")) }
		t.Run("is off at first, and nobody changed it", func(t *testing.T) {
			a := admin.Must(consentOf, vars{"id": userID(u)})
			equal(t, "consent", consentLine(a, "node"), "false <nil>")
			equal(t, "the last change", a.At("node.emailSubscriptionChangedAt"), nil)
		})
		on := admin.Must(setConsent, subscribing(u, true))
		t.Run("is switched on by an administrator", func(t *testing.T) {
			equal(t, "consent", consentLine(on, "setEmailSubscription.user"), "true ADMIN | true ADMIN Mona Kvam")
			equal(t, "the last change", changedAt(on, "setEmailSubscription.user"), minute(hubtest.Start.Format(time.RFC3339)))
		})
		t.Run("what is so already changes nothing", func(t *testing.T) {
			hub.Clock.Advance(time.Hour)
			rows := hub.Rows()
			again := admin.Must(setConsent, subscribing(u, true))
			equal(t, "the last change", again.Text("setEmailSubscription.user.emailSubscriptionChangedAt"), on.Text("setEmailSubscription.user.emailSubscriptionChangedAt"))
			equal(t, "the way back", again.At("setEmailSubscription.undo"), nil)
			same(hub, rows)
			admin.Must(updateUser, to(hub, u, vars{"title": "Head"}))
			equal(t, "consent", consentLine(admin.Must(consentOf, vars{"id": userID(u)}), "node"), "true ADMIN | true ADMIN Mona Kvam")
		})
		t.Run("is taken back by whoever changed it, and that is a change as well", func(t *testing.T) {
			off := admin.Must(setConsent, subscribing(u, false))
			hub.Clock.Advance(5 * time.Second)
			admin.Must(undo, vars{"t": off.Text("setEmailSubscription.undo.token")})
			a := admin.Must(consentOf, vars{"id": userID(u)})
			equal(t, "consent", consentLine(a, "node"), "true ADMIN | true ADMIN Mona Kvam | false ADMIN Mona Kvam | true ADMIN Mona Kvam")
			equal(t, "how often", a.Int("node.consentHistory.totalCount"), 3)
			if a.Text("node.emailSubscriptionChangedAt") <= off.Text("setEmailSubscription.user.emailSubscriptionChangedAt") {
				t.Error("the last change is not the one that took back")
			}
		})
		t.Run("is switched by an API client under its name", func(t *testing.T) {
			shop := bearing(hub, admin.Must(createAPIClient, partner(vars{"name": "Shop", "scopes": []string{"USERS_READ", "CONSENT_WRITE"}})).Text("createAPIClient.token"))
			a := shop.Must(setConsent, subscribing(u, false))
			if line := consentLine(a, "setEmailSubscription.user"); !strings.HasPrefix(line, "false API | false API Shop |") {
				t.Error(line)
			}
		})
		t.Run("is said with a new user", func(t *testing.T) {
			a := admin.Must(createUser, ana("bo@example.org", vars{"emailSubscribed": true}))
			equal(t, "consent", consentLine(admin.Must(consentOf, vars{"id": a.Text("createUser.user.id")}), "node"), "true ADMIN | true ADMIN Mona Kvam")
		})
		t.Run("stands in the journal, and pages", func(t *testing.T) {
			a := admin.Must(`query($id:ID!){node(id:$id){... on User{changes(first:1){edges{node{fields{name old new}}}}
				consentHistory(first:1){pageInfo{hasNextPage endCursor} edges{node{subscribed}}}}}}`, vars{"id": userID(u)})
			equal(t, "the change", fmt.Sprint(a.At("node.changes.edges.0.node.fields")), "[map[name:email_subscribed new:false old:true]]")
			b := admin.Must(`query($id:ID!,$c:Cursor){node(id:$id){... on User{consentHistory(first:9,after:$c){pageInfo{hasNextPage} edges{node{subscribed}}}}}}`,
				vars{"id": userID(u), "c": a.Text("node.consentHistory.pageInfo.endCursor")})
			equal(t, "the rest", len(b.At("node.consentHistory.edges").([]any)), 3)
			admin.Ask(`query($id:ID!){node(id:$id){... on User{consentHistory{edges{node{at}}}}}}`, vars{"id": userID(u)}).Refused("BAD_USER_INPUT")
		})
		t.Run("rubbish names nobody", func(t *testing.T) {
			for _, id := range []string{"rubbish", "", roleID(hub, "member"), strings.Repeat("x", 10_000)} {
				admin.Ask(setConsent, vars{"in": vars{"userId": id, "subscribed": true}}).Refused("NOT_FOUND")
			}
		})
	})
}

// One's own consent is one's own to give, whatever one may do beside; what proves it is for those who keep it.
func TestConsentOfOneself(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		u, member := hub.Person(account.Member, "ana@example.org", nil)
		a := member.Must(setConsent, subscribing(u, true))
		equal(t, "consent", consentLine(a, "setEmailSubscription.user"), "true SELF | true SELF Ana Adams")
		equal(t, "the proof", a.At("setEmailSubscription.user.consentHistory.edges.0.node.proof"), nil)
		equal(t, "the link", a.At("setEmailSubscription.user.unsubscribeUrl"), nil)
		b := hub.Admin().Must(consentOf, vars{"id": userID(u)})
		equal(t, "the proof for an administrator", fmt.Sprint(b.At("node.consentHistory.edges.0.node.proof")), "map[address:127.0.0.1]")
		other := hub.User("bo@example.org", nil)
		member.Ask(setConsent, subscribing(other, true)).Refused(deny)
		member.Must(undo, vars{"t": a.Text("setEmailSubscription.undo.token")})
		equal(t, "consent", consentLine(member.Must(consentOf, vars{"id": userID(u)}), "node"), "false SELF | false SELF Ana Adams | true SELF Ana Adams")
	})
}

// Whom somebody merely sees, through a group that they manage, is not theirs to subscribe; neither link nor proof is shown.
func TestConsentReach(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		home, away, staff := newCompany(hub, "Home"), newCompany(hub, "Away"), newGroup(hub, "Staff")
		keeper := entitled(hub, "keeper@example.org", viewer.AssignedCompanies, func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.ManagerOf = &home.ID, []int64{staff.ID}, []int64{staff.ID}
		}, viewer.UsersRead, viewer.ConsentWrite, viewer.ChangesRead)
		near := hub.User("near@example.org", func(in *account.CreateInput) { in.CompanyID, in.Subscribed = &home.ID, true })
		far := hub.User("far@example.org", func(in *account.CreateInput) {
			in.CompanyID, in.GroupIDs, in.Subscribed = &away.ID, []int64{staff.ID}, true
		})
		page := keeper.Must(`{users(first:9,filter:{search:"ar@"}){edges{node{email unsubscribeUrl consentHistory(first:1){edges{node{subscribed}}}}}}}`, nil)
		shown := map[string]bool{}
		for i := range page.At("users.edges").([]any) {
			one := fmt.Sprintf("users.edges.%d.node.", i)
			shown[page.Text(one+"email")] = page.At(one+"unsubscribeUrl") != nil
			equal(t, "the history of "+page.Text(one+"email"), page.At(one+"consentHistory.edges.0.node.subscribed"), any(true))
		}
		equal(t, "whose link is shown", fmt.Sprint(shown), "map[far@example.org:false near@example.org:true]")
		rows := hub.Rows()
		keeper.Ask(setConsent, subscribing(far, false)).Refused(deny)
		same(hub, rows)
		keeper.Must(setConsent, subscribing(near, false)) // without USERS_WRITE: it is a right of its own
		if outcome(keeper.Ask(updateUser, to(hub, near, vars{"title": "Head"})), "updateUser") == ok {
			t.Error("whoever keeps consent edits details")
		}
		// Taking back is a change, and needs the same right.
		hub.Admin().Must(setConsent, subscribing(far, false))
		change := keeper.Must(`query($id:ID!){node(id:$id){... on User{changes(first:1){edges{node{id fields{name}}}}}}}`, vars{"id": userID(near)})
		keeper.Must(undoChange, vars{"in": vars{"changeId": change.Text("node.changes.edges.0.node.id")}})
		equal(t, "consent", consentLine(keeper.Must(consentOf, vars{"id": userID(near)}), "node"), "true ADMIN | true ADMIN Ana Adams | false ADMIN Ana Adams | true ADMIN test")
	})
}

// Fifty who say the same at once change it once; and the successor of somebody begins anew.
func TestConsentAtOnceAndAnew(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, u := hub.Admin(), hub.User("ana@example.org", nil)
		var wait sync.WaitGroup
		for range 50 {
			wait.Go(func() { admin.Must(setConsent, subscribing(u, true)) })
		}
		wait.Wait()
		equal(t, "consent", consentLine(admin.Must(consentOf, vars{"id": userID(u)}), "node"), "true ADMIN | true ADMIN Mona Kvam")
		made := admin.Must(supersedeUser, superseding(u, "ana@new.example")).Text("supersedeUser.user.id")
		equal(t, "consent of the successor", consentLine(admin.Must(consentOf, vars{"id": made}), "node"), "false <nil>")
	})
}

// Decision 11, for whatever brings users from files: withdrawing needs no source, granting does.
func TestConsentFromFile(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		u := hub.User("ana@example.org", nil)
		ctx := viewer.NewContext(context.Background(), &viewer.Viewer{Kind: viewer.User, ID: 1 << 40, Name: "Mona Kvam", Reach: viewer.Everything,
			Permissions: viewer.Permissions, Grants: []int64{hub.Role(account.Member)}})
		_, err := hub.Accounts.SetConsent(fromFile(ctx, 7, ""), u.ID, true)
		if !fault.Is(err, fault.Required) {
			t.Errorf("granting without a source: %v", err)
		}
		if _, err := hub.Accounts.SetConsent(fromFile(ctx, 7, "Trade fair, May 2036"), u.ID, true); err != nil {
			t.Error(err)
		}
		if _, err := hub.Accounts.SetConsent(fromFile(ctx, 9, ""), u.ID, false); err != nil {
			t.Error(err)
		}
		a := hub.Admin().Must(consentOf, vars{"id": userID(u)})
		equal(t, "consent", consentLine(a, "node"), "false IMPORT | false IMPORT Mona Kvam | true IMPORT Mona Kvam")
		equal(t, "the proof", fmt.Sprint(a.At("node.consentHistory.edges.1.node.proof")), "map[file:people.xlsx row:7 source:Trade fair, May 2036]")
		_, err = hub.Accounts.Create(fromFile(ctx, 8, " "), account.CreateInput{Email: "bo@example.org",
			Details: account.Details{FirstName: "Bo", LastName: "Berg"}, Subscribed: true})
		if !fault.Is(err, fault.Required) {
			t.Errorf("a new user without a source: %v", err)
		}
	})
}

// Nobody changes consent behind the back of its history, not even Portico itself.
func TestConsentHasOneDoor(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		u := hub.User("ana@example.org", nil)
		err := hub.Store.InTx(hubtest.System(), func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(u.ID).SetEmailSubscribed(true).Exec(ctx)
		})
		if err == nil {
			t.Error("consent changed without a source")
		}
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(u.ID).SetEmailSubscriptionChangedAt(hub.Clock.Now()).SetEmailSubscriptionSource(user.EmailSubscriptionSourceSELF).SetTitle("Head").Exec(ctx)
		})
		equal(t, "consent", consentLine(hub.Admin().Must(consentOf, vars{"id": userID(u)}), "node"), "false <nil>")
		for who, wants := range map[string]context.Context{"an administrator": viewer.NewContext(context.Background(), &viewer.Viewer{Kind: viewer.User,
			ID: 1 << 40, Reach: viewer.Everything, Permissions: viewer.Permissions}), "nobody": context.Background()} {
			err := hub.Store.InTx(wants, func(ctx context.Context, tx *ent.Client) error {
				return tx.ConsentChange.Create().SetUserID(u.ID).SetSubscribed(true).SetAt(hub.Clock.Now()).SetSource(consentchange.SourceSELF).SetActor("x").Exec(ctx)
			})
			if err == nil {
				t.Errorf("%s wrote history by hand", who)
			}
		}
	})
}

// fromFile is a context in which a row of a file changes consent.
func fromFile(ctx context.Context, row int, source string) context.Context {
	return hook.WithConsent(ctx, account.FromFile("people.xlsx", row, source))
}
