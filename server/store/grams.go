package store

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"entgo.io/ent/dialect"
)

// grams remembers how many rows hold a trigram: SQLite's planner cannot know.
type grams struct {
	mu   sync.Mutex
	seen map[string]occurrence
}

type occurrence struct {
	n  int
	at time.Time
}

const (
	// gramLife is how long a number is good for: a trigram does not become common in minutes.
	gramLife = 10 * time.Minute
	maxGrams = 20_000
	// pageRows is what a list shows at once, for weighing two ways to find it.
	pageRows = 50
	// fewRows hold a trigram that is rare enough to go by, beside another one.
	fewRows = 500
	// someRows hold a trigram that is worth to be told from those that nearly everybody has. Counting so far takes some
	// milliseconds, once.
	someRows = 16_384
	// bestGrams are looked up together where none is rare, yet some are not common; mostGrams where all are.
	bestGrams = 3
	mostGrams = 8
	// looks is how many of those that hold all trigrams are looked at, to learn how many hold the words.
	looks = 300
)

// Rarest says by which trigrams of some words an index of search finds the rows of a table that hold the words. On SQLite
// these are two that are rare, the three rarest where none is, or many together where all are common; walk says that so many
// rows hold the words that going along an ordering and looking at each row finds a page sooner. On PostgreSQL, whose planner
// knows what is common, the answer is empty but for rare words of many trigrams. index is SQLite's full-text table.
func (s *Store) Rarest(ctx context.Context, table, index string, words, trigrams []string) (by []string, walk bool, err error) {
	if s.Dialect() != dialect.SQLite {
		by, err = s.sampledRarest(ctx, table, words, trigrams)
		return by, false, err
	}
	for _, gram := range trigrams {
		n, err := s.holding(ctx, index, fewRows, gram)
		if err != nil {
			return nil, false, err
		}
		if n < fewRows {
			if by = append(by, gram); len(by) == 2 {
				return by, false, nil
			}
		}
	}
	if len(by) > 0 {
		return by, false, nil
	}
	by, least, err := s.best(ctx, index, trigrams)
	if err != nil {
		return nil, false, err
	}
	walk, err = s.common(ctx, index, words, by, least)
	return by, walk, err
}

// best are the trigrams to go by where none is rare: what is read is as long as their lists together, and least is the
// length of the shortest.
func (s *Store) best(ctx context.Context, index string, trigrams []string) (by []string, least int, err error) {
	type counted struct {
		gram string
		n    int
	}
	all := make([]counted, len(trigrams))
	for i, gram := range trigrams {
		if all[i].n, err = s.holding(ctx, index, someRows, gram); err != nil {
			return nil, 0, err
		}
		all[i].gram = gram
	}
	slices.SortStableFunc(all, func(a, b counted) int { return cmp.Compare(a.n, b.n) })
	if all[0].n >= someRows {
		return spread(trigrams, mostGrams), someRows, nil
	}
	for _, one := range all[:min(len(all), bestGrams)] {
		by = append(by, one.gram)
	}
	return by, all[0].n, nil
}

// common reports that the rows which hold words are so many that walking meets a page of them sooner. Walking costs a
// page's rows × all rows ÷ those that hold the words, looking up costs all that hold the trigrams: they meet at the root.
// least is how many hold the rarest trigram, as far as it was counted.
func (s *Store) common(ctx context.Context, index string, words, trigrams []string, least int) (bool, error) {
	rows, err := s.occurs(ctx, "SELECT coalesce(max(rowid), 0) FROM "+index, index)
	if err != nil {
		return false, err
	}
	many := int(math.Sqrt(pageRows * float64(rows)))
	if least < min(many, someRows) {
		return false, nil
	}
	held, err := s.holding(ctx, index, many, trigrams...)
	if err != nil || held < many || many <= pageRows {
		return false, err
	}
	// The trigrams may stand in a row without the words: a few are looked at.
	query := "SELECT count(*) FROM (SELECT search FROM " + index + " WHERE " + index + " MATCH ? LIMIT ?) WHERE true"
	args := []any{conjunction(trigrams), looks}
	for _, word := range words {
		query, args = query+" AND instr(search, ?) > 0", append(args, word)
	}
	hits, err := s.occurs(ctx, query, strings.Join(append([]string{index, "words"}, words...), "\x00"), args...)
	return hits >= looks/4, err
}

// holding counts the rows that hold all of some trigrams, to a limit.
func (s *Store) holding(ctx context.Context, index string, limit int, trigrams ...string) (int, error) {
	key := strings.Join(append([]string{index, strconv.Itoa(limit)}, trigrams...), "\x00")
	return s.occurs(ctx, "SELECT count(*) FROM (SELECT 1 FROM "+index+" WHERE "+index+" MATCH ? LIMIT ?)", key, conjunction(trigrams), limit)
}

// conjunction is the full-text query for rows that hold all of some trigrams.
func conjunction(trigrams []string) string {
	quoted := make([]string, len(trigrams))
	for i, gram := range trigrams {
		quoted[i] = `"` + strings.ReplaceAll(gram, `"`, `""`) + `"`
	}
	return strings.Join(quoted, " AND ")
}

// spread are at most n of some, from all over them.
func spread(all []string, n int) (some []string) {
	for i := range min(n, len(all)) {
		some = append(some, all[i*len(all)/min(n, len(all))])
	}
	return some
}

// occurs is one number, asked for again when it is old.
func (s *Store) occurs(ctx context.Context, query, key string, args ...any) (int, error) {
	now := s.clock.Now()
	s.grams.mu.Lock()
	known, ok := s.grams.seen[key]
	s.grams.mu.Unlock()
	if age := now.Sub(known.at); ok && age >= 0 && age < gramLife {
		return known.n, nil
	}
	n, err := queryInt(ctx, s.engine.reader(), query, args...)
	if err != nil {
		return 0, err
	}
	s.grams.mu.Lock()
	defer s.grams.mu.Unlock()
	if s.grams.seen == nil || len(s.grams.seen) >= maxGrams {
		s.grams.seen = map[string]occurrence{}
	}
	s.grams.seen[key] = occurrence{int(n), now}
	return int(n), nil
}
