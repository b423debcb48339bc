// Package sheet writes spreadsheets. Every cell is a text: what looks like a formula stays what it looks like. It imports
// nothing of ours.
package sheet

import (
	"archive/zip"
	"bufio"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Type is the media type of an XLSX file.
const Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// MaxLines is how many lines one sheet of XLSX holds below its headings.
const MaxLines = 1<<20 - 1

// rows is the part of an XLSX file that holds the cells.
const rows = "xl/worksheets/sheet1.xml"

// Write writes an XLSX file of one sheet: a row of headings, then the lines, read one after the other, so that it takes no
// more memory for many. What was written before a line failed is no file: the caller must break the answer off.
func Write(w io.Writer, headings []string, lines iter.Seq2[[]string, error]) error {
	book := zip.NewWriter(w)
	if err := writeParts(book); err != nil {
		return err
	}
	part, err := book.Create(rows)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(part, 32<<10)
	_, _ = out.Write(appendHead(nil, headings)) // what goes wrong is told by Flush
	var row []byte
	number := 1
	for line, err := range lines {
		if err != nil {
			return err
		}
		number++
		row = appendRow(row[:0], number, line)
		_, _ = out.Write(row)
	}
	_, _ = out.WriteString(tail)
	if err := out.Flush(); err != nil {
		return err
	}
	return book.Close()
}

// parts are all of an XLSX file but its rows. Cells are texts by their format, so that whoever changes one leaves it a text;
// those of format 2 are quoted, since they look like formulas.
var parts = [][2]string{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` +
		`<Override PartName="/` + rows + `" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="` + mainSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
	{"xl/styles.xml", `<styleSheet xmlns="` + mainSpace + `">` +
		`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">` +
		`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
		`<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>` +
		`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs>` +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`},
}

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	tail        = `</sheetData></worksheet>`
)

func writeParts(book *zip.Writer) error {
	for _, p := range parts {
		w, err := book.Create(p[0])
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, declaration+p[1]); err != nil {
			return err
		}
	}
	return nil
}

// appendHead adds what stands before the lines: the headings stay in sight while one scrolls.
func appendHead(out []byte, headings []string) []byte {
	out = append(out, declaration+`<worksheet xmlns="`+mainSpace+`"><sheetViews><sheetView workbookViewId="0">`+
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="`...)
	out = strconv.AppendInt(out, int64(len(headings)), 10)
	out = append(out, `" width="28" style="0" customWidth="1"/></cols><sheetData><row r="1">`...)
	for i, heading := range headings {
		out = appendCell(out, i, 1, heading, ` s="1"`)
	}
	return append(out, `</row>`...)
}

// appendRow adds a row of cells; empty ones are left out.
func appendRow(out []byte, number int, cells []string) []byte {
	out = append(out, `<row r="`...)
	out = strconv.AppendInt(out, int64(number), 10)
	out = append(out, `">`...)
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		format := ""
		if looksComputed(cell) {
			format = ` s="2"`
		}
		out = appendCell(out, i, number, cell, format)
	}
	return append(out, `</row>`...)
}

func appendCell(out []byte, column, row int, text, format string) []byte {
	out = append(out, `<c r="`...)
	if column >= 26 {
		out = append(out, byte('A'+column/26-1))
	}
	out = append(out, byte('A'+column%26))
	out = strconv.AppendInt(out, int64(row), 10)
	out = append(append(append(out, '"'), format...), ` t="inlineStr"><is><t`...)
	text = Text(text)
	if len(text) != len(strings.TrimSpace(text)) || strings.IndexByte(text, '\n') >= 0 || strings.IndexByte(text, '\t') >= 0 {
		out = append(out, ` xml:space="preserve"`...)
	}
	return append(appendText(append(out, '>'), text), `</t></is></c>`...)
}

// plain are the bytes that stand as they are wherever they do.
var plain = func() (is [256]bool) {
	for b := byte(' '); b < utf8.RuneSelf; b++ {
		is[b] = !strings.ContainsRune("&<>_", rune(b))
	}
	is['\n'], is['\t'] = true, true
	return is
}()

// appendText adds a text as XML and spreadsheets have it: what XML cannot hold is left out, and what a spreadsheet would
// read as an escaped character, such as _x000D_, is escaped itself (ECMA-376, ST_Xstring).
func appendText(out []byte, text string) []byte {
	for i := 0; i < len(text); {
		from := i
		for i < len(text) && plain[text[i]] {
			i++
		}
		if out = append(out, text[from:i]...); i == len(text) {
			break
		}
		b := text[i]
		switch {
		case b == '&':
			out = append(out, "&amp;"...)
		case b == '<':
			out = append(out, "&lt;"...)
		case b == '>':
			out = append(out, "&gt;"...)
		case b == '_' && escapes(text[i:]):
			out = append(out, "_x005F_"...)
		case b == '_':
			out = append(out, b)
		case b >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if i += size; r != utf8.RuneError && r != 0xfffe && r != 0xffff {
				out = utf8.AppendRune(out, r)
			}
			continue
		}
		i++
	}
	return out
}

// escapes reports a text that begins like _x000D_.
func escapes(text string) bool {
	if len(text) < 7 || text[1] != 'x' || text[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(text[2:6], 16, 16)
	return err == nil
}
