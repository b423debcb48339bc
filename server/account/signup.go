package account

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/signup"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/throttle"
	"github.com/portico-hub/portico/server/visit"
)

// What one network, and one email address, may ask for (CONTRACT.md: five an hour per address).
var (
	signupsFrom = throttle.Limit{Purpose: "sign-up from", Most: 5, Within: time.Hour}
	signupsOf   = throttle.Limit{Purpose: "sign-up of", Most: 5, Within: time.Hour}
)

// maxWording bounds what a form says of its consent, in characters, and maxForm where it stands.
const (
	maxWording = 1000
	maxForm    = 300
)

// Signup is what the public sign-up form brings.
type Signup struct {
	Email, FirstName, LastName string
	// Wording is what the person was told beside the form, and Form the site that it stands on. Nothing vouches for either:
	// they are kept as they came.
	Wording, Form string
	// Trap is a field that people do not see. Whoever fills it in is a program, is answered like anybody, and is forgotten.
	Trap string
}

// SignUp mails whoever signs up a link to confirm it. Nothing changes and no user appears before that. It looks for nobody:
// it is the same work, and the same answer, whoever is known.
func (s *Service) SignUp(ctx context.Context, in Signup) error {
	if err := s.signupIsOn(ctx); err != nil {
		return err
	}
	address, err := in.clean()
	if err != nil {
		return err
	}
	from := visit.From(ctx).IP
	system := viewer.AsSystem(ctx, "sign-up form")
	return s.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
		if err := signupsFrom.Take(ctx, tx, throttle.Network(from)); err != nil {
			return err
		}
		if err := signupsOf.Take(ctx, tx, fold.Key(address)); err != nil || in.Trap != "" {
			return err
		}
		now := s.Store.Now(ctx)
		l, err := s.Notify.ConfirmSignup(ctx, address, in.FirstName)
		if err != nil {
			return err
		}
		proof := map[string]any{"time": now.UTC().Format(time.RFC3339), "address": from.String(), "form": in.Form, "wording": in.Wording}
		err = tx.Signup.Create().SetLinkID(l.ID).SetEmail(address).SetEmailKey(fold.Key(address)).SetFirstName(in.FirstName).SetLastName(in.LastName).
			SetProof(proof).SetCreatedAt(now).SetExpiresAt(l.ExpiresAt).Exec(ctx)
		if err != nil {
			return err
		}
		_, err = s.forgetSignups(ctx, now)
		return err
	})
}

// signupIsOn refuses with the reason while the form is switched off, whoever asks: a stranger knows of no features.
func (s *Service) signupIsOn(ctx context.Context) error {
	off, err := s.Authn.Off(ctx)
	if reason, is := off[viewer.FeatureSignupForm]; err == nil && is {
		return fault.SwitchedOff(reason)
	}
	return err
}

// clean tidies what was typed and refuses what is wrong, all of it at once.
func (in *Signup) clean() (address string, err error) {
	var faults fault.List
	address, err = email(in.Email, fault.At("email"))
	faults.Add(err)
	d := Details{FirstName: in.FirstName, LastName: in.LastName}
	faults.Add(d.clean())
	in.FirstName, in.LastName = d.FirstName, d.LastName
	in.Wording, in.Form = cut(fold.Clean(in.Wording), maxWording), cut(fold.Line(in.Form), maxForm)
	return address, faults.Err()
}

// cut is the beginning of a text, in characters.
func cut(text string, most int) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), most)])
}

// forgetSignups takes out some of those whose link has expired: who did not confirm is nobody's business.
func (s *Service) forgetSignups(ctx context.Context, now time.Time) (more bool, err error) {
	return s.Store.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.Signup.Query().Where(signup.ExpiresAtLTE(now)).Order(signup.ByExpiresAt()).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		return tx.Signup.Delete().Where(signup.IDIn(ids...)).Exec(ctx)
	})
}

// Redirect is the address that a form may lead back to, one on a listed site. "" is none.
func (s *Service) Redirect(ctx context.Context, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	to, ok, err := s.Settings.Redirect(ctx, typed)
	if err == nil && !ok {
		err = fault.Refuse(fault.Invalid, fault.At("redirect"), "The redirect must lead to a site that is listed in Settings.")
	}
	return to, err
}
