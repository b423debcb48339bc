package web

import (
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/portico-hub/portico/server/sheet"
	"github.com/portico-hub/portico/server/visit"
)

// patience is how long somebody may take to read a part of a long answer.
const patience = 30 * time.Second

// download is a file: what opens it refuses whoever may not have it before anything is written.
type download struct {
	name, media string
	open        func(ctx context.Context) (write func(io.Writer) error, err error)
}

// send sends a file. One that cannot be finished is broken off: the browser tells that it failed, and nobody takes a part for
// the whole.
func (s *site) send(w http.ResponseWriter, r *http.Request, d download) {
	if !signedIn(r.Context()) {
		s.refuse(w, r, signInFirst)
		return
	}
	write, err := d.open(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", d.media)
	h.Set("Content-Disposition", `attachment; filename="`+d.name+`"`)
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

// failures downloads the users whom a run could not change, to whoever may see the run.
func (s *site) failures(w http.ResponseWriter, r *http.Request) {
	s.send(w, r, download{"failures.xlsx", sheet.Type, func(ctx context.Context) (func(io.Writer) error, error) {
		return s.Runs.Failures(ctx, r.PathValue("id"))
	}})
}

// activities downloads the whole stream of a user to whoever may read it.
func (s *site) activities(w http.ResponseWriter, r *http.Request) {
	s.send(w, r, download{"activities.csv", sheet.TypeCSV, func(ctx context.Context) (func(io.Writer) error, error) {
		return s.Activities.Export(ctx, r.PathValue("id"))
	}})
}

// exported downloads the file of an export. What has no ending of one is a page.
func (s *site) exported(w http.ResponseWriter, r *http.Request) {
	d, id, format := download{name: "users.csv", media: sheet.TypeCSV}, "", sheet.CSV
	if before, ok := strings.CutSuffix(r.PathValue("file"), ".csv"); ok {
		id = before
	} else if before, ok := strings.CutSuffix(r.PathValue("file"), ".xlsx"); ok {
		id, format, d.name, d.media = before, sheet.XLSX, "users.xlsx", sheet.Type
	} else {
		s.page(w, r)
		return
	}
	d.open = func(ctx context.Context) (func(io.Writer) error, error) { return s.Exporter.Fetch(ctx, id, format) }
	s.send(w, r, d)
}

// example downloads the spreadsheet that users are brought in with.
func (s *site) example(w http.ResponseWriter, r *http.Request) {
	s.send(w, r, download{"portico-users.xlsx", sheet.Type, s.Exporter.Example})
}

// problems downloads the rows that an import did not save, to whoever may see the import.
func (s *site) problems(w http.ResponseWriter, r *http.Request) {
	s.send(w, r, download{"problems.xlsx", sheet.Type, func(ctx context.Context) (func(io.Writer) error, error) {
		return s.Importer.Problems(ctx, r.PathValue("id"))
	}})
}
