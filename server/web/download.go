package web

import (
	"net/http"

	"github.com/portico-hub/portico/server/sheet"
)

// failures downloads the users whom a run could not change, to whoever may see the run.
func (s *site) failures(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r.Context()) {
		s.refuse(w, r, signInFirst)
		return
	}
	write, err := s.Bulk.Failures(r.Context(), r.PathValue("id"))
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
