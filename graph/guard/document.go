package guard

import (
	"context"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// document is a query that was read. It is never changed once it is valid, and shared between requests from then on.
type document struct {
	query  *ast.QueryDocument
	tokens int
	valid  bool
}

// document reads a query, unless it is remembered. Tokens are counted before the parser builds anything from them.
func (g *Guard) document(query string, member bool) (*document, *gqlerror.Error) {
	limit := StrangerTokens
	if member {
		limit = MemberTokens
	}
	if d, ok := g.read.Get(context.Background(), query); ok {
		return d, nil // short enough for a stranger too
	}
	tokens, where := countTokens(query, limit)
	if where != nil {
		return nil, unreadable(where)
	}
	if tokens > limit {
		return nil, refuse(tooExpensive, "This query is longer than allowed.")
	}
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		return nil, unreadable(err)
	}
	if len(doc.Operations) == 0 {
		return nil, refuse(badInput, "This query has no operation.")
	}
	return &document{query: doc, tokens: tokens}, nil
}

// remember keeps valid documents of the signed-in; strangers cannot push them out.
func (g *Guard) remember(query string, d *document, member bool) {
	if member && d.tokens <= rememberedTokens && len(query) <= rememberedBytes {
		g.read.Add(context.Background(), strings.Clone(query), d)
	}
}

// countTokens counts to one past the limit at most.
func countTokens(query string, limit int) (int, error) {
	lex := lexer.New(&ast.Source{Input: query})
	for n := 0; ; n++ {
		token, err := lex.ReadToken()
		switch {
		case err != nil:
			return n, err
		case token.Kind == lexer.EOF, n > limit:
			return n, nil
		}
	}
}

// stop ends a walk of the validator from inside a rule; it knows no other way.
type stop struct{}

// validate returns the first mistake in a query. It ends as soon as there is one, since the number of mistakes can be
// the square of the length, and when the client hangs up.
func validate(ctx context.Context, schema *ast.Schema, doc *ast.QueryDocument, suggest bool) (first *gqlerror.Error) {
	defer func() {
		if caught := recover(); caught != nil {
			if _, ours := caught.(stop); !ours {
				panic(caught)
			}
		}
	}()
	events := &validator.Events{}
	events.OnField(func(*validator.Walker, *ast.Field) {
		if ctx.Err() != nil {
			first = refuse(badInput, "The client hung up.")
			panic(stop{})
		}
	})
	for _, rule := range ruleSet(suggest) {
		rule.RuleFunc(events, func(options ...validator.ErrorOption) {
			first = &gqlerror.Error{Rule: rule.Name}
			for _, option := range options {
				option(first)
			}
			panic(stop{})
		})
	}
	validator.Walk(schema, doc, events)
	return first
}

var (
	plainRules      = rulesWithout(rules.NewDefaultRules())
	suggestingRules = sorted(rules.NewDefaultRules())
)

// ruleSet is the rules of the specification. Looking for names that resemble a misspelt one is work, and a way to read
// the schema, so it is done for the signed-in alone.
func ruleSet(suggest bool) []validator.Rule {
	if suggest {
		return suggestingRules
	}
	return plainRules
}

func rulesWithout(set *rules.Rules) []validator.Rule {
	for name, plain := range map[string]validator.Rule{
		rules.FieldsOnCorrectTypeRule.Name: rules.FieldsOnCorrectTypeRuleWithoutSuggestions,
		rules.KnownArgumentNamesRule.Name:  rules.KnownArgumentNamesRuleWithoutSuggestions,
		rules.KnownTypeNamesRule.Name:      rules.KnownTypeNamesRuleWithoutSuggestions,
		rules.ScalarLeafsRule.Name:         rules.ScalarLeafsRuleWithoutSuggestions,
		rules.ValuesOfCorrectTypeRule.Name: rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
	} {
		set.ReplaceRule(name, plain.RuleFunc)
	}
	return sorted(set)
}

func sorted(set *rules.Rules) []validator.Rule {
	var list []validator.Rule
	for name, f := range set.GetInner() {
		list = append(list, validator.Rule{Name: name, RuleFunc: f})
	}
	slices.SortFunc(list, func(a, b validator.Rule) int { return strings.Compare(a.Name, b.Name) })
	return list
}
