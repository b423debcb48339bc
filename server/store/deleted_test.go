package store_test

import (
	"context"
	"slices"
	"testing"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/job"
	"github.com/portico-hub/portico/ent/gen/ent/migrate"
	"github.com/portico-hub/portico/ent/gen/ent/protectedpage"
	"github.com/portico-hub/portico/ent/gen/ent/reminder"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/hubtest"
)

// marked is one entity that is deleted by a mark: made deleted, and looked for on each road.
type marked struct {
	table string
	make  func(ctx context.Context, tx *gen.Client) (int64, error)
	mark  func(ctx context.Context, tx *gen.Client, id int64) error
	found func(ctx context.Context, c *gen.Client, id int64) []bool
}

// deletable are all entities that are deleted by a mark.
func deletable(hub *hubtest.Hub) []marked {
	now := hub.Clock.Now()
	return []marked{
		{user.Table,
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				return idOf(newUser(tx, "gone@example.org").Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.User.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.User.Get(ctx, id)
				return []bool{err == nil, c.User.Query().Where(user.ID(id)).ExistX(ctx), c.User.Query().Where(user.Email("gone@example.org")).CountX(ctx) > 0,
					len(c.User.Query().Where(user.SearchContains("gone")).IDsX(ctx)) > 0}
			}},
		{role.Table,
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				return idOf(tx.Role.Create().SetName("Gone").SetReach(role.ReachEVERYTHING).Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.Role.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.Role.Get(ctx, id)
				return []bool{err == nil, c.Role.Query().Where(role.Name("Gone")).ExistX(ctx)}
			}},
		{group.Table,
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				return idOf(tx.Group.Create().SetName("Gone").Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.Group.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.Group.Get(ctx, id)
				return []bool{err == nil, c.Group.Query().Where(group.Name("Gone")).ExistX(ctx)}
			}},
		{company.Table,
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				return idOf(tx.Company.Create().SetName("Gone").Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.Company.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.Company.Get(ctx, id)
				return []bool{err == nil, c.Company.Query().Where(company.Name("Gone")).ExistX(ctx)}
			}},
		{contract.Table,
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				of, err := tx.Company.Create().SetName("Owner").Save(ctx)
				if err != nil {
					return 0, err
				}
				return idOf(tx.Contract.Create().SetCompanyID(of.ID).SetNumber("G-1").SetName("Gone").Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.Contract.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.Contract.Get(ctx, id)
				return []bool{err == nil, c.Contract.Query().Where(contract.Number("G-1")).ExistX(ctx),
					c.Company.Query().Where(company.Name("Owner")).QueryContracts().ExistX(ctx)}
			}},
		{activity.Table,
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				of, err := newUser(tx, "did@example.org").Save(ctx)
				if err != nil {
					return 0, err
				}
				return idOf(tx.Activity.Create().SetUserID(of.ID).SetKind("order").SetSummary("Gone").SetSource(activity.SourceAPI).SetActor("Shop").
					SetOccurredAt(now).Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.Activity.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.Activity.Get(ctx, id)
				return []bool{err == nil, c.Activity.Query().Where(activity.Summary("Gone")).ExistX(ctx),
					c.User.Query().Where(user.Email("did@example.org")).QueryActivities().ExistX(ctx)}
			}},
		{job.Table,
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				return idOf(tx.Job.Create().SetName("Gone").Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.Job.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.Job.Get(ctx, id)
				return []bool{err == nil, c.Job.Query().Where(job.Name("Gone")).ExistX(ctx)}
			}},
		{protectedpage.Table,
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				return idOf(tx.ProtectedPage.Create().SetPattern("/gone").Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.ProtectedPage.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.ProtectedPage.Get(ctx, id)
				return []bool{err == nil, c.ProtectedPage.Query().Where(protectedpage.Pattern("/gone")).ExistX(ctx)}
			}},
		{"reminders",
			func(ctx context.Context, tx *gen.Client) (int64, error) {
				of, err := newUser(tx, "remember@example.org").Save(ctx)
				if err != nil {
					return 0, err
				}
				return idOf(tx.Reminder.Create().SetUserID(of.ID).SetTitle("Gone").SetDueAt(now).SetOccursAt(now).SetStartsAt(now).SetTimeZone("UTC").Save(ctx))
			},
			func(ctx context.Context, tx *gen.Client, id int64) error {
				return tx.Reminder.UpdateOneID(id).SetDeletedAt(now).Exec(ctx)
			},
			func(ctx context.Context, c *gen.Client, id int64) []bool {
				_, err := c.Reminder.Get(ctx, id)
				return []bool{err == nil, c.Reminder.Query().Where(reminder.Title("Gone")).ExistX(ctx),
					c.User.Query().Where(user.Email("remember@example.org")).QueryReminders().ExistX(ctx)}
			}},
	}
}

// Deleting marks; the mark hides from everybody, the system included, until the purge or a restore asks for it.
func TestDeletedRowsAreHidden(t *testing.T) {
	each(t, func(t *testing.T, hub *hubtest.Hub) {
		all, c := deletable(hub), hub.Store.Ent(system)
		for _, one := range all {
			var id int64
			write(t, hub, func(ctx context.Context, tx *gen.Client) (err error) {
				id, err = one.make(ctx, tx)
				return err
			})
			if roads := one.found(system, c, id); slices.Contains(roads, false) {
				t.Errorf("%s: not found before it was deleted: %v", one.table, roads)
			}
			write(t, hub, func(ctx context.Context, tx *gen.Client) error { return one.mark(ctx, tx, id) })
			if roads := one.found(system, c, id); slices.Contains(roads, true) {
				t.Errorf("%s: found although it was deleted: %v", one.table, roads)
			}
			if roads := one.found(viewer.ShowDeleted(system), c, id); slices.Contains(roads, false) {
				t.Errorf("%s: not found for restoring: %v", one.table, roads)
			}
		}
		for _, table := range migrate.Tables {
			_, has := table.Column("deleted_at")
			if known := slices.ContainsFunc(all, func(m marked) bool { return m.table == table.Name }); has != known {
				t.Errorf("%s can be deleted: %v; is tried here: %v", table.Name, has, known)
			}
		}
	})
}

// idOf is the key of whatever was saved.
func idOf[T any](saved T, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	switch row := any(saved).(type) {
	case *gen.User:
		return row.ID, nil
	case *gen.Role:
		return row.ID, nil
	case *gen.Group:
		return row.ID, nil
	case *gen.Company:
		return row.ID, nil
	case *gen.Contract:
		return row.ID, nil
	case *gen.Reminder:
		return row.ID, nil
	case *gen.Job:
		return row.ID, nil
	case *gen.ProtectedPage:
		return row.ID, nil
	case *gen.Activity:
		return row.ID, nil
	}
	panic("what is this?")
}
