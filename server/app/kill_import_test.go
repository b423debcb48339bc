package app_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

// An import goes on after a process is killed at any moment, in its check, its run and its taking back: each row is done
// once, whoever is invited gets one email, and what was taken back is gone.
func TestKillInTheMiddleOfAnImport(t *testing.T) {
	t.Parallel()
	hubtest.EachEmpty(t, killImport)
}

// brought is how many rows there are; of each ten one is faulty, and one is invited.
const brought = 1500

// people is a file of them.
func people() string {
	var b strings.Builder
	b.WriteString("Email,First Name,Last Name,Groups,Send Invitation\r\n")
	for i := range brought {
		last, invited := fmt.Sprintf("Person %d", i), ""
		switch i % 10 {
		case 3:
			last = ""
		case 7:
			invited = "Yes"
		}
		fmt.Fprintf(&b, "p%d@example.org,Pat,%s,Group %d,%s\r\n", i, last, i%50, invited)
	}
	return b.String()
}

func killImport(t *testing.T, database string) {
	times := kills(database, 5, 1)
	provider := resend.New(clock.New())
	web := httptest.NewServer(provider)
	t.Cleanup(web.Close)
	p := newProcess(t, "--database-url", database, "--resend-url", web.URL, "--resend-api-key", "re_test", "--drain", "0s")
	p.administrator()
	p.start()
	p.signIn()
	id := p.upload(people())
	moments := rand.New(rand.NewPCG(11, uint64(times)))
	through := func(kills int) map[string]any {
		for range kills {
			time.Sleep(time.Duration(20+moments.IntN(300)) * time.Millisecond)
			p.restart(database)
		}
		return p.importOver(id)
	}
	const good = brought / 10 * 9
	wanted := func(one map[string]any, state string) {
		t.Helper()
		if got := fmt.Sprint(one["state"], one["processed"], one["added"], one["failed"]); got != fmt.Sprint(state, float64(brought), float64(good), float64(brought-good)) {
			t.Fatalf("it ended so: %v", one)
		}
	}
	wanted(through(times), "CHECKED")
	must(t, p.mutate(`mutation($in:RunImportInput!){runImport(input:$in){userErrors{code}}}`, map[string]any{"id": id, "notify": "IMMEDIATELY"}))
	wanted(through(2*times), "DONE")
	count := func() (int, int) {
		data, err := p.ask(`{users(first:1){totalCount(exact:true)} groups(first:1){totalCount}}`, nil)
		must(t, err)
		return int(data["users"].(map[string]any)["totalCount"].(float64)), int(data["groups"].(map[string]any)["totalCount"].(float64))
	}
	if users, groups := count(); users != good+1 || groups != 46 {
		t.Errorf("there are %d users and %d groups, not %d and 46", users, groups, good+1)
	}
	hubtest.Within(aWhile, func() bool { return len(mailed(provider)) >= brought/10 })
	time.Sleep(500 * time.Millisecond)
	for address, n := range mailed(provider) {
		if n != 1 {
			t.Errorf("%s got %d emails", address, n)
		}
	}
	if got := len(mailed(provider)); got != brought/10 {
		t.Errorf("%d got an email, not %d", got, brought/10)
	}
	must(t, p.mutate(`mutation($in:IDInput!){undoImport(input:$in){userErrors{code}}}`, map[string]any{"id": id}))
	if one := through(times); one["state"] != "UNDONE" || one["undoReport"].(map[string]any)["reversed"] != float64(good) {
		t.Errorf("it was taken back so: %v", one)
	}
	if users, groups := count(); users != 1 || groups != 1 {
		t.Errorf("%d users and %d groups are left", users, groups)
	}
}

// mutate is ask for a mutation without userErrors.
func (p *process) mutate(query string, in map[string]any) error {
	data, err := p.ask(query, map[string]any{"in": in})
	if err == nil && strings.Contains(fmt.Sprint(data), "code") {
		err = fmt.Errorf("it was refused: %v", data)
	}
	return err
}

// upload brings a file, and returns its import.
func (p *process) upload(text string) (id string) {
	p.t.Helper()
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	must(p.t, parts.WriteField("operations", `{"query":"mutation($file:Upload!){checkImport(file:$file){import{id}}}","variables":{"file":null}}`))
	must(p.t, parts.WriteField("map", `{"0":["variables.file"]}`))
	file, err := parts.CreateFormFile("0", "people.csv")
	must(p.t, err)
	_, err = file.Write([]byte(text))
	must(p.t, err)
	must(p.t, parts.Close())
	request, err := http.NewRequest(http.MethodPost, p.url+"/graphql", &body)
	must(p.t, err)
	request.Header.Set("Content-Type", parts.FormDataContentType())
	request.Header.Set("GraphQL-Require-Preflight", "1")
	response, err := p.http.Do(request)
	must(p.t, err)
	defer response.Body.Close()
	var answer struct {
		Data struct {
			CheckImport struct{ Import struct{ ID string } }
		}
	}
	must(p.t, json.NewDecoder(response.Body).Decode(&answer))
	return answer.Data.CheckImport.Import.ID
}

// importOver is an import once nothing goes on in it.
func (p *process) importOver(id string) (one map[string]any) {
	p.t.Helper()
	hubtest.Within(aWhile, func() bool {
		data, err := p.ask(`query($id:ID!){node(id:$id){...on Import{state processed added failed reason undoReport{reversed kept{name reason} failed{name reason}}}}}`, map[string]any{"id": id})
		must(p.t, err)
		one = data["node"].(map[string]any)
		return one["state"] != "CHECKING" && one["state"] != "RUNNING" && one["state"] != "UNDOING"
	})
	return one
}
