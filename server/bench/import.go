package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// importing is what SPEED.md calls W7: so many rows of twelve columns, into an empty hub. The limit is excelize reading the file
// and the same rows of users, names and memberships written at once, one after the other.
const importing = "W7 import"

// Goals of W7: Portico's run as a multiple of the limit, and its memory in MB.
const (
	importGoal   = 1.5
	importMemory = 150
)

// mostImported bounds the rows of W7.
const mostImported = 100_000

// span is what a piece of work took.
type span struct{ seconds, cpu float64 }

func (s span) String() string { return fmt.Sprintf("%.1f s · %s", s.seconds, cpu(s.cpu)) }

// Import is what W7 came to: Portico's check and run, and the two parts of the limit.
type Import struct {
	Database                   string
	Rows                       int
	check, run, reading, write span
	// peak is the most memory that Portico held, in MB.
	peak float64
	// export is what W8 came to.
	export Export
}

// bring measures W7 and W8 on a database. It makes two of them, and takes them away.
func bring(ctx context.Context, o Options, database string) (r Import, err error) {
	r = Import{Database: database, Rows: min(o.Users[0], mostImported)}
	file := filepath.Join(o.Cache, fmt.Sprintf("people-%d.xlsx", r.Rows))
	if err := writePeople(file, r.Rows); err != nil {
		return r, err
	}
	hubs := [2]*hub{}
	for i, name := range []string{"import", "limit"} {
		fmt.Fprintf(os.Stderr, "%s, an empty hub for W7 (%s)\n", database, name)
		h := &hub{database: database, folder: filepath.Join(o.Cache, fmt.Sprintf("%s-%s-1", database, name))}
		if h.folder, err = filepath.Abs(h.folder); err != nil {
			return r, err
		}
		place, err := placeOf(o, h)
		if err != nil {
			return r, err
		}
		defer place.close()
		if err := makeEmpty(ctx, o, h, place); err != nil {
			return r, err
		}
		defer func() { _ = os.RemoveAll(h.folder); _ = place.drop(context.WithoutCancel(ctx)) }()
		if h.db, err = open(h.url); err != nil {
			return r, err
		}
		defer h.db.Close()
		hubs[i] = h
	}
	if err := r.portico(ctx, o, hubs[0], file); err != nil {
		return r, err
	}
	if r.reading, err = measured(meter{pids: []int{os.Getpid()}}, func() error { return readAll(file, r.Rows) }); err != nil {
		return r, err
	}
	if r.write, err = copyAll(ctx, hubs[0], hubs[1]); err != nil {
		return r, err
	}
	r.export, err = send(ctx, o, hubs[0], r.Rows)
	return r, err
}

// measured is what work took of the machine.
func measured(m meter, work func() error) (s span, err error) {
	before, _ := m.read()
	began := time.Now()
	err = work()
	after, unknown := m.read()
	s = span{time.Since(began).Seconds(), after - before}
	if unknown != nil {
		s.cpu = -1
	}
	return s, err
}

// writePeople makes the file, unless it is there: people of 200 groups and 500 companies.
func writePeople(file string, rows int) error {
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	book := excelize.NewFile()
	defer book.Close()
	out, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	line := []any{"Email", "First Name", "Last Name", "Title", "Cell Phone", "Office Phone", "Extension", "Address", "Company", "Role", "Groups", "Status"}
	for i := 0; ; i++ {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err == nil {
			err = out.SetRow(at, line)
		}
		if err != nil {
			return err
		}
		if i == rows {
			break
		}
		company, groups := i%500, fmt.Sprintf("Group %d", i%200)
		if i%3 == 0 {
			groups += fmt.Sprintf("; Group %d", i*7%200)
		}
		line = []any{fmt.Sprintf("person.%d@company%d.example", i, company), fmt.Sprintf("%s%d", firstNames[i%len(firstNames)], i%977),
			fmt.Sprintf("%s%d", lastNames[i%len(lastNames)], i%4999), "Coordinator", fmt.Sprintf("+47 4%07d", i), fmt.Sprintf("+47 22 %06d", i%1_000_000), fmt.Sprint(i % 10_000),
			fmt.Sprintf("Harbour Street %d, Bergen", i%300), fmt.Sprintf("Company %d", company), "Member", groups, "Active"}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return book.SaveAs(file)
}

var (
	firstNames = []string{"Åse", "Bjørn", "Chidi", "Dorothea", "Émile", "Fatima", "Goran", "Hanna", "Ines", "Jörg", "Kaito"}
	lastNames  = []string{"Aagaard", "Brandão", "Castellanos", "Dvořák", "Eriksen", "Fitzgerald", "Grünwald", "Haraldsen", "Ivanova"}
)

// readAll reads the file as a program does that hands rows on.
func readAll(file string, rows int) error {
	book, err := excelize.OpenFile(file)
	if err != nil {
		return err
	}
	defer book.Close()
	each, err := book.Rows("Sheet1")
	if err != nil {
		return err
	}
	defer each.Close()
	n := 0
	for each.Next() {
		if _, err := each.Columns(); err != nil {
			return err
		}
		n++
	}
	if n != rows+1 {
		return fmt.Errorf("excelize read %d rows of %d", n, rows+1)
	}
	return each.Error()
}

// portico brings the file in through GraphQL: the check, then the run.
func (r *Import) portico(ctx context.Context, o Options, h *hub, file string) error {
	p, who, err := h.serve(ctx, o)
	if err != nil {
		return err
	}
	defer p.stop()
	master, err := h.server(ctx)
	if err != nil {
		return err
	}
	ask := asker(ctx, p.addr, who)
	m := meter{[]int{p.pid}, master}
	var id string
	r.check, err = measured(m, func() error {
		contentType, body, err := upload(file)
		if err != nil {
			return err
		}
		answer, err := ask(contentType, body)
		if err != nil {
			return err
		}
		if id = answer.Data.CheckImport.Import.ID; id == "" {
			return fmt.Errorf("the file is not taken: %+v", answer)
		}
		return r.until(ctx, "CHECKED", id, ask)
	})
	if err != nil {
		return err
	}
	r.run, err = measured(m, func() error {
		_, err := ask("application/json", asked(`mutation Run($in:RunImportInput!){runImport(input:$in){userErrors{code}}}`, map[string]any{"in": map[string]any{"id": id}}))
		if err != nil {
			return err
		}
		return r.until(ctx, "DONE", id, ask)
	})
	r.peak = peak(p.pid)
	return err
}

// asker sends requests as the administrator of the bench.
func asker(ctx context.Context, addr string, who headers) func(contentType string, body []byte) (imported, error) {
	return func(contentType string, body []byte) (answer imported, err error) {
		q, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+addr+"/graphql", bytes.NewReader(body))
		if err != nil {
			return answer, err
		}
		name, value, _ := strings.Cut(who.cookie, ": ")
		q.Header.Set(name, value)
		q.Header.Set("Content-Type", contentType)
		q.Header.Set("GraphQL-Require-Preflight", "1")
		got, err := http.DefaultClient.Do(q)
		if err != nil {
			return answer, err
		}
		defer got.Body.Close()
		said, err := io.ReadAll(got.Body)
		if err == nil {
			err = json.Unmarshal(said, &answer)
		}
		if err != nil {
			err = fmt.Errorf("%s: %w: %.300s", got.Status, err, said)
		}
		return answer, err
	}
}

// imported is what Portico answers about an import, or an export.
type imported struct {
	Data struct {
		CheckImport struct{ Import struct{ ID string } }
		StartExport struct{ Export struct{ ID string } }
		Node        struct {
			State, Reason string
			Added         int
			URL, Problem  string
		}
	}
	Errors []struct{ Message string }
}

// until waits for the import to stand where it should, with everybody added.
func (r *Import) until(ctx context.Context, state, id string, ask func(string, []byte) (imported, error)) error {
	for {
		is, err := ask("application/json", asked(`query Import($id:ID!){node(id:$id){...on Import{state added reason}}}`, map[string]any{"id": id}))
		if err != nil {
			return err
		}
		switch now := is.Data.Node; {
		case len(is.Errors) > 0:
			return errors.New(is.Errors[0].Message)
		case now.State == state && now.Added == r.Rows:
			return nil
		case now.State != "CHECKING" && now.State != "RUNNING":
			return fmt.Errorf("the import is %s with %d of %d added: %s", now.State, now.Added, r.Rows, now.Reason)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(250 * time.Millisecond):
		}
	}
}

// upload is the request that brings the file, as the GraphQL multipart request specification has it.
func upload(file string) (contentType string, body []byte, err error) {
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	operations := asked(`mutation Check($file:Upload!){checkImport(file:$file){import{id} userErrors{code}}}`, map[string]any{"file": nil})
	if err := errors.Join(form.WriteField("operations", string(operations)), form.WriteField("map", `{"0":["variables.file"]}`)); err != nil {
		return "", nil, err
	}
	part, err := form.CreateFormFile("0", filepath.Base(file))
	if err != nil {
		return "", nil, err
	}
	in, err := os.Open(file)
	if err != nil {
		return "", nil, err
	}
	defer in.Close()
	if _, err := io.Copy(part, in); err != nil {
		return "", nil, err
	}
	err = form.Close()
	return form.FormDataContentType(), b.Bytes(), err
}
