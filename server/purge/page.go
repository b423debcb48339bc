package purge

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/protectedpage"
	"github.com/portico-hub/portico/ent/hook"
)

// pages are protected pages: nothing points to them.
func (s *Service) pages() Kind {
	return Kind{
		What: "protected pages",
		Count: func(ctx context.Context, before time.Time) (int, error) {
			return s.Store.Ent(ctx).ProtectedPage.Query().Where(protectedpage.DeletedAtLT(before)).Count(hook.Purging(ctx))
		},
		Next: func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error) {
			return s.Store.Ent(ctx).ProtectedPage.Query().Where(protectedpage.DeletedAtLT(before), protectedpage.IDGT(after)).
				Order(protectedpage.ByID()).Limit(most).IDs(hook.Purging(ctx))
		},
		Erase: s.erase(func(ctx context.Context, tx *gen.Client, before time.Time, id int64) error {
			return tx.ProtectedPage.DeleteOneID(id).Where(protectedpage.DeletedAtLT(before)).Exec(ctx)
		}),
	}
}
