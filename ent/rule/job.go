package rule

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// DenyErasingWithout refuses to let a job erase, also by bringing back one that does, to a viewer without the permission.
func DenyErasingWithout(p viewer.Permission) Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			j, is := m.(*gen.JobMutation)
			if !is || viewer.From(ctx).Can(p) {
				return privacy.Skip
			}
			steps, said := j.Steps()
			if !said && j.DeletedAtCleared() {
				var err error
				if steps, err = j.OldSteps(viewer.ShowDeleted(ctx)); err != nil {
					return err
				}
			}
			for _, step := range steps {
				if step["task"] == "PURGE" {
					return fault.NotAllowed()
				}
			}
			return privacy.Skip
		},
	}
}
