package rule

import (
	"context"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/viewer"
)

// RequireExport refuses whoever may export nobody: the right, and the feature.
func RequireExport(ctx context.Context) error {
	if err := Require(ctx, viewer.Export); err != nil {
		return err
	}
	return RequireFeature(ctx, viewer.FeatureExport)
}

// HideArriving makes an import of which the file is not here yet not exist, but for Portico itself.
func HideArriving() Sentence {
	return Sentence{
		query: func(_ context.Context, q gen.Query) error {
			return only(q, sql.FieldNEQ(importrun.FieldState, string(importrun.StateARRIVING)))
		},
		mutation: func(context.Context, gen.Mutation) error { return privacy.Skip },
	}
}

// exported are the permissions that an export may show something by.
var exported = []viewer.Permission{viewer.Export, viewer.UsersRead, viewer.CompaniesRead}

// SightForExport is what v puts into an export, with notes or without.
func SightForExport(v *viewer.Viewer, withNotes bool) viewer.Sight {
	if withNotes {
		return viewer.SightOf(v, append([]viewer.Permission{viewer.NotesRead}, exported...)...)
	}
	return viewer.SightOf(v, exported...)
}

// MayFetch reports that v is given the file of an export that they see: they see all that stands in it, still. Notes are
// for whoever asked for them, since somebody else's file may hold one about v.
func MayFetch(v *viewer.Viewer, e *gen.Export, withNotes bool) bool {
	own := string(e.ActorKind) == string(v.Kind) && e.ActorID == v.ID
	return v.Sees(e.Sight) && (own || !withNotes)
}

// MayOpen reports that v is given what stands in the file of an import that they see. It is for whoever brought it: any
// column may hold notes, whatever it is called, and about v, too.
func MayOpen(v *viewer.Viewer, one *gen.ImportRun) bool {
	return string(one.ActorKind) == string(v.Kind) && one.ActorID == v.ID
}
