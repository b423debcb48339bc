package graph

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/authn"
)

// stranger is the viewer of whoever has not signed in: no user, no permissions, nobody in reach.
var stranger = &viewer.Viewer{Reach: viewer.ManagedGroups}

// signedIn is how every way of signing in ends: done, or with something left to do first.
func (r *Resolver) signedIn(ctx context.Context, is authn.Step, err error) (*gen.SignInPayload, error) {
	p := &gen.SignInPayload{}
	if err := settle(err, &p.UserErrors); err != nil || len(p.UserErrors) > 0 {
		return p, err
	}
	step := gen.SignInStep(is.Stage)
	p.Viewer, p.NextStep = viewer.From(ctx), &step
	if is.Provider != "" {
		p.FactorProvider = &is.Provider
	}
	return p, nil
}

// secured is how every mutation ends that changes how a user signs in.
func (r *Resolver) secured(ctx context.Context, id string, do func(ctx context.Context, id int64) (*ent.User, error)) (*gen.UserPayload, error) {
	p := &gen.UserPayload{}
	k, err := key(ent.TypeUser, id, "user")
	if err == nil {
		saved, failed := do(ctx, k)
		p.User, err = r.fresh(ctx, saved, failed)
	}
	return p, settle(err, &p.UserErrors)
}

// challenged is how every ceremony with a passkey begins.
func challenged(options map[string]any, err error) (*gen.PasskeyChallengePayload, error) {
	p := &gen.PasskeyChallengePayload{Options: options}
	return p, settle(err, &p.UserErrors)
}

// confirmed is how the making of recovery codes ends.
func (r *Resolver) confirmed(ctx context.Context, is authn.Step, shown []string, err error) (*gen.ConfirmTOTPPayload, error) {
	p := &gen.ConfirmTOTPPayload{}
	if err := settle(err, &p.UserErrors); err != nil || len(p.UserErrors) > 0 {
		return p, err
	}
	step := gen.SignInStep(is.Stage)
	p.Viewer, p.RecoveryCodes, p.NextStep = viewer.From(ctx), shown, &step
	return p, nil
}

func (r *Resolver) sendLink(ctx context.Context, input gen.UserIDInput, override []gen.WarningCode) (*gen.MessagePayload, error) {
	p := &gen.MessagePayload{}
	id, err := key(ent.TypeUser, input.UserID, "user")
	if err == nil {
		made, failed := r.Accounts.SendLink(ctx, id, input.Version, codes(override))
		p.Message, err = r.freshMessage(ctx, made, failed)
	}
	return p, settle(err, &p.UserErrors, &p.Warnings)
}

func (r *Resolver) openAccount(ctx context.Context, input gen.CreateAccountInput) (*ent.User, error) {
	id, err := key(ent.TypeUser, input.UserID, "user")
	if err != nil {
		return nil, err
	}
	role, err := keyOf(ent.TypeRole, input.RoleID, "roleId")
	if err != nil {
		return nil, err
	}
	return r.Accounts.Open(ctx, id, *newAccount(input.Account), role, codes(input.OverrideWarnings))
}

func newAccount(in *gen.NewAccountInput) *account.NewAccount {
	if in == nil {
		return nil
	}
	return &account.NewAccount{Email: in.Email, LoginName: in.LoginName, Notify: in.Notify, Factor: value(in.FactorProvider)}
}
