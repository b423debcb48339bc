package app_test

import (
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/portico-hub/portico/"

// floors are the rooms from left to right: a room imports only rooms of floors before its own. Neighbours on one
// floor do not know each other, and the first floor knows nothing of ours. A package that is on no floor fails.
var floors = [][]string{
	{"ent/viewer", "ent/migrations", "server/fault", "server/clock", "server/config", "server/secret", "server/mail",
		"server/fold", "server/gid", "server/recurrence", "server/visit", "server/sheet", "server/cron", "frontend", "graph/gen"},
	{"ent/lock"},
	{"ent/rule", "ent/hook"},
	{"ent/schema"},
	{"ent"},
	{"server/store", "server/list"},
	{"server/job"},
	{"server/copies", "server/ledger", "server/purge", "server/settings", "server/throttle"},
	{"server/journal", "server/activity"},
	{"server/notify"},
	{"server/authn"},
	{"server/account", "server/client", "server/company", "server/group", "server/page", "server/reminder", "server/role", "server/schedule"},
	{"server/bulk", "server/seed", "server/transfer"},
	{"graph/guard"},
	{"graph"},
	{"server/web"},
	{"server/app"},
	{"server", "server/bench"},
	{"server/hubtest/resend"},
	{"server/hubtest", "server/hubtest/resendstandin"},
}

// only are rooms that not everybody to their right may enter, and who may.
var only = map[string][]string{
	"ent/migrations":        {"server/store"},
	"ent/schema":            {},
	"frontend":              {"server/web"},
	"graph":                 {"server/app"},
	"graph/gen":             {"graph", "server/app", "server/bench"},
	"server/app":            {"server", "server/hubtest"},
	"server/config":         {"server/app", "server/hubtest"},
	"server/hubtest":        {},
	"server/hubtest/resend": {"server/hubtest/resendstandin"},
	"server/mail":           {"server/notify", "server/app", "server/hubtest", "server/hubtest/resend"},
}

// entCellar is the generated Ent code: open to everyone right of viewer.
const entCellar = "ent/gen/ent"

// source is one parsed Go file.
type source struct {
	path, room string
	test       bool
	text       []byte
	*ast.File
	set *token.FileSet
}

// mended says why a file is no part of the building: it is a tool that runs by itself.
func (s *source) tool() bool {
	for _, group := range s.Comments {
		for _, c := range group.List {
			if expr, err := constraint.Parse(c.Text); err == nil && expr.String() == "ignore" {
				return true
			}
		}
	}
	return false
}

// imports are the rooms and cellars of ours that a file imports.
func (s *source) imports() (rooms []string) {
	for _, spec := range s.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if own, ours := strings.CutPrefix(name, module); err == nil && ours {
			rooms = append(rooms, own)
		}
	}
	return rooms
}

// sources parses every Go file that people write. It reads the files itself: a list that a tool keeps may be stale.
func sources(t *testing.T) (files []*source) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below, _ := filepath.Rel(root, name)
		below = filepath.ToSlash(below)
		if d.IsDir() && (below != "." && strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"node_modules", "gen", "testdata", "dist", "bin"}, d.Name())) {
			return fs.SkipDir
		}
		if d.IsDir() || path.Ext(below) != ".go" {
			return nil
		}
		files = append(files, parse(t, name, below))
		return nil
	})
	if err != nil || len(files) < 100 {
		t.Fatalf("only %d Go files were found: %v", len(files), err)
	}
	return files
}

func floorOf(room string) int {
	return slices.IndexFunc(floors, func(floor []string) bool { return slices.Contains(floor, room) })
}

// refusal is why from may not import to, or "".
func refusal(from, to string) string {
	if to == entCellar || strings.HasPrefix(to, entCellar+"/") {
		if floorOf(from) == 0 {
			return fmt.Sprintf("%s imports %s, and the first floor imports nothing of ours.", from, to)
		}
		return ""
	}
	here, there := floorOf(from), floorOf(to)
	guests, guarded := only[to]
	switch {
	case here < 0:
		return fmt.Sprintf("%s is on no floor: put it where it belongs in floors.", from)
	case there < 0:
		return fmt.Sprintf("%s imports %s, which is on no floor.", from, to)
	case here == 0:
		return fmt.Sprintf("%s imports %s, and the first floor imports nothing of ours.", from, to)
	case here == there:
		return fmt.Sprintf("%s imports %s, and neighbours do not know each other.", from, to)
	case here < there:
		return fmt.Sprintf("%s imports %s, which lies to its right: an arrow that runs back.", from, to)
	case guarded && !slices.Contains(guests, from):
		return fmt.Sprintf("%s imports %s, which only %v may.", from, to, guests)
	}
	return ""
}

func TestArchArrows(t *testing.T) {
	for _, s := range sources(t) {
		if s.tool() {
			continue
		}
		if floorOf(s.room) < 0 {
			t.Errorf("%s: the package %s is on no floor: put it where it belongs in floors.", s.path, s.room)
			continue
		}
		if s.test {
			// A test stands outside: it may fetch what it likes, but only through the doors that everybody has.
			if !strings.HasSuffix(s.Name.Name, "_test") {
				t.Errorf("%s is in the package it tests: tests stand in the external package.", s.path)
			}
			continue
		}
		for _, to := range s.imports() {
			if sentence := refusal(s.room, to); sentence != "" {
				t.Errorf("%s: %s", s.path, sentence)
			}
		}
	}
}

// The law is checked itself: each wrong arrow is refused in a sentence, each right one is not.
func TestArchLawRefuses(t *testing.T) {
	for _, wrong := range []struct{ from, to, why string }{
		{"ent/hook", "server/notify", "runs back"},
		{"server/account", "graph", "runs back"},
		{"ent/rule", "ent/hook", "neighbours"},
		{"server/mail", "server/clock", "nothing of ours"},
		{"ent/viewer", "ent/gen/ent/user", "nothing of ours"},
		{"graph", "server/mail", "only"},
		{"server/app", "frontend", "only"},
		{"server/account", "server/hubtest", "runs back"},
		{"server/helpers", "server/clock", "no floor"},
		{"server/web", "server/helpers", "no floor"},
		{"server/web", "ent/gen", "no floor"},
	} {
		sentence := refusal(wrong.from, wrong.to)
		if !strings.Contains(sentence, wrong.from) || !strings.Contains(sentence, wrong.why) ||
			(wrong.from != "server/helpers" && !strings.Contains(sentence, wrong.to)) {
			t.Errorf("%s → %s: wanted a sentence with both and %q, got %q", wrong.from, wrong.to, wrong.why, sentence)
		}
	}
	for _, right := range [][2]string{
		{"ent/rule", "ent/gen/ent/user"}, {"server/web", "frontend"}, {"graph", "server/account"}, {"server", "server/app"},
	} {
		if sentence := refusal(right[0], right[1]); sentence != "" {
			t.Error(sentence)
		}
	}
}

func parse(t *testing.T, name, below string) *source {
	t.Helper()
	s := &source{path: below, room: path.Dir(below), test: strings.HasSuffix(below, "_test.go"), set: token.NewFileSet(), text: read(t, name)}
	file, err := parser.ParseFile(s.set, name, s.text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	s.File = file
	return s
}
