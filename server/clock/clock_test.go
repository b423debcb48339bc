package clock_test

import (
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/clock"
)

var noon = time.Date(2026, 2, 28, 12, 0, 0, 123_456_789, time.FixedZone("CET", 3600))

func TestNow(t *testing.T) {
	t.Run("shows the time of the machine until it is moved", func(t *testing.T) {
		before := time.Now().Add(-time.Microsecond)
		got := clock.New().Now()
		if got.Before(before) || got.After(time.Now()) {
			t.Fatalf("got %v, want about %v", got, before)
		}
	})
	t.Run("works as a zero value", func(t *testing.T) {
		var c clock.Clock
		if time.Since(c.Now()) > time.Minute {
			t.Fatalf("got %v", c.Now())
		}
	})
	t.Run("is in UTC and has no more than microseconds", func(t *testing.T) {
		for _, c := range []*clock.Clock{clock.New(), clock.At(noon)} {
			got := c.Now()
			if got.Location() != time.UTC || got.Nanosecond()%1000 != 0 {
				t.Fatalf("got %v", got)
			}
		}
	})
}

func TestSet(t *testing.T) {
	t.Run("runs on from the time set", func(t *testing.T) {
		c := clock.At(noon)
		first := c.Now()
		time.Sleep(2 * time.Millisecond)
		gone := c.Now().Sub(first)
		if first.Sub(noon) > time.Minute || gone < time.Millisecond || gone > time.Minute {
			t.Fatalf("started at %v and moved by %v", first, gone)
		}
	})
	t.Run("may go back", func(t *testing.T) {
		c := clock.At(noon)
		c.Set(noon.AddDate(-1, 0, 0))
		if !c.Now().Before(noon) {
			t.Fatalf("got %v", c.Now())
		}
	})
}

func TestAdvance(t *testing.T) {
	t.Run("moves by the length given, and again from there", func(t *testing.T) {
		c := clock.At(noon)
		c.Advance(24 * time.Hour)
		got := c.Advance(time.Minute)
		want := noon.Add(24*time.Hour + time.Minute)
		if got.Sub(want).Abs() > 30*time.Second || c.Now().Before(got) {
			t.Fatalf("got %v, then %v, want %v", got, c.Now(), want)
		}
	})
	t.Run("moves a clock that was never set", func(t *testing.T) {
		c := clock.New()
		c.Advance(-time.Hour)
		if gone := time.Since(c.Now()); (gone - time.Hour).Abs() > time.Minute {
			t.Fatalf("is %v behind", gone)
		}
	})
	t.Run("loses no step of many callers at once", func(t *testing.T) {
		c := clock.At(noon)
		var all sync.WaitGroup
		for range 100 {
			all.Go(func() { c.Advance(time.Hour); c.Now() })
		}
		all.Wait()
		if got := c.Now().Sub(noon); got < 100*time.Hour || got > 101*time.Hour {
			t.Fatalf("moved by %v", got)
		}
	})
}
