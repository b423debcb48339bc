package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/visit"
	"github.com/portico-hub/portico/server/web"
)

// schema is a small one whose fields show what reached them.
var schema = gqlparser.MustLoadSchema(&ast.Source{Input: `
	directive @goModel(model: String) on OBJECT
	"Whoever asks."
	type Visit @goModel(model: "secret/path.Visit") { id: ID! }
	type VisitConnection { edges: [Visit!]! }
	type Query {
		hello: String!
		who: String!
		key: String!
		fails: String!
		panics: String!
		waits: String!
		forbidden: String!
		visits(first: Int): VisitConnection!
	}
	type Mutation {
		touch: String!
		signIn: String!
		signOut: String!
	}
`})

// resolvers answer the fields of the schema in JSON.
var resolvers = map[string]func(context.Context) (string, error){
	"__typename": func(ctx context.Context) (string, error) {
		return graphql.GetRootFieldContext(ctx).Object, nil
	},
	"hello":     func(context.Context) (string, error) { return "world", nil },
	"touch":     func(context.Context) (string, error) { return "touched", nil },
	"fails":     func(context.Context) (string, error) { return "", errors.New("disk canary is full") },
	"panics":    func(context.Context) (string, error) { panic("canary") },
	"forbidden": func(context.Context) (string, error) { return "", fault.SignInFirst() },
	"who":       func(ctx context.Context) (string, error) { name, _ := ctx.Value(viewer{}).(string); return name, nil },
	"key":       func(ctx context.Context) (string, error) { return visit.From(ctx).IdempotencyKey, nil },
	"signIn": func(ctx context.Context) (string, error) {
		visit.From(ctx).SetSession("fresh", 90*time.Second)
		return "", nil
	},
	"__type": func(context.Context) (string, error) { return "looked up", nil },
	"waits": func(ctx context.Context) (string, error) {
		<-ctx.Done()
		return "", ctx.Err()
	},
	"signOut": func(ctx context.Context) (string, error) { visit.From(ctx).ClearSession(); return "", nil },
}

// execute is the least that gqlgen's generated code does: root fields, through the middleware.
func execute(context.Context) graphql.ResponseHandler {
	return func(ctx context.Context) *graphql.Response {
		op := graphql.GetOperationContext(ctx)
		root := strings.ToUpper(string(op.Operation.Operation[:1])) + string(op.Operation.Operation[1:])
		var parts []string
		for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{root}) {
			ctx := graphql.WithRootFieldContext(ctx, &graphql.RootFieldContext{Object: root, Field: f})
			var b bytes.Buffer
			op.RootResolverMiddleware(ctx, func(ctx context.Context) graphql.Marshaler {
				return resolve(ctx, op, f.Name)
			}).MarshalGQL(&b)
			parts = append(parts, fmt.Sprintf("%q:%s", f.Alias, b.String()))
		}
		if ctx.Err() != nil {
			return nil // as the executor does for a client that is gone
		}
		return &graphql.Response{Data: []byte("{" + strings.Join(parts, ",") + "}")}
	}
}

func resolve(ctx context.Context, op *graphql.OperationContext, name string) (m graphql.Marshaler) {
	defer func() {
		if cause := recover(); cause != nil {
			graphql.AddError(ctx, op.Recover(ctx, cause))
			m = graphql.Null
		}
	}()
	text, err := resolvers[name](ctx)
	if err != nil {
		graphql.AddError(ctx, err)
		return graphql.Null
	}
	return graphql.MarshalString(text)
}

// present is a plain stand-in for the presenter of graph.
func present(ctx context.Context, err error) *gqlerror.Error {
	said, c := "Something went wrong.", "INTERNAL"
	var known *gqlerror.Error
	if faults, ok := fault.All(err); ok {
		said, c = faults.Error(), string(faults[0].Kind)
	} else if errors.As(err, &known) && known.Extensions["code"] != nil {
		said, c = known.Message, fmt.Sprint(known.Extensions["code"])
	}
	return &gqlerror.Error{Message: said, Extensions: map[string]any{"code": c, "requestId": visit.From(ctx).RequestID}}
}

type viewer struct{}

// house is a site with what its rooms say, to be changed before it is opened.
type house struct {
	web.Options
	log   bytes.Buffer
	ready error
}

func newHouse() *house {
	h := &house{}
	h.Options = web.Options{
		Schema: &graphql.ExecutableSchemaMock{
			SchemaFunc: func() *ast.Schema { return schema },
			ExecFunc:   execute,
		},
		Present: present,
		Authenticate: func(ctx context.Context, c web.Credential) (context.Context, bool, error) {
			switch {
			case c.Bearer && c.Token == "ptc_good":
				visit.From(ctx).Origins = []string{"https://own.example"}
				return context.WithValue(ctx, viewer{}, "client"), true, nil
			case c.Bearer && c.Token == "ptc_off":
				visit.From(ctx).Origins = []string{"https://own.example"}
				return ctx, false, fault.SwitchedOff("Not in your plan.")
			case !c.Bearer && c.Token == "session" && c.ViewAs != "":
				return context.WithValue(ctx, viewer{}, "client"), true, nil
			case !c.Bearer && c.Token == "session":
				return context.WithValue(ctx, viewer{}, "person"), true, nil
			case c.Token == "down":
				return ctx, false, errors.New("the database is gone")
			}
			return ctx, false, nil
		},
		Ready: func(context.Context) error { return h.ready },
		Pages: fstest.MapFS{
			"index.html":            {Data: []byte("<!doctype html>" + strings.Repeat("<p>Portico</p>", 100))},
			"favicon.svg":           {Data: []byte("<svg/>")},
			"assets/app-1a2b.js":    {Data: []byte(strings.Repeat("export {};", 100))},
			"assets/ready-1.css":    {Data: []byte(strings.Repeat("a{}", 100))},
			"assets/ready-1.css.gz": {Data: []byte("made by the build")},
			".keep":                 {Data: nil},
		},
		PublicURL:      &url.URL{Scheme: "https", Host: "hub.example.org"},
		AllowedOrigins: []string{"https://partner.example.net"},
		TrustedProxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")},
		Clock:          clock.New(),
		Logger:         slog.New(slog.NewTextHandler(&h.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	return h
}

// request is one that a test changes by options before it is sent.
type option func(*http.Request)

func header(name, value string) option {
	return func(r *http.Request) { r.Header.Add(name, value) }
}

func from(address string) option { return func(r *http.Request) { r.RemoteAddr = address } }

var (
	bearer  = header("Authorization", "Bearer ptc_good")
	session = header("Cookie", "__Host-portico=session")
	asJSON  = header("Content-Type", "application/json")
)

// send opens the house for one request.
func (h *house) send(method, target, body string, options ...option) *http.Response {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for _, o := range options {
		o(r)
	}
	w := httptest.NewRecorder()
	web.New(h.Options).ServeHTTP(w, r)
	return w.Result()
}

// ask posts a query.
func (h *house) ask(query string, options ...option) *http.Response {
	body, err := json.Marshal(map[string]any{"query": query})
	if err != nil {
		panic(err)
	}
	return h.send("POST", "/graphql", string(body), append([]option{asJSON}, options...)...)
}

// answer is what a client reads in a body.
type answer struct {
	Data   map[string]any
	Errors []struct {
		Message    string
		Extensions struct{ Code, RequestID string }
	}
	text string
}

func read(t *testing.T, resp *http.Response) answer {
	t.Helper()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	a := answer{text: string(b)}
	if strings.Contains(resp.Header.Get("Content-Type"), "json") {
		if err := json.Unmarshal(b, &a); err != nil {
			t.Fatalf("%v in %s", err, b)
		}
	}
	return a
}

// refused wants a status and a code, the id of the request, and nothing said back.
func refused(t *testing.T, resp *http.Response, status int, code string) {
	t.Helper()
	a := read(t, resp)
	if resp.StatusCode != status || len(a.Errors) != 1 || a.Errors[0].Extensions.Code != code || a.Data != nil {
		t.Fatalf("got %d %s, want %d with %s", resp.StatusCode, a.text, status, code)
	}
	if id := a.Errors[0].Extensions.RequestID; id == "" || id != resp.Header.Get("X-Request-Id") {
		t.Fatalf("the answer names request %q, its header %q", id, resp.Header.Get("X-Request-Id"))
	}
	if strings.Contains(a.text, "canary") {
		t.Fatalf("said back: %s", a.text)
	}
}

func wants(t *testing.T, resp *http.Response, status int, part string) {
	t.Helper()
	if a := read(t, resp); resp.StatusCode != status || !strings.Contains(a.text, part) {
		t.Fatalf("got %d %s, want %d with %s", resp.StatusCode, a.text, status, part)
	}
}

func wantsHeader(t *testing.T, resp *http.Response, name, want string) {
	t.Helper()
	if got := resp.Header.Get(name); got != want {
		t.Fatalf("%s is %q, want %q", name, got, want)
	}
}
