package transfer

import (
	"context"
	"io"
	"iter"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/ent/gen/ent/exportpiece"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/sheet"
	"github.com/portico-hub/portico/server/visit"
)

// Fetch returns what writes the file of an export, by its global id. Whoever may not have it, one that is of another format,
// and one whose file is not there yet or any more, are refused before anything is written; an error of the writing means
// that the rest is missing.
func (s *Exporter) Fetch(ctx context.Context, id string, format sheet.Format) (write func(io.Writer) error, err error) {
	e, err := s.Export(ctx, id)
	if err != nil {
		return nil, err
	}
	if string(e.Format) != string(format) || !s.Fetchable(ctx, e) {
		return nil, fault.NotFound("file")
	}
	draft := &sheet.Draft{Format: format, Lines: e.Rows, Sum: e.Sum, Size: e.Size, Packed: e.Packed}
	return func(w io.Writer) error { return draft.Join(w, s.pieces(ctx, e)) }, nil
}

// FollowExport looks how far an export is that the viewer may see.
func (s *Exporter) FollowExport(ctx context.Context, id string) (look func(context.Context) ([]*gen.Export, error), err error) {
	return ledger.Follow(ctx, func(ctx context.Context) (*gen.Export, error) { return s.Export(ctx, id) }, func(before, now *gen.Export) bool {
		return before.State == now.State && before.Pieces == now.Pieces
	}, func(e *gen.Export) bool { return e.State != export.StateQUEUED && e.State != export.StateRUNNING })
}

// pieces are those of an export, in order. Before each it is asked again who may have them.
func (s *Exporter) pieces(ctx context.Context, e *gen.Export) iter.Seq2[[]byte, error] {
	next := func(number int) (*gen.ExportPiece, error) {
		ctx, err := visit.Again(ctx)
		if err != nil {
			return nil, err
		}
		if !s.Fetchable(ctx, e) {
			return nil, fault.NotFound("file")
		}
		return s.Store.Ent(ctx).ExportPiece.Query().Where(exportpiece.ExportID(e.ID), exportpiece.Number(number)).Only(viewer.AsSystem(ctx, "export"))
	}
	return func(yield func([]byte, error) bool) {
		for number := range e.Pieces {
			piece, err := next(number)
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(piece.Data, nil) {
				return
			}
		}
	}
}

// eraseExport erases the pieces of a file whose time is over. What is left after one transaction is still due.
func (s *Exporter) eraseExport(ctx context.Context, id int64) error {
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		e, err := tx.Export.Query().Where(export.ID(id), export.NextRunAtLTE(s.Store.Now(ctx)), lock.Claim).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		more, err := s.Store.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
			return tx.ExportPiece.Query().Where(exportpiece.ExportID(id)).Limit(most).IDs(ctx)
		}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
			return tx.ExportPiece.Delete().Where(exportpiece.IDIn(ids...)).Exec(ctx)
		})
		if err != nil || more {
			return err
		}
		return tx.Export.UpdateOne(e).ClearNextRunAt().ClearExpiresAt().Exec(ctx)
	})
}
