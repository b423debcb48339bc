package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/sheet"
)

// read reads a file to its end, a line for each row: its number and its cells.
func read(file []byte) (name string, rows []string, err error) {
	f, err := sheet.Open(context.Background(), bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return "", nil, err
	}
	for row, err := range f.Rows(context.Background()) {
		if err != nil {
			return f.Sheet, rows, err
		}
		rows = append(rows, string(rune('0'+row.Number%10))+"|"+strings.Join(row.Cells, "|"))
	}
	return f.Sheet, rows, nil
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	body, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

const (
	heads = "1|Email|First Name|Last Name|Cell Phone|Extension|Status|Since|Note"
	asa   = "2|åsa@example.org|Åsa|Østby & Sønn|+47 900 12 345|014|Active|2026-11-22|<b>\"quoted\"</b>; two\nlines"
	bo    = "3|bo@example.org|Bo|李小龍|493012345678|7|Inactive|2026-11-22"
	cai   = "4|cai@example.org|Cai|O’Neil 😀|||||=1+1"
)

// Files of others are read alike: people do not know how a program writes a spreadsheet.
func TestReadOfOthers(t *testing.T) {
	for name, want := range map[string][]string{
		"exceljs.xlsx":        {"People", heads, asa, bo + " 14:05:00", "4|cai@example.org|Cai|O’Neil 😀|+49 30||TRUE|both"},
		"sheetjs.xlsx":        {"Tabelle1", heads, asa, bo, cai},
		"sheetjs-shared.xlsx": {"Tabelle1", heads, asa, bo, cai},
		"sheetjs-1904.xlsx":   {"Old", "1|Email|Since", "2|a@example.org|1904-01-02"},
		"sheetjs.csv":         {"", heads, asa, bo, cai},
		"xlsx-populate.xlsx":  {"Users", heads, asa, bo + " 14:05:00", cai},
		"excel4node.xlsx":     {"Sheet 1", heads, asa, bo + " 14:05:00", cai},
	} {
		t.Run(name, func(t *testing.T) {
			title, rows, err := read(file(t, name))
			if got := append([]string{title}, rows...); err != nil || !slices.Equal(got, want) {
				t.Errorf("read %q, %v", got, err)
			}
		})
	}
}

// package parts in the manner of several programs.
const (
	rels  = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	book  = `<workbook xmlns:r="x"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`
	links = `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>`
	page  = "xl/worksheets/sheet1.xml"
	words = "xl/sharedStrings.xml"
)

// parts are those of the smallest workbook, with some more.
func parts(more map[string]string) map[string]string {
	all := map[string]string{"_rels/.rels": rels, "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": links,
		words: "<sst/>", "xl/styles.xml": "<styleSheet/>", page: "<worksheet><sheetData/></worksheet>"}
	maps.Copy(all, more)
	return all
}

// packed is a workbook of these parts.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, parts[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sheetOf is a workbook with these rows.
func sheetOf(t testing.TB, rows string) []byte {
	return packed(t, parts(map[string]string{page: `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`}))
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		parts map[string]string
		want  []string
	}{
		"in the manner of Google Sheets: styled empty rows to the end": {map[string]string{
			words: `<sst count="2" uniqueCount="2"><si><t>Email</t></si><si><t>ana@example.org</t></si></sst>`,
			page: `<worksheet><sheetPr/><sheetData><row r="1" ht="15.75" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="Z1" s="1"/></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>` +
				strings.Repeat(`<row><c s="1"/><c s="2"></c></row>`, 997) + `</sheetData></worksheet>`,
		}, []string{"People", "1|Email", "2|ana@example.org"}},
		"in the manner of LibreOffice: phonetics, preserved space, styles": {map[string]string{
			"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="[$-407]DD.MM.YYYY;@"/><numFmt numFmtId="166" formatCode="&quot;day &quot;0.0"/></numFmts><cellStyleXfs><xf numFmtId="165"/></cellStyleXfs><cellXfs><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
			words:           `<sst><si><t xml:space="preserve"> 東京 </t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>`,
			page:            `<worksheet><sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>46348</v></c><c r="C3" s="2"><v>7</v></c><c r="D3" s="3"><v>0.586805555555556</v></c><c r="E3" s="4"><v>46348.5868055556</v></c><c r="F3" s="1"><v>59</v></c></row></sheetData></worksheet>`,
		}, []string{"People", "3| 東京 |2026-11-22|7|14:05:00|2026-11-22 14:05:00|1900-02-28"}},
		"in the manner of Numbers: a summary in front": {map[string]string{
			"xl/workbook.xml":            `<workbook xmlns:r="x"><sheets><sheet name="Export Summary" sheetId="1" r:id="rId1"/><sheet name="Table 1" sheetId="2" r:id="rId9"/><sheet name="Table 2" sheetId="3" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": strings.Replace(links, "</Rel", `<Relationship Id="rId9" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/></Rel`, 1),
			"xl/worksheets/sheet2.xml":   `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Email</t></is></c></row></sheetData></worksheet>`,
		}, []string{"Table 1", "1|Email"}},
		"in the manner of the Open XML SDK: prefixes, no places, single quotes": {map[string]string{
			"xl/workbook.xml": `<x:workbook xmlns:x="s" xmlns:r="x"><x:sheets><x:sheet name='A &amp; B' sheetId='1' r:id='rId1'/></x:sheets></x:workbook>`,
			words:             `<x:sst xmlns:x="s"><x:si><x:r><x:rPr><x:b/></x:rPr><x:t>Em</x:t></x:r><x:r><x:t>ail</x:t></x:r></x:si></x:sst>`,
			page:              `<x:worksheet xmlns:x="s"><x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c><x:c><x:v>1.5</x:v></x:c></x:row><x:row><x:c t='str'><x:f>1/0</x:f><x:v>a&#x42;&#67;_x000D__x0041_</x:v></x:c><x:c t="b"><x:v>0</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="d"><x:v>2026-11-22T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
		}, []string{"A & B", "1|Email|1.5", "2|aBC\rA|FALSE|#N/A|2026-11-22"}},
		"numbers keep their digits": {map[string]string{
			"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
			page: `<worksheet><sheetData><row r="1"><c r="A1"><v>4.93012345678E11</v></c><c r="B1" s="1"><v>1067</v></c><c r="C1"><v>0.1</v></c><c r="D1"><v>-3</v></c><c r="E1"><v>1E+300</v></c><c r="F1" s="2"><v>-1</v></c>` +
				`<c r="G1"><v>007</v></c><c r="H1"><v> 12 </v></c><c r="I1" s="99"><v>5</v></c></row></sheetData></worksheet>`,
		}, []string{"People", "1|493012345678|01067|0.1|-3|1" + strings.Repeat("0", 300) + "|-1|007|12|5"}},
		"a phone number stands as its mask shows it": {map[string]string{
			"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##"/><numFmt numFmtId="171" formatCode="&quot;+&quot;0"/>` +
				`<numFmt numFmtId="172" formatCode="000\-00\-0000"/><numFmt numFmtId="173" formatCode="[&lt;=9999999]###\-####;\(###\)\ ###\-####"/><numFmt numFmtId="174" formatCode="&quot;ID-é&quot;0000"/>` +
				`<numFmt numFmtId="175" formatCode="[$CHF] #,##0"/><numFmt numFmtId="176" formatCode="[White]0"/><numFmt numFmtId="177" formatCode="[hh]:mm"/><numFmt numFmtId="178" formatCode="+General_ "/></numFmts>` +
				`<cellXfs><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="174"/><xf numFmtId="175"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs></styleSheet>`,
			page: `<worksheet><sheetData><row r="1"><c s="0"><v>612345678</v></c><c s="1"><v>493012345678</v></c><c s="2"><v>7654321</v></c><c s="3"><v>5551234</v></c><c s="3"><v>4155551234</v></c><c s="4"><v>12</v></c>` +
				`<c s="5"><v>5</v></c><c s="6"><v>5</v></c><c s="7"><v>0.5</v></c><c s="8"><v>4.93012345678E11</v></c><c s="0"><v>0.5</v></c><c s="2"><v>-3</v></c><c s="0"><v>8</v></c></row></sheetData></worksheet>`,
		}, []string{"People", "1|06 12 34 56 78|+493012345678|007-65-4321|555-1234|(415) 555-1234|ID-é0012|5|5|12:00:00|+493012345678|0.5|-3|0    8"}},
		"cells that are merged down a column all show the text of the first": {map[string]string{
			page: `<worksheet><sheetData><row r="1"><c t="str"><v>Email</v></c><c t="str"><v>Company</v></c></row><row r="2"><c t="str"><v>a@example.org</v></c><c t="str"><v>Acme</v></c></row>` +
				`<row r="3"><c t="str"><v>b@example.org</v></c><c/></row><row r="4"><c t="str"><v>c@example.org</v></c></row><row r="5"/><row r="6"><c t="str"><v>d@example.org</v></c><c t="str"><v>Own</v></c></row><row r="7"><c t="str"><v>e@example.org</v></c></row>` +
				`<row r="8"><c r="C8" t="str"><v>both</v></c></row><row r="9"><c t="str"><v>f@example.org</v></c></row></sheetData><mergeCells count="4"><mergeCell ref="C8:D9"/><mergeCell ref="B2:B6"/><mergeCell ref="A1:A2"/><mergeCell ref="rubbish"/></mergeCells><conditionalFormatting sqref="` + strings.Repeat("A1 ", 40_000) + `"/></worksheet>`,
		}, []string{"People", "1|Email|Company", "2|a@example.org|Acme", "3|b@example.org|Acme", "4|c@example.org|Acme", "6|d@example.org|Own", "7|e@example.org", "8|||both", "9|f@example.org"}},
		"a formula that nothing calculated is told from one that came to nothing": {map[string]string{
			page: `<worksheet><sheetData><row r="1"><c><f>A2&amp;B2</f><v></v></c><c><f>A2</f></c><c t="str"><f>A2</f><v></v></c><c><f>1</f><v>1</v></c><c t="s"><f>1</f><v/></c></row><row r="2"><c t="s"><v/></c><c t="b"><v></v></c><c><v>2</v></c></row></sheetData></worksheet>`,
		}, []string{"People", "1|#GETTING_DATA|#GETTING_DATA||1|#GETTING_DATA", "2|||2"}},
		"comments, CDATA and processing instructions": {map[string]string{
			page: `<?xml version="1.0"?><!-- <row> --><worksheet><sheetData><!-- x --><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<a> & b]]></t></is></c><c r="C1" t="inlineStr"><is><t>x > y</t></is></c></row></sheetData><mergeCells/></worksheet>`,
		}, []string{"People", "1|<a> & b||x > y"}},
		"a CSV file of ours that a spreadsheet saved: the guards of formulas are texts by now": {map[string]string{
			words: `<sst><si><t>'+49 30</t></si></sst>`,
			page:  `<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c><c t="inlineStr"><is><t>'=1+1</t></is></c><c t="str"><v>'@x</v></c><c t="inlineStr"><is><t>'t Hart</t></is></c><c><v>-1</v></c></row></sheetData></worksheet>`,
		}, []string{"People", "1|+49 30|=1+1|@x|'t Hart|-1"}},
		"an empty sheet is passed over, and so is one called Users": {map[string]string{
			"xl/workbook.xml":            `<workbook xmlns:r="x"><sheets><sheet name="Users" r:id="rId1"/><sheet name="Staff" r:id="rId9"/><sheet name="Board" r:id="rId9"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": strings.Replace(links, "</Rel", `<Relationship Id="rId9" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/></Rel`, 1),
			page:                         `<worksheet><sheetData><row r="1"><c s="1"/><c><v/></c><c t="inlineStr"><is><t/></is></c></row></sheetData></worksheet>`,
			"xl/worksheets/sheet2.xml":   `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>Email</t></is></c></row></sheetData></worksheet>`,
		}, []string{"Staff", "1|Email"}},
		"a hidden sheet is passed over": {map[string]string{
			"xl/workbook.xml": `<workbook xmlns:r="x"><sheets><sheet name="Users" state="hidden" r:id="rId1"/><sheet name="People" r:id="rId1"/></sheets></workbook>`,
			page:              `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
		}, []string{"People", "1|1"}},
	} {
		t.Run(name, func(t *testing.T) {
			title, rows, err := read(packed(t, parts(c.parts)))
			if got := append([]string{title}, rows...); err != nil || !slices.Equal(got, c.want) {
				t.Errorf("read %q, %v\nwant %q", got, err, c.want)
			}
		})
	}
}

func TestReadText(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"commas":                           {"Email,Name\nana@example.org,\"Adams, Ana\"\n", []string{"1|Email|Name", "2|ana@example.org|Adams, Ana"}},
		"semicolons with a mark":           {"\ufeffEmail;Name\r\nana@example.org;Ana\r\n", []string{"1|Email|Name", "2|ana@example.org|Ana"}},
		"tabs":                             {"Email\tName\nana@example.org\tA, B; C\n", []string{"1|Email|Name", "2|ana@example.org|A, B; C"}},
		"a named separator":                {"sep=;\r\nEmail;Name, full\r\nana@example.org;Ana\r\n", []string{"1|Email|Name, full", "2|ana@example.org|Ana"}},
		"a carriage return ends a line":    {"Email;Name;More\rana@example.org;\"A\rB\"\r\rbo@example.org;Bo", []string{"1|Email|Name|More", "2|ana@example.org|A\rB", "4|bo@example.org|Bo"}},
		"one column":                       {"Email\nana@example.org", []string{"1|Email", "2|ana@example.org"}},
		"quotes, lines and empty rows":     {"a,b\n\n\"x\"\"y\",\"1\r\n2\"\n,,\n z ,", []string{"1|a|b", "3|x\"y|1\r\n2", "5| z "}},
		"a guarded formula and no other":   {"a,b,c\n'=1+1,'s-Hertogenbosch,''x\n", []string{"1|a|b|c", "2|=1+1|'s-Hertogenbosch|''x"}},
		"a quote inside a value is itself": {"a,5\" disk\n", []string{"1|a|5\" disk"}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, rows, err := read([]byte(c.text)); err != nil || !slices.Equal(rows, c.want) {
				t.Errorf("read %q, %v", rows, err)
			}
		})
	}
}

// Of several sheets one is read, and how many are not is known.
func TestSheets(t *testing.T) {
	of := func(names ...string) (*sheet.File, error) {
		made, list, related := map[string]string{}, "", ""
		for i, name := range names {
			at, text := fmt.Sprint(i+1), ""
			if name != "Empty" && name != "Hidden" {
				text = `<row><c t="str"><v>x</v></c></row>`
			}
			state := map[string]string{"Hidden": ` state="hidden"`}[name]
			list += `<sheet name="` + name + `" r:id="r` + at + `"` + state + `/>`
			related += `<Relationship Id="r` + at + `" Type="http://x/worksheet" Target="worksheets/sheet` + at + `.xml"/>`
			made["xl/worksheets/sheet"+at+".xml"] = `<worksheet><sheetData>` + text + `</sheetData></worksheet>`
		}
		made["xl/workbook.xml"] = `<workbook xmlns:r="x"><sheets>` + list + `</sheets></workbook>`
		made["xl/_rels/workbook.xml.rels"] = `<Relationships>` + related + `</Relationships>`
		book := packed(t, parts(made))
		return sheet.Open(context.Background(), bytes.NewReader(book), int64(len(book)))
	}
	for _, c := range []struct {
		sheets, want string
		others       int
	}{
		{"Board Staff", "Board", 1}, {"Board users Staff", "users", 2}, {"Empty Board Empty Hidden", "Board", 0}, {"Empty Empty", "Empty", 0}, {"Board", "Board", 0},
	} {
		f, err := of(strings.Fields(c.sheets)...)
		if err != nil || f.Sheet != c.want || f.Others != c.others {
			t.Errorf("%s: read %+v, %v", c.sheets, f, err)
		}
	}
}

// What is written is read back as it was.
func TestReadWritten(t *testing.T) {
	lines := [][]string{{"a", "=1+1", "-"}, {"", "x\ny", "'q"}, {"_x000D_", "😀", " s "}, {"'=1", "''+49", "'"}}
	var out bytes.Buffer
	err := sheet.Write(&out, []string{"A", "B", "C"}, func(yield func([]string, error) bool) {
		for _, line := range lines {
			if !yield(line, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	_, rows, err := read(out.Bytes())
	want := []string{"1|A|B|C", "2|a|=1+1|-", "3||x\ny|'q", "4|_x000D_|😀| s ", "5|'=1|''+49|'"}
	if err != nil || !slices.Equal(rows, want) {
		t.Errorf("read %q, %v", rows, err)
	}
}

// Every file that is not read is refused in a sentence.
func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"nothing":                  {nil, "empty"},
		"an old workbook":          {file(t, "sheetjs.xls"), "old XLS"},
		"a workbook in binary":     {file(t, "sheetjs.xlsb"), "XLSB"},
		"OpenDocument":             {file(t, "sheetjs.ods"), "OpenDocument"},
		"a password":               {file(t, "password.xlsx"), "password"},
		"a PDF":                    {[]byte("%PDF-1.7 x"), "PDF"},
		"UTF-16":                   {[]byte("\xff\xfeE\x00m\x00"), "UTF-8"},
		"Windows-1252":             {[]byte("Email;Name\nana@example.org;\xc5sa\n"), "UTF-8"},
		"a picture":                {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), "no spreadsheet"},
		"a truncated workbook":     {file(t, "exceljs.xlsx")[:4000], "damaged"},
		"half a sheet":             {packed(t, parts(map[string]string{page: `<worksheet><sheetData><row r="1"><c r="A1"><v>1`})), "damaged"},
		"rows that go back":        {sheetOf(t, `<row r="2"/><row r="1"/>`), "damaged"},
		"a text that is not there": {sheetOf(t, `<row r="1"><c t="s"><v>7</v></c></row>`), "damaged"},
		"a cell that is none":      {sheetOf(t, `<row r="1"><c r="1A"><v>7</v></c></row>`), "damaged"},
		"no sheet":                 {packed(t, parts(map[string]string{"xl/workbook.xml": `<workbook><sheets/></workbook>`})), "no sheet"},
		"65 columns":               {sheetOf(t, `<row r="1"><c r="BM1"><v>7</v></c></row>`), "64 columns"},
		"65 columns of text":       {[]byte(strings.Repeat("x,", 64) + "x\n"), "64 columns"},
		"a quote that never ends":  {[]byte("a,b\n\"x,y\n"), "quote"},
		"a Word document":          {packed(t, map[string]string{"word/document.xml": "<x/>"}), "Word"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := read(c.file)
			var flawed *sheet.BadFile
			if !errors.As(err, &flawed) || !strings.Contains(flawed.Sentence, c.says) || !strings.HasSuffix(flawed.Sentence, ".") {
				t.Errorf("said %v", err)
			}
		})
	}
}
