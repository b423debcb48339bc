package schema

import (
	"entgo.io/ent"

	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/rule"
)

// policy is a privacy policy whose last word is no. The system may do everything; strangers nothing.
func policy(query, mutation []rule.Sentence, before ...rule.Sentence) ent.Policy {
	p := privacy.Policy{}
	for _, s := range append(before, rule.AllowSystem(), rule.DenyStrangers()) {
		p.Query = append(p.Query, s)
		p.Mutation = append(p.Mutation, s)
	}
	for _, s := range append(query, rule.DenyAll()) {
		p.Query = append(p.Query, s)
	}
	for _, s := range append(mutation, rule.DenyAll()) {
		p.Mutation = append(p.Mutation, s)
	}
	return p
}

// say lists sentences, so that a schema file reads as one.
func say(sentences ...rule.Sentence) []rule.Sentence { return sentences }
