package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// filters are how the lists of an aviary are filtered, by all that anybody has.
func (a *aviary) filters() map[string]values {
	span := vars{"from": "2000-01-01T00:00:00Z", "to": "2100-01-01T00:00:00Z"}
	var owners []any
	for _, u := range a.everywhere() {
		owners = append(owners, userID(u))
	}
	return map[string]values{
		"UserFilter": {
			"search": a.words(), "status": {[]string{"ACTIVE"}, []string{"INACTIVE"}}, "invitation": {[]string{"PENDING", "EXPIRED"}, []string{"BOUNCED"}, []string{"REVOKED"}}, "accountState": {[]string{"NONE"}, []string{"INVITED"}, []string{"ACTIVE"}},
			"roleIds":  {[]string{gid.Encode(ent.TypeRole, a.key)}, []string{roleID(a.hub, "super_user")}},
			"groupIds": {[]string{groupID(a.secret)}, []string{groupID(a.circle)}}, "companyIds": {[]string{companyID(a.away)}, []string{companyID(a.home)}},
			"emailSubscribed": {true, false}, "createdAt": {span}, "updatedAt": {span}, "neverSignedIn": {true, false},
			"lastSignInAt": {span, vars{"from": "2031-01-01T00:00:00Z", "to": "2031-02-01T00:00:00Z"}},
		},
		"MessageFilter": {
			"userId": owners, "state": {[]string{"SENT"}, []string{"QUEUED"}}, "kind": {[]string{"INVITATION"}}, "linkState": {[]string{"VALID"}, []string{"USED", "REPLACED"}}, "search": a.words(),
		},
		"ReminderFilter": {"userId": owners, "assigneeId": owners, "done": {true, false}, "due": {true, false}, "dueAt": {span}},
		"ActivityFilter": {"userId": owners, "kinds": {[]string{"order"}, []string{"email", "sign_in"}}, "occurredAt": {span}},
		"ChangeFilter":   {"entityId": append(owners, companyID(a.away), groupID(a.secret)), "actor": {"Mona Kvam", "test"}, "at": {span}},
	}
}

// words are what is typed into a search: something of every row that a list might look into.
func (a *aviary) words() (all []any) {
	for _, c := range a.canaries {
		if c.where == inAway || c.where == theCompany || c.where == theGroup {
			all = append(all, c.text)
		}
	}
	return append(all, "zq", "zq1", "canary")
}

// questions are all that can be asked of an aviary.
func (a *aviary) questions(t *testing.T, w *inquiry) []question {
	t.Helper()
	told := map[string][]vars{"link": {{"token": "rubbish"}}, "scheduledTimes": {{"schedule": "0 18 * * *", "timeZone": "UTC"}}, "purgeable": {{"days": 30}},
		"templatePreview": {{"input": vars{"id": gid.Encode(ent.TypeTemplate, 1), "subject": "x", "text": "x", "html": "x"}}}}
	for _, u := range a.everywhere() {
		told["userByEmail"] = append(told["userByEmail"], vars{"email": u.Email})
		told["accessPaths"] = append(told["accessPaths"], vars{"userId": userID(u)})
		for _, company := range []*ent.Company{a.home, a.away} {
			told["userWarnings"] = append(told["userWarnings"], vars{"draft": vars{"firstName": u.FirstName, "lastName": u.LastName, "email": "a@b.example",
				"companyId": companyID(company), "roleId": gid.Encode(ent.TypeRole, a.key)}})
		}
	}
	all := w.ofRoots(t, told)
	all = append(all, w.ofLists(t, a.filters(), a.words())...)
	return append(all, w.ofNodes(a.ids)...)
}

// seenAt is what a moment adds to an answer.
var seenAt = regexp.MustCompile(`"(lastUsedAt|requestId)":"[^"]*"`)

// What is out of reach changes no answer: whatever is asked, of whatever list, filter, ordering, search or count, it is the same
// to the byte before and after somebody comes whom the actor may not see, with a company, a group, messages and changes.
func TestUnseenChangesNothing(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a := newAviary(hub)
		questions := a.questions(t, newInquiry())
		for i := range questions { // who comes will be found by any of these, if by anybody
			if questions[i].in["s"] == "zq" {
				questions = append(questions, question{questions[i].text, vars{"s": "unseen"}})
			}
		}
		questions = append(questions, question{findUsers, vars{"f": vars{"search": "unseen"}}}, question{`{userByEmail(email:"unseen@canary.example"){id}}`, nil})
		answers := map[string][]string{}
		limited := []string{"member", "away", "company_administrator", "group_manager", "custom_role", "partner_of_home", "partner_without", "as_partner_of_home"}
		ask := func(actor string) (all []string) {
			for _, q := range questions {
				answer := q.ask(a.clients[actor])
				slices.SortFunc(answer.Errors, func(a, b hubtest.Error) int { return strings.Compare(fmt.Sprint(a.Path), fmt.Sprint(b.Path)) })
				body, err := json.Marshal([]any{answer.Data, answer.Errors})
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, seenAt.ReplaceAllString(string(body), ""))
			}
			return all
		}
		for _, actor := range limited {
			answers[actor] = ask(actor)
		}
		a.unseen()
		for _, actor := range limited {
			for i, now := range ask(actor) {
				if before := answers[actor][i]; now != before {
					t.Errorf("%s is answered otherwise since there is somebody whom they may not see: %.300s %v\nbefore %.600s\nafter  %.600s", actor, questions[i].text, questions[i].in, before, now)
				}
			}
		}
	})
}

// unseen makes what none of those with a limited reach sees.
func (a *aviary) unseen() {
	a.hub.T.Helper()
	third, fourth := newCompany(a.hub, "Unseen"), newGroup(a.hub, "Unseen")
	contract := newContract(a.hub, third, "Unseen")
	for i, builtIn := range []string{account.Member, account.CompanyAdministrator, account.SuperUser} {
		key, name := a.hub.Role(builtIn), "unseen"
		if i > 0 {
			name += builtIn
		}
		u := a.hub.User(name+"@canary.example", func(in *account.CreateInput) {
			in.FirstName, in.LastName, in.CompanyID, in.RoleID, in.GroupIDs, in.ManagerOf = "Unseen", "zq", &third.ID, &key, []int64{fourth.ID}, []int64{fourth.ID}
			in.Assignments = []account.Assigned{{CompanyID: third.ID, ContractID: &contract.ID}}
			in.Note, in.Account = "Unseen", &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
		})
		write(a.hub, func(ctx context.Context, tx *ent.Client) error {
			if builtIn == account.SuperUser { // who reaches everybody shares with everybody
				return nil
			}
			return tx.SavedView.Create().SetUserID(u.ID).SetName("Unseen").SetQuery("search=unseen").SetShared(true).Exec(ctx)
		})
		newReminder(a.cast, u, "Unseen", nil)
		a.hub.Admin().Must(updateUser, to(a.hub, u, vars{"title": "zq"}))
	}
	a.hub.Settle()
	name, reach := "Unseen", viewer.Everything
	if _, _, err := a.hub.Clients.Create(hubtest.System(), client.Input{Name: &name, Reach: &reach, Scopes: ofPartner}); err != nil {
		a.hub.T.Fatal(err)
	}
}
