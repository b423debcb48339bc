package sheet

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"
)

// grid is the sheet on its way.
type grid struct {
	*book
	*scanner
	row   Row
	last  int
	value []byte
}

// readSheet gives every row that holds something to row. Cells that are merged down a column all show the text of the first.
func (b *book) readSheet(ctx context.Context, row func(Row) error) error {
	known, down, err := b.readMerged(ctx)
	if err != nil {
		return err
	}
	in, err := b.open(ctx, b.sheet, maxInflated)
	if err != nil {
		return err
	}
	defer in.Close()
	g := &grid{book: b, scanner: scan(in)}
	for {
		kind, err := g.next()
		if err != nil {
			return err
		}
		switch name := string(g.name); {
		case kind == atEnd:
			return errBroken // the sheet's data never ended
		case kind == closing && (name == "sheetData" || name == "worksheet"), kind == opening && name == "sheetData" && g.empty:
			if known {
				return nil
			}
			return g.unmerged()
		case kind == opening && name == "row":
			if err := g.line(); err != nil {
				return err
			}
			if cells := trimmed(g.row.Cells); len(cells) > 0 {
				if err := row(Row{g.row.Number, down.fill(g.row.Number, cells)}); err != nil {
					return err
				}
			}
		}
	}
}

// line reads one row. A row and a cell that do not say where they are stand behind the one before.
func (g *grid) line() error {
	number, said := g.number("r")
	if !said {
		number = g.last + 1
	}
	if number <= g.last || number > lastRow {
		return errBroken
	}
	g.last, g.row.Number, g.row.Cells = number, number, g.row.Cells[:0]
	if g.empty {
		return nil
	}
	for column := 0; ; {
		kind, err := g.next()
		if err != nil {
			return err
		}
		switch {
		case kind == atEnd:
			return errBroken
		case kind == closing && string(g.name) == "row":
			return nil
		case kind == opening && string(g.name) == "c":
			if at := g.attribute("r"); len(at) > 0 {
				if column = columnOf(at); column < 0 {
					return errBroken
				}
			}
			text, err := g.cell()
			if err != nil {
				return err
			}
			if err := g.put(column, text); err != nil {
				return err
			}
			column++
		}
	}
}

// put sets a cell of the row. A guard is taken away as from text: a CSV file that a spreadsheet saved as XLSX keeps them all.
func (g *grid) put(column int, text []byte) error {
	if len(bytes.TrimSpace(text)) == 0 {
		return nil
	}
	if column >= MaxColumns {
		return tooWide()
	}
	if !utf8.Valid(text) {
		return errBroken
	}
	for len(g.row.Cells) <= column {
		g.row.Cells = append(g.row.Cells, "")
	}
	g.row.Cells[column] = Unguard(string(text))
	return nil
}

// columnOf is the column of a cell's name, from 0; -1 for what is none.
func columnOf(cell []byte) int {
	column := 0
	for i, b := range cell {
		switch {
		case b >= 'A' && b <= 'Z' && i < 4:
			column = column*26 + int(b-'A') + 1
		case b >= 'a' && b <= 'z' && i < 4:
			column = column*26 + int(b-'a') + 1
		case b >= '0' && b <= '9' && i > 0:
			return column - 1
		default:
			return -1
		}
	}
	return column - 1
}

// cell is what one cell shows: of a formula, what it came to when the file was saved.
func (g *grid) cell() ([]byte, error) {
	if g.empty {
		return nil, nil
	}
	kind := string(g.attribute("t"))
	style, styled := g.number("s")
	g.value = g.value[:0]
	inValue, formula := false, false
	for {
		found, err := g.next()
		if err != nil {
			return nil, err
		}
		switch name := string(g.name); {
		case found == atEnd:
			return nil, errBroken
		case found == opening && name == "is":
			if g.value, err = g.rich(g.value, "is"); err != nil {
				return nil, err
			}
			kind = "inlineStr"
		case found == opening && name == "f":
			formula = true
		case found == opening && name == "v":
			inValue = !g.empty
		case found == closing && name == "v":
			inValue = false
		case found == words && inValue:
			if g.value = g.take(g.value); len(g.value) > maxCell {
				return nil, bad("A cell of this file is longer than a cell can be.")
			}
		case found == closing && name == "c":
			if kind != "inlineStr" && kind != "str" && len(bytes.TrimSpace(g.value)) == 0 {
				if formula {
					return []byte(Uncalculated), nil
				}
				return nil, nil
			}
			if !styled {
				style = 0
			}
			return g.shown(kind, style)
		}
	}
}

// shown is a value as the cell shows it.
func (g *grid) shown(kind string, style int) ([]byte, error) {
	switch kind {
	case "inlineStr":
		return g.value, nil
	case "str", "e":
		return unwrap(g.value, 0), nil
	case "s":
		n := 0
		for _, b := range bytes.TrimSpace(g.value) {
			if b < '0' || b > '9' || n > 1<<28 {
				return nil, errBroken
			}
			n = n*10 + int(b-'0')
		}
		if n >= g.texts.count {
			return nil, errBroken
		}
		return g.texts.at(n), nil
	case "b":
		if strings.TrimSpace(string(g.value)) == "1" {
			return []byte("TRUE"), nil
		}
		return []byte("FALSE"), nil
	case "d":
		return bytes.TrimSuffix(g.value, []byte("T00:00:00")), nil
	}
	var as look
	if style < len(g.looks) {
		as = g.looks[style]
	}
	return as.number(g.value, g.date1904), nil
}
