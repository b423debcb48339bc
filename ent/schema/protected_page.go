package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// ProtectedPage is a part of a website that only some groups may see (seed 004): a pattern of paths and who may.
type ProtectedPage struct{ ent.Schema }

// Mixin of ProtectedPage.
func (ProtectedPage) Mixin() []ent.Mixin { return []ent.Mixin{Kept{}, Deletable{}} }

// Fields of ProtectedPage.
func (ProtectedPage) Fields() []ent.Field {
	return []ent.Field{
		field.String("pattern").NotEmpty().MaxRuneLen(500).Comment("A path as fold.Path has it, or one with /* behind it for all below."),
		field.String("pattern_key").Unique().Comment("The folded pattern; frees itself when the page is deleted."),
		field.JSON("group_ids", []int64{}).Default([]int64{}).Comment("Keys, also of groups that are deleted since: those let nobody in. None: nobody may see it."),
	}
}

// Hooks of ProtectedPage.
func (ProtectedPage) Hooks() []ent.Hook { return hook.Journalled(hook.Keyed("pattern"), "pattern_key") }

// Policy of ProtectedPage: seen and kept by those who keep the settings of the whole, while the feature is on.
func (ProtectedPage) Policy() ent.Policy {
	keeps := say(rule.DenyWithout(viewer.SettingsWrite), rule.DenyWithoutFeature(viewer.FeatureProtectedPages), rule.DenyLimitedReach(), rule.AllowRest())
	return policy(keeps, keeps, rule.HideDeleted())
}
