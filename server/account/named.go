package account

import (
	"context"
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
