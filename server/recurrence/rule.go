package recurrence

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // also where the machine has no time zones

	"github.com/teambition/rrule-go"
)

// Problem is what is wrong with a rule or a zone: a full sentence that is safe to show.
type Problem string

// Error is the sentence.
func (p Problem) Error() string { return string(p) }

const (
	// maxRule is how long a rule may be, in characters.
	maxRule = 255
	// most bounds INTERVAL and COUNT.
	most = 9999
)

// rule is a rule as it was read.
type rule struct {
	text   string
	option rrule.ROption
}

// frequencies are how often something may come: once a day at most.
var frequencies = map[string]rrule.Frequency{"DAILY": rrule.DAILY, "WEEKLY": rrule.WEEKLY, "MONTHLY": rrule.MONTHLY, "YEARLY": rrule.YEARLY}

// parts are the parts of a rule that may be said, and the frequencies that they go with; nil is all of them.
var parts = map[string][]string{
	"FREQ": nil, "INTERVAL": nil, "COUNT": nil, "UNTIL": nil, "WKST": nil, "BYDAY": nil, "BYMONTH": nil, "BYSETPOS": nil,
	"BYMONTHDAY": {"DAILY", "MONTHLY", "YEARLY"}, "BYYEARDAY": {"YEARLY"}, "BYWEEKNO": {"YEARLY"},
}

var (
	value    = regexp.MustCompile(`^[A-Z0-9,+-]+$`)
	numbered = regexp.MustCompile(`[0-9]`)
)

// parse reads a rule, with or without "RRULE:" in front. What RFC 5545 forbids is refused, since calendars would read it
// differently; so is what comes more often than once a day.
func parse(text string, zone *time.Location) (r rule, err error) {
	text = strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(text)), "RRULE:")
	if len(text) > maxRule {
		return r, Problem("This rule is too long: at most 255 characters.")
	}
	said := map[string]string{}
	var names []string
	for _, part := range strings.Split(strings.TrimSuffix(text, ";"), ";") {
		name, v, _ := strings.Cut(part, "=")
		_, known := parts[name]
		_, again := said[name]
		if !known || again || !value.MatchString(v) {
			return r, Problem("This is not a rule that a reminder can repeat by. It looks like FREQ=WEEKLY;BYDAY=MO.")
		}
		said[name] = v
		names = append(names, name)
	}
	if err := consistent(said); err != nil {
		return r, err
	}
	if until, ends := said["UNTIL"]; ends {
		last, err := lastMoment(until, zone)
		if err != nil {
			return r, err
		}
		said["UNTIL"] = last.Format(rrule.DateTimeFormat)
	}
	for i, name := range names {
		names[i] = name + "=" + said[name]
	}
	r.text = strings.Join(names, ";")
	option, err := rrule.StrToROption(r.text)
	if err != nil {
		return r, Problem("This rule has a value that no calendar has.")
	}
	r.option = *option
	return r, nil
}

// consistent refuses parts that do not go together.
func consistent(said map[string]string) error {
	freq := said["FREQ"]
	if _, known := frequencies[freq]; !known {
		return Problem("A reminder repeats daily, weekly, monthly or yearly: say FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.")
	}
	by := 0
	for name := range said {
		if with := parts[name]; with != nil && !slices.Contains(with, freq) {
			return Problem(name + " does not go with FREQ=" + freq + ".")
		}
		if strings.HasPrefix(name, "BY") && name != "BYSETPOS" {
			by++
		}
	}
	_, counts := said["COUNT"]
	_, ends := said["UNTIL"]
	_, picks := said["BYSETPOS"]
	_, weeks := said["BYWEEKNO"]
	switch {
	case counts && ends:
		return Problem("Say COUNT or UNTIL, not both.")
	case picks && by == 0:
		return Problem("BYSETPOS picks from what another part names, such as BYDAY.")
	case numbered.MatchString(said["BYDAY"]) && (freq == "DAILY" || freq == "WEEKLY" || weeks):
		return Problem("Numbered days such as 2MO go with FREQ=MONTHLY and YEARLY.")
	}
	for _, name := range []string{"INTERVAL", "COUNT"} {
		if v, set := said[name]; set {
			if n, err := strconv.Atoi(v); err != nil || n < 1 || n > most {
				return Problem(name + " is a number from 1 to 9999.")
			}
		}
	}
	return nil
}

// lastMoment reads UNTIL: a moment in UTC, a time on the wall, or a date, which is meant with its whole day.
func lastMoment(text string, zone *time.Location) (time.Time, error) {
	if t, err := time.Parse(rrule.DateTimeFormat, text); err == nil {
		return t, nil
	}
	if t, err := time.Parse(rrule.LocalDateTimeFormat, text); err == nil {
		return at(t, zone), nil
	}
	if t, err := time.Parse(rrule.DateFormat, text); err == nil {
		return at(t.AddDate(0, 0, 1).Add(-time.Second), zone), nil
	}
	return time.Time{}, Problem("UNTIL is a date such as 20271231 or a moment such as 20271231T230000Z.")
}

// counted is the rule with another count.
func (r rule) counted(n int) string {
	names := strings.Split(r.text, ";")
	for i, part := range names {
		if strings.HasPrefix(part, "COUNT=") {
			names[i] = "COUNT=" + strconv.Itoa(max(n, 1))
		}
	}
	return strings.Join(names, ";")
}

// zoneName is what names of the IANA's database look like.
var zoneName = regexp.MustCompile(`^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$`)

// Zone is the time zone of a name in the IANA's database. An error is a Problem.
func Zone(name string) (*time.Location, error) {
	if len(name) <= 64 && zoneName.MatchString(name) && name != "Local" {
		if zone, err := time.LoadLocation(name); err == nil {
			return zone, nil
		}
	}
	return nil, Problem("This is not a time zone. It looks like Europe/Oslo.")
}

// lateDay is what a rule leaves to its first date, where that is late in a month: ";BYMONTH=2;BYMONTHDAY=29".
func (r rule) lateDay(first time.Time) (parts string) {
	o := r.option
	if first.Day() <= 28 || o.Freq > rrule.MONTHLY || len(o.Byweekno)+len(o.Byyearday)+len(o.Bymonthday)+len(o.Byweekday) > 0 {
		return ""
	}
	if o.Freq == rrule.YEARLY && len(o.Bymonth) == 0 {
		parts = ";BYMONTH=" + strconv.Itoa(int(first.Month()))
	}
	return parts + ";BYMONTHDAY=" + strconv.Itoa(first.Day())
}
