package sheet

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

func notUTF8() error {
	return bad("This text is not in UTF-8, so letters may come out wrong. Save it as XLSX, or as “CSV UTF-8”.")
}

// sample is how much of a text is looked at to find what separates its columns.
const sample = 64 << 10

// openText reads text with separated values: commas, semicolons or tabs, quoted as in RFC 4180. A first line such as
// "sep=;" names the separator.
func openText(file io.ReaderAt, size int64) (*File, error) {
	head := make([]byte, min(size, sample))
	if _, err := file.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	head = bytes.TrimPrefix(head, byteOrderMark)
	if bytes.IndexByte(head, 0) >= 0 {
		return nil, bad("This is no spreadsheet. Choose an XLSX or a CSV file.")
	}
	comma, skip := separator(head)
	return &File{rows: func(ctx context.Context, row func(Row) error) error {
		t := &text{in: bufio.NewReaderSize(io.NewSectionReader(file, 0, size), 64<<10), comma: comma}
		if start, _ := t.in.Peek(len(byteOrderMark)); bytes.Equal(start, byteOrderMark) {
			_, _ = t.in.Discard(len(byteOrderMark))
		}
		return t.read(ctx, skip, row)
	}}, nil
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// separator finds what separates columns: what stands most often in the first line, outside of quotes.
func separator(head []byte) (comma byte, named bool) {
	line := head
	if end := bytes.IndexAny(head, "\r\n"); end >= 0 {
		line = head[:end]
	}
	if rest, ok := bytes.CutPrefix(line, []byte("sep=")); ok && len(rest) == 1 {
		return rest[0], true
	}
	counts, quoted := map[byte]int{}, false
	for _, b := range line {
		switch {
		case b == '"':
			quoted = !quoted
		case !quoted:
			counts[b]++
		}
	}
	comma = ','
	for _, other := range []byte(";\t") {
		if counts[other] > counts[comma] {
			comma = other
		}
	}
	return comma, false
}

// text is a file of separated values on its way.
type text struct {
	in    *bufio.Reader
	comma byte
	cell  []byte
	cells []string
}

// read gives every line that holds something to row.
func (t *text) read(ctx context.Context, skip bool, row func(Row) error) error {
	number := 1
	if skip { // no spreadsheet shows the line that names the separator
		number = 0
	}
	for ; ; number++ {
		more, err := t.line(number)
		if err != nil {
			return err
		}
		if cells := trimmed(t.cells); len(cells) > 0 && number > 0 {
			if len(cells) > MaxColumns {
				return tooWide()
			}
			if err := row(Row{number, cells}); err != nil {
				return err
			}
		}
		if !more {
			return nil
		}
		if number%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// line reads the cells of one line; it reports whether there are more.
func (t *text) line(number int) (more bool, err error) {
	t.cells = t.cells[:0]
	for size := 0; ; {
		end, err := t.value(number)
		if err != nil {
			return false, err
		}
		if !utf8.Valid(t.cell) {
			return false, notUTF8()
		}
		if size += len(t.cell); len(t.cells) > 16*MaxColumns || size > 4*maxCell {
			return false, tooWide()
		}
		t.cells = append(t.cells, Unguard(string(t.cell)))
		switch end {
		case t.comma:
		case '\n':
			return true, nil
		default:
			return false, nil
		}
	}
}

// value reads one value, and what ended it: the separator, a line feed for the end of the line, or 0 at the end of the text.
func (t *text) value(number int) (end byte, err error) {
	t.cell = t.cell[:0]
	quoted, closed := false, false
	for {
		b, err := t.in.ReadByte()
		if errors.Is(err, io.EOF) {
			if quoted && !closed {
				return 0, bad("Row %d has a quote that does not end.", number)
			}
			return 0, nil
		}
		if err != nil {
			return 0, err
		}
		switch {
		case quoted && !closed && b == '"':
			if next, _ := t.in.Peek(1); len(next) == 1 && next[0] == '"' {
				_, _ = t.in.Discard(1)
				t.cell = append(t.cell, '"')
			} else {
				closed = true
			}
		case quoted && !closed:
			t.cell = append(t.cell, b)
		case b == t.comma, b == '\n':
			return b, nil
		case b == '\r':
			if next, _ := t.in.Peek(1); len(next) == 0 || next[0] != '\n' { // as Excel for Mac ends lines
				return '\n', nil
			}
		case b == '"' && len(t.cell) == 0 && !closed:
			quoted = true
		default:
			t.cell = append(t.cell, b)
		}
		if len(t.cell) > maxCell {
			return 0, bad("Row %d has a cell that is longer than a cell can be.", number)
		}
	}
}

// trimmed takes empty cells off the end.
func trimmed(cells []string) []string {
	last := len(cells)
	for last > 0 && strings.TrimSpace(cells[last-1]) == "" {
		last--
	}
	return slices.Clip(cells[:last])
}

func tooWide() error { return bad("This file has more than %d columns.", MaxColumns) }
