package main

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/portico-hub/portico/ent/gen/ent"
	entactivity "github.com/portico-hub/portico/ent/gen/ent/activity"
	entuser "github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/list"
)

// answer is what Portico said, as far as the works ask.
type answer struct {
	Data struct {
		Users *struct {
			Edges    []struct{ Node answered }
			PageInfo struct {
				HasNextPage bool
				EndCursor   *string
			}
			TotalCount int
		}
		Node       *answered
		CreateUser struct{ User answered }

		RecordActivity   *struct{ Activity answeredActivity }
		RecordActivities *struct{ Recorded int }
	}
}

type answered struct {
	ID, Email, FirstName, LastName string
	Title, CellPhone               *string
	Company                        *struct{ Name string }
	CreatedAt                      time.Time
	Status                         entuser.Status
	Groups                         struct {
		Edges []struct{ Node struct{ ID, Name string } }
	}
	Activities struct {
		Edges []struct{ Node answeredActivity }
	}
}

type answeredActivity struct {
	ID, Kind, Summary string
	Source            entactivity.Source
	OccurredAt        time.Time
}

func (a answeredActivity) activity() *ent.Activity {
	return &ent.Activity{ID: keyOf(a.ID), Kind: a.Kind, Summary: a.Summary, Source: a.Source, OccurredAt: a.OccurredAt}
}

// cannedAnswer is an answer as resolvers return it.
type cannedAnswer struct {
	users *gen.UserConnection
	total int
	user  *ent.User

	activity *ent.Activity
	recorded int
}

// beside is what the resolvers of a user return.
type beside struct {
	groups     *gen.GroupConnection
	activities *gen.ActivityConnection
}

func (a answered) user() *ent.User {
	u := &ent.User{
		ID: keyOf(a.ID), Email: a.Email, FirstName: a.FirstName, LastName: a.LastName, Title: a.Title, CellPhone: a.CellPhone,
		CreatedAt: a.CreatedAt, Status: a.Status,
	}
	if a.Company != nil {
		u.Edges.Company = &ent.Company{Name: a.Company.Name}
	}
	b := &beside{groups: &gen.GroupConnection{PageInfo: &gen.PageInfo{}}, activities: &gen.ActivityConnection{PageInfo: &gen.PageInfo{}}}
	for _, e := range a.Groups.Edges {
		b.groups.Edges = append(b.groups.Edges, &gen.GroupEdge{Node: &ent.Group{ID: keyOf(e.Node.ID), Name: e.Node.Name}})
	}
	for _, e := range a.Activities.Edges {
		b.activities.Edges = append(b.activities.Edges, &gen.ActivityEdge{Node: e.Node.activity()})
	}
	u.Ahead = b
	return u
}

func keyOf(id string) int64 {
	_, key, _ := gid.Split(id) // Portico made it
	return key
}

func (a answer) canned() *cannedAnswer {
	c := &cannedAnswer{}
	switch {
	case a.Data.Users != nil:
		c.users, c.total = &gen.UserConnection{PageInfo: &gen.PageInfo{HasNextPage: a.Data.Users.PageInfo.HasNextPage}}, a.Data.Users.TotalCount
		if token := a.Data.Users.PageInfo.EndCursor; token != nil {
			c.users.PageInfo.EndCursor = &list.Cursor{}
			_ = c.users.PageInfo.EndCursor.UnmarshalGQL(*token) // takes any text
		}
		for _, e := range a.Data.Users.Edges {
			c.users.Edges = append(c.users.Edges, &gen.UserEdge{Node: e.Node.user()})
		}
	case a.Data.Node != nil:
		c.user = a.Data.Node.user()
	case a.Data.RecordActivity != nil:
		c.activity = a.Data.RecordActivity.Activity.activity()
	case a.Data.RecordActivities != nil:
		c.recorded = a.Data.RecordActivities.Recorded
	default:
		c.user = a.Data.CreateUser.User.user()
	}
	return c
}

// The resolvers of what the works ask. What they do not ask has none.
type (
	cannedRoot     struct{ gen.ResolverRoot }
	cannedQuery    struct{ gen.QueryResolver }
	cannedMutation struct{ gen.MutationResolver }
	cannedUser     struct{ gen.UserResolver }
	cannedList     struct{ gen.UserConnectionResolver }
)

func (cannedRoot) Query() gen.QueryResolver                   { return cannedQuery{} }
func (cannedRoot) Mutation() gen.MutationResolver             { return cannedMutation{} }
func (cannedRoot) User() gen.UserResolver                     { return cannedUser{} }
func (cannedRoot) UserConnection() gen.UserConnectionResolver { return cannedList{} }

type workKey struct{}

func cannedIn(ctx context.Context) *cannedAnswer { return ctx.Value(workKey{}).(*cannedAnswer) }

func (cannedQuery) Users(ctx context.Context, _ *int, _ *list.Cursor, _ *int, _ *list.Cursor, _ *gen.UserFilter, _ []*gen.UserOrder) (*gen.UserConnection, error) {
	return cannedIn(ctx).users, nil
}

func (cannedQuery) Node(ctx context.Context, _ string) (gid.Node, error) {
	return cannedIn(ctx).user, nil
}

func (cannedMutation) CreateUser(ctx context.Context, _ gen.CreateUserInput) (*gen.UserPayload, error) {
	return &gen.UserPayload{User: cannedIn(ctx).user}, nil
}

func (cannedMutation) RecordActivity(ctx context.Context, _ gen.RecordActivityInput) (*gen.ActivityPayload, error) {
	return &gen.ActivityPayload{Activity: cannedIn(ctx).activity}, nil
}

func (cannedMutation) RecordActivities(ctx context.Context, _ []*gen.RecordActivityInput) (*gen.RecordActivitiesPayload, error) {
	return &gen.RecordActivitiesPayload{Recorded: cannedIn(ctx).recorded}, nil
}

func (cannedUser) Company(_ context.Context, u *ent.User) (*ent.Company, error) {
	return u.Edges.Company, nil
}

func (cannedUser) Groups(_ context.Context, u *ent.User, _ *int, _ *list.Cursor) (*gen.GroupConnection, error) {
	return u.Ahead.(*beside).groups, nil
}

func (cannedUser) Activities(_ context.Context, u *ent.User, _ *int, _ *list.Cursor, _ *int, _ *list.Cursor, _ []string) (*gen.ActivityConnection, error) {
	return u.Ahead.(*beside).activities, nil
}

func (cannedList) TotalCount(ctx context.Context, _ *gen.UserConnection, _ *bool) (int, error) {
	return cannedIn(ctx).total, nil
}

// documents keeps parsed queries, as Portico's guard does.
type documents struct{ sync.Map }

func (d *documents) Get(_ context.Context, query string) (*ast.QueryDocument, bool) {
	kept, ok := d.Load(query)
	if !ok {
		return nil, false
	}
	return kept.(*ast.QueryDocument), true
}

func (d *documents) Add(_ context.Context, query string, parsed *ast.QueryDocument) {
	d.Store(query, parsed)
}

// serveExecutor is the contestant without a database: GraphQL's executor, as Portico's code was generated, over answers
// that lie ready.
func serveExecutor(ctx context.Context, args []string) error {
	fs := flag.NewFlagSet("executor", flag.ContinueOnError)
	addr := fs.String("addr", "", "where to listen")
	file := fs.String("answers", "", "Portico's answers")
	if err := fs.Parse(args); err != nil {
		return err
	}
	text, err := os.ReadFile(*file)
	if err != nil {
		return err
	}
	answers := map[string]answer{}
	if err := json.Unmarshal(text, &answers); err != nil {
		return err
	}
	engine := executor.New(gen.NewExecutableSchema(gen.Config{Resolvers: cannedRoot{}}))
	engine.SetQueryCache(&documents{})
	mux := http.NewServeMux()
	for _, w := range works {
		a := answers[w.key].canned()
		mux.HandleFunc("/"+w.key, served(func(b []byte, r *http.Request) ([]byte, error) {
			return execute(context.WithValue(r.Context(), workKey{}, a), engine, b, r)
		}))
	}
	return listen(ctx, *addr, mux)
}

func execute(ctx context.Context, engine *executor.Executor, b []byte, r *http.Request) ([]byte, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return b, err
	}
	var params graphql.RawParams
	if err := json.Unmarshal(body, &params); err != nil {
		return b, err
	}
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := engine.CreateOperationContext(ctx, &params)
	if errs != nil {
		return b, errs
	}
	respond, ctx := engine.DispatchOperation(ctx, op)
	said := respond(ctx)
	if len(said.Errors) > 0 {
		return b, said.Errors
	}
	return append(append(append(b, `{"data":`...), said.Data...), '}'), nil
}
