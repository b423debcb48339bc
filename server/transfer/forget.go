package transfer

import (
	"context"
	"encoding/json"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importissue"
	"github.com/portico-hub/portico/ent/gen/ent/importpart"
	"github.com/portico-hub/portico/ent/gen/ent/importrow"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/server/job"
)

// forgetEvery is how often old files are looked for.
const forgetEvery = time.Hour

// arrivingTime is how long a file may take to be saved; what is not there then never will be. forgottenAtOnce is how many imports
// are looked at before others have their turn.
const arrivingTime, forgottenAtOnce = time.Hour, 20

// forgetFiles is the housekeeping of imports.
type forgetFiles struct{}

// Kind of the job.
func (forgetFiles) Kind() string { return "transfer.forget_files" }

// forget erases the files of imports that nothing was done with for 30 days, with all that was copied from them: samples,
// problems, and whom each row made. That an import was, and what it came to, stays; of one that never was here nothing does.
func (s *Importer) forget(ctx context.Context, _ forgetFiles) error {
	now := s.Store.Clock().Now()
	before := now.Add(-Kept)
	old := importrun.And(importrun.FileErasedAtIsNil(), importrun.Or(
		importrun.And(importrun.StateEQ(importrun.StateARRIVING), importrun.CreatedAtLT(now.Add(-arrivingTime))),
		importrun.And(importrun.StateNotIn(importrun.StateARRIVING, importrun.StateRUNNING, importrun.StateUNDOING), importrun.CreatedAtLT(before),
			importrun.Or(importrun.StartedAtIsNil(), importrun.StartedAtLT(before)), importrun.Or(importrun.FinishedAtIsNil(), importrun.FinishedAtLT(before)))))
	ids, err := s.Store.Ent(ctx).ImportRun.Query().Where(old).Order(importrun.ByID()).Limit(forgottenAtOnce).IDs(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := s.forgetOne(ctx, id, old); err != nil {
			return err
		}
	}
	if len(ids) == forgottenAtOnce {
		return job.Later(time.Second)
	}
	return nil
}

// forgetOne lets nobody begin anything with a file any more, if it is still an old one. It is erased next.
func (s *Importer) forgetOne(ctx context.Context, id int64, old predicate.ImportRun) error {
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		one, err := tx.ImportRun.Query().Where(importrun.ID(id), old, lock.Update).Only(ctx)
		if gen.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		columns, err := Matches(one)
		if err != nil {
			return err
		}
		unsampled(columns)
		said, err := json.Marshal(columns)
		if err != nil {
			return err
		}
		update := tx.ImportRun.UpdateOne(one).SetColumns(said).SetFileErasedAt(s.Store.Now(ctx))
		if !over(one) {
			neverRan(update).SetState(importrun.StateSTOPPED).SetReason("Its file was erased.")
		}
		if err := update.Exec(ctx); err != nil {
			return err
		}
		return s.Queue.Enqueue(ctx, eraseImport{id})
	})
}

// eraseImport erases a file that was let go, and what was copied from it.
type eraseImport struct {
	ImportID int64 `json:"import_id"`
}

// Kind of the job.
func (eraseImport) Kind() string { return "transfer.erase_import" }

// erase is one turn of erasing.
func (s *Importer) erase(ctx context.Context, args eraseImport) error {
	id := args.ImportID
	return s.Queue.InTurns(ctx, args, func(ctx, turn context.Context) (over bool, err error) {
		for _, some := range []func() (bool, error){
			func() (bool, error) {
				return s.Store.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
					return tx.ImportPart.Query().Where(importpart.ImportID(id)).Limit(most).IDs(ctx)
				}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
					return tx.ImportPart.Delete().Where(importpart.IDIn(ids...)).Exec(ctx)
				})
			},
			func() (bool, error) {
				return s.Store.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
					return tx.ImportIssue.Query().Where(importissue.ImportID(id)).Limit(most).IDs(ctx)
				}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
					return tx.ImportIssue.Delete().Where(importissue.IDIn(ids...)).Exec(ctx)
				})
			},
			func() (bool, error) {
				return s.Store.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
					return tx.ImportRow.Query().Where(importrow.ImportID(id)).Limit(most).IDs(ctx)
				}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
					return tx.ImportRow.Delete().Where(importrow.IDIn(ids...)).Exec(ctx)
				})
			},
		} {
			for more := true; more; {
				if turn.Err() != nil {
					return false, ctx.Err()
				}
				if more, err = some(); err != nil {
					return false, err
				}
			}
		}
		return true, s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			_, err := tx.ImportRun.Delete().Where(importrun.ID(id), importrun.StateEQ(importrun.StateARRIVING)).Exec(ctx)
			return err
		})
	})
}
