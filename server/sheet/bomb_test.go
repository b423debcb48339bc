package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/sheet"
)

// maxMore is how much more memory a hostile file may take, in bytes.
const maxMore = 128 << 20

// maxTime is how long a hostile file may take beside all the other tests.
const maxTime = 20 * time.Second

// poured is a workbook with one part that write makes, however large.
func poured(t testing.TB, name string, write func(io.Writer)) []byte {
	t.Helper()
	return pouredAll(t, map[string]func(io.Writer){name: write})
}

// pouredAll is a workbook with parts that are made, however large.
func pouredAll(t testing.TB, made map[string]func(io.Writer)) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for part, text := range parts(nil) {
		if made[part] == nil {
			made[part] = many(text, "", 0, "")
		}
	}
	for part, write := range made {
		w, err := z.Create(part)
		if err != nil {
			t.Fatal(err)
		}
		write(w)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// many writes a text many times.
func many(before, text string, times int, after string) func(io.Writer) {
	return func(w io.Writer) {
		_, _ = io.WriteString(w, before)
		each := 1 + (64<<10)/max(len(text), 1)
		block := strings.Repeat(text, each)
		for ; times > 0; times -= each {
			_, _ = io.WriteString(w, block[:min(times, each)*len(text)])
		}
		_, _ = io.WriteString(w, after)
	}
}

// numbered writes a text many times, each with its number.
func numbered(before, format string, times int, after string) func(io.Writer) {
	return func(w io.Writer) {
		_, _ = io.WriteString(w, before)
		for i := range times {
			fmt.Fprintf(w, format, i+1)
		}
		_, _ = io.WriteString(w, after)
	}
}

// Hostile files are refused, or read, in little memory and time.
func TestReadBombs(t *testing.T) {
	laughs := `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "` + strings.Repeat("&lol;", 10) + `">]>`
	const open, shut = `<worksheet><sheetData>`, `</sheetData></worksheet>`
	for name, c := range map[string]struct {
		file func() []byte
		says string
	}{
		"512 MB out of half a MB": {func() []byte { return poured(t, page, many(open, "<!-- -->", 64<<20, shut)) }, "far larger"},
		"512 MB of shared strings": {func() []byte {
			return poured(t, words, many("<sst>", "<si><t>x</t></si>", 32<<20, "</sst>"))
		}, "different texts"},
		"a million empty rows":    {func() []byte { return poured(t, page, numbered(open, `<row r="%d"/>`, 1_000_000, shut)) }, ""},
		"a million and two rows":  {func() []byte { return poured(t, page, numbered(open, `<row><c><v>%d</v></c></row>`, 1_000_002, shut)) }, "1000000 rows"},
		"a row behind the last":   {func() []byte { return poured(t, page, many(open, `<row r="1048577"/>`, 1, shut)) }, "damaged"},
		"entities in the sheet":   {func() []byte { return poured(t, page, many(laughs+open, "", 0, shut)) }, "definitions"},
		"entities in the strings": {func() []byte { return poured(t, words, many(laughs+"<sst>", "", 0, "</sst>")) }, "definitions"},
		"an entity from outside": {func() []byte {
			return poured(t, "xl/workbook.xml", many(`<!DOCTYPE x SYSTEM "file:///etc/passwd">`+book, "", 0, ""))
		}, "definitions"},
		"four million shared strings": {func() []byte { return poured(t, words, numbered("<sst>", "<si><t>%d</t></si>", 4_000_000, "</sst>")) }, "different texts"},
		"large shared strings": {func() []byte {
			return poured(t, words, numbered("<sst>", "<si><t>%010d"+strings.Repeat("abcdefghij", 3000)+"</t></si>", 3000, "</sst>"))
		}, "far larger"},
		"a cell of 100 MB": {func() []byte {
			return poured(t, page, many(open+`<row><c t="inlineStr"><is><t>`, "x", 20<<20, `</t></is></c></row>`+shut))
		}, "damaged"},
		"a cell of many runs": {func() []byte {
			return poured(t, page, many(open+`<row><c t="inlineStr"><is>`, "<r><t>xxxx</t></r>", 1<<20, `</is></c></row>`+shut))
		}, "longer"},
		"a tag without an end":       {func() []byte { return poured(t, page, many(open+`<row `, "x ", 10<<20, "")) }, "damaged"},
		"a comment without an end":   {func() []byte { return poured(t, page, many(open+`<!-- `, "x ", 10<<20, "")) }, "damaged"},
		"cells beside one another":   {func() []byte { return poured(t, page, many(open+`<row>`, `<c><v>1</v></c>`, 16_384, `</row>`+shut)) }, "64 columns"},
		"empty cells without an end": {func() []byte { return poured(t, page, numbered(open+`<row>`, `<c s="%d"/>`, 3_000_000, `</row>`+shut)) }, ""},
		"a million styles": {func() []byte {
			return poured(t, "xl/styles.xml", many(`<styleSheet><cellXfs>`, `<xf numFmtId="14"/>`, 1_000_000, `</cellXfs></styleSheet>`))
		}, "far larger"},
		"a million relations": {func() []byte {
			return poured(t, "_rels/.rels", many(`<Relationships>`, `<Relationship Target="x"/>`, 1_000_000, `</Relationships>`))
		}, "far larger"},
		"a million merged cells": {func() []byte {
			return poured(t, page, numbered(open+`</sheetData><mergeCells>`, `<mergeCell ref="A2:A%d"/>`, 1_000_000, `</mergeCells></worksheet>`))
		}, "merged cells"},
		"a merged cell behind 100 MB": {func() []byte {
			return poured(t, page, numbered(open, `<row><c><v>%06d000000000000000000000000000000000000000000000000</v></c></row>`, 1_000_000, `</sheetData><mergeCells><mergeCell ref="C2:C6"/></mergeCells></worksheet>`))
		}, "C2 to C6"},
		"sheets that no relation names": {func() []byte { return tangled(t) }, "more parts"},
		"50 MB without a line break":    {func() []byte { return bytes.Repeat([]byte("x"), 50<<20) }, "longer"},
		"50 MB of separators":           {func() []byte { return bytes.Repeat([]byte(","), 50<<20) }, "64 columns"},
		"50 MB in one quote":            {func() []byte { return append([]byte(`"`), bytes.Repeat([]byte("x\n"), 25<<20)...) }, "longer"},
		"50 MB of line breaks":          {func() []byte { return append([]byte("a"), bytes.Repeat([]byte("\n"), 50<<20)...) }, ""},
		"parts by the ten thousand":     {func() []byte { return crowded(t, 10_000) }, "more parts"},
		"a list that lies about parts":  {func() []byte { return lying(t) }, "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			file := c.file()
			disk := filepath.Join(t.TempDir(), "bomb")
			if err := os.WriteFile(disk, file, 0o600); err != nil {
				t.Fatal(err)
			}
			size := int64(len(file))
			file = nil
			more, took, err := weighed(t, disk, size)
			t.Logf("%d kB: %s, %d MB more: %v", size>>10, took.Round(time.Millisecond), more>>20, err)
			if more > maxMore {
				t.Errorf("it took %d MB more", more>>20)
			}
			if took > maxTime {
				t.Errorf("it took %s", took)
			}
			var flawed *sheet.BadFile
			if c.says == "" && err != nil || c.says != "" && (!errors.As(err, &flawed) || !strings.Contains(flawed.Sentence, c.says)) {
				t.Errorf("said %v", err)
			}
		})
	}
}

// weighed reads a file from disk, and tells how much the heap grew meanwhile at most.
func weighed(t *testing.T, disk string, size int64) (more int64, took time.Duration, err error) {
	t.Helper()
	f, err := os.Open(disk)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	before, peak, stop, stopped := heap(), uint64(0), make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
				peak = max(peak, heap())
			}
		}
	}()
	start := time.Now()
	s, err := sheet.Open(context.Background(), f, size)
	if err == nil {
		for _, one := range s.Rows(context.Background()) {
			err = one
		}
	}
	took = time.Since(start)
	close(stop)
	<-stopped
	return max(int64(max(peak, heap()))-int64(before), 0), took, err
}

func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// crowded is a package of many empty parts.
func crowded(t testing.TB, n int) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := range n {
		if _, err := z.Create(fmt.Sprintf("x/%d.xml", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// tangled is a workbook of as many sheets and relations as two small parts hold, of which no two belong together.
func tangled(t testing.TB) []byte {
	return pouredAll(t, map[string]func(io.Writer){
		"xl/workbook.xml":            numbered(`<workbook><sheets>`, `<sheet r:id="s%d"/>`, 300_000, `</sheets></workbook>`),
		"xl/_rels/workbook.xml.rels": numbered(`<Relationships>`, `<Relationship Id="%d" Type="worksheet"/>`, 180_000, `</Relationships>`),
	})
}

// Whoever does not wait for the answer is not read for.
func TestOpenEndsWithItsContext(t *testing.T) {
	ctx, left := context.WithCancel(context.Background())
	left()
	file := tangled(t)
	if _, err := sheet.Open(ctx, bytes.NewReader(file), int64(len(file))); !errors.Is(err, context.Canceled) {
		t.Errorf("said %v", err)
	}
}

// lying is a package whose end says that it has two parts, and whose list has many.
func lying(t testing.TB) []byte {
	all := crowded(t, 5000)
	end := all[len(all)-22:]
	binary.LittleEndian.PutUint16(end[8:], 2)
	binary.LittleEndian.PutUint16(end[10:], 2)
	binary.LittleEndian.PutUint32(end[12:], 100)
	return all
}

// FuzzRead reads whatever comes: it comes to an end, with rows or with a sentence that blames the file.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/*.*")
	if err != nil || len(names) < 8 {
		f.Fatalf("only %d files: %v", len(names), err)
	}
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	f.Add([]byte("a;b\n\"c\";d\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		check(t, body)
		// The same bytes as the sheet of a workbook: compression would hide it from the fuzzer.
		check(t, packed(t, parts(map[string]string{page: string(body)})))
	})
}

func check(t *testing.T, body []byte) {
	t.Helper()
	f, err := sheet.Open(context.Background(), bytes.NewReader(body), int64(len(body)))
	if err == nil {
		last := 0
		for row, one := range f.Rows(context.Background()) {
			if err = one; err != nil {
				break
			}
			if row.Number <= last || len(row.Cells) == 0 || len(row.Cells) > sheet.MaxColumns {
				t.Fatalf("row %d behind row %d with %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
		}
	}
	if flawed := new(sheet.BadFile); err != nil && !errors.As(err, &flawed) {
		t.Fatalf("an error that blames nobody: %v", err)
	}
}
