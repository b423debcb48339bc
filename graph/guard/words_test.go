package guard_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/portico-hub/portico/graph/guard"
	"github.com/portico-hub/portico/server/fault"
)

// mistakes hold the word canary wherever a query can go wrong.
var mistakes = map[string]struct {
	query     string
	variables map[string]any
}{
	"a field":             {query: `{canary}`},
	"a resembling field":  {query: `{viewer{reachcanary}}`},
	"an argument":         {query: `{userByEmail(canary:1){id}}`},
	"a type":              {query: `query($canary:Canary){viewer{reach}}`},
	"a fragment":          {query: `{...canary}`},
	"an unused fragment":  {query: `{viewer{reach}} fragment canary on User{id}`},
	"a directive":         {query: `{viewer @canary {reach}}`},
	"a variable":          {query: `query canary($canary:Int){viewer{reach}}`},
	"an unknown variable": {query: `query canary{userByEmail(email:$canary){id}}`},
	"a string":            {query: `{userByEmail(email:canary){id}}`},
	"an enum":             {query: `{users(first:1,orderBy:{field:canary}){edges{node{id}}}}`},
	"an input field":      {query: `{users(first:1,filter:{canary:"canary"}){edges{node{id}}}}`},
	"a conflict":          {query: `{canary:viewer{canary:reach canary:permissions}}`},
	"the operation":       {query: `query canary{viewer{reach}} query other{viewer{reach}}`},
	"no GraphQL":          {query: `canary`},
	"a broken string":     {query: `{node(id:"canary`},
	"a broken escape":     {query: `{node(id:"\canary")}`},
	"a variable's value": {
		`query($s:[UserStatus!]){users(first:1,filter:{status:$s}){edges{node{id}}}}`, map[string]any{"s": "canary"},
	},
	"a variable's field": {
		`query($filter:UserFilter){users(first:1,filter:$filter){edges{node{id}}}}`,
		map[string]any{"filter": map[string]any{"canary": "canary"}},
	},
	"a variable's type": {
		`query($filter:UserFilter){users(first:1,filter:$filter){edges{node{id}}}}`,
		map[string]any{"filter": map[string]any{"search": []any{"canary"}}},
	},
}

func TestEcho(t *testing.T) {
	for name, m := range mistakes {
		t.Run("never says back "+name, func(t *testing.T) {
			for who, ctx := range map[string]context.Context{"stranger": stranger, "member": signedIn} {
				err := ask(ctx, m.query, m.variables)
				wants(t, err, input)
				if strings.Contains(strings.ToLower(err.Error()), "canary") {
					t.Errorf("a %s is told %s", who, err)
				}
			}
		})
	}
}

func TestSuggestions(t *testing.T) {
	const query = `{viewer{reac}}`
	t.Run("are off for strangers, names of the schema included", func(t *testing.T) {
		err := ask(stranger, query, nil)
		if err.Message != "This query is not valid." || err.Locations != nil {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("are on for the signed-in, with the place", func(t *testing.T) {
		err := ask(signedIn, query, nil)
		if err.Message != `Cannot query field "…" on type "Viewer". Did you mean "reach"?` || err.Locations[0].Column != 9 {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("name the input field that a variable lacks", func(t *testing.T) {
		query := `mutation($input:CreateUserInput!){createUser(input:$input){user{id}}}`
		err := ask(signedIn, query, map[string]any{"input": map[string]any{"email": "a@example.org"}})
		wantsMessage(t, err, "The variable input.firstName is missing or has the wrong form.")
	})
}

func TestPresent(t *testing.T) {
	present := guard.New(schema, isMember).Present(graphql.DefaultErrorPresenter)
	field := func(args map[string]any) context.Context {
		return graphql.WithFieldContext(signedIn, &graphql.FieldContext{
			Field: graphql.CollectedField{Field: &ast.Field{
				Name: "userByEmail", Alias: "userByEmail", Definition: schema.Query.Fields.ForName("userByEmail"),
			}},
			Args: args,
		})
	}
	t.Run("says that an argument was refused, not what it was", func(t *testing.T) {
		err := present(field(nil), gqlerror.Errorf("canary is not a valid Status"))
		wants(t, err, input)
		if strings.Contains(err.Error(), "canary") {
			t.Fatal(err)
		}
	})
	t.Run("leaves the errors of resolvers alone", func(t *testing.T) {
		if err := present(field(map[string]any{}), errors.New("disk full")); err.Message != "disk full" {
			t.Fatal(err)
		}
	})
	t.Run("leaves faults alone, those of scalars included", func(t *testing.T) {
		f := fault.SignInFirst()
		if err := present(field(nil), f); err.Message != f.Message {
			t.Fatal(err)
		}
	})
}

func FuzzGuard(f *testing.F) {
	for _, m := range mistakes {
		f.Add(m.query, `{"canary":1}`)
	}
	f.Add(bomb(26), `{}`)
	f.Add(graphiQL, `{}`)
	f.Add(`query($n:Int){users(first:$n){edges{node{id}}}}`, `{"n":1e3}`)
	f.Add(`query($i:ID){node(id:$i){id}}`, `{"i":[[]]}`)
	f.Add(`mutation($i:CreateUserInput!){createUser(input:$i){user{id}}}`, `{"i":{"email":1,"groupIds":"x"}}`)
	exec := newExecutor()
	f.Fuzz(func(t *testing.T, query, text string) {
		for _, ctx := range []context.Context{stranger, signedIn} {
			err := send(exec, ctx, paramsOf(query, text))
			if err == nil {
				continue
			}
			if c := code(err); c != input && c != dear && c != "UNAUTHENTICATED" {
				t.Errorf("%v has the code %s", err, c)
			}
			if strings.Contains(strings.ToLower(err.Error()), "canary") {
				t.Errorf("echo: %v", err)
			}
		}
	})
}
