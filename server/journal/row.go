package journal

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/sqljson"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/apiclient"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/contract"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/note"
	"github.com/portico-hub/portico/ent/gen/ent/protectedpage"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
)

// row is how one entity is taken back.
type row struct {
	// read is the row as it is now, deleted or not.
	read func(ctx context.Context, tx *gen.Client, id int64) (any, error)
	// change begins an update; save ends it.
	change func(tx *gen.Client, id int64) (m ent.Mutation, save func(context.Context) error)
	// create begins the making of a row that was taken out; nil where rows are only marked.
	create func(tx *gen.Client) (m ent.Mutation, save func(context.Context) error)
	// remove takes out what was made; nil where it is marked as deleted.
	remove func(ctx context.Context, tx *gen.Client, id int64) error
	// again looks, for what was taken out, which other took its place, if any, and whether what its keys name is still
	// there; nil where rows are only marked.
	again func(ctx context.Context, tx *gen.Client, keys map[string]int64) (there []int64, home bool, err error)
	// used reports that somebody belongs to what is about to be marked, or something else refers to it; nil where nothing does.
	used func(ctx context.Context, tx *gen.Client, id int64) (bool, error)
	// follows reports a field that follows from other rows: it comes back with them. nil where none does.
	follows func(now any, field string) bool
	noun    string
}

// lists finds the rows of which a column of keys has this one.
func lists(column string, id int64) func(*sql.Selector) {
	return func(s *sql.Selector) { s.Where(sqljson.ValueContains(s.C(column), id)) }
}

// rows are the entities whose changes can be taken back.
var rows = map[string]row{
	gen.TypeUser: {
		noun: "user",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.User.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.User.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeAccount: {
		noun: "account",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Account.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Account.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeGroup: {
		noun: "group",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Group.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Group.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		used: func(ctx context.Context, tx *gen.Client, id int64) (bool, error) {
			if is, err := tx.Membership.Query().Where(membership.GroupID(id), membership.HasUserWith(user.DeletedAtIsNil())).Exist(ctx); is || err != nil {
				return is, err
			}
			if is, err := tx.ProtectedPage.Query().Where(protectedpage.DeletedAtIsNil(), lists(protectedpage.FieldGroupIds, id)).Exist(ctx); is || err != nil {
				return is, err
			}
			return tx.APIClient.Query().Where(apiclient.RevokedAtIsNil(), lists(apiclient.FieldGroupIds, id)).Exist(ctx)
		},
	},
	gen.TypeCompany: {
		noun: "company",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Company.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Company.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		used: func(ctx context.Context, tx *gen.Client, id int64) (bool, error) {
			if is, err := tx.Company.Query().Where(company.ID(id), company.Or(company.HasUsersWith(user.DeletedAtIsNil()),
				company.HasContractsWith(contract.DeletedAtIsNil()), company.HasAssignmentsWith(assignment.HasUserWith(user.DeletedAtIsNil())))).Exist(ctx); is || err != nil {
				return is, err
			}
			return tx.APIClient.Query().Where(apiclient.RevokedAtIsNil(), lists(apiclient.FieldCompanyIds, id)).Exist(ctx)
		},
	},
	gen.TypeRole: {
		noun: "role",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Role.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Role.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		used: func(ctx context.Context, tx *gen.Client, id int64) (bool, error) {
			return tx.User.Query().Where(user.RoleID(id), user.DeletedAtIsNil()).Exist(ctx)
		},
		// What a built-in role may grant is kept by ent/hook.
		follows: func(now any, field string) bool {
			r, ok := now.(*gen.Role)
			return ok && r.BuiltIn != nil && field == role.FieldGrants
		},
	},
	gen.TypeContract: {
		noun: "contract",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Contract.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Contract.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		used: func(ctx context.Context, tx *gen.Client, id int64) (bool, error) {
			return tx.Assignment.Query().Where(assignment.ContractID(id), assignment.HasUserWith(user.DeletedAtIsNil())).Exist(ctx)
		},
	},
	gen.TypeMembership: {
		noun: "membership",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Membership.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Membership.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		create: func(tx *gen.Client) (ent.Mutation, func(context.Context) error) {
			c := tx.Membership.Create()
			return c.Mutation(), c.Exec
		},
		remove: func(ctx context.Context, tx *gen.Client, id int64) error {
			return tx.Membership.DeleteOneID(id).Exec(ctx)
		},
		again: func(ctx context.Context, tx *gen.Client, keys map[string]int64) (there []int64, home bool, err error) {
			there, err = tx.Membership.Query().Where(membership.UserID(keys["user_id"]), membership.GroupID(keys["group_id"])).IDs(ctx)
			if err == nil {
				home, err = tx.Group.Query().Where(group.ID(keys["group_id"]), group.DeletedAtIsNil()).Exist(ctx)
			}
			return there, home, err
		},
	},
	gen.TypeAssignment: {
		noun: "assignment",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Assignment.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Assignment.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		create: func(tx *gen.Client) (ent.Mutation, func(context.Context) error) {
			c := tx.Assignment.Create()
			return c.Mutation(), c.Exec
		},
		remove: func(ctx context.Context, tx *gen.Client, id int64) error {
			return tx.Assignment.DeleteOneID(id).Exec(ctx)
		},
		again: func(ctx context.Context, tx *gen.Client, keys map[string]int64) (there []int64, home bool, err error) {
			there, err = tx.Assignment.Query().Where(assignment.UserID(keys["user_id"]), assignment.CompanyID(keys["company_id"])).IDs(ctx)
			if err == nil {
				home, err = tx.Company.Query().Where(company.ID(keys["company_id"]), company.DeletedAtIsNil()).Exist(ctx)
			}
			return there, home, err
		},
	},
	gen.TypeNote: {
		noun: "note",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Note.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Note.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		create: func(tx *gen.Client) (ent.Mutation, func(context.Context) error) {
			c := tx.Note.Create()
			return c.Mutation(), c.Exec
		},
		remove: func(ctx context.Context, tx *gen.Client, id int64) error { return tx.Note.DeleteOneID(id).Exec(ctx) },
		again: func(ctx context.Context, tx *gen.Client, keys map[string]int64) (there []int64, home bool, err error) {
			there, err = tx.Note.Query().Where(note.UserID(keys["user_id"])).IDs(ctx)
			return there, true, err
		},
	},
	gen.TypeActivity: {
		noun: "activity",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Activity.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Activity.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeJob: {
		noun: "job",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Job.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Job.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeReminder: {
		noun: "reminder",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Reminder.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Reminder.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeProtectedPage: {
		noun: "protected page",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.ProtectedPage.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.ProtectedPage.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeFeature: {
		noun: "feature",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Feature.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Feature.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
		remove: func(ctx context.Context, tx *gen.Client, id int64) error { // what has no row is on
			return tx.Feature.UpdateOneID(id).SetEnabled(true).ClearReason().Exec(ctx)
		},
	},
	gen.TypeTemplate: {
		noun: "template",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Template.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Template.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
	gen.TypeSettings: {
		noun: "settings",
		read: func(ctx context.Context, tx *gen.Client, id int64) (any, error) { return tx.Settings.Get(ctx, id) },
		change: func(tx *gen.Client, id int64) (ent.Mutation, func(context.Context) error) {
			u := tx.Settings.UpdateOneID(id)
			return u.Mutation(), u.Exec
		},
	},
}
