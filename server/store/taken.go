package store

import (
	"context"

	"entgo.io/ent/dialect/sql/sqlgraph"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// IsTaken reports that a unique index refused a row.
func IsTaken(err error) bool {
	return gen.IsConstraintError(err) && sqlgraph.IsUniqueConstraintError(err)
}

// Taken refuses what an input field names if another row of this kind has it, and names the row if the viewer sees it.
// find looks for rows that have it. Looking first gives better words; of two at the same moment the unique index lets one,
// and the other tries again (ErrAgain).
func Taken(ctx context.Context, field, name, kind string, find func(context.Context) ([]int64, error)) error {
	there, err := find(viewer.AsSystem(ctx, "looking whether a name is taken"))
	if err != nil || len(there) == 0 {
		return err
	}
	taken := fault.Refusef(fault.CodeTaken, fault.At(field), "%s is already in use.", name)
	seen, err := find(ctx)
	if err != nil {
		return err
	}
	if len(seen) > 0 {
		taken.About(fault.Ref{Type: kind, ID: seen[0]})
	}
	return taken
}
