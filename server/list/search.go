package list

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/server/fold"
)

// Search finds the rows whose folded text contains every word that was typed.
type Search struct {
	// Text is the column with all that is searched, folded.
	Text string
	// Index is the full-text table on SQLite; PostgreSQL has a trigram index on Text itself.
	Index string
	// Table is what is searched, for Weigh.
	Table string
	// Starts are sort keys: a word of one or two characters has no trigram and is looked for at their beginnings. Without
	// any, such words are looked for on the way along the list: a page of a common one is found near its beginning, and
	// only a rare one costs the whole way.
	Starts []string
	// Along makes SQLite walk the list by the index of its order, and look up each row among those that were found. It is
	// for a list that is filtered by another index: what is found would have to be sorted otherwise, however much it is.
	Along bool
	// Covered says that SQLite has an index of the list's order which holds the text, and so walks it without reading rows.
	Covered bool
	// Veiled, if set, are the rows of which the viewer may not search everything: behind fold.Veil their text is not looked at.
	Veiled func(*sql.Selector) *sql.Predicate
}

const (
	maxSearch = 200 // characters
	maxWords  = 8
	trigram   = 3
)

// Where is the predicate for what was typed, or nil when nothing was. It answers BAD_USER_INPUT for more than 200
// characters; words after the eighth are not looked at.
func (s Search) Where(typed string) (func(*sql.Selector), error) {
	words, err := split(typed)
	if err != nil || len(words) == 0 {
		return nil, err
	}
	indexed := hasTrigram(words)
	return func(q *sql.Selector) {
		for i, w := range words {
			switch long := utf8.RuneCountInString(w) >= trigram; {
			case long:
				q.Where(s.contains(q, w))
			case !indexed && i == 0 && len(s.Starts) > 0:
				q.Where(s.startsWith(q, w))
			default:
				q.Where(s.holds(q, w))
			}
		}
	}, nil
}

// Rarest says by which trigrams of some words an index finds the rows of a table that hold the words, and whether those are
// so many that walking along the list finds a page sooner. Where the planner knows such things it answers nothing.
type Rarest func(ctx context.Context, table, index string, words, trigrams []string) (by []string, walk bool, err error)

// Weighed is what was typed as predicates, by how common it is.
type Weighed struct {
	// Page is for reading the rows in an order that has an index, All for counting them; nil when nothing was typed.
	Page, All func(*sql.Selector)
	// OnePlan says that the database may plan a statement once for whatever was typed, on PostgreSQL.
	OnePlan bool
}

// Weigh is Where with the help of somebody who knows how common trigrams are: few are looked up, and every word is verified.
func (s Search) Weigh(ctx context.Context, typed string, weigh Rarest) (Weighed, error) {
	plain, err := s.Where(typed)
	words, _ := split(typed)
	if err != nil || !hasTrigram(words) {
		return Weighed{Page: plain, All: plain}, err
	}
	var every []string
	for _, w := range words {
		every = append(every, gramsOf(w)...)
	}
	slices.Sort(every)
	by, walk, err := weigh(ctx, s.Table, s.Index, words, slices.Compact(every))
	if err != nil || len(by) == 0 {
		return Weighed{Page: plain, All: plain}, err
	}
	walked := func(q *sql.Selector) {
		for _, w := range words {
			q.Where(s.verified(q, w))
		}
	}
	lookedUp := func(q *sql.Selector) {
		q.Where(s.matches(q, by))
		walked(q)
	}
	if walk && s.Covered {
		return Weighed{Page: func(q *sql.Selector) { q.Where(unlikely(q, s, words)) }, All: lookedUp}, nil
	}
	if walk {
		return Weighed{Page: walked, All: lookedUp}, nil
	}
	return Weighed{Page: lookedUp, All: lookedUp, OnePlan: true}, nil
}

// unlikely says that words stand in the text, and that few rows hold them: only then does SQLite's planner think of the
// index that holds the text, rather than of the smallest one, for which it reads every row.
func unlikely(q *sql.Selector, s Search, words []string) *sql.Predicate {
	held := make([]*sql.Predicate, len(words))
	for i, w := range words {
		held[i] = s.verified(q, w)
	}
	return sql.P(func(b *sql.Builder) { b.WriteString("unlikely(").Join(sql.And(held...)).WriteString(")") })
}

// gramsOf are the trigrams of a word.
func gramsOf(word string) (grams []string) {
	runes := []rune(word)
	for i := 0; i+trigram <= len(runes); i++ {
		grams = append(grams, string(runes[i:i+trigram]))
	}
	return grams
}

// Indexed reports that an index finds what was typed, since a word of it has a trigram.
func Indexed(typed string) bool {
	words, err := split(typed)
	return err == nil && hasTrigram(words)
}

func hasTrigram(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return utf8.RuneCountInString(w) >= trigram })
}

// contains finds a word of at least three characters by its trigrams and verifies it.
func (s Search) contains(q *sql.Selector, word string) *sql.Predicate {
	if q.Dialect() == dialect.Postgres {
		return s.holds(q, word)
	}
	return sql.And(s.matches(q, gramsOf(word)), s.holds(q, word))
}

// matches finds the rows that hold every one of some trigrams.
func (s Search) matches(q *sql.Selector, grams []string) *sql.Predicate {
	if q.Dialect() == dialect.Postgres {
		held := make([]*sql.Predicate, len(grams))
		for i, gram := range grams {
			held[i] = like(q.C(s.Text), gram)
		}
		return sql.And(held...)
	}
	quoted := make([]string, len(grams))
	for i, gram := range grams {
		quoted[i] = `"` + strings.ReplaceAll(gram, `"`, `""`) + `"`
	}
	return sql.P(func(b *sql.Builder) {
		if s.Along {
			b.WriteString("+") // no key to go by
		}
		b.Ident(q.C("id")).WriteString(" IN (SELECT rowid FROM ").Ident(s.Index).WriteString(" WHERE ").Ident(s.Index).
			WriteString(" MATCH ").Arg(strings.Join(quoted, " AND ")).WriteString(")")
	})
}

// startsWith finds a short word at the beginning of a key, each by a range of its index.
func (s Search) startsWith(q *sql.Selector, word string) *sql.Predicate {
	from, to := []byte(word), after(word)
	any := make([]*sql.Predicate, len(s.Starts))
	for i, key := range s.Starts {
		any[i] = sql.And(sql.GTE(q.C(key), from), sql.LT(q.C(key), to))
	}
	return sql.Or(any...)
}

// after is the first key behind all that start with word. No text holds the byte 0xff.
func after(word string) []byte { return append([]byte(word), 0xff) }

// holds says that a word stands in the text, or in so much of it as the viewer may search.
func (s Search) holds(q *sql.Selector, word string) *sql.Predicate {
	return s.unveiled(q, word, like(q.C(s.Text), word))
}

// verified is holds for rows that are found by other means: PostgreSQL would look up each trigram of a LIKE.
func (s Search) verified(q *sql.Selector, word string) *sql.Predicate {
	if q.Dialect() != dialect.Postgres {
		return s.holds(q, word)
	}
	return s.unveiled(q, word, sql.P(func(b *sql.Builder) {
		b.WriteString("strpos(").Ident(q.C(s.Text)).WriteString(", ").Arg(word).WriteString(") > 0")
	}))
}

// unveiled narrows what was found to rows in which the word stands in what the viewer may search.
func (s Search) unveiled(q *sql.Selector, word string, found *sql.Predicate) *sql.Predicate {
	if s.Veiled == nil {
		return found
	}
	before := func(b *sql.Builder) { // all the text without a veil
		text := q.C(s.Text)
		if q.Dialect() == dialect.Postgres {
			b.WriteString("split_part(").Ident(text).WriteString(", chr(31), 1)")
			return
		}
		b.WriteString("substr(").Ident(text).WriteString(", 1, instr(").Ident(text).WriteString(" || char(31), char(31)) - 1)")
	}
	shown := sql.P(func(b *sql.Builder) {
		before(b)
		b.WriteString(" LIKE ").Arg(pattern(word)).WriteString(` ESCAPE '\'`)
	})
	return sql.And(found, sql.Or(sql.Not(s.Veiled(q)), shown))
}

// like is a plain substring match; the wildcards of what was typed mean themselves.
func like(column, word string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(column).WriteString(" LIKE ").Arg(pattern(word)).WriteString(` ESCAPE '\'`)
	})
}

func pattern(word string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(word) + "%"
}

// Matching is Where for a short list without a full-text index: every word anywhere in the text.
func (s Search) Matching(typed string) (func(*sql.Selector), error) {
	words, err := split(typed)
	if err != nil || len(words) == 0 {
		return nil, err
	}
	return func(q *sql.Selector) {
		for _, w := range words {
			q.Where(like(q.C(s.Text), w))
		}
	}, nil
}

// split is what was typed as folded words.
func split(typed string) ([]string, error) {
	if utf8.RuneCountInString(typed) > maxSearch {
		return nil, badPage("Search for at most 200 characters.")
	}
	words := strings.Fields(fold.Text(typed))
	return words[:min(len(words), maxWords)], nil
}
