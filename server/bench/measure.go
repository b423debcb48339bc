package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"sync/atomic"
	"time"
)

// Names of the contestants, in the order of their turns.
const (
	isPortico  = "Portico"
	isRaw      = "raw SQL"
	isExecutor = "executor"
)

// contestant is a server with what it is asked.
type contestant struct {
	name  string
	addr  string
	meter meter
	shots func(work) shots
	next  atomic.Uint64
}

// Result is what one contestant did at one work: the medians of its turns.
type Result struct {
	Database   string  `json:"database"`
	Users      int     `json:"users"`
	Work       string  `json:"work"`
	Contestant string  `json:"contestant"`
	Rate       float64 `json:"rate"` // requests a second
	// CPU is seconds for 1,000 requests; below 0 where they could not be read.
	CPU float64 `json:"cpu"`
	P50 float64 `json:"p50"` // milliseconds
	P95 float64 `json:"p95"`
	// Peak is the most memory that it ever held up to here, in MB.
	Peak  float64 `json:"peak"`
	Turns []Turn  `json:"turns"`
}

// measure lets the contestants do every work on one hub.
func measure(ctx context.Context, o Options, database string, users int) ([]Result, error) {
	h, err := prepare(ctx, o, database, users)
	if err != nil {
		return nil, err
	}
	defer h.db.Close()
	s, err := h.look(ctx)
	if err != nil {
		return nil, err
	}
	three, stop, err := lineUp(ctx, o, h, s)
	defer stop()
	if err != nil {
		return nil, err
	}
	if err := mix(ctx, o, three); err != nil {
		return nil, err
	}
	var all []Result
	for _, w := range o.chosen() {
		fmt.Fprintf(os.Stderr, "%s, %d users, %s\n", database, users, w.name)
		some, err := interleave(ctx, o, h, w, three)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.name, err)
		}
		all = append(all, some...)
	}
	return all, nil
}

// mix asks each contestant everything that changes nothing, more than ten times on each connection: after some calls
// PostgreSQL may settle for another plan, and the measured time should be what stays.
func mix(ctx context.Context, o Options, three []*contestant) error {
	const calls = 12
	for _, c := range three {
		var all []shots
		for _, w := range o.chosen() {
			if !w.changes() {
				all = append(all, c.shots(w))
			}
		}
		if len(all) == 0 {
			continue
		}
		mixed := func(n uint64) []byte { return all[n%uint64(len(all))](n / uint64(len(all))) }
		_, err := load{c.addr, o.Connections, mixed, &c.next}.fire(ctx, 0, calls*len(all))
		if err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	return nil
}

// interleave gives each contestant its turn, again and again.
func interleave(ctx context.Context, o Options, h *hub, w work, three []*contestant) ([]Result, error) {
	turns := make([][]Turn, len(three))
	for range o.Rounds {
		for i, c := range three {
			t, err := c.turn(ctx, o, w)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.name, err)
			}
			turns[i] = append(turns[i], t)
		}
	}
	var all []Result
	for i, c := range three {
		r := Summary(turns[i])
		r.Database, r.Users, r.Work, r.Contestant, r.Peak = h.database, h.users, w.name, c.name, peak(c.meter.pids[0])
		all = append(all, r)
	}
	return all, nil
}

// warm is how long a contestant runs before its turn is counted, since another one had the caches meanwhile.
const warm = 300 * time.Millisecond

func (c *contestant) turn(ctx context.Context, o Options, w work) (Turn, error) {
	l := load{c.addr, o.Connections, c.shots(w), &c.next}
	if _, err := l.fire(ctx, warm, 1); err != nil {
		return Turn{}, err
	}
	before, unknown := c.meter.read()
	t, err := l.fire(ctx, o.Time, 2)
	if err != nil {
		return t, err
	}
	after, _ := c.meter.read()
	if t.CPU = after - before; unknown != nil {
		t.CPU = -1
	}
	return t, nil
}

// Summary is the medians of turns.
func Summary(turns []Turn) Result {
	of := func(value func(Turn) float64) float64 {
		var all []float64
		for _, t := range turns {
			all = append(all, value(t))
		}
		return Median(all)
	}
	return Result{
		Rate: of(func(t Turn) float64 { return float64(t.Requests) / t.Seconds }),
		CPU:  of(func(t Turn) float64 { return t.CPU / float64(t.Requests) * 1000 }),
		P50:  of(func(t Turn) float64 { return t.P50 }), P95: of(func(t Turn) float64 { return t.P95 }),
		Turns: turns,
	}
}

// Median of values; of an even number, the mean of the two in the middle.
func Median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func of(all []Result, database string) []Result {
	return slices.DeleteFunc(slices.Clone(all), func(r Result) bool { return r.Database != database })
}

// keep writes the results down.
func keep(file string, all []Result) error {
	if file == "" {
		return nil
	}
	text, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}
