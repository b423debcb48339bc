package graph_test

import (
	"context"
	"slices"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/consentchange"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/note"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

func newAviary(hub *hubtest.Hub) *aviary {
	hub.T.Helper()
	a := &aviary{cast: newCast(hub), users: map[string]*ent.User{}}
	hub.Admin().Must(updateCompany, vars{"in": vars{"id": companyID(a.away), "version": 1, "name": a.sing(theCompany, ent.TypeCompany, "name"),
		"emailDomain": a.sing(theCompany, ent.TypeCompany, "email_domain") + ".example", "phone": a.sing(theCompany, ent.TypeCompany, "phone"),
		"address": a.sing(theCompany, ent.TypeCompany, "address")}})
	hub.Admin().Must(updateSettings, vars{"in": vars{"version": 1, "redirectOrigins": []string{"https://" + a.sing(theSettings, ent.TypeSettings, "redirect_origins") + ".example"}}})
	shut := hub.Admin().Must(createProtectedPage, protecting("/"+a.sing(thePage, ent.TypeProtectedPage, "pattern")+"/*", a.secret))
	a.ids = append(a.ids, shut.Text("createProtectedPage.protectedPage.id"))
	template := templateOf(hub.Admin(), "INVITATION", "fr")
	hub.Admin().Must(updateTemplate, welcome(template, 1, vars{"subject": a.sing(theSettings, ent.TypeTemplate, "subject"),
		"text": a.sing(theSettings, ent.TypeTemplate, "text") + " {{link}} {{expiresAt}}",
		"html": a.sing(theSettings, ent.TypeTemplate, "html") + ` <a href="{{link}}">{{expiresAt}}</a>`}))
	var contract *ent.Contract
	write(hub, func(ctx context.Context, tx *ent.Client) (err error) {
		if contract, err = tx.Contract.Create().SetCompanyID(a.away.ID).SetNumber(a.sing(theCompany, ent.TypeContract, "number")).
			SetName(a.sing(theCompany, ent.TypeContract, "name")).Save(ctx); err != nil {
			return err
		}
		if a.secret, err = tx.Group.UpdateOneID(a.secret.ID).SetName(a.sing(theGroup, ent.TypeGroup, "name")).
			SetDescription(a.sing(theGroup, ent.TypeGroup, "description")).Save(ctx); err != nil {
			return err
		}
		return a.work(ctx, tx)
	})
	_, a.key = newRole(hub, a.sing(theRole, ent.TypeRole, "name"), vars{"permissions": []string{}, "reach": viewer.ManagedGroups})
	name, reach := a.sing(theClient, ent.TypeAPIClient, "name"), viewer.Everything
	shop, _, err := hub.Clients.Create(hubtest.System(), client.Input{Name: &name, Reach: &reach, Scopes: ofPartner,
		Origins: []string{"https://" + a.sing(theClient, ent.TypeAPIClient, "allowed_origins") + ".example"}})
	if err != nil {
		hub.T.Fatal(err)
	}
	a.ids = append(a.ids, template, companyID(a.away), contractID(contract), groupID(a.secret), gid.Encode(ent.TypeRole, a.key), gid.Encode(ent.TypeAPIClient, shop.ID))
	for _, where := range []string{inHome, inAway, nowhere, inCircle, overThere, deleted} {
		a.settle(where, contract)
	}
	a.rest()
	return a
}

// settle makes a user somewhere, with a canary in every column that GraphQL shows. Those whom somebody sees belong to what
// others must not see: the company Away looks after them, they are in the group Secret.
func (a *aviary) settle(where string, contract *ent.Contract) {
	a.hub.T.Helper()
	of := func(column string) string { return a.sing(where, ent.TypeUser, column) }
	address, login := a.sing(where, ent.TypeAccount, "email")+"@canary.example", a.sing(where, ent.TypeAccount, "login_name")
	u := a.hub.User(of("email")+"@canary.example", func(in *account.CreateInput) {
		in.Details = account.Details{FirstName: of("first_name"), LastName: of("last_name"), Title: a.sing(where, ent.TypeChange, "old", viewer.ChangesRead),
			CellPhone: of("cell_phone"), OfficePhone: of("office_phone"), Extension: of("extension"), Address: of("address")}
		in.Note, in.CompanyID, in.RoleID = a.sing(where, ent.TypeChange, "old", viewer.ChangesRead, viewer.NotesRead), &a.home.ID, &a.key
		in.Override = []fault.Code{fault.OddPhone}
		in.Account = &account.NewAccount{Email: &address, LoginName: &login, Notify: entaccount.NotifyIMMEDIATELY}
		in.Assignments = []account.Assigned{{CompanyID: a.away.ID, ContractID: &contract.ID}}
		if a.belongs(where, in); where == inCircle { // whose manager does not see their company
			in.CompanyID = &a.away.ID
		}
		if in.GroupIDs = append(in.GroupIDs, a.secret.ID); where == overThere {
			super := a.hub.Role(account.SuperUser)
			in.RoleID = &super
		}
	})
	a.hub.Settle()
	write(a.hub, func(ctx context.Context, tx *ent.Client) error {
		sent, err := tx.Message.Query().Where(message.UserID(u.ID)).Only(ctx)
		if err != nil {
			return err
		}
		if err := tx.Message.UpdateOne(sent).SetError(a.sing(where, ent.TypeMessage, "error", viewer.MessagesRead)).Exec(ctx); err != nil {
			return err
		}
		err = tx.ConsentChange.Create().SetUserID(u.ID).SetSubscribed(true).SetAt(hubtest.Start).SetSource(consentchange.SourceSELF).
			SetActor(a.sing(where, ent.TypeConsentChange, "actor")).SetProof(map[string]any{"form": a.sing(where, ent.TypeConsentChange, "proof")}).Exec(ctx)
		if err != nil {
			return err
		}
		about, err := tx.Note.Query().Where(note.UserID(u.ID)).Only(ctx)
		if err != nil {
			return err
		}
		if err := tx.Note.UpdateOne(about).SetBody(a.sing(where, ent.TypeNote, "body")).Exec(ctx); err != nil {
			return err
		}
		shared := where
		if where == overThere { // who reaches everybody shares with everybody
			shared = theRole
		}
		view, err := tx.SavedView.Create().SetUserID(u.ID).SetName(a.sing(shared, ent.TypeSavedView, "name", viewer.UsersRead)).SetQuery("search=" + a.sing(shared, ent.TypeSavedView, "query", viewer.UsersRead)).SetShared(true).Save(ctx)
		if err != nil {
			return err
		}
		done, err := tx.Activity.Create().SetUserID(u.ID).SetKind(a.sing(where, ent.TypeActivity, "kind", viewer.ActivitiesRead)).SetSource(activity.SourceAPI).
			SetSummary(a.sing(where, ent.TypeActivity, "summary")).SetActor(a.sing(where, ent.TypeActivity, "actor", viewer.ActivitiesRead)).
			SetData(`{"q":"` + a.sing(where, ent.TypeActivity, "data", viewer.ActivitiesRead) + `"}`).SetOccurredAt(a.hub.Clock.Now()).Save(ctx)
		if err != nil {
			return err
		}
		keeps := []viewer.Permission{viewer.UsersRead, viewer.RemindersWrite}
		kept, err := tx.Reminder.Create().SetUserID(u.ID).SetTitle(a.sing(where, ent.TypeReminder, "title", keeps...)).SetNote(a.sing(where, ent.TypeReminder, "note", keeps...)).
			SetDueAt(a.far()).SetOccursAt(a.far()).SetStartsAt(a.far()).SetTimeZone("UTC").Save(ctx)
		if err != nil {
			return err
		}
		signedIn, err := tx.Session.Create().SetUserID(u.ID).SetTokenHash([]byte(u.Email)).SetCreatedAt(a.hub.Clock.Now()).SetLastSeenAt(a.hub.Clock.Now()).
			SetIP(a.sing(where, ent.TypeSession, "ip", viewer.AccountsManage)).SetUserAgent(a.sing(where, ent.TypeSession, "user_agent", viewer.AccountsManage)).Save(ctx)
		if err != nil {
			return err
		}
		a.ids = append(a.ids, userID(u), gid.Encode(ent.TypeMessage, sent.ID), view.GlobalID(), done.GlobalID(), kept.GlobalID(), signedIn.GlobalID())
		a.canaries = append(a.canaries, canary{userID(u), where, ent.TypeUser, "id", nil}, canary{gid.Encode(ent.TypeMessage, sent.ID), where, ent.TypeMessage, "id", []viewer.Permission{viewer.MessagesRead}})
		change := tx.User.UpdateOneID(u.ID).SetTitle(of("title")).SetLocale(of("locale")).SetTimeZone(of("time_zone")).SetLastSignInAt(a.day(where))
		return change.Exec(ctx)
	})
	if where == deleted {
		a.turned(deleted, u)
	}
	a.users[where] = u
}

// far is long after all else.
func (a *aviary) far() time.Time { return a.hub.Clock.Now().AddDate(10, 0, 0) }

// day is a time that nothing else has.
func (a *aviary) day(where string) time.Time {
	at := time.Date(2031, 1, 1+len(a.users), 0, 0, 0, 0, time.UTC)
	a.canaries = append(a.canaries, canary{at.Format("2006-01-02"), where, ent.TypeUser, "last_sign_in_at", nil})
	return at
}

// rest links whom somebody sees with whom they do not, and adds the ids of everything there is.
func (a *aviary) rest() {
	a.hub.T.Helper()
	system := hubtest.System()
	changes, err := a.hub.Store.Ent(system).Change.Query().Limit(400).All(system)
	if err != nil {
		a.hub.T.Fatal(err)
	}
	seen := map[string]int{}
	for _, c := range changes {
		if c.SubjectID != nil && slices.ContainsFunc(a.everywhere(), func(u *ent.User) bool { return u.ID == *c.SubjectID }) {
			if seen[c.Entity]++; seen[c.Entity] < 5 {
				a.ids = append(a.ids, c.GlobalID())
			}
		}
	}
	a.ids = append(a.ids, groupID(a.circle), companyID(a.home), "rubbish", gid.Encode(ent.TypeUser, 1<<40))
}

func (a *aviary) everywhere() (all []*ent.User) {
	for _, u := range a.users {
		all = append(all, u)
	}
	return all
}

// as is the actor as the rules know them, by what they are told of themselves.
func (a *aviary) as(actor string) *viewer.Viewer {
	told := a.clients[actor].Must(`{viewer{permissions reach user{id} managedGroups{id}}}`, nil)
	v := &viewer.Viewer{Kind: viewer.APIClient, Reach: viewer.Reach(told.Text("viewer.reach"))}
	if told.At("viewer.user") != nil {
		v.Kind = viewer.User
	}
	for _, p := range told.At("viewer.permissions").([]any) {
		v.Permissions = append(v.Permissions, viewer.Permission(p.(string)))
	}
	if len(told.At("viewer.managedGroups").([]any)) > 0 {
		v.GroupIDs = []int64{a.circle.ID}
	}
	return v
}

// mayRead says who reads a canary: whoever sees the row, and may read the column. The journal shows what is deleted to those
// who may read it there.
func (c canary) mayRead(actor string, v *viewer.Viewer) bool {
	seen := sight[c.where]
	needs := c.needs
	if c.where == deleted && c.column != "error" && c.column != "last_sign_in_at" && !slices.Contains([]string{ent.TypeSavedView, ent.TypeActivity, ent.TypeConsentChange, ent.TypeSession}, c.entity) {
		seen, needs = sight[inHome], append([]viewer.Permission{viewer.ChangesRead}, needs...)
	}
	lacks := slices.ContainsFunc(needs, func(p viewer.Permission) bool { return !v.Can(p) })
	return seen[slices.Index(allActors, actor)] == 'y' && !lacks && rule.Readable(v, c.entity, c.column)
}
