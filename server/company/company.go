// Package company is what happens to companies and their contracts.
package company

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// Options of the Service.
type Options struct {
	Store  *store.Store
	Copies *copies.Service
}

// Service makes, changes and deletes companies and contracts.
type Service struct{ Options }

// New returns the service.
func New(o Options) *Service { return &Service{o} }

// Create makes a company.
func (s *Service) Create(ctx context.Context, d Details) (made *gen.Company, err error) {
	if err := rule.RequireEverywhere(ctx, viewer.CompaniesWrite); err != nil {
		return nil, err
	}
	if d.Name == nil {
		d.Name = new(string)
	}
	if err := d.clean(); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := taken(ctx, tx, *d.Name, 0); err != nil {
			return err
		}
		create := tx.Company.Create().SetName(*d.Name)
		d.set(create.Mutation())
		made, err = create.Save(ctx)
		if store.IsTaken(err) {
			return store.ErrAgain
		}
		return err
	})
	return made, err
}

// Update changes a company, if nobody else did since the version was read.
func (s *Service) Update(ctx context.Context, id int64, version int, d Details) (saved *gen.Company, err error) {
	if err := rule.Require(ctx, viewer.CompaniesWrite); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if d.Name != nil {
			if err := s.Copies.Hold(ctx, fault.Ref{Type: gen.TypeCompany, ID: id}); err != nil {
				return err
			}
		}
		c, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		if c.Version != version {
			return fault.Conflict("company", version, c.Version)
		}
		if err := d.clean(); err != nil {
			return err
		}
		update := tx.Company.UpdateOne(c)
		if d.Name != nil {
			if err := taken(ctx, tx, *d.Name, c.ID); err != nil {
				return err
			}
			update.SetName(*d.Name)
		}
		d.set(update.Mutation())
		if saved, err = update.Save(ctx); err != nil || saved.Name == c.Name {
			return err
		}
		return s.Copies.Follow(ctx, fault.Ref{Type: gen.TypeCompany, ID: id})
	})
	return saved, err
}

// Delete hides a company with its contracts. Its users stay, in no company; those who looked after it reach them no longer.
func (s *Service) Delete(ctx context.Context, id int64) error {
	if err := rule.RequireEverywhere(ctx, viewer.CompaniesWrite); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := s.Copies.Hold(ctx, fault.Ref{Type: gen.TypeCompany, ID: id}); err != nil {
			return err
		}
		c, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := tx.Company.UpdateOne(c).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx); err != nil {
			return err
		}
		return s.Copies.Follow(ctx, fault.Ref{Type: gen.TypeCompany, ID: id})
	})
}

// find is a company that the viewer sees, held for a change.
func find(ctx context.Context, tx *gen.Client, id int64) (*gen.Company, error) {
	c, err := tx.Company.Query().Where(company.ID(id), lock.Update).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("company")
	}
	return c, err
}

// taken refuses a name that another company has.
func taken(ctx context.Context, tx *gen.Client, name string, self int64) error {
	return store.Taken(ctx, "name", name, gen.TypeCompany, func(ctx context.Context) ([]int64, error) {
		return tx.Company.Query().Where(company.NameKey(fold.Key(name)), company.IDNEQ(self)).IDs(ctx)
	})
}
