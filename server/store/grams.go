package store

import (
	"cmp"
	"context"
	"math"
	"slices"
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
)

// Rarest orders trigrams by how many rows of a full-text table hold them, the rarest first. common says that even this
// one is held by so many that walking along an ordering and looking at each row finds a page sooner than looking up all
// that hold it. On PostgreSQL, whose planner knows such things, the answer is empty.
func (s *Store) Rarest(ctx context.Context, index string, trigrams []string) (rarest []string, common bool, err error) {
	if s.Dialect() != dialect.SQLite {
		return nil, false, nil
	}
	rows, err := s.occurs(ctx, "SELECT coalesce(max(rowid), 0) FROM "+index, index)
	if err != nil {
		return nil, false, err
	}
	// Walking costs pageRows × rows ÷ held rows, looking up costs held rows: they meet here.
	many := int(math.Sqrt(pageRows * float64(rows)))
	held := map[string]int{}
	for _, gram := range trigrams {
		quoted := `"` + strings.ReplaceAll(gram, `"`, `""`) + `"`
		held[gram], err = s.occurs(ctx, "SELECT count(*) FROM (SELECT 1 FROM "+index+" WHERE "+index+" MATCH ? LIMIT ?)", index+gram, quoted, many)
		if err != nil {
			return nil, false, err
		}
	}
	rarest = slices.SortedFunc(slices.Values(trigrams), func(a, b string) int { return cmp.Compare(held[a], held[b]) })
	rarest = slices.Compact(rarest)
	return rarest, len(rarest) > 0 && many > pageRows && held[rarest[0]] >= many, nil
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
