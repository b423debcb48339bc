package web

import (
	"io"
	"net/http"
	"time"

	"github.com/portico-hub/portico/server/sheet"
	"github.com/portico-hub/portico/server/visit"
)

// failures downloads the users whom a run could not change, to whoever may see the run.
func (s *site) failures(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r.Context()) {
		s.refuse(w, r, signInFirst)
		return
	}
	write, err := s.Runs.Failures(r.Context(), r.PathValue("id"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", sheet.Type)
	h.Set("Content-Disposition", `attachment; filename="failures.xlsx"`)
	if r.Method == http.MethodHead {
		return
	}
	if err := write(w); err != nil {
		h.Del("Content-Disposition")
		s.fail(w, r, err)
	}
}

// patience is how long somebody may take to read a part of a long answer.
const patience = 30 * time.Second

// activities downloads the whole stream of a user to whoever may read it. An answer that cannot be finished is broken off:
// the browser tells that it failed, and nobody takes a part for the whole.
func (s *site) activities(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r.Context()) {
		s.refuse(w, r, signInFirst)
		return
	}
	write, err := s.Activities.Export(r.Context(), r.PathValue("id"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", sheet.TypeCSV)
	h.Set("Content-Disposition", `attachment; filename="activities.csv"`)
	if r.Method == http.MethodHead {
		return
	}
	if err := write(&unhurried{w, http.NewResponseController(w)}); err != nil {
		s.Logger.InfoContext(r.Context(), "a download was broken off", "request", visit.From(r.Context()).RequestID, "error", err)
		panic(http.ErrAbortHandler)
	}
}

// unhurried writes an answer that takes as long as its reader, as long as they go on reading.
type unhurried struct {
	io.Writer
	connection *http.ResponseController
}

// Write is one part of the answer.
func (u *unhurried) Write(p []byte) (int, error) {
	_ = u.connection.SetWriteDeadline(time.Now().Add(patience)) // what cannot have one ends when its request does
	return u.Writer.Write(p)
}

// problems downloads the rows that an import did not save, to whoever may see the import.
func (s *site) problems(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r.Context()) {
		s.refuse(w, r, signInFirst)
		return
	}
	write, err := s.Importer.Problems(r.Context(), r.PathValue("id"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", sheet.Type)
	h.Set("Content-Disposition", `attachment; filename="problems.xlsx"`)
	if r.Method == http.MethodHead {
		return
	}
	if err := write(&unhurried{w, http.NewResponseController(w)}); err != nil {
		h.Del("Content-Disposition")
		s.fail(w, r, err)
	}
}
