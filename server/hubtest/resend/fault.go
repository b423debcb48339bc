package resend

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// Do is what goes wrong.
type Do string

// What can go wrong. All but AnswerLost, HalfAnswered and Slow happen before the email is accepted.
const (
	RateLimited  Do = "rate_limited"    // 429 with retry-after
	Quota        Do = "quota"           // 429, the day's quota
	Invalid      Do = "invalid"         // 422
	InvalidKey   Do = "invalid_api_key" // 403
	ServerError  Do = "server_error"    // 500 in Resend's words
	Unavailable  Do = "unavailable"     // 503 in Resend's words
	BadGateway   Do = "bad_gateway"     // 502 as something in between says it, in HTML
	RequestLost  Do = "request_lost"    // hangs up without accepting
	AnswerLost   Do = "answer_lost"     // accepts, then hangs up
	HalfAnswered Do = "half_answered"   // accepts, then hangs up in the middle of its answer
	Slow         Do = "slow"            // accepts after Delay, and answers
)

// Fault is one thing that goes wrong: for the next Count requests, or by Probability, or by both together.
type Fault struct {
	Do          Do      `json:"do"`
	Count       int     `json:"count,omitempty"`       // how often at most; 0 means once, or for ever with a Probability
	Probability float64 `json:"probability,omitempty"` // from 0 to 1; 0 means certainly
	RetryAfter  int     `json:"retryAfter,omitempty"`  // seconds, for RateLimited and Quota; 0 means 1
	DelayMS     int     `json:"delayMs,omitempty"`     // milliseconds before the email is accepted, for every fault that accepts
}

// Script is what goes wrong from now on: each request meets the first fault that strikes. Requests that fail by chance
// fail alike for one Seed.
type Script struct {
	Seed   uint64  `json:"seed,omitempty"`
	Faults []Fault `json:"faults"`
}

// Script replaces what goes wrong. Without arguments everything goes well again.
func (s *Server) Script(list ...Fault) { _ = s.Run(Script{Faults: list}) }

// Run replaces what goes wrong. It fails for a Fault that there is not.
func (s *Server) Run(script Script) error {
	list := make([]Fault, 0, len(script.Faults))
	for _, f := range script.Faults {
		if _, answers := refusals[f.Do]; !answers && f.Do != BadGateway && !f.Do.accepts() && f.Do != RequestLost {
			return fmt.Errorf("there is no fault %q", f.Do)
		}
		if f.Count == 0 && f.Probability == 0 {
			f.Count = 1
		}
		if f.Count == 0 {
			f.Count = -1
		}
		list = append(list, f)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = faults{list: list, chance: rand.New(rand.NewPCG(script.Seed, 0))}
	return nil
}

var refusals = map[Do]refusal{
	RateLimited: rateLimited, Quota: quotaExceeded, Invalid: validationError, InvalidKey: invalidAPIKey,
	ServerError: internalError, Unavailable: unavailable,
}

func (d Do) accepts() bool { return d == AnswerLost || d == HalfAnswered || d == Slow }

type faults struct {
	list   []Fault
	chance *rand.Rand
}

// next is the fault that strikes now; the zero Fault is none.
func (f *faults) next() Fault {
	for i := range f.list {
		fault := &f.list[i]
		if fault.Count == 0 || fault.Probability > 0 && f.chance.Float64() >= fault.Probability {
			continue
		}
		if fault.Count > 0 {
			fault.Count--
		}
		return *fault
	}
	return Fault{}
}

// strikeBefore does what keeps the email from being accepted, and reports whether it did.
func (f Fault) strikeBefore(w http.ResponseWriter) bool {
	if refusal, answers := refusals[f.Do]; answers {
		if refusal.StatusCode == http.StatusTooManyRequests {
			w.Header().Set("retry-after", strconv.Itoa(cmp.Or(f.RetryAfter, 1)))
			w.Header().Set("ratelimit-remaining", "0")
		}
		refusal.write(w)
		return true
	}
	switch f.Do {
	case BadGateway:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		_, _ = io.WriteString(w, "<html><h1>502 Bad Gateway</h1></html>")
		return true
	case RequestLost:
		panic(http.ErrAbortHandler)
	}
	return false
}

// strikeAfter does what loses the answer. The server closes the connection for http.ErrAbortHandler and says nothing.
func (f Fault) strikeAfter(w http.ResponseWriter) {
	switch f.Do {
	case HalfAnswered:
		w.Header().Set("Content-Length", "100")
		_, _ = io.WriteString(w, `{"id":"`)
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	case AnswerLost:
		panic(http.ErrAbortHandler)
	}
}

func (f Fault) delay() time.Duration { return time.Duration(f.DelayMS) * time.Millisecond }
