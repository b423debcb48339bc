package hook

import (
	"context"
	"slices"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/viewer"
)

// Role keeps what follows from a role in step: its folded name, and which built-in roles may grant it.
func Role(next ent.Mutator) ent.Mutator {
	named := Named(next)
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		value, err := named.Mutate(ctx, m)
		change, ok := m.(*gen.RoleMutation)
		if err != nil || !ok || !regrants(change) || ctx.Value(regranting{}) != nil {
			return value, err
		}
		return value, keepGrants(context.WithValue(viewer.AsSystem(ctx, "grants"), regranting{}, true), change.Client())
	})
}

// regranting marks what keepGrants changes itself: nothing follows from that.
type regranting struct{}

// regrants reports a change after which somebody may grant more roles, or fewer.
func regrants(m *gen.RoleMutation) bool {
	_, permissions := m.Permissions()
	_, reach := m.Reach()
	_, grants := m.Grants()
	_, deleted := m.DeletedAt()
	return m.Op().Is(ent.OpCreate) || permissions || reach || grants || deleted || m.DeletedAtCleared()
}

// keepGrants puts every role on the list of the Global Administrator, and every custom role that can do nothing beyond a
// Portal Administrator on theirs (seed 002: every role except Global and Security Administrator). What is deleted is on
// no list of these two; elsewhere it stays, and counts for nothing unless it is restored.
func keepGrants(ctx context.Context, client *gen.Client) error {
	all, err := client.Role.Query().Where(role.DeletedAtIsNil()).Order(role.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range all {
		var grants []int64
		switch {
		case r.BuiltIn == nil:
			continue
		case *r.BuiltIn == viewer.GlobalAdministrator:
			grants = keysOf(all)
		case *r.BuiltIn == viewer.PortalAdministrator:
			grants = within(r, all)
		default:
			continue
		}
		if slices.Equal(grants, r.Grants) {
			continue
		}
		if err := client.Role.UpdateOne(r).SetGrants(grants).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

func keysOf(all []*gen.Role) []int64 {
	keys := make([]int64, len(all))
	for i, r := range all {
		keys[i] = r.ID
	}
	return keys
}

// within are the built-in roles that r may grant and the custom ones that can do nothing beyond r. Two that grant each
// other are both within, if nothing else stands against them.
func within(r *gen.Role, all []*gen.Role) []int64 {
	inside := []int64{}
	for _, one := range all {
		if one.BuiltIn != nil && slices.Contains(r.Grants, one.ID) || one.BuiltIn == nil && noMore(one, r) {
			inside = append(inside, one.ID)
		}
	}
	alive := keysOf(all)
	for {
		before := len(inside)
		for _, one := range all {
			further := func(id int64) bool { return slices.Contains(alive, id) && !slices.Contains(inside, id) }
			if one.BuiltIn == nil && slices.ContainsFunc(one.Grants, further) {
				inside = slices.DeleteFunc(inside, func(id int64) bool { return id == one.ID })
			}
		}
		if len(inside) == before {
			return inside
		}
	}
}

// noMore reports a role whose permissions and reach are all another's.
func noMore(one, other *gen.Role) bool {
	beyond := func(p string) bool { return !slices.Contains(other.Permissions, p) }
	return !slices.ContainsFunc(one.Permissions, beyond) && viewer.Reach(one.Reach).Within(viewer.Reach(other.Reach))
}
