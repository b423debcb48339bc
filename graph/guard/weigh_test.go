package guard_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/portico-hub/portico/graph/guard"
)

func weigh(t testing.TB, query string, variables map[string]any) guard.Weight {
	t.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	return guard.Weigh(schema, doc, doc.Operations[0], variables)
}

// bomb is n fragments, each spreading the next one twice: 2^n visits for whoever follows every spread.
func bomb(n int) string {
	var b strings.Builder
	b.WriteString("{...f0}")
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on Query{...f%d ...f%d}", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "fragment f%d on Query{__typename}", n)
	return b.String()
}

func TestFragmentBomb(t *testing.T) {
	t.Run("26 nested fragments are 54 visits, and refused", func(t *testing.T) {
		w := weigh(t, bomb(26), nil)
		if w.Visits != 54 || w.Cost < guard.MaxCost {
			t.Fatalf("got %+v", w)
		}
		wants(t, ask(stranger, bomb(26), nil), dear)
		wants(t, ask(signedIn, bomb(26), nil), dear)
	})
	t.Run("visits grow with the length alone", func(t *testing.T) {
		for _, n := range []int{1, 10, 100, 300} {
			if w := weigh(t, bomb(n), nil); w.Visits != 2*n+2 {
				t.Errorf("%d fragments took %d visits", n, w.Visits)
			}
		}
	})
	t.Run("one that spreads itself is refused by its place, not walked for ever", func(t *testing.T) {
		err := ask(signedIn, `{viewer{user{...A}}} fragment A on User{...B} fragment B on User{id ...A}`, nil)
		wants(t, err, input)
		wantsMessage(t, err, "within itself")
	})
	t.Run("many operations over one large fragment are refused before they are validated", func(t *testing.T) {
		query := strings.Repeat("query a{...F}", 400) + "fragment F on Query{" + strings.Repeat("viewer{reach}", 500) + "}"
		if w := weigh(t, query, nil); w.Work < guard.MaxWork {
			t.Fatalf("got %+v", w)
		}
		wants(t, ask(signedIn, query, nil), input) // no operation is named; nothing was validated to find that out
	})
	t.Run("a field repeated thousands of times is refused", func(t *testing.T) {
		wants(t, ask(signedIn, "{viewer{"+strings.Repeat("reach ", 4_000)+"}}", nil), dear)
	})
}

func TestCost(t *testing.T) {
	const page = `{users(first:%d){edges{node{id groups(first:%d){edges{node{id}}}}}}}`
	t.Run("multiplies by first, level by level", func(t *testing.T) {
		// 1+10 + 50×(edges 1 + node 1 + id 1 + groups (1+10 + 20×3))
		if w := weigh(t, fmt.Sprintf(page, 50, 20), nil); w.Cost != 11+50*(3+11+60) {
			t.Fatalf("got %d", w.Cost)
		}
		wants(t, ask(signedIn, fmt.Sprintf(page, 100, 100), nil), none)
	})
	t.Run("stops at a limit", func(t *testing.T) {
		deep := `{users(first:100){edges{node{groups(first:100){edges{node{users(first:100){edges{node{id}}}}}}}}}}`
		wants(t, ask(signedIn, deep, nil), dear)
		wants(t, ask(stranger, deep, nil), dear)
	})
	t.Run("counts aliases", func(t *testing.T) {
		var b strings.Builder
		for i := range 60 {
			fmt.Fprintf(&b, "a%d:%s", i, strings.Trim(fmt.Sprintf(page, 100, 20), "{}")+"}}}}}}")
		}
		wants(t, ask(signedIn, "{"+b.String()+"}", nil), dear)
	})
	t.Run("counts through variables and their defaults", func(t *testing.T) {
		query := `query($n:Int=100){users(first:$n){edges{node{id}}}}`
		for want, variables := range map[int]map[string]any{
			11 + 100*3: nil,
			11 + 7*3:   {"n": json.Number("7")},
			11 + 8*3:   {"n": 8},
			11 + 9*3:   {"n": 9.0},
		} {
			if w := weigh(t, query, variables); w.Cost != want {
				t.Errorf("%v costs %d, want %d", variables, w.Cost, want)
			}
		}
	})
	t.Run("allows few roots for a stranger, more for the signed-in", func(t *testing.T) {
		roots := func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "a%d:__typename ", i)
			}
			return "{...F} fragment F on Query{" + b.String() + "}"
		}
		wants(t, ask(stranger, roots(20), nil), none)
		wants(t, ask(stranger, roots(21), nil), dear)
		wants(t, ask(signedIn, roots(100), nil), none)
		wants(t, ask(signedIn, roots(101), nil), dear)
	})
}

func TestPage(t *testing.T) {
	t.Run("every connection of the schema needs first or last", func(t *testing.T) {
		for _, f := range schema.Query.Fields {
			if !strings.HasSuffix(f.Type.Name(), "Connection") {
				continue
			}
			err := ask(signedIn, "{"+f.Name+"{pageInfo{hasNextPage}}}", nil)
			wants(t, err, input)
			wantsMessage(t, err, f.Name)
		}
	})
	t.Run("inside others too", func(t *testing.T) {
		wantsMessage(t, ask(signedIn, `{users(first:1){edges{node{groups{edges{node{id}}}}}}}`, nil), `"groups"`)
	})
	refused := map[string]string{
		"101":            `{users(first:101){edges{node{id}}}}`,
		"a negative one": `{users(last:-1){edges{node{id}}}}`,
		"a vast one":     `{users(first:99999999999){edges{node{id}}}}`,
		"null":           `{users(first:null){edges{node{id}}}}`,
		"both":           `{users(first:1,last:1){edges{node{id}}}}`,
	}
	for name, query := range refused {
		t.Run("refuses "+name, func(t *testing.T) { wants(t, ask(signedIn, query, nil), input) })
	}
	t.Run("refuses a variable that is too large, missing or no number", func(t *testing.T) {
		query := `query($n:Int){users(first:$n){edges{node{id}}}}`
		for _, n := range []any{101, json.Number("101"), "101", nil, true, 1.5} {
			wants(t, ask(signedIn, query, map[string]any{"n": n}), input)
		}
		wants(t, ask(signedIn, query, nil), input)
	})
	t.Run("allows 0, to count", func(t *testing.T) {
		wants(t, ask(signedIn, `{users(first:0){totalCount}}`, nil), none)
	})
	t.Run("allows at most 100 ids", func(t *testing.T) {
		query := `query($ids:[ID!]!){nodes(ids:$ids){id}}`
		ids := func(n int) map[string]any {
			list := make([]any, n)
			for i := range list {
				list[i] = "x"
			}
			return map[string]any{"ids": list}
		}
		wants(t, ask(signedIn, query, ids(100)), none)
		wants(t, ask(signedIn, query, ids(101)), input)
	})
}

func TestValues(t *testing.T) {
	refused := map[string]string{
		"NUL in a literal":            `{userByEmail(email:"a\u0000b"){id}}`,
		"an id beyond 64 bits":        `{node(id:99999999999999999999999){id}}`,
		"a default beyond 64 bits":    `query($id:ID!=99999999999999999999999){node(id:$id){id}}`,
		"a float beyond all measures": `{node(id:1e9999){id}}`,
		"a deferred fragment":         `{viewer{...@defer{reach}}}`,
	}
	for name, query := range refused {
		t.Run("refuses "+name, func(t *testing.T) { wants(t, ask(signedIn, query, nil), input) })
	}
	t.Run("refuses NUL anywhere in the variables", func(t *testing.T) {
		query := `mutation($input:CreateUserInput!){createUser(input:$input){user{id}}}`
		user := map[string]any{"email": "a@example.org", "firstName": "A", "lastName": "B"}
		wants(t, ask(signedIn, query, map[string]any{"input": user}), none)
		user["newGroupNames"] = []any{"a\x00b"}
		wants(t, ask(signedIn, query, map[string]any{"input": user}), input)
	})
}
