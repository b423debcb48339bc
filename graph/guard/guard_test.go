package guard_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/portico-hub/portico/graph/guard"
)

// schema is Portico's own, so that a list which the guard does not recognise fails here.
var schema = func() *ast.Schema {
	files, err := filepath.Glob("../*.graphql")
	if err != nil || len(files) == 0 {
		panic("the schema is not beside the guard")
	}
	var sources []*ast.Source
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		sources = append(sources, &ast.Source{Name: file, Input: string(text)})
	}
	return gqlparser.MustLoadSchema(sources...)
}()

type member struct{}

var (
	stranger = graphql.StartOperationTrace(context.Background())
	signedIn = context.WithValue(stranger, member{}, true)
)

func isMember(ctx context.Context) bool { return ctx.Value(member{}) != nil }

// newExecutor is gqlgen's executor behind the guard, over canned data.
func newExecutor() *executor.Executor {
	exec := executor.New(&graphql.ExecutableSchemaMock{
		SchemaFunc: func() *ast.Schema { return schema },
		ExecFunc: func(context.Context) graphql.ResponseHandler {
			return graphql.OneShot(&graphql.Response{Data: []byte(`{}`)})
		},
	})
	guard.New(schema, isMember).Protect(exec, graphql.DefaultErrorPresenter)
	return exec
}

// ask sends a query as far as its execution and returns the one error in the way.
func ask(ctx context.Context, query string, variables map[string]any) *gqlerror.Error {
	return send(newExecutor(), ctx, &graphql.RawParams{Query: query, Variables: variables})
}

func send(exec *executor.Executor, ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	op, errs := exec.CreateOperationContext(ctx, p)
	if len(errs) == 0 {
		return nil
	}
	return exec.DispatchError(graphql.WithOperationContext(ctx, op), errs).Errors[0]
}

func code(err *gqlerror.Error) string {
	if err == nil {
		return "none"
	}
	return fmt.Sprint(err.Extensions["code"])
}

func wants(t *testing.T, err *gqlerror.Error, want string) {
	t.Helper()
	if code(err) != want {
		t.Fatalf("got %v (%s), want %s", err, code(err), want)
	}
}

func wantsMessage(t *testing.T, err *gqlerror.Error, part string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Message, part) {
		t.Fatalf("got %v, want %q in it", err, part)
	}
}

const (
	none  = "none"
	input = "BAD_USER_INPUT"
	dear  = "QUERY_TOO_EXPENSIVE"
)

func TestTokens(t *testing.T) {
	of := func(n int) string { return "{viewer{" + strings.Repeat("reach ", n-5) + "}}" }
	t.Run("1,000 for a stranger", func(t *testing.T) {
		wants(t, ask(stranger, "{viewer{reach}}"+strings.Repeat("#\n", 994), nil), none)
		wants(t, ask(stranger, of(1_001), nil), dear)
	})
	t.Run("5,000 for the signed-in", func(t *testing.T) {
		wants(t, ask(signedIn, "{viewer{reach}}"+strings.Repeat("#\n", 4_994), nil), none)
		wants(t, ask(signedIn, of(5_001), nil), dear)
	})
	t.Run("of a query that the signed-in may send are still too many for a stranger", func(t *testing.T) {
		exec := newExecutor()
		long := &graphql.RawParams{Query: "{viewer{reach}}" + strings.Repeat("#\n", 1_000)}
		wants(t, send(exec, signedIn, long), none)
		wants(t, send(exec, stranger, long), dear)
	})
}

func TestGuessing(t *testing.T) {
	const one = `signIn(input:{login:"a",password:"b"}){nextStep}`
	refused := map[string]string{
		"aliases":          `mutation{a:` + one + ` b:` + one + `}`,
		"a fragment":       `mutation{a:` + one + ` ...F} fragment F on Mutation{b:` + one + `}`,
		"inline fragments": `mutation{...{a:` + one + `} ...on Mutation{b:` + one + `}}`,
		"two kinds":        `mutation{` + one + ` requestPasswordReset(input:{login:"a"}){accepted}}`,
		"a nested one":     `mutation{...F} fragment F on Mutation{...G a:` + one + `} fragment G on Mutation{b:` + one + `}`,
	}
	for name, query := range refused {
		t.Run("refuses two tries by "+name, func(t *testing.T) {
			wantsMessage(t, ask(stranger, query, nil), "Only one field that signs in")
			wantsMessage(t, ask(signedIn, query, nil), "Only one field that signs in")
		})
	}
	t.Run("allows one", func(t *testing.T) {
		wants(t, ask(stranger, `mutation{`+one+`}`, nil), none)
		wants(t, ask(stranger, `mutation{...F} fragment F on Mutation{`+one+`}`, nil), none)
	})
	t.Run("counts the operation that runs", func(t *testing.T) {
		two := `mutation A{` + one + `} mutation B{` + one + `}`
		wants(t, send(newExecutor(), stranger, &graphql.RawParams{Query: two, OperationName: "B"}), none)
		wants(t, ask(stranger, two, nil), input)
	})
}

func TestIntrospection(t *testing.T) {
	t.Run("is off for strangers, in fragments too", func(t *testing.T) {
		wants(t, ask(stranger, `{__schema{types{name}}}`, nil), "UNAUTHENTICATED")
		wants(t, ask(stranger, `{...F} fragment F on Query{a:__schema{types{name}}}`, nil), "UNAUTHENTICATED")
	})
	t.Run("leaves them __typename", func(t *testing.T) {
		wants(t, ask(stranger, `{__typename}`, nil), none)
	})
	t.Run("tells them of no type by name", func(t *testing.T) {
		g := guard.New(schema, isMember)
		ctx := graphql.WithRootFieldContext(stranger, &graphql.RootFieldContext{
			Field: graphql.CollectedField{Field: &ast.Field{Name: "__type", Alias: "innocent"}},
		})
		got := g.InterceptRootField(ctx, func(context.Context) graphql.Marshaler {
			t.Fatal("looked the type up")
			return nil
		})
		if got != graphql.Null {
			t.Fatalf("got %v", got)
		}
	})
	t.Run("is on for the signed-in, GraphiQL's own query included", func(t *testing.T) {
		wants(t, ask(signedIn, graphiQL, nil), none)
		op, errs := newExecutor().CreateOperationContext(signedIn, &graphql.RawParams{Query: `{viewer{reach}}`})
		if errs != nil || op.DisableIntrospection {
			t.Fatalf("introspection is off: %v", errs)
		}
	})
}

func TestHangUp(t *testing.T) {
	t.Run("ends validation", func(t *testing.T) {
		ctx, cancel := context.WithCancel(signedIn)
		cancel()
		wants(t, ask(ctx, `{viewer{reach}}`, nil), input)
	})
	t.Run("starts no further field", func(t *testing.T) {
		ctx, cancel := context.WithCancel(signedIn)
		cancel()
		guard.New(schema, isMember).InterceptRootField(ctx, func(context.Context) graphql.Marshaler {
			t.Fatal("started a field")
			return nil
		})
	})
}

func TestRemembering(t *testing.T) {
	t.Run("asks the limits again when the variables change", func(t *testing.T) {
		exec := newExecutor()
		query := `query($n:Int){users(first:$n){edges{node{id}}}}`
		wants(t, send(exec, signedIn, &graphql.RawParams{Query: query, Variables: map[string]any{"n": 100}}), none)
		wants(t, send(exec, signedIn, &graphql.RawParams{Query: query, Variables: map[string]any{"n": 101}}), input)
	})
	t.Run("is safe for many at once", func(t *testing.T) {
		exec := newExecutor()
		done := make(chan struct{})
		for range 8 {
			go func() {
				defer func() { done <- struct{}{} }()
				for i := range 200 {
					send(exec, signedIn, &graphql.RawParams{Query: fmt.Sprintf(`{a%d:viewer{reach}}`, i%7)})
				}
			}()
		}
		for range 8 {
			select {
			case <-done:
			case <-time.After(time.Minute):
				t.Fatal("stuck")
			}
		}
	})
}

// graphiQL is the introspection query that GraphiQL sends.
const graphiQL = `query IntrospectionQuery{__schema{queryType{name kind} mutationType{name kind} subscriptionType{name kind}
types{...FullType} directives{name description locations args(includeDeprecated:true){...InputValue}}}}
fragment FullType on __Type{kind name description fields(includeDeprecated:true){name description
args(includeDeprecated:true){...InputValue} type{...TypeRef} isDeprecated deprecationReason}
inputFields(includeDeprecated:true){...InputValue} interfaces{...TypeRef}
enumValues(includeDeprecated:true){name description isDeprecated deprecationReason} possibleTypes{...TypeRef}}
fragment InputValue on __InputValue{name description type{...TypeRef} defaultValue isDeprecated deprecationReason}
fragment TypeRef on __Type{kind name ofType{kind name ofType{kind name ofType{kind name ofType{kind name ofType{kind name
ofType{kind name ofType{kind name ofType{kind name ofType{kind name}}}}}}}}}}`

func paramsOf(query, variables string) *graphql.RawParams {
	p := &graphql.RawParams{Query: query}
	decoder := json.NewDecoder(strings.NewReader(variables))
	decoder.UseNumber()
	if decoder.Decode(&p.Variables) != nil {
		p.Variables = nil
	}
	return p
}
