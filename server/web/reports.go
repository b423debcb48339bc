package web

import (
	"errors"
	"io"
	"net/http"

	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/notify"
)

// maxReport bounds a delivery report, in bytes.
const maxReport = 256 << 10

var (
	forged   = refusal{http.StatusUnauthorized, fault.BadRequest, "This delivery report is not signed with the secret of this hub, or older than five minutes."}
	noReport = refusal{http.StatusBadRequest, fault.BadRequest, "This delivery report cannot be read."}
	tooSoon  = refusal{http.StatusServiceUnavailable, fault.BadRequest, "The email that this report is about is still on its way. Send the report again."}
)

// reports takes delivery reports: no cookie is looked at, the signature says who sends them.
func (s *site) reports(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxReport))
	var tooMuch *http.MaxBytesError
	if errors.As(err, &tooMuch) {
		s.refuse(w, r, tooLarge)
		return
	}
	if err != nil {
		s.refuse(w, r, noReport)
		return
	}
	switch err := s.Notify.Hear(r.Context(), r.Header, body); {
	case err == nil:
		w.WriteHeader(http.StatusNoContent)
	case errors.Is(err, notify.ErrNoReports):
		s.refuse(w, r, nothingHere)
	case errors.Is(err, notify.ErrForged):
		s.refuse(w, r, forged)
	case errors.Is(err, notify.ErrUnreadable):
		s.refuse(w, r, noReport)
	case errors.Is(err, notify.ErrTooSoon):
		w.Header().Set("Retry-After", "60")
		s.refuse(w, r, tooSoon)
	default:
		s.fail(w, r, err)
	}
}
