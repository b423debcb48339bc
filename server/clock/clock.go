// Package clock tells the time to everything whose rules depend on it, so that a test can move it.
//
// Nothing else in Portico asks the operating system for the time when a rule hangs on the answer: expiry, schedules,
// retries and one-time codes all take a *Clock. It imports nothing of ours.
package clock

import (
	"sync"
	"time"
)

// Clock is the time as Portico sees it. Its zero value shows the time of the machine. It is safe for concurrent use.
type Clock struct {
	mu    sync.RWMutex
	moved bool
	shown time.Time // what the clock showed when it was moved
	real  time.Time // when it was moved, with the monotonic reading, so that it runs on evenly
}

// New returns a clock that shows the time of the machine.
func New() *Clock { return &Clock{} }

// At returns a clock that shows t and runs on from there.
func At(t time.Time) *Clock {
	c := New()
	c.Set(t)
	return c
}

// Now is the current time in UTC, cut to microseconds: the finest step that both databases keep, so that a time read
// back equals the time written.
func (c *Clock) Now() time.Time {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.now().UTC().Truncate(time.Microsecond)
}

// Set moves the clock to t, which may lie in the past; it runs on from there.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.moved, c.shown, c.real = true, t, time.Now()
}

// Advance moves the clock by d, which may be negative, and returns the time it then shows.
func (c *Clock) Advance(d time.Duration) time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	shown := c.now().Add(d)
	c.moved, c.shown, c.real = true, shown, time.Now()
	return shown.UTC().Truncate(time.Microsecond)
}

// now needs the lock. A clock that was never moved follows the wall clock, corrections by NTP included; one that was
// moved adds the monotonic time gone by.
func (c *Clock) now() time.Time {
	if !c.moved {
		return time.Now()
	}
	return c.shown.Add(time.Since(c.real))
}

// Moved reports whether the clock was ever set: then it is not the machine's time any more.
func (c *Clock) Moved() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.moved
}
