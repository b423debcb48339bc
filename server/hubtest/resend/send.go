package resend

import (
	"encoding/json"
	"io"
	"net/http"
	"net/mail"
	"strings"
	"time"
)

const (
	// remembered is how long an idempotency key is known.
	remembered = 24 * time.Hour
	maxKey     = 256
	maxTo      = 50
	maxBody    = 40 << 20
)

// memory is what is known of an idempotency key.
type memory struct {
	body string    // the request it was first used with, in one canonical form
	id   string    // "" while that request is still in progress
	at   time.Time // when it was accepted
}

// recipients are one address or a list of them.
type recipients []string

func (r *recipients) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*r = recipients{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(r))
}

type request struct {
	From     string            `json:"from"`
	To       recipients        `json:"to"`
	Subject  string            `json:"subject"`
	HTML     string            `json:"html"`
	Text     string            `json:"text"`
	Headers  map[string]string `json:"headers"`
	Template json.RawMessage   `json:"template"`
}

// send takes the steps in Resend's order: who asks, how often, what, and whether it was asked before.
func (s *Server) send(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.requests++
	fault := s.faults.next()
	s.mu.Unlock()
	w.Header().Set("ratelimit-limit", "10")
	w.Header().Set("ratelimit-remaining", "9")
	w.Header().Set("ratelimit-reset", "1")
	if refusal := authorized(r); refusal != nil {
		refusal.write(w)
		return
	}
	if fault.strikeBefore(w) {
		return
	}
	key, mail, canonical, refusal := read(r)
	if refusal != nil {
		refusal.write(w)
		return
	}
	id, refusal := s.accept(key, mail, canonical, fault.delay())
	if refusal != nil {
		refusal.write(w)
		return
	}
	fault.strikeAfter(w)
	answer(w, http.StatusOK, map[string]string{"id": id})
}

// accept keeps the mail once for its key. The delay falls between beginning and finishing, where a second request with
// the key meets the first one still in progress.
func (s *Server) accept(key string, m Mail, canonical string, delay time.Duration) (string, *refusal) {
	if key != "" {
		if id, refusal := s.begin(key, canonical); id != "" || refusal != nil {
			return id, refusal
		}
	}
	time.Sleep(delay) // whoever hangs up now is served all the same, as by a real server
	s.mu.Lock()
	defer s.mu.Unlock()
	m.ID, m.At, m.IdempotencyKey = newID(), s.clock.Now(), key
	s.mails = append(s.mails, m)
	if key != "" {
		s.keys[key] = &memory{body: canonical, id: m.ID, at: m.At}
	}
	return m.ID, nil
}

// begin looks a key up, or marks it as in progress.
func (s *Server) begin(key, canonical string) (string, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	known := s.keys[key]
	switch {
	case known == nil, known.id != "" && s.clock.Now().Sub(known.at) >= remembered:
		s.keys[key] = &memory{body: canonical}
		return "", nil
	case known.id == "":
		return "", &concurrentRequests
	case known.body != canonical:
		return "", &otherRequest
	}
	return known.id, nil
}

func authorized(r *http.Request) *refusal {
	key, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok || strings.TrimSpace(key) == "" {
		return &missingAPIKey
	}
	return nil
}

func read(r *http.Request) (key string, m Mail, canonical string, no *refusal) {
	if keys, given := r.Header["Idempotency-Key"]; given {
		if key = keys[0]; key == "" || len(key) > maxKey {
			return "", m, "", &badKey
		}
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody))
	var anything map[string]any
	var asked request
	if err != nil || json.Unmarshal(body, &anything) != nil || json.Unmarshal(body, &asked) != nil {
		return "", m, "", invalid(http.StatusBadRequest, "validation_error", "The request body is not valid JSON.")
	}
	if no := asked.validate(); no != nil {
		return "", m, "", no
	}
	sorted, _ := json.Marshal(anything) // maps are written with their keys in order
	return key, Mail{From: asked.From, To: asked.To, Subject: asked.Subject, Text: asked.Text, HTML: asked.HTML, Headers: asked.Headers},
		string(sorted), nil
}

func (q request) validate() *refusal {
	for _, field := range []struct {
		name  string
		there bool
	}{{"from", q.From != ""}, {"to", len(q.To) > 0}, {"subject", q.Subject != ""}} {
		if !field.there {
			return invalid(http.StatusUnprocessableEntity, "missing_required_field", "Missing `"+field.name+"` field.")
		}
	}
	const form = " The email address needs to follow the `email@example.com` or `Name <email@example.com>` format."
	switch {
	case !isAddress(q.From):
		return invalid(http.StatusUnprocessableEntity, "invalid_from_address", "Invalid `from` field."+form)
	case len(q.To) > maxTo:
		return invalid(http.StatusUnprocessableEntity, "validation_error", "The `to` field takes at most 50 addresses.")
	case strings.ContainsAny(q.Subject, "\r\n"):
		return invalid(http.StatusUnprocessableEntity, "validation_error", "The `\\n` is not allowed in the `subject` field.")
	case q.HTML == "" && q.Text == "" && len(q.Template) == 0:
		return invalid(http.StatusUnprocessableEntity, "missing_required_field", "Missing `html` or `text` field.")
	}
	for _, to := range q.To {
		if !isAddress(to) {
			return invalid(http.StatusUnprocessableEntity, "validation_error", "Invalid `to` field."+form)
		}
	}
	return nil
}

func isAddress(s string) bool {
	_, err := mail.ParseAddress(s)
	return err == nil && !strings.ContainsAny(s, "\r\n")
}
