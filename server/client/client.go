// Package client keeps the API clients: making, changing, rotating and revoking them, and the features that can be
// switched off. Recognising a token is authn's; what a client may do is decided by the rules like for anybody.
package client

import (
	"context"
	"slices"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/apiclient"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/store"
)

// maxClients bounds the API clients that are in force.
const maxClients = 200

// RotationTime is how long the token before a rotation still works.
const RotationTime = 24 * time.Hour

// shown is how many characters of a token are kept to recognise it by; the rest is more than 200 random bits.
const shown = len(authn.TokenMark) + 6

// Service keeps the API clients.
type Service struct{ Store *store.Store }

// Input is what is said of an API client. What is nil stays as it is; a new client needs a name, scopes and a reach.
type Input struct {
	Name       *string
	Scopes     []viewer.Permission
	Reach      *viewer.Reach
	CompanyIDs []int64
	GroupIDs   []int64
	// Origins are scheme://host[:port].
	Origins []string
	// ExpiresAt counts if Expires is set; nil then means never.
	Expires   bool
	ExpiresAt *time.Time
}

// All are the API clients within the viewer's reach, the newest first, those that were revoked among them.
func (s *Service) All(ctx context.Context) ([]*gen.APIClient, error) {
	if err := rule.Require(ctx, viewer.APIClientsWrite); err != nil {
		return nil, err
	}
	return s.Store.Ent(ctx).APIClient.Query().Order(gen.Desc(apiclient.FieldID)).All(ctx)
}

// Create makes an API client and its token, which is known only now.
func (s *Service) Create(ctx context.Context, in Input) (made *gen.APIClient, token string, err error) {
	if err := s.may(ctx); err != nil {
		return nil, "", err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		c := &gen.APIClient{}
		if err := in.settle(ctx, tx, c, s.Store.Now(ctx)); err != nil {
			return err
		}
		n, err := tx.APIClient.Query().Where(apiclient.RevokedAtIsNil()).Count(viewer.AsSystem(ctx, "counting API clients"))
		if err != nil {
			return err
		}
		if n >= maxClients {
			return fault.Refusef(fault.Invalid, nil, "There are %d API clients. Revoke one first.", maxClients)
		}
		grants, err := grantable(ctx, tx)
		if err != nil {
			return err
		}
		var hash []byte
		token, hash = newToken()
		made, err = tx.APIClient.Create().SetName(c.Name).SetScopes(c.Scopes).SetReach(c.Reach).SetCompanyIds(c.CompanyIds).SetGroupIds(c.GroupIds).
			SetGrants(grants).SetAllowedOrigins(c.AllowedOrigins).SetNillableExpiresAt(c.ExpiresAt).SetTokenHash(hash).SetTokenPrefix(token[:shown]).Save(ctx)
		return err
	})
	return made, token, err
}

// may refuses before anything else is looked at.
func (s *Service) may(ctx context.Context) error {
	if err := rule.Require(ctx, viewer.APIClientsWrite); err != nil {
		return err
	}
	return rule.RequireFeature(ctx, viewer.FeatureAPIClients)
}

// grantable is the Member role, if whoever makes the client may give it: new users get it.
func grantable(ctx context.Context, tx *gen.Client) ([]int64, error) {
	member, err := tx.Role.Query().Where(role.BuiltIn(viewer.Member)).OnlyID(viewer.AsSystem(ctx, "API client"))
	if v := viewer.From(ctx); err != nil || !v.IsSystem() && !slices.Contains(v.Grants, member) {
		return []int64{}, err
	}
	return []int64{member}, nil
}

func newToken() (string, []byte) {
	random, _ := secret.NewToken()
	token := authn.TokenMark + random
	return token, secret.HashToken(token)
}

// Update changes an API client of the version that was read; its token stays.
func (s *Service) Update(ctx context.Context, id int64, version int, in Input) (saved *gen.APIClient, err error) {
	if err := s.may(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		c, err := find(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case c.Version != version:
			return fault.Conflict("API client", version, c.Version)
		case c.RevokedAt != nil:
			return revoked()
		}
		next := *c
		if err := in.settle(ctx, tx, &next, s.Store.Now(ctx)); err != nil {
			return err
		}
		change := tx.APIClient.UpdateOne(c).SetName(next.Name).SetScopes(next.Scopes).SetReach(next.Reach).SetCompanyIds(next.CompanyIds).
			SetGroupIds(next.GroupIds).SetAllowedOrigins(next.AllowedOrigins)
		if change.SetNillableExpiresAt(next.ExpiresAt); next.ExpiresAt == nil {
			change.ClearExpiresAt()
		}
		saved, err = change.Save(ctx)
		return err
	})
	return saved, err
}

// Rotate gives an API client a new token, which works at once. The old one works for RotationTime more; the one before
// that is dead.
func (s *Service) Rotate(ctx context.Context, id int64) (saved *gen.APIClient, token string, err error) {
	if err := s.may(ctx); err != nil {
		return nil, "", err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		c, err := find(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case c.RevokedAt != nil:
			return revoked()
		}
		var hash []byte
		token, hash = newToken()
		saved, err = tx.APIClient.UpdateOne(c).SetPreviousHash(c.TokenHash).SetPreviousUntil(s.Store.Now(ctx).Add(RotationTime)).
			SetTokenHash(hash).SetTokenPrefix(token[:shown]).Save(ctx)
		return err
	})
	return saved, token, err
}

// Revoke ends an API client for good: every token of it is refused from the next request on.
func (s *Service) Revoke(ctx context.Context, id int64) (saved *gen.APIClient, err error) {
	if err := s.may(ctx); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		saved, err = find(ctx, tx, id)
		if err != nil || saved.RevokedAt != nil {
			return err
		}
		saved, err = tx.APIClient.UpdateOne(saved).SetRevokedAt(s.Store.Now(ctx)).Save(ctx)
		return err
	})
	return saved, err
}

func revoked() error {
	return fault.Refuse(fault.Invalid, nil, "This API client is revoked. Make a new one.")
}

func find(ctx context.Context, tx *gen.Client, id int64) (*gen.APIClient, error) {
	c, err := tx.APIClient.Get(ctx, id)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("API client")
	}
	return c, err
}

// AllowsOrigin reports a site that may use the token of some API client in force. A browser asks before it knows which.
func (s *Service) AllowsOrigin(ctx context.Context, origin string) bool {
	open, err := s.Store.Ent(ctx).APIClient.Query().
		Where(apiclient.RevokedAtIsNil(), apiclient.Or(apiclient.ExpiresAtIsNil(), apiclient.ExpiresAtGT(s.Store.Clock().Now()))).
		Select(apiclient.FieldAllowedOrigins).All(viewer.AsSystem(ctx, "origins"))
	return err == nil && slices.ContainsFunc(open, func(c *gen.APIClient) bool { return slices.Contains(c.AllowedOrigins, origin) })
}
