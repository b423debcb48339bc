package account

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/server/fault"
)

// VersionOf is the version of a user as the viewer reads it: whoever may read the note about them edits it with the rest,
// and so is told when somebody else did. To everybody else a change of the note is none.
func VersionOf(ctx context.Context, client *gen.Client, u *gen.User) (int, error) {
	may, err := rule.NotesOf(ctx, client, u.ID)
	return Version(u, may), err
}

// Version is VersionOf where it is known whose notes the viewer may read.
func Version(u *gen.User, notes map[int64]bool) int {
	if notes[u.ID] {
		return u.Version + u.NoteVersion
	}
	return u.Version
}

// unchanged refuses a version that is not the one that the viewer would read now.
func unchanged(ctx context.Context, tx *gen.Client, u *gen.User, version int) error {
	now, err := VersionOf(ctx, tx, u)
	if err == nil && now != version {
		return fault.Conflict("user", version, now)
	}
	return err
}
