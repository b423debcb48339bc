package transfer

import (
	"context"
	"log/slog"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	accounts "github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/journal"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/store"
)

const (
	// MaxFile bounds a file, in bytes.
	MaxFile = 50 << 20
	// Kept is how long the file of an import stays, and how long an import can be taken back.
	Kept = 30 * 24 * time.Hour
)

// ImporterOptions of the Importer.
type ImporterOptions struct {
	Store    *store.Store
	Queue    *job.Queue
	Accounts *accounts.Service
	Authn    *authn.Authenticator
	Journal  *journal.Journal
	Signer   list.Signer
	Log      *slog.Logger
}

// Importer brings users in from files: each by the code that changes one of them, in small transactions, under the name
// and with the rights that whoever asked for it has at that moment.
type Importer struct{ ImporterOptions }

// NewImporter returns the importer and registers its jobs.
func NewImporter(o ImporterOptions) *Importer {
	s := &Importer{o}
	job.Register(o.Queue, s.walk)
	job.Register(o.Queue, s.takeBack)
	job.Register(o.Queue, s.forget)
	job.Register(o.Queue, s.erase)
	o.Queue.Every(forgetEvery, forgetFiles{})
	return s
}

// Choices are what whoever imports decides for the whole file.
type Choices struct {
	// OnExisting says what becomes of users whom a row finds; they are updated if it is empty.
	OnExisting importrun.OnExisting
	// Notify says when the owners of new accounts are told; never if it is empty.
	Notify importrun.Notify
	// Override are the codes of the warnings that keep no row back.
	Override []fault.Code
}

// told is Notify as an account has it.
func told(n importrun.Notify) account.Notify { return account.Notify(n) }

// May refuses whoever may bring in nobody, before anything of the file is looked at.
func (s *Importer) May(ctx context.Context) error {
	for _, p := range []viewer.Permission{viewer.Import, viewer.UsersWrite} {
		if err := rule.Require(ctx, p); err != nil {
			return err
		}
	}
	return rule.RequireFeature(ctx, viewer.FeatureImport)
}

// Import is one that the viewer may see.
func (s *Importer) Import(ctx context.Context, id int64) (*gen.ImportRun, error) {
	if err := s.May(ctx); err != nil {
		return nil, err
	}
	one, err := s.Store.Ent(ctx).ImportRun.Get(ctx, id)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("import")
	}
	return one, err
}

// IsOwn reports that the viewer brought the file.
func IsOwn(ctx context.Context, one *gen.ImportRun) bool { return rule.MayOpen(viewer.From(ctx), one) }

// Follow looks how far an import is that the viewer may see.
func (s *Importer) Follow(ctx context.Context, id int64) (look func(context.Context) ([]*gen.ImportRun, error), err error) {
	return ledger.Follow(ctx, func(ctx context.Context) (*gen.ImportRun, error) { return s.Import(ctx, id) }, func(before, now *gen.ImportRun) bool {
		return before.State == now.State && before.Processed == now.Processed && before.Reversed == now.Reversed && before.Rows == now.Rows
	}, over)
}

// over reports an import that nothing goes on in.
func over(one *gen.ImportRun) bool {
	switch one.State {
	case importrun.StateCHECKING, importrun.StateRUNNING, importrun.StateUNDOING:
		return false
	}
	return true
}

// ended reports an import whose run, or whose check without one, came to an end.
func ended(one *gen.ImportRun) bool {
	return one.State == importrun.StateDONE || one.State == importrun.StateSTOPPED || one.State == importrun.StateFAILED
}

// UndoableUntil is how long an import can be taken back; nil where there is nothing to take back, or nothing any more.
func (s *Importer) UndoableUntil(ctx context.Context, one *gen.ImportRun) *time.Time {
	if !ended(one) || one.FinishedAt == nil {
		return nil
	}
	until := one.FinishedAt.Add(Kept)
	if one.Added+one.Updated == 0 || !s.Store.Now(ctx).Before(until) {
		return nil
	}
	return &until
}
