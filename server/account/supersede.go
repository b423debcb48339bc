package account

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/note"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// Supersede makes the successor of a user: the same person under a new address, which is static once set. Details,
// company, role, groups, assignments, reminders and note come along, consent starts again; the old record becomes inactive and its
// account closes for good. The successor gets an account, and an invitation if the old one was told at once, from whoever
// manages the old account; without an account there is none to follow.
//
// The viewer gains and gives nothing by it: a role that they may not give, and a reach beyond their own, are refused. What
// they merely do not see, a membership or a note, comes along unseen.
func (s *Service) Supersede(ctx context.Context, userID int64, address string) (*gen.User, error) {
	if err := rule.Require(ctx, viewer.UsersWrite); err != nil {
		return nil, err
	}
	address, wrong := email(address, fault.At("email"))
	var made *gen.User
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		// Of two who supersede somebody at once, the second waits here and finds the successor.
		old, err := tx.User.Query().Where(user.ID(userID), lock.Update).WithAccount().Only(ctx)
		if gen.IsNotFound(err) {
			return fault.NotFound("user")
		}
		if err != nil {
			return err
		}
		if err := supersedable(ctx, tx, old); err != nil {
			return err
		}
		if wrong != nil {
			return wrong
		}
		names := &claims{}
		names.add(address, fault.At("email"))
		if err := names.check(ctx, tx, 0); err != nil {
			return err
		}
		made, err = s.supersede(ctx, tx, old, address)
		return err
	})
	return made, err
}

// supersedable refuses whoever has a successor, is not in use, or looks after more than the viewer does.
func supersedable(ctx context.Context, tx *gen.Client, old *gen.User) error {
	name := old.FirstName + " " + old.LastName
	superseded, err := tx.User.Query().Where(user.SupersedesID(old.ID)).Exist(viewer.AsSystem(ctx, "looking for a successor"))
	if err != nil {
		return err
	}
	if superseded {
		return fault.Refusef(fault.Invalid, fault.At("userId"), "%s was superseded already. Supersede the newer record instead.", name)
	}
	if old.Status != user.StatusACTIVE {
		return fault.Refusef(fault.Invalid, fault.At("userId"), "%s is inactive. Reactivate them first.", name)
	}
	may, err := rule.ReachesNoFurther(ctx, tx, old)
	if err == nil && !may {
		err = fault.Refusef(fault.CodeForbidden, fault.At("userId"), "%s looks after companies or groups that you do not. Ask somebody who does.", name)
	}
	return err
}

func (s *Service) supersede(ctx context.Context, tx *gen.Client, old *gen.User, address string) (*gen.User, error) {
	acct, err := s.following(ctx, tx, old, address)
	if err != nil {
		return nil, err
	}
	create := tx.User.Create().SetSupersedesID(old.ID).SetEmail(address).SetFirstName(old.FirstName).SetLastName(old.LastName).
		SetNillableTitle(old.Title).SetNillableCellPhone(old.CellPhone).SetNillableOfficePhone(old.OfficePhone).
		SetNillableExtension(old.Extension).SetNillableAddress(old.Address).
		SetNillableCompanyID(old.CompanyID).SetNillableRoleID(old.RoleID)
	if acct != nil {
		create.SetLoginName(acct.LoginName).SetAccountEmail(acct.Email).SetAccountState(user.AccountStateINVITED)
	}
	made, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	// Whoever may do this may do all of it: what comes along is theirs to see or not.
	whole := viewer.Elevated(ctx, *viewer.From(ctx))
	if err := s.comeAlong(whole, tx, old, made); err != nil {
		return nil, err
	}
	// First inactive, as the viewer may, then closed: the last Global Admin is counted before their account goes.
	if err := tx.User.UpdateOne(old).SetStatus(user.StatusINACTIVE).Exec(ctx); err != nil {
		return nil, err
	}
	if a := old.Edges.Account; a != nil && a.ClosedAt == nil {
		// By its key: the row has changed with its user since it was read.
		if err := tx.Account.UpdateOneID(a.ID).SetClosedAt(s.Store.Now(ctx)).Exec(whole); err != nil {
			return nil, err
		}
	}
	if acct != nil {
		return made, s.open(ctx, tx, made, acct)
	}
	return made, nil
}

// following is the account that the successor gets, or nil. The value is not a row yet.
func (s *Service) following(ctx context.Context, tx *gen.Client, old *gen.User, address string) (*gen.Account, error) {
	a := old.Edges.Account
	if a == nil || a.ClosedAt != nil {
		return nil, nil
	}
	// Whoever chooses the address that the first link goes to could sign in with it.
	may, err := rule.ManagesAccountOf(ctx, tx, old)
	if err != nil || !may {
		return nil, err
	}
	return &gen.Account{Email: address, LoginName: address, Notify: a.Notify, FactorProvider: a.FactorProvider}, nil
}

// comeAlong copies what lies beside a user: groups in the order in which they were joined, companies, reminders and the note.
func (s *Service) comeAlong(ctx context.Context, tx *gen.Client, old, made *gen.User) error {
	joined, err := tx.Membership.Query().Where(membership.UserID(old.ID), membership.HasGroupWith(group.DeletedAtIsNil())).
		Order(membership.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, m := range joined {
		if err := tx.Membership.Create().SetUserID(made.ID).SetGroupID(m.GroupID).SetRole(m.Role).Exec(ctx); err != nil {
			return err
		}
	}
	assigned, err := tx.Assignment.Query().Where(assignment.UserID(old.ID), assignment.HasCompanyWith(company.DeletedAtIsNil())).
		Order(assignment.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, a := range assigned {
		err := tx.Assignment.Create().SetUserID(made.ID).SetCompanyID(a.CompanyID).SetNillableContractID(a.ContractID).Exec(ctx)
		if err != nil {
			return err
		}
	}
	if err := s.moveReminders(ctx, tx, old, made); err != nil {
		return err
	}
	n, err := tx.Note.Query().Where(note.UserID(old.ID)).Only(ctx)
	if gen.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return saveNote(ctx, tx, made.ID, n.Body)
}

// moveReminders sets what is still to be remembered about a user anew for their successor, and takes it off the old record:
// whoever it is for is told once. What was for the user is for the successor.
func (s *Service) moveReminders(ctx context.Context, tx *gen.Client, old, made *gen.User) error {
	open, err := tx.Reminder.Query().Where(reminder.UserID(old.ID), reminder.DoneAtIsNil()).Order(reminder.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range open {
		if r.AssigneeID != nil && *r.AssigneeID == old.ID {
			r.AssigneeID = &made.ID
		}
		err := tx.Reminder.Create().SetUserID(made.ID).SetNillableAssigneeID(r.AssigneeID).SetNillableSetByID(r.SetByID).SetTitle(r.Title).
			SetNillableNote(r.Note).SetDueAt(r.DueAt).SetOccursAt(r.OccursAt).SetStartsAt(r.StartsAt).SetTimeZone(r.TimeZone).
			SetNillableRecurrence(r.Recurrence).SetNillableToldAt(r.ToldAt).Exec(ctx)
		if err != nil {
			return err
		}
		if err := tx.Reminder.UpdateOneID(r.ID).SetDeletedAt(s.Store.Now(ctx)).Exec(ctx); err != nil {
			return err
		}
	}
	// What they were to remember of others is for whoever they are now.
	theirs, err := tx.Reminder.Query().Where(reminder.AssigneeID(old.ID), reminder.DoneAtIsNil()).Order(reminder.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range theirs {
		if err := tx.Reminder.UpdateOne(r).SetAssigneeID(made.ID).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
