package hook

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql/sqlgraph"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// User keeps what follows from a user in step: the copies of names, sort keys, search text, the names that the user has
// taken, what is open to them, what their memberships copy, and the history of their consent.
func User(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		u, ok := m.(*gen.UserMutation)
		if !ok || !m.Op().Is(ent.OpCreate|ent.OpUpdateOne) {
			return next.Mutate(ctx, m)
		}
		if _, said := u.SupersedesID(); said && m.Op().Is(ent.OpUpdateOne) {
			return nil, errors.New("whom a record took the place of is said when it is made")
		}
		if err := copyNames(ctx, u); err != nil {
			return nil, err
		}
		if err := deriveUser(ctx, u); err != nil {
			return nil, err
		}
		turned, err := turns(ctx, u)
		if err != nil {
			return nil, err
		}
		consent, err := stampConsent(ctx, u)
		if err != nil {
			return nil, err
		}
		if m.Op().Is(ent.OpCreate) {
			return makeUser(ctx, next, u, consent)
		}
		value, err := next.Mutate(ctx, m)
		if err != nil {
			return nil, err
		}
		lock.Forget(ctx, lock.Row{Type: gen.TypeUser, ID: value.(*gen.User).ID})
		if err := keepConsent(ctx, u.Client(), consent, value.(*gen.User)); err != nil {
			return nil, err
		}
		if err := identify(ctx, u, value); err != nil {
			return nil, err
		}
		if err := copyToMemberships(ctx, u, value.(*gen.User)); err != nil || !turned {
			return value, err
		}
		return value, shut(ctx, u.Client(), value.(*gen.User).ID)
	})
}

// Directory is what of a user lists search and order by: the fields of the schema by name, times as TimeKey has them.
type Directory map[string]string

// sources are the fields that a user's derived fields are made of.
var sources = []string{"first_name", "last_name", "email", "title", "cell_phone", "office_phone", "extension",
	"company_name", "role_name", "group_name", "login_name", "account_email", "last_sign_in_at"}

// Keys are the derived fields of a user, by column.
func (d Directory) Keys() map[string][]byte {
	first, last := fold.Text(d["first_name"]), fold.Text(d["last_name"])
	return map[string][]byte{
		"sort_last_name":       fold.SortTexts(last, first),
		"sort_first_name":      fold.SortTexts(first, last),
		"sort_email":           fold.Sort(d["email"]),
		"sort_title":           fold.SortTexts(fold.Text(d["title"]), last),
		"sort_company":         fold.SortTexts(fold.Text(d["company_name"]), last),
		"sort_login_name":      fold.Sort(d["login_name"]),
		"sort_last_sign_in_at": []byte(d["last_sign_in_at"]),
		"sort_role":            fold.SortTexts(fold.Text(d["role_name"]), last),
		"sort_group":           fold.SortTexts(fold.Text(d["group_name"]), last),
		"sort_cell_phone":      fold.Sort(d["cell_phone"]),
		"sort_office_phone":    fold.Sort(d["office_phone"]),
		"sort_extension":       fold.Sort(d["extension"]),
	}
}

func deriveUser(ctx context.Context, m *gen.UserMutation) error {
	touched := m.Op().Is(ent.OpCreate)
	for _, name := range sources {
		_, set := m.Field(name)
		touched = touched || set || m.FieldCleared(name)
	}
	if !touched {
		return nil
	}
	u, err := before(ctx, m)
	if err != nil {
		return err
	}
	d, had := DirectoryOf(u), map[string][]byte(nil)
	if u != nil {
		had = d.Keys()
	}
	for _, name := range sources {
		if value, set := m.Field(name); set {
			d.Set(name, value)
		} else if m.FieldCleared(name) {
			delete(d, name)
		}
	}
	for column, key := range d.Keys() {
		// What stays is not written again, unless the row is from before the column was.
		if u != nil && bytes.Equal(key, had[column]) && !underived(u) {
			continue
		}
		if err := m.SetField(column, key); err != nil {
			return err
		}
	}
	if text := d.Search(); u == nil || text != u.Search {
		m.SetSearch(text)
	}
	return nil
}

// underived reports a row from before an upgrade: everybody is in some group, and so has a key of it.
func underived(u *gen.User) bool { return len(u.SortGroup) == 0 && u.GroupName != "" }

// Set takes a value as Ent has it: a text or a time, perhaps by pointer, perhaps nil.
func (d Directory) Set(name string, value any) {
	switch value := value.(type) {
	case string:
		d[name] = value
	case *string:
		if value != nil {
			d[name] = *value
		}
	case time.Time:
		d[name] = string(TimeKey(value))
	case *time.Time:
		if value != nil {
			d[name] = string(TimeKey(*value))
		}
	}
}

// before is the row as it stands in the table, nil for a new one. What the caller read may be older than a copy that a
// hook wrote since; none is written until this transaction ends.
func before(ctx context.Context, m *gen.UserMutation) (*gen.User, error) {
	id, ok := m.ID()
	if !ok || m.Op().Is(ent.OpCreate) {
		return nil, nil
	}
	return m.Client().User.Query().Where(user.ID(id), lock.Update).Only(viewer.ShowDeleted(viewer.AsSystem(ctx, "copies")))
}

// DirectoryOf is what a row says; nothing for nil.
func DirectoryOf(u *gen.User) Directory {
	d := Directory{}
	if u == nil {
		return d
	}
	for name, value := range map[string]any{
		"first_name": u.FirstName, "last_name": u.LastName, "email": u.Email, "title": u.Title, "cell_phone": u.CellPhone,
		"office_phone": u.OfficePhone, "extension": u.Extension, "company_name": u.CompanyName, "role_name": u.RoleName,
		"group_name": u.GroupName, "login_name": u.LoginName, "account_email": u.AccountEmail, "last_sign_in_at": u.LastSignInAt,
	} {
		d.Set(name, value)
	}
	return d
}

// Search is everything that search looks at, each part once, folded, a line each so that no fragment spans two. The
// company comes last, behind a veil: not everybody who sees a user sees their company.
func (d Directory) Search() string {
	parts := []string{fold.Text(d["first_name"] + " " + d["last_name"])}
	add := func(s string) {
		if s != "" && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	for _, name := range []string{"email", "account_email", "login_name"} {
		add(fold.Text(d[name]))
	}
	for _, name := range []string{"cell_phone", "office_phone", "extension"} {
		add(fold.Text(d[name]))
		add(fold.Digits(d[name]))
	}
	if company := fold.Text(d["company_name"]); company != "" && !slices.Contains(parts, company) {
		parts = append(parts, fold.Veil+company)
	}
	return strings.Join(parts, "\n")
}

// TimeKey orders as time does, byte by byte. What was before 1970 was in 1970.
func TimeKey(t time.Time) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(max(t.UnixMicro(), 0)))
}

// Named keeps the folded name and sort key of a group, company or role in step with its name. What is deleted frees its
// name, and takes it again when it is restored, if nothing else did meanwhile.
func Named(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		if keyed, ok := m.(mutation); ok && m.Op().Is(ent.OpUpdateOne) {
			id, _ := keyed.ID()
			lock.Forget(ctx, lock.Row{Type: m.Type(), ID: id})
		}
		if name, ok := m.Field("name"); ok {
			text := fold.Line(name.(string))
			if len(fold.Sort(strings.Map(visible, text))) == 0 {
				return nil, fault.Refuse(fault.Invalid, fault.At("name"), "This name has no letter or digit to find it by.")
			}
			derived := map[string]ent.Value{"name": text, "name_key": fold.Key(text)}
			if m.Type() != gen.TypeRole {
				derived["sort_name"] = fold.Sort(text)
			}
			for field, value := range derived {
				if err := m.SetField(field, value); err != nil {
					return nil, err
				}
			}
		}
		return unique(ctx, m, next, "name")
	})
}

// unique keeps the folded key of a name in step with deleting and restoring, and says so if another row took it. Whoever
// makes a new row looks first, and again.
func unique(ctx context.Context, m ent.Mutation, next ent.Mutator, field string) (ent.Value, error) {
	if err := freeKey(ctx, m, field); err != nil {
		return nil, err
	}
	value, err := next.Mutate(ctx, m)
	if m.Op().Is(ent.OpUpdateOne) && gen.IsConstraintError(err) && sqlgraph.IsUniqueConstraintError(err) {
		return nil, fault.Refuse(fault.CodeTaken, fault.At(field), "This "+field+" is in use by now.")
	}
	return value, err
}

// visible drops what nobody can see.
func visible(r rune) rune {
	if fold.Invisible(r) {
		return -1
	}
	return r
}

// freeKey gives what is being deleted a key that no name folds to, since folding leaves no space at the front; and what
// is being restored the key of its name.
func freeKey(ctx context.Context, m ent.Mutation, field string) error {
	keyed, ok := m.(mutation)
	if !ok || !m.Op().Is(ent.OpUpdateOne) {
		return nil
	}
	id, _ := keyed.ID()
	if _, deleted := m.Field("deleted_at"); deleted {
		return m.SetField(field+"_key", " "+strconv.FormatInt(id, 10))
	}
	if !m.FieldCleared("deleted_at") {
		return nil
	}
	name, err := m.OldField(ctx, field)
	if err != nil {
		return err
	}
	return m.SetField(field+"_key", fold.Key(name.(string)))
}

// Keyed keeps the folded key of a field in step with it, as Named does that of a name: the number of a contract, the
// pattern of a page.
func Keyed(field string) ent.Hook {
	return func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if value, ok := m.Field(field); ok {
				if err := m.SetField(field+"_key", fold.Key(fold.Line(value.(string)))); err != nil {
					return nil, err
				}
			}
			return unique(ctx, m, next, field)
		})
	}
}
