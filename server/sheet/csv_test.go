package sheet_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"iter"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/quick"

	"github.com/portico-hub/portico/server/sheet"
)

// nasty is a text made of what trips CSV readers and spreadsheets.
type nasty string

// Generate makes one up.
func (nasty) Generate(r *rand.Rand, size int) reflect.Value {
	pieces := []string{"=", "+", "-", "@", "'", `"`, ",", ";", "\n", "\t", " ", "\r\n", "a", "é", "漢", "＝", `""`, "cmd|' /C calc'!A0", "\u2028", "\ufeff", `\.`}
	var text strings.Builder
	for range r.Intn(min(size, 12) + 1) {
		text.WriteString(pieces[r.Intn(len(pieces))])
	}
	return reflect.ValueOf(nasty(text.String()))
}

func lines(all [][]string, end error) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, line := range all {
			if !yield(line, nil) {
				return
			}
		}
		if end != nil {
			yield(nil, end)
		}
	}
}

// A CSV reader gives back what was put in, and nothing in it is a formula.
func TestCSV(t *testing.T) {
	headings := []string{"One", "Two", "Three"}
	back := func(rows [][3]nasty) bool {
		var all [][]string
		for _, r := range rows {
			all = append(all, []string{string(r[0]), string(r[1]), string(r[2])})
		}
		var file bytes.Buffer
		if err := sheet.WriteCSV(&file, headings, lines(all, nil)); err != nil {
			return false
		}
		text, marked := strings.CutPrefix(file.String(), "\ufeff")
		read, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || !marked || len(read) != len(all)+1 || !slices.Equal(read[0], headings) {
			t.Logf("%q: %v", file.String(), err)
			return false
		}
		for i, row := range read[1:] {
			for j, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]) {
					t.Logf("%q would be calculated", cell)
					return false
				}
				// Go's reader makes one character of the two that end a line.
				if sheet.Unguard(cell) != strings.ReplaceAll(all[i][j], "\r\n", "\n") {
					t.Logf("%q became %q", all[i][j], cell)
					return false
				}
			}
		}
		return true
	}
	if err := quick.Check(back, &quick.Config{MaxCount: 3000}); err != nil {
		t.Error(err)
	}
}

func TestCSVEndsWithTheFirstError(t *testing.T) {
	broken := errors.New("the disk is full")
	var file bytes.Buffer
	if err := sheet.WriteCSV(&file, []string{"One"}, lines([][]string{{"1"}}, broken)); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestGuard(t *testing.T) {
	for text, want := range map[string]string{"": "", "Ana": "Ana", "=1+1": "'=1+1", "-5": "'-5", "'=1": "''=1", "\tx": "'\tx", "＝1": "'＝1", "1=1": "1=1", "'t Hart": "'t Hart", "''+": "'''+"} {
		if got := sheet.Guard(text); got != want || sheet.Unguard(got) != text {
			t.Errorf("%q became %q, and %q again", text, got, sheet.Unguard(got))
		}
	}
	any := func(text string) bool { return sheet.Unguard(sheet.Guard(text)) == text }
	if err := quick.Check(any, nil); err != nil {
		t.Error(err)
	}
}
