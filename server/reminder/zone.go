package reminder

import (
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// ahead is how many years of changes of the clocks are looked at: as many as show the rule that they follow, and as a calendar
// will need before it reads the feed again.
const ahead = 12

// change is one change of the clocks.
type change struct {
	// shown is what the clocks showed when they changed.
	shown    time.Time
	from, to int // seconds east of Greenwich
	name     string
	summer   bool
}

// timezone describes a zone from a time on, as RFC 5545 has it: each kind of change as a rule where it follows one, else
// date by date.
func timezone(zone *time.Location, from, now time.Time) *ics.VTimezone {
	t := ics.NewTimezone(zone.String())
	for _, same := range kinds(changes(zone, from.AddDate(-1, 0, 0), now)) {
		add(t, same, now.AddDate(ahead-1, 0, 0))
	}
	return t
}

// changes are those from before a time on. The first is how the clocks stood then.
func changes(zone *time.Location, from, now time.Time) []change {
	if from.After(now) {
		from = now
	}
	begin, end := from.In(zone).ZoneBounds()
	if begin.IsZero() {
		begin = time.Unix(0, 0)
	}
	until := now.AddDate(ahead, 0, 0)
	all := []change{changeAt(zone, begin)}
	for !end.IsZero() && end.Before(until) {
		// Where Go follows a zone's rule into the future, a year's end is a bound as well, and may be its own end.
		if c := changeAt(zone, end); c.from != c.to {
			all = append(all, c)
		}
		at := end
		for step := time.Duration(0); !end.IsZero() && !end.After(at); step += 24 * time.Hour {
			_, end = at.Add(step).In(zone).ZoneBounds()
		}
	}
	return all
}

// changeAt is the change at a moment.
func changeAt(zone *time.Location, moment time.Time) change {
	_, from := moment.Add(-time.Second).In(zone).Zone()
	after := moment.In(zone)
	name, to := after.Zone()
	return change{moment.UTC().Add(time.Duration(from) * time.Second), from, to, name, after.IsDST()}
}

// kinds puts together the changes that may follow one rule.
func kinds(all []change) (sorted [][]change) {
	type kind struct {
		from, to int
		name     string
		summer   bool
		month    time.Month
		weekday  time.Weekday
		clock    int
	}
	place := map[kind]int{}
	for _, c := range all {
		k := kind{c.from, c.to, c.name, c.summer, c.shown.Month(), c.shown.Weekday(), c.shown.Hour()*60 + c.shown.Minute()}
		i, known := place[k]
		if !known {
			i = len(sorted)
			place[k] = i
			sorted = append(sorted, nil)
		}
		sorted[i] = append(sorted[i], c)
	}
	return sorted
}

// yearly is the rule that changes follow every year and still follow then: "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"; "" for none.
func yearly(same []change, then time.Time) string {
	if len(same) < ahead/2 || same[len(same)-1].shown.Year() < then.Year() {
		return ""
	}
	nth, last := (same[0].shown.Day()-1)/7+1, true
	for i, c := range same {
		if i > 0 && c.shown.Year() != same[i-1].shown.Year()+1 {
			return ""
		}
		last = last && c.shown.AddDate(0, 0, 7).Month() != c.shown.Month()
		if (c.shown.Day()-1)/7+1 != nth {
			nth = 0
		}
	}
	switch {
	case last:
		nth = -1
	case nth == 0:
		return ""
	}
	day := strings.ToUpper(same[0].shown.Weekday().String()[:2])
	return fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", same[0].shown.Month(), nth, day)
}

// add describes changes of one kind.
func add(t *ics.VTimezone, same []change, then time.Time) {
	var part *ics.ComponentBase
	if first := same[0]; first.summer {
		summer := &ics.Daylight{}
		part = &summer.ComponentBase
		t.Components = append(t.Components, summer)
	} else {
		part = &t.AddStandard().ComponentBase
	}
	part.SetProperty(ics.ComponentPropertyDtStart, same[0].shown.Format(onTheWall))
	part.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), offset(same[0].from))
	part.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), offset(same[0].to))
	part.SetProperty(ics.ComponentProperty(ics.PropertyTzname), same[0].name)
	if rule := yearly(same, then); rule != "" {
		part.AddRrule(rule)
		return
	}
	for _, c := range same[1:] {
		part.AddRdate(c.shown.Format(onTheWall))
	}
}

// offset is written as +0100, with seconds where there are some.
func offset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if rest := seconds % 60; rest != 0 {
		text += fmt.Sprintf("%02d", rest)
	}
	return text
}
