package journal

import (
	"cmp"
	"context"
	"errors"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/fault"
)

// Report says what became of an undo.
type Report struct {
	Reversed     int
	Kept, Failed []Item
}

// Item is one row that an undo left alone.
type Item struct {
	Ref    fault.Ref
	Name   string
	Reason string
}

// Undo takes a whole change set back by its token, if whoever asks may make the changes that it takes.
func (j *Journal) Undo(ctx context.Context, token string) (*Report, error) {
	t, err := j.open(ctx, token)
	if err != nil {
		return nil, err
	}
	set, err := j.store.Ent(ctx).Change.Query().Where(change.ChangeSet(t.ChangeSet)).All(viewer.AsSystem(ctx, "undo"))
	if err != nil {
		return nil, err
	}
	return j.reverse(ctx, set, nil)
}

// ErrWithdrawn refuses to take back what only withdrew somebody's consent.
var ErrWithdrawn error = fault.Refuse(fault.CodeConflict, nil, "Consent to email that was withdrawn is not given back.")

// UndoFor takes back what a change set did to one user. The report is nil where it did nothing that can be taken back. Consent that
// was withdrawn stays so: nobody asks the user, and a second withdrawal of their own changes nothing that would tell. Where there was
// nothing else, that is refused with ErrWithdrawn.
func (j *Journal) UndoFor(ctx context.Context, changeSet string, userID int64) (*Report, error) {
	set, err := j.store.Ent(ctx).Change.Query().Where(change.ChangeSet(changeSet), change.SubjectID(userID)).All(viewer.AsSystem(ctx, "undo"))
	if err != nil || !slices.ContainsFunc(set, Undoable) {
		return nil, err
	}
	set = slices.DeleteFunc(set, func(c *gen.Change) bool { return onlyWithdraws(c) })
	if !slices.ContainsFunc(set, Undoable) {
		return nil, ErrWithdrawn
	}
	return j.reverse(ctx, set, nil)
}

// onlyWithdraws takes the withdrawal of consent out of a change, and reports that nothing else is in it.
func onlyWithdraws(c *gen.Change) bool {
	is, said := c.New[user.FieldEmailSubscribed]
	if c.Entity != gen.TypeUser || c.Operation != change.OperationUPDATE || !said || string(is) != "false" {
		return false
	}
	for _, field := range []string{user.FieldEmailSubscribed, user.FieldEmailSubscriptionChangedAt, user.FieldEmailSubscriptionSource} {
		delete(c.Old, field)
		delete(c.New, field)
	}
	return len(c.New) == 0
}

// UndoChange takes one change back, or only some of its fields: "restore this value". What belongs to a superseding goes
// back with all of it.
func (j *Journal) UndoChange(ctx context.Context, id int64, fields []string) (*Report, error) {
	c, err := j.store.Ent(ctx).Change.Get(ctx, id)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("change")
	}
	if err != nil {
		return nil, err
	}
	for _, field := range fields {
		_, has := c.Old[field]
		if c.Operation != change.OperationUPDATE || !has || !rule.Readable(viewer.From(ctx), c.Entity, field) {
			return nil, fault.Refuse(fault.Invalid, fault.At("fields"), "This change has no such field to restore.")
		}
	}
	set, err := j.store.Ent(ctx).Change.Query().Where(change.ChangeSet(c.ChangeSet)).All(viewer.AsSystem(ctx, "undo"))
	if err != nil {
		return nil, err
	}
	if superseding(set) && (len(fields) == 0 || c.Entity == gen.TypeAccount) {
		return j.reverse(ctx, set, nil)
	}
	return j.reverse(ctx, []*gen.Change{c}, fields)
}

// superseding reports a change set that made somebody's successor. It is taken back whole or not at all: half of it would
// be two records of one person in use, or none.
func superseding(set []*gen.Change) bool {
	return slices.ContainsFunc(set, func(c *gen.Change) bool {
		return c.Entity == gen.TypeUser && c.Operation == change.OperationCREATE && words(c.New[user.FieldSupersedesID]) != nil
	})
}

// Undoable reports that a change can be taken back at all: what was mailed, and what opens an account, stays. Of an
// account only its closing is taken back.
func Undoable(c *gen.Change) bool {
	if c.Entity == gen.TypeAccount {
		_, closed := c.New[account.FieldClosedAt]
		return closed && c.Operation == change.OperationUPDATE && len(c.New) == 1 && words(c.New[account.FieldClosedAt]) != nil
	}
	_, known := rows[c.Entity]
	return known
}

// reverse takes changes back in one transaction. A user is edited as one: if anything of what was
// changed about them was changed again since, all of it is kept, and said once. If nothing at all could be taken back,
// the first reason is the answer.
func (j *Journal) reverse(ctx context.Context, set []*gen.Change, only []string) (*Report, error) {
	set = slices.DeleteFunc(set, func(c *gen.Change) bool { return !Undoable(c) })
	if len(set) == 0 {
		return nil, fault.Refuse(fault.Invalid, nil, "This change cannot be taken back.")
	}
	whole := superseding(set) && len(only) == 0
	slices.SortFunc(set, func(a, b *gen.Change) int { return cmp.Or(cmp.Compare(turn(a), turn(b)), cmp.Compare(b.ID, a.ID)) })
	var report *Report
	err := j.store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		u := &undoing{tx: tx, copies: j.copies, guards: j.guards, set: set, only: only, whole: whole, made: map[int64]bool{}, kept: map[int64]bool{}}
		report = &u.report
		return u.run(viewer.ShowDeleted(ctx))
	})
	if err != nil {
		return nil, err
	}
	return report, nil
}

// turn orders a taking back so that no rule is broken on the way: first goes what was put beside a user, then the users
// are changed, then what they had comes back, and last goes what was made, users before their groups and companies.
func turn(c *gen.Change) int {
	switch {
	case c.Operation == change.OperationCREATE && rows[c.Entity].remove != nil:
		return 0
	case c.Operation == change.OperationUPDATE:
		return 1
	case c.Operation == change.OperationDELETE:
		return 2
	default:
		return 3
	}
}

// undoing is one taking back.
type undoing struct {
	tx     *gen.Client
	copies *copies.Service
	guards map[string]Guard
	set    []*gen.Change
	only   []string
	// whole: what must be kept keeps all.
	whole  bool
	report Report
	// made are the users whom the set made, kept whoever is left alone, by about.
	made, kept map[int64]bool
}

// about tells apart what is edited as one: a user with all that is theirs; anything else by itself.
func about(c *gen.Change) int64 {
	if c.SubjectID != nil {
		return *c.SubjectID
	}
	return -c.ID
}

func (u *undoing) run(ctx context.Context) error {
	for _, c := range u.set {
		if c.Entity == gen.TypeUser && c.Operation == change.OperationCREATE {
			u.made[about(c)] = true
		}
	}
	for _, c := range u.set {
		// A note that came along unseen goes unseen: what becomes of the rest must not tell of it.
		if c.Entity == gen.TypeNote && u.made[about(c)] && !rule.ReadsNoteOf(viewer.From(ctx), about(c)) {
			continue
		}
		if err := u.keep(c, rows[c.Entity].check(ctx, u.tx, c, u.set, u.only)); err != nil {
			return err
		}
	}
	for _, c := range u.set {
		// Whoever was made is marked as deleted; what is theirs goes with them, and would come back with them.
		if u.kept[about(c)] || u.made[about(c)] && c.Entity != gen.TypeUser {
			continue
		}
		what := fault.Ref{Type: c.Entity, ID: c.EntityID}
		if err := u.copies.Hold(ctx, what); err != nil {
			return err
		}
		err := rows[c.Entity].reverse(ctx, u.tx, c, u.only)
		if look := u.guards[c.Entity]; err == nil && look != nil {
			err = look(ctx, u.tx, c.EntityID)
		}
		if err == nil {
			u.report.Reversed++
			err = u.copies.Follow(ctx, what)
		}
		if err := u.keep(c, err); err != nil {
			return err
		}
	}
	if (u.whole || u.report.Reversed == 0) && len(u.report.Kept) > 0 {
		return fault.Refuse(fault.CodeConflict, nil, u.report.Kept[0].Reason)
	}
	return u.settle(ctx)
}

// keep notes what is left alone, each once, and returns every other error.
func (u *undoing) keep(c *gen.Change, err error) error {
	var since *changedSince
	if !errors.As(err, &since) {
		return err
	}
	if !u.kept[about(c)] {
		u.kept[about(c)] = true
		u.report.Kept = append(u.report.Kept, Item{fault.Ref{Type: c.Entity, ID: c.EntityID}, rows[c.Entity].name(c), since.Error()})
	}
	return nil
}

// settle makes sure that those who were touched belong where they may.
func (u *undoing) settle(ctx context.Context) error {
	done := map[int64]bool{}
	for _, c := range u.set {
		if c.SubjectID == nil || u.kept[about(c)] || done[about(c)] {
			continue
		}
		done[about(c)] = true
		if err := copies.Belong(ctx, u.tx, *c.SubjectID); err != nil {
			return err
		}
	}
	return nil
}

// UndoPlaces takes back the groups and companies that change sets made, each by itself. What somebody belongs to by now,
// what was changed again since, and what whoever asks may not take back, stays.
func (j *Journal) UndoPlaces(ctx context.Context, changeSets []string) error {
	made, err := j.store.Ent(ctx).Change.Query().Where(change.ChangeSetIn(changeSets...), change.OperationEQ(change.OperationCREATE),
		change.EntityIn(gen.TypeGroup, gen.TypeCompany)).All(viewer.AsSystem(ctx, "undo"))
	if err != nil {
		return err
	}
	for _, c := range made {
		_, err := j.reverse(ctx, []*gen.Change{c}, nil)
		if _, foreseen := fault.All(err); !foreseen {
			return err
		}
	}
	return nil
}
