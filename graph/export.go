package graph

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/sheet"
	"github.com/portico-hub/portico/server/transfer"
)

// startExport reads the input of an export.
func startExport(input gen.StartExportInput) (in transfer.ExportInput, err error) {
	in.Columns, in.Format = input.Columns, sheet.XLSX
	if value(input.Format) == export.FormatCSV {
		in.Format = sheet.CSV
	}
	if input.Filter != nil {
		filter, err := userFilter(input.Filter)
		in.Filter = &filter
		return in, err
	}
	return in, nil
}

// exports is the list of them.
func (r *Resolver) exports(ctx context.Context, args list.Args) (*gen.ExportConnection, error) {
	page, count, err := r.Exporter.Exports(ctx, args)
	if err != nil {
		return nil, err
	}
	return &gen.ExportConnection{
		Edges: edges(page, func(e *ent.Export, cursor list.Cursor) *gen.ExportEdge {
			return &gen.ExportEdge{Node: e, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    count,
	}, nil
}
