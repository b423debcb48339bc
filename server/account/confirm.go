package account

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/signup"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/store"
	"github.com/portico-hub/portico/server/visit"
)

// ConfirmSignup does what a sign-up asked for: whoever is not recorded yet becomes a user without an account; of whoever
// is, nothing changes but that they receive email communication. The last change is the time when the form was sent. Of
// many who confirm at once one has an effect.
func (s *Service) ConfirmSignup(ctx context.Context, token string) error {
	if err := rule.RequirePerson(ctx); err != nil {
		return err
	}
	if err := s.signupIsOn(ctx); err != nil {
		return err
	}
	system := viewer.AsSystem(ctx, "sign-up form")
	l, err := s.Store.Ent(ctx).Link.Query().Where(link.TokenHash(secret.HashToken(token)), link.KindEQ(link.KindSIGNUP_CONFIRMATION)).Only(system)
	if gen.IsNotFound(err) {
		return deadSignup(dead(LinkUnknown))
	}
	if err != nil {
		return err
	}
	err = s.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
		if err := holdSiblings(ctx, tx, l); err != nil {
			return err
		}
		if err := s.useLink(ctx, tx, l); err != nil {
			return err
		}
		in, err := tx.Signup.Query().Where(signup.LinkID(l.ID)).Only(ctx)
		if gen.IsNotFound(err) {
			return dead(LinkExpired)
		}
		if err != nil {
			return err
		}
		if err := s.signedUp(ctx, tx, in); err != nil {
			return err
		}
		return forgetSiblings(ctx, tx, in)
	})
	return deadSignup(err)
}

// holdSiblings holds every link that was sent to the address of this one, always in the same order: of two that are used at once, each would
// wait for the other's.
func holdSiblings(ctx context.Context, tx *gen.Client, l *gen.Link) error {
	in, err := tx.Signup.Query().Where(signup.LinkID(l.ID)).Only(ctx)
	if gen.IsNotFound(err) {
		return nil // it was used
	}
	if err != nil {
		return err
	}
	_, err = tx.Link.Query().Where(link.HasSignupWith(signup.EmailKey(in.EmailKey)), lock.Update).Order(link.ByID()).IDs(ctx)
	return err
}

// signedUp makes the user, or turns the consent on of who is one. The person is who decided.
func (s *Service) signedUp(ctx context.Context, tx *gen.Client, in *gen.Signup) error {
	now := s.Store.Now(ctx)
	in.Proof["confirmed"], in.Proof["confirmedFrom"] = now.UTC().Format(time.RFC3339), visit.From(ctx).IP.String()
	decided := hook.Consent{Source: user.EmailSubscriptionSourceSIGNUP_FORM, Actor: in.FirstName + " " + in.LastName, At: in.CreatedAt, Proof: in.Proof}
	known, err := tx.Identity.Query().Where(identity.Key(in.EmailKey)).Only(ctx)
	if err == nil {
		_, err = setConsent(hook.WithConsent(ctx, decided), tx, known.UserID, true)
		return err
	}
	if !gen.IsNotFound(err) {
		return err
	}
	// Portico's own hand: what was typed was looked at when it was typed.
	err = s.create(hook.WithConsent(ctx, decided), tx, &newcomer{address: in.Email, CreateInput: CreateInput{Subscribed: true,
		Details: Details{FirstName: in.FirstName, LastName: in.LastName}}})
	if fault.Is(err, fault.CodeTaken) {
		return store.ErrAgain // somebody made them a moment ago
	}
	return err
}

// forgetSiblings takes out what was typed, and every other sign-up of the same address: one is enough.
func forgetSiblings(ctx context.Context, tx *gen.Client, in *gen.Signup) error {
	err := tx.Link.Update().Where(link.HasSignupWith(signup.EmailKey(in.EmailKey)), link.UsedAtIsNil(), link.ReplacedAtIsNil()).
		SetReplacedAt(hook.From(ctx).At).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = tx.Signup.Delete().Where(signup.EmailKey(in.EmailKey)).Exec(ctx)
	return err
}

// signupWords are why the link of a sign-up does not work, by code.
var signupWords = map[fault.Code]string{
	fault.LinkExpired:  "This link has expired. Links work for 24 hours. Fill in the form again to get a new one.",
	fault.LinkUsed:     "You have confirmed this already. There is nothing left to do.",
	fault.LinkReplaced: "You have confirmed this by another email already. There is nothing left to do.",
}

// deadSignup says in the words of a sign-up why a link does not work.
func deadSignup(err error) error {
	faults, _ := fault.All(err)
	for _, f := range faults {
		if words, known := signupWords[f.Code]; known {
			f.Message = words
		}
	}
	return err
}
