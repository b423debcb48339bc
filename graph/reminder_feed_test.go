package graph_test

import (
	"bytes"
	"flag"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// get fetches an address, with what it sent read.
func get(t *testing.T, c *hubtest.Client, url string, headers ...string) *http.Response {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := c.HTTP().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body = io.NopCloser(bytes.NewReader(body))
	return answer
}

func textOf(t *testing.T, answer *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// Whoever knows the private address reads what is for its owner, as long as its owner may, and nobody without it.
func TestRemindersFeed(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, home := hub.Admin(), newCompany(hub, "Home")
		ana := hub.User("ana@example.org", within(home))
		boss, ofHome := hub.Person(account.CompanyAdministrator, "boss@example.org", within(home))
		feedOf := func(c *hubtest.Client) string {
			return c.Must(resetFeed, nil).Text("resetRemindersFeed.viewer.remindersFeedUrl")
		}
		read := func(url string) (int, string) {
			answer := get(t, hub.Stranger(), url)
			return answer.StatusCode, textOf(t, answer)
		}
		equal(t, "the address at first", ofHome.Must(`{viewer{remindersFeedUrl}}`, nil).At("viewer.remindersFeedUrl"), nil)
		url := feedOf(ofHome)
		equal(t, "the address again", ofHome.Must(`{viewer{remindersFeedUrl}}`, nil).Text("viewer.remindersFeedUrl"), url)
		if !strings.HasPrefix(url, hub.URL+"/reminders.ics?token=ptf_") {
			t.Fatalf("the address is %q", url)
		}
		mine := remind(ofHome, ana, vars{"title": "Mine"})
		remind(admin, ana, vars{"title": "Mona's"})
		done := remind(ofHome, ana, vars{"title": "Done"})
		ofHome.Must(completeReminder, vars{"in": vars{"id": done}})
		status, text := read(url)
		equal(t, "the status", status, 200)
		if !strings.Contains(text, "SUMMARY:Mine (Ana Adams)\r\n") || strings.Contains(text, "Mona's") || strings.Contains(text, "Done") {
			t.Errorf("the calendar is\n%s", text)
		}
		t.Run("asked again, it says that nothing changed", func(t *testing.T) {
			tag := get(t, hub.Stranger(), url).Header.Get("ETag")
			equal(t, "the status", get(t, hub.Stranger(), url, "If-None-Match", tag).StatusCode, 304)
			ofHome.Must(updateReminder, vars{"in": vars{"id": mine, "version": 1, "title": "Changed"}})
			equal(t, "after a change", get(t, hub.Stranger(), url, "If-None-Match", tag).StatusCode, 200)
		})
		t.Run("sets no cookie and stands in no log", func(t *testing.T) {
			answer := get(t, hub.Stranger(), url)
			equal(t, "cookies", len(answer.Cookies()), 0)
			equal(t, "the type", answer.Header.Get("Content-Type"), "text/calendar; charset=utf-8")
			_, token, _ := strings.Cut(url, "token=")
			if strings.Contains(hub.Log.String(), token) {
				t.Error("the token stands in the log")
			}
		})
		t.Run("one reminder is downloaded by whoever sees it", func(t *testing.T) {
			file := hub.URL + "/reminders/" + mine + ".ics"
			equal(t, "the keeper", get(t, ofHome, file).StatusCode, 200)
			equal(t, "a stranger", get(t, hub.Stranger(), file).StatusCode, 401)
			_, ofAway := hub.Person(account.CompanyAdministrator, "away@example.org", within(newCompany(hub, "Away")))
			equal(t, "another company's", get(t, ofAway, file).StatusCode, 404)
			equal(t, "rubbish", get(t, ofHome, hub.URL+"/reminders/rubbish.ics").StatusCode, 404)
		})
		t.Run("shows no more than its owner sees", func(t *testing.T) {
			admin.Must(updateUser, to(hub, ana, vars{"companyId": nil}))
			if _, text := read(url); strings.Contains(text, "VEVENT") {
				t.Errorf("the calendar is\n%s", text)
			}
			admin.Must(updateUser, to(hub, ana, vars{"companyId": companyID(home)}))
			if _, text := read(url); !strings.Contains(text, "VEVENT") {
				t.Errorf("the calendar is\n%s", text)
			}
		})
		t.Run("ends with a new one, and with its owner's account", func(t *testing.T) {
			next := feedOf(ofHome)
			for _, dead := range []string{url, hub.URL + "/reminders.ics", hub.URL + "/reminders.ics?token=", hub.URL + "/reminders.ics?token=ptf_x"} {
				status, _ := read(dead)
				equal(t, "the status of "+dead, status, 404)
			}
			status, _ := read(next)
			equal(t, "the new one", status, 200)
			turn := func(mutation string) {
				admin.Must(`mutation($in:UserIDInput!){`+mutation+`(input:$in){user{id} userErrors{code}}}`, vars{"in": vars{"userId": userID(boss)}})
			}
			turn("deactivateUser")
			status, _ = read(next)
			equal(t, "of somebody inactive", status, 404)
			turn("reactivateUser")
			status, _ = read(next)
			equal(t, "of somebody who came back", status, 404)
		})
	})
}

var golden = flag.Bool("golden", false, "write the calendar that the front end's test reads")

// What other programs read is written down, and read by a library that is not ours in frontend/src/test/calendar.test.ts.
func TestCalendarText(t *testing.T) {
	hub := hubtest.New(t, hubtest.Options{Quiet: true})
	admin := hub.Admin()
	ana := hub.User("ana@example.org", func(in *account.CreateInput) {
		in.FirstName, in.LastName = "Åse; Ana, Þórdís", "Adams-Æggers"
	})
	for _, more := range []vars{
		{"title": "Once", "note": "One line;\nanother, with a \\ and a very long tail: " + strings.Repeat("Þórdís kemur, ", 12)},
		{"title": "Daily over the change", "dueAt": "2037-03-27T08:00:00Z", "recurrence": "FREQ=DAILY"},
		{"title": "Leap day", "dueAt": "2040-02-29T08:00:00Z", "recurrence": "FREQ=YEARLY"},
		{"title": "On the 31st", "dueAt": "2037-01-31T09:00:00Z", "timeZone": "UTC", "recurrence": "FREQ=MONTHLY"},
		{"title": "In New York", "dueAt": "2037-10-30T13:00:00Z", "timeZone": "America/New_York", "recurrence": "FREQ=DAILY;COUNT=5"},
		{"title": "In UTC", "dueAt": "2037-01-04T09:00:00Z", "timeZone": "UTC", "recurrence": "FREQ=WEEKLY;BYDAY=SU"},
		{"title": "Where no rule holds", "dueAt": "2037-01-04T09:00:00Z", "timeZone": "Africa/Casablanca", "recurrence": "FREQ=MONTHLY"},
	} {
		id := remind(admin, ana, more)
		if more["title"] == "Daily over the change" {
			admin.Must(updateReminder, vars{"in": vars{"id": id, "version": 1, "dueAt": "2037-03-27T10:15:00Z"}})
		}
	}
	url := admin.Must(resetFeed, nil).Text("resetRemindersFeed.viewer.remindersFeedUrl")
	text := strings.ReplaceAll(textOf(t, get(t, hub.Stranger(), url)), hub.URL, "http://localhost:8080")
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line has %d octets: %q", len(line), line)
		}
	}
	name := filepath.Join("..", "frontend", "src", "test", "calendar.ics")
	if *golden {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	// The clock of a hub runs on, so stamps differ.
	if stamped(text) != stamped(string(kept)) {
		t.Errorf("%s is not what is written; run this test with -golden. Now it is\n%s", name, text)
	}
}

// stamped is a calendar without the moments at which it was made, and unfolded.
func stamped(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "\r\n")
	for i, line := range lines {
		for _, name := range []string{"DTSTAMP:", "CREATED:", "LAST-MODIFIED:"} {
			if strings.HasPrefix(line, name) {
				lines[i] = name
			}
		}
	}
	return strings.Join(lines, "\n")
}
