package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// Account is a user's sign-in. Its password is a Credential, which nobody reads.
type Account struct{ ent.Schema }

// Mixin of Account.
func (Account) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Account.
func (Account) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Immutable(),
		field.String("email").Immutable().NotEmpty().MaxLen(254),
		field.String("login_name").NotEmpty().MaxLen(254),
		field.Enum("notify").Values("IMMEDIATELY", "BY_JOB", "NEVER"),
		field.Time("notified_at").Optional().Nillable().Comment("When the owner was first told."),
		field.Time("created_notice_until").Optional().Nillable().Comment("How long staff are shown that the mail went out."),
		field.Time("link_expires_at").Optional().Nillable().Comment("The newest link's end; NULL without a live link."),
		field.Time("revoked_at").Optional().Nillable().Comment("When an administrator took the invitation back; the next one lifts it."),
		field.Time("activated_at").Optional().Nillable().Comment("When the first password was set."),
		field.Bool("temporary").Default(false).Comment("The password was set by an administrator and must be changed at the first sign-in."),
		field.Time("closed_at").Optional().Nillable(),
		field.Enum("factor_provider").Values("NONE", "TOTP", "EMAIL", "PASSKEY").Default("NONE").
			Comment("What the owner signs in with beside the password, as an administrator chose it."),
		field.Time("locked_until").Optional().Nillable().Comment("How long no password is taken, after too many wrong ones. It passes by the clock."),
		field.Time("unlocked_at").Optional().Nillable().Comment("When an administrator last let its owner try again; it stands in the journal."),
		field.Time("sessions_ended_at").Optional().Nillable().Comment("When somebody last signed its owner out, somewhere or everywhere; it stands in the journal."),
	}
}

// Edges of Account.
func (Account) Edges() []ent.Edge {
	return []ent.Edge{edge.From("user", User.Type).Ref("account").Field("user_id").Unique().Required().Immutable()}
}

// Indexes of Account: those whose owner waits for a Notification job, and those whose invitation was taken back.
func (Account) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id").StorageKey("account_waiting").Annotations(entsql.IndexWhere("notify = 'BY_JOB' AND notified_at IS NULL")),
		index.Fields("user_id").StorageKey("account_revoked").Annotations(entsql.IndexWhere("revoked_at IS NOT NULL")),
	}
}

// Hooks of Account.
func (Account) Hooks() []ent.Hook {
	return hook.Journalled(hook.Account, "notified_at", "created_notice_until", "link_expires_at", "temporary", "locked_until")
}

// Policy of Account: seen with its user; managing accounts is a right of its own.
func (Account) Policy() ent.Policy {
	return policy(
		say(rule.AllowOfUsersWithinReach(viewer.UsersRead, viewer.AccountsManage)),
		say(rule.AllowOfUsersWithinReach(viewer.UsersRead, viewer.AccountsManage)),
	)
}
