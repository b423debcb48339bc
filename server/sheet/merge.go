package sheet

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
)

const (
	// maxMerged bounds the merged cells that are known at once, and maxLooked the sheet that is read beforehand to know them, in
	// bytes inflated: they stand behind its rows. A larger one with any is refused when it is at its end.
	maxMerged, maxLooked = 100_000, 64 << 20
)

// merged are cells of one column and several rows that show the text of the first. There, people name a company once for
// all who belong to it.
type merged struct {
	column, from, to int
}

// merges are those of a sheet by column, from top to bottom, on the way down.
type merges struct {
	left map[int][]merged
	// texts are what the ones on the way show, by column.
	texts map[int]string
}

// readMerged reads which cells are merged, before the rows; known is false in a sheet where that would take long.
func (b *book) readMerged(ctx context.Context) (known bool, down *merges, err error) {
	if f := b.parts[strings.ToLower(b.sheet)]; f != nil && f.UncompressedSize64 > maxLooked {
		return false, nil, nil
	}
	in, err := b.open(ctx, b.sheet, maxLooked)
	if err != nil {
		return false, nil, err
	}
	defer in.Close()
	var all []merged
	s := scan(in)
	if err := s.skipTo(mergeCells); err != nil {
		return false, nil, err
	}
	for {
		kind, err := s.next()
		switch {
		case err != nil:
			return false, nil, err
		case s.lastMerged(kind):
			return true, arranged(all), nil
		}
		if one, ok := s.merged(kind); ok {
			if all = append(all, one); len(all) > maxMerged {
				return false, nil, bad("This file has more merged cells than can be read. Split them, so that every row has its own.")
			}
		}
	}
}

// mergeCells holds all merged cells. What stands behind it is no concern of ours, and may have longer tags than we read.
const mergeCells = "mergeCells"

// lastMerged reports that no more merged cells come.
func (s *scanner) lastMerged(kind piece) bool {
	return kind == atEnd || kind == closing && string(s.name) == mergeCells
}

// skipTo passes over a part up to a word, without looking at what stands before it, which is all but a few bytes. The word
// may stand in a text, too: what is scanned from there on is less, and no less true.
func (s *scanner) skipTo(word string) error {
	for {
		if i := bytes.Index(s.buffer[s.from:s.to], []byte(word)); i >= 0 {
			s.from += i
			return nil
		}
		if s.from = max(s.to-len(word), s.from); s.ended {
			s.from = s.to
			return nil
		}
		if err := s.more(); err != nil {
			return err
		}
	}
}

// unmerged refuses a sheet whose rows were read, and that has merged cells behind them.
func (g *grid) unmerged() error {
	if err := g.skipTo(mergeCells); err != nil {
		return err
	}
	for {
		kind, err := g.next()
		if err != nil || g.lastMerged(kind) {
			return err
		}
		if one, ok := g.merged(kind); ok {
			return bad("The cells %s to %s are merged into one. Split them: in a file as large as this, every row must have its own.",
				Cell(one.column, one.from), Cell(one.column, one.to))
		}
	}
}

// merged reads the element of merged cells, if they are of one column below the headings.
func (s *scanner) merged(kind piece) (one merged, ok bool) {
	if kind != opening || string(s.name) != "mergeCell" {
		return one, false
	}
	from, to, _ := bytes.Cut(s.attribute("ref"), []byte(":"))
	one = merged{columnOf(from), rowOf(from), rowOf(to)}
	return one, one.column >= 0 && one.column < MaxColumns && one.column == columnOf(to) && one.from > 1 && one.from < one.to
}

// rowOf is the row of a cell's name, from 1; 0 for what is none.
func rowOf(cell []byte) (row int) {
	for _, b := range bytes.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
		if row = row*10 + int(b-'0'); b < '0' || b > '9' || row > lastRow {
			return 0
		}
	}
	return row
}

func arranged(all []merged) *merges {
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b merged) int { return cmp.Compare(a.from, b.from) })
	m := &merges{left: map[int][]merged{}, texts: map[int]string{}}
	for _, one := range all {
		m.left[one.column] = append(m.left[one.column], one)
	}
	return m
}

// fill puts into the cells of a row what merged ones show, where they hold nothing themselves.
func (m *merges) fill(row int, cells []string) []string {
	if m == nil {
		return cells
	}
	for column, left := range m.left {
		for len(left) > 0 && left[0].to < row {
			left = left[1:]
			delete(m.texts, column)
		}
		m.left[column] = left
		if len(left) == 0 || left[0].from > row {
			continue
		}
		if left[0].from == row {
			if column < len(cells) {
				m.texts[column] = cells[column]
			}
			continue
		}
		text := m.texts[column]
		for len(cells) <= column && text != "" {
			cells = append(cells, "")
		}
		if text != "" && cells[column] == "" {
			cells[column] = text
		}
	}
	return cells
}
