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

// Message is one email to one person, with its delivery state. It is rendered once; its body is sealed with the
// secret key, since it holds a link that works.
type Message struct{ ent.Schema }

// Mixin of Message.
func (Message) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of Message.
func (Message) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("user_id").Optional().Nillable().Immutable(),
		field.Int64("link_id").Optional().Nillable().Immutable(),
		field.Int64("reminder_id").Optional().Nillable().Immutable().Comment("The reminder that it tells of: what it says is read by whoever sees that."),
		field.Enum("kind").Immutable().
			Values("INVITATION", "PASSWORD_RESET", "NOTICE", "EMAIL_CODE", "REMINDER", "SECURITY_ALERT", "SIGNUP_CONFIRMATION", "NUDGE", "DIGEST", "EXPORT_READY"),
		field.Bool("is_test").Default(false).Immutable().Comment("Sent to show what its template looks like; what it brings opens nothing."),
		field.String("to").Immutable(),
		field.String("to_key").Default("").Immutable().Comment("The folded address: where mail came back from before is asked by it."),
		field.String("subject").Immutable(),
		field.Bytes("body").Immutable().Sensitive().Comment("Text and HTML as JSON, sealed."),
		field.Text("search").Default("").Immutable().Comment("The person's name, the address and the subject as they were, folded."),
		field.Enum("state").Default("QUEUED").
			Values("QUEUED", "KEPT", "SENT", "DELIVERED", "OPENED", "BOUNCED", "COMPLAINED", "FAILED", "UNKNOWN"),
		field.String("error").Optional().Nillable().MaxRuneLen(1000),
		field.String("provider_id").Optional().Nillable(),
		field.Int("attempts").Default(0),
		field.Bool("doubtful").Default(false).Comment("An attempt may have been taken over without an answer."),
		field.String("from").Optional().Nillable().Comment("Who it came from in that attempt: repeated under the same key, it has to be the same."),
		field.Int64("batch_id").Optional().Nillable().Comment("The message that leads the batch in which it is sent; NULL by itself."),
		field.Time("resolved_at").Optional().Nillable().Comment("When a person decided what became of it, since no answer came."),
		field.Time("sent_at").Optional().Nillable(),
		field.Time("delivered_at").Optional().Nillable(),
		field.Time("opened_at").Optional().Nillable(),
	}
}

// Edges of Message.
func (Message) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("user", User.Type).Ref("messages").Field("user_id").Unique().Immutable(),
		edge.From("link", Link.Type).Ref("message").Field("link_id").Unique().Immutable(),
	}
}

// Indexes of Message: the newest first, of everybody and of one user; what is in one state; what a delivery report is about.
func (Message) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("created_at", "id"),
		index.Fields("user_id", "created_at", "id"),
		index.Fields("state", "created_at", "id"),
		index.Fields("kind", "created_at", "id"),
		index.Fields("to_key"),
		index.Fields("reminder_id").Annotations(entsql.IndexWhere("reminder_id IS NOT NULL")),
		index.Fields("batch_id", "id").Annotations(entsql.IndexWhere("batch_id IS NOT NULL")),
		index.Fields("provider_id").Annotations(entsql.IndexWhere("provider_id IS NOT NULL")),
	}
}

// Hooks of Message.
func (Message) Hooks() []ent.Hook {
	return hook.Journalled(nil, "body", "to_key", "search", "state", "error", "provider_id", "attempts", "doubtful", "from", "batch_id", "sent_at", "delivered_at", "opened_at")
}

// Policy of Message: seen by those who read messages, within reach, while its user is not deleted; made with an account; its fate is kept by the system.
func (Message) Policy() ent.Policy {
	return policy(
		say(rule.DenyWithout(viewer.MessagesRead), rule.HideOfDeletedUsers(), rule.AllowOfUsersWithinReach(viewer.MessagesRead, viewer.AccountsManage)),
		say(rule.DenyChanging(), rule.AllowOfUsersWithinReach(viewer.MessagesRead, viewer.AccountsManage)),
	)
}
