// Package cron says when a schedule falls due: five fields as cron(8) has them, in a time zone, over changes of the clock.
// It imports nothing of ours.
package cron

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // a machine may come without time zones

	robfig "github.com/robfig/cron/v3"
)

// Schedule is when something comes again and again.
type Schedule struct {
	spec *robfig.SpecSchedule
	zone *time.Location
}

// The ways in which a schedule will not do.
var (
	// ErrFields: it is not five fields that can be read.
	ErrFields = errors.New("a schedule is minute, hour, day of month, month, day of week")
	// ErrNever: its day never comes, such as 30 February.
	ErrNever = errors.New("a schedule that never falls due")
	// ErrZone: no such time zone.
	ErrZone = errors.New("a time zone that is not known")
)

// maxLength bounds an expression, in bytes.
const maxLength = 200

// every is the mark that the parser leaves on a field written as * or */n.
const every = 1 << 63

// Parse reads five fields and the IANA name of a time zone; "" is UTC. The errors are those above.
func Parse(expression, zone string) (*Schedule, error) {
	loc, err := time.LoadLocation(zone)
	if err != nil || zone == "Local" {
		return nil, ErrZone
	}
	if len(expression) > maxLength || len(strings.Fields(expression)) != 5 || strings.Contains(expression, "TZ=") {
		return nil, ErrFields
	}
	expression = withSundays(expression)
	parsed, err := robfig.NewParser(robfig.Minute | robfig.Hour | robfig.Dom | robfig.Month | robfig.Dow).Parse(expression)
	if err != nil {
		return nil, ErrFields
	}
	s := &Schedule{spec: parsed.(*robfig.SpecSchedule), zone: loc}
	// The library looks at times as a clock on the wall shows them; where that is in the world is decided here.
	s.spec.Location = time.UTC
	if s.Next(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero() {
		return nil, ErrNever
	}
	return s, nil
}

// withSundays writes Sunday as 0 wherever it is 7 in the last of five fields: crontab(5) has both, the library one.
func withSundays(expression string) string {
	fields := strings.Fields(expression)
	days := strings.Split(fields[4], ",")
	for i, day := range days {
		from, isSpan := strings.CutSuffix(day, "-7")
		switch first, err := strconv.Atoi(from); {
		case day == "7":
			days[i] = "0"
		case isSpan && err == nil && 0 <= first && first < 7: // up to Saturday, and Sunday
			days[i] = from + "-6,0"
		}
	}
	fields[4] = strings.Join(days, ",")
	return strings.Join(fields, " ")
}

// Next is when the schedule falls due after a moment, in UTC. A time of day that the clock skips in spring comes when it
// has jumped; one that it shows twice in autumn comes the first time. So what is daily comes once a day. A schedule of
// every hour, or every so many minutes, goes on with real time: it skips no hour and repeats with the clock.
func (s *Schedule) Next(after time.Time) time.Time {
	const slack = 3 * time.Hour // more than any clock is put forward or back
	var best time.Time
	for wall := wallOf(after.In(s.zone)).Add(-slack); ; {
		wall = s.spec.Next(wall)
		if wall.IsZero() || !best.IsZero() && wall.After(wallOf(best.In(s.zone)).Add(slack)) {
			return best
		}
		for _, at := range s.moments(wall) {
			if at.After(after) && (best.IsZero() || at.Before(best)) {
				best = at
			}
		}
	}
}

// First are the next n times after a moment.
func (s *Schedule) First(n int, after time.Time) []time.Time {
	times := make([]time.Time, 0, n)
	for range n {
		if after = s.Next(after); after.IsZero() {
			break
		}
		times = append(times, after)
	}
	return times
}

// wallOf is what a clock on the wall shows, written as if it were UTC.
func wallOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// moments are when the clock of the zone shows a time and the schedule means it.
func (s *Schedule) moments(wall time.Time) []time.Time {
	near := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), 0, 0, s.zone)
	before, after := near.ZoneBounds()
	var found []time.Time
	for _, side := range []time.Time{near, before.Add(-time.Second), after} {
		_, offset := side.In(s.zone).Zone()
		at := wall.Add(-time.Duration(offset) * time.Second)
		if !side.IsZero() && wallOf(at.In(s.zone)).Equal(wall) && !slices.ContainsFunc(found, at.Equal) {
			found = append(found, at)
		}
	}
	slices.SortFunc(found, time.Time.Compare)
	switch often := s.spec.Hour&every != 0; {
	case len(found) == 0 && often:
		return nil
	case len(found) == 0: // the clock jumps over it
		for _, jump := range []time.Time{before, after} {
			if !jump.IsZero() && wallOf(jump.Add(-time.Second).In(s.zone)).Before(wall) && !wallOf(jump.In(s.zone)).Before(wall) {
				return []time.Time{jump.UTC()}
			}
		}
		return nil
	case often:
		return found
	default:
		return found[:1]
	}
}
