// Package hubtest is the test kit: a whole Portico on a real database, viewers, factories and a mailbox. Only external
// test packages import it.
package hubtest

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/app"
	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/config"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/secret"
)

// Start is what the clock of every hub shows at first. It lies ahead of the machine's: River takes a job for abandoned by
// the machine's time, and would do one again that just began by a clock that is behind.
var Start = time.Date(2036, 11, 20, 14, 5, 0, 0, time.UTC)

// Password is one that every hub accepts; factories give it to whoever gets an account that is ready.
const Password = "kettle-on-tin-9"

// ReportSecret signs delivery reports, for hubs that take them.
const ReportSecret = "whsec_dGhlIHNlY3JldCBvZiBhIHRlc3QgaHVi"

// Hub is one Portico of its own.
type Hub struct {
	*app.App
	T     testing.TB
	Clock *clock.Clock
	// Mail is what was sent; nil in a hub that keeps mail or has another sender.
	Mail *Mailbox
	// URL of its server.
	URL string
	Log *Journal

	server   *httptest.Server
	admin    *Client
	database string
	dataDir  string
	// quiet: nothing runs in the background.
	quiet bool
}

// Options of a hub.
type Options struct {
	// KeepMail makes a hub without a mail provider.
	KeepMail bool
	// Quiet makes a hub whose background work does not run.
	Quiet bool
	// ReportSecret, if set, is what delivery reports are signed with.
	ReportSecret string
	// Sender, if set, makes what gets the mail in place of the mailbox.
	Sender func(*Hub) mail.Sender
	// Earnest makes a hub that hashes passwords at the cost of one in use.
	Earnest bool
	// Proxied makes a hub that takes the address of a client from X-Forwarded-For.
	Proxied bool
	// Named makes a hub that is reached by a name, as passkeys need it, rather than by an address.
	Named bool
}

// Each runs a claim on a hub on SQLite and on one on PostgreSQL. Without PORTICO_TEST_POSTGRES_URL it says that the
// second did not run; npm test always sets it.
func Each(t *testing.T, claim func(t *testing.T, hub *Hub)) {
	t.Helper()
	EachWith(t, Options{}, claim)
}

// EachWith is Each with options.
func EachWith(t *testing.T, o Options, claim func(t *testing.T, hub *Hub)) {
	t.Helper()
	onBoth(t, sqlite, postgres, func(t *testing.T, url string) { claim(t, open(t, o, url)) })
}

// EachEmpty is Each for what begins with a database that nobody has migrated: the claim gets its URL.
func EachEmpty(t *testing.T, claim func(t *testing.T, url string)) {
	t.Helper()
	onBoth(t, emptySQLite, EmptyPostgres, claim)
}

func onBoth(t *testing.T, sqlite, postgres func(testing.TB) string, claim func(t *testing.T, url string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		claim(t, sqlite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		if !HasPostgres() {
			t.Skip("without " + postgresVariable + " only SQLite is tested")
		}
		t.Parallel()
		claim(t, postgres(t))
	})
}

// New is a hub on SQLite, for what does not depend on the database.
func New(t testing.TB, o Options) *Hub { return open(t, o, sqlite(t)) }

func open(t testing.TB, o Options, databaseURL string) *Hub {
	t.Helper()
	return start(&Hub{T: t, Clock: clock.At(Start), Log: &Journal{}, database: databaseURL, dataDir: t.TempDir()}, o)
}

// Twin is another replica of the hub: it shares the database and the secret key, nothing else. Its mail is its own.
func (h *Hub) Twin() *Hub {
	return start(&Hub{T: h.T, Clock: clock.At(Start), Log: &Journal{}, database: h.database, dataDir: h.dataDir}, Options{Quiet: true})
}

func start(h *Hub, o Options) *Hub {
	t := h.T
	t.Helper()
	h.quiet = o.Quiet
	// The address is known before the application is built, since links are made of it.
	h.server = httptest.NewUnstartedServer(nil)
	h.URL = "http://" + h.server.Listener.Addr().String()
	if o.Named {
		h.URL = strings.Replace(h.URL, "127.0.0.1", "localhost", 1)
	}
	parts := app.Parts{Clock: h.Clock, Passwords: secret.NewPasswords(secret.Cheap)}
	if o.Earnest {
		parts.Passwords = secret.NewPasswords(secret.Standard)
	}
	switch {
	case o.Sender != nil:
		parts.Sender = o.Sender(h)
	case !o.KeepMail:
		h.Mail = &Mailbox{t: t}
		parts.Sender = h.Mail
	}
	c, err := config.Load(h.settings(o), nil)
	must(t, err)
	log := slog.New(slog.NewTextHandler(io.MultiWriter(h.Log), &slog.HandlerOptions{Level: slog.LevelDebug}))
	a, err := app.New(context.Background(), c, log, parts)
	must(t, err)
	h.App = a
	t.Cleanup(func() {
		h.server.Close()
		if !t.Failed() {
			h.CopiesAreTrue()
		}
		if err := a.Close(); err != nil {
			t.Errorf("closing the hub: %v", err)
		}
	})
	if o.Quiet {
		must(t, a.Migrate(context.Background()))
	} else {
		must(t, a.Start(context.Background()))
	}
	h.server.Config.Handler = a.Site()
	h.server.Start()
	return h
}

// settings are the flags that the hub starts with.
func (h *Hub) settings(o Options) []string {
	args := []string{"--public-url", h.URL, "--data-dir", h.dataDir, "--database-url", h.database, "--drain", "0s",
		"--test-clock"}
	if o.ReportSecret != "" {
		args = append(args, "--resend-webhook-secret", o.ReportSecret)
	}
	if o.Proxied {
		args = append(args, "--trusted-proxies", "127.0.0.1")
	}
	return args
}

// Admin is a client signed in as the first administrator, Mona Kvam.
func (h *Hub) Admin() *Client {
	h.T.Helper()
	if h.admin == nil {
		_, err := h.Accounts.CreateAdministrator(context.Background(), account.Administrator{
			Email: "mona@example.org", FirstName: "Mona", LastName: "Kvam", Password: Password,
		})
		must(h.T, err)
		h.admin = h.Stranger()
		h.admin.SignIn("mona@example.org", Password)
	}
	return h.admin
}

// Journal is what the hub logged.
type Journal struct {
	mu   sync.Mutex
	text []byte
}

// Write appends.
func (j *Journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.text = append(j.text, p...)
	return len(p), nil
}

// String is all of it.
func (j *Journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return string(j.text)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Eventually waits until check says yes, for what workers do; it fails with what after a minute, which is long for the slowest machine.
func Eventually(t testing.TB, what string, check func() bool) {
	t.Helper()
	if !Within(time.Minute, check) {
		t.Fatal("never happened: " + what)
	}
}

// Within asks again and again until check says yes; it reports false where it did not for so long.
func Within(limit time.Duration, check func() bool) bool {
	over := time.After(limit)
	for !check() {
		select {
		case <-over:
			return false
		case <-time.After(10 * time.Millisecond):
		}
	}
	return true
}

func emptySQLite(t testing.TB) string { return "sqlite:" + filepath.Join(t.TempDir(), "portico.db") }

func sqlite(t testing.TB) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "portico.db")
	template, err := migrated()
	must(t, err)
	must(t, os.WriteFile(file, template, 0o600))
	return "sqlite:" + file
}

// migrated is an empty migrated SQLite file: made once, copied for each hub.
var migrated = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "portico-test-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "template.db")
	if err := migrate("sqlite:"+file, dir); err != nil {
		return nil, err
	}
	return os.ReadFile(file)
})

func migrate(databaseURL, dir string) error {
	c, err := config.Load([]string{"--data-dir", dir, "--database-url", databaseURL}, nil)
	if err != nil {
		return err
	}
	a, err := app.New(context.Background(), c, slog.New(slog.DiscardHandler), app.Parts{})
	if err != nil {
		return err
	}
	if err := a.Migrate(context.Background()); err != nil {
		return fmt.Errorf("the template: %w", err)
	}
	return a.Close()
}
