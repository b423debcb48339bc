package graph

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/notify"
)

func edits(in gen.UpdateTemplateInput) notify.Edits {
	return notify.Edits{Subject: edit(in.Subject), Text: edit(in.Text), HTML: edit(in.HTML), Override: codes(in.OverrideWarnings)}
}

func edit(part graphql.Omittable[*string]) notify.Edit {
	words, said := part.ValueOK()
	return notify.Edit{IsSaid: said, Words: words}
}

// preview is what words look like, or what is wrong with them.
func preview(shown *notify.Preview) *gen.TemplatePreview {
	p := &gen.TemplatePreview{Warnings: warnings(shown.Doubtful)}
	for _, f := range shown.Wrong {
		p.UserErrors = append(p.UserErrors, userError(f))
	}
	if len(shown.Wrong) == 0 {
		p.Subject, p.Text, p.HTML = &shown.Subject, &shown.Text, &shown.HTML
	}
	return p
}

func variables(t *ent.Template) (names []string) {
	for _, v := range notify.Variables(t) {
		names = append(names, v.Name)
	}
	return names
}

func placeholders(t *ent.Template) (all []*gen.TemplateVariable) {
	for _, v := range notify.Variables(t) {
		all = append(all, &gen.TemplateVariable{Name: v.Name, Meaning: v.Meaning, IsNeeded: v.IsNeeded, IsSecret: v.IsSecret})
	}
	return all
}
