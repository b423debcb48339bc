package web

import (
	"net/http"
	"slices"
	"strings"
)

// route is one line of the table: where, how, through which door, to whom.
type route struct {
	path    string
	methods string
	door    func(http.Handler) http.Handler
	handler http.HandlerFunc
}

// routes is the index of the site. What is not here is a page of the SPA or does not exist.
func (s *site) routes() []route {
	table := []route{
		{"/graphql", "GET POST", s.ask, s.graphql},
		{"/schema.graphql", "GET", s.api, s.sdl},
		{"/jobs/runs/{id}/failures.xlsx", "GET HEAD", s.long, s.failures},
		{"/imports/{id}/problems.xlsx", "GET HEAD", s.long, s.problems},
		{"/forms/signup", "POST", s.anySite, s.signup},
		{"/auth/verify", "GET HEAD", bounded, s.verify},
		{"/auth/return", "GET HEAD", bounded, s.comeBack},
		{"/webhooks/resend", "POST", bounded, s.reports},
		{"/unsubscribe/{token}", "GET HEAD POST", bounded, s.unsubscribe},
		{"/users/{id}/activities.csv", "GET HEAD", s.long, s.activities},
		{"/reminders.ics", "GET HEAD", bounded, s.feed},
		{"/reminders/{file}", "GET HEAD", s.api, s.reminder},
		{"/exports/{file}", "GET HEAD", s.long, s.exported},
		{"/imports/example.xlsx", "GET HEAD", s.api, s.example},
		{"/healthz", "GET HEAD", open, s.healthz},
		{"/readyz", "GET HEAD", open, s.readyz},
		{"/metrics", "GET", open, s.metrics},
	}
	if s.TestClock {
		table = append(table, route{"/test/clock", "POST", s.sameSite, s.moveClock})
	}
	return append(table, route{"/", "GET HEAD", open, s.page})
}

// open is the door without a lock.
func open(next http.Handler) http.Handler { return next }

// router answers 405 itself, so that a wrong method gets a code and a sentence like everything else.
func (s *site) router() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		methods := strings.Fields(r.methods)
		allowed := strings.Join(methods, ", ")
		mux.Handle(r.path, r.door(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
			if !slices.Contains(methods, q.Method) {
				w.Header().Set("Allow", allowed)
				s.refuse(w, q, wrongMethod)
				return
			}
			r.handler(w, q)
		})))
	}
	return mux
}
