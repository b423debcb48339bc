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

// User is the record of one person, with or without an account.
type User struct{ ent.Schema }

// Mixin of User.
func (User) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}, Deletable{}, Erasable{}} }

// Fields of User. Empty optional values are NULL; the sort keys of empty values are empty and sort last.
func (User) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("status").Values("ACTIVE", "INACTIVE").Default("ACTIVE"),
		field.String("email").Immutable().MaxLen(254).Comment("As it was typed. Static: a new address is a new user."),
		field.String("first_name").NotEmpty().MaxRuneLen(200),
		field.String("last_name").NotEmpty().MaxRuneLen(200),
		field.String("title").Optional().Nillable().MaxRuneLen(200),
		field.String("cell_phone").Optional().Nillable().MaxRuneLen(50),
		field.String("office_phone").Optional().Nillable().MaxRuneLen(50),
		field.String("extension").Optional().Nillable().MaxRuneLen(20),
		field.String("address").Optional().Nillable().MaxRuneLen(1000),
		field.Int64("company_id").Optional().Nillable(),
		field.Int64("role_id").Optional().Nillable().Comment("No role, no sign-in."),
		field.Bool("email_subscribed").Default(false),
		field.Time("email_subscription_changed_at").Optional().Nillable().Comment("When, and below how: the hook takes both from the newest ConsentChange."),
		field.Enum("email_subscription_source").Optional().Nillable().
			Values("ADMIN", "SIGNUP_FORM", "IMPORT", "UNSUBSCRIBE_LINK", "API", "SELF"),
		field.Time("last_sign_in_at").Optional().Nillable(),
		field.Int("note_version").Default(0).Comment("How often the note was changed: part of the version for those who read it, and nothing that anybody else could notice."),
		field.String("locale").Optional().Nillable().MaxLen(35).Comment("The language that they chose, as BCP 47 has it; NULL follows the browser."),
		field.String("time_zone").Optional().Nillable().MaxLen(64).Comment("The IANA zone that they chose; NULL follows the browser."),
		field.Int64("supersedes_id").Optional().Nillable().Comment("Whom this record took the place of, under a new address, until they are erased; ent/hook keeps it as it is otherwise. Of those who were taken back, several may be."),

		// Copies and keys that lists need in an index. The hooks derive them; the journal leaves them out.
		field.String("company_name").Default("").Comment("Copy of the company's name, for search and ordering."),
		field.String("login_name").Default("").Comment("Copy of the account's login name, for search and ordering."),
		field.String("account_email").Default("").Comment("Copy of the account's email, for search."),
		field.Enum("account_state").Values("NONE", "INVITED", "ACTIVE", "TEMPORARY_PASSWORD", "CLOSED").Default("NONE").
			Comment("Where the account stands; an invitation whose link_expires_at is over has expired."),
		field.Time("link_expires_at").Optional().Nillable().Comment("Copy of the account's."),
		field.Time("locked_until").Optional().Nillable().Comment("Copy of the account's."),
		field.String("role_name").Default("").Comment("Copy of the role's name, for ordering."),
		field.String("group_name").Default("").Comment("Copy of the name of the group that was joined first, for ordering."),
		field.Text("search").Default("").Comment("All that search looks at, folded."),
		field.Bytes("sort_last_name").Comment("Last name, then first name."),
		field.Bytes("sort_first_name").Comment("First name, then last name."),
		field.Bytes("sort_email"),
		field.Bytes("sort_title"),
		field.Bytes("sort_company"),
		field.Bytes("sort_login_name"),
		field.Bytes("sort_last_sign_in_at"),
		sortKey("sort_role"),
		sortKey("sort_group"),
		sortKey("sort_cell_phone"),
		sortKey("sort_office_phone"),
		sortKey("sort_extension"),
	}
}

// Edges of User.
func (User) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("successors", User.Type).From("supersedes").Field("supersedes_id").Unique(),
		edge.From("company", Company.Type).Ref("users").Field("company_id").Unique(),
		edge.From("role", Role.Type).Ref("users").Field("role_id").Unique(),
		edge.To("account", Account.Type).Unique(),
		edge.To("credential", Credential.Type).Unique(),
		edge.To("note", Note.Type).Unique(),
		edge.To("identities", Identity.Type),
		edge.To("memberships", Membership.Type),
		edge.To("assignments", Assignment.Type),
		edge.To("messages", Message.Type),
		edge.To("activities", Activity.Type),
		edge.To("links", Link.Type),
		edge.To("sessions", Session.Type),
		edge.To("factor", Factor.Type).Unique(),
		edge.To("recovery_codes", RecoveryCode.Type),
		edge.To("passkeys", Passkey.Type),
		edge.To("saved_views", SavedView.Type),
		edge.To("consent_changes", ConsentChange.Type),
		edge.To("reminders", Reminder.Type),
		edge.To("assigned_reminders", Reminder.Type),
		edge.To("feed", Feed.Type).Unique(),
	}
}

// Indexes of User: one for each ordering, ending in the id; and the orderings by name of what stands in a tab.
func (User) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("sort_last_name", "id"),
		index.Fields("sort_first_name", "id"),
		index.Fields("sort_email", "id"),
		index.Fields("sort_title", "id"),
		index.Fields("sort_company", "id"),
		index.Fields("sort_login_name", "id"),
		index.Fields("sort_last_sign_in_at", "id"),
		index.Fields("sort_role", "id"),
		index.Fields("sort_group", "id"),
		index.Fields("sort_cell_phone", "id"),
		index.Fields("sort_office_phone", "id"),
		index.Fields("sort_extension", "id"),
		index.Fields("email_subscribed", "id"),
		index.Fields("status", "id"),
		index.Fields("status", "sort_last_name", "id"),
		index.Fields("account_state", "sort_last_name", "id"),
		index.Fields("created_at", "id"),
		index.Fields("updated_at", "id"),
		index.Fields("company_id", "sort_last_name", "id"),
		index.Fields("role_id", "sort_last_name", "id"),
		index.Fields("sort_last_name", "id").StorageKey("user_never_signed_in").Annotations(entsql.IndexWhere("last_sign_in_at IS NULL")),
		index.Fields("sort_last_name", "id").StorageKey("user_locked").Annotations(entsql.IndexWhere("locked_until IS NOT NULL")),
		index.Fields("link_expires_at", "id").StorageKey("user_invited").Annotations(entsql.IndexWhere("account_state = 'INVITED' AND link_expires_at IS NOT NULL")),
		index.Fields("supersedes_id").Annotations(entsql.IndexWhere("supersedes_id IS NOT NULL")),
	}
}

// Hooks of User.
func (User) Hooks() []ent.Hook {
	return hook.Journalled(hook.User, "email_subscription_changed_at", "email_subscription_source", "note_version", "purged_at", "company_name", "login_name", "account_email", "account_state", "link_expires_at", "locked_until", "role_name",
		"group_name", "last_sign_in_at", "search", "sort_last_name", "sort_first_name", "sort_email", "sort_title", "sort_company",
		"sort_login_name", "sort_last_sign_in_at", "sort_role", "sort_group", "sort_cell_phone", "sort_office_phone", "sort_extension")
}

// Policy of User: those in reach, and oneself; roles as one may grant them; consent by a right of its own, and one's own.
func (User) Policy() ent.Policy {
	return policy(
		say(rule.AllowUsersWithinReach(viewer.UsersRead, viewer.UsersWrite)),
		say(rule.DenyConsentOutOfReach(), rule.DenyEditingWithout(viewer.UsersWrite), rule.DenyDeletingWithout(viewer.UsersDelete), rule.DenyTurningSuperiors(), rule.OnlyGrantableRoles(), rule.DenyCompanyOutOfReach(),
			rule.AllowUsersWithinReach(viewer.UsersRead, viewer.UsersWrite)),
		rule.HideDeleted(), rule.KeepOneGlobalAdmin(), rule.GlobalAdminsStayInDefault(),
	)
}
