package transfer

import (
	"context"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/sheet"
)

const (
	// offered is how many roles, groups and companies the example offers to choose from, each by name.
	offered = 500
	// users and lists are its sheets; nobody sees the second.
	users, lists = "Users", "Lists"
)

// Example returns what writes the spreadsheet that users are brought in with: headings with notes, lists of what this viewer
// may use, and one sample row, which an import leaves out. It refuses whoever may not import.
func (s *Exporter) Example(ctx context.Context) (write func(io.Writer) error, err error) {
	if err := rule.Require(ctx, viewer.Import); err != nil {
		return nil, err
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureImport); err != nil {
		return nil, err
	}
	choices, err := s.choices(ctx)
	if err != nil {
		return nil, err
	}
	columns := slices.DeleteFunc(ReadableColumns(viewer.From(ctx)), func(c *Column) bool { return c.ReadOnly })
	return func(w io.Writer) error {
		e := &example{file: excelize.NewFile()}
		defer e.file.Close()
		e.begin(len(columns))
		for i, c := range columns {
			e.column(i+1, c, choices[c.Key])
		}
		if e.err != nil {
			return e.err
		}
		return e.file.Write(w)
	}, nil
}

// choices are the names that the example offers in a column, by its key: what the viewer sees, and of roles what they may
// give.
func (s *Exporter) choices(ctx context.Context) (map[string][]string, error) {
	client, found := s.Store.Ent(ctx), map[string][]string{}
	roles, err := client.Role.Query().Where(role.IDIn(viewer.From(ctx).Grants...)).Order(role.ByNameKey()).Limit(offered).All(ctx)
	if err != nil {
		return nil, err
	}
	groups, err := client.Group.Query().Where(group.IsDefault(false)).Order(gen.Asc(group.FieldSortName, group.FieldID)).Limit(offered).All(ctx)
	if err != nil {
		return nil, err
	}
	companies, err := client.Company.Query().Order(gen.Asc(company.FieldSortName, company.FieldID)).Limit(offered).All(ctx)
	for _, r := range roles {
		found["role"] = append(found["role"], shield(r.Name))
	}
	for _, g := range groups {
		found["groups"] = append(found["groups"], shield(join([]string{g.Name})))
	}
	for _, c := range companies {
		found["company"] = append(found["company"], shield(c.Name))
		found["customers"] = append(found["customers"], shield(writeCustomers(&Record{Customers: []Customer{{Company: c.Name}}})))
	}
	for _, names := range found {
		for i, name := range names {
			names[i] = sheet.Text(name)
		}
	}
	return found, err
}

// example is the file on its way; its first error is kept.
type example struct {
	file *excelize.File
	err  error
	// texts, headings and samples are the styles of cells.
	texts, headings, samples int
	listed                   int
}

func (e *example) try(err error) {
	if e.err == nil {
		e.err = err
	}
}

func (e *example) style(font *excelize.Font, colour string) int {
	style := &excelize.Style{NumFmt: textFormat, Font: font, Alignment: &excelize.Alignment{Vertical: "top"}}
	if colour != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	id, err := e.file.NewStyle(style)
	e.try(err)
	return id
}

// textFormat keeps what is typed as it is typed: a phone number stays one.
const textFormat = 49

func (e *example) begin(columns int) {
	e.try(e.file.SetSheetName("Sheet1", users))
	_, err := e.file.NewSheet(lists)
	e.try(err)
	e.try(e.file.SetSheetVisible(lists, false))
	e.texts, e.headings = e.style(nil, ""), e.style(&excelize.Font{Bold: true}, "E3E5E8")
	e.samples = e.style(&excelize.Font{Italic: true, Color: "565D66"}, "F7F8F9")
	last, err := excelize.ColumnNumberToName(columns)
	e.try(err)
	e.try(e.file.SetColWidth(users, "A", last, 22))
	e.try(e.file.SetColStyle(users, "A:"+last, e.texts))
	e.try(e.file.SetPanes(users, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// column writes a heading with its note, the sample under it, and what there is to choose from.
func (e *example) column(number int, c *Column, choices []string) {
	name, err := excelize.ColumnNumberToName(number)
	e.try(err)
	e.try(e.file.SetCellStr(users, name+"1", c.Heading))
	e.try(e.file.SetCellStyle(users, name+"1", name+"1", e.headings))
	e.try(e.file.SetCellStr(users, name+"2", c.sampleFor(choices)))
	e.try(e.file.SetCellStyle(users, name+"2", name+"2", e.samples))
	e.try(e.file.AddComment(users, excelize.Comment{Cell: name + "1", Author: "Portico", Text: c.Hint, Width: 260, Height: 80}))
	cells := excelize.NewDataValidation(true)
	cells.Sqref = name + "2:" + name + "1048576"
	switch {
	case len(c.choices) > 0:
		e.try(cells.SetDropList(c.choices))
		cells.SetError(excelize.DataValidationErrorStyleStop, c.Heading, c.Hint)
	case len(choices) > 0:
		// A suggestion: a cell may have several names, and a company may be new.
		cells.SetSqrefDropList(e.list(choices))
		cells.ShowErrorMessage = false
	default:
		return
	}
	e.try(e.file.AddDataValidation(users, cells))
}

// list writes what there is to choose from, and returns where.
func (e *example) list(choices []string) string {
	e.listed++
	column, err := excelize.ColumnNumberToName(e.listed)
	e.try(err)
	e.try(e.file.SetSheetCol(lists, column+"1", &choices))
	to, err := excelize.CoordinatesToCellName(e.listed, len(choices), true)
	e.try(err)
	from, err := excelize.CoordinatesToCellName(e.listed, 1, true)
	e.try(err)
	return lists + "!" + from + ":" + to
}

// sampleFor is what the sample row has: where only some names may be used, one of these.
func (c *Column) sampleFor(choices []string) string {
	if c.sample == "" || len(choices) == 0 || slices.Contains(choices, c.sample) {
		return c.sample
	}
	return choices[0]
}
