package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	createWarned = `mutation($in:CreateUserInput!){createUser(input:$in){user{id} userErrors{code field} warnings{code field message relatedId}}}`
	updateWarned = `mutation($in:UpdateUserInput!){updateUser(input:$in){user{id version} userErrors{code} warnings{code field relatedId}}}`
	wouldWarn    = `query($d:UserDraft!){userWarnings(draft:$d){code field message relatedId}}`
)

// warned are the codes of a list of warnings, in order.
func warned(a *hubtest.Answer, path string) string {
	list, _ := a.At(path).([]any)
	codes := make([]string, len(list))
	for i, w := range list {
		codes[i], _ = w.(map[string]any)["code"].(string)
	}
	slices.Sort(codes)
	return strings.Join(codes, " ")
}

// refusedToWarn checks that warnings alone stood in the way.
func refusedToWarn(t *testing.T, a *hubtest.Answer, mutation string, codes string) {
	t.Helper()
	a.Said(mutation, "WARNINGS")
	equal(t, "the user", a.At(mutation+".user"), nil)
	equal(t, "the warnings", warned(a, mutation+".warnings"), codes)
}

func guild(hub *hubtest.Hub) (c *ent.Company) {
	write(hub, func(ctx context.Context, tx *ent.Client) (err error) {
		c, err = tx.Company.Create().SetName("Nordic Guild").SetEmailDomain("guild.example").Save(ctx)
		return err
	})
	return c
}

// bounced is mail that came back from an address.
func bounced(hub *hubtest.Hub, address, key string) {
	write(hub, func(ctx context.Context, tx *ent.Client) error {
		return tx.Message.Create().SetKind(message.KindINVITATION).SetTo(address).SetToKey(key).SetSubject("Welcome").SetBody([]byte("x")).
			SetState(message.StateBOUNCED).Exec(ctx)
	})
}

const everyWarning = "EMAIL_BOUNCED_BEFORE EMAIL_DOMAIN_UNLIKE_COMPANY PHONE_UNPARSEABLE PRIVILEGED_WITHOUT_FACTOR SAME_NAME_IN_COMPANY"

// S2.11, decision 5: the first submission saves nothing and lists the warnings; the second carries exactly those.
func TestWarnings(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, c := hub.Admin(), guild(hub)
		namesake := hub.User("other@guild.example", within(c))
		bounced(hub, "Ana@example.org", "ana@example.org")
		in := vars{"companyId": gid.Encode(ent.TypeCompany, c.ID), "cellPhone": "call me", "roleId": roleID(hub, account.PortalAdministrator),
			"account": vars{"notify": "NEVER"}, "overrideWarnings": nil}
		first := admin.Ask(createWarned, ana("ANA@example.org", in))
		refusedToWarn(t, first, "createUser", everyWarning)
		for i := range 5 {
			at := fmt.Sprintf("createUser.warnings.%d.", i)
			if first.Text(at+"code") == "SAME_NAME_IN_COMPANY" {
				equal(t, "the namesake", first.Text(at+"relatedId"), userID(namesake))
			}
			if first.At(at+"field") == nil || len(first.Text(at+"message")) < 20 {
				t.Errorf("warning %d has no field or no sentence: %s", i, first.Body)
			}
		}
		in["overrideWarnings"] = []string{"EMAIL_BOUNCED_BEFORE", "PHONE_UNPARSEABLE", "SAME_NAME_IN_COMPANY", "PRIVILEGED_WITHOUT_FACTOR"}
		refusedToWarn(t, admin.Ask(createWarned, ana("ANA@example.org", in)), "createUser", everyWarning)
		in["overrideWarnings"] = strings.Fields(everyWarning)
		saved := admin.Must(createWarned, ana("ANA@example.org", in))
		trail := admin.Must(`query($id:ID!){node(id:$id){... on User{changes(first:10){edges{node{overriddenWarnings}}}}}}`, vars{"id": saved.Text("createUser.user.id")})
		for i := range trail.At("node.changes.edges").([]any) {
			named := trail.At(fmt.Sprintf("node.changes.edges.%d.node.overriddenWarnings", i)).([]any)
			equal(t, "the codes in the journal", len(named), 5)
		}
	})
}

// heedful is to without insisting.
func heedful(hub *hubtest.Hub, u *ent.User, change vars) vars {
	if _, said := change["overrideWarnings"]; !said {
		change["overrideWarnings"] = nil
	}
	return to(hub, u, change)
}

// Whoever edits something else is not warned of what stands there.
func TestWarningsOfUpdate(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, c := hub.Admin(), guild(hub)
		namesake := hub.User("other@guild.example", within(c))
		u := hub.User("ana@example.org", func(in *account.CreateInput) { in.CellPhone = "call me" })
		admin.Must(updateWarned, heedful(hub, u, vars{"title": "Head", "cellPhone": "call me"}))
		moved := vars{"companyId": gid.Encode(ent.TypeCompany, c.ID)}
		refusedToWarn(t, admin.Ask(updateWarned, heedful(hub, u, moved)), "updateUser", "EMAIL_DOMAIN_UNLIKE_COMPANY SAME_NAME_IN_COMPANY")
		moved["overrideWarnings"] = []string{"EMAIL_DOMAIN_UNLIKE_COMPANY", "SAME_NAME_IN_COMPANY", "EMAIL_BOUNCED_BEFORE"}
		admin.Must(updateWarned, heedful(hub, u, moved))
		admin.Must(updateWarned, heedful(hub, u, vars{"title": "Chair"}))
		refusedToWarn(t, admin.Ask(updateWarned, heedful(hub, namesake, vars{"officePhone": "none"})), "updateUser", "PHONE_UNPARSEABLE")
		admin.Must(updateWarned, heedful(hub, u, vars{"firstName": "Bo"}))
		refusedToWarn(t, admin.Ask(updateWarned, heedful(hub, u, vars{"firstName": "ANÁ"})), "updateUser", "SAME_NAME_IN_COMPANY")
		// Nobody signs in without an account; opening one is what warns.
		admin.Must(updateWarned, heedful(hub, u, vars{"roleId": roleID(hub, account.PortalAdministrator)}))
		open := `mutation($in:CreateAccountInput!){createAccount(input:$in){user{id} userErrors{code} warnings{code field}}}`
		input := vars{"userId": userID(u), "account": vars{"notify": "NEVER"}}
		refusedToWarn(t, admin.Ask(open, vars{"in": input}), "createAccount", "PRIVILEGED_WITHOUT_FACTOR")
		input["overrideWarnings"] = []string{"PRIVILEGED_WITHOUT_FACTOR"}
		admin.Must(open, vars{"in": input})
		admin.Must(updateWarned, heedful(hub, u, vars{"roleId": roleID(hub, account.Member)}))
		refusedToWarn(t, admin.Ask(updateWarned, heedful(hub, u, vars{"isGlobalAdmin": true})), "updateUser", "PRIVILEGED_WITHOUT_FACTOR")
	})
}

// What is fine gives no warning: subdomains, numbers without a country, the same name elsewhere.
func TestNoWarnings(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, c := hub.Admin(), guild(hub)
		hub.User("other@example.org", nil)
		admin.Must(createWarned, ana("ana@oslo.GUILD.example", vars{"companyId": gid.Encode(ent.TypeCompany, c.ID), "cellPhone": "+49 30 901820",
			"officePhone": "030 / 901820", "account": vars{"notify": "NEVER"}, "overrideWarnings": nil}))
		for _, number := range []string{"555-0100", "(020) 7946 0123 ext. 4", "+1 202-555-0143", "١٢٣٤٥٦٧"} {
			a := admin.Must(wouldWarn, vars{"d": vars{"officePhone": number}})
			equal(t, "the warnings of "+number, warned(a, "userWarnings"), "")
		}
	})
}

// A form asks as fields are left; nothing is saved and nothing out of sight is told.
func TestUserWarnings(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c, other := guild(hub), newCompany(hub, "Other Ltd")
		namesake := hub.User("other@guild.example", within(c))
		draft := vars{"d": vars{"email": "ana@example.org", "firstName": "ana", "lastName": "ADAMS", "companyId": gid.Encode(ent.TypeCompany, c.ID),
			"cellPhone": "?", "roleId": roleID(hub, account.GlobalAdministrator)}}
		a := hub.Admin().Must(wouldWarn, draft)
		equal(t, "the warnings", warned(a, "userWarnings"), "EMAIL_DOMAIN_UNLIKE_COMPANY PHONE_UNPARSEABLE PRIVILEGED_WITHOUT_FACTOR SAME_NAME_IN_COMPANY")
		itself := hub.Admin().Must(wouldWarn, vars{"d": vars{"userId": userID(namesake), "firstName": "Ana", "lastName": "Adams", "companyId": gid.Encode(ent.TypeCompany, c.ID)}})
		equal(t, "the warnings about oneself", warned(itself, "userWarnings"), "")

		_, elsewhere := hub.Person(account.CompanyAdministrator, "eve@example.org", within(other))
		hidden := elsewhere.Must(wouldWarn, draft)
		equal(t, "the warnings to another company", warned(hidden, "userWarnings"), "PHONE_UNPARSEABLE PRIVILEGED_WITHOUT_FACTOR")
		_, member := hub.Person(account.Member, "bo@example.org", nil)
		member.Ask(wouldWarn, draft).Refused("FORBIDDEN")
		hub.Stranger().Ask(wouldWarn, draft).Refused("UNAUTHENTICATED")
	})
}

// Warnings never override permission: a forbidden role stays forbidden.
func TestWarningsGiveNoRight(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, security := hub.Person(account.SecurityAdministrator, "sec@example.org", nil)
		a := security.Ask(createWarned, ana("ana@example.org", vars{"roleId": roleID(hub, account.GlobalAdministrator),
			"account": vars{"notify": "NEVER"}, "overrideWarnings": strings.Fields(everyWarning)}))
		a.Said("createUser", "ROLE_NOT_GRANTABLE")
	})
}
