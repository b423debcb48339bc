package mail

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptrace"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// maxAnswer is how much of an answer is read: a thousand times what Resend sends.
const maxAnswer = 64 << 10

// maxSentence keeps a provider's sentence to what fits where administrators read it.
const maxSentence = 300

// heard is what one attempt heard. The library keeps neither the status nor the name of an error, and both decide what
// may be done next; so the transport listens.
type heard struct {
	sent       atomic.Bool // the request has begun to leave this machine
	status     int
	name       string
	message    string
	retryAfter time.Duration
	perSecond  int // how many requests a second are allowed; 0 where that is not said
}

type heardKey struct{}

// listen returns a context whose one request is listened to.
func listen(ctx context.Context) (context.Context, *heard) {
	h := new(heard)
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteHeaders: func() { h.sent.Store(true) }})
	return context.WithValue(ctx, heardKey{}, h), h
}

// sentence is what the provider said, on one line.
func (h *heard) sentence() string {
	runes := []rune(strings.Join(strings.Fields(h.message), " "))
	if len(runes) > maxSentence {
		return string(runes[:maxSentence]) + "…"
	}
	return string(runes)
}

type listener struct{ next http.RoundTripper }

// RoundTrip reads the answer whole, so that a connection lost half way through it is a lost answer as well.
func (l listener) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := l.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	if h, ok := r.Context().Value(heardKey{}).(*heard); ok {
		h.note(response, body)
	}
	return response, nil
}

func (h *heard) note(response *http.Response, body []byte) {
	h.status = response.StatusCode
	h.retryAfter = retryAfter(response.Header.Get("Retry-After"))
	h.perSecond, _ = strconv.Atoi(response.Header.Get("Ratelimit-Limit"))
	var said struct{ Name, Message string }
	if json.Unmarshal(body, &said) == nil {
		h.name, h.message = said.Name, said.Message
	}
}

// retryAfter reads seconds, which may have decimals, or a date (RFC 9110, 10.2.3). What cannot be read is 0.
func retryAfter(value string) time.Duration {
	if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 && seconds < 1e6 {
		return time.Duration(seconds * float64(time.Second))
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, time.Until(at))
	}
	return 0
}
