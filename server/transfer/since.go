package transfer

import (
	"context"
	"slices"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/journal"
)

// newcomer is a user whom a row made.
type newcomer struct {
	changeSet string
	at        time.Time
	// told: an API client recorded what they did since.
	told bool
}

// doings are what is told of some rows by one question, by the keys of their users.
type doings struct {
	made map[int64]*newcomer
	// opened are those whom a row gave an account.
	opened map[int64]bool
}

// looked tells what some rows did.
func (s *Importer) looked(ctx context.Context, rows []*gen.ImportRow) (*doings, error) {
	ids, sets := make([]int64, len(rows)), make([]string, len(rows))
	for i, r := range rows {
		ids[i], sets[i] = r.UserID, r.ChangeSet
	}
	slices.Sort(sets)
	created, err := s.Store.Ent(ctx).Change.Query().Where(change.EntityIn(gen.TypeUser, gen.TypeAccount), change.SubjectIDIn(ids...),
		change.ChangeSetIn(slices.Compact(sets)...), change.OperationEQ(change.OperationCREATE)).
		Select(change.FieldEntity, change.FieldSubjectID, change.FieldChangeSet, change.FieldAt).All(ctx)
	if err != nil {
		return nil, err
	}
	all := &doings{map[int64]*newcomer{}, map[int64]bool{}}
	for _, c := range created {
		if c.Entity == gen.TypeUser {
			all.made[*c.SubjectID] = &newcomer{changeSet: c.ChangeSet, at: c.At}
		} else {
			all.opened[*c.SubjectID] = true
		}
	}
	return all, s.told(ctx, all.made)
}

// told notes of whom API clients told: the journal has none of it. What was kept for an address before somebody had it came with
// them, in the transaction that made them.
func (s *Importer) told(ctx context.Context, made map[int64]*newcomer) error {
	at, of := map[string]time.Time{}, map[string][]int64{}
	for id, n := range made {
		at[n.changeSet], of[n.changeSet] = n.at, append(of[n.changeSet], id)
	}
	var since []predicate.Activity
	for set, ids := range of {
		since = append(since, activity.And(activity.UserIDIn(ids...), activity.CreatedAtGT(at[set])))
	}
	if len(since) == 0 {
		return nil
	}
	var ids []int64
	err := s.Store.Ent(ctx).Activity.Query().Where(activity.SourceEQ(activity.SourceAPI), activity.Or(since...)).
		Unique(true).Select(activity.FieldUserID).Scan(ctx, &ids)
	for _, id := range ids {
		made[id].told = true
	}
	return err
}

// putBeside are the entities that others put beside a user. What takes a password to make is not among them: their account tells.
var putBeside = []string{gen.TypeAccount, gen.TypeMembership, gen.TypeAssignment, gen.TypeReminder, gen.TypeActivity, gen.TypeNote}

// inUse refuses to remove a user whom a row made and others worked on since. What became of the user's own fields, and of what
// the row put beside them, is compared by its values when it is taken back.
func (s *Importer) inUse(ctx context.Context, userID int64, n *newcomer) error {
	system := viewer.AsSystem(ctx, "undo")
	if err := lock.Users(ctx, s.Store.Ent(ctx), userID); err != nil { // somebody may be at it now
		return err
	}
	since, err := s.Store.Ent(ctx).Change.Query().Where(change.SubjectID(userID), change.ChangeSetNEQ(n.changeSet), change.EntityIn(putBeside...)).
		Order(change.ByID()).All(system)
	switch {
	case err != nil:
		return err
	case slices.ContainsFunc(since, setsPassword):
		return fault.Refuse(fault.CodeConflict, nil, "This user was changed again since: they have set a password.")
	case n.told || workedOn(viewer.From(ctx), userID, since):
		return fault.Refuse(fault.CodeConflict, nil, "This user was changed again since.")
	default:
		return nil
	}
}

func setsPassword(c *gen.Change) bool {
	_, sets := c.New[account.FieldActivatedAt]
	return c.Entity == gen.TypeAccount && c.Operation == change.OperationUPDATE && sets
}

// workedOn reports that something of what was put beside a user is still there. A note that whoever asks may not read goes unseen:
// the answer must not tell of it. An invitation that was taken back or sent again is no more than the account it is for.
func workedOn(v *viewer.Viewer, userID int64, since []*gen.Change) bool {
	there := map[fault.Ref]bool{}
	for _, c := range since {
		if c.Entity == gen.TypeNote && !rule.ReadsNoteOf(v, userID) {
			continue
		}
		switch ref := (fault.Ref{Type: c.Entity, ID: c.EntityID}); journal.Operation(c) {
		case "CREATE", "RESTORE":
			there[ref] = true
		case "DELETE":
			delete(there, ref)
		default:
			if _, revokes := c.New[account.FieldRevokedAt]; c.Entity == gen.TypeAccount && !(revokes && len(c.New) == 1) {
				there[ref] = true
			}
		}
	}
	return len(there) > 0
}
