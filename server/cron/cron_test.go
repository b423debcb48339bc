package cron_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/cron"
)

func TestNext(t *testing.T) {
	for name, c := range map[string]struct {
		expression, zone, after string
		want                    []string
	}{
		"every day, in the zone's own time":    {"0 18 * * *", "Europe/Oslo", "2036-11-20T14:05:00Z", []string{"2036-11-20T17:00:00Z", "2036-11-21T17:00:00Z"}},
		"not at the moment itself":             {"0 18 * * *", "", "2036-11-20T18:00:00Z", []string{"2036-11-21T18:00:00Z"}},
		"a second before":                      {"0 18 * * *", "", "2036-11-20T17:59:59Z", []string{"2036-11-20T18:00:00Z"}},
		"weekdays":                             {"30 7 * * MON-FRI", "", "2036-11-21T08:00:00Z", []string{"2036-11-24T07:30:00Z"}},
		"the 13th or a Friday, as cron has it": {"0 0 13 * 5", "", "2036-11-08T00:00:00Z", []string{"2036-11-13T00:00:00Z", "2036-11-14T00:00:00Z"}},
		"7 is Sunday, as 0 is":                 {"0 9 * * 7", "", "2036-11-20T00:00:00Z", []string{"2036-11-23T09:00:00Z", "2036-11-30T09:00:00Z"}},
		"7 in a list and at the end of a span": {"0 9 * * 2,6-7", "", "2036-11-20T00:00:00Z", []string{"2036-11-22T09:00:00Z", "2036-11-23T09:00:00Z", "2036-11-25T09:00:00Z"}},
		"29 February means leap years":         {"0 0 29 2 *", "", "2036-11-20T00:00:00Z", []string{"2040-02-29T00:00:00Z", "2044-02-29T00:00:00Z"}},
		"02:30 in spring, once, when the clock has jumped": {"30 2 * * *", "Europe/Oslo", "2036-03-28T12:00:00Z",
			[]string{"2036-03-29T01:30:00Z", "2036-03-30T01:00:00Z", "2036-03-31T00:30:00Z"}},
		"02:30 in autumn, once, the first time": {"30 2 * * *", "Europe/Oslo", "2036-10-25T12:00:00Z",
			[]string{"2036-10-26T00:30:00Z", "2036-10-27T01:30:00Z"}},
		"asked in the middle of the hour that comes twice": {"30 2 * * *", "Europe/Oslo", "2036-10-26T01:10:00Z", []string{"2036-10-27T01:30:00Z"}},
		"02:00 and 03:00 in spring are one moment, and one time": {"0 2,3 * * *", "Europe/Oslo", "2036-03-29T12:00:00Z",
			[]string{"2036-03-30T01:00:00Z", "2036-03-31T00:00:00Z", "2036-03-31T01:00:00Z"}},
		"every half hour goes on through autumn": {"*/30 * * * *", "Europe/Oslo", "2036-10-26T00:10:00Z",
			[]string{"2036-10-26T00:30:00Z", "2036-10-26T01:00:00Z", "2036-10-26T01:30:00Z", "2036-10-26T02:00:00Z"}},
		"every half hour goes on through spring": {"*/30 * * * *", "Europe/Oslo", "2036-03-30T00:10:00Z",
			[]string{"2036-03-30T00:30:00Z", "2036-03-30T01:00:00Z", "2036-03-30T01:30:00Z"}},
		"midnight that there is not": {"0 0 * * *", "America/Santiago", "2036-09-06T12:00:00Z", []string{"2036-09-07T04:00:00Z", "2036-09-08T03:00:00Z"}},
		"half an hour forward, on Lord Howe": {"15 2 * * *", "Australia/Lord_Howe", "2036-10-03T20:00:00Z",
			[]string{"2036-10-04T15:30:00Z", "2036-10-05T15:15:00Z"}},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := cron.Parse(c.expression, c.zone)
			if err != nil {
				t.Fatal(err)
			}
			after, _ := time.Parse(time.RFC3339, c.after)
			var got []string
			for _, at := range s.First(len(c.want), after) {
				got = append(got, at.Format(time.RFC3339))
			}
			if strings.Join(got, " ") != strings.Join(c.want, " ") {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// A daily schedule comes once on each day of a year, whatever the clock does.
func TestDailyIsOnceADay(t *testing.T) {
	for _, zone := range []string{"Europe/Oslo", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"} {
		for _, expression := range []string{"30 2 * * *", "0 0 * * *", "59 1 * * *", "0 3 * * *"} {
			s, err := cron.Parse(expression, zone)
			if err != nil {
				t.Fatal(err)
			}
			loc, _ := time.LoadLocation(zone)
			day := time.Date(2036, 1, 1, 12, 0, 0, 0, loc)
			for at := day; at.Before(day.AddDate(1, 0, 0)); {
				next := s.Next(at)
				if want := at.AddDate(0, 0, 1).In(loc).YearDay(); next.In(loc).YearDay() != want {
					t.Fatalf("%s in %s: after %s comes %s", expression, zone, at, next.In(loc))
				}
				at = time.Date(next.In(loc).Year(), next.In(loc).Month(), next.In(loc).Day(), 12, 0, 0, 0, loc)
			}
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for expression, want := range map[string]error{
		"": cron.ErrFields, "0 18 * *": cron.ErrFields, "0 0 18 * * *": cron.ErrFields, "60 * * * *": cron.ErrFields, "@daily": cron.ErrFields, "*/0 * * * *": cron.ErrFields,
		"TZ=UTC 0 18 * *": cron.ErrFields, "a b c d e": cron.ErrFields, "0 0 30 2 *": cron.ErrNever, strings.Repeat("0,", 200) + "0 * * * *": cron.ErrFields, "@every 1s a b c": cron.ErrFields,
		"0 9 * * 8": cron.ErrFields, "0 9 * * 7-2": cron.ErrFields, "0 9 * * 6-7-7": cron.ErrFields,
	} {
		if _, err := cron.Parse(expression, "UTC"); !errors.Is(err, want) {
			t.Errorf("%q: %v, not %v", expression, err, want)
		}
	}
	for _, zone := range []string{"Europe/Nowhere", "Local", "../etc/passwd", "oslo time"} {
		if _, err := cron.Parse("0 18 * * *", zone); !errors.Is(err, cron.ErrZone) {
			t.Errorf("%q: %v", zone, err)
		}
	}
}
