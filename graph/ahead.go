package graph

import (
	"cmp"
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
)

// selection is what a request wants of the rows of a list: the number of statements depends on it, never on the
// number of rows.
type selection struct {
	op     *graphql.OperationContext
	fields map[string][]*ast.Field
	// groups is how many groups of each user are wanted; 0 for none.
	groups int
	// activities is how many of each user's newest activities are wanted; 0 for none.
	activities int
}

// wants reports that a field of the rows is asked for.
func (s selection) wants(field string) bool { return len(s.fields[field]) > 0 }

// below are the names of the fields down a path from a field of the rows.
func (s selection) below(path ...string) []string {
	fields := s.fields[path[0]]
	for _, name := range path[1:] {
		fields = called(children(s.op, fields), name)
	}
	var names []string
	for _, f := range children(s.op, fields) {
		names = append(names, f.Name)
	}
	return names
}

// selected looks ahead from the field that is being resolved, down the path to the rows.
func selected(ctx context.Context, path ...string) selection {
	op := graphql.GetOperationContext(ctx)
	fields := []*ast.Field{graphql.GetFieldContext(ctx).Field.Field}
	for _, name := range path {
		fields = called(children(op, fields), name)
	}
	s := selection{op: op, fields: map[string][]*ast.Field{}}
	for _, f := range children(op, fields) {
		s.fields[f.Name] = append(s.fields[f.Name], f)
		args := f.ArgumentMap(op.Variables)
		if first, ok := args["first"].(int64); ok && args["after"] == nil && args["kinds"] == nil {
			switch f.Name {
			case "groups":
				s.groups = max(s.groups, int(first))
			case "activities":
				s.activities = max(s.activities, int(first))
			}
		}
	}
	return s
}

// called are those of some fields that have a name.
func called(fields []*ast.Field, name string) (some []*ast.Field) {
	for _, f := range fields {
		if f.Name == name {
			some = append(some, f)
		}
	}
	return some
}

// children are the fields right below some, those in fragments on whatever type too, less what is skipped.
func children(op *graphql.OperationContext, fields []*ast.Field) (all []*ast.Field) {
	for _, f := range fields {
		all = collect(op, f.SelectionSet, all)
	}
	return all
}

func collect(op *graphql.OperationContext, set ast.SelectionSet, all []*ast.Field) []*ast.Field {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if included(op, s.Directives) {
				all = append(all, s)
			}
		case *ast.InlineFragment:
			if included(op, s.Directives) {
				all = collect(op, s.SelectionSet, all)
			}
		case *ast.FragmentSpread:
			if included(op, s.Directives) {
				all = collect(op, op.Doc.Fragments.ForName(s.Name).SelectionSet, all)
			}
		}
	}
	return all
}

// included obeys @skip and @include.
func included(op *graphql.OperationContext, directives ast.DirectiveList) bool {
	for _, d := range directives {
		if d.Name == "skip" && d.ArgumentMap(op.Variables)["if"] == true || d.Name == "include" && d.ArgumentMap(op.Variables)["if"] == false {
			return false
		}
	}
	return true
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

// load asks for the single rows beside each user. Notes are asked for only by those who may read them: the rule would
// refuse the whole list otherwise.
func (s selection) load(ctx context.Context, q *ent.UserQuery) {
	if s.wants("company") {
		q.WithCompany(func(q *ent.CompanyQuery) { s.narrowCompany(q) })
	}
	if s.wants("role") || s.wants("isGlobalAdmin") {
		q.WithRole()
	}
	if s.wants("account") {
		q.WithAccount()
	}
	if s.wants("memberships") {
		q.WithMemberships(func(q *ent.MembershipQuery) {
			q.Select(membership.FieldID, membership.FieldUserID, membership.FieldGroupID, membership.FieldRole).
				WithGroup(func(q *ent.GroupQuery) { narrowGroups(q, s.below("memberships", "group")) }).Order(membership.ByID())
		})
	}
	if s.wants("assignments") {
		q.WithAssignments(func(q *ent.AssignmentQuery) { q.WithCompany().WithContract() })
	}
	if s.wants("note") && rule.ReadsNotes(viewer.From(ctx)) {
		q.WithNote()
	}
}

// joined is a group, nil where the viewer does not see it, and the membership by which somebody is in it.
type joined struct {
	id    int64
	group *ent.Group
}

// userAhead is what a list loaded for one of its users.
type userAhead struct {
	joined []joined
	size   int
	// activities are the newest of the user, one more than recent if there are; recent is 0 where nobody asks.
	activities []*ent.Activity
	recent     int
	// keeps and notes tell whose consent the viewer keeps, and the notes about whom they may read, of all users of the page;
	// nil if nobody asks.
	keeps, notes map[int64]bool
}

// ahead loads what is wanted beside all users of a page, each with one statement: their first groups (more statements if they
// are very many), their newest activities, whose consent the viewer keeps, and the notes about whom they may read.
func (r *Resolver) ahead(ctx context.Context, users []*ent.User, s selection) error {
	ctx = viewer.OneByOne(ctx) // a page is short, whoever reads it
	keeping := s.wants("unsubscribeUrl") || s.wants("consentHistory")
	versions := s.wants("version")
	if s.groups+s.activities == 0 && !keeping && !versions || len(users) == 0 {
		return nil
	}
	ids := make([]int64, len(users))
	byID := make(map[int64]*userAhead, len(users))
	for i, u := range users {
		a := &userAhead{size: s.groups, recent: s.activities}
		ids[i], byID[u.ID], u.Ahead = u.ID, a, a
	}
	if err := r.rightsAhead(ctx, ids, byID, keeping, versions); err != nil {
		return err
	}
	if err := r.groupsAhead(ctx, ids, byID, s); err != nil {
		return err
	}
	return r.activitiesAhead(ctx, ids, byID, s)
}

func (r *Resolver) activitiesAhead(ctx context.Context, ids []int64, byID map[int64]*userAhead, s selection) error {
	if len(ids) == 1 { // its own stream is read more directly
		byID[ids[0]].recent = 0
		return nil
	}
	if s.activities == 0 {
		return nil
	}
	newest, err := r.Activities.Newest(ctx, ids, s.activities+1)
	_, foreseen := fault.All(err)
	for id, a := range byID {
		if a.activities = newest[id]; err != nil {
			a.recent = 0
		}
	}
	if foreseen { // who may not read them is told where they stand, not for the whole list
		return nil
	}
	return err
}

func (r *Resolver) groupsAhead(ctx context.Context, ids []int64, byID map[int64]*userAhead, s selection) error {
	if s.groups == 0 {
		return nil
	}
	// A limit that is not reached has cut nobody's groups short, and is cheaper than one for each user.
	most := len(ids) * (s.groups + 1)
	groups, err := r.beside(ctx, ids, s).Limit(most).All(ctx)
	if err == nil && len(groups) == most {
		return r.firstOfEach(ctx, ids, byID, s)
	}
	for _, g := range groups {
		id, userID := besideKey(g, membership.FieldID), besideKey(g, membership.FieldUserID)
		if a := byID[userID]; a != nil {
			a.joined = append(a.joined, joined{id, g})
		}
	}
	inOrder(byID)
	return err
}

// firstOfEach loads as many groups of each user as are wanted, with those out of sight: they count on the way to the next page.
func (r *Resolver) firstOfEach(ctx context.Context, ids []int64, byID map[int64]*userAhead, s selection) error {
	rows, err := r.Store.Ent(ctx).Membership.Query().Where(list.Children(membership.Table, membership.FieldUserID, ids, s.groups+1)).
		Select(membership.FieldID, membership.FieldUserID, membership.FieldGroupID).WithGroup(s.narrowGroups).All(ctx)
	for _, m := range rows {
		byID[m.UserID].joined = append(byID[m.UserID].joined, joined{m.ID, m.Edges.Group})
	}
	inOrder(byID)
	return err
}

func inOrder(byID map[int64]*userAhead) {
	for _, a := range byID {
		slices.SortFunc(a.joined, func(a, b joined) int { return cmp.Compare(a.id, b.id) })
	}
}

// beside are the groups of users, each with the keys of its membership and its user beside it, and with as much as is wanted.
func (r *Resolver) beside(ctx context.Context, users []int64, s selection) *ent.GroupQuery {
	q := r.Store.Ent(ctx).Membership.Query().Where(membership.UserIDIn(users...)).QueryGroup().Unique(false).
		Where(list.Beside(membership.Table, membership.FieldID, membership.FieldUserID))
	s.narrowGroups(q)
	return q
}

// narrowGroups reads what is wanted of the groups of the rows.
func (s selection) narrowGroups(q *ent.GroupQuery) {
	narrowGroups(q, s.below("groups", "edges", "node"))
}

// besideKey is a key that was read beside a group, or 0.
func besideKey(g *ent.Group, column string) int64 {
	value, _ := g.Value(list.BesideName(column))
	id, _ := value.(int64)
	return id
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
