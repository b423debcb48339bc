package web

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/portico-hub/portico/server/visit"
)

// observe is the outermost wall: it makes the visit, writes the cookie that a room left in it, catches panics, and
// says afterwards in one log line and two measures what happened.
func (s *site) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		v := &visit.Visit{
			RequestID: newRequestID(),
			IP:        clientIP(r, s.TrustedProxies),
			UserAgent: printable(r.UserAgent(), 256),
			Browser:   s.browser(r),
		}
		w.Header().Set("X-Request-Id", v.RequestID)
		answer := &recorder{ResponseWriter: w, before: func(h http.Header) { s.emptySink(h, v) }}
		r = r.WithContext(visit.With(r.Context(), v))
		defer s.done(answer, r, began)
		defer s.rescue(answer, r)
		next.ServeHTTP(answer, r)
	})
}

// rescue answers for a handler that panicked. An answer that has begun can only be broken off.
func (s *site) rescue(w *recorder, r *http.Request) {
	cause := recover()
	if cause == nil {
		return
	}
	if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(cause)
	}
	_ = s.caught(r.Context(), cause)
	if w.status != 0 {
		panic(http.ErrAbortHandler)
	}
	s.refuse(w, r, somethingWrong(r.Context()))
}

// done tells of the request by its route, never by its path: paths hold ids and tokens.
func (s *site) done(w *recorder, r *http.Request, began time.Time) {
	took, v := time.Since(began), visit.From(r.Context())
	status := max(w.status, http.StatusOK)
	s.measures.note(r, status, took)
	level := slog.LevelInfo
	switch {
	case status >= http.StatusInternalServerError:
		level = slog.LevelError
	case r.Pattern == "/healthz" || r.Pattern == "/readyz" || r.Pattern == "/metrics":
		level = slog.LevelDebug
	}
	s.Logger.LogAttrs(r.Context(), level, "request",
		slog.String("request", v.RequestID),
		slog.String("method", methodOf(r)),
		slog.String("route", r.Pattern),
		slog.Int("status", status),
		slog.Int64("bytes", w.bytes),
		slog.Float64("ms", float64(took.Microseconds())/1000),
		slog.String("ip", v.IP.String()),
	)
}

func newRequestID() string {
	var id [16]byte
	_, _ = rand.Read(id[:]) // never fails: the process ends instead
	return hex.EncodeToString(id[:])
}

// printable keeps the printable characters of a text, at most n of them.
func printable(text string, n int) string {
	var b strings.Builder
	for _, r := range text {
		if n == 0 {
			break
		}
		if unicode.IsPrint(r) && r != unicode.ReplacementChar {
			b.WriteRune(r)
			n--
		}
	}
	return b.String()
}

// methodOf names a method that HTTP knows; a client may send any word as one.
func methodOf(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	default:
		return "OTHER"
	}
}

// recorder notes what is answered, and does what must be done before the first byte leaves.
type recorder struct {
	http.ResponseWriter
	before func(http.Header)
	status int
	bytes  int64
}

func (w *recorder) WriteHeader(status int) {
	if w.status == 0 && status >= http.StatusOK {
		w.status = status
		w.before(w.Header())
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.WriteHeader(http.StatusOK)
	}
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// measures are the counters of the door, by route: what a client may choose freely is no label.
type measures struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
}

func newMeasures(registry *prometheus.Registry) measures {
	m := measures{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "portico_http_requests_total", Help: "Requests answered.",
		}, []string{"route", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "portico_http_request_seconds", Help: "Time from the first byte of a request to the end of its answer.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
		}, []string{"route"}),
	}
	registry.MustRegister(m.requests, m.seconds)
	return m
}

func (m measures) note(r *http.Request, status int, took time.Duration) {
	m.requests.WithLabelValues(r.Pattern, methodOf(r), strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(r.Pattern).Observe(took.Seconds())
}

// bounded cancels the work of a request that takes too long.
func bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), RequestTime)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
