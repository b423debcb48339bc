package sheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/quick"

	"github.com/xuri/excelize/v2"

	"github.com/portico-hub/portico/server/sheet"
)

// shown is what a spreadsheet program reads in a file, and the formulas that it finds.
func shown(t *testing.T, file []byte) (cells [][]string, formulas int) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if cells, err = book.GetRows("Sheet1", excelize.Options{RawCellValue: true}); err != nil {
		t.Fatal(err)
	}
	for i, row := range cells {
		for j := range row {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if f, _ := book.GetCellFormula("Sheet1", name); f != "" {
				formulas++
			}
		}
	}
	return cells, formulas
}

// readable is what XML can hold of a text.
func readable(text string) string { return strings.ReplaceAll(text, "\r", "") }

// A spreadsheet gives back what was put in, and calculates nothing of it.
func TestWrite(t *testing.T) {
	headings := []string{"One", "Two & <Three>", "_x000D_"}
	back := func(rows [][3]nasty, odd [3]string) bool {
		all := [][]string{{odd[0], odd[1], odd[2] + "_x0041_<&>"}}
		for _, r := range rows {
			all = append(all, []string{string(r[0]), string(r[1]), "x" + string(r[2])})
		}
		var file bytes.Buffer
		if err := sheet.Write(&file, headings, lines(all, nil)); err != nil {
			t.Log(err)
			return false
		}
		cells, formulas := shown(t, file.Bytes())
		if formulas > 0 || len(cells) != len(all)+1 || !slices.Equal(cells[0], headings) {
			t.Logf("%d formulas, %q", formulas, cells)
			return false
		}
		for i, row := range cells[1:] {
			for j, cell := range row {
				if want := readable(strings.Map(inXML, sheet.Text(all[i][j]))); cell != want {
					t.Logf("%q became %q", want, cell)
					return false
				}
			}
		}
		return true
	}
	if err := quick.Check(back, &quick.Config{MaxCount: 200}); err != nil {
		t.Error(err)
	}
}

// inXML drops the characters that XML cannot hold.
func inXML(r rune) rune {
	if r == '\t' || r == '\n' || r >= ' ' && r != 0xfffd && r != 0xfffe && r != 0xffff {
		return r
	}
	return -1
}

// A draft that many processes wrote is the file that one would have written.
func TestDraft(t *testing.T) {
	headings, all := []string{"Name", "Phone"}, [][]string{{"Ana", "+49 30"}, {"Bo", ""}, {"漢", "=1+1"}, {"Ida; Eva", "line\nbreak"}}
	for _, format := range []sheet.Format{sheet.XLSX, sheet.CSV} {
		var kept sheet.Draft
		var pieces [][]byte
		with := func(write func(*sheet.Draft) ([]byte, error)) {
			d := sheet.Draft{Format: format, Lines: kept.Lines, Sum: kept.Sum, Size: kept.Size, Packed: kept.Packed}
			piece, err := write(&d)
			if err != nil {
				t.Fatal(err)
			}
			pieces, kept = append(pieces, slices.Clone(piece)), d
		}
		with(func(d *sheet.Draft) ([]byte, error) { return d.Begin(headings) })
		with(func(d *sheet.Draft) ([]byte, error) { return d.Add(all[:3]) })
		with(func(d *sheet.Draft) ([]byte, error) { return d.Add(all[3:]) })
		with((*sheet.Draft).End)
		var file bytes.Buffer
		err := kept.Join(&file, each(pieces))
		if err != nil {
			t.Fatal(err)
		}
		var cells [][]string
		if format == sheet.XLSX {
			cells, _ = shown(t, file.Bytes())
			cells[2] = append(cells[2], "") // an empty cell at the end of a row
		} else {
			if cells, err = csv.NewReader(strings.NewReader(strings.TrimPrefix(file.String(), "\ufeff"))).ReadAll(); err != nil {
				t.Fatal(err)
			}
			for _, row := range cells {
				for i := range row {
					row[i] = sheet.Unguard(row[i])
				}
			}
		}
		if !slices.EqualFunc(cells, append([][]string{headings}, all...), slices.Equal) || kept.Lines != len(all) {
			t.Errorf("%s: %q", format, cells)
		}
		// A file that lacks a piece is broken, and shows it to whoever opens it.
		pieces = pieces[:3]
		var part bytes.Buffer
		err = kept.Join(&part, each(pieces))
		if format == sheet.XLSX && err == nil {
			err = opened(part.Bytes())
		}
		if err == nil {
			t.Errorf("%s: a part passed for the whole", format)
		}
	}
}

func each(pieces [][]byte) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, piece := range pieces {
			if !yield(piece, nil) {
				return
			}
		}
	}
}

// opened reads all of an XLSX file.
func opened(file []byte) error {
	book, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	for _, part := range book.File {
		in, err := part.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, in); err != nil {
			return err
		}
	}
	return nil
}
