// Package copies is what follows for users when a company, group or role that they point to is renamed, deleted or comes
// back: the names that they copy for lists, and another group for those whom a deleted one leaves in none.
package copies

import (
	"context"
	"fmt"
	"log/slog"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/store"
)

const (
	// AtOnce is how many users one transaction brings up to date: SQLite has one writer.
	AtOnce = 500
	// batches is how many transactions one job makes before it hands on to the next: an attempt has 30 seconds.
	batches = 5
)

// Options of the Service.
type Options struct {
	Store *store.Store
	Queue *job.Queue
	Log   *slog.Logger
}

// Service brings users up to date.
type Service struct{ Options }

// New returns the service and registers its job.
func New(o Options) *Service {
	s := &Service{o}
	job.Register(o.Queue, s.work)
	return s
}

// following is the work of one job: the users of a row, beyond the one who was done last.
type following struct {
	Entity string `json:"entity"`
	ID     int64  `json:"id"`
	// After is the user who was done last.
	After int64 `json:"after,omitempty"`
	// To is the group that the members of a deleted one move to; 0 is the Default group.
	To int64 `json:"to,omitempty"`
	// By is the user who asked; 0 is Portico itself.
	By int64 `json:"by,omitempty"`
}

// Kind of the job.
func (following) Kind() string { return "copies.follow_change" }

// Follow brings the users of a company, group or role up to date, in the transaction that renamed, deleted or restored it:
// up to AtOnce of them in this transaction, more by a job that begins when it commits and goes on where it was interrupted.
// It looks only at what is so now, so it may be called once too often, and in any order. Every other entity has no users.
func (s *Service) Follow(ctx context.Context, what fault.Ref) error {
	return s.begin(ctx, following{Entity: what.Type, ID: what.ID})
}

// Hold holds whom Follow would bring up to date, in the transaction that is going to rename, delete or restore a company, group or role:
// before that is held, as by whoever moves a user there. More than AtOnce are left to the job, which does so, too.
func (s *Service) Hold(ctx context.Context, what fault.Ref) error {
	if !hasUsers(what.Type) {
		return nil
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		users, err := usersOf(ctx, tx, following{Entity: what.Type, ID: what.ID}, AtOnce+1)
		if err != nil || len(users) > AtOnce {
			return err
		}
		return lock.Users(ctx, tx, users...)
	})
}

// hasUsers reports an entity that users belong to.
func hasUsers(entity string) bool {
	return entity == gen.TypeCompany || entity == gen.TypeGroup || entity == gen.TypeRole
}

// Move is Follow for a group that was deleted and whose members go to another, as members. to is 0 for the Default group,
// which takes those alone who are in no other.
func (s *Service) Move(ctx context.Context, groupID, to int64) error {
	return s.begin(ctx, following{Entity: gen.TypeGroup, ID: groupID, To: to})
}

func (s *Service) begin(ctx context.Context, f following) error {
	if !hasUsers(f.Entity) {
		return nil
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		who := viewer.From(ctx)
		if who.Kind == viewer.User {
			f.By = who.ID
		}
		users, err := usersOf(ctx, tx, f, AtOnce+1)
		if err != nil {
			return err
		}
		if len(users) > AtOnce {
			return s.Queue.Enqueue(ctx, f)
		}
		return f.bring(viewer.Elevated(ctx, *who), tx, users)
	})
}

// work is one job: some batches, and the next job if there is more.
func (s *Service) work(ctx context.Context, f following) error {
	ctx, err := s.as(ctx, f.By)
	if err != nil {
		return err
	}
	for range batches {
		done := false
		err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			users, err := usersOf(ctx, tx, f, AtOnce)
			if done = len(users) == 0; done || err != nil {
				return err
			}
			f.After = users[len(users)-1]
			return f.bring(ctx, tx, users)
		})
		if err != nil || done {
			return err
		}
	}
	return s.Store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error { return s.Queue.Enqueue(ctx, f) })
}

// as is a context in which Portico finishes what a user began.
func (s *Service) as(ctx context.Context, by int64) (context.Context, error) {
	if by == 0 {
		return ctx, nil
	}
	u, err := s.Store.Ent(ctx).User.Get(viewer.ShowDeleted(ctx), by)
	if gen.IsNotFound(err) {
		return ctx, nil
	}
	if err != nil {
		return nil, err
	}
	return viewer.Elevated(ctx, viewer.Viewer{Kind: viewer.User, ID: u.ID, Name: u.FirstName + " " + u.LastName}), nil
}

// usersOf are the next users of the row, deleted ones among them, by id.
func usersOf(ctx context.Context, tx *gen.Client, f following, most int) (ids []int64, err error) {
	ctx = store.PlanByValue(viewer.ShowDeleted(viewer.AsSystem(ctx, "copies")))
	if f.Entity == gen.TypeGroup {
		err = tx.Membership.Query().Where(membership.GroupID(f.ID), sql.FieldGT(membership.FieldUserID, f.After)).Order(membership.ByUserID()).Limit(most).
			Select(membership.FieldUserID).Scan(ctx, &ids)
		return ids, err
	}
	of := user.CompanyID(f.ID)
	if f.Entity == gen.TypeRole {
		of = user.RoleID(f.ID)
	}
	return tx.User.Query().Where(of, user.IDGT(f.After)).Order(user.ByID()).Limit(most).IDs(ctx)
}

// bring brings some users up to date. They are held from the beginning.
func (f following) bring(ctx context.Context, tx *gen.Client, users []int64) error {
	if len(users) == 0 {
		return nil
	}
	if err := lock.Users(ctx, tx, users...); err != nil {
		return err
	}
	switch f.Entity {
	case gen.TypeCompany:
		return copyCompany(ctx, tx, f.ID, users)
	case gen.TypeRole:
		return copyRole(ctx, tx, f.ID, users)
	case gen.TypeGroup:
		if err := f.regroup(ctx, tx, users); err != nil {
			return err
		}
		return copyGroups(ctx, tx, users)
	default:
		return fmt.Errorf("copies: a %s has no users", f.Entity)
	}
}
