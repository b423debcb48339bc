package purge

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/job"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/lock"
)

// erase is the Erase of a kind: remove takes its row out, if it was deleted before a moment.
func (s *Service) erase(remove func(ctx context.Context, tx *gen.Client, before time.Time, id int64) error) func(context.Context, time.Time, int64) (bool, error) {
	return func(ctx context.Context, before time.Time, id int64) (done bool, err error) {
		err = s.Store.InTx(hook.Purging(ctx), func(ctx context.Context, tx *gen.Client) error {
			done, err = gone(remove(ctx, tx, before, id))
			return err
		})
		return done, err
	}
}

// reminders are those about users who stay. What the journal holds of them may be personal.
func (s *Service) reminders() Kind {
	return Kind{
		What: "reminders",
		Count: func(ctx context.Context, before time.Time) (int, error) {
			return s.Store.Ent(ctx).Reminder.Query().Where(reminder.DeletedAtLT(before)).Count(hook.Purging(ctx))
		},
		Next: func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error) {
			return s.Store.Ent(ctx).Reminder.Query().Where(reminder.DeletedAtLT(before), reminder.IDGT(after)).Order(reminder.ByID()).Limit(most).IDs(hook.Purging(ctx))
		},
		Erase: s.erase(func(ctx context.Context, tx *gen.Client, before time.Time, id int64) error {
			if err := tx.Reminder.DeleteOneID(id).Where(reminder.DeletedAtLT(before)).Exec(ctx); err != nil {
				return err
			}
			return s.blank(ctx, func(q *gen.ChangeQuery) { q.Where(change.Entity(gen.TypeReminder), change.EntityID(id)) }, nil)
		}),
	}
}

// jobs go without their runs, which say what was done.
func (s *Service) jobs() Kind {
	return Kind{
		What: "jobs",
		Count: func(ctx context.Context, before time.Time) (int, error) {
			return s.Store.Ent(ctx).Job.Query().Where(job.DeletedAtLT(before)).Count(hook.Purging(ctx))
		},
		Next: func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error) {
			return s.Store.Ent(ctx).Job.Query().Where(job.DeletedAtLT(before), job.IDGT(after)).Order(job.ByID()).Limit(most).IDs(hook.Purging(ctx))
		},
		Erase: s.erase(func(ctx context.Context, tx *gen.Client, before time.Time, id int64) error {
			return tx.Job.DeleteOneID(id).Where(job.DeletedAtLT(before)).Exec(ctx)
		}),
	}
}

// contracts go out of the assignments that name them.
func (s *Service) contracts() Kind {
	return Kind{
		What: "contracts",
		Count: func(ctx context.Context, before time.Time) (int, error) {
			return s.Store.Ent(ctx).Contract.Query().Where(contract.DeletedAtLT(before)).Count(hook.Purging(ctx))
		},
		Next: func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error) {
			return s.Store.Ent(ctx).Contract.Query().Where(contract.DeletedAtLT(before), contract.IDGT(after)).Order(contract.ByID()).Limit(most).IDs(hook.Purging(ctx))
		},
		Clear: func(ctx context.Context, before time.Time, id int64) error {
			going, err := s.mark(ctx, func(ctx context.Context, tx *gen.Client, now time.Time) error {
				c, err := tx.Contract.Query().Where(contract.ID(id), contract.DeletedAtLT(before), lock.Update).Only(ctx)
				if err != nil || c.PurgedAt != nil {
					return err
				}
				return tx.Contract.UpdateOne(c).SetPurgedAt(now).Exec(ctx)
			})
			if err != nil || !going {
				return err
			}
			return s.unname(ctx, id)
		},
		Erase: s.erase(func(ctx context.Context, tx *gen.Client, before time.Time, id int64) error {
			return tx.Contract.DeleteOneID(id).Where(contract.DeletedAtLT(before), contract.PurgedAtNotNil()).Exec(ctx)
		}),
	}
}

// unname takes a contract out of assignments.
func (s *Service) unname(ctx context.Context, contractID int64) error {
	return s.each(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.Assignment.Query().Where(assignment.ContractID(contractID)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, id int64) error {
		return tx.Assignment.UpdateOneID(id).ClearContractID().Exec(ctx)
	})
}

// groups go with their memberships; whoever was in them has been in another since.
func (s *Service) groups() Kind {
	return Kind{
		What: "groups",
		Count: func(ctx context.Context, before time.Time) (int, error) {
			return s.Store.Ent(ctx).Group.Query().Where(group.DeletedAtLT(before)).Count(hook.Purging(ctx))
		},
		Next: func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error) {
			return s.Store.Ent(ctx).Group.Query().Where(group.DeletedAtLT(before), group.IDGT(after)).Order(group.ByID()).Limit(most).IDs(hook.Purging(ctx))
		},
		Clear: func(ctx context.Context, before time.Time, id int64) error {
			going, err := s.mark(ctx, func(ctx context.Context, tx *gen.Client, now time.Time) error {
				g, err := tx.Group.Query().Where(group.ID(id), group.DeletedAtLT(before), lock.Update).Only(ctx)
				if err != nil || g.PurgedAt != nil {
					return err
				}
				return tx.Group.UpdateOne(g).SetPurgedAt(now).Exec(ctx)
			})
			if err != nil || !going {
				return err
			}
			return s.each(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
				return tx.Membership.Query().Where(membership.GroupID(id)).Limit(most).IDs(ctx)
			}, func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.Membership.DeleteOneID(id).Exec(ctx)
			})
		},
		Erase: s.erase(func(ctx context.Context, tx *gen.Client, before time.Time, id int64) error {
			return tx.Group.DeleteOneID(id).Where(group.DeletedAtLT(before), group.PurgedAtNotNil()).Exec(ctx)
		}),
	}
}

// companies go with their contracts, and out of the users and assignments that name them.
func (s *Service) companies() Kind {
	return Kind{
		What: "companies",
		Count: func(ctx context.Context, before time.Time) (int, error) {
			return s.Store.Ent(ctx).Company.Query().Where(company.DeletedAtLT(before)).Count(hook.Purging(ctx))
		},
		Next: func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error) {
			return s.Store.Ent(ctx).Company.Query().Where(company.DeletedAtLT(before), company.IDGT(after)).Order(company.ByID()).Limit(most).IDs(hook.Purging(ctx))
		},
		Clear: func(ctx context.Context, before time.Time, id int64) error {
			going, err := s.mark(ctx, func(ctx context.Context, tx *gen.Client, now time.Time) error {
				c, err := tx.Company.Query().Where(company.ID(id), company.DeletedAtLT(before), lock.Update).Only(ctx)
				if err != nil || c.PurgedAt != nil {
					return err
				}
				return tx.Company.UpdateOne(c).SetPurgedAt(now).Exec(ctx)
			})
			if err != nil || !going {
				return err
			}
			return s.leave(ctx, id)
		},
		Erase: s.erase(func(ctx context.Context, tx *gen.Client, before time.Time, id int64) error {
			return tx.Company.DeleteOneID(id).Where(company.DeletedAtLT(before), company.PurgedAtNotNil()).Exec(ctx)
		}),
	}
}

// leave takes a company out of users and assignments, and its contracts with it.
func (s *Service) leave(ctx context.Context, companyID int64) error {
	err := s.each(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.Assignment.Query().Where(assignment.CompanyID(companyID)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, id int64) error {
		return tx.Assignment.DeleteOneID(id).Exec(ctx)
	})
	if err != nil {
		return err
	}
	err = s.each(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.Contract.Query().Where(contract.CompanyID(companyID)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, id int64) error {
		return tx.Contract.DeleteOneID(id).Exec(ctx)
	})
	if err != nil {
		return err
	}
	return s.each(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
		return tx.User.Query().Where(user.CompanyID(companyID)).Limit(most).IDs(ctx)
	}, func(ctx context.Context, tx *gen.Client, id int64) error {
		return tx.User.UpdateOneID(id).ClearCompanyID().Exec(ctx)
	})
}

// roles go out of the users who had them: they could do nothing by them any more.
func (s *Service) roles() Kind {
	return Kind{
		What: "roles",
		Count: func(ctx context.Context, before time.Time) (int, error) {
			return s.Store.Ent(ctx).Role.Query().Where(role.DeletedAtLT(before)).Count(hook.Purging(ctx))
		},
		Next: func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error) {
			return s.Store.Ent(ctx).Role.Query().Where(role.DeletedAtLT(before), role.IDGT(after)).Order(role.ByID()).Limit(most).IDs(hook.Purging(ctx))
		},
		Clear: func(ctx context.Context, before time.Time, id int64) error {
			going, err := s.mark(ctx, func(ctx context.Context, tx *gen.Client, now time.Time) error {
				r, err := tx.Role.Query().Where(role.ID(id), role.DeletedAtLT(before), lock.Update).Only(ctx)
				if err != nil || r.PurgedAt != nil {
					return err
				}
				return tx.Role.UpdateOne(r).SetPurgedAt(now).Exec(ctx)
			})
			if err != nil || !going {
				return err
			}
			return s.each(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
				return tx.User.Query().Where(user.RoleID(id)).Limit(most).IDs(ctx)
			}, func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.User.UpdateOneID(id).ClearRoleID().Exec(ctx)
			})
		},
		Erase: s.erase(func(ctx context.Context, tx *gen.Client, before time.Time, id int64) error {
			return tx.Role.DeleteOneID(id).Where(role.DeletedAtLT(before), role.PurgedAtNotNil()).Exec(ctx)
		}),
	}
}
