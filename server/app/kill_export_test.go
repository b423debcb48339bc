package app_test

import (
	"encoding/csv"
	"io"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/hubtest"
)

// An export goes on after a process is killed at any moment. A part of it is never offered, and the file that is has everybody
// once.
func TestKillInTheMiddleOfAnExport(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		killExport(t, 5, "sqlite:"+t.TempDir()+"/portico.db", func() {})
	})
	t.Run("postgres", func(t *testing.T) {
		url := hubtest.EmptyPostgres(t)
		if url == "" {
			t.Skip("without PORTICO_TEST_POSTGRES_URL only SQLite is tested")
		}
		t.Parallel()
		killExport(t, 2, url, func() { aMinutePasses(t, url) })
	})
}

func killExport(t *testing.T, times int, database string, before func()) {
	t.Helper()
	p := newProcess(t, "--database-url", database, "--drain", "0s")
	if out, err := p.command("seed", "--users", "12000").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.administrator()
	p.start()
	p.signIn()
	data, err := p.ask(`mutation{startExport(input:{format:CSV,columns:["email","groups","note","role"]}){export{id} userErrors{code}}}`, nil)
	must(t, err)
	id := data["startExport"].(map[string]any)["export"].(map[string]any)["id"]
	path := "/exports/" + id.(string) + ".csv"
	moments := rand.New(rand.NewPCG(7, uint64(times)))
	interrupted := 0
	for range times {
		time.Sleep(time.Duration(20+moments.IntN(120)) * time.Millisecond)
		p.kill()
		before()
		p.start()
		p.signIn()
		if state, _ := p.export(t, id); state != "SUCCEEDED" {
			if interrupted++; p.get(t, path).StatusCode != http.StatusNotFound {
				t.Error("a part of the file was offered")
			}
		}
	}
	var state string
	var rows float64
	for range 900 { // a new leader on PostgreSQL takes over what the dead one left, in about a quarter of a minute
		if state, rows = p.export(t, id); state != "RUNNING" && state != "QUEUED" {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if state != "SUCCEEDED" || interrupted == 0 {
		t.Fatalf("the export ended as %s, after %d interruptions", state, interrupted)
	}
	answer := p.get(t, path)
	lines, err := csv.NewReader(answer.Body).ReadAll()
	must(t, err)
	seen := map[string]bool{}
	for _, line := range lines[1:] {
		if seen[line[0]] {
			t.Errorf("%s is there twice", line[0])
		}
		seen[line[0]] = true
	}
	if len(seen) != 12001 || rows != 12001 {
		t.Errorf("%d users of %v are in the file, of 12001", len(seen), rows)
	}
}

// export is how far an export is.
func (p *process) export(t *testing.T, id any) (state string, rows float64) {
	t.Helper()
	data, err := p.ask(`query($id:ID!){node(id:$id){...on Export{state rows}}}`, map[string]any{"id": id})
	must(t, err)
	e := data["node"].(map[string]any)
	return e["state"].(string), e["rows"].(float64)
}

// get downloads something, all of it.
func (p *process) get(t *testing.T, path string) *http.Response {
	t.Helper()
	response, err := p.http.Get(p.url + path)
	must(t, err)
	t.Cleanup(func() { _, _ = io.Copy(io.Discard, response.Body); _ = response.Body.Close() })
	return response
}
