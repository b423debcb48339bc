package notify_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

// A code for somebody who sits before the page that asks for it goes out before invitations that waited longer.
func TestCodesOvertake(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		const many = 100
		invite := func(email string) string {
			u := hub.User(email, func(in *account.CreateInput) {
				in.Account = &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
			})
			return gid.Encode("User", u.ID)
		}
		for i := range many {
			invite(fmt.Sprintf("%d@example.org", i))
		}
		const payload = `{user{id} userErrors{code}}}`
		ana := invite("ana@example.org")
		hub.Admin().Must(`mutation($in:SetTemporaryPasswordInput!){setTemporaryPassword(input:$in)`+payload,
			hubtest.Vars{"in": hubtest.Vars{"userId": ana, "password": hubtest.Password}})
		hub.Admin().Must(`mutation($in:SetFactorProviderInput!){setFactorProvider(input:$in)`+payload,
			hubtest.Vars{"in": hubtest.Vars{"userId": ana, "provider": "EMAIL"}})
		hub.Stranger().SignIn("ana@example.org", hubtest.Password)
		if err := hub.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		var all []mail.Email
		hubtest.Eventually(t, "all are sent", func() bool {
			all = hub.Mail.All()
			return len(all) >= many+2
		})
		at := slices.IndexFunc(all, func(e mail.Email) bool {
			return e.To == "ana@example.org" && strings.HasPrefix(e.Subject, "Your code ")
		})
		if at < 0 || at > many/2 {
			t.Errorf("the code was the %d. of %d", at+1, len(all))
		}
	})
}
