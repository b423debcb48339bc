// Package sheet writes spreadsheets. Every cell is a text: what looks like a formula stays what it looks like. It imports
// nothing of ours.
package sheet

import (
	"io"
	"iter"

	"github.com/xuri/excelize/v2"
)

// Type is the media type of what Write writes.
const Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// width of a column, in characters.
const width = 28

// Write writes one sheet: a row of headings, then the lines, read one after the other. Nothing is written if a line
// fails.
func Write(w io.Writer, headings []string, lines iter.Seq2[[]string, error]) error {
	file := excelize.NewFile()
	defer file.Close()
	out, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	if err := out.SetColWidth(1, len(headings), width); err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	if err := out.SetRow("A1", cells(headings), excelize.RowOpts{StyleID: bold}); err != nil {
		return err
	}
	row := 1
	for line, err := range lines {
		if err != nil {
			return err
		}
		row++
		at, err := excelize.CoordinatesToCellName(1, row)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, cells(line)); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Write(w)
}

func cells(texts []string) []any {
	row := make([]any, len(texts))
	for i, text := range texts {
		row[i] = text
	}
	return row
}
