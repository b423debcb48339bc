package company

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// Terms are what a contract says. What is nil stays; an empty date is cleared. Dates are written as 2006-01-02, and the
// contract ends with the day EndsOn.
type Terms struct{ Number, Name, StartsOn, EndsOn *string }

// CreateContract makes a contract of a company that the viewer sees.
func (s *Service) CreateContract(ctx context.Context, companyID int64, t Terms) (made *gen.Contract, err error) {
	if err := rule.Require(ctx, viewer.CompaniesWrite); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		c, err := find(ctx, tx, companyID)
		if fault.Is(err, fault.Unknown) {
			return fault.Refuse(fault.Unknown, fault.At("companyId"), "This company does not exist. It may have been deleted meanwhile.")
		}
		if err != nil {
			return err
		}
		t := t // may run again
		if err := t.clean(&gen.Contract{}); err != nil {
			return err
		}
		if err := t.taken(ctx, tx, companyID, 0); err != nil {
			return err
		}
		create := tx.Contract.Create().SetCompanyID(c.ID).SetNumber(*t.Number).SetName(*t.Name)
		put(create.Mutation(), contract.FieldStartsOn, t.StartsOn)
		put(create.Mutation(), contract.FieldEndsOn, t.EndsOn)
		made, err = create.Save(ctx)
		if store.IsTaken(err) {
			return store.ErrAgain
		}
		return err
	})
	return made, err
}

// UpdateContract changes a contract, if nobody else did since the version was read.
func (s *Service) UpdateContract(ctx context.Context, id int64, version int, t Terms) (saved *gen.Contract, err error) {
	if err := rule.Require(ctx, viewer.CompaniesWrite); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		k, err := findContract(ctx, tx, id)
		if err != nil {
			return err
		}
		if k.Version != version {
			return fault.Conflict("contract", version, k.Version)
		}
		t := t // may run again
		if err := t.clean(k); err != nil {
			return err
		}
		if err := t.taken(ctx, tx, k.CompanyID, k.ID); err != nil {
			return err
		}
		update := tx.Contract.UpdateOne(k).SetNumber(*t.Number).SetName(*t.Name)
		put(update.Mutation(), contract.FieldStartsOn, t.StartsOn)
		put(update.Mutation(), contract.FieldEndsOn, t.EndsOn)
		saved, err = update.Save(ctx)
		return err
	})
	return saved, err
}

// DeleteContract hides a contract. Assignments with it stay, without a contract.
func (s *Service) DeleteContract(ctx context.Context, id int64) error {
	if err := rule.Require(ctx, viewer.CompaniesWrite); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		k, err := findContract(ctx, tx, id)
		if err != nil {
			return err
		}
		return tx.Contract.UpdateOne(k).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx)
	})
}

func findContract(ctx context.Context, tx *gen.Client, id int64) (*gen.Contract, error) {
	k, err := tx.Contract.Query().Where(contract.ID(id), lock.Update).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("contract")
	}
	return k, err
}

// clean tidies the texts and refuses what is missing, too long or out of order. What is nil is taken from now.
func (t *Terms) clean(now *gen.Contract) error {
	keep := func(text **string, had string) {
		if *text == nil {
			*text = &had
		}
	}
	keep(&t.Number, now.Number)
	keep(&t.Name, now.Name)
	keep(&t.StartsOn, value(now.StartsOn))
	keep(&t.EndsOn, value(now.EndsOn))
	var faults fault.List
	faults.Add(line(t.Number, "number", maxNumber, "Enter a number."))
	faults.Add(line(t.Name, "name", maxName, "Enter a name."))
	faults.Add(day(*t.StartsOn, "startsOn"))
	faults.Add(day(*t.EndsOn, "endsOn"))
	if len(faults) == 0 && *t.StartsOn != "" && *t.EndsOn != "" && *t.EndsOn < *t.StartsOn {
		faults = append(faults, fault.Refuse(fault.Invalid, fault.At("endsOn"), "The contract would end before it starts."))
	}
	return faults.Err()
}

// day refuses what is no date. Dates that are written like this compare as texts.
func day(text, field string) error {
	if at, err := time.Parse(time.DateOnly, text); text != "" && (err != nil || at.Year() < 1) {
		return fault.Refuse(fault.Invalid, fault.At(field), "This is not a date. It looks like 2026-11-30.")
	}
	return nil
}

// taken refuses a number that another contract of the company has.
func (t *Terms) taken(ctx context.Context, tx *gen.Client, companyID, self int64) error {
	return store.Taken(ctx, "number", *t.Number, gen.TypeContract, func(ctx context.Context) ([]int64, error) {
		return tx.Contract.Query().Where(contract.CompanyID(companyID), contract.NumberKey(fold.Key(*t.Number)), contract.IDNEQ(self)).IDs(ctx)
	})
}

func value(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
