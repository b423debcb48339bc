package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
)

// Whoever asks for everything is told exactly what they may read: no answer has a canary that they may not, and each that
// they may is in some answer.
func TestCanaries(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a := newAviary(hub)
		w := newInquiry()
		questions := a.questions(t, w)
		w.complete(t)
		for _, actor := range allActors {
			v := a.as(actor)
			asked := questions
			if actor == "stranger" {
				asked = questions[:60]
			}
			sung := map[string]string{}
			for _, q := range asked {
				answer := q.ask(a.clients[actor])
				if code := answer.Code(); !slices.Contains([]string{"", anon, deny, gone}, code) {
					t.Fatalf("%s\nanswered %s", q.text, answer.Body)
				}
				for _, c := range a.canaries {
					if sung[c.text] == "" && strings.Contains(string(answer.Body), c.text) {
						sung[c.text] = fmt.Sprintf("%.200s %v", q.text, q.in)
					}
				}
			}
			for _, c := range a.canaries {
				what := fmt.Sprintf("%s.%s of what is %s (%s)", c.entity, c.column, c.where, c.text)
				switch by, may := sung[c.text], c.mayRead(actor, v); {
				case by != "" && !may:
					t.Errorf("%s may not read %s, and does by %s", actor, what, by)
				case by == "" && may:
					t.Errorf("%s may read %s, and no answer had it", actor, what)
				}
			}
		}
	})
}
