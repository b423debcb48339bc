package transfer

import (
	"context"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/ent/gen/ent/importissue"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/list"
)

// Exports are those that the viewer may see, the newest first, and how many there are.
func (s *Exporter) Exports(ctx context.Context, args list.Args) (*list.Page[*gen.Export], list.Counter, error) {
	if err := rule.RequireExport(ctx); err != nil {
		return nil, nil, err
	}
	all := func() *gen.ExportQuery { return s.Store.Ent(ctx).Export.Query() }
	page, err := list.Read(ctx, list.Source[*gen.Export]{
		Order: list.Order{Name: "NEWEST", Column: export.FieldID, Kind: list.ID, Desc: true}, Signer: s.Signer,
		Place: func(e *gen.Export) (any, int64) { return nil, e.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*gen.Export, error) {
			return all().Where(where).Limit(limit).All(ctx)
		},
	}, args)
	return page, func(ctx context.Context) (int, error) { return all().Count(ctx) }, err
}

// Imports are those that the viewer may see, the newest first, and how many there are.
func (s *Importer) Imports(ctx context.Context, args list.Args) (*list.Page[*gen.ImportRun], list.Counter, error) {
	if err := s.May(ctx); err != nil {
		return nil, nil, err
	}
	all := func() *gen.ImportRunQuery { return s.Store.Ent(ctx).ImportRun.Query() }
	page, err := list.Read(ctx, list.Source[*gen.ImportRun]{
		Order: list.Order{Name: "IMPORTS", Column: importrun.FieldID, Kind: list.ID, Desc: true}, Signer: s.Signer,
		Place: func(one *gen.ImportRun) (any, int64) { return nil, one.ID },
		Fetch: func(ctx context.Context, where func(*sql.Selector), limit int) ([]*gen.ImportRun, error) {
			return all().Where(where).Limit(limit).All(ctx)
		},
	}, args)
	return page, func(ctx context.Context) (int, error) { return all().Count(ctx) }, err
}

// Issues are what is wrong with the rows of an import, of one kind if given, in the order of the file, and how much there is.
// Whoever sees the import sees them.
func (s *Importer) Issues(ctx context.Context, one *gen.ImportRun, kind *importissue.Severity, args list.Args) (*list.Page[*gen.ImportIssue], list.Counter, error) {
	system := viewer.AsSystem(ctx, "import")
	all := func() *gen.ImportIssueQuery {
		query := s.Store.Ent(ctx).ImportIssue.Query().Where(importissue.ImportID(one.ID), importissue.Pass(one.Pass))
		if kind != nil {
			query.Where(importissue.SeverityEQ(*kind))
		}
		return query
	}
	page, err := list.Read(ctx, list.Source[*gen.ImportIssue]{
		Order: list.Order{Name: "ISSUES", Column: importissue.FieldID, Kind: list.ID}, Signer: s.Signer,
		Place: func(i *gen.ImportIssue) (any, int64) { return nil, i.ID },
		Fetch: func(_ context.Context, where func(*sql.Selector), limit int) ([]*gen.ImportIssue, error) {
			return all().Where(where).Limit(limit).All(system)
		},
	}, args)
	return page, func(context.Context) (int, error) { return all().Count(system) }, err
}
