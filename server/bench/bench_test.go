package main_test

import (
	"errors"
	"flag"
	"slices"
	"strings"
	"testing"
	"time"

	bench "github.com/portico-hub/portico/server/bench"
)

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{{nil, 0}, {[]float64{7}, 7}, {[]float64{9, 1, 5}, 5}, {[]float64{4, 1, 3, 2}, 2.5}} {
		if got := bench.Median(c.values); got != c.want {
			t.Errorf("the median of %v is %v, not %v", c.values, got, c.want)
		}
	}
}

func TestSummary(t *testing.T) {
	r := bench.Summary([]bench.Turn{
		{Requests: 100, Seconds: 1, CPU: 0.5, P50: 8, P95: 20},
		{Requests: 300, Seconds: 1, CPU: 0.6, P50: 6, P95: 10},
		{Requests: 200, Seconds: 1, CPU: 0.8, P50: 7, P95: 90},
	})
	if r.Rate != 200 || r.CPU != 4 || r.P50 != 7 || r.P95 != 20 || len(r.Turns) != 3 {
		t.Errorf("the medians of the turns are %+v", r)
	}
}

func TestOptions(t *testing.T) {
	t.Run("sorts the sizes and takes lists apart", func(t *testing.T) {
		o, err := bench.ParseOptions(strings.Fields("--users 100000,10000 --databases sqlite --only W1,W3 --seconds 0.5 --rounds 2 --check"))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(o.Users, []int{10000, 100000}) || !slices.Equal(o.Only, []string{"W1", "W3"}) ||
			o.Time != 500*time.Millisecond || o.Rounds != 2 || !o.Check || o.Fresh || o.Connections != 8 {
			t.Errorf("understood as %+v", o)
		}
	})
	t.Run("refuses what makes no sense", func(t *testing.T) {
		for _, args := range []string{"--users many", "--users 10", "--databases oracle", "--only W9", "--seconds 0", "--rounds 0", "--connections 0", "W1"} {
			if _, err := bench.ParseOptions(append([]string{"--postgres", "postgres://somewhere/"}, strings.Fields(args)...)); err == nil {
				t.Errorf("%s is taken", args)
			}
		}
	})
	t.Run("needs a PostgreSQL to measure one", func(t *testing.T) {
		if _, err := bench.ParseOptions([]string{"--postgres", ""}); err == nil || !strings.Contains(err.Error(), "PORTICO_TEST_POSTGRES_URL") {
			t.Errorf("said %v", err)
		}
	})
	t.Run("explains itself", func(t *testing.T) {
		if _, err := bench.ParseOptions([]string{"--help"}); !errors.Is(err, flag.ErrHelp) || !strings.Contains(bench.Usage(), "connections") {
			t.Errorf("said %v", err)
		}
	})
}

// measured is one work on two sizes of hub; cpu is Portico's on each.
func measured(work string, small, large float64) (all []bench.Result) {
	for users, cpu := range map[int]float64{1000: small, 100000: large} {
		all = append(all,
			bench.Result{Database: "sqlite", Users: users, Work: work, Contestant: "Portico", CPU: cpu, Rate: 400, P50: 2, P95: 3.25, Peak: 48},
			bench.Result{Database: "sqlite", Users: users, Work: work, Contestant: "raw SQL", CPU: 0.5, Rate: 1000},
			bench.Result{Database: "sqlite", Users: users, Work: work, Contestant: "executor", CPU: 1.5, Rate: 900})
	}
	return all
}

func TestTable(t *testing.T) {
	all := measured("W1 first page", 3, 3)
	table := bench.Table(slices.DeleteFunc(all, func(r bench.Result) bool { return r.Users != 1000 }))
	for _, part := range []string{"### sqlite, 1000 users", "| W1 first page | 400 · 3.00 | 2.0, 3.2 | 1000 · 0.50 | 900 · 1.50 | 2.00 | 1.50 | 6.00 | ≤ 1.5 × limit |", "at most 48 MB"} {
		if !strings.Contains(table, part) {
			t.Errorf("the table lacks %q:\n%s", part, table)
		}
	}
	t.Run("shows growth from the smallest to the largest", func(t *testing.T) {
		growth := bench.GrowthTable(measured("W1 deep", 2, 5))
		if !strings.Contains(growth, "| W1 deep | 2.00 | 5.00 | 2.50 | 1.00 | ≤ 1.3 |") {
			t.Error(growth)
		}
	})
	t.Run("shows rates alone where CPU cannot be read", func(t *testing.T) {
		all := measured("W4 one user", 3, 3)[:3]
		for i := range all {
			all[i].CPU = -1
		}
		if table := bench.Table(all); !strings.Contains(table, "| 400 · ? |") || len(bench.Missed(all)) > 0 {
			t.Error(table)
		}
	})
}

func TestMissed(t *testing.T) {
	for _, c := range []struct {
		work         string
		small, large float64
		says         []string
	}{
		{"W1 first page", 3, 3, nil},
		{"W1 first page", 3, 3.1, []string{"100000 users: W1 first page misses its goal: the CPU to the limit is 1.55, not 1.5"}},
		{"W2 common", 1.5, 2.4, []string{"the growth is 1.60, not 1.5"}},
		{"W4 one user", 1.5, 1.6, []string{"the CPU to raw SQL is 3.20, not 3"}},
		{"W5 create", 1, 1, []string{"the rate to raw SQL is 0.40, not 0.5", "the rate to raw SQL is 0.40, not 0.5"}},
	} {
		missed := bench.Missed(measured(c.work, c.small, c.large))
		if len(missed) != len(c.says) {
			t.Errorf("%s at %v and %v: %q", c.work, c.small, c.large, missed)
			continue
		}
		for i, part := range c.says {
			if !strings.Contains(missed[i], part) {
				t.Errorf("%s: %q lacks %q", c.work, missed[i], part)
			}
		}
	}
}
