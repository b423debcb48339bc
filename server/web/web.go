// Package web is the front door: it knows HTTP and nothing of what the rooms behind it do. It says who is asking, how
// much may be sent and by which site, hands questions to GraphQL, and serves the pages.
//
// Its invariants: every answer carries the security headers and a request id of our own making; no cookie is written
// but through visit; nothing that was sent is said back; a log line holds no path, query, body or token.
package web

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/portico-hub/portico/frontend"
	"github.com/portico-hub/portico/graph/guard"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/activity"
	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/page"
	"github.com/portico-hub/portico/server/reminder"
	"github.com/portico-hub/portico/server/settings"
	"github.com/portico-hub/portico/server/transfer"
)

// Sizes and times of one request.
const (
	// StrangerBody and MemberBody bound a body in bytes.
	StrangerBody = 32 << 10
	MemberBody   = 1 << 20
	// RequestTime bounds the work on one request; what is still running then is cancelled.
	RequestTime = 30 * time.Second
	// readyTime bounds the look at the database for /readyz.
	readyTime = 2 * time.Second
)

// Credential is what a request shows to say who sends it.
type Credential struct {
	// Token is at most 512 bytes and never empty.
	Token string
	// Bearer tells a token of an API client from a session cookie. The one must never pass for the other.
	Bearer bool
	// ViewAs names the API client whose eyes the sender wants to look through; empty for their own.
	ViewAs string
}

// Options are the rooms behind the door. Schema, Present, Authenticate, Ready and PublicURL are needed.
type Options struct {
	// Schema answers GraphQL; Extensions are further ones of the executor, after the guard.
	Schema     graphql.ExecutableSchema
	Extensions []graphql.HandlerExtension
	// Present turns an error into what a client may see, with its code and the request's id.
	Present graphql.ErrorPresenterFunc
	// Authenticate says whose credential this is and returns a context with the viewer. It reports false for one that
	// is unknown, expired or revoked; an error is ours. It is not asked when a request shows nothing.
	Authenticate func(context.Context, Credential) (context.Context, bool, error)
	// Accounts takes what the sign-up form and unsubscribe links bring.
	Accounts *account.Service
	// Activities knows the streams of users, for their download.
	Activities *activity.Service
	// Notify takes delivery reports.
	Notify *notify.Notifier
	// Runs knows the failures of runs, for their download.
	Runs *ledger.Ledger
	// Protected says who may see a protected page, and Settings where people may be led.
	Protected *page.Service
	Settings  *settings.Service
	// Draining is closed when the process is about to end: streams end then. nil never is.
	Draining <-chan struct{}
	// Reminders knows what calendars are shown.
	Reminders *reminder.Service
	// Importer says who may upload files, and knows the rows that an import did not save, for their download.
	Importer *transfer.Importer
	// Exporter has the files of exports, and the example of an import.
	Exporter *transfer.Exporter
	// Ready returns nil when the database is reachable and migrated and the process is not draining.
	Ready func(context.Context) error
	// Pages is a SPA with index.html at its root; nil means the one that was built into this binary.
	Pages fs.FS
	// PublicURL decides the name and scope of the cookie, and the one origin that may send it.
	PublicURL *url.URL
	// AllowedOrigins may send any bearer token from browsers, exactly as written. For all others the visit knows, after
	// Authenticate, which may send this one; AllowOrigin is asked while that is not known: whether some token is theirs.
	AllowedOrigins []string
	AllowOrigin    func(context.Context, string) bool
	// TrustedProxies are those whose X-Forwarded-For is believed.
	TrustedProxies []netip.Prefix
	// Clock is moved by POST /test/clock, which exists only with TestClock.
	Clock     *clock.Clock
	TestClock bool
	// Logger gets one line a request; nil means slog's own.
	Logger *slog.Logger
	// Metrics is shown at /metrics and gets the counters of web; nil means a new one.
	Metrics *prometheus.Registry
}

// site is the door with everything it needs.
type site struct {
	Options
	secure   bool
	origins  *http.CrossOriginProtection
	cors     func(http.Handler) http.Handler
	engine   *executor.Executor
	pages    *pages
	measures measures
	schema   func() []byte
}

// New returns the handler of the whole site. It panics when PublicURL has no host, since nothing could work then.
func New(o Options) http.Handler {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Metrics == nil {
		o.Metrics = prometheus.NewRegistry()
	}
	if o.Pages == nil {
		o.Pages = frontend.Files()
	}
	s := &site{
		Options:  o,
		secure:   o.PublicURL.Scheme == "https",
		origins:  sameOrigin(o.PublicURL),
		pages:    newPages(o.Pages),
		measures: newMeasures(o.Metrics),
		schema:   printed(o.Schema.Schema()),
	}
	s.cors = s.bearerOrigins()
	s.engine = s.newEngine()
	return s.observe(s.protect(s.router()))
}

// newEngine is gqlgen's executor with the guard before it.
func (s *site) newEngine() *executor.Executor {
	engine := executor.New(s.Schema)
	guard.New(s.Schema.Schema(), signedIn).Protect(engine, s.Present)
	for _, extension := range s.Extensions {
		engine.Use(extension)
	}
	engine.SetRecoverFunc(s.caught)
	return engine
}
