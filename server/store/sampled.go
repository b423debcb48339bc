package store

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/jackc/pgx/v5"
)

const (
	// sampledRows are read to learn how common trigrams are; a table of fewer than fewToSample answers fast in any way.
	sampledRows = 2_500
	fewToSample = 4 * sampledRows
	// sampleLife is how long a sample is good for.
	sampleLife = time.Hour
	// commonHits in the sample hold words of which a page is soon found by walking: PostgreSQL's planner knows those.
	commonHits = 3
	// entriesPerRow is how many entries of the index are read in the time that one row takes.
	entriesPerRow = 48
	// dear is the cost from which the planner's way may be as good.
	dear = 500
)

// samples remembers rows of PostgreSQL's tables, by their table.
type samples struct {
	mu   sync.Mutex
	seen map[string]*sample
}

// sample is some rows' text, and which of them hold a trigram.
type sample struct {
	at      time.Time
	texts   []string
	holding map[string][]uint16
}

// sampledRarest says by which trigrams PostgreSQL's index finds the rows that hold words. GIN reads the rows of all
// trigrams that it is asked for, which for a long word of a big table are most of the index: the two or three that are
// rarest find hardly more. It answers nothing where the planner does well: for few rows, short words and common ones.
func (s *Store) sampledRarest(ctx context.Context, table string, words, trigrams []string) ([]string, error) {
	usable := slices.DeleteFunc(slices.Clone(trigrams), func(gram string) bool {
		// PostgreSQL's trigrams stop at what is no letter and no digit.
		return strings.ContainsFunc(gram, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	})
	if len(usable) < 2 {
		return nil, nil
	}
	known, err := s.sampled(ctx, table)
	if err != nil || len(known.texts) == 0 {
		return nil, err
	}
	return known.rarest(words, trigrams, usable), nil
}

// rarest chooses among the usable trigrams: first the rarest, then what makes looking up cheaper. They are at least two:
// whatever they are, PostgreSQL expects few rows then, and one plan serves all.
func (known *sample) rarest(words, trigrams, usable []string) (by []string) {
	hits := slices.DeleteFunc(known.rows(trigrams), func(row uint16) bool {
		return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(known.texts[row], w) })
	})
	if len(hits) >= commonHits {
		return nil
	}
	least := math.Inf(1)
	for len(by) < bestGrams && len(usable) > 0 {
		next := slices.MinFunc(usable, func(a, b string) int {
			return cmp.Compare(known.cost(append(by, a)), known.cost(append(by, b)))
		})
		with := append(by, next)
		cost := known.cost(with)
		if cost >= least && len(by) >= 2 {
			break
		}
		usable = slices.DeleteFunc(usable, func(gram string) bool { return neighbours(gram, next) })
		by, least = with, min(least, cost)
	}
	if len(by) < 2 || least > dear {
		return nil
	}
	return by
}

// neighbours reports that two trigrams are the same, or stand side by side in a word: where the one is, the other often is.
func neighbours(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return slices.Equal(x, y) || slices.Equal(x[1:], y[:2]) || slices.Equal(y[1:], x[:2])
}

// cost is what it takes to find rows by some trigrams, in entries of the index as the sample has them: those of each
// trigram, and each row that holds all of them. Of these the sample shows the ones that are together more often than by
// chance, since they belong to one name; the others follow from how common each trigram is.
func (known *sample) cost(trigrams []string) float64 {
	entries, chance := 0, float64(len(known.texts))
	for _, gram := range trigrams {
		n := len(known.holding[gram])
		entries += n
		chance *= float64(n) / float64(len(known.texts))
	}
	return float64(entries) + entriesPerRow*max(chance, float64(len(known.rows(trigrams))))
}

// rows are those of the sample that hold every one of some trigrams.
func (known *sample) rows(trigrams []string) []uint16 {
	rows := slices.Clone(known.holding[trigrams[0]])
	for _, gram := range trigrams[1:] {
		rows = slices.DeleteFunc(rows, func(row uint16) bool {
			_, holds := slices.BinarySearch(known.holding[gram], row)
			return !holds
		})
	}
	return rows
}

// sampled is the sample of a table, taken anew when it is old. One caller takes it, the others wait some milliseconds.
func (s *Store) sampled(ctx context.Context, table string) (*sample, error) {
	s.samples.mu.Lock()
	defer s.samples.mu.Unlock()
	now := s.clock.Now()
	if known := s.samples.seen[table]; known != nil {
		if age := now.Sub(known.at); age >= 0 && age < sampleLife {
			return known, nil
		}
	}
	known, err := s.takeSample(ctx, table)
	if err != nil {
		return nil, err
	}
	known.at = now
	if s.samples.seen == nil {
		s.samples.seen = map[string]*sample{}
	}
	s.samples.seen[table] = known
	return known, nil
}

// takeSample reads rows from all over a table. One of a few rows has an empty sample.
func (s *Store) takeSample(ctx context.Context, table string) (*sample, error) {
	taken := &sample{holding: map[string][]uint16{}}
	var highest int64
	if err := s.Pool().QueryRow(ctx, `SELECT coalesce(max(id), 0) FROM "`+table+`"`).Scan(&highest); err != nil || highest < fewToSample {
		return taken, err
	}
	keys := make([]int64, sampledRows)
	for i := range keys {
		keys[i] = highest * int64(i+1) / sampledRows
	}
	rows, err := s.Pool().Query(ctx, `SELECT search FROM "`+table+`" WHERE id = ANY($1)`, keys)
	if err != nil {
		return nil, err
	}
	if taken.texts, err = pgx.CollectRows(rows, pgx.RowTo[string]); err != nil {
		return nil, err
	}
	for i, text := range taken.texts {
		taken.add(uint16(i), text)
	}
	return taken, nil
}

// add remembers the trigrams of a row, which comes after those before.
func (known *sample) add(row uint16, text string) {
	runes := []rune(text)
	for i := 0; i+3 <= len(runes); i++ {
		gram := string(runes[i : i+3])
		if rows := known.holding[gram]; len(rows) == 0 || rows[len(rows)-1] != row {
			known.holding[gram] = append(rows, row)
		}
	}
}
