package resend

import (
	"encoding/json"
	"net/http"
	"time"
)

// control adds the paths by which journeys drive the stand-in from outside.
func (s *Server) control() {
	s.routes.HandleFunc("GET /_mailbox", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, map[string]any{"mails": append([]Mail{}, s.Mails()...)})
	})
	s.routes.HandleFunc("DELETE /_mailbox", func(w http.ResponseWriter, _ *http.Request) {
		s.Clear()
		w.WriteHeader(http.StatusNoContent)
	})
	s.routes.HandleFunc("POST /_faults", order(s.Run))
	s.routes.HandleFunc("POST /_clock", order(func(move struct{ Advance string }) error {
		d, err := time.ParseDuration(move.Advance)
		if err == nil {
			s.clock.Advance(d)
		}
		return err
	}))
}

// order reads a JSON body and obeys: 204, or 400 with the reason in words.
func order[T any](obey func(T) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var what T
		decoder := json.NewDecoder(r.Body)
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&what); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if err := obey(what); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}
