package account

import (
	"context"
	"io"
	"slices"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// InvitationState is where the newest invitation or notice of somebody without a password stands.
type InvitationState string

// The states of an invitation. One that came back is pending or expired, too.
const (
	InvitationPending InvitationState = "PENDING"
	InvitationOver    InvitationState = "EXPIRED"
	InvitationBounced InvitationState = "BOUNCED"
	InvitationRevoked InvitationState = "REVOKED"
)

// MarshalGQL writes the state as GraphQL has it.
func (s InvitationState) MarshalGQL(w io.Writer) { writeName(w, string(s)) }

// UnmarshalGQL reads a state that GraphQL has checked already.
func (s *InvitationState) UnmarshalGQL(value any) error { return readName((*string)(s), value) }

// mostBounced is how many invitations that came back are looked at, the newest first.
const mostBounced = 1000

// byInvitation narrows a list of users to those whose invitation stands where the filter says.
func (s *Service) byInvitation(ctx context.Context, v *viewer.Viewer, f Filter, query *gen.UserQuery) error {
	if len(f.Invitation) == 0 {
		return nil
	}
	if !rule.Filterable(v, gen.TypeUser, user.FieldAccountState) {
		return notOffered("filter")
	}
	standing := user.Not(user.HasAccountWith(account.RevokedAtNotNil()))
	var any []predicate.User
	for _, state := range f.Invitation {
		switch state {
		case InvitationPending:
			any = append(any, user.LinkExpiresAtGT(f.At))
		case InvitationOver:
			any = append(any, user.And(user.LinkExpiresAtLTE(f.At), standing))
		case InvitationRevoked:
			any = append(any, user.HasAccountWith(account.RevokedAtNotNil()))
		}
	}
	if slices.Contains(f.Invitation, InvitationBounced) {
		ids, err := s.bouncedInvitations(ctx, v, f)
		if err != nil {
			return err
		}
		any = append(any, user.IDIn(ids...))
	}
	query.Where(user.AccountStateEQ(user.AccountStateINVITED), user.Or(any...))
	return nil
}

// bouncedInvitations are the users whose newest link did not arrive, as far as the viewer reads their messages.
func (s *Service) bouncedInvitations(ctx context.Context, v *viewer.Viewer, f Filter) (ids []int64, err error) {
	if !rule.Readable(v, gen.TypeMessage, message.FieldTo) {
		return nil, notOffered("filter")
	}
	query := s.Store.Ent(ctx).Message.Query().
		Where(message.UserIDNotNil(), message.StateIn(message.StateBOUNCED, message.StateCOMPLAINED, message.StateFAILED),
			message.HasLinkWith(LinkIn([]LinkState{LinkValid, LinkExpired}, f.At)))
	if f.Bounced != nil {
		query.Where(message.UserIDIn(f.Bounced...))
	}
	err = query.Order(message.ByCreatedAt(sql.OrderDesc()), message.ByID(sql.OrderDesc())).Limit(mostBounced).
		Select(message.FieldUserID).Scan(ctx, &ids)
	return ids, err
}

// Hold makes a filter find later nobody of whom it is not so now: links that end, and mail that comes back, after this moment do not count.
// A run that sends again would otherwise have ever older ones come up while it goes on.
func (s *Service) Hold(ctx context.Context, f *Filter) (err error) {
	v := viewer.From(ctx)
	if v == nil {
		return fault.SignInFirst()
	}
	if f.At = s.Store.Now(ctx); slices.Contains(f.Invitation, InvitationBounced) {
		f.Bounced, err = s.bouncedInvitations(ctx, v, *f)
		f.Bounced = append([]int64{}, f.Bounced...) // none is not the same as anybody
	}
	return err
}
