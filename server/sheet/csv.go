package sheet

import (
	"bufio"
	"io"
	"iter"
	"strings"
)

// TypeCSV is the media type of what WriteCSV writes (RFC 4180, RFC 7111).
const TypeCSV = "text/csv; charset=utf-8; header=present"

// mark is the byte order mark. Without it Excel takes UTF-8 for an old code page, and every accent for two letters.
const mark = "\ufeff"

// WriteCSV writes headings and lines as RFC 4180 says, one after the other, so that it takes no more memory for many.
// Cells are guarded. What was written before a line failed is written: the caller must break the answer off.
func WriteCSV(w io.Writer, headings []string, lines iter.Seq2[[]string, error]) error {
	out := bufio.NewWriterSize(w, 32<<10)
	_, _ = out.WriteString(mark) // what goes wrong is told by Flush
	record(out, headings)
	for line, err := range lines {
		if err != nil {
			return err
		}
		record(out, line)
	}
	return out.Flush()
}

func record(out *bufio.Writer, cells []string) {
	for i, cell := range cells {
		if i > 0 {
			_ = out.WriteByte(',')
		}
		quoted(out, Guard(cell))
	}
	_, _ = out.WriteString("\r\n")
}

func quoted(out *bufio.Writer, cell string) {
	if !strings.ContainsAny(cell, ",\"\r\n") {
		_, _ = out.WriteString(cell)
		return
	}
	_ = out.WriteByte('"')
	_, _ = out.WriteString(strings.ReplaceAll(cell, `"`, `""`))
	_ = out.WriteByte('"')
}

// formulas begin with one of these for some spreadsheet (OWASP, CSV Injection); the full-width ones do in Japanese Excel.
const formulas = "=+-@\t\r\n＝＋－＠"

// Guard keeps a spreadsheet from calculating a text: an apostrophe stands before what looks like a formula, and before an
// apostrophe, so that Unguard gives every text back.
func Guard(cell string) string {
	if cell != "" && strings.ContainsRune(formulas+"'", first(cell)) {
		return "'" + cell
	}
	return cell
}

// Unguard takes the apostrophe away that Guard put before a text.
func Unguard(cell string) string { return strings.TrimPrefix(cell, "'") }

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
