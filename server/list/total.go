package list

import (
	"context"
	"math"
	"sync"

	"entgo.io/ent/dialect/sql"
)

// MaxExact is how far a list is counted one by one unless its exact length is asked for.
const MaxExact = 50_000

// Slices of the keys that a sample looks at, and how many keys each has.
const (
	sampled   = 200
	sliceKeys = 50
)

// Total says how many rows a list has, when somebody asks; each way of counting runs once.
type Total struct {
	// Count counts the rows that also meet where, if it is not nil, and stops at limit, if it is not 0.
	Count func(ctx context.Context, where func(*sql.Selector), limit int) (int, error)
	// Span is the highest key there is, in or out of the list.
	Span func(ctx context.Context) (int64, error)
	// Key is the column of the keys.
	Key string
	// ExactOnly says that nobody asked for less than the exact number.
	ExactOnly bool

	exact, about once
}

type once struct {
	sync.Once
	n        int
	estimate bool
	err      error
}

// Exact counts the whole list. It takes as long as the list is long.
func (t *Total) Exact(ctx context.Context) (int, error) {
	t.exact.Do(func() { t.exact.n, t.exact.err = t.Count(ctx, nil, 0) })
	return t.exact.n, t.exact.err
}

// About counts exactly to MaxExact; a longer list is estimated, from a sample of all keys, to two digits.
func (t *Total) About(ctx context.Context) (n int, estimate bool, err error) {
	t.about.Do(func() { t.about.n, t.about.estimate, t.about.err = t.countAbout(ctx) })
	return t.about.n, t.about.estimate, t.about.err
}

func (t *Total) countAbout(ctx context.Context) (n int, estimate bool, err error) {
	n, err = t.Count(ctx, nil, MaxExact+1)
	if err != nil || n <= MaxExact {
		return n, false, err
	}
	highest, err := t.Span(ctx)
	if err != nil {
		return 0, false, err
	}
	if highest <= sampled*sliceKeys {
		n, err = t.Count(ctx, nil, 0)
		return n, false, err
	}
	found, err := t.Count(ctx, t.sample(highest), 0)
	if err != nil {
		return 0, false, err
	}
	guess := float64(found) / (sampled * sliceKeys) * float64(highest)
	return max(rounded(guess), MaxExact+1), true, nil
}

// sample restricts a query to slices that lie evenly among all keys. They are read first, whatever else is asked for: a
// database that takes a user for one with ten rows would rather compare each of a million with every slice.
func (t *Total) sample(highest int64) func(*sql.Selector) {
	return func(s *sql.Selector) {
		all := sql.Dialect(s.Dialect()).Table(s.TableName())
		key, step := all.C(t.Key), highest/sampled
		parts := make([]*sql.Predicate, sampled)
		for i := range parts {
			from := int64(i)*step + (step-sliceKeys)/2 + 1
			parts[i] = sql.And(sql.GTE(key, from), sql.LT(key, from+sliceKeys))
		}
		slices := sql.Dialect(s.Dialect()).Select().From(all).Where(sql.Or(parts...)).Limit(sampled * sliceKeys)
		s.From(slices.As(s.TableName()))
	}
}

// rounded keeps two digits: more would claim to know what a sample does not.
func rounded(n float64) int {
	if n < 1 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(n))-1)
	return int(math.Round(n/unit) * unit)
}

// Rows makes an aggregate that counts the rows which a query with a limit finds: COUNT alone would pay the limit no
// heed.
func Rows(key string) func(*sql.Selector) string {
	return func(s *sql.Selector) string {
		found := s.Clone()
		found.Select(found.C(key))
		*s = *sql.Dialect(s.Dialect()).Select().From(found.As("found"))
		return sql.Count("*")
	}
}
