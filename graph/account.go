package graph

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
)

// stranger is the viewer of whoever has not signed in: no user, no permissions, nobody in reach.
var stranger = &viewer.Viewer{Reach: viewer.ManagedGroups}

// signedIn is how every way of signing in ends.
func (r *Resolver) signedIn(ctx context.Context, err error) (*gen.SignInPayload, error) {
	return r.signedInTo(ctx, session.StageDONE, err)
}

// signedInTo is signedIn where something may be left to do first.
func (r *Resolver) signedInTo(ctx context.Context, stage session.Stage, err error) (*gen.SignInPayload, error) {
	p := &gen.SignInPayload{}
	if err := settle(err, &p.UserErrors); err != nil || len(p.UserErrors) > 0 {
		return p, err
	}
	step := gen.SignInStep(stage)
	p.Viewer, p.NextStep = viewer.From(ctx), &step
	return p, nil
}

func (r *Resolver) sendLink(ctx context.Context, input gen.UserIDInput) (*gen.MessagePayload, error) {
	p := &gen.MessagePayload{}
	id, err := key(ent.TypeUser, input.UserID, "user")
	if err == nil {
		made, failed := r.Accounts.SendLink(ctx, id, input.Version)
		p.Message, err = r.freshMessage(ctx, made, failed)
	}
	return p, settle(err, &p.UserErrors)
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
	return &account.NewAccount{Email: in.Email, LoginName: in.LoginName, Notify: in.Notify}
}
