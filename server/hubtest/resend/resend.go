// Package resend is a stand-in for the email service Resend, for tests and journeys: an http.Handler that behaves as
// https://resend.com/docs says, keeps what it accepts, and fails when it is told to. It sends nothing.
//
//	POST /emails       sends, with Authorization and an optional Idempotency-Key
//	POST /emails/batch sends up to 100 at once, all or none
//	GET  /emails/{id}  an email that was accepted
//
// and, beside what Resend has, for those who drive it from outside:
//
//	GET    /_mailbox   {"mails":[…]}, newest last
//	DELETE /_mailbox   empties it; what the keys remember stays
//	POST   /_faults    a Script as JSON, in place of the one before
//	POST   /_clock     {"advance":"24h1m"}
package resend

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/portico-hub/portico/server/clock"
)

// Mail is an email that was accepted.
type Mail struct {
	ID             string            `json:"id"`
	At             time.Time         `json:"at"`
	From           string            `json:"from"`
	To             []string          `json:"to"`
	Subject        string            `json:"subject"`
	Text           string            `json:"text"`
	HTML           string            `json:"html"`
	Headers        map[string]string `json:"headers,omitempty"`
	IdempotencyKey string            `json:"idempotencyKey,omitempty"`
}

// Server is the stand-in. It is safe for concurrent use.
type Server struct {
	clock  *clock.Clock
	routes *http.ServeMux

	mu       sync.Mutex
	mails    []Mail
	keys     map[string]*memory // by idempotency key
	faults   faults
	requests int
	strayed  int // requests under a known key with another body
}

// New returns a stand-in that forgets idempotency keys by the given clock.
func New(c *clock.Clock) *Server {
	s := &Server{clock: c, routes: http.NewServeMux(), keys: map[string]*memory{}}
	s.routes.HandleFunc("POST /emails", s.send)
	s.routes.HandleFunc("POST /emails/batch", s.sendBatch)
	s.routes.HandleFunc("GET /emails/{id}", s.retrieve)
	s.routes.HandleFunc("/emails", func(w http.ResponseWriter, _ *http.Request) { methodNotAllowed.write(w) })
	s.routes.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { notFound.write(w) })
	s.control()
	return s
}

// ServeHTTP answers as Resend would.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.routes.ServeHTTP(w, r) }

// Mails are the emails accepted so far, newest last.
func (s *Server) Mails() []Mail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.mails)
}

// Requests is how many times sending was tried, refusals and lost requests included.
func (s *Server) Requests() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.requests
}

// Strayed is how many requests came under a known idempotency key with another body.
func (s *Server) Strayed() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.strayed
}

// Clear empties the mailbox. What the idempotency keys remember stays.
func (s *Server) Clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mails = nil
}

func (s *Server) retrieve(w http.ResponseWriter, r *http.Request) {
	if refusal := authorized(r); refusal != nil {
		refusal.write(w)
		return
	}
	for _, m := range s.Mails() {
		if m.ID == r.PathValue("id") {
			answer(w, http.StatusOK, map[string]any{
				"object": "email", "id": m.ID, "to": m.To, "from": m.From, "subject": m.Subject, "html": m.HTML,
				"text": m.Text, "bcc": []string{}, "cc": []string{}, "reply_to": []string{}, "last_event": "delivered",
				"created_at": m.At.Format("2006-01-02 15:04:05.000000-07"),
			})
			return
		}
	}
	emailNotFound.write(w)
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// newID is a random UUID, version 4.
func newID() string {
	var b [16]byte
	_, _ = rand.Read(b[:])
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
