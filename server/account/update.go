package account

import (
	"context"
	"slices"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/note"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// UpdateInput changes a user. What is nil stays.
type UpdateInput struct {
	UserID  int64
	Version int
	// Email must be the present one: it is static.
	Email *string
	// FirstName, LastName and the optional details by input name; an empty optional one is cleared.
	FirstName, LastName *string
	Details             map[string]string
	// Company, if set, puts the user into the company, or into none.
	Company     *int64
	NoCompany   bool
	CompanyName string
	Note        *string
	RoleID      *int64
	// IsGlobalAdmin gives or takes the Global Administrator role.
	IsGlobalAdmin *bool
	// Groups, if Regroup, replace those that the viewer sees.
	Regroup     bool
	GroupIDs    []int64
	NewGroups   []string
	ManagerOf   []int64
	Reassign    bool
	Assignments []Assigned
	// Override are the codes of the warnings that the actor was shown.
	Override []fault.Code
}

// Update changes a user, if nobody else did since the version was read.
func (s *Service) Update(ctx context.Context, in UpdateInput) (*gen.User, error) {
	if err := rule.RequireOrManaging(ctx, viewer.UsersWrite); err != nil {
		return nil, err
	}
	var saved *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		// Held from the beginning: what is compared now stays so, also what lies beside the row.
		u, err := tx.User.Query().Where(user.ID(in.UserID), lock.Update).WithRole().WithMemberships(func(q *gen.MembershipQuery) { q.WithGroup() }).Only(ctx)
		if gen.IsNotFound(err) {
			return fault.NotFound("user")
		}
		if err != nil {
			return err
		}
		if err := unchanged(ctx, tx, u, in.Version); err != nil {
			return err
		}
		if saved, err = s.update(ctx, tx, u, in); err != nil {
			return err
		}
		news, err := draftOfChange(ctx, tx, u, saved)
		if err != nil {
			return err
		}
		return heed(ctx, tx, news, in.Override)
	})
	return saved, err
}

func (s *Service) update(ctx context.Context, tx *gen.Client, u *gen.User, in UpdateInput) (*gen.User, error) {
	var faults fault.List
	if in.Email != nil && fold.Key(*in.Email) != fold.Key(u.Email) {
		faults = append(faults, fault.Refuse(fault.EmailIsStatic, fault.At("email"), "Email can't be changed. Create a new user for a new address."))
	}
	details := merged(u, in)
	faults.Add(details.clean())
	wanted := in.belonging(u)
	wanted.KeepRole = !in.moves()
	place, err := newPlaces(tx).resolve(ctx, wanted, u.Edges.Role)
	if !faults.Add(err) {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, faults
	}
	// Everybody leaves their custom groups before they become a Global Admin, and a Global Admin the role before joining
	// one: no rule is broken on the way.
	if IsGlobalAdmin(place.role) && !IsGlobalAdmin(u.Edges.Role) {
		touched, err := beside(ctx, tx, u, in, place)
		if err != nil {
			return nil, err
		}
		if touched {
			ctx = hook.Touch(ctx)
		}
		return in.apply(tx.User.UpdateOne(u), details, place).Save(ctx)
	}
	saved, err := in.apply(tx.User.UpdateOne(u), details, place).Save(ctx)
	if err != nil {
		return nil, err
	}
	touched, err := beside(ctx, tx, saved, in, place)
	if err != nil || !touched || saved.Version != u.Version {
		return saved, err
	}
	// Portico's own hand: whoever took a user out of the group that they manage does not reach them any more.
	return tx.User.UpdateOne(saved).Save(hook.Touch(viewer.Elevated(ctx, *viewer.From(ctx))))
}

// moves reports that the input speaks of the role.
func (in UpdateInput) moves() bool { return in.RoleID != nil || in.IsGlobalAdmin != nil }

// apply sets the user's own fields.
func (in UpdateInput) apply(update *gen.UserUpdateOne, details Details, place *place) *gen.UserUpdateOne {
	update.SetFirstName(details.FirstName).SetLastName(details.LastName)
	details.each(func(set fieldSetter, value string) {
		if value == "" {
			set.clear(update)
		} else {
			set.update(update, value)
		}
	})
	if in.moves() {
		update.SetRoleID(place.role.ID)
	}
	switch {
	case place.company != nil:
		update.SetCompanyID(place.company.ID)
	case in.NoCompany:
		update.ClearCompanyID()
	}
	return update
}

// beside saves what is edited with a user and lies in other rows. It reports whether any of it changed that raises the
// version for everybody: a note has a count of its own.
func beside(ctx context.Context, tx *gen.Client, u *gen.User, in UpdateInput, place *place) (bool, error) {
	var groups, assignments bool
	var err error
	if in.Regroup || len(in.NewGroups) > 0 || in.ManagerOf != nil {
		if groups, err = place.saveGroups(ctx, tx, u.ID); err != nil {
			return false, err
		}
	}
	if in.Reassign {
		if assignments, err = place.saveAssignments(ctx, tx, u.ID); err != nil {
			return false, err
		}
	}
	return groups || assignments, replaceNote(ctx, tx, u.ID, in.Note)
}

// merged is what the details will be.
func merged(u *gen.User, in UpdateInput) Details {
	d := Details{FirstName: u.FirstName, LastName: u.LastName, Title: value(u.Title), CellPhone: value(u.CellPhone),
		OfficePhone: value(u.OfficePhone), Extension: value(u.Extension), Address: value(u.Address)}
	if in.FirstName != nil {
		d.FirstName = *in.FirstName
	}
	if in.LastName != nil {
		d.LastName = *in.LastName
	}
	d.each(func(set fieldSetter, _ string) {
		if value, given := in.Details[set.input]; given {
			*set.in(&d) = value
		}
	})
	return d
}

// belonging is what the input asks for; groups that it does not speak of stay.
func (in UpdateInput) belonging(u *gen.User) Belonging {
	b := Belonging{CompanyID: in.Company, CompanyName: in.CompanyName, RoleID: in.RoleID, IsGlobalAdmin: in.IsGlobalAdmin,
		GroupIDs: in.GroupIDs, NewGroups: in.NewGroups, ManagerOf: in.ManagerOf, Assignments: in.Assignments}
	for _, m := range u.Edges.Memberships {
		if m.Edges.Group == nil {
			continue
		}
		if !in.Regroup {
			b.GroupIDs = append(b.GroupIDs, m.GroupID)
		}
		if in.ManagerOf == nil && m.Role == membership.RoleMANAGER && (!in.Regroup || slices.Contains(in.GroupIDs, m.GroupID)) {
			b.ManagerOf = append(b.ManagerOf, m.GroupID)
		}
	}
	return b
}

// replaceNote changes the note, or takes it away when it is empty.
func replaceNote(ctx context.Context, tx *gen.Client, userID int64, body *string) error {
	if body == nil {
		return nil
	}
	old, err := tx.Note.Query().Where(note.UserID(userID)).Only(ctx)
	switch clean := fold.Clean(*body); {
	case gen.IsNotFound(err):
		return saveNote(ctx, tx, userID, clean)
	case err != nil:
		return err
	case utf8.RuneCountInString(clean) > maxNote:
		return tooLong("note", maxNote)
	case clean == "":
		return tx.Note.DeleteOne(old).Exec(ctx)
	default:
		return tx.Note.UpdateOne(old).SetBody(clean).Exec(ctx)
	}
}
