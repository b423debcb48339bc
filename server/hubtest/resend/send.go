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
	ids  []string  // none while that request is still in progress
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

// maxBatch is how many emails one request brings at most.
const maxBatch = 100

func (s *Server) send(w http.ResponseWriter, r *http.Request) {
	s.take(w, r, func(body []byte) ([]request, *refusal) {
		var one request
		if json.Unmarshal(body, &one) != nil {
			return nil, &notJSON
		}
		return []request{one}, nil
	}, func(ids []string) any { return map[string]string{"id": ids[0]} })
}

func (s *Server) sendBatch(w http.ResponseWriter, r *http.Request) {
	s.take(w, r, func(body []byte) (all []request, no *refusal) {
		if json.Unmarshal(body, &all) != nil || len(all) == 0 || len(all) > maxBatch {
			return nil, &notJSON
		}
		return all, nil
	}, func(ids []string) any {
		data := make([]map[string]string, len(ids))
		for i, id := range ids {
			data[i] = map[string]string{"id": id}
		}
		return map[string]any{"data": data}
	})
}

// take goes the steps in Resend's order: who asks, how often, what, and whether it was asked before.
func (s *Server) take(w http.ResponseWriter, r *http.Request, parse func([]byte) ([]request, *refusal), say func([]string) any) {
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
	key, mails, canonical, refusal := read(r, parse)
	if refusal != nil {
		refusal.write(w)
		return
	}
	ids, refusal := s.accept(key, mails, canonical, fault.delay())
	if refusal != nil {
		refusal.write(w)
		return
	}
	fault.strikeAfter(w)
	answer(w, http.StatusOK, say(ids))
}

// accept keeps the mails once for their key. The delay falls between beginning and finishing, where a second request with
// the key meets the first one still in progress.
func (s *Server) accept(key string, mails []Mail, canonical string, delay time.Duration) (ids []string, no *refusal) {
	if key != "" {
		if ids, refusal := s.begin(key, canonical); ids != nil || refusal != nil {
			return ids, refusal
		}
	}
	time.Sleep(delay) // whoever hangs up now is served all the same, as by a real server
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.clock.Now()
	for _, m := range mails {
		m.ID, m.At, m.IdempotencyKey = newID(), now, key
		s.mails, ids = append(s.mails, m), append(ids, m.ID)
	}
	if key != "" {
		s.keys[key] = &memory{body: canonical, ids: ids, at: now}
	}
	return ids, nil
}

// begin looks a key up, or marks it as in progress.
func (s *Server) begin(key, canonical string) ([]string, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	known := s.keys[key]
	switch {
	case known == nil, known.ids != nil && s.clock.Now().Sub(known.at) >= remembered:
		s.keys[key] = &memory{body: canonical}
		return nil, nil
	case known.ids == nil:
		return nil, &concurrentRequests
	case known.body != canonical:
		s.strayed++
		return nil, &otherRequest
	}
	return known.ids, nil
}

func authorized(r *http.Request) *refusal {
	key, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok || strings.TrimSpace(key) == "" {
		return &missingAPIKey
	}
	return nil
}

func read(r *http.Request, parse func([]byte) ([]request, *refusal)) (key string, mails []Mail, canonical string, no *refusal) {
	if keys, given := r.Header["Idempotency-Key"]; given {
		if key = keys[0]; key == "" || len(key) > maxKey {
			return "", nil, "", &badKey
		}
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody))
	var anything any
	if err != nil || json.Unmarshal(body, &anything) != nil {
		return "", nil, "", &notJSON
	}
	all, no := parse(body)
	if no != nil {
		return "", nil, "", no
	}
	for _, asked := range all {
		if no := asked.validate(); no != nil {
			return "", nil, "", no
		}
		mails = append(mails, Mail{From: asked.From, To: asked.To, Subject: asked.Subject, Text: asked.Text, HTML: asked.HTML, Headers: asked.Headers})
	}
	sorted, _ := json.Marshal(anything) // maps are written with their keys in order
	return key, mails, string(sorted), nil
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
