package transfer

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
)

// finish writes the last piece, and with it offers the file; whoever is to hear of it is told in the same transaction, and so once.
func (w *writing) finish(ctx context.Context) error {
	piece, err := w.draft.End()
	if err != nil {
		return err
	}
	now := w.Store.Now(ctx)
	return w.Store.InTx(viewer.AsSystem(ctx, "export"), func(ctx context.Context, tx *gen.Client) error {
		err := w.keep(ctx, piece, func(u *gen.ExportUpdateOne) {
			w.forget(u.SetState(export.StateSUCCEEDED).SetFinishedAt(now).SetExpiresAt(now.Add(FileLife)).SetNextRunAt(now.Add(FileLife)))
		})
		if err != nil || !w.export.IsMailed {
			return err
		}
		e, err := tx.Export.Get(ctx, w.export.ID)
		if err != nil {
			return err
		}
		to, err := tx.User.Query().Where(user.ID(e.ActorID)).WithAccount().Only(ctx)
		if err != nil {
			return err
		}
		return w.Notify.ExportReady(ctx, to, e)
	})
}
