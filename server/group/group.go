// Package group is what happens to groups and who is in them.
package group

import (
	"context"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// Limits in characters.
const (
	maxName        = 100
	maxDescription = 1000
)

// Options of the Service.
type Options struct {
	Store  *store.Store
	Copies *copies.Service
}

// Service makes, changes and deletes groups, and says who is in them.
type Service struct{ Options }

// New returns the service.
func New(o Options) *Service { return &Service{o} }

// Details are what is known of a group. What is nil stays; an empty description is cleared.
type Details struct{ Name, Description *string }

// Create makes a group.
func (s *Service) Create(ctx context.Context, d Details) (made *gen.Group, err error) {
	if err := rule.RequireEverywhere(ctx, viewer.GroupsWrite); err != nil {
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
		create := tx.Group.Create().SetName(*d.Name)
		if d.Description != nil && *d.Description != "" {
			create.SetDescription(*d.Description)
		}
		made, err = create.Save(ctx)
		if store.IsTaken(err) {
			return store.ErrAgain
		}
		return err
	})
	return made, err
}

// Update changes a group, if nobody else did since the version was read. The Default group keeps its name.
func (s *Service) Update(ctx context.Context, id int64, version int, d Details) (saved *gen.Group, err error) {
	if err := rule.RequireEverywhere(ctx, viewer.GroupsWrite); err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if d.Name != nil {
			if err := s.Copies.Hold(ctx, fault.Ref{Type: gen.TypeGroup, ID: id}); err != nil {
				return err
			}
		}
		g, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		if g.Version != version {
			return fault.Conflict("group", version, g.Version)
		}
		if err := d.clean(); err != nil {
			return err
		}
		update := tx.Group.UpdateOne(g)
		if d.Name != nil {
			if err := taken(ctx, tx, *d.Name, g.ID); err != nil {
				return err
			}
			update.SetName(*d.Name)
		}
		if d.Description != nil && *d.Description == "" {
			update.ClearDescription()
		} else {
			update.SetNillableDescription(d.Description)
		}
		if saved, err = update.Save(ctx); err != nil || saved.Name == g.Name {
			return err
		}
		return s.Copies.Follow(ctx, fault.Ref{Type: gen.TypeGroup, ID: id})
	})
	return saved, err
}

// Delete hides a group. Its members go to the group with the key to, as members; if that is nil, or the Default group, those
// of them go to the Default group who are in no other. Whoever managed it reaches its members no longer.
func (s *Service) Delete(ctx context.Context, id int64, to *int64) error {
	if err := rule.RequireEverywhere(ctx, viewer.GroupsWrite); err != nil {
		return err
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := s.Copies.Hold(ctx, fault.Ref{Type: gen.TypeGroup, ID: id}); err != nil {
			return err
		}
		g, err := find(ctx, tx, id)
		if err != nil {
			return err
		}
		target := int64(0)
		if to != nil {
			if target, err = s.target(ctx, tx, g, *to); err != nil {
				return err
			}
		}
		if err := tx.Group.UpdateOne(g).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx); err != nil {
			return err
		}
		return s.Copies.Move(ctx, id, target)
	})
}

// target is the group that members move to.
func (s *Service) target(ctx context.Context, tx *gen.Client, from *gen.Group, to int64) (int64, error) {
	at := fault.At("moveMembersToId")
	if to == from.ID {
		return 0, fault.Refuse(fault.Invalid, at, "The members cannot stay in the group that is deleted. Choose another one.")
	}
	target, err := tx.Group.Get(ctx, to)
	if gen.IsNotFound(err) {
		return 0, fault.Refuse(fault.Unknown, at, "This group does not exist. It may have been deleted meanwhile.")
	}
	if err != nil {
		return 0, err
	}
	return target.ID, nil
}

// find is a group that the viewer sees, held for a change.
func find(ctx context.Context, tx *gen.Client, id int64) (*gen.Group, error) {
	g, err := tx.Group.Query().Where(group.ID(id), lock.Update).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("group")
	}
	return g, err
}

// clean tidies the texts and refuses what is missing or too long, all of it at once.
func (d *Details) clean() error {
	var faults fault.List
	if d.Name != nil {
		*d.Name = fold.Line(*d.Name)
		switch {
		case *d.Name == "":
			faults = append(faults, fault.Refuse(fault.Required, fault.At("name"), "Enter a name."))
		case utf8.RuneCountInString(*d.Name) > maxName:
			faults = append(faults, fault.TooLong("name", maxName))
		}
	}
	if d.Description != nil {
		*d.Description = fold.Clean(*d.Description)
		if utf8.RuneCountInString(*d.Description) > maxDescription {
			faults = append(faults, fault.TooLong("description", maxDescription))
		}
	}
	return faults.Err()
}

// taken refuses a name that another group has.
func taken(ctx context.Context, tx *gen.Client, name string, self int64) error {
	return store.Taken(ctx, "name", name, gen.TypeGroup, func(ctx context.Context) ([]int64, error) {
		return tx.Group.Query().Where(group.NameKey(fold.Key(name)), group.IDNEQ(self)).IDs(ctx)
	})
}
