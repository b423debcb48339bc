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
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/job"
)

// forgetEvery is how often old files are looked for.
const forgetEvery = time.Hour

// erasedRows is how many rows one transaction erases; forgottenAtOnce how many imports before others have their turn.
const erasedRows, forgottenAtOnce = 500, 20

// forgetFiles is the housekeeping of imports.
type forgetFiles struct{}

// Kind of the job.
func (forgetFiles) Kind() string { return "transfer.forget_files" }

// forget erases the files of imports that nothing was done with for 30 days, with all that was copied from them: samples,
// problems, and whom each row made. That an import was, and what it came to, stays.
func (s *Importer) forget(ctx context.Context, _ forgetFiles) error {
	before := s.Store.Clock().Now().Add(-Kept)
	old, err := s.Store.Ent(ctx).ImportRun.Query().Where(importrun.FileErasedAtIsNil(), importrun.CreatedAtLT(before),
		importrun.Or(importrun.FinishedAtIsNil(), importrun.FinishedAtLT(before))).Order(importrun.ByID()).Limit(forgottenAtOnce).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range old {
		if one.StartedAt != nil && !one.StartedAt.Before(before) || !over(one) && one.State != importrun.StateCHECKING {
			continue
		}
		if err := s.erase(ctx, one); err != nil {
			return err
		}
	}
	if len(old) == forgottenAtOnce {
		return job.Later(time.Second)
	}
	return nil
}

// erase erases one file and what was copied from it.
func (s *Importer) erase(ctx context.Context, one *gen.ImportRun) error {
	for _, some := range []func(context.Context, *gen.Client) (int, error){
		func(ctx context.Context, tx *gen.Client) (int, error) {
			ids, err := tx.ImportPart.Query().Where(importpart.ImportID(one.ID)).Limit(erasedRows).IDs(ctx)
			if err != nil || len(ids) == 0 {
				return 0, err
			}
			return tx.ImportPart.Delete().Where(importpart.IDIn(ids...)).Exec(ctx)
		},
		func(ctx context.Context, tx *gen.Client) (int, error) {
			ids, err := tx.ImportIssue.Query().Where(importissue.ImportID(one.ID)).Limit(erasedRows).IDs(ctx)
			if err != nil || len(ids) == 0 {
				return 0, err
			}
			return tx.ImportIssue.Delete().Where(importissue.IDIn(ids...)).Exec(ctx)
		},
		func(ctx context.Context, tx *gen.Client) (int, error) {
			ids, err := tx.ImportRow.Query().Where(importrow.ImportID(one.ID)).Limit(erasedRows).IDs(ctx)
			if err != nil || len(ids) == 0 {
				return 0, err
			}
			return tx.ImportRow.Delete().Where(importrow.IDIn(ids...)).Exec(ctx)
		},
	} {
		for n := erasedRows; n == erasedRows; {
			err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) { n, err = some(ctx, tx); return err })
			if err != nil {
				return err
			}
		}
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
	return s.Store.InTx(viewer.AsSystem(ctx, "import"), func(ctx context.Context, tx *gen.Client) error {
		update := tx.ImportRun.UpdateOneID(one.ID).SetColumns(said).SetFileErasedAt(s.Store.Now(ctx))
		if !over(one) {
			update.SetState(importrun.StateSTOPPED).SetReason("Its file was erased.")
		}
		return update.Exec(ctx)
	})
}
