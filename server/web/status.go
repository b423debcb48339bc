package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// healthz says that the process is up.
func (s *site) healthz(w http.ResponseWriter, _ *http.Request) {
	say(w, http.StatusOK, "ok")
}

// readyz says whether requests should be sent here. Why not is for the log, not for whoever asks.
func (s *site) readyz(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readyTime)
	defer cancel()
	if err := s.Ready(ctx); err != nil {
		s.Logger.DebugContext(ctx, "not ready", "error", err)
		say(w, http.StatusServiceUnavailable, "not ready")
		return
	}
	say(w, http.StatusOK, "ready")
}

func say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text+"\n") // a client that is gone needs no answer
}

// metrics is for this machine alone. A proxy on it forwards for others, and says so.
func (s *site) metrics(w http.ResponseWriter, r *http.Request) {
	if !peer(r).IsLoopback() || r.Header.Get("X-Forwarded-For") != "" || r.Header.Get("Forwarded") != "" || r.Header.Get("X-Real-Ip") != "" {
		s.refuse(w, r, nothingHere)
		return
	}
	promhttp.HandlerFor(s.Metrics, promhttp.HandlerOpts{DisableCompression: true}).ServeHTTP(w, r)
}

// sdl is the schema in its own language, for the signed-in.
func (s *site) sdl(w http.ResponseWriter, r *http.Request) {
	if !signedIn(r.Context()) {
		s.refuse(w, r, signInFirst)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(s.schema()) // a client that is gone needs no answer
}

// buildHints are directives that speak to our code generator and mean nothing to a client.
var buildHints = regexp.MustCompile(`(?m)^directive @go(Model|Field)\b.*\n| @go(Model|Field)\b(\([^)]*\))?`)

// printed is the schema as text, made when somebody first asks for it.
func printed(schema *ast.Schema) func() []byte {
	return sync.OnceValue(func() []byte {
		var b bytes.Buffer
		formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(schema)
		return buildHints.ReplaceAll(b.Bytes(), nil)
	})
}

// moveClock sets or advances the clock of this process, for tests. The start is refused unless everything is on
// loopback, so it needs no sign-in.
func (s *site) moveClock(w http.ResponseWriter, r *http.Request) {
	var wish struct {
		Now     *time.Time `json:"now"`
		Advance *string    `json:"advance"`
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<10))
	if err != nil || decode(string(body), &wish) != nil || (wish.Now == nil) == (wish.Advance == nil) {
		s.refuse(w, r, badClock)
		return
	}
	if wish.Now != nil {
		s.Clock.Set(*wish.Now)
	} else {
		by, err := time.ParseDuration(*wish.Advance)
		if err != nil {
			s.refuse(w, r, badClock)
			return
		}
		s.Clock.Advance(by)
	}
	w.Header().Set("Content-Type", typeJSON)
	_ = json.NewEncoder(w).Encode(map[string]time.Time{"now": s.Clock.Now()}) // a client that is gone needs no answer
}
