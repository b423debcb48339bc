package guard

import (
	"context"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/portico-hub/portico/server/fault"
)

const (
	badInput        = fault.BadRequest
	tooExpensive    = fault.Expensive
	unauthenticated = fault.Unauthenticated
)

// refuse is a top-level error with a code of the contract.
func refuse(kind fault.Kind, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": string(kind)}}
}

// at is a refusal that names a field of the schema and where the query asks for it.
func at(f *ast.Field, message string) *gqlerror.Error {
	err := refuse(badInput, message)
	if f.Position != nil {
		err.Locations = []gqlerror.Location{{Line: f.Position.Line, Column: f.Position.Column}}
	}
	return err
}

// unreadable says where a query stopped making sense, and never what stands there.
func unreadable(cause error) *gqlerror.Error {
	err := refuse(badInput, "This query cannot be read: it is not written in the GraphQL language.")
	var parse *gqlerror.Error
	if errors.As(cause, &parse) {
		err.Locations = parse.Locations
	}
	return err
}

// Present wraps the presenter of an engine's errors: what the engine says about a query, its variables or its
// arguments quotes them, and is replaced before the presenter sees it. Faults and all other errors pass.
func (g *Guard) Present(next graphql.ErrorPresenterFunc) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		if _, ok := fault.All(err); ok {
			return next(ctx, err)
		}
		var said *gqlerror.Error
		if errors.As(err, &said) {
			switch said.Extensions["code"] {
			case errcode.ParseFailed, errcode.ValidationFailed:
				return next(ctx, g.safe(ctx, said))
			}
		}
		if refusedArguments(ctx) {
			wrong := refuse(badInput, "An argument of this field has the wrong form.")
			wrong.Path = graphql.GetPath(ctx)
			return next(ctx, wrong)
		}
		return next(ctx, err)
	}
}

// refusedArguments reports whether a field failed before its resolver ran: the engine fills in its arguments only when
// it could read them all.
func refusedArguments(ctx context.Context) bool {
	f := graphql.GetFieldContext(ctx)
	return f != nil && f.Args == nil && f.Field.Field != nil && f.Field.Definition != nil && len(f.Field.Definition.Arguments) > 0
}

// safe says what is wrong with a query without quoting it. Those who are signed in are told where, and in the names of
// the schema what.
func (g *Guard) safe(ctx context.Context, said *gqlerror.Error) *gqlerror.Error {
	if said.Extensions["code"] == string(badInput) {
		return said
	}
	if !g.signedIn(ctx) {
		return refuse(badInput, "This query is not valid.")
	}
	err := refuse(badInput, g.sentence(said))
	err.Locations = said.Locations
	return err
}

func (g *Guard) sentence(said *gqlerror.Error) string {
	switch {
	case len(said.Path) > 0 && said.Path[0] == ast.PathName("variable"):
		return "The variable " + g.variable(said.Path[1:]) + " is missing or has the wrong form."
	case said.Rule == "":
		return "This query is not valid."
	case said.Rule == "ValuesOfCorrectType" && !strings.HasPrefix(said.Message, `Field "`):
		return "A value has the wrong type."
	default:
		return quoted.ReplaceAllStringFunc(said.Message, g.known)
	}
}

var (
	quoted = regexp.MustCompile(`"[^"]*"`)
	word   = regexp.MustCompile(`[_A-Za-z][_0-9A-Za-z]*`)
)

// known keeps a quoted name if every word of it stands in the schema.
func (g *Guard) known(name string) string {
	for _, w := range word.FindAllString(name, -1) {
		if !g.names[w] {
			return `"…"`
		}
	}
	return name
}

func (g *Guard) variable(path ast.Path) string {
	parts := make([]string, len(path))
	for i, step := range path {
		parts[i] = "…"
		switch step := step.(type) {
		case ast.PathIndex:
			parts[i] = strconv.Itoa(int(step))
		case ast.PathName:
			if g.names[string(step)] {
				parts[i] = string(step)
			}
		}
	}
	return strings.Join(parts, ".")
}

// namesOf collects every name that a schema gives away anyway.
func namesOf(schema *ast.Schema) map[string]bool {
	names := map[string]bool{"query": true, "mutation": true, "subscription": true}
	for _, def := range schema.Types {
		names[def.Name] = true
		for _, f := range def.Fields {
			names[f.Name] = true
			for _, a := range f.Arguments {
				names[a.Name] = true
			}
		}
		for _, v := range def.EnumValues {
			names[v.Name] = true
		}
	}
	for _, d := range schema.Directives {
		names[d.Name] = true
		for _, a := range d.Arguments {
			names[a.Name] = true
		}
	}
	return names
}
