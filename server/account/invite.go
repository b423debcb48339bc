package account

import (
	"context"
	"strconv"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/throttle"
)

// Open gives a user who is recorded already an account, and a role if they have none. override are the codes of the
// warnings that the actor was shown.
func (s *Service) Open(ctx context.Context, userID int64, in NewAccount, roleID *int64, override []fault.Code) (*gen.User, error) {
	if err := rule.Require(ctx, viewer.AccountsManage); err != nil {
		return nil, err
	}
	var opened *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		u, err := find(ctx, tx, userID, nil)
		if err != nil {
			return err
		}
		if u.Edges.Account != nil {
			return fault.Refusef(fault.AccountExists, nil, "%s %s has an account already.", u.FirstName, u.LastName)
		}
		opened, err = s.openFor(ctx, tx, u, in, roleID, override)
		return err
	})
	return opened, err
}

func (s *Service) openFor(ctx context.Context, tx *gen.Client, u *gen.User, in NewAccount, roleID *int64, override []fault.Code) (*gen.User, error) {
	// Whoever opens an account says where its first link goes, and could sign in with it.
	if may, err := rule.ManagesAccountOf(ctx, tx, u); err != nil {
		return nil, err
	} else if !may {
		return nil, fault.Refuse(fault.RoleNotGrantable, nil, "You may not open the account of somebody whose role you may not give.")
	}
	acct, err := in.resolve(u.Email, fault.At("account"))
	if err != nil {
		return nil, err
	}
	names := &claims{}
	names.addAccount(acct, fault.At("account"))
	if err := names.check(ctx, tx, u.ID); err != nil {
		return nil, err
	}
	if u.Edges.Memberships, err = tx.User.QueryMemberships(u).WithGroup().All(ctx); err != nil {
		return nil, err
	}
	place, err := newPlaces(tx).resolve(ctx, UpdateInput{RoleID: roleID}.belonging(u), u.Edges.Role)
	if err != nil {
		return nil, err
	}
	opened, err := tx.User.UpdateOne(u).SetRoleID(place.role.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.open(ctx, tx, u, acct); err != nil {
		return nil, err
	}
	d := Draft{UserID: u.ID, Email: acct.Email, EmailField: fault.At("account", "email"), RoleID: opened.RoleID}
	return opened, heed(ctx, tx, d, override)
}

// SendLink sends the owner of an account a fresh link: an invitation before a password exists, a reset afterwards.
// The version is checked if given; override are the codes of the warnings that the actor was shown. Those who manage accounts
// may, and whoever manages a group for its users (decision 7).
func (s *Service) SendLink(ctx context.Context, userID int64, version *int, override []fault.Code) (*gen.Message, error) {
	return s.sendLink(ctx, userID, version, override, false)
}

// SendInvitation is SendLink for whoever has no password yet: nobody is sent a reset.
func (s *Service) SendInvitation(ctx context.Context, userID int64, version *int, override []fault.Code) (*gen.Message, error) {
	return s.sendLink(ctx, userID, version, override, true)
}

func (s *Service) sendLink(ctx context.Context, userID int64, version *int, override []fault.Code, invites bool) (*gen.Message, error) {
	if err := rule.RequireOrManaging(ctx, viewer.AccountsManage); err != nil {
		return nil, err
	}
	var sent *gen.Message
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		u, err := findHeld(ctx, tx, userID, version)
		if err != nil {
			return err
		}
		managed, err := rule.ManagesMember(ctx, tx, u)
		if err != nil {
			return err
		}
		as := ctx
		if managed {
			as = viewer.Elevated(ctx, *viewer.From(ctx))
		} else if err := rule.Require(ctx, viewer.AccountsManage); err != nil {
			return err
		}
		kind, err := mailable(ctx, u)
		if err != nil {
			return err
		}
		if invites && kind != link.KindINVITATION {
			return fault.Refusef(fault.Invalid, nil, "%s %s has a password by now, so no invitation was sent.", u.FirstName, u.LastName)
		}
		if sent, err = s.Notify.Link(as, u, u.Edges.Account, kind); err != nil {
			return err
		}
		return heed(ctx, tx, Draft{UserID: u.ID, Email: u.Edges.Account.Email}, override)
	})
	return sent, err
}

// mailable is the kind of link that brings a user to a password; it refuses whoever has no account that could use one. Whoever was
// not invited yet gets nothing by asking for it themselves (decision 2), unless they had a password before they were superseded, and what an administrator took back, nobody but an
// administrator sends again.
func mailable(ctx context.Context, u *gen.User) (link.Kind, error) {
	a := u.Edges.Account
	byThemselves := viewer.From(ctx).IsSystem()
	switch {
	case a == nil, a.ClosedAt != nil:
		return "", fault.Refusef(fault.NoAccount, nil, "%s %s has no account. Create one first.", u.FirstName, u.LastName)
	case u.Status != user.StatusACTIVE:
		return "", inactive(u)
	case a.ActivatedAt != nil:
		return link.KindPASSWORD_RESET, nil
	case a.RevokedAt != nil && byThemselves:
		return "", fault.Refusef(fault.Invalid, nil, "The invitation of %s %s was taken back.", u.FirstName, u.LastName)
	case a.NotifiedAt == nil && byThemselves:
		// Under an address before this one they were let in already.
		if were, err := u.QuerySupersedes().QueryAccount().Where(account.ActivatedAtNotNil()).Exist(viewer.ShowDeleted(ctx)); err != nil || were {
			return link.KindINVITATION, err
		}
		return "", fault.Refusef(fault.Invalid, nil, "%s %s was not invited yet.", u.FirstName, u.LastName)
	default:
		return link.KindINVITATION, nil
	}
}

// find reads a user with account and role, at the version that the caller read, if given.
func find(ctx context.Context, tx *gen.Client, userID int64, version *int) (*gen.User, error) {
	u, err := tx.User.Query().Where(user.ID(userID)).WithAccount().WithRole().Only(ctx)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("user")
	}
	if err != nil {
		return nil, err
	}
	if version == nil {
		return u, nil
	}
	return u, unchanged(ctx, tx, u, *version)
}

// hold locks a user and their account, if there is one, before either is read, and returns the account: of those who send a link, take
// one back, use one or look after a sign-in at once, each decides on what the one before left. Users are held first of all that is
// theirs, so that nobody waits in a circle.
func hold(ctx context.Context, tx *gen.Client, userID int64) (*gen.Account, error) {
	system := viewer.AsSystem(ctx, "holding an account")
	if err := lock.Users(ctx, tx, userID); err != nil {
		return nil, err
	}
	a, err := tx.Account.Query().Where(account.UserID(userID), lock.Update).Only(system)
	if gen.IsNotFound(err) {
		return nil, nil
	}
	return a, err
}

// findHeld is find for a user who is held.
func findHeld(ctx context.Context, tx *gen.Client, userID int64, version *int) (*gen.User, error) {
	if _, err := hold(ctx, tx, userID); err != nil {
		return nil, err
	}
	return find(ctx, tx, userID, version)
}

type requestedReset struct {
	// UserID is 0 where the name is not known: the same row is written, so that the answer takes as long.
	UserID int64 `json:"user_id"`
}

// Kind of the job.
func (requestedReset) Kind() string { return "account.send_requested_reset" }

// RequestReset mails a link to the owner of a login name or account email, if there is one. It does the same work
// whether or not there is, and the caller learns nothing.
func (s *Service) RequestReset(ctx context.Context, login string) error {
	if err := rule.RequirePerson(ctx); err != nil {
		return err
	}
	if err := s.Authn.CountNetwork(ctx); err != nil {
		return err
	}
	system := viewer.AsSystem(ctx, "sign-in page")
	owner, err := s.Store.Ent(ctx).Identity.Query().Where(identity.Key(fold.Key(login)), identity.SignsIn(true)).Only(system)
	if err != nil && !gen.IsNotFound(err) {
		return err
	}
	var args requestedReset
	if owner != nil {
		args.UserID = owner.UserID
	}
	return s.enqueueReset(system, args)
}

// Renew mails a fresh link to the owner of one that does not work any more.
func (s *Service) Renew(ctx context.Context, token string) error {
	if err := rule.RequirePerson(ctx); err != nil {
		return err
	}
	if err := s.Authn.CountNetwork(ctx); err != nil {
		return err
	}
	system := viewer.AsSystem(ctx, "expired link")
	l, err := s.Store.Ent(ctx).Link.Query().Where(link.TokenHash(secret.HashToken(token))).Only(system)
	if err != nil && !gen.IsNotFound(err) {
		return err
	}
	var args requestedReset
	if l != nil && l.UserID != nil && stateOf(l, s.Store.Now(ctx)) != LinkValid {
		args.UserID = *l.UserID
	}
	return s.enqueueReset(system, args)
}

func (s *Service) enqueueReset(ctx context.Context, args requestedReset) error {
	return s.Store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error { return s.Queue.Enqueue(ctx, args) })
}

// requestedLinks holds a mailbox from being flooded: each link also kills the one before.
var requestedLinks = throttle.Limit{Purpose: "requested links", Most: 5, Within: time.Hour}

func (s *Service) sendRequestedReset(ctx context.Context, args requestedReset) error {
	if args.UserID == 0 {
		return nil
	}
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := requestedLinks.Take(ctx, tx, strconv.FormatInt(args.UserID, 10)); err != nil {
			return err
		}
		_, err := s.SendLink(ctx, args.UserID, nil, nil)
		return err
	})
	if _, foreseen := fault.All(err); foreseen {
		return nil // asked for too often, inactive, closed, not invited, taken back or gone: nothing is sent, and nobody is told
	}
	return err
}
