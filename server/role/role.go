// Package role is what happens to roles: making, changing and deleting them, and saying why somebody sees somebody.
package role

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/store"
)

// Limits: characters of a name, and roles in all. They are listed without pages.
const (
	maxName  = 100
	maxRoles = 100
)

// Options of the Service.
type Options struct {
	Store  *store.Store
	Copies *copies.Service
	Authn  *authn.Authenticator
}

// Service does what happens to roles.
type Service struct{ Options }

// New returns the service.
func New(o Options) *Service {
	return &Service{o}
}

// Input is what a role is made of. What is nil stays as it is.
type Input struct {
	Name           *string
	Reach          *viewer.Reach
	Permissions    []viewer.Permission
	Grants         []int64
	RequiresFactor *bool
}

// List are all roles, in the order in which they were made; none for those who may not read who has which.
func (s *Service) List(ctx context.Context) ([]*gen.Role, error) {
	v := viewer.From(ctx)
	switch {
	case v == nil:
		return nil, fault.SignInFirst()
	case !rule.ListsRoles(v):
		return []*gen.Role{}, nil
	}
	return s.Store.Ent(ctx).Role.Query().Order(role.ByID()).All(ctx)
}

// Create makes a custom role, within what whoever makes it may do. Global Administrators may grant it from then on, and
// Portal Administrators if it can do nothing that they can't: ent/hook sees to that.
func (s *Service) Create(ctx context.Context, in Input) (*gen.Role, error) {
	if err := rule.RequireEverywhere(ctx, viewer.RolesWrite); err != nil {
		return nil, err
	}
	var saved *gen.Role
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if n, err := tx.Role.Query().Count(ctx); err != nil || n >= maxRoles {
			return cmp.Or(err, error(fault.Refusef(fault.Invalid, nil, "There are %d roles. Delete one that nobody holds first.", n)))
		}
		if err := in.check(ctx, tx, 0); err != nil {
			return err
		}
		create := tx.Role.Create().SetName(fold.Line(*in.Name)).SetReach(role.Reach(*in.Reach)).SetNillableRequiresFactor(in.RequiresFactor)
		in.set(create.Mutation())
		var err error
		saved, err = create.Save(ctx)
		return again(err)
	})
	return saved, err
}

// Update changes a role, if nobody else did since the version was read. Its holders may do what it says from their next
// request on.
func (s *Service) Update(ctx context.Context, id int64, version int, in Input) (*gen.Role, error) {
	if err := rule.RequireEverywhere(ctx, viewer.RolesWrite); err != nil {
		return nil, err
	}
	var saved *gen.Role
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		if now.Version != version {
			return fault.Conflict("role", version, now.Version)
		}
		in := in.news(now)
		if err := in.check(ctx, tx, id); err != nil {
			return err
		}
		if in.Name != nil {
			if err := s.Copies.Hold(ctx, fault.Ref{Type: gen.TypeRole, ID: id}); err != nil {
				return err
			}
		}
		update := tx.Role.UpdateOne(now).SetNillableReach((*role.Reach)(in.Reach)).SetNillableRequiresFactor(in.RequiresFactor)
		if in.Name != nil {
			update.SetName(fold.Line(*in.Name))
		}
		in.set(update.Mutation())
		if saved, err = update.Save(ctx); err != nil || in.Name == nil {
			return again(err)
		}
		return s.Copies.Follow(ctx, fault.Ref{Type: gen.TypeRole, ID: id})
	})
	return saved, err
}

// Delete marks a role as deleted. One that somebody holds stays: without a role they could not sign in.
func (s *Service) Delete(ctx context.Context, id int64) error {
	if err := rule.RequireEverywhere(ctx, viewer.RolesWrite); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		now, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		// Marked first: whoever gives the role to somebody at this moment waits, and then finds it gone.
		if err := tx.Role.UpdateOne(now).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx); err != nil {
			return err
		}
		holders := tx.User.Query().Where(user.RoleID(id)).Limit(list.MaxExact + 1).Aggregate(list.Rows(user.FieldID))
		n, err := holders.Int(viewer.AsSystem(ctx, "counting"))
		switch {
		case err != nil:
			return err
		case n == 1:
			return fault.Refusef(fault.CodeForbidden, nil, "One user holds %s. Give them another role first: nobody signs in without one.", now.Name).With("users", n)
		case n > list.MaxExact:
			return fault.Refusef(fault.CodeForbidden, nil, "More than %d users hold %s. Give them another role first: nobody signs in without one.", list.MaxExact, now.Name).With("users", n)
		case n > 1:
			return fault.Refusef(fault.CodeForbidden, nil, "%d users hold %s. Give them another role first: nobody signs in without one.", n, now.Name).With("users", n)
		}
		return nil
	})
}

func find(ctx context.Context, tx *gen.Client, id int64) (*gen.Role, error) {
	r, err := tx.Role.Get(ctx, id)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("role")
	}
	return r, err
}

// news leaves out what a role has already, so that a form may send all of its fields.
func (in Input) news(now *gen.Role) Input {
	if in.Name != nil && fold.Line(*in.Name) == now.Name {
		in.Name = nil
	}
	if in.Reach != nil && *in.Reach == viewer.Reach(now.Reach) {
		in.Reach = nil
	}
	if in.RequiresFactor != nil && *in.RequiresFactor == now.RequiresFactor {
		in.RequiresFactor = nil
	}
	if in.Permissions != nil && slices.Equal(names(in.Permissions), now.Permissions) {
		in.Permissions = nil
	}
	if in.Grants != nil && slices.Equal(distinct(in.Grants), now.Grants) {
		in.Grants = nil
	}
	return in
}

// check finds everything that is wrong with the input by itself; what the viewer may not give is for the rule.
func (in Input) check(ctx context.Context, tx *gen.Client, id int64) error {
	var faults fault.List
	if in.Name != nil {
		if err := checkName(ctx, tx, fold.Line(*in.Name), id); !faults.Add(err) {
			return err
		}
	}
	for _, p := range in.Permissions {
		if !slices.Contains(viewer.Permissions, p) {
			faults = append(faults, fault.Refuse(fault.Unknown, fault.At("permissions"), "One of these permissions does not exist."))
			break
		}
	}
	if len(in.Grants) > 0 {
		known, err := tx.Role.Query().Where(role.IDIn(in.Grants...)).Count(ctx)
		if err != nil {
			return err
		}
		if known != len(distinct(in.Grants)) {
			faults = append(faults, fault.Refuse(fault.Unknown, fault.At("grantIds"), "One of these roles does not exist. It may have been deleted meanwhile."))
		}
	}
	return faults.Err()
}

func checkName(ctx context.Context, tx *gen.Client, name string, id int64) error {
	switch {
	case name == "":
		return fault.Refuse(fault.Required, fault.At("name"), "Enter a name.")
	case utf8.RuneCountInString(name) > maxName:
		return fault.Refusef(fault.Invalid, fault.At("name"), "At most %d characters.", maxName)
	}
	other, err := tx.Role.Query().Where(role.NameKey(fold.Key(name)), role.IDNEQ(id)).Only(ctx)
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return fault.Refusef(fault.CodeTaken, fault.At("name"), "There is a role called %s already.", other.Name).
		About(fault.Ref{Type: gen.TypeRole, ID: other.ID})
}

// set puts the lists into a mutation, each value once and in order.
func (in Input) set(m *gen.RoleMutation) {
	if in.Permissions != nil {
		m.SetPermissions(names(in.Permissions))
	}
	if in.Grants != nil {
		m.SetGrants(distinct(in.Grants))
	}
}

// names are permissions, each once, in the order of the contract.
func names(permissions []viewer.Permission) []string {
	all := []string{}
	for _, p := range viewer.Permissions {
		if slices.Contains(permissions, p) {
			all = append(all, string(p))
		}
	}
	return all
}

// distinct are keys, each once, in order; never nil, which the journal would take for a field that was cleared.
func distinct(keys []int64) []int64 {
	all := append([]int64{}, keys...)
	slices.Sort(all)
	return slices.Compact(all)
}

// again looks once more where somebody took the name a moment ago: then it is found, and named.
func again(err error) error {
	if store.IsTaken(err) {
		return store.ErrAgain
	}
	return err
}
