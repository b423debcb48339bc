package authn

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/apiclient"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/visit"
)

// TokenMark begins every token of an API client, so that one found in the wrong place is recognised.
const TokenMark = "ptc_"

// bearing is what every request with a token reads anew: the API client, and what is switched off.
type bearing struct {
	ID             int64           `sql:"id"`
	Name           string          `sql:"name"`
	Scopes         []byte          `sql:"scopes"`
	Reach          apiclient.Reach `sql:"reach"`
	CompanyIDs     []byte          `sql:"company_ids"`
	GroupIDs       []byte          `sql:"group_ids"`
	Grants         []byte          `sql:"grants"`
	AllowedOrigins []byte          `sql:"allowed_origins"`
	ExpiresAt      *time.Time      `sql:"expires_at"`
	LastUsedAt     *time.Time      `sql:"last_used_at"`
	RevokedAt      *time.Time      `sql:"revoked_at"`
	TokenHash      []byte          `sql:"token_hash"`
	PreviousUntil  *time.Time      `sql:"previous_until"`
	Feature        *string         `sql:"feature"`
	Reason         *string         `sql:"reason"`
}

func besideClient(s *sql.Selector) {
	s.Select(append(besideFeatures(s), s.C(apiclient.FieldID), sql.As(s.C(apiclient.FieldName), "name"), s.C(apiclient.FieldScopes),
		s.C(apiclient.FieldReach), s.C(apiclient.FieldCompanyIds), s.C(apiclient.FieldGroupIds), s.C(apiclient.FieldGrants),
		s.C(apiclient.FieldAllowedOrigins), s.C(apiclient.FieldExpiresAt), s.C(apiclient.FieldLastUsedAt), s.C(apiclient.FieldRevokedAt),
		s.C(apiclient.FieldTokenHash), s.C(apiclient.FieldPreviousUntil))...)
}

// client is the bearing as the row that it was read from.
func (b bearing) client() (*gen.APIClient, error) {
	c := &gen.APIClient{ID: b.ID, Name: b.Name, Reach: b.Reach, ExpiresAt: b.ExpiresAt, RevokedAt: b.RevokedAt}
	err := errors.Join(json.Unmarshal(b.Scopes, &c.Scopes), json.Unmarshal(b.CompanyIDs, &c.CompanyIds), json.Unmarshal(b.GroupIDs, &c.GroupIds),
		json.Unmarshal(b.Grants, &c.Grants), json.Unmarshal(b.AllowedOrigins, &c.AllowedOrigins))
	if err != nil {
		return nil, fmt.Errorf("API client %d: %w", b.ID, err)
	}
	return c, nil
}

// RecogniseClient says which API client bears this token: nil for one that is unknown, expired or revoked, without a hint
// which. A token before its rotation holds until its last day is over. While API clients are switched off, a token that
// holds is refused with the reason. The visit learns the sites that may use the token.
func (a *Authenticator) RecogniseClient(ctx context.Context, token string) (*viewer.Viewer, error) {
	if !strings.HasPrefix(token, TokenMark) {
		return nil, nil
	}
	system := viewer.AsSystem(ctx, "token")
	hash := secret.HashToken(token)
	var found []bearing
	err := a.Store.Ent(ctx).APIClient.Query().
		Where(apiclient.Or(apiclient.TokenHash(hash), apiclient.PreviousHash(hash)), besideClient).Select().Scan(system, &found)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	b, now := found[0], a.Store.Clock().Now()
	c, err := b.client()
	if err != nil {
		return nil, err
	}
	rotated := !bytes.Equal(b.TokenHash, hash) && (b.PreviousUntil == nil || !now.Before(*b.PreviousUntil))
	if rotated || !inForce(c, now) {
		return nil, nil
	}
	visit.From(ctx).Origins = append([]string{}, c.AllowedOrigins...)
	v, err := a.clientViewer(system, c)
	if err != nil {
		return nil, err
	}
	for _, one := range found {
		if one.Feature != nil {
			v.Off.Add(viewer.Feature(*one.Feature), one.Reason)
		}
	}
	if reason, off := v.Lacks(viewer.FeatureAPIClients); off {
		return nil, fault.SwitchedOff(reason)
	}
	if (b.LastUsedAt == nil || now.Sub(*b.LastUsedAt) >= touchEvery) && !visit.IsWaiting(ctx) {
		if err := a.touchClient(system, c.ID); err != nil {
			a.Log.WarnContext(ctx, "an API client's last use was not written down", "error", err)
		}
	}
	return v, nil
}

func inForce(c *gen.APIClient, now time.Time) bool {
	return c.RevokedAt == nil && (c.ExpiresAt == nil || now.Before(*c.ExpiresAt))
}

// clientViewer is who an API client is for the rules. Companies and groups count only with the reach that is about them, and
// while they are not deleted.
func (a *Authenticator) clientViewer(ctx context.Context, c *gen.APIClient) (v *viewer.Viewer, err error) {
	v = &viewer.Viewer{Kind: viewer.APIClient, ID: c.ID, Name: c.Name, Grants: c.Grants, Reach: viewer.Reach(c.Reach)}
	for _, scope := range c.Scopes {
		if known := viewer.Permission(scope); slices.Contains(viewer.Permissions, known) {
			v.Permissions = append(v.Permissions, known)
		}
	}
	switch v.Reach {
	case viewer.AssignedCompanies:
		v.CompanyIDs, err = a.Store.Ent(ctx).Company.Query().Where(company.IDIn(c.CompanyIds...), company.DeletedAtIsNil()).IDs(ctx)
	case viewer.ManagedGroups:
		v.GroupIDs, err = a.Store.Ent(ctx).Group.Query().Where(group.IDIn(c.GroupIds...), group.DeletedAtIsNil()).IDs(ctx)
	}
	return v, err
}

func (a *Authenticator) touchClient(ctx context.Context, id int64) error {
	return a.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		return tx.APIClient.UpdateOneID(id).SetLastUsedAt(a.Store.Now(ctx)).Exec(ctx)
	})
}

// ActingClient is who an API client is for the rules while what it began goes on without it: nil for one that is revoked
// or expired, or while API clients are switched off.
func (a *Authenticator) ActingClient(ctx context.Context, id int64) (*viewer.Viewer, error) {
	c, err := a.Store.Ent(ctx).APIClient.Get(viewer.AsSystem(ctx, "acting"), id)
	if gen.IsNotFound(err) || err == nil && !inForce(c, a.Store.Clock().Now()) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v, err := a.clientViewer(viewer.AsSystem(ctx, "acting"), c)
	if err != nil {
		return nil, err
	}
	if v.Off, err = a.Off(ctx); err != nil {
		return nil, err
	}
	if _, off := v.Lacks(viewer.FeatureAPIClients); off {
		return nil, nil
	}
	return v, nil
}

// ViewAs is whom an administrator sees with the eyes of: exactly what the API client's token would make, for looking
// only. It is for people who could make that client themselves; one that gets nothing any more shows nothing.
func (a *Authenticator) ViewAs(ctx context.Context, clientID int64) (*viewer.Viewer, error) {
	if err := errors.Join(rule.RequirePerson(ctx), rule.Require(ctx, viewer.APIClientsWrite)); err != nil {
		return nil, err
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureAPIClients); err != nil {
		return nil, err
	}
	c, err := a.Store.Ent(ctx).APIClient.Get(ctx, clientID)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("API client")
	}
	if err != nil {
		return nil, err
	}
	asks := viewer.From(ctx)
	switch {
	case rule.ClientBeyond(asks, c) != nil:
		return nil, refused("This API client can do more than you can, so you cannot look through its eyes.")
	case !inForce(c, a.Store.Clock().Now()):
		return nil, refused("This API client is revoked or expired: it gets nothing.")
	}
	v, err := a.clientViewer(viewer.AsSystem(ctx, "looking"), c)
	if err != nil {
		return nil, err
	}
	v.Off, v.Shown = asks.Off, true
	return v, nil
}

func refused(sentence string) error {
	return &fault.Fault{Kind: fault.Denied, Code: fault.CodeForbidden, Message: sentence}
}
