package transfer

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/sheet"
)

// Sheet is the one of a workbook that is read, and how many others hold something and are not.
type Sheet struct {
	Name   string
	Others int
}

// SheetOf looks into the file of an import for its sheet; nil for text, once it is erased, and for whoever did not bring it.
func (s *Importer) SheetOf(ctx context.Context, one *gen.ImportRun) (*Sheet, error) {
	if one.FileErasedAt != nil || !rule.MayOpen(viewer.From(ctx), one) {
		return nil, nil
	}
	file, err := sheet.Open(ctx, s.file(ctx, one.ID, one.Size), one.Size)
	if err != nil || file.Sheet == "" {
		return nil, refused(err)
	}
	return &Sheet{Name: file.Sheet, Others: file.Others}, nil
}
