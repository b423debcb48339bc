package app_test

import (
	"context"
	"encoding/csv"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/server/hubtest"
)

// An export goes on after a process is killed at any moment. A part of it is never offered, and the file that is has everybody
// once.
func TestKillInTheMiddleOfAnExport(t *testing.T) {
	t.Parallel()
	hubtest.EachEmpty(t, killExport)
}

// exporting is how many users are exported: in a dozen pieces.
const exporting = 12001

func killExport(t *testing.T, database string) {
	times := kills(database, 5, 1)
	p := newProcess(t, "--database-url", database, "--drain", "0s")
	if out, err := p.command("seed", "--users", "12000").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.administrator()
	p.start()
	p.signIn()
	moments := rand.New(rand.NewPCG(7, uint64(times)))
	id, rows, wait := p.startExport(t), 0.0, 100*time.Millisecond
	for interrupted, tries := 0, 0; interrupted < times; tries++ {
		if tries > 10*times {
			t.Fatalf("of %d exports %d were interrupted", tries, interrupted)
		}
		hubtest.Within(aWhile, func() bool { // it goes on where it stood
			state, now := p.export(t, id)
			return state == "SUCCEEDED" || now > rows
		})
		time.Sleep(time.Duration(moments.Int64N(int64(wait))))
		p.kill()
		var state export.State
		inStore(t, database, func(ctx context.Context, tx *gen.Client) error {
			e := tx.Export.Query().Order(export.ByID(sql.OrderDesc())).FirstX(ctx)
			state, rows = e.State, float64(e.Rows)
			return nil
		})
		aMinutePasses(t, database)
		p.start()
		p.whole(t, id)
		if state == export.StateRUNNING {
			interrupted++
			continue
		}
		id, rows, wait = p.startExport(t), 0, wait/2+1 // it was done before: the next is killed earlier
	}
	hubtest.Within(aWhile, func() bool {
		state, _ := p.export(t, id)
		return state != "RUNNING" && state != "QUEUED"
	})
	if state, rows := p.export(t, id); state != "SUCCEEDED" || rows != exporting || !p.whole(t, id) {
		t.Errorf("the export ended as %s with %v users", state, rows)
	}
}

// startExport starts an export of everybody.
func (p *process) startExport(t *testing.T) string {
	t.Helper()
	data, err := p.ask(`mutation{startExport(input:{format:CSV,columns:["email","groups","note","role"]}){export{id} userErrors{code}}}`, nil)
	must(t, err)
	return data["startExport"].(map[string]any)["export"].(map[string]any)["id"].(string)
}

// whole fails if only a part of an export's file is offered, or somebody is in it twice, and reports whether it is offered.
func (p *process) whole(t *testing.T, id string) bool {
	t.Helper()
	answer, err := p.http.Get(p.url + "/exports/" + id + ".csv")
	must(t, err)
	defer answer.Body.Close()
	if answer.StatusCode == http.StatusNotFound {
		return false
	}
	lines, err := csv.NewReader(answer.Body).ReadAll()
	must(t, err)
	seen := map[string]bool{}
	for _, line := range lines[1:] {
		if seen[line[0]] {
			t.Errorf("%s is there twice", line[0])
		}
		seen[line[0]] = true
	}
	if len(seen) != exporting {
		t.Errorf("%d users are in the file, of %d", len(seen), exporting)
	}
	return true
}

// export is how far an export is.
func (p *process) export(t *testing.T, id any) (state string, rows float64) {
	t.Helper()
	data, err := p.ask(`query($id:ID!){node(id:$id){...on Export{state rows}}}`, map[string]any{"id": id})
	must(t, err)
	e := data["node"].(map[string]any)
	return e["state"].(string), e["rows"].(float64)
}
