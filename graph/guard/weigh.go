package guard

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	// ceiling is where a cost stops growing, far above every limit and far below overflow.
	ceiling = 1 << 40
	// listSize is what a list without a limit of its own is taken to hold.
	listSize = 10
	// connectionCost is added for every list that needs a query of its own.
	connectionCost = 10
)

// dear are fields that read more than they answer with, and what is added for each.
var dear = map[string]int{"User.activityKinds": 20, "Import.sheet": 20}

// guessing are the mutations by which a password or a code could be guessed, a mailbox flooded, or a file be kept a
// hundred times: only one of them in a request, or the limits on attempts would count requests instead of attempts.
var guessing = map[string]bool{
	"signIn": true, "verifyFactor": true, "beginPasskeySignIn": true, "finishPasskeySignIn": true,
	"setUp": true, "setPassword": true, "changePassword": true, "proveIdentity": true,
	"requestPasswordReset": true, "renewLink": true, "confirmSignup": true,
	"confirmTOTP": true, "renewRecoveryCodes": true, "finishPasskeyRegistration": true,
	"checkImport": true,
}

// Weight is what an operation would cost to validate and to answer.
type Weight struct {
	// Cost is the number of fields that the answer may hold; it stops growing far above MaxCost.
	Cost int
	// Roots is the number of fields at the root, and Guesses how many of them sign in or the like.
	Roots, Guesses int
	// Visits is the number of selections looked at: each one of the document, once.
	Visits int
	// Work is the number of comparisons that validation may take.
	Work int

	introspects bool
	flaw        *gqlerror.Error
}

// Weigh looks at each selection of a document once and says what its operation would cost with these variables. The
// document needs no validation before: what does not exist costs as a field without children.
func Weigh(schema *ast.Schema, doc *ast.QueryDocument, op *ast.OperationDefinition, variables map[string]any) Weight {
	s := &scale{
		schema:    schema,
		variables: variables,
		op:        op,
		fragments: make(map[string]*weighed, len(doc.Fragments)),
		names:     map[string]int{},
	}
	for _, f := range doc.Fragments {
		if s.fragments[f.Name] == nil {
			s.fragments[f.Name] = &weighed{definition: f}
		}
	}
	l := s.set(s.root(op), op.SelectionSet)
	l.note(s.variablesFlaw())
	for _, other := range doc.Operations {
		if other != op {
			s.set(s.root(other), other.SelectionSet)
		}
	}
	for _, f := range doc.Fragments {
		s.fragment(f.Name)
	}
	return Weight{
		Cost: l.cost, Roots: l.roots, Guesses: l.guesses, Visits: s.visits,
		Work:        s.work(len(doc.Operations), len(doc.Fragments)),
		introspects: l.introspects, flaw: l.flaw,
	}
}

// refusal says which limit the weight exceeds, if any.
func (w Weight) refusal(member bool) *gqlerror.Error {
	roots := StrangerRoots
	if member {
		roots = MemberRoots
	}
	switch {
	case w.Cost > MaxCost || w.Work > MaxWork:
		return refuse(tooExpensive, "This query costs more than is allowed. Ask for fewer rows or fields at once.")
	case w.Roots > roots:
		return refuse(tooExpensive, "This query has more fields at its root than is allowed. Send several requests.")
	case w.Guesses > 1:
		return refuse(badInput, "Only one field that signs in, sets or resets a password, or takes a file is allowed in a request.")
	case w.introspects && !member:
		return refuse(unauthenticated, "Sign in to look at the schema.")
	default:
		return w.flaw
	}
}

// scale weighs one document.
type scale struct {
	schema    *ast.Schema
	variables map[string]any
	op        *ast.OperationDefinition
	fragments map[string]*weighed
	names     map[string]int
	visits    int
}

// weighed is a fragment and, once it was looked at, what each spread of it adds.
type weighed struct {
	definition *ast.FragmentDefinition
	begun      bool
	load       load
}

// load is what one selection set adds to where it stands.
type load struct {
	cost, roots, guesses int
	introspects          bool
	flaw                 *gqlerror.Error
}

// note keeps the first flaw.
func (l *load) note(flaw *gqlerror.Error) {
	if l.flaw == nil {
		l.flaw = flaw
	}
}

func (l *load) add(other load) {
	l.cost = min(l.cost+other.cost, ceiling)
	l.roots = min(l.roots+other.roots, ceiling)
	l.guesses = min(l.guesses+other.guesses, ceiling)
	l.introspects = l.introspects || other.introspects
	l.note(other.flaw)
}

func (s *scale) root(op *ast.OperationDefinition) *ast.Definition {
	switch op.Operation {
	case ast.Mutation:
		return s.schema.Mutation
	case ast.Subscription:
		return s.schema.Subscription
	default:
		return s.schema.Query
	}
}

func (s *scale) set(parent *ast.Definition, set ast.SelectionSet) load {
	var sum load
	for _, selection := range set {
		s.visits++
		switch selection := selection.(type) {
		case *ast.Field:
			sum.add(s.field(parent, selection))
		case *ast.InlineFragment:
			inner := parent
			if selection.TypeCondition != "" {
				inner = s.schema.Types[selection.TypeCondition]
			}
			sum.note(deferred(selection.Directives))
			sum.add(s.set(inner, selection.SelectionSet))
		case *ast.FragmentSpread:
			sum.note(deferred(selection.Directives))
			sum.add(s.fragment(selection.Name))
		}
	}
	return sum
}

// fragment weighs a fragment at its first spread. One that spreads itself adds nothing here; validation refuses it.
func (s *scale) fragment(name string) load {
	f := s.fragments[name]
	if f == nil {
		return load{}
	}
	if !f.begun {
		f.begun = true
		f.load = s.set(s.schema.Types[f.definition.TypeCondition], f.definition.SelectionSet)
	}
	return f.load
}

func (s *scale) field(parent *ast.Definition, f *ast.Field) load {
	s.names[f.Alias]++
	var def *ast.FieldDefinition
	var inner *ast.Definition
	if parent != nil {
		if def = parent.Fields.ForName(f.Name); def != nil {
			inner = s.schema.Types[def.Type.Name()]
		}
	}
	below := s.set(inner, f.SelectionSet)
	own := load{cost: 1, roots: 1, introspects: below.introspects || f.Name == "__schema"}
	if parent != nil && parent == s.schema.Mutation && guessing[f.Name] {
		own.guesses = 1
	}
	own.note(s.argumentsFlaw(f))
	if def != nil {
		own.cost += dear[parent.Name+"."+f.Name]
		rows, flaw := s.rows(parent, def, f)
		own.note(flaw)
		own.cost = min(own.cost+rows*below.cost, ceiling)
		if isConnection(def) {
			own.cost += connectionCost
		}
	}
	own.note(below.flaw)
	return own
}

// rows is how often the children of a field may appear.
func (s *scale) rows(parent *ast.Definition, def *ast.FieldDefinition, f *ast.Field) (int, *gqlerror.Error) {
	switch {
	case def.Arguments.ForName("first") != nil || def.Arguments.ForName("last") != nil:
		return s.page(def, f)
	case def.Type.Elem == nil:
		return 1, nil
	case strings.HasSuffix(parent.Name, "Connection"):
		return 1, nil // its rows were counted where the page was asked for
	case def.Arguments.ForName("ids") != nil:
		return s.length(f.Arguments.ForName("ids"))
	default:
		return listSize, nil
	}
}

// work is how many comparisons validation may take: every fragment is walked from every other that leads to it, and
// fields of one name are compared in pairs, for each operation again.
func (s *scale) work(operations, fragments int) int {
	pairs := 0
	for _, n := range s.names {
		pairs += n * n
	}
	return (operations+fragments)*s.visits + operations*pairs
}

func isConnection(def *ast.FieldDefinition) bool {
	return def.Type.Elem == nil && strings.HasSuffix(def.Type.NamedType, "Connection")
}

// deferred refuses answers in several parts: no door of ours can send them.
func deferred(directives ast.DirectiveList) *gqlerror.Error {
	if directives.ForName("defer") == nil {
		return nil
	}
	return refuse(badInput, "Deferred fragments are not offered.")
}
