package rule

import (
	"context"
	"slices"
	"strings"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// RolesTakeTurns lets one transaction at a time change roles: what may be granted depends on all of them. The lock is
// the row of the Global Administrator; it binds the system too.
func RolesTakeTurns() Sentence {
	return changing(func(ctx context.Context, m *gen.RoleMutation) error {
		first := m.Client().Role.Query().Where(role.BuiltIn(viewer.GlobalAdministrator), lock.Update)
		if _, err := first.Only(viewer.AsSystem(ctx, "comparing roles")); err != nil && !gen.IsNotFound(err) {
			return err
		}
		return privacy.Skip
	})
}

// OnlyRolesWithinOwn lets nobody make or change a role beyond their own permissions, reach and grants: neither what it
// was nor what it will be may do what the viewer cannot. A built-in role changes only whether it requires a second
// factor.
func OnlyRolesWithinOwn() Sentence {
	return changing(func(ctx context.Context, m *gen.RoleMutation) error {
		v, will := viewer.From(ctx), &gen.Role{}
		if !m.Op().Is(ent.OpCreate) {
			id, _ := m.ID()
			was, err := m.Client().Role.Get(viewer.ShowDeleted(viewer.AsSystem(ctx, "comparing roles")), id)
			if err != nil {
				return err
			}
			if err := mayChange(ctx, m, was, v); err != nil {
				return err
			}
			will.Permissions, will.Reach, will.Grants = was.Permissions, was.Reach, was.Grants
		}
		if permissions, set := m.Permissions(); set {
			will.Permissions = permissions
		}
		if reach, set := m.Reach(); set {
			will.Reach = reach
		}
		if grants, set := m.Grants(); set {
			will.Grants = grants
		}
		return mayBecome(ctx, m.Client(), will, v)
	})
}

func changing(decide func(context.Context, *gen.RoleMutation) error) Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			r, ok := m.(*gen.RoleMutation)
			if !ok || !m.Op().Is(ent.OpCreate|ent.OpUpdateOne) {
				return privacy.Skip
			}
			return decide(ctx, r)
		},
	}
}

// mayChange refuses a change of a role that stands as it is, or above the viewer.
func mayChange(ctx context.Context, m *gen.RoleMutation, was *gen.Role, v *viewer.Viewer) error {
	above, err := exceeds(ctx, m.Client(), was, v)
	switch {
	case err != nil:
		return err
	case above:
		return fault.Refusef(fault.CodeForbidden, nil, "%s can do what you may not, so you can't change this role.", was.Name)
	case was.BuiltIn == nil:
		return nil
	}
	if _, deleted := m.DeletedAt(); deleted {
		return fault.Refusef(fault.CodeForbidden, nil, "%s is built in and can't be deleted.", was.Name)
	}
	for _, name := range append(m.Fields(), m.ClearedFields()...) {
		if name != role.FieldRequiresFactor {
			return fault.Refusef(fault.CodeForbidden, fault.At(name),
				"%s is built in. Only whether it requires a second factor can be changed. Make a copy for the rest.", was.Name)
		}
	}
	return nil
}

// mayBecome refuses, by field, what a role would have that the viewer has not.
func mayBecome(ctx context.Context, client *gen.Client, will *gen.Role, v *viewer.Viewer) error {
	var faults fault.List
	if missing := lacking(will, v); len(missing) > 0 {
		faults = append(faults, fault.Refusef(fault.CodeForbidden, fault.At("permissions"),
			"A role can't be given what you don't have yourself: %s.", strings.Join(missing, ", ")).With("permissions", missing))
	}
	if !viewer.Reach(will.Reach).Within(v.Reach) {
		faults = append(faults, fault.Refuse(fault.CodeForbidden, fault.At("reach"), "A role can't reach further than you do."))
	}
	further, err := ungrantable(ctx, client, will, v)
	if err != nil {
		return err
	}
	if further {
		faults = append(faults, fault.Refuse(fault.CodeForbidden, fault.At("grantIds"), "A role can't grant a role that you may not grant yourself."))
	}
	if len(faults) > 0 {
		return faults
	}
	return privacy.Skip
}

// exceeds reports a role that can do something that v cannot: a permission, a further reach, or granting another role.
func exceeds(ctx context.Context, client *gen.Client, r *gen.Role, v *viewer.Viewer) (bool, error) {
	if len(lacking(r, v)) > 0 || !viewer.Reach(r.Reach).Within(v.Reach) {
		return true, nil
	}
	return ungrantable(ctx, client, r, v)
}

// lacking are the permissions of a role that v does not have.
func lacking(r *gen.Role, v *viewer.Viewer) []string {
	return slices.DeleteFunc(slices.Clone(r.Permissions), func(p string) bool { return v.Can(viewer.Permission(p)) })
}

// ungrantable reports that a role may grant another that v may not. What was deleted counts for nothing.
func ungrantable(ctx context.Context, client *gen.Client, r *gen.Role, v *viewer.Viewer) (bool, error) {
	further := slices.DeleteFunc(slices.Clone(r.Grants), func(id int64) bool { return slices.Contains(v.Grants, id) })
	if len(further) == 0 {
		return false, nil
	}
	return client.Role.Query().Where(role.IDIn(further...), role.DeletedAtIsNil()).Exist(viewer.AsSystem(ctx, "comparing roles"))
}
