package account

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/secret"
)

// SetUpLink is the address at which the first administrator makes themselves one, or "" when there is an
// administrator. Each replica that starts hands out a link of its own; the first one used ends them all.
func (s *Service) SetUpLink(ctx context.Context) (string, error) {
	ctx = viewer.AsSystem(ctx, "set-up")
	has, err := s.hasAdmin(ctx, s.Store.Ent(ctx))
	if err != nil || has {
		return "", err
	}
	token, hash := secret.NewToken()
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now := s.Store.Now(ctx)
		return tx.Link.Create().SetKind(link.KindSETUP).SetTokenHash(hash).SetCreatedAt(now).SetExpiresAt(now.Add(setUpLife)).Exec(ctx)
	})
	return s.PublicURL + "/setup?token=" + token, err
}

// setUpLife is long: the link stands in the operator's log alone, and a restart makes a new one.
const setUpLife = 7 * 24 * 3600 * 1e9

// hasAdmin reports a Global Administrator, invited ones included.
func (s *Service) hasAdmin(ctx context.Context, client *gen.Client) (bool, error) {
	return client.User.Query().Where(user.HasRoleWith(role.BuiltIn(GlobalAdministrator)), user.HasAccount()).Exist(ctx)
}

// Administrator is who becomes a Global Administrator outside the application.
type Administrator struct {
	Email, FirstName, LastName string
	// Password makes the account ready; without one an invitation is queued.
	Password string
}

// SetUp makes the first administrator and signs them in. The token works once, and only while there is none.
func (s *Service) SetUp(ctx context.Context, token string, who Administrator) (step authn.Step, err error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return step, err
	}
	if err := checkPassword(who.Password, who.Email, who.FirstName, who.LastName); err != nil {
		return step, err
	}
	system := viewer.AsSystem(ctx, "set-up")
	l, err := s.Store.Ent(ctx).Link.Query().Where(link.TokenHash(secret.HashToken(token)), link.KindEQ(link.KindSETUP)).Only(system)
	if gen.IsNotFound(err) {
		return step, dead(LinkUnknown)
	}
	if err != nil {
		return step, err
	}
	u, err := s.administrator(system, who, func(ctx context.Context, tx *gen.Client) error {
		// One lock for all set-up links: the row of the role.
		if _, err := tx.Role.Query().Where(role.BuiltIn(GlobalAdministrator), lock.Update).Only(ctx); err != nil {
			return err
		}
		if has, err := s.hasAdmin(ctx, tx); err != nil || has {
			if has {
				return dead(LinkUsed)
			}
			return err
		}
		return s.useLink(ctx, tx, l)
	})
	if err != nil {
		return step, err
	}
	return s.Authn.Begin(ctx, u, nil)
}

// CreateAdministrator makes a Global Administrator from the command line.
func (s *Service) CreateAdministrator(ctx context.Context, who Administrator) (*gen.User, error) {
	if who.Password != "" {
		if err := checkPassword(who.Password, who.Email, who.FirstName, who.LastName); err != nil {
			return nil, err
		}
	}
	return s.administrator(viewer.AsSystem(ctx, "command line"), who, func(context.Context, *gen.Client) error { return nil })
}

func (s *Service) administrator(ctx context.Context, who Administrator, first func(context.Context, *gen.Client) error) (*gen.User, error) {
	in := CreateInput{Email: who.Email, Details: Details{FirstName: who.FirstName, LastName: who.LastName},
		Belonging: Belonging{IsGlobalAdmin: ptr(true)}, Account: &NewAccount{Notify: account.NotifyIMMEDIATELY}}
	hash := ""
	if who.Password != "" {
		in.Account.Notify = account.NotifyNEVER
		var err error
		if hash, err = s.Passwords.Hash(ctx, who.Password); err != nil {
			return nil, err
		}
	}
	var made *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := first(ctx, tx); err != nil {
			return err
		}
		u, err := s.Create(ctx, in)
		if err != nil {
			return err
		}
		made, err = find(ctx, tx, u.ID, nil)
		if err != nil || hash == "" {
			return err
		}
		return s.keepPassword(ctx, tx, made, newPassword{hash: hash})
	})
	return made, err
}

func ptr[T any](v T) *T { return &v }
