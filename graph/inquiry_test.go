package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// inquiry asks for everything that the served schema has. It notes what it asked for, so that nothing new is passed over.
type inquiry struct {
	schema *ast.Schema
	asked  map[string]bool
}

func newInquiry() *inquiry {
	return &inquiry{gen.NewExecutableSchema(gen.Config{}).Schema(), map[string]bool{}}
}

// question is one request.
type question struct {
	text string
	in   vars
}

func (q question) ask(c *hubtest.Client) *hubtest.Answer { return c.Ask(q.text, q.in) }

// alone are fields that refuse whoever may not read them, and with them all that is asked for beside them: they are asked
// for by themselves.
var alone = []string{"User.messages", "User.changes", "User.activities"}

// fields selects everything of a type, down to a depth of objects. Edges and nodes of a connection count as one.
func (w *inquiry) fields(name string, depth int) string {
	var text strings.Builder
	for _, f := range w.schema.Types[name].Fields {
		if !strings.HasPrefix(f.Name, "__") && !slices.Contains(alone, name+"."+f.Name) {
			text.WriteString(w.field(name, f, depth))
		}
	}
	return text.String()
}

// field selects one field of a type, or nothing where it is an object too deep.
func (w *inquiry) field(of string, f *ast.FieldDefinition, depth int) string {
	is := w.schema.Types[f.Type.Name()]
	below := depth - 1
	if strings.HasSuffix(of, "Connection") || strings.HasSuffix(of, "Edge") {
		below = depth
	}
	text := f.Name
	if f.Arguments.ForName("first") != nil {
		text += "(first:3)"
	}
	if is.Kind == ast.Object {
		if below < 0 || is.Name == "PageInfo" && depth == 0 {
			return ""
		}
		inside := w.fields(is.Name, below)
		if inside == "" { // all of it is objects, too deep
			return ""
		}
		text += "{" + inside + "}"
	}
	w.asked[of+"."+f.Name] = true
	return text + " "
}

// nodes are the types that have a global id.
func (w *inquiry) nodes() []*ast.Definition { return w.schema.GetPossibleTypes(w.schema.Types["Node"]) }

// ofNodes ask for every field of every type that has an id, of all of some ids: what is flat at once, each object by itself.
func (w *inquiry) ofNodes(ids []string) (all []question) {
	for _, is := range w.nodes() {
		flat := ""
		ids := slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
			kind, _, err := gid.Split(id)
			return err == nil && kind != entityOf[is.Name]
		})
		for _, f := range is.Fields {
			if w.schema.Types[f.Type.Name()].Kind != ast.Object {
				flat += w.field(is.Name, f, 0)
				continue
			}
			all = append(all, question{fmt.Sprintf("query($ids:[ID!]!){nodes(ids:$ids){... on %s{%s}}}", is.Name, w.field(is.Name, f, 2)), vars{"ids": ids}})
		}
		all = append(all, question{fmt.Sprintf("query($ids:[ID!]!){nodes(ids:$ids){... on %s{%s}}}", is.Name, flat), vars{"ids": ids}})
	}
	for _, id := range ids {
		all = append(all, question{`query($id:ID!){node(id:$id){id __typename}}`, vars{"id": id}})
	}
	return all
}

// values is how each input of a list is filled in, by the name of its field.
type values map[string][]any

// ofLists ask every list of the schema: each filter with each of its values, each ordering in both directions, each search.
func (w *inquiry) ofLists(t *testing.T, filters map[string]values, searches []any) (all []question) {
	for _, f := range w.schema.Query.Fields {
		if f.Arguments.ForName("first") == nil {
			continue
		}
		page := func(depth int) string {
			return fmt.Sprintf("{totalCount pageInfo{hasNextPage} edges{cursor node{%s}}}", w.fields(strings.TrimSuffix(f.Type.Name(), "Connection"), depth))
		}
		nodes, deep := page(0), page(1)
		all = append(all, question{fmt.Sprintf("{%s(first:100)%s}", f.Name, deep), nil})
		if f.Arguments.ForName("search") != nil {
			for _, typed := range searches {
				all = append(all, question{fmt.Sprintf("query($s:String){%s(first:9,search:$s)%s}", f.Name, nodes), vars{"s": typed}})
			}
		}
		if arg := f.Arguments.ForName("filter"); arg != nil {
			for _, one := range w.schema.Types[arg.Type.Name()].Fields {
				list, said := filters[arg.Type.Name()][one.Name]
				if !said {
					t.Errorf("nobody said how to filter by %s.%s: a list may tell by it what a row does not show.", arg.Type.Name(), one.Name)
				}
				for _, v := range list {
					all = append(all, question{fmt.Sprintf("query($f:%s){%s(first:50,filter:$f)%s}", arg.Type.Name(), f.Name, deep), vars{"f": vars{one.Name: v}}})
				}
			}
		}
		if arg := f.Arguments.ForName("orderBy"); arg != nil {
			input := w.schema.Types[arg.Type.Name()]
			for _, by := range w.schema.Types[input.Fields.ForName("field").Type.Name()].EnumValues {
				for _, to := range []string{"ASC", "DESC"} {
					all = append(all, question{fmt.Sprintf("{%s(first:50,orderBy:[{field:%s,direction:%s}]){totalCount edges{cursor node{id}}}}", f.Name, by.Name, to), nil})
				}
			}
		}
	}
	return all
}

// ofRoots ask for the rest of what Query has; told is what has arguments of its own, by the field.
func (w *inquiry) ofRoots(t *testing.T, told map[string][]vars) (all []question) {
	for _, f := range w.schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") || f.Arguments.ForName("first") != nil || slices.Contains([]string{"node", "nodes"}, f.Name) {
			continue
		}
		body := ""
		if w.schema.Types[f.Type.Name()].Kind == ast.Object {
			body = "{" + w.fields(f.Type.Name(), 1) + "}"
		}
		if len(f.Arguments) == 0 {
			all = append(all, question{fmt.Sprintf("{%s%s}", f.Name, body), nil})
			continue
		}
		if len(told[f.Name]) == 0 {
			t.Errorf("nobody said how to ask %s: it may tell what a row does not show.", f.Name)
		}
		var declared, given []string
		for _, arg := range f.Arguments {
			declared = append(declared, fmt.Sprintf("$%s:%s", arg.Name, arg.Type))
			given = append(given, fmt.Sprintf("%s:$%s", arg.Name, arg.Name))
		}
		for _, in := range told[f.Name] {
			all = append(all, question{fmt.Sprintf("query(%s){%s(%s)%s}", strings.Join(declared, ","), f.Name, strings.Join(given, ","), body), in})
		}
	}
	return all
}
