package hook

import (
	"context"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
)

// CountNotes counts on the user's row how often the note about them changed. It is a count of its own: the version and the
// time of the last change are read by the user, too, and would tell them of a note.
func CountNotes(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		change, ok := m.(*gen.NoteMutation)
		if !ok || !m.Op().Is(ent.OpCreate|ent.OpUpdateOne|ent.OpDeleteOne) {
			return next.Mutate(ctx, m)
		}
		system := viewer.ShowDeleted(viewer.AsSystem(ctx, "notes"))
		owner, isNew := change.UserID()
		if !isNew {
			id, _ := change.ID()
			had, err := change.Client().Note.Get(system, id)
			if err != nil {
				return nil, err
			}
			if body, said := change.Body(); said && body == had.Body {
				return next.Mutate(ctx, m)
			}
			owner = had.UserID
		}
		value, err := next.Mutate(ctx, m)
		if err != nil {
			return nil, err
		}
		if _, made := madeHere(ctx, owner); made { // whom nobody has read yet
			return value, nil
		}
		return value, change.Client().User.UpdateOneID(owner).AddNoteVersion(1).Exec(system)
	})
}
