package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// exporting is what SPEED.md calls W8: everybody whom W7 brought in, as a file of the same twelve columns, made and fetched. The
// limit is excelize writing as many rows of the same cells.
const exporting = "W8 export"

// Goals of W8: Portico's export as a multiple of the limit, and its memory in MB.
const (
	exportGoal   = 1.3
	exportMemory = 120
)

// exported are the columns of W8.
var exported = []string{"email", "firstName", "lastName", "title", "cellPhone", "officePhone", "extension", "address", "company", "role", "groups", "status"}

// Export is what W8 came to. A process that has done nothing else writes the file; peak is the most memory that it held, in MB.
type Export struct {
	Database       string
	Rows           int
	write, writing span
	peak           float64
}

// send measures W8 on the hub of W7.
func send(ctx context.Context, o Options, h *hub, rows int) (r Export, err error) {
	r = Export{Database: h.database, Rows: rows}
	p, who, err := h.serve(ctx, o)
	if err != nil {
		return r, err
	}
	defer p.stop()
	master, err := h.server(ctx)
	if err != nil {
		return r, err
	}
	m := meter{[]int{p.pid}, master}
	if err := rest(ctx, m); err != nil {
		return r, err
	}
	file := filepath.Join(h.folder, "exported.xlsx")
	if r.write, err = measured(m, func() error { return fetch(ctx, p.addr, who, file) }); err != nil {
		return r, err
	}
	r.peak = peak(p.pid)
	cells, err := readSome(file)
	if err != nil {
		return r, err
	}
	r.writing, err = measured(meter{pids: []int{os.Getpid()}}, func() error { return writeAll(cells, rows) })
	return r, err
}

// rest waits until a server has done what it does after so many new rows, or when it starts: putting indexes of search in order,
// learning what the tables hold. A minute is enough.
func rest(ctx context.Context, m meter) error {
	for range 60 {
		took, err := measured(m, func() error {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(time.Second):
				return nil
			}
		})
		if err != nil || took.cpu < 0.05 {
			return err
		}
	}
	return nil
}

// fetch has everybody exported, and fetches the file.
func fetch(ctx context.Context, addr string, who headers, into string) error {
	ask := asker(ctx, addr, who)
	is, err := ask("application/json", asked(`mutation Start($in:StartExportInput!){startExport(input:$in){export{id} userErrors{code}}}`,
		map[string]any{"in": map[string]any{"format": "XLSX", "columns": exported}}))
	for id := is.Data.StartExport.Export.ID; err == nil && is.Data.Node.URL == ""; {
		if id == "" || is.Data.Node.Problem != "" {
			return fmt.Errorf("the export is not made: %+v", is)
		}
		time.Sleep(100 * time.Millisecond)
		is, err = ask("application/json", asked(`query Export($id:ID!){node(id:$id){...on Export{url problem}}}`, map[string]any{"id": id}))
	}
	if err != nil {
		return err
	}
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+addr+strings.TrimPrefix(is.Data.Node.URL, "http://"+addr), nil)
	if err != nil {
		return err
	}
	name, value, _ := strings.Cut(who.cookie, ": ")
	q.Header.Set(name, value)
	got, err := http.DefaultClient.Do(q)
	if err != nil {
		return err
	}
	defer got.Body.Close()
	if got.StatusCode != http.StatusOK {
		return fmt.Errorf("the file is not to be had: %s", got.Status)
	}
	out, err := os.Create(into)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, got.Body)
	return errors.Join(err, out.Close())
}

// readSome are some rows of a file, in the order of the file, without its headings.
func readSome(file string) (cells [][]string, err error) {
	book, err := excelize.OpenFile(file)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	rows, err := book.Rows("Sheet1")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() && len(cells) <= 2000 {
		row, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		cells = append(cells, row)
	}
	if len(cells) < 2 {
		return nil, errors.New("the exported file is empty")
	}
	return cells[1:], rows.Error()
}

// writeAll writes so many rows of some cells, over and over, by excelize.
func writeAll(cells [][]string, rows int) error {
	book := excelize.NewFile()
	defer book.Close()
	out, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	for i := range rows {
		row := make([]any, 0, len(exported))
		for _, cell := range cells[i%len(cells)] {
			row = append(row, cell)
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err == nil {
			err = out.SetRow(at, row)
		}
		if err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return book.Write(io.Discard)
}

// ExportTable is W8 in Markdown.
func ExportTable(r Export) string {
	return fmt.Sprintf("### %s, %s of %d rows (seconds · CPU seconds)\n\n| export | excelize writes | export ÷ limit | its CPU | peak MB | goal |\n|---|---|---|---|---|---|\n| %s | %s | %s | %s | %.0f | ≤ %g × limit (CPU), ≤ %d MB |\n",
		r.Database, exporting, r.Rows, r.write, r.writing, ratio(r.write.seconds, r.writing.seconds), ratio(r.write.cpu, r.writing.cpu), r.peak, exportGoal, exportMemory)
}

// missed tells in a sentence of each goal of W8 that Portico misses. Its time is of two processes in turn: the CPU counts.
func (r Export) missed() (sentences []string) {
	if q := quotient(r.write.cpu, r.writing.cpu); q > exportGoal {
		sentences = append(sentences, fmt.Sprintf("%s, %d rows: %s misses its goal: its CPU to the limit is %.2f, not %g.", r.Database, r.Rows, exporting, q, exportGoal))
	}
	if r.peak > exportMemory {
		sentences = append(sentences, fmt.Sprintf("%s, %d rows: %s misses its goal: it held %.0f MB, not %d.", r.Database, r.Rows, exporting, r.peak, exportMemory))
	}
	return sentences
}
