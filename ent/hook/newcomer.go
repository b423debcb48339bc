package hook

import (
	"context"
	"strings"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql/sqlgraph"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/consentchange"
	"github.com/portico-hub/portico/ent/gen/ent/unclaimedactivity"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// newcomer is a user who is being made, with the consent that they come with, if any.
type newcomer struct {
	*gen.User
	consent *Consent
}

// makeUser makes a user. What is written beside users is written for all who are made together, when the last is saved: their
// names, what was kept for these, the history of their consent. Of many in one statement, the first to be asked is the last to
// be saved.
func makeUser(ctx context.Context, next ent.Mutator, m *gen.UserMutation, consent *Consent) (ent.Value, error) {
	tx := From(ctx)
	tx.making++
	value, err := next.Mutate(ctx, m)
	tx.making--
	if err == nil {
		u := value.(*gen.User)
		is := *u
		lock.Remember(ctx, lock.Row{Type: gen.TypeUser, ID: u.ID}, &is)
		tx.newcomers = append(tx.newcomers, newcomer{u, consent})
	}
	if tx.making > 0 {
		return value, err
	}
	all := tx.newcomers
	tx.newcomers = nil
	if err != nil {
		return nil, err
	}
	if err := nameNewcomers(ctx, m.Client(), all); err != nil {
		return nil, err
	}
	return value, keepConsents(ctx, m.Client(), all)
}

// takes are the names that a newcomer takes: the contact email, and those of the account that is about to be opened.
func (n newcomer) takes() (all []name) {
	for _, one := range []name{{n.Email, fault.At("email"), false}, {n.AccountEmail, fault.At("account", "email"), true}, {n.LoginName, fault.At("account", "loginName"), true}} {
		key, again := fold.Key(one.text), false
		for i := range all {
			if fold.Key(all[i].text) == key {
				all[i].signsIn, again = all[i].signsIn || one.signsIn, true
			}
		}
		if one.text != "" && !again {
			all = append(all, one)
		}
	}
	return all
}

// nameNewcomers takes the names of new users. Of two who take one at the same moment, the index lets one.
func nameNewcomers(ctx context.Context, client *gen.Client, all []newcomer) error {
	system := viewer.AsSystem(ctx, "names")
	var rows []*gen.IdentityCreate
	var taken []name
	owners := map[string]int64{}
	for i := len(all) - 1; i >= 0; i-- {
		for _, n := range all[i].takes() {
			key := fold.Key(n.text)
			owners[key], taken = all[i].ID, append(taken, n)
			rows = append(rows, client.Identity.Create().SetKey(key).SetUserID(all[i].ID).SetSignsIn(n.signsIn))
		}
	}
	err := client.Identity.CreateBulk(rows...).Exec(system)
	switch {
	case gen.IsConstraintError(err) && sqlgraph.IsUniqueConstraintError(err) && len(taken) == 1:
		return fault.Refusef(fault.CodeTaken, taken[0].field, "%s is already in use.", taken[0].text)
	case gen.IsConstraintError(err) && sqlgraph.IsUniqueConstraintError(err):
		return fault.Refuse(fault.CodeTaken, taken[0].field, "One of these names was taken a moment ago.")
	case err != nil:
		return err
	}
	return claimAll(system, client, owners)
}

// claimAll gives new users what was kept for their addresses, by the key of each.
func claimAll(ctx context.Context, client *gen.Client, owners map[string]int64) error {
	addresses := make([]string, 0, len(owners))
	for key := range owners {
		if strings.Contains(key, "@") {
			addresses = append(addresses, key)
		}
	}
	if len(addresses) == 0 {
		return nil
	}
	var kept []string
	err := client.UnclaimedActivity.Query().Where(unclaimedactivity.EmailKeyIn(addresses...)).Unique(true).
		Select(unclaimedactivity.FieldEmailKey).Scan(ctx, &kept)
	if err != nil {
		return err
	}
	for _, key := range kept {
		if _, err := Claim(ctx, client, owners[key], key); err != nil {
			return err
		}
	}
	return nil
}

// keepConsents begins the history of those who come with consent.
func keepConsents(ctx context.Context, client *gen.Client, all []newcomer) error {
	var rows []*gen.ConsentChangeCreate
	var notes []*gen.ActivityCreate
	for i := len(all) - 1; i >= 0; i-- {
		n := all[i]
		if n.consent == nil {
			continue
		}
		rows = append(rows, consentChange(client, n.consent, n.User))
		note, err := noted(ctx, client, n.ID, activity.SourceSYSTEM, NotedConsent, consentNote(n.User))
		if err != nil {
			return err
		}
		if note != nil {
			notes = append(notes, note)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if err := client.ConsentChange.CreateBulk(rows...).Exec(viewer.AsSystem(ctx, "consent")); err != nil || len(notes) == 0 {
		return err
	}
	return client.Activity.CreateBulk(notes...).Exec(viewer.AsSystem(ctx, "noting"))
}

// consentChange is a row of the history of somebody's consent.
func consentChange(client *gen.Client, c *Consent, u *gen.User) *gen.ConsentChangeCreate {
	create := client.ConsentChange.Create().SetUserID(u.ID).SetSubscribed(u.EmailSubscribed).SetAt(c.At).
		SetSource(consentchange.Source(c.Source)).SetActor(c.Actor)
	if c.Proof != nil {
		create.SetProof(c.Proof)
	}
	return create
}
