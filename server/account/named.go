package account

import (
	"context"
	"slices"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// CompanyNamed is the company of this name, which is not empty; made if there is none, by whoever may.
func CompanyNamed(ctx context.Context, tx *gen.Client, typed string) (*gen.Company, error) {
	name := fold.Line(typed)
	if utf8.RuneCountInString(name) > 200 {
		return nil, tooLong("companyName", 200)
	}
	called := func() *gen.CompanyQuery { return tx.Company.Query().Where(company.NameKey(fold.Key(name))) }
	c, err := called().Only(ctx)
	if !gen.IsNotFound(err) {
		return c, err
	}
	holders := func(ctx context.Context) ([]int64, error) { return called().IDs(ctx) }
	if err := free(ctx, viewer.CompaniesWrite, "companyName", name, gen.TypeCompany, holders); err != nil {
		return nil, err
	}
	c, err = tx.Company.Create().SetName(name).Save(ctx)
	if store.IsTaken(err) {
		return nil, store.ErrAgain
	}
	return c, err
}

// GroupNamed is the group of this name, made if there is none by whoever may. It is held, so that its name can be copied.
func GroupNamed(ctx context.Context, tx *gen.Client, typed string) (*gen.Group, error) {
	name := fold.Line(typed)
	switch {
	case name == "":
		return nil, fault.Refuse(fault.Required, fault.At("newGroupNames"), "Enter a name for the new group.")
	case utf8.RuneCountInString(name) > 100:
		return nil, tooLong("newGroupNames", 100)
	}
	called := func() *gen.GroupQuery { return tx.Group.Query().Where(group.NameKey(fold.Key(name))) }
	g, err := called().Where(lock.Share).Only(ctx)
	if !gen.IsNotFound(err) {
		return g, err
	}
	holders := func(ctx context.Context) ([]int64, error) { return called().IDs(ctx) }
	if err := free(ctx, viewer.GroupsWrite, "newGroupNames", name, gen.TypeGroup, holders); err != nil {
		return nil, err
	}
	g, err = tx.Group.Create().SetName(name).Save(ctx)
	if store.IsTaken(err) {
		return nil, store.ErrAgain
	}
	return g, err
}

// CompaniesNamed makes companies of these names, in their canonical form and seen by nobody who asks, with one statement. Those
// whose names will not do it leaves out: CompanyNamed says why.
func CompaniesNamed(ctx context.Context, tx *gen.Client, names []string) ([]*gen.Company, error) {
	names, err := unheard(names, 200, func(keys []string) (taken []string, err error) {
		err = tx.Company.Query().Where(company.NameKeyIn(keys...)).Select(company.FieldNameKey).Scan(viewer.AsSystem(ctx, "looking whether a name is taken"), &taken)
		return taken, err
	})
	if err != nil {
		return nil, err
	}
	rows := make([]*gen.CompanyCreate, len(names))
	for i, name := range names {
		rows[i] = tx.Company.Create().SetName(name)
	}
	return tx.Company.CreateBulk(rows...).Save(ctx)
}

// GroupsNamed is CompaniesNamed for groups.
func GroupsNamed(ctx context.Context, tx *gen.Client, names []string) ([]*gen.Group, error) {
	names, err := unheard(names, 100, func(keys []string) (taken []string, err error) {
		err = tx.Group.Query().Where(group.NameKeyIn(keys...)).Select(group.FieldNameKey).Scan(viewer.AsSystem(ctx, "looking whether a name is taken"), &taken)
		return taken, err
	})
	if err != nil {
		return nil, err
	}
	rows := make([]*gen.GroupCreate, len(names))
	for i, name := range names {
		rows[i] = tx.Group.Create().SetName(name)
	}
	return tx.Group.CreateBulk(rows...).Save(ctx)
}

// unheard are the names, each once, that are not too long, have something to be found by and that nobody has.
func unheard(names []string, most int, find func(keys []string) ([]string, error)) (free []string, err error) {
	spelled := map[string]string{}
	var keys []string
	for _, typed := range names {
		name := fold.Line(typed)
		key := fold.Key(name)
		if _, again := spelled[key]; !again && len(fold.Sort(name)) > 0 && utf8.RuneCountInString(name) <= most {
			spelled[key], keys = name, append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil, nil
	}
	taken, err := find(keys)
	if err != nil {
		return nil, err
	}
	for _, key := range keys {
		if !slices.Contains(taken, key) {
			free = append(free, spelled[key])
		}
	}
	return free, nil
}
