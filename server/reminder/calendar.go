package reminder

import (
	"maps"
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/recurrence"
)

// onTheWall is a time in a zone as calendars write it.
const onTheWall = "20060102T150405"

// calendar writes reminders as RFC 5545 has it: an entry each, a recurring one with its rule from the date on at which it
// stands, in its zone. The same reminders give the same text.
func (s *Service) calendar(all []*gen.Reminder) ([]byte, error) {
	c := ics.NewCalendarFor("Portico")
	c.SetMethod(ics.MethodPublish)
	c.SetXWRCalName("Portico")
	c.SetProductId("-//Portico//Reminders//EN")
	c.SetRefreshInterval("PT1H")
	c.SetXPublishedTTL("PT1H")
	zones := map[string]time.Time{}
	for _, r := range all {
		if r.Recurrence != nil && !isUTC(r.TimeZone) {
			if from, known := zones[r.TimeZone]; !known || r.OccursAt.Before(from) {
				zones[r.TimeZone] = r.OccursAt
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(zones)) {
		zone, err := recurrence.Zone(name)
		if err != nil {
			return nil, err
		}
		c.AddVTimezone(timezone(zone, zones[name], s.Store.Clock().Now()))
	}
	for _, r := range all {
		if err := s.entries(c, r); err != nil {
			return nil, err
		}
	}
	var out strings.Builder
	if err := c.SerializeTo(&out, ics.WithNewLineWindows); err != nil {
		return nil, err
	}
	return []byte(out.String()), nil
}

func isUTC(zone string) bool { return zone == "UTC" || zone == "Etc/UTC" }

// entries are a reminder's: the series, and what a snoozed date of it moved to.
func (s *Service) entries(c *ics.Calendar, r *gen.Reminder) error {
	e := s.entry(c, r)
	series, err := seriesOf(r)
	if err != nil {
		return err
	}
	if series == nil {
		e.SetStartAt(r.DueAt)
		return nil
	}
	at(e, ics.ComponentPropertyDtStart, r.OccursAt, r.TimeZone)
	e.AddRrule(series.From(r.OccursAt))
	if !r.DueAt.Equal(r.OccursAt) {
		moved := s.entry(c, r)
		at(moved, ics.ComponentPropertyRecurrenceId, r.OccursAt, r.TimeZone)
		at(moved, ics.ComponentPropertyDtStart, r.DueAt, r.TimeZone)
	}
	return nil
}

// at sets a time of a series, in its zone: so it stays on the wall when clocks change.
func at(e *ics.VEvent, property ics.ComponentProperty, t time.Time, zone string) {
	if isUTC(zone) {
		e.SetProperty(property, t.UTC().Format(onTheWall)+"Z")
		return
	}
	e.SetProperty(property, in(t, zone).Format(onTheWall), ics.WithTZID(zone))
}

// entry is all of an entry but its dates.
func (s *Service) entry(c *ics.Calendar, r *gen.Reminder) *ics.VEvent {
	e := c.AddEvent(gid.Encode(gen.TypeReminder, r.ID) + "@" + s.PublicURL.Hostname())
	title := r.Title
	if u := r.Edges.User; u != nil {
		title += " (" + u.FirstName + " " + u.LastName + ")"
	}
	e.SetDtStampTime(r.UpdatedAt)
	e.SetCreatedTime(r.CreatedAt)
	e.SetModifiedAt(r.UpdatedAt)
	e.SetSequence(r.Version - 1)
	e.SetSummary(title)
	if r.Note != nil {
		e.SetDescription(*r.Note)
	}
	e.SetURL(s.link(r))
	e.SetClass(ics.ClassificationPrivate)
	e.SetTimeTransparency(ics.TransparencyTransparent)
	bell := e.AddAlarm()
	bell.SetAction(ics.ActionDisplay)
	bell.SetTrigger("PT0S")
	bell.SetProperty(ics.ComponentPropertyDescription, title)
	return e
}

// link leads to the reminders of the user whom it is about.
func (s *Service) link(r *gen.Reminder) string {
	return s.PublicURL.JoinPath("users", gid.Encode(gen.TypeUser, r.UserID), "reminders").String()
}
