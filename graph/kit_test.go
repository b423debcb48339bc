package graph_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

type vars = hubtest.Vars

// userID and its like are the global ids of rows.
func userID(u *ent.User) string { return gid.Encode(ent.TypeUser, u.ID) }

func roleID(hub *hubtest.Hub, builtIn string) string {
	return gid.Encode(ent.TypeRole, hub.Role(builtIn))
}

// write changes rows directly, for states that no mutation leads to yet.
func write(hub *hubtest.Hub, change func(ctx context.Context, tx *ent.Client) error) {
	hub.T.Helper()
	if err := hub.Store.InTx(hubtest.System(), change); err != nil {
		hub.T.Fatal(err)
	}
}

func newCompany(hub *hubtest.Hub, name string) (c *ent.Company) {
	hub.T.Helper()
	write(hub, func(ctx context.Context, tx *ent.Client) (err error) {
		c, err = tx.Company.Create().SetName(name).Save(ctx)
		return err
	})
	return c
}

func newContract(hub *hubtest.Hub, c *ent.Company, number string) (k *ent.Contract) {
	hub.T.Helper()
	write(hub, func(ctx context.Context, tx *ent.Client) (err error) {
		k, err = tx.Contract.Create().SetCompanyID(c.ID).SetNumber(number).SetName("Contract " + number).Save(ctx)
		return err
	})
	return k
}

func newGroup(hub *hubtest.Hub, name string) (g *ent.Group) {
	hub.T.Helper()
	write(hub, func(ctx context.Context, tx *ent.Client) (err error) {
		g, err = tx.Group.Create().SetName(name).Save(ctx)
		return err
	})
	return g
}

// within puts a new user into a company.
func within(c *ent.Company) func(*account.CreateInput) {
	return func(in *account.CreateInput) { in.CompanyID = &c.ID }
}

// insisting is what an input says whose test is about something else than warnings.
var insisting = strings.Fields(everyWarning)

// ana is the input of createUser for Ana Adams, with what else is said of her.
func ana(email string, more vars) vars {
	in := vars{"email": email, "firstName": "Ana", "lastName": "Adams", "overrideWarnings": insisting}
	for name, value := range more {
		in[name] = value
	}
	return vars{"in": in}
}

// mailsTo are the emails that went to an address, once the workers are done, without alerts.
func mailsTo(hub *hubtest.Hub, address string) []mail.Email {
	hub.T.Helper()
	hub.Settle()
	return slices.DeleteFunc(hub.Mail.All(), func(e mail.Email) bool { return e.To != address || hubtest.IsAlert(e) })
}

// alertsTo are the alerts that went to an address.
func alertsTo(hub *hubtest.Hub, address string) []mail.Email {
	hub.T.Helper()
	hub.Settle()
	return slices.DeleteFunc(hub.Mail.All(), func(e mail.Email) bool { return e.To != address || !hubtest.IsAlert(e) })
}

// tokenTo is the token of the newest email to an address.
func tokenTo(hub *hubtest.Hub, address string) string {
	hub.T.Helper()
	mails := mailsTo(hub, address)
	if len(mails) == 0 {
		hub.T.Fatalf("no email to %s", address)
	}
	return hubtest.Token(hub.T, mails[len(mails)-1])
}

// equal fails the test unless got is what was wanted.
func equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, not %v", what, got, want)
	}
}

// field is the path of the first userError's field, joined; "" where there is none.
func field(a *hubtest.Answer, mutation string) (path string) {
	steps, _ := a.At(mutation + ".userErrors.0.field").([]any)
	for i, step := range steps {
		if i > 0 {
			path += "."
		}
		path += step.(string)
	}
	return path
}

// ids are the ids of a connection's nodes, in order.
func ids(a *hubtest.Answer, connection string) []string {
	list, _ := a.At(connection + ".edges").([]any)
	all := make([]string, len(list))
	for i := range list {
		all[i], _ = list[i].(map[string]any)["node"].(map[string]any)["id"].(string)
	}
	return all
}
