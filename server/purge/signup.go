package purge

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/fold"
)

// confirmations erases the mails by which somebody confirmed their sign-up: they are from before there was a user, so the address alone says
// whose they are. A sign-up may be asked for some times an hour, so there are few.
func (s *Service) confirmations(ctx context.Context, id int64) error {
	ctx = hook.Purging(ctx)
	u, err := s.Store.Ent(ctx).User.Query().Where(user.ID(id)).WithAccount().Only(ctx)
	if err != nil {
		return err
	}
	keys := []string{fold.Key(u.Email)}
	if a := u.Edges.Account; a != nil {
		keys = append(keys, fold.Key(a.Email))
	}
	// What came after they were deleted is for whoever has the address now.
	ids, err := s.Store.Ent(ctx).Message.Query().Where(message.UserIDIsNil(), message.ToKeyIn(keys...), message.CreatedAtLT(*u.DeletedAt)).IDs(ctx)
	if err != nil || len(ids) == 0 {
		return err
	}
	err = s.blank(ctx, func(q *gen.ChangeQuery) { q.Where(change.Entity(gen.TypeMessage), change.EntityIDIn(ids...)) }, nil)
	if err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		_, err := eraseMessages(ctx, tx, ids)
		return err
	})
}
