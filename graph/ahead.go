package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/list"
)

// selection is what a request wants of the rows of a list: the number of statements depends on it, never on the
// number of rows.
type selection struct {
	fields map[string]bool
	// groups is how many groups of each user are wanted; 0 for none.
	groups int
}

// selected looks ahead from the field that is being resolved, down the path to the rows.
func selected(ctx context.Context, path ...string) selection {
	op := graphql.GetOperationContext(ctx)
	sets := []ast.SelectionSet{graphql.GetFieldContext(ctx).Field.Selections}
	for _, name := range path {
		var below []ast.SelectionSet
		for _, set := range sets {
			for _, f := range graphql.CollectFields(op, set, nil) {
				if f.Name == name {
					below = append(below, f.Selections)
				}
			}
		}
		sets = below
	}
	s := selection{fields: map[string]bool{}}
	for _, set := range sets {
		for _, f := range graphql.CollectFields(op, set, nil) {
			s.fields[f.Name] = true
			if args := f.ArgumentMap(op.Variables); f.Name == "groups" && args["after"] == nil {
				if first, ok := args["first"].(int64); ok {
					s.groups = max(s.groups, int(first))
				}
			}
		}
	}
	return s
}

// onlyExact reports that every totalCount below the field that is being resolved asks for the exact number.
func onlyExact(ctx context.Context) bool {
	op, exact := graphql.GetOperationContext(ctx), false
	for _, f := range graphql.CollectFields(op, graphql.GetFieldContext(ctx).Field.Selections, nil) {
		if f.Name != "totalCount" {
			continue
		}
		if exact = f.ArgumentMap(op.Variables)["exact"] == true; !exact {
			return false
		}
	}
	return exact
}

// load asks for the single rows beside each user. Notes are asked for only by those who may read them: the rule would
// refuse the whole list otherwise.
func (s selection) load(ctx context.Context, q *ent.UserQuery) {
	if s.fields["company"] {
		q.WithCompany()
	}
	if s.fields["role"] || s.fields["isGlobalAdmin"] {
		q.WithRole()
	}
	if s.fields["account"] {
		q.WithAccount()
	}
	if s.fields["memberships"] {
		q.WithMemberships(func(q *ent.MembershipQuery) { q.WithGroup().Order(membership.ByID()) })
	}
	if s.fields["assignments"] {
		q.WithAssignments(func(q *ent.AssignmentQuery) { q.WithCompany().WithContract() })
	}
	if s.fields["note"] && viewer.From(ctx).Can(viewer.NotesRead) {
		q.WithNote()
	}
}

// userAhead is what a list loaded for one of its users.
type userAhead struct {
	joined []*ent.Membership
	size   int
}

// ahead loads the first groups of all users of a page with two statements.
func (r *Resolver) ahead(ctx context.Context, users []*ent.User, s selection) error {
	if s.groups == 0 || len(users) == 0 {
		return nil
	}
	ids := make([]int64, len(users))
	byID := make(map[int64]*userAhead, len(users))
	for i, u := range users {
		a := &userAhead{size: s.groups}
		ids[i], byID[u.ID], u.Ahead = u.ID, a, a
	}
	rows, err := r.Store.Ent(ctx).Membership.Query().
		Where(list.Children(membership.Table, membership.FieldUserID, ids, s.groups+1)).
		WithGroup().Order(membership.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, m := range rows {
		byID[m.UserID].joined = append(byID[m.UserID].joined, m)
	}
	return nil
}

// fresh reads a user anew after the transaction that changed them, with what the payload wants beside.
func (r *Resolver) fresh(ctx context.Context, saved *ent.User, err error) (*ent.User, error) {
	if err != nil {
		return nil, err
	}
	query := r.Store.Ent(ctx).User.Query().Where(user.ID(saved.ID))
	selected(ctx, "user").load(ctx, query)
	u, err := query.Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil // out of the viewer's sight now, yet saved
	}
	return u, err
}
