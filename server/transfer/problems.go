package transfer

import (
	"cmp"
	"context"
	"io"
	"iter"
	"slices"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importissue"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/sheet"
)

// problemsAtOnce is how many problems are read at once.
const problemsAtOnce = 500

// HasProblems reports an import whose rows with problems the viewer can download.
func HasProblems(ctx context.Context, one *gen.ImportRun) bool {
	return one.Failed > 0 && one.FileErasedAt == nil && rule.MayOpen(viewer.From(ctx), one)
}

// Problems returns what writes the rows of an import, by its global id, that were not saved: the problem and the fix, then
// the columns as they were in the file. Mended, it can be imported.
func (s *Importer) Problems(ctx context.Context, id string) (write func(io.Writer) error, err error) {
	key, err := gid.Key(gen.TypeImportRun, id)
	if err != nil {
		return nil, fault.NotFound("import")
	}
	one, err := s.Import(ctx, key)
	if err != nil {
		return nil, err
	}
	if !HasProblems(ctx, one) {
		return nil, fault.NotFound("file")
	}
	columns, err := Matches(one)
	if err != nil {
		return nil, err
	}
	columns = slices.DeleteFunc(columns, func(m *Match) bool { return isProblemColumn(m.Heading) })
	headings := slices.Clone(problemColumns)
	for _, m := range columns {
		headings = append(headings, m.Heading)
	}
	return func(w io.Writer) error { return sheet.Write(w, headings, s.problemLines(ctx, one, columns)) }, nil
}

// problemLines are the rows with problems, in the order of the file.
func (s *Importer) problemLines(ctx context.Context, one *gen.ImportRun, columns []*Match) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		next, stop := iter.Pull2(s.problemRows(ctx, one))
		defer stop()
		wanted, err, more := next()
		if err != nil || !more {
			if err != nil {
				yield(nil, err)
			}
			return
		}
		file, err := sheet.Open(ctx, s.file(ctx, one.ID, one.Size), one.Size)
		if err != nil {
			yield(nil, err)
			return
		}
		for row, err := range file.Rows(ctx) {
			if err != nil {
				yield(nil, refused(err))
				return
			}
			if row.Number != wanted.row {
				continue
			}
			if !yield(wanted.line(row, columns), nil) {
				return
			}
			if wanted, err, more = next(); err != nil || !more {
				if err != nil {
					yield(nil, err)
				}
				return
			}
		}
	}
}

// problemRow is all that is wrong with one row.
type problemRow struct {
	row    int
	issues []*gen.ImportIssue
}

// problemRows are the rows of an import with what is wrong with each, in order.
func (s *Importer) problemRows(ctx context.Context, one *gen.ImportRun) iter.Seq2[*problemRow, error] {
	return func(yield func(*problemRow, error) bool) {
		var now *problemRow
		for after := int64(0); ; {
			some, err := s.Store.Ent(ctx).ImportIssue.Query().Where(importissue.ImportID(one.ID), importissue.Pass(one.Pass), importissue.IDGT(after)).
				Order(importissue.ByID()).Limit(problemsAtOnce).All(viewer.AsSystem(ctx, "import"))
			if err != nil {
				yield(nil, err)
				return
			}
			for _, i := range some {
				after = i.ID
				if now == nil || now.row != i.Row {
					if now != nil && !yield(now, nil) {
						return
					}
					now = &problemRow{row: i.Row}
				}
				now.issues = append(now.issues, i)
			}
			if len(some) < problemsAtOnce {
				if now != nil {
					yield(now, nil)
				}
				return
			}
		}
	}
}

// line is the row as the file of problems has it.
func (p *problemRow) line(row sheet.Row, columns []*Match) []string {
	var problems, fixes []string
	for _, i := range p.issues {
		problem := i.Message
		if i.Column != nil {
			problem = *i.Column + ": " + problem
		}
		problems = append(problems, problem)
		if fix := fixOf(i, columns); !slices.Contains(fixes, fix) {
			fixes = append(fixes, fix)
		}
	}
	line := []string{strings.Join(problems, " "), strings.Join(fixes, " ")}
	for _, m := range columns {
		cell := ""
		if m.Place < len(row.Cells) {
			cell = row.Cells[m.Place]
		}
		line = append(line, cell)
	}
	return line
}

// fixes are what to do about a problem, by its code.
var fixes = map[string]string{
	string(fault.CodeTaken):       "Take one of the two out, or give the other value.",
	string(fault.CodeConflict):    "Take the row from a new export.",
	string(fault.EmailIsStatic):   "Put the old value back, or empty the cell.",
	string(fault.SameName):        "If it is somebody else, override the warning. Otherwise put their ID or email in.",
	string(fault.OtherDomain):     "Check the company, or override the warning.",
	string(fault.BouncedBefore):   "Check the address, or override the warning.",
	string(fault.WithoutFactor):   "Choose another role, or override the warning.",
	string(fault.CodeForbidden):   "Ask somebody who may, or leave the cell empty.",
	fault.Internal:                "Import the row again.",
	string(fault.LastGlobalAdmin): "Make somebody else a Global Admin first.",
}

// fixOf is what to do about an issue: by its code, else what may stand in its column.
func fixOf(i *gen.ImportIssue, columns []*Match) string {
	hint := "Correct the row."
	if i.Column != nil {
		c := ColumnNamed(*i.Column)
		for _, m := range columns {
			if m.Heading == *i.Column && m.Key != "" {
				c = ColumnNamed(m.Key)
			}
		}
		if c != nil {
			hint = c.Hint
		}
	}
	return cmp.Or(fixes[i.Code], hint)
}
