package account

import (
	"context"
	"errors"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/credential"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/secret"
)

// LinkState is what a link is still good for.
type LinkState string

// The states of a link. A link that was used or replaced stays so after its time.
const (
	LinkValid    LinkState = "VALID"
	LinkExpired  LinkState = "EXPIRED"
	LinkUsed     LinkState = "USED"
	LinkReplaced LinkState = "REPLACED"
	LinkUnknown  LinkState = "UNKNOWN"
)

// stateOf is a link's state at a moment: it works until, and not at, the end of its 24 hours.
func stateOf(l *gen.Link, now time.Time) LinkState {
	switch {
	case l == nil:
		return LinkUnknown
	case l.UsedAt != nil:
		return LinkUsed
	case l.ReplacedAt != nil:
		return LinkReplaced
	case !now.Before(l.ExpiresAt):
		return LinkExpired
	default:
		return LinkValid
	}
}

// LinkIn finds links that are in one of some states at a moment.
func LinkIn(states []LinkState, now time.Time) predicate.Link {
	open := link.And(link.UsedAtIsNil(), link.ReplacedAtIsNil())
	var any []predicate.Link
	for _, state := range states {
		switch state {
		case LinkUsed:
			any = append(any, link.UsedAtNotNil())
		case LinkReplaced:
			any = append(any, link.And(link.UsedAtIsNil(), link.ReplacedAtNotNil()))
		case LinkExpired:
			any = append(any, link.And(open, link.ExpiresAtLTE(now)))
		case LinkValid:
			any = append(any, link.And(open, link.ExpiresAtGT(now)))
		}
	}
	if len(any) == 0 {
		return func(s *sql.Selector) { s.Where(sql.False()) }
	}
	return link.Or(any...)
}

// StateOf is the state of a message's link now.
func (s *Service) StateOf(l *gen.Link) LinkState { return stateOf(l, s.Store.Clock().Now()) }

// Link looks at a link without changing anything. It is nil for one that nobody made.
func (s *Service) Link(ctx context.Context, token string) (*gen.Link, LinkState, error) {
	l, err := s.Store.Ent(ctx).Link.Query().Where(link.TokenHash(secret.HashToken(token)), link.KindNEQ(link.KindSETUP)).
		Only(viewer.AsSystem(ctx, "link"))
	if gen.IsNotFound(err) {
		return nil, LinkUnknown, nil
	}
	if err != nil {
		return nil, "", err
	}
	return l, s.StateOf(l), nil
}

// dead says why a link does not work.
func dead(state LinkState) error {
	switch state {
	case LinkExpired:
		return fault.Refuse(fault.LinkExpired, nil, "This link has expired. Links work for 24 hours.")
	case LinkUsed:
		return fault.Refuse(fault.LinkUsed, nil, "This link was used already. Sign in with the password that you chose.")
	case LinkReplaced:
		return fault.Refuse(fault.LinkReplaced, nil, "This link does not work any more: a newer one replaced it, or access was taken away. Use the link in the newest email, or ask your administrator.")
	default:
		return fault.Refuse(fault.LinkUnknown, nil, "This link is not one of ours. Copy the whole address from the email.")
	}
}

// SetPassword uses a link: the password is set, every session and every other link of the user ends, and whoever
// sent the form is signed in, after the second factor if there is one.
func (s *Service) SetPassword(ctx context.Context, token, password string) (step authn.Step, err error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return step, err
	}
	l, u, err := s.holder(ctx, token)
	if err != nil {
		return step, err
	}
	if err := checkPassword(password, u.Email, u.Edges.Account.LoginName, u.FirstName, u.LastName); err != nil {
		return step, err
	}
	hash, err := s.Passwords.Hash(ctx, password)
	if err != nil {
		return step, err
	}
	use := func(ctx context.Context, tx *gen.Client) error {
		a, err := hold(ctx, tx, u.ID)
		switch {
		case err != nil:
			return err
		case a == nil:
			return dead(LinkUnknown)
		case takenBack(a):
			return dead(LinkReplaced)
		}
		u.Edges.Account = a
		if err := s.useLink(ctx, tx, l); err != nil {
			return err
		}
		if err := s.Authn.ReadsMail(ctx, tx, u.ID); err != nil {
			return err
		}
		gone := 0
		if err := s.keepPassword(ctx, tx, u, newPassword{hash: hash, gone: &gone}); err != nil || u.Edges.Account.ActivatedAt == nil {
			return err
		}
		changed := notify.Event{What: notify.PasswordChanged}
		if gone > 0 {
			changed.What = notify.PasskeysTaken
		}
		return s.Notify.Alert(ctx, u, changed)
	}
	if u.Edges.Role != nil {
		return s.Authn.Begin(ctx, u, use)
	}
	if err := s.Store.InTx(themselves(ctx, u), use); err != nil {
		return step, err
	}
	return step, fault.Refuse(fault.BadCredentials, nil, "Your password is saved. You have no role yet, so you cannot sign in: ask your administrator.")
}

// holder is a link that works, and whose it is.
func (s *Service) holder(ctx context.Context, token string) (*gen.Link, *gen.User, error) {
	l, state, err := s.Link(ctx, token)
	if err != nil {
		return nil, nil, err
	}
	if l == nil || l.UserID == nil { // a sign-up's opens no account
		return nil, nil, dead(LinkUnknown)
	}
	if state != LinkValid {
		return nil, nil, dead(state)
	}
	system := viewer.AsSystem(ctx, "link")
	u, err := s.Store.Ent(ctx).User.Query().Where(user.ID(*l.UserID)).WithAccount().WithRole().Only(system)
	if gen.IsNotFound(err) || (err == nil && (u.Edges.Account == nil || u.Edges.Account.ClosedAt != nil || u.Status != user.StatusACTIVE)) {
		return nil, nil, dead(LinkUnknown)
	}
	if err == nil && takenBack(u.Edges.Account) {
		return nil, nil, dead(LinkReplaced)
	}
	return l, u, err
}

// takenBack reports an account whose invitation opens nothing any more.
func takenBack(a *gen.Account) bool { return a.RevokedAt != nil && a.ActivatedAt == nil }

// useLink uses a link up. Of many who try at once, one succeeds.
func (s *Service) useLink(ctx context.Context, tx *gen.Client, l *gen.Link) error {
	now := s.Store.Now(ctx)
	n, err := tx.Link.Update().
		Where(link.ID(l.ID), link.UsedAtIsNil(), link.ReplacedAtIsNil(), link.ExpiresAtGT(now)).
		SetUsedAt(now).Save(ctx)
	if err != nil {
		return err
	}
	if n == 1 {
		return nil
	}
	now2, err := tx.Link.Get(ctx, l.ID)
	if err != nil {
		return err
	}
	return dead(stateOf(now2, now))
}

// newPassword is what keepPassword stores.
type newPassword struct {
	hash string
	// until is when a temporary one dies; nil for one's own.
	until *time.Time
	// instead is the credential that was proved by knowing its password. If another came in between, that proof is
	// worth nothing any more. nil where something else was the proof.
	instead *gen.Credential
	// gone, if set, says that this is a reset: ways in beside the password are taken away, and it is told how many.
	gone *int
}

// keepPassword stores the hash of a user's password and ends everything that an older one opened. The caller holds the user.
func (s *Service) keepPassword(ctx context.Context, tx *gen.Client, u *gen.User, p newPassword) error {
	had, err := tx.Credential.Query().Where(credential.UserID(u.ID), lock.Update).Only(ctx)
	switch {
	case gen.IsNotFound(err):
		err = tx.Credential.Create().SetUserID(u.ID).SetPasswordHash(p.hash).SetNillableExpiresAt(p.until).Exec(ctx)
	case err == nil && p.instead != nil && p.instead.Version != had.Version:
		err = fault.Refuse(fault.BadCredentials, fault.At("currentPassword"), "Your password was changed meanwhile. Sign in with the new one.")
	case err == nil:
		update := tx.Credential.UpdateOne(had).SetPasswordHash(p.hash)
		if p.until != nil {
			update.SetExpiresAt(*p.until)
		} else {
			update.ClearExpiresAt()
		}
		err = update.Exec(ctx)
	}
	if err != nil {
		return err
	}
	update := tx.Account.UpdateOne(u.Edges.Account).ClearLinkExpiresAt().SetTemporary(p.until != nil)
	if u.Edges.Account.ActivatedAt == nil {
		update.SetActivatedAt(s.Store.Now(ctx))
	}
	if err := update.Exec(ctx); err != nil {
		return err
	}
	if p.gone != nil {
		if *p.gone, err = s.Authn.ForgetWaysIn(ctx, tx, u.ID); err != nil {
			return err
		}
	}
	if err := s.Notify.ReplaceLinks(ctx, u.ID); err != nil {
		return err
	}
	if err := s.Authn.Forgive(ctx, tx, u.ID); err != nil {
		return err
	}
	return s.Authn.EndAll(ctx, u.ID)
}

// checkPassword says in words what is wrong with a password, if anything.
func checkPassword(password string, personal ...string) error {
	at := fault.At("password")
	switch err := secret.CheckPassword(password, personal...); {
	case err == nil:
		return nil
	case errors.Is(err, secret.ErrTooShort):
		return fault.Refuse(fault.PasswordTooShort, at, "Use at least 8 characters.").With("min", secret.MinPassword)
	case errors.Is(err, secret.ErrTooLong):
		return fault.Refuse(fault.Invalid, at, "Use at most 128 characters.").With("max", secret.MaxPassword)
	case errors.Is(err, secret.ErrEdgeSpace):
		return fault.Refuse(fault.EdgeSpace, at, "Remove the space at the beginning or the end.")
	case errors.Is(err, secret.ErrTooCommon):
		return fault.Refuse(fault.PasswordTooCommon, at, "Too many people use this password, or it is made of your own name. Choose another one.")
	default:
		return err
	}
}
