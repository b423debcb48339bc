package hook

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql/sqlgraph"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// name is an address or a login name that a user takes.
type name struct {
	text    string
	field   []string
	signsIn bool
}

// identify keeps the one namespace of addresses and login names in step with users: a deleted one frees everything, a restored
// one takes it again if nobody did meanwhile. What a new one takes, nameNewcomers does.
func identify(ctx context.Context, m *gen.UserMutation, saved ent.Value) error {
	id, _ := m.ID()
	_, deleted := m.DeletedAt()
	switch {
	case deleted:
		_, err := m.Client().Identity.Delete().Where(identity.UserID(id)).Exec(viewer.AsSystem(ctx, "names"))
		return err
	case m.DeletedAtCleared():
		return takeAgain(ctx, m.Client(), saved.(*gen.User))
	default:
		return nil
	}
}

func takeAgain(ctx context.Context, client *gen.Client, u *gen.User) error {
	if err := take(ctx, client, u.ID, name{u.Email, fault.At("email"), false}); err != nil {
		return err
	}
	a, err := client.Account.Query().Where(account.HasUserWith(user.ID(u.ID))).Only(viewer.AsSystem(ctx, "names"))
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return takeAccount(ctx, client, a)
}

func takeAccount(ctx context.Context, client *gen.Client, a *gen.Account) error {
	return take(ctx, client, a.UserID, name{a.Email, fault.At("account", "email"), true}, name{a.LoginName, fault.At("account", "loginName"), true})
}

// take writes names down as the user's, beside those that they have.
func take(ctx context.Context, client *gen.Client, userID int64, names ...name) error {
	system := viewer.AsSystem(ctx, "names")
	own, err := client.Identity.Query().Where(identity.UserID(userID)).All(system)
	if err != nil {
		return err
	}
	had := map[string]*gen.Identity{}
	for _, i := range own {
		had[i.Key] = i
	}
	return write(ctx, client, userID, had, names...)
}

// write is take for a user whose names are known. Of two who take one at the same moment, the index lets one.
func write(ctx context.Context, client *gen.Client, userID int64, had map[string]*gen.Identity, names ...name) error {
	system := viewer.AsSystem(ctx, "names")
	for _, n := range names {
		var err error
		key := fold.Key(n.text)
		switch i := had[key]; {
		case i == nil:
			if had[key], err = client.Identity.Create().SetKey(key).SetUserID(userID).SetSignsIn(n.signsIn).Save(system); err == nil {
				_, err = Claim(ctx, client, userID, key)
			}
		case n.signsIn && !i.SignsIn:
			err = client.Identity.UpdateOne(i).SetSignsIn(true).Exec(system)
		}
		if gen.IsConstraintError(err) && sqlgraph.IsUniqueConstraintError(err) {
			return fault.Refusef(fault.CodeTaken, n.field, "%s is already in use.", n.text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
