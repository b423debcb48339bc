// Package guard stands in front of the GraphQL executor: it refuses what would cost too much, what strangers may not
// ask, and what would guess passwords by the thousand, before anything expensive looks at the query. It also sees to
// it that no error says back what was sent.
//
// The executor's own complexity limit walks every spread of a fragment again, and its validation compares fields in
// pairs; a few hundred bytes can keep either busy for seconds. Here each selection of a query is looked at once.
package guard

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Limits of one request. Costs are counted in fields that the answer may hold.
const (
	// StrangerTokens and MemberTokens bound the lexical tokens of a query, comments included.
	StrangerTokens = 1_000
	MemberTokens   = 5_000
	// MaxCost bounds the fields of an answer, every list multiplied by what it may hold at most.
	MaxCost = 100_000
	// StrangerRoots and MemberRoots bound the fields at the root, aliases and fragments counted.
	StrangerRoots = 20
	MemberRoots   = 100
	// MaxWork bounds the comparisons that validating the query may take.
	MaxWork = 500_000
	// MaxPage is the most that first or last may ask for.
	MaxPage = 100
)

// Of the queries of the signed-in, this many are remembered with their parsed form; longer ones are read anew each
// time, so that nobody can fill the memory with them. What is remembered must be within StrangerTokens, since it is
// not counted again.
const (
	rememberedQueries = 128
	rememberedTokens  = 800
	rememberedBytes   = 16 << 10
)

// Guard checks each request to one schema. It is safe for concurrent use.
type Guard struct {
	schema   *ast.Schema
	signedIn func(context.Context) bool
	names    map[string]bool
	read     *lru.LRU[*document]
}

// New returns the guard of a schema. The function says whether the request of a context comes from somebody who is
// signed in or bears a valid token.
func New(schema *ast.Schema, signedIn func(context.Context) bool) *Guard {
	return &Guard{
		schema:   schema,
		signedIn: signedIn,
		names:    namesOf(schema),
		read:     lru.New[*document](rememberedQueries),
	}
}

// Engine is what the guard is set before: gqlgen's executor, or its server.
type Engine interface {
	Use(graphql.HandlerExtension)
	SetQueryCache(graphql.Cache[*ast.QueryDocument])
	SetErrorPresenter(graphql.ErrorPresenterFunc)
}

// Protect sets the guard before an engine, and before the presenter through which its errors go.
func (g *Guard) Protect(engine Engine, present graphql.ErrorPresenterFunc) {
	engine.Use(g)
	engine.SetQueryCache(handedOn{})
	engine.SetErrorPresenter(g.Present(present))
}

// ExtensionName names the guard among the extensions of an engine.
func (*Guard) ExtensionName() string { return "Guard" }

// Validate accepts every schema.
func (*Guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters reads, weighs and validates the query before the engine does anything with it, and hands
// the valid document on.
func (g *Guard) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	member := g.signedIn(ctx)
	d, err := g.document(p.Query, member)
	if err != nil {
		return err
	}
	op := d.query.Operations.ForName(p.OperationName)
	if op == nil {
		return refuse(badInput, "Name the one operation of the query that is to run.")
	}
	w := Weigh(g.schema, d.query, op, p.Variables)
	if err := w.refusal(member); err != nil {
		return err
	}
	if !d.valid {
		if err := validate(ctx, g.schema, d.query, member); err != nil {
			return g.safe(ctx, err)
		}
		d.valid = true
		g.remember(p.Query, d, member)
	}
	graphql.GetOperationContext(ctx).Doc = d.query
	return nil
}

// MutateOperationContext lets those who are signed in look at the schema.
func (g *Guard) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = !g.signedIn(ctx)
	return nil
}

// InterceptRootField starts no field for a client that hung up, and finds no type by name for a stranger: to them
// none exists, whatever it is called.
func (g *Guard) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	if ctx.Err() != nil {
		return graphql.Null
	}
	if f := graphql.GetRootFieldContext(ctx); f != nil && f.Field.Field != nil && f.Field.Name == "__type" && !g.signedIn(ctx) {
		return graphql.Null
	}
	return next(ctx)
}

// handedOn is the engine's cache of queries. It holds the one document that the guard has just read and validated for
// this request, so that the engine does neither again.
type handedOn struct{}

func (handedOn) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	doc := graphql.GetOperationContext(ctx).Doc
	return doc, doc != nil
}

func (handedOn) Add(context.Context, string, *ast.QueryDocument) {}
