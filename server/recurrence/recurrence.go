// Package recurrence says on which dates something comes again: a rule of RFC 5545 in a time zone. The time of day on the
// wall is kept over both changes of the clocks. It imports nothing of ours.
package recurrence

import (
	"time"

	"github.com/teambition/rrule-go"
)

// Dates lie between these: a rule is never followed further.
var (
	Earliest = time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	Latest   = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
)

// horizon is where looking for a date ends, so that a rule without one is found out.
var horizon = Latest.AddDate(100, 0, 0)

// Series is a rule with its first date and its zone.
type Series struct {
	rule  rule
	zone  *time.Location
	first time.Time
	walk  *rrule.RRule
}

// New is the series of a rule from first on. The rule's first date at or after first begins it: RFC 5545 wants the first
// date to be one of the rule's. An error is a Problem.
func New(text string, zone *time.Location, first time.Time) (*Series, error) {
	first = first.Truncate(time.Second)
	if first.Before(Earliest) || !first.Before(Latest) {
		return nil, Problem("Choose a date between 1900 and 2199.")
	}
	parsed, err := parse(text, zone)
	if err != nil {
		return nil, err
	}
	s := &Series{rule: parsed, zone: zone, first: first}
	if err := s.begin(wall(first, zone)); err != nil {
		return nil, err
	}
	begins := s.walk.After(wall(first, zone), true)
	switch {
	case begins.IsZero():
		return nil, Problem("This rule has no date from the first one on.")
	case !begins.Equal(wall(first, zone)):
		s.first = at(begins, zone)
		return s, s.begin(begins)
	}
	return s, nil
}

// begin makes the walk over the dates, as they stand on the wall.
func (s *Series) begin(from time.Time) error {
	option := s.rule.option
	option.Dtstart = from
	if option.Until.IsZero() {
		option.Until = horizon
	} else {
		option.Until = wall(option.Until, s.zone)
	}
	walk, err := rrule.NewRRule(option)
	if err != nil {
		return Problem("This rule has a value that no calendar has.")
	}
	s.walk = walk
	return nil
}

// First is the first date.
func (s *Series) First() time.Time { return s.first }

// Text is the rule as it is stored, without a first date: "FREQ=WEEKLY;BYDAY=MO".
func (s *Series) Text() string { return s.rule.text }

// After is the first date after t; false if there is none any more.
func (s *Series) After(t time.Time) (time.Time, bool) {
	if t.Before(s.first) {
		return s.first, true
	}
	// The wall may stand up to some hours before or behind t where clocks change.
	for from := wall(t, s.zone).Add(-6 * time.Hour); ; {
		next := s.walk.After(from, false)
		if next.IsZero() {
			return time.Time{}, false
		}
		// The first date may be the later of two that look the same on the wall.
		if date := at(next, s.zone); date.After(t) && date.After(s.first) {
			return date, true
		}
		from = next
	}
}

// Last is the last date that is not after t; false if t is before the first.
func (s *Series) Last(t time.Time) (time.Time, bool) {
	if t.Before(s.first) {
		return time.Time{}, false
	}
	for from := wall(t, s.zone).Add(6 * time.Hour); ; {
		last := s.walk.Before(from, true)
		if last.IsZero() || !last.After(wall(s.first, s.zone)) {
			return s.first, true
		}
		if date := at(last, s.zone); !date.After(t) {
			return date, true
		}
		from = last.Add(-time.Second)
	}
}

// From is the rule of what is left from a date of the series on, for calendars: a count counts from there, and a day that not
// every month has is said, since some calendars would roll it over into the next month.
func (s *Series) From(date time.Time) string {
	day := s.rule.lateDay(wall(s.first, s.zone))
	if s.rule.option.Count == 0 {
		return s.rule.text + day
	}
	gone := len(s.walk.Between(wall(s.first, s.zone), wall(date, s.zone), false))
	if date.After(s.first) {
		gone++
	}
	return s.rule.counted(s.rule.option.Count-gone) + day
}

// wall is what a clock in the zone shows, as if it were UTC.
func wall(t time.Time, zone *time.Location) time.Time {
	t = t.In(zone)
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// at is the moment at which a clock in the zone shows this. What it shows twice is the first of the two; what it never
// shows, since clocks go forward, is told by the offset before (RFC 5545, 3.3.5): 02:30 is then 03:30.
func at(shown time.Time, zone *time.Location) time.Time {
	offset := func(near time.Time) time.Duration {
		_, seconds := near.In(zone).Zone()
		return time.Duration(seconds) * time.Second
	}
	before, after := shown.Add(-offset(shown.AddDate(0, 0, -1))), shown.Add(-offset(shown.AddDate(0, 0, 1)))
	if !wall(before, zone).Equal(shown) && wall(after, zone).Equal(shown) {
		return after.UTC()
	}
	return before.UTC()
}
