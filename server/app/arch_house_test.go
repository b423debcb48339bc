package app_test

import (
	"go/ast"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	gqlast "github.com/vektah/gqlparser/v2/ast"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// below lists the files under a folder of the repository that have an ending, generated ones included.
func below(t *testing.T, folder, ending string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", "..", folder), func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ending) {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatalf("no %s in %s: %v", ending, folder, err)
	}
	return names
}

// statement finds SQL in a text. Words alone, such as the name of an operation, are none.
var statement = regexp.MustCompile(`\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|CREATE (TABLE|INDEX|TRIGGER)|ALTER TABLE|DROP TABLE|PRAGMA)\s+\S`)

// writesSQL are the rooms in which SQL stands.
var writesSQL = []string{"server/store", "server/list", "ent/migrations", "server/bench", "server/hubtest"}

func TestArchSQLStandsInItsRooms(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || s.tool() || slices.Contains(writesSQL, s.room) {
			continue
		}
		ast.Inspect(s.File, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				text, _ := strconv.Unquote(literal.Value)
				if found := statement.FindString(text); found != "" {
					t.Errorf("%s: the SQL %q stands in %s; SQL stands only in %v.", s.set.Position(n.Pos()), found, s.room, writesSQL)
				}
			}
			return true
		})
	}
	if !statement.MatchString("SELECT id FROM users") || statement.MatchString("UPDATE") {
		t.Error("the search for SQL does not know it when it sees it")
	}
}

// readsWatch are the places that ask the machine for the time, since no rule hangs on the answer.
var readsWatch = map[string]string{
	"server/clock/clock.go":   "the clock itself",
	"server/job/job.go":       "the job queue follows the machine until the clock is moved",
	"server/web/upload.go":    "how long somebody takes to send a file",
	"server/web/observe.go":   "how long a request took",
	"server/web/download.go":  "how long a reader takes for a part of a long answer",
	"server/mail/listener.go": "Retry-After as a date of the provider's",
	"graph/replay.go":         "how long a request waits for its twin",
	"server/seed/seed.go":     "how long the filling took",
	"server/bench/import.go":  "how long a file took",
	"server/bench/load.go":    "how long each answer took",
}

func TestArchTimeIsTheClock(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		if s.test || s.tool() {
			continue
		}
		ast.Inspect(s.File, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok || !slices.Contains([]string{"Now", "Since", "Until"}, call.Sel.Name) {
				return true
			}
			if of, ok := call.X.(*ast.Ident); ok && of.Name == "time" {
				used[s.path] = true
				if readsWatch[s.path] == "" {
					t.Errorf("%s: time.%s asks the machine; rules that hang on time ask server/clock.", s.set.Position(n.Pos()), call.Sel.Name)
				}
			}
			return true
		})
	}
	for name := range readsWatch {
		if !used[name] {
			t.Errorf("%s is allowed to ask the machine for the time and does not: take it out of the list.", name)
		}
	}
}

const (
	maxLines    = 300
	maxFunction = 50
)

func TestArchSizes(t *testing.T) {
	for _, s := range sources(t) {
		if lines := strings.Count(string(s.text), "\n"); lines > maxLines {
			t.Errorf("%s has %d lines: above %d, ask what second thing it does.", s.path, lines, maxLines)
		}
		if s.test {
			continue
		}
		for _, declaration := range s.Decls {
			f, ok := declaration.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if lines := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1; lines > maxFunction {
				t.Errorf("%s: %s has %d lines: above %d, ask what second thing it does.", s.set.Position(f.Pos()), f.Name.Name, lines, maxFunction)
			}
		}
	}
}

var generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

func TestArchGeneratedCodeLiesInCellars(t *testing.T) {
	for _, s := range sources(t) { // which never enters a cellar
		if generated.Match(s.text) {
			t.Errorf("%s is generated and lies outside a folder called gen.", s.path)
		}
	}
	for _, folder := range []string{"ent/gen", "graph/gen"} {
		for _, name := range below(t, folder, ".go") {
			if !generated.Match(read(t, name)) {
				t.Errorf("%s lies in a cellar and is written by hand.", name)
			}
		}
	}
}

// What a foreign key deletes or clears by itself would stand in no journal.
func TestArchNoForeignKeyActs(t *testing.T) {
	acts := regexp.MustCompile(`ON (?:DELETE|UPDATE) (?:CASCADE|SET NULL|SET DEFAULT|RESTRICT)`)
	keys := 0
	for _, name := range below(t, "ent/migrations", ".sql") {
		text := string(read(t, name))
		keys += strings.Count(text, "ON DELETE NO ACTION")
		if found := acts.FindString(text); found != "" {
			t.Errorf("%s: %s", name, found)
		}
	}
	if keys == 0 {
		t.Error("no foreign key was found at all")
	}
	for _, name := range below(t, "ent/schema", ".go") {
		if strings.Contains(string(read(t, name)), "OnDelete") {
			t.Errorf("%s: an edge with an effect of its own; what it deletes would stand in no journal.", name)
		}
	}
}

func TestArchEveryPayloadSaysNo(t *testing.T) {
	var texts []*gqlast.Source
	for _, name := range below(t, "graph", ".graphql") {
		texts = append(texts, &gqlast.Source{Name: name, Input: string(read(t, name))})
	}
	schema, err := gqlparser.LoadSchema(texts...)
	if err != nil {
		t.Fatal(err)
	}
	for _, mutation := range schema.Mutation.Fields {
		payload := schema.Types[mutation.Type.Name()]
		for field, wanted := range map[string]string{"userErrors": "[UserError!]!", "warnings": "[Warning!]!"} {
			f := payload.Fields.ForName(field)
			if f == nil || f.Type.String() != wanted {
				t.Errorf("%s answers with %s, which has no %s: %s.", mutation.Name, payload.Name, field, wanted)
			}
		}
	}
	if len(schema.Mutation.Fields) == 0 {
		t.Error("there is no mutation")
	}
}
