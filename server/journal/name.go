package journal

import (
	"cmp"
	"context"
	"encoding/json"
	"strconv"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/protectedpage"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
)

// names are the names that stand in the place of keys: by field, then by key.
type names map[string]map[int64]string

// Name looks up what the keys in changes are called, for all of them with one statement a kind. What the viewer may
// not see, or is gone, has no name: its key is shown.
func (j *Journal) Name(ctx context.Context, changes []*gen.Change) error {
	wanted := keysOf(changes)
	found := names{}
	client := j.store.Ent(ctx)
	ctx = viewer.ShowDeleted(ctx)
	for field, keys := range wanted {
		called := map[int64]string{}
		var err error
		switch field {
		case "user_id", "assignee_id", "supersedes_id":
			err = collect(called, func() ([]*gen.User, error) {
				return client.User.Query().Where(user.IDIn(keys...)).All(ctx)
			}, func(u *gen.User) (int64, string) { return u.ID, u.FirstName + " " + u.LastName })
		case "role_id", role.FieldGrants:
			err = collect(called, func() ([]*gen.Role, error) { return client.Role.Query().Where(role.IDIn(keys...)).All(ctx) },
				func(r *gen.Role) (int64, string) { return r.ID, r.Name })
		case "company_id":
			err = collect(called, func() ([]*gen.Company, error) { return client.Company.Query().Where(company.IDIn(keys...)).All(ctx) },
				func(c *gen.Company) (int64, string) { return c.ID, c.Name })
		case "group_id", "from_group_id", protectedpage.FieldGroupIds:
			err = collect(called, func() ([]*gen.Group, error) { return client.Group.Query().Where(group.IDIn(keys...)).All(ctx) },
				func(g *gen.Group) (int64, string) { return g.ID, g.Name })
		case "contract_id":
			err = collect(called, func() ([]*gen.Contract, error) { return client.Contract.Query().Where(contract.IDIn(keys...)).All(ctx) },
				func(c *gen.Contract) (int64, string) { return c.ID, c.Number })
		}
		if err != nil {
			return err
		}
		found[field] = called
	}
	for _, c := range changes {
		c.Ahead = found
	}
	return nil
}

// keysOf are the keys that stand in changes, by field.
func keysOf(changes []*gen.Change) map[string][]int64 {
	wanted := map[string][]int64{}
	for _, c := range changes {
		for _, values := range []map[string]json.RawMessage{c.Old, c.New} {
			for _, field := range []string{"user_id", "assignee_id", "supersedes_id", "role_id", "company_id", "group_id", "from_group_id", "contract_id"} {
				var key int64
				if raw, ok := values[field]; ok && json.Unmarshal(raw, &key) == nil && key != 0 {
					wanted[field] = append(wanted[field], key)
				}
			}
			for _, field := range []string{role.FieldGrants, protectedpage.FieldGroupIds} {
				if keys := keysIn(values[field]); len(keys) > 0 {
					wanted[field] = append(wanted[field], keys...)
				}
			}
		}
	}
	return wanted
}

func collect[T any](into map[int64]string, read func() ([]T, error), name func(T) (int64, string)) error {
	rows, err := read()
	for _, r := range rows {
		key, called := name(r)
		into[key] = called
	}
	return err
}

// called is a value as a person reads it: the name behind a key, if it is known.
func (n names) called(field string, raw json.RawMessage) *string {
	if known, ok := n[field]; ok {
		var key int64
		if json.Unmarshal(raw, &key) == nil {
			if name, ok := known[key]; ok {
				return &name
			}
		}
		if list := keysIn(raw); len(list) > 0 {
			called := make([]string, len(list))
			for i, key := range list {
				called[i] = cmp.Or(known[key], strconv.FormatInt(key, 10))
			}
			text := strings.Join(called, ", ")
			return &text
		}
	}
	return words(raw)
}

// keysIn are the keys of a list; none if it is none.
func keysIn(raw json.RawMessage) (keys []int64) {
	if json.Unmarshal(raw, &keys) != nil {
		return nil
	}
	return keys
}
