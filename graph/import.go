package graph

import (
	"context"
	"io"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importissue"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/transfer"
)

// importAs is how a mutation of an import ends.
func importAs(one *ent.ImportRun, err error) (*gen.ImportPayload, error) {
	p := &gen.ImportPayload{Import: one}
	return p, settle(err, &p.UserErrors, &p.Warnings)
}

// uploaded is a file of a multipart request as the importer takes it.
func uploaded(file graphql.Upload) (transfer.Upload, error) {
	in, ok := file.File.(io.ReaderAt)
	if !ok {
		return transfer.Upload{}, &fault.Fault{Kind: fault.BadRequest, Code: fault.Invalid, Message: "Send the file as part of a multipart request."}
	}
	return transfer.Upload{Name: file.Filename, Size: file.Size, File: in}, nil
}

// importChoices are what is decided for a whole file.
func importChoices(o *gen.ImportOptions) (c transfer.Choices) {
	if o == nil {
		return c
	}
	return transfer.Choices{OnExisting: value(o.OnExisting), Notify: importrun.Notify(value(o.Notify)), Override: codes(o.OverrideWarnings)}
}

// runChoices are those that a run changes.
func runChoices(in gen.RunImportInput) (c transfer.Choices) {
	c.Notify = importrun.Notify(value(in.Notify))
	if in.OverrideWarnings != nil {
		c.Override = append([]fault.Code{}, codes(in.OverrideWarnings)...)
	}
	return c
}

// imports is the list of them.
func (r *Resolver) imports(ctx context.Context, args list.Args) (*gen.ImportConnection, error) {
	page, count, err := r.Importer.Imports(ctx, args)
	if err != nil {
		return nil, err
	}
	return &gen.ImportConnection{
		Edges: edges(page, func(one *ent.ImportRun, cursor list.Cursor) *gen.ImportEdge {
			return &gen.ImportEdge{Node: one, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    count,
	}, nil
}

// issuesOf is the list of what is wrong with an import.
func (r *Resolver) issuesOf(ctx context.Context, one *ent.ImportRun, kind *importissue.Severity, args list.Args) (*gen.ImportIssueConnection, error) {
	page, count, err := r.Importer.Issues(ctx, one, kind, args)
	if err != nil {
		return nil, err
	}
	return &gen.ImportIssueConnection{
		Edges: edges(page, func(i *ent.ImportIssue, cursor list.Cursor) *gen.ImportIssueEdge {
			return &gen.ImportIssueEdge{Node: i, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    count,
	}, nil
}

// overridden are the codes of warnings that keep no row back.
func overridden(words []string) []gen.WarningCode {
	all := make([]gen.WarningCode, len(words))
	for i, w := range words {
		all[i] = gen.WarningCode(w)
	}
	slices.Sort(all)
	return all
}
