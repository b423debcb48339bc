package ledger

import (
	"context"
	"io"
	"iter"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/outcome"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/sheet"
)

// page is how many failures are read at once.
const page = 500

// Failure is one user whom a run could not change, and why. Name and email are looked up for whoever reads: they are
// empty for somebody whom the viewer may not see.
type Failure struct {
	id, UserID                 int64
	Name, Email, Code, Message string
}

// Failures returns what writes the users whom a run, by its global id, could not do as a spreadsheet. A
// run that the viewer does not see is refused before anything is written.
func (l *Ledger) Failures(ctx context.Context, id string) (write func(io.Writer) error, err error) {
	key, err := gid.Key(gen.TypeRun, id)
	if err != nil {
		return nil, fault.NotFound("run")
	}
	r, err := l.Run(ctx, key)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		return sheet.Write(w, []string{"ID", "Email", "Name", "Code", "Problem"}, l.lines(ctx, r.ID))
	}, nil
}

// Names reports that those whom a run failed for are known. What failed in it and was no user stands in its log alone.
func (l *Ledger) Names(ctx context.Context, r *gen.Run) (bool, error) {
	if r.Failed == 0 || r.Kind != run.KindJOB {
		return r.Failed > 0, nil
	}
	return l.Store.Ent(ctx).Outcome.Query().Where(outcome.RunID(r.ID), outcome.CodeNotNil()).Exist(viewer.AsSystem(ctx, "run"))
}

// lines are the failures of a run as lines of a sheet.
func (l *Ledger) lines(ctx context.Context, runID int64) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for after := int64(0); ; {
			some, err := l.Failed(ctx, runID, after, page)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, f := range some {
				if !yield([]string{gid.Encode(gen.TypeUser, f.UserID), f.Email, f.Name, f.Code, f.Message}, nil) {
					return
				}
				after = f.id
			}
			if len(some) < page {
				return
			}
		}
	}
}

// Failed are some of the failures of a run, in the order in which they came.
func (l *Ledger) Failed(ctx context.Context, runID, after int64, limit int, which ...predicate.Outcome) ([]Failure, error) {
	rows, err := l.Store.Ent(ctx).Outcome.Query().
		Where(append(which, outcome.RunID(runID), outcome.CodeNotNil(), outcome.IDGT(after))...).
		Order(outcome.ByID()).Limit(limit).All(viewer.AsSystem(ctx, "run"))
	if err != nil {
		return nil, err
	}
	found, ids := make([]Failure, len(rows)), make([]int64, len(rows))
	for i, o := range rows {
		found[i] = Failure{id: o.ID, UserID: o.UserID, Code: *o.Code, Message: *o.Message}
		ids[i] = o.UserID
	}
	seen, err := l.Store.Ent(ctx).User.Query().Where(user.IDIn(ids...)).All(viewer.ShowDeleted(ctx))
	if err != nil {
		return nil, err
	}
	named := make(map[int64]*gen.User, len(seen))
	for _, u := range seen {
		named[u.ID] = u
	}
	for i := range found {
		if u := named[found[i].UserID]; u != nil {
			found[i].Name, found[i].Email = u.FirstName+" "+u.LastName, u.Email
		} else {
			found[i].Message = "This user is out of your sight now."
		}
	}
	return found, nil
}
