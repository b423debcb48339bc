package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// A test goes the way of every message and opens nothing; what already waits stays as it was rendered.
func TestSendTestMessage(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		for i, kind := range []string{"INVITATION", "PASSWORD_RESET", "NOTICE", "EMAIL_CODE", "REMINDER", "SECURITY_ALERT", "SIGNUP_CONFIRMATION", "NUDGE"} {
			to := fmt.Sprintf("test-%d@example.org", i)
			a := admin.Must(sendTest, vars{"in": vars{"templateId": templateOf(admin, kind, "de"), "to": " " + to + " "}})
			equal(t, "the message", fmt.Sprintf("%v %v %v", a.At("sendTestMessage.message.kind"), a.At("sendTestMessage.message.isTest"), a.At("sendTestMessage.message.to")), kind+" true "+to)
			sent := mailsTo(hub, to)
			equal(t, "how many "+kind, len(sent), 1)
			if !strings.HasPrefix(sent[0].Subject, "Test: ") || !strings.Contains(sent[0].Text, "#token=sample") || sent[0].Text != a.Text("sendTestMessage.message.text") {
				t.Errorf("got %s\n%s", sent[0].Subject, sent[0].Text)
			}
		}
		for _, to := range []string{"", "nobody", "a@b@c", "a@example.org\r\nBcc: b@example.org", strings.Repeat("x", 300) + "@example.org", "Ana <ana@example.org>"} {
			a := admin.Ask(sendTest, vars{"in": vars{"templateId": templateOf(admin, "NOTICE", "en"), "to": to}})
			equal(t, "the field of "+to, field(a, "sendTestMessage"), "to")
		}
		admin.Ask(sendTest, vars{"in": vars{"templateId": gid.Encode(ent.TypeTemplate, 999), "to": "x@example.org"}}).Refused("NOT_FOUND")
		for range 12 {
			admin.Must(sendTest, vars{"in": vars{"templateId": gid.Encode(ent.TypeTemplate, 1), "to": "more@example.org"}})
		}
		admin.Ask(sendTest, vars{"in": vars{"templateId": gid.Encode(ent.TypeTemplate, 1), "to": "more@example.org"}}).Refused("RATE_LIMITED")
	})
}

// A test that nobody knows of is sent again as another test, whatever its kind, by whoever may send tests, and counts as one.
func TestSendTestAgain(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		some := entitled(hub, "some@example.org", viewer.Everything, nil, viewer.MessagesRead, viewer.AccountsManage)
		for i, kind := range []string{"INVITATION", "EMAIL_CODE", "SIGNUP_CONFIRMATION", "SECURITY_ALERT"} {
			to := fmt.Sprintf("test-%d@example.org", i)
			a := admin.Must(sendTest, vars{"in": vars{"templateId": templateOf(admin, kind, "de"), "to": to}})
			hub.Settle()
			lost := a.Text("sendTestMessage.message.id")
			become(hub, lost, message.StateUNKNOWN)
			again := vars{"in": vars{"id": lost, "sendAgain": true}}
			some.Ask(resolveMessage, again).Refused(deny)
			b := admin.Must(resolveMessage, again)
			equal(t, "the state of the first "+kind, admin.Must(messageDecided, vars{"id": lost}).At("node.resolvedAt") != nil, true)
			hub.Settle()
			sent := mailsTo(hub, to)
			equal(t, "how many "+kind, len(sent), 2)
			equal(t, "the words", sent[1].Subject+sent[1].Text+sent[1].HTML, sent[0].Subject+sent[0].Text+sent[0].HTML)
			second := b.Text("resolveMessage.message.id")
			equal(t, "that it is a test", admin.Must(messageDecided, vars{"id": second}).At("node.isTest"), any(true))
			third := admin.Must(resendMessage, vars{"in": vars{"id": second}}).Text("resendMessage.message.id")
			hub.Settle()
			become(hub, third, message.StateQUEUED)
			admin.Ask(resendMessage, vars{"in": vars{"id": third}}).Said("resendMessage", "INVALID")
			become(hub, third, message.StateSENT)
			admin.Must(sendTest, vars{"in": vars{"templateId": templateOf(admin, kind, "de"), "to": to}})
		}
		for range 4 {
			admin.Must(sendTest, vars{"in": vars{"templateId": gid.Encode(ent.TypeTemplate, 1), "to": "more@example.org"}})
		}
		admin.Ask(sendTest, vars{"in": vars{"templateId": gid.Encode(ent.TypeTemplate, 1), "to": "more@example.org"}}).Refused("RATE_LIMITED")
	})
}
