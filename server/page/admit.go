package page

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/protectedpage"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/gid"
)

// Visitor is who may see a page, as the site behind it is told.
type Visitor struct {
	// ID is the user's global id.
	ID string
	// Email is that of the account.
	Email string
	// Groups are the names of the user's groups; those that let them see this page first, then by name.
	Groups []string
}

// Admit says who may see an address, a path with or without a query, by the session that they bring: three statements, whose
// number depends on nothing. Whoever is not signed in, in full, is told to do so whatever the address; everybody else who
// may not see it, or asks while protected pages are switched off, is refused. An address that cannot be read is seen by nobody.
func (s *Service) Admit(ctx context.Context, token, address string) (*Visitor, error) {
	holder, off, err := s.Authn.Holder(ctx, token)
	switch {
	case err != nil:
		return nil, err
	case holder == nil:
		return nil, fault.SignInFirst()
	}
	if reason, is := off[viewer.FeatureProtectedPages]; is {
		return nil, fault.SwitchedOff(reason)
	}
	path, ok := fold.Path(address)
	if !ok {
		return nil, fault.NotAllowed()
	}
	system := viewer.AsSystem(ctx, "protected pages")
	open, err := s.deciding(system, path)
	if err != nil || len(open) == 0 {
		return nil, cmp.Or(err, error(fault.NotAllowed()))
	}
	in, err := s.standing(system, holder.ID)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(in, func(m standing) bool { return slices.Contains(open, m.GroupID) }) {
		return nil, fault.NotAllowed()
	}
	return visitor(holder.ID, in, open), nil
}

// deciding are the groups of the longest pattern that matches; none where none does.
func (s *Service) deciding(ctx context.Context, path string) ([]int64, error) {
	keys := fold.Patterns(path)
	matching, err := s.Store.Ent(ctx).ProtectedPage.Query().Where(protectedpage.PatternKeyIn(keys...)).All(ctx)
	if err != nil || len(matching) == 0 {
		return nil, err
	}
	longest := slices.MinFunc(matching, func(a, b *gen.ProtectedPage) int {
		return slices.Index(keys, a.PatternKey) - slices.Index(keys, b.PatternKey)
	})
	return longest.GroupIds, nil
}

// standing is one group of a user, beside what is said of the user.
type standing struct {
	GroupID  int64   `sql:"group_id"`
	Name     string  `sql:"name"`
	SortName []byte  `sql:"sort_name"`
	Email    *string `sql:"account_email"`
}

// standing reads the groups of a user by one statement; those that are deleted are none.
func (s *Service) standing(ctx context.Context, userID int64) (in []standing, err error) {
	err = s.Store.Ent(ctx).Membership.Query().Where(membership.UserID(userID), func(m *sql.Selector) {
		g, u := sql.Dialect(m.Dialect()).Table(group.Table), sql.Dialect(m.Dialect()).Table(user.Table)
		m.Join(g).On(m.C(membership.FieldGroupID), g.C(group.FieldID)).Join(u).On(m.C(membership.FieldUserID), u.C(user.FieldID))
		m.Select(m.C(membership.FieldGroupID), g.C(group.FieldName), g.C(group.FieldSortName), u.C(user.FieldAccountEmail))
		m.OrderBy(g.C(group.FieldSortName), g.C(group.FieldID))
	}).Select().Scan(ctx, &in)
	return in, err
}

func visitor(id int64, in []standing, open []int64) *Visitor {
	v := &Visitor{ID: gid.Encode(gen.TypeUser, id)}
	var others []string
	for _, m := range in {
		if m.Email != nil {
			v.Email = *m.Email
		}
		if slices.Contains(open, m.GroupID) {
			v.Groups = append(v.Groups, m.Name)
		} else {
			others = append(others, m.Name)
		}
	}
	v.Groups = append(v.Groups, others...)
	return v
}
