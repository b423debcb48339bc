package hubtest

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
)

// System is a context in which Portico itself acts.
func System() context.Context { return viewer.AsSystem(context.Background(), "test") }

// Role is the key of a built-in role, by its stable name.
func (h *Hub) Role(builtIn string) int64 {
	h.T.Helper()
	id, err := h.Store.Ent(System()).Role.Query().Where(role.BuiltIn(builtIn)).OnlyID(System())
	must(h.T, err)
	return id
}

// User makes a user without an account; change may say more about them.
func (h *Hub) User(email string, change func(*account.CreateInput)) *ent.User {
	h.T.Helper()
	in := account.CreateInput{Email: email, Details: account.Details{FirstName: "Ana", LastName: "Adams"}}
	if change != nil {
		change(&in)
	}
	u, err := h.Accounts.Create(hook.WithConsent(System(), hook.Consent{Source: user.EmailSubscriptionSourceADMIN}), in)
	must(h.T, err)
	return u
}

// Person makes a user who holds a built-in role, lets them set Password by their invitation, and returns them with a
// client signed in as them. The hub must send mail.
func (h *Hub) Person(builtIn, email string, change func(*account.CreateInput)) (*ent.User, *Client) {
	h.T.Helper()
	id := h.Role(builtIn)
	u := h.User(email, func(in *account.CreateInput) {
		in.RoleID = &id
		in.Account = &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
		if change != nil {
			change(in)
		}
	})
	c := h.Stranger()
	c.Must(`mutation($t:String!,$p:String!){setPassword(input:{token:$t,password:$p}){nextStep userErrors{code}}}`,
		Vars{"t": Token(h.T, h.Mail.Next()), "p": Password})
	return u, c
}
