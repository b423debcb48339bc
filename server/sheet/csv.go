package sheet

import (
	"bufio"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// TypeCSV is the media type of what WriteCSV writes (RFC 4180, RFC 7111).
const TypeCSV = "text/csv; charset=utf-8; header=present"

// mark is the byte order mark. Without it Excel takes UTF-8 for an old code page, and every accent for two letters.
const mark = "\ufeff"

// WriteCSV writes headings and lines as RFC 4180 says, one after the other, so that it takes no more memory for many.
// Cells are guarded. What was written before a line failed is written: the caller must break the answer off.
func WriteCSV(w io.Writer, headings []string, lines iter.Seq2[[]string, error]) error {
	out := bufio.NewWriterSize(w, 32<<10)
	_, _ = out.Write(appendLine([]byte(mark), headings)) // what goes wrong is told by Flush
	var text []byte
	for line, err := range lines {
		if err != nil {
			return err
		}
		text = appendLine(text[:0], line)
		_, _ = out.Write(text)
	}
	return out.Flush()
}

// appendLine adds a line of cells.
func appendLine(out []byte, cells []string) []byte {
	for i, cell := range cells {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendQuoted(out, Guard(cell))
	}
	return append(out, "\r\n"...)
}

func appendQuoted(out []byte, cell string) []byte {
	if !strings.ContainsAny(cell, ",\"\r\n") {
		return append(out, cell...)
	}
	out = append(out, '"')
	out = append(out, strings.ReplaceAll(cell, `"`, `""`)...)
	return append(out, '"')
}

// formulas begin with one of these for some spreadsheet (OWASP, CSV Injection); the full-width ones do in Japanese Excel.
const formulas = "=+-@\t\r\n＝＋－＠"

// Guard keeps a spreadsheet from calculating a text: an apostrophe stands before what looks like a formula, with or without
// apostrophes before it, so that Unguard gives every text back.
func Guard(cell string) string {
	if looksComputed(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard takes the apostrophe away that Guard put before a text. Other apostrophes are part of a name, such as 't Hart.
func Unguard(cell string) string {
	if looksComputed(cell) {
		return strings.TrimPrefix(cell, "'")
	}
	return cell
}

// Text is a text as a cell of XLSX holds it. There nothing needs a guard, since a cell knows that it is a text; what looks
// guarded already has one more apostrophe, so that reading gives every text back.
func Text(cell string) string {
	if Unguard(cell) != cell {
		return "'" + cell
	}
	return cell
}

// looksComputed reports a text that some spreadsheet would calculate, or would without its apostrophes.
func looksComputed(cell string) bool {
	if cell != "" && cell[0] >= '0' && cell[0] <= 'z' && cell[0] != '=' && cell[0] != '@' { // nearly all
		return false
	}
	bare := strings.TrimLeft(cell, "'")
	return bare != "" && strings.ContainsRune(formulas, first(bare))
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
