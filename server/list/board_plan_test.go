package list_test

import (
	"context"
	"strings"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/list"
)

// invited makes a few hundred of the accounts without a password invited: by turns the link is good, over, or was taken back.
func (d *directory) invited() {
	d.T.Helper()
	ctx := hubtest.System()
	err := d.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		open, err := tx.Account.Query().Where(entaccount.ActivatedAtIsNil(), entaccount.ClosedAtIsNil(), entaccount.LinkExpiresAtIsNil()).Limit(300).All(ctx)
		for i, a := range open {
			update := tx.Account.UpdateOne(a).SetLinkExpiresAt(d.Clock.Now().Add([]time.Duration{time.Hour, -time.Hour, -time.Minute}[i%3]))
			if i%3 == 2 {
				update.SetRevokedAt(d.Clock.Now())
			}
			if err := update.Exec(ctx); err != nil {
				return err
			}
		}
		return err
	})
	if err != nil {
		d.T.Fatal(err)
	}
	if err := d.Store.Settled(ctx, "users", "accounts"); err != nil {
		d.T.Fatal(err)
	}
}

// board explains pages of the invitation board, and their counts: each begins at an index of what stands there, and costs no more the more
// there are who never came in.
func (d *directory) board() {
	d.T.Helper()
	d.invited()
	size := 50
	for state, index := range map[account.InvitationState]string{
		account.InvitationPending: "user_invited", account.InvitationOver: "user_invited", account.InvitationRevoked: "account_revoked",
	} {
		f := account.Filter{Invitation: []account.InvitationState{state}}
		page, asked := d.page(f, "LAST_NAME", false, list.Args{First: &size})
		if len(page.Nodes) != size {
			d.T.Errorf("a page of the %s has %d users", state, len(page.Nodes))
		}
		d.begins(string(state)+" by name", asked, index)
		_, total, err := d.Accounts.List(administrator, f, "LAST_NAME", false, list.Args{First: new(int)}, func(*gen.UserQuery, string) {})
		if err != nil {
			d.T.Fatal(err)
		}
		d.asked = nil
		if n, err := total.Exact(administrator); n != 100 || err != nil {
			d.T.Errorf("%d are %s, not 100; %v", n, state, err)
		}
		d.begins("counting the "+string(state), d.asked, index)
	}
}

// begins fails for a statement that does not use an index, or that reads a whole table.
func (d *directory) begins(what string, statements []statement, index string) {
	d.T.Helper()
	d.cheap(what, statements, false)
	for _, s := range statements {
		if plan := d.plan(s); !strings.Contains(plan, index) {
			d.T.Errorf("%s does not use %s:\n…%s\n%s", what, index, s.text[strings.Index(s.text, " FROM "):], plan)
		}
	}
}
