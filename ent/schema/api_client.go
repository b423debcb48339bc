package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// APIClient is a partner portal's credentials: what it may do, whom it reaches, from which sites. Only the hash of its
// token is stored.
type APIClient struct{ ent.Schema }

// Mixin of APIClient.
func (APIClient) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}} }

// Fields of APIClient.
func (APIClient) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxRuneLen(100),
		field.Strings("scopes").Default([]string{}),
		field.Enum("reach").Values("EVERYTHING", "ASSIGNED_COMPANIES", "MANAGED_GROUPS"),
		field.JSON("company_ids", []int64{}).Default([]int64{}).Comment("Keys, also of companies that are deleted since: losing the last one reaches nobody."),
		field.JSON("group_ids", []int64{}).Default([]int64{}),
		field.JSON("grants", []int64{}).Default([]int64{}).Comment("Keys of the roles that it may give: Member, where whoever made it could."),
		field.Strings("allowed_origins").Default([]string{}).Comment("Sites whose scripts may use the token, as a browser names them."),
		field.Time("expires_at").Optional().Nillable(),
		field.Time("last_used_at").Optional().Nillable().Comment("Written at most once a minute."),
		field.Time("revoked_at").Optional().Nillable(),
		field.Bytes("token_hash").Unique().Sensitive().Comment("SHA-256 of the token."),
		field.String("token_prefix").Comment("The beginning of the token, to recognise it by."),
		field.Bytes("previous_hash").Optional().Nillable().Unique().Sensitive().Comment("Of the token before the rotation."),
		field.Time("previous_until").Optional().Nillable(),
	}
}

// Hooks of APIClient.
func (APIClient) Hooks() []ent.Hook { return hook.Journalled(nil, "last_used_at") }

// Policy of APIClient: kept by those who may, as far as they reach, and never beyond what they may do themselves.
func (APIClient) Policy() ent.Policy {
	return policy(
		say(rule.AllowReadingClients()),
		say(rule.DenyWithout(viewer.APIClientsWrite), rule.DenyWithoutFeature(viewer.FeatureAPIClients), rule.DenyClientsBeyond(), rule.AllowRest()),
	)
}
