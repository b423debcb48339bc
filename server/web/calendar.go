package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
	"time"
)

// feed answers calendars, which show nothing but the token in the address: no cookie makes a difference.
func (s *site) feed(w http.ResponseWriter, r *http.Request) {
	text, err := s.Reminders.Feed(r.Context(), r.URL.Query().Get("token"))
	s.calendar(w, r, text, err)
}

// reminder downloads one reminder for a calendar. Other addresses below /reminders are pages.
func (s *site) reminder(w http.ResponseWriter, r *http.Request) {
	id, is := strings.CutSuffix(r.PathValue("file"), ".ics")
	switch {
	case !is:
		s.page(w, r)
	case !signedIn(r.Context()):
		s.refuse(w, r, signInFirst)
	default:
		text, err := s.Reminders.File(r.Context(), id)
		w.Header().Set("Content-Disposition", `attachment; filename="reminder.ics"`)
		s.calendar(w, r, text, err)
	}
}

// calendar writes a calendar, or that the reader has it already.
func (s *site) calendar(w http.ResponseWriter, r *http.Request, text []byte, err error) {
	h := w.Header()
	if err != nil {
		h.Del("Content-Disposition")
		s.fail(w, r, err)
		return
	}
	sum := sha256.Sum256(text)
	h.Set("Content-Type", "text/calendar; charset=utf-8")
	h.Set("Cache-Control", "private, no-cache")
	h.Set("ETag", `"`+base64.RawURLEncoding.EncodeToString(sum[:16])+`"`)
	// Without a time of change: what was deleted leaves none behind.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
}
