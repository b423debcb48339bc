package reminder_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

const (
	createJob = `mutation($in:CreateJobInput!){createJob(input:$in){job{id} userErrors{code message}}}`
	runJob    = `mutation($in:IDInput!){runJob(input:$in){jobRun{id} userErrors{code}}}`
	theRun    = `query($id:ID!){node(id:$id){... on JobRun{state handled failed log}}}`
)

// digests are the digests that went to an address.
func (d *desk) digests(address string) (all []mail.Email) {
	d.T.Helper()
	d.Settle()
	for _, e := range d.Mail.All() {
		if e.To == address && strings.HasPrefix(e.Subject, "Reminders: ") {
			all = append(all, e)
		}
	}
	return all
}

// A job with the task Reminders mails everybody one digest of what is due and overdue for them, and nothing to whom nothing is due. Done, deleted and
// later ones are not in it; what was set for somebody who may not be told goes to whoever set it.
func TestDigest(t *testing.T) {
	each(t, func(t *testing.T, d *desk) {
		bo, boss := d.Person("portal_administrator", "bo@example.org", nil)
		d.Person("portal_administrator", "idle@example.org", nil)
		now := d.Clock.Now()
		d.set("Call Ana", now.Add(2*time.Hour), nil)
		d.set("Write to Ana", now.Add(20*time.Hour), nil)
		d.set("Next week", now.Add(7*day), nil)
		d.set("For Bo", now.Add(time.Hour), vars{"assigneeId": userID(bo)})
		gone := d.set("Done", now.Add(time.Hour), nil)
		d.mona.Must(finish, vars{"in": vars{"id": gone}})
		d.at(now.Add(3 * time.Hour))

		made := d.mona.Must(createJob, vars{"in": vars{"name": "Digest", "steps": []vars{{"task": "REMINDERS"}}}})
		run := func() {
			t.Helper()
			begun := d.mona.Must(runJob, vars{"in": vars{"id": made.Text("createJob.job.id")}})
			hubtest.Eventually(t, "the run to end", func() bool {
				return d.mona.Must(theRun, vars{"id": begun.Text("runJob.jobRun.id")}).Text("node.state") == "SUCCEEDED"
			})
		}
		run()
		mails := d.digests("mona@example.org")
		if len(mails) != 1 || mails[0].Subject != "Reminders: 2 due" || !strings.Contains(mails[0].Text, "- Call Ana, about Ana Adams: overdue since ") ||
			!strings.Contains(mails[0].Text, "- Write to Ana, about Ana Adams: due ") || !strings.Contains(mails[0].HTML, "Call Ana") ||
			strings.Contains(mails[0].Text, "Next week") || strings.Contains(mails[0].Text, "Done") || strings.Contains(mails[0].Text, "For Bo") {
			t.Errorf("Mona was told %+v", mails)
		}
		if theirs := d.digests("bo@example.org"); len(theirs) != 1 || !strings.Contains(theirs[0].Text, "For Bo") {
			t.Errorf("Bo was told %+v", theirs)
		}
		if nothing := len(d.digests("idle@example.org")); nothing != 0 {
			t.Errorf("somebody for whom nothing is due got %d digests", nothing)
		}

		// What it says is read by whoever got it, and by nobody else.
		const told = `{messages(first:9,filter:{kind:[REMINDER],search:"reminders"}){edges{node{to subject text html}}}}`
		for _, c := range []*hubtest.Client{d.mona, boss} {
			body := string(c.Must(told, nil).Body)
			if own, other := strings.Contains(body, "Call Ana"), strings.Contains(body, "For Bo"); (c == d.mona) != own || (c == boss) != other {
				t.Errorf("it reads %s", body)
			}
		}

		d.mona.Must(`mutation($in:UserIDInput!){deactivateUser(input:$in){user{id} userErrors{code}}}`, vars{"in": vars{"userId": userID(bo)}})
		run()
		if again := d.digests("mona@example.org"); len(again) != 2 || !strings.Contains(again[1].Text, "For Bo") {
			t.Errorf("then Mona was told %+v", again)
		}
	})
}

// What is one's own is in the digest, however much of what one set for others is overdue for longer.
func TestDigestOwnFirst(t *testing.T) {
	each(t, func(t *testing.T, d *desk) {
		bo, _ := d.Person("portal_administrator", "bo@example.org", nil)
		now := d.Clock.Now()
		for n := range 105 {
			d.set(fmt.Sprint("For Bo ", n), now.Add(time.Hour), vars{"assigneeId": userID(bo)})
		}
		d.set("Her own", now.Add(2*time.Hour), nil)
		d.at(now.Add(3 * time.Hour))
		made := d.mona.Must(createJob, vars{"in": vars{"name": "Digest", "steps": []vars{{"task": "REMINDERS"}}}})
		begun := d.mona.Must(runJob, vars{"in": vars{"id": made.Text("createJob.job.id")}})
		hubtest.Eventually(t, "the run to end", func() bool {
			return d.mona.Must(theRun, vars{"id": begun.Text("runJob.jobRun.id")}).Text("node.state") == "SUCCEEDED"
		})
		if mails := d.digests("mona@example.org"); len(mails) != 1 || !strings.Contains(mails[0].Text, "- Her own,") || strings.Contains(mails[0].Text, "For Bo") {
			t.Errorf("Mona was told %+v", mails)
		}
	})
}
