package hook

import (
	"context"
	"encoding/binary"
	"strings"
	"time"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/fold"
)

// User keeps a user's sort keys and search text in step with what they are made of.
func User(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		if user, ok := m.(*gen.UserMutation); ok && m.Op().Is(ent.OpCreate|ent.OpUpdateOne) {
			if err := deriveUser(ctx, user); err != nil {
				return nil, err
			}
		}
		return next.Mutate(ctx, m)
	})
}

// sources are the fields that a user's derived fields are made of.
var sources = []string{"first_name", "last_name", "email", "title", "cell_phone", "office_phone", "extension",
	"company_name", "login_name", "account_email", "last_sign_in_at"}

func deriveUser(ctx context.Context, m *gen.UserMutation) error {
	touched := m.Op().Is(ent.OpCreate)
	text := map[string]string{}
	for _, name := range sources {
		_, set := m.Field(name)
		touched = touched || set || m.FieldCleared(name)
	}
	if !touched {
		return nil
	}
	for _, name := range sources {
		value, err := current(ctx, m, name)
		if err != nil {
			return err
		}
		switch value := value.(type) {
		case string:
			text[name] = value
		case *string:
			if value != nil {
				text[name] = *value
			}
		case *time.Time:
			if value != nil {
				text[name] = string(timeKey(*value))
			}
		case time.Time:
			text[name] = string(timeKey(value))
		}
	}
	m.SetSortLastName(fold.Sort(text["last_name"], text["first_name"]))
	m.SetSortFirstName(fold.Sort(text["first_name"], text["last_name"]))
	m.SetSortEmail(fold.Sort(text["email"]))
	m.SetSortTitle(fold.Sort(text["title"], text["last_name"]))
	m.SetSortCompany(fold.Sort(text["company_name"], text["last_name"]))
	m.SetSortLoginName(fold.Sort(text["login_name"]))
	m.SetSortLastSignInAt([]byte(text["last_sign_in_at"]))
	m.SetSearch(searchText(text))
	return nil
}

// current is what a field will hold after the mutation.
func current(ctx context.Context, m ent.Mutation, name string) (ent.Value, error) {
	if value, ok := m.Field(name); ok {
		return value, nil
	}
	if m.FieldCleared(name) || m.Op().Is(ent.OpCreate) {
		return nil, nil
	}
	return m.OldField(ctx, name)
}

// searchText is everything that search looks at, each part once, folded, a line each so that no fragment spans two.
func searchText(text map[string]string) string {
	parts := []string{fold.Text(text["first_name"] + " " + text["last_name"])}
	add := func(s string) {
		if s != "" && !strings.Contains("\n"+strings.Join(parts, "\n")+"\n", "\n"+s+"\n") {
			parts = append(parts, s)
		}
	}
	for _, name := range []string{"email", "account_email", "login_name", "company_name"} {
		add(fold.Text(text[name]))
	}
	for _, name := range []string{"cell_phone", "office_phone", "extension"} {
		add(fold.Text(text[name]))
		add(fold.Digits(text[name]))
	}
	return strings.Join(parts, "\n")
}

// timeKey orders as time does, byte by byte.
func timeKey(t time.Time) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(t.UnixMicro()))
}

// Named keeps the folded name and sort key of a group, company or role in step with its name.
func Named(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		if name, ok := m.Field("name"); ok {
			text := fold.Line(name.(string))
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
		return next.Mutate(ctx, m)
	})
}

// Contract keeps the folded number of a contract in step with its number.
func Contract(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		if number, ok := m.Field("number"); ok {
			if err := m.SetField("number_key", fold.Key(fold.Line(number.(string)))); err != nil {
				return nil, err
			}
		}
		return next.Mutate(ctx, m)
	})
}
