package graph

import (
	"context"
	"slices"

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
	fields := []*ast.Field{graphql.GetFieldContext(ctx).Field.Field}
	for _, name := range path {
		var below []*ast.Field
		for _, f := range children(op, fields) {
			if f.Name == name {
				below = append(below, f)
			}
		}
		fields = below
	}
	s := selection{fields: map[string]bool{}}
	for _, f := range children(op, fields) {
		s.fields[f.Name] = true
		if args := f.ArgumentMap(op.Variables); f.Name == "groups" && args["after"] == nil {
			if first, ok := args["first"].(int64); ok {
				s.groups = max(s.groups, int(first))
			}
		}
	}
	return s
}

// children are the fields right below some, those in fragments on whatever type too.
func children(op *graphql.OperationContext, fields []*ast.Field) (all []*ast.Field) {
	for _, f := range fields {
		for _, c := range graphql.CollectFields(op, f.SelectionSet, nil) {
			// Two of one name are collected into one, whose selections are both's.
			one := *c.Field
			one.SelectionSet = c.Selections
			all = append(all, &one)
		}
	}
	return all
}

// onlyExact reports that every totalCount below the field that is being resolved asks for the exact number.
func onlyExact(ctx context.Context) bool {
	op, exact := graphql.GetOperationContext(ctx), false
	for _, f := range children(op, []*ast.Field{graphql.GetFieldContext(ctx).Field.Field}) {
		if f.Name != "totalCount" {
			continue
		}
		if exact = f.ArgumentMap(op.Variables)["exact"] == true; !exact {
			return false
		}
	}
	return exact
}

// columns are what the plain fields of a user are made of. A list reads no others, but what it orders by.
var columns = map[string][]string{
	"id": nil, "__typename": nil, "version": {user.FieldVersion}, "status": {user.FieldStatus}, "email": {user.FieldEmail},
	"firstName": {user.FieldFirstName}, "lastName": {user.FieldLastName}, "title": {user.FieldTitle}, "cellPhone": {user.FieldCellPhone},
	"officePhone": {user.FieldOfficePhone}, "extension": {user.FieldExtension}, "address": {user.FieldAddress},
	"company": {user.FieldCompanyID}, "role": {user.FieldRoleID}, "isGlobalAdmin": {user.FieldRoleID},
	"emailSubscribed": {user.FieldEmailSubscribed}, "emailSubscriptionChangedAt": {user.FieldEmailSubscriptionChangedAt},
	"emailSubscriptionSource": {user.FieldEmailSubscriptionSource}, "lastSignInAt": {user.FieldLastSignInAt},
	"createdAt": {user.FieldCreatedAt}, "updatedAt": {user.FieldUpdatedAt},
	"memberships": nil, "groups": nil, "assignments": nil, "account": nil, "note": nil, "hiddenGroupCount": nil,
}

// narrow reads only the columns that are wanted. A field that columns does not know reads them all.
func (s selection) narrow(q *ent.UserQuery, by string) {
	wanted := []string{user.FieldID, by}
	for field := range s.fields {
		more, known := columns[field]
		if !known {
			return
		}
		wanted = append(wanted, more...)
	}
	slices.Sort(wanted)
	q.Select(slices.Compact(wanted)...)
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
		q.WithMemberships(func(q *ent.MembershipQuery) {
			q.Select(membership.FieldID, membership.FieldUserID, membership.FieldGroupID, membership.FieldRole).WithGroup().Order(membership.ByID())
		})
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
		Select(membership.FieldID, membership.FieldUserID, membership.FieldGroupID).WithGroup().Order(membership.ByID()).All(ctx)
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
