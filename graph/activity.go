package graph

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/portico-hub/portico/ent/gen/ent"
	entactivity "github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/activity"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
)

// activities is every stream: of one user, whom the caller has already, or of all.
func (r *Resolver) activities(ctx context.Context, which activity.Filter, args list.Args, of *ent.User) (*gen.ActivityConnection, error) {
	page, total, err := r.streamPage(ctx, which, args, of)
	if err != nil {
		return nil, err
	}
	for _, a := range page.Nodes {
		if of != nil {
			a.Edges.User = of
		}
	}
	total.ExactOnly = onlyExact(ctx)
	return &gen.ActivityConnection{
		Edges: edges(page, func(a *ent.Activity, cursor list.Cursor) *gen.ActivityEdge {
			return &gen.ActivityEdge{Node: a, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Total:    total,
	}, nil
}

// streamPage is one page. What a list of users read ahead is used as it is.
func (r *Resolver) streamPage(ctx context.Context, which activity.Filter, args list.Args, of *ent.User) (*list.Page[*ent.Activity], *list.Total, error) {
	if of != nil && args.First != nil && args.After == nil && which.Kinds == nil {
		if ahead, ok := of.Ahead.(*userAhead); ok && *args.First <= ahead.recent && ahead.recent > 0 {
			page, total := r.Activities.Cut(ctx, of, ahead.activities, *args.First)
			return page, total, nil
		}
	}
	wanted := selected(ctx, "edges", "node")
	return r.Activities.List(ctx, which, args, func(q *ent.ActivityQuery) {
		if of == nil && wanted.wants("user") {
			q.WithUser()
		}
	})
}

func activityFilter(f *gen.ActivityFilter) (which activity.Filter, err error) {
	if f == nil {
		return which, nil
	}
	which.Kinds = f.Kinds
	if at := timeRange(f.OccurredAt); at != nil {
		which.From, which.To = at.From, at.To
	}
	if which.UserID, err = keyOf(ent.TypeUser, f.UserID, "userId"); err != nil {
		return which, fault.NotFound("user")
	}
	return which, nil
}

// recorded is an input as the room takes it. Rubbish in the place of an id names nobody.
func recorded(in *gen.RecordActivityInput, path ...string) (activity.Input, error) {
	told := activity.Input{Email: in.Email, Kind: in.Kind, Summary: in.Summary, OccurredAt: in.OccurredAt, Data: in.Data, Path: path}
	id, err := keyOf(ent.TypeUser, in.UserID, "userId")
	switch {
	case err != nil && path == nil:
		return told, fault.NotFound("user")
	case err != nil:
		return told, fault.Refuse(fault.Unknown, append(path, "userId"), "This is not the id of a user.")
	}
	told.UserID = id
	return told, nil
}

func recordedAll(inputs []*gen.RecordActivityInput) ([]activity.Input, error) {
	var faults fault.List
	all := make([]activity.Input, len(inputs))
	for i, in := range inputs {
		var err error
		all[i], err = recorded(in, "input", strconv.Itoa(i))
		faults.Add(err)
	}
	return all, faults.Err()
}

// freshActivity is an activity as its recorder may read it: not at all without the right to.
func (r *Resolver) freshActivity(ctx context.Context, made *ent.Activity, err error) (*ent.Activity, error) {
	if made == nil || err != nil || !rule.Readable(viewer.From(ctx), ent.TypeActivity, entactivity.FieldSummary) {
		return nil, err
	}
	return made, nil
}

// dataOf is what was sent with an activity, numbers as they were written.
func dataOf(a *ent.Activity) (data map[string]any, err error) {
	if a.Data == nil {
		return nil, nil
	}
	d := json.NewDecoder(strings.NewReader(*a.Data))
	d.UseNumber()
	err = d.Decode(&data)
	return data, err
}
