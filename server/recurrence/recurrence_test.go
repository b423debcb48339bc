package recurrence_test

import (
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/recurrence"
)

const layout = "2006-01-02 15:04 MST"

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := recurrence.Zone(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// dates are the first dates of a rule as the zone's walls show them.
func dates(t *testing.T, rule, zoneName, first string, n int) []string {
	t.Helper()
	z := zone(t, zoneName)
	begin, err := time.ParseInLocation("2006-01-02 15:04", first, z)
	if err != nil {
		t.Fatal(err)
	}
	s, err := recurrence.New(rule, z, begin)
	if err != nil {
		t.Fatal(err)
	}
	all := []string{s.First().In(z).Format(layout)}
	for at := s.First(); len(all) < n; {
		next, more := s.After(at)
		if !more {
			break
		}
		if last, _ := s.Last(next); !last.Equal(next) {
			t.Errorf("the last date up to %v is %v", next, last)
		}
		if last, _ := s.Last(next.Add(-time.Second)); !last.Equal(at) {
			t.Errorf("the last date before %v is %v, not %v", next, last, at)
		}
		all, at = append(all, next.In(z).Format(layout)), next
	}
	return all
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ claim, rule, zone, first, want string }{
		{"the time on the wall stays when summer begins", "FREQ=DAILY", "Europe/Oslo", "2027-03-27 09:00",
			"2027-03-27 09:00 CET, 2027-03-28 09:00 CEST, 2027-03-29 09:00 CEST"},
		{"and when it ends", "FREQ=DAILY", "Europe/Oslo", "2027-10-30 09:00",
			"2027-10-30 09:00 CEST, 2027-10-31 09:00 CET, 2027-11-01 09:00 CET"},
		{"a time that the change leaves out is told by the offset before", "FREQ=DAILY", "Europe/Oslo", "2027-03-27 02:30",
			"2027-03-27 02:30 CET, 2027-03-28 03:30 CEST, 2027-03-29 02:30 CEST"},
		{"a time that comes twice is the first", "FREQ=DAILY", "Europe/Oslo", "2027-10-30 02:30",
			"2027-10-30 02:30 CEST, 2027-10-31 02:30 CEST, 2027-11-01 02:30 CET"},
		{"west of Greenwich too", "FREQ=DAILY", "America/New_York", "2027-03-13 02:30",
			"2027-03-13 02:30 EST, 2027-03-14 03:30 EDT, 2027-03-15 02:30 EDT"},
		{"and there in autumn", "FREQ=DAILY", "America/New_York", "2027-11-06 01:30",
			"2027-11-06 01:30 EDT, 2027-11-07 01:30 EDT, 2027-11-08 01:30 EST"},
		{"half an hour on Lord Howe", "FREQ=DAILY", "Australia/Lord_Howe", "2027-10-02 02:10",
			"2027-10-02 02:10 +1030, 2027-10-03 02:40 +11, 2027-10-04 02:10 +11"},
		{"29 February means leap years", "FREQ=YEARLY", "Europe/Oslo", "2028-02-29 09:00",
			"2028-02-29 09:00 CET, 2032-02-29 09:00 CET, 2036-02-29 09:00 CET"},
		{"over the year 2100 as well", "FREQ=YEARLY", "UTC", "2096-02-29 09:00", "2096-02-29 09:00 UTC, 2104-02-29 09:00 UTC, 2108-02-29 09:00 UTC"},
		{"a month without a 31st is left out", "FREQ=MONTHLY", "UTC", "2027-01-31 09:00",
			"2027-01-31 09:00 UTC, 2027-03-31 09:00 UTC, 2027-05-31 09:00 UTC"},
		{"the last of each month", "FREQ=MONTHLY;BYMONTHDAY=-1", "UTC", "2027-01-31 09:00",
			"2027-01-31 09:00 UTC, 2027-02-28 09:00 UTC, 2027-03-31 09:00 UTC"},
		{"the last weekday of a month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "UTC", "2027-01-29 09:00",
			"2027-01-29 09:00 UTC, 2027-02-26 09:00 UTC, 2027-03-31 09:00 UTC"},
		{"a first date that is none of the rule's moves to one", "FREQ=WEEKLY;BYDAY=MO", "UTC", "2026-11-20 09:00",
			"2026-11-23 09:00 UTC, 2026-11-30 09:00 UTC, 2026-12-07 09:00 UTC"},
		{"a count ends it", "FREQ=DAILY;COUNT=2", "UTC", "2026-11-20 09:00", "2026-11-20 09:00 UTC, 2026-11-21 09:00 UTC"},
		{"so does a moment, which belongs to it", "FREQ=DAILY;UNTIL=20261121T090000Z", "UTC", "2026-11-20 09:00",
			"2026-11-20 09:00 UTC, 2026-11-21 09:00 UTC"},
		{"or a date, with its whole day in the zone", "RRULE:FREQ=DAILY;UNTIL=20261121", "Pacific/Auckland", "2026-11-20 23:00",
			"2026-11-20 23:00 NZDT, 2026-11-21 23:00 NZDT"},
		{"every other week", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "UTC", "2026-11-20 09:00",
			"2026-11-20 09:00 UTC, 2026-12-01 09:00 UTC, 2026-12-04 09:00 UTC"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := strings.Join(dates(t, c.rule, c.zone, c.first, 3), ", "); got != c.want {
				t.Errorf("\ngot  %s\nwant %s", got, c.want)
			}
		})
	}
}

// The later of two that look alike on the wall begins a series, and is not left behind by it.
func TestFirstMayBeTheLaterOfTwo(t *testing.T) {
	z := zone(t, "Europe/Oslo")
	later := time.Date(2027, 10, 31, 1, 30, 0, 0, time.UTC) // 02:30 CET, the second one
	s, err := recurrence.New("FREQ=DAILY", z, later)
	if err != nil || !s.First().Equal(later) {
		t.Fatalf("it begins at %v: %v", s.First(), err)
	}
	if next, _ := s.After(later); next.Format(time.RFC3339) != "2027-11-01T01:30:00Z" {
		t.Errorf("the next is %v", next)
	}
	if last, ok := s.Last(later.Add(time.Hour)); !ok || !last.Equal(later) {
		t.Errorf("the last is %v", last)
	}
	if _, ok := s.Last(later.Add(-time.Second)); ok {
		t.Error("there is a date before the first")
	}
}

func TestFrom(t *testing.T) {
	begin := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	s, err := recurrence.New("FREQ=DAILY;COUNT=5", time.UTC, begin)
	if err != nil {
		t.Fatal(err)
	}
	for days, want := range []string{"FREQ=DAILY;COUNT=5", "FREQ=DAILY;COUNT=4", "FREQ=DAILY;COUNT=3"} {
		if got := s.From(begin.AddDate(0, 0, days)); got != want {
			t.Errorf("after %d days: %s, not %s", days, got, want)
		}
	}
}

// A day that not every month has is said in what calendars read.
func TestFromSaysLateDays(t *testing.T) {
	for rule, want := range map[string]string{"FREQ=YEARLY": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;COUNT=3": "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=29",
		"FREQ=YEARLY;BYMONTH=2": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=DAILY": "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=-1TU": "FREQ=MONTHLY;BYDAY=-1TU"} {
		s, err := recurrence.New(rule, time.UTC, time.Date(2028, 2, 29, 9, 0, 0, 0, time.UTC))
		if err != nil || s.From(s.First()) != want {
			t.Errorf("%s: %v", rule, err)
		}
	}
}

func TestRefuses(t *testing.T) {
	begin := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	for _, rule := range []string{
		"", "x", "FREQ", "FREQ=", "FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=FORTNIGHTLY", "BYDAY=MO", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;BYHOUR=9,10",
		"FREQ=DAILY;BYEASTER=1", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=99999", "FREQ=DAILY;COUNT=2;UNTIL=20300101",
		"FREQ=DAILY;UNTIL=tomorrow", "FREQ=DAILY;UNTIL=20200101", "FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0",
		"FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY\nDTSTART:20260101T000000Z", "FREQ=DAILY;X=1", "FREQ=WEEKLY;BYDAY=" + strings.Repeat("MO,", 100) + "MO",
		"FREQ=MONTHLY;BYDAY=99MO", "FREQ=YEARLY;BYDAY=60MO",
	} {
		started := time.Now()
		if s, err := recurrence.New(rule, time.UTC, begin); err == nil {
			t.Errorf("%q is taken as %q", rule, s.Text())
		}
		if took := time.Since(started); took > 10*time.Second {
			t.Errorf("%q took %v", rule, took)
		}
	}
	for _, date := range []time.Time{{}, recurrence.Latest, recurrence.Earliest.Add(-time.Second)} {
		if _, err := recurrence.New("FREQ=DAILY", time.UTC, date); err == nil {
			t.Errorf("%v is taken", date)
		}
	}
	for _, name := range []string{"", "Local", "../etc/passwd", "Europe/", "Mars/Base", "/etc/localtime", strings.Repeat("a", 65)} {
		if _, err := recurrence.Zone(name); err == nil {
			t.Errorf("%q is a zone", name)
		}
	}
}
