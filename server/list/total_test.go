package list_test

import (
	"context"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/server/list"
)

// numbers is a made-up table whose keys run from 1 to highest and of which every nth row is in the list.
type numbers struct {
	highest, nth int
	counts       int
}

func (t *numbers) total() *list.Total {
	return &list.Total{
		Key: "id",
		Count: func(_ context.Context, where func(*sql.Selector), limit int) (n int, _ error) {
			t.counts++
			if where == nil {
				n = t.highest / t.nth
			} else {
				n = t.sampled(where)
			}
			if limit > 0 {
				n = min(n, limit)
			}
			return n, nil
		},
		Span: func(context.Context) (int64, error) { return int64(t.highest), nil },
	}
}

// sampled counts the keys in the ranges that a predicate names.
func (t *numbers) sampled(where func(*sql.Selector)) (n int) {
	s := sql.Dialect(dialect.SQLite).Select("id").From(sql.Table("t"))
	where(s)
	_, args := s.Query()
	for i := 0; i < len(args); i += 2 {
		for key := args[i].(int64); key < args[i+1].(int64); key++ {
			if key >= 1 && key <= int64(t.highest) && key%int64(t.nth) == 0 {
				n++
			}
		}
	}
	return n
}

func TestTotal(t *testing.T) {
	for _, c := range []struct {
		name         string
		highest, nth int
		least, most  int
		isEstimate   bool
		countsAtMost int
	}{
		{"an empty list is counted", 0, 1, 0, 0, false, 1},
		{"50,000 are counted", 50_000, 1, 50_000, 50_000, false, 1},
		{"one more is estimated", 50_001, 1, 50_001, 51_000, true, 2},
		{"a million is estimated", 1_000_000, 1, 1_000_000, 1_000_000, true, 2},
		{"a tenth of a million is estimated", 1_000_000, 10, 95_000, 105_000, true, 2},
		{"a list of a hundredth is counted", 1_000_000, 100, 10_000, 10_000, false, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := &numbers{highest: c.highest, nth: c.nth}
			total := rows.total()
			for range 2 {
				n, estimate, err := total.About(t.Context())
				if err != nil || n < c.least || n > c.most || estimate != c.isEstimate {
					t.Errorf("about %d, an estimate: %v, error: %v", n, estimate, err)
				}
			}
			if rows.counts > c.countsAtMost {
				t.Errorf("it counted %d times", rows.counts)
			}
			if n, err := total.Exact(t.Context()); err != nil || n != c.highest/c.nth {
				t.Errorf("exactly %d, error: %v", n, err)
			}
		})
	}
}

// COUNT pays a limit no heed, so the rows are limited before they are counted.
func TestRows(t *testing.T) {
	s := sql.Dialect(dialect.SQLite).Select("id", "name").From(sql.Table("t")).Where(sql.EQ("name", "Ana")).Limit(7)
	s.Select(list.Rows("id")(s))
	text, _ := s.Query()
	if !strings.HasPrefix(text, "SELECT COUNT(*) FROM (SELECT") || !strings.Contains(text, "LIMIT 7)") {
		t.Error(text)
	}
}
