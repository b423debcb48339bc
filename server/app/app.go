// Package app is the composition root: it knows everybody, and nobody knows it. It builds the rooms from the settings,
// runs them, and closes them in the right order.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"github.com/portico-hub/portico/graph"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/config"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/settings"
	"github.com/portico-hub/portico/server/store"
	"github.com/portico-hub/portico/server/web"
)

// App is one Portico, built and not yet running.
type App struct {
	Accounts *account.Service
	Clients  *client.Service
	Store    *store.Store
	Copies   *copies.Service
	Settings *settings.Service

	config *config.Config
	log    *slog.Logger
	queue  *job.Queue
	site   http.Handler
	// tending ends with rest.
	tending sync.WaitGroup
	rest    context.CancelFunc
	// draining is closed when what goes on for long has to end.
	draining chan struct{}
	// started stays true; ready ends when the process drains.
	started, ready atomic.Bool
}

// Parts may be replaced by tests; nil means the real thing.
type Parts struct {
	Clock     *clock.Clock
	Sender    mail.Sender
	Passwords *secret.Passwords
}

// New builds the rooms and opens the database. It changes nothing in it.
func New(ctx context.Context, c *config.Config, log *slog.Logger, parts Parts) (*App, error) {
	if parts.Clock == nil {
		parts.Clock = clock.New()
	}
	if parts.Passwords == nil {
		parts.Passwords = secret.NewPasswords(secret.Standard)
	}
	post, err := sender(c, parts)
	if err != nil {
		return nil, err
	}
	key, err := secret.LoadOrCreateKey(c.DataDir, c.SecretKey.Reveal())
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, store.Options{URL: databaseURL(c.Database), DirectURL: databaseURL(c.DatabaseDirect), Clock: parts.Clock, Log: log})
	if err != nil {
		return nil, err
	}
	a := &App{Store: s, config: c, log: log, queue: job.New(s, log), draining: make(chan struct{})}
	rooms := a.furnish(key, post, parts)
	metrics := prometheus.NewRegistry()
	metrics.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	a.site = web.New(web.Options{
		Schema:         gen.NewExecutableSchema(gen.Config{Resolvers: rooms}),
		Extensions:     []graphql.HandlerExtension{graph.Asker{}, graph.Replay{Store: s, Key: key}},
		Present:        graph.Present(log),
		Authenticate:   recognise(rooms.Authn),
		AllowOrigin:    rooms.Clients.AllowsOrigin,
		Accounts:       rooms.Accounts,
		Activities:     rooms.Activities,
		Runs:           rooms.Runs,
		Protected:      rooms.Pages,
		Settings:       rooms.Settings,
		Importer:       rooms.Importer,
		Exporter:       rooms.Exporter,
		Notify:         rooms.Notify,
		Draining:       a.draining,
		Reminders:      rooms.Reminders,
		Ready:          a.isReady,
		PublicURL:      c.PublicURL,
		AllowedOrigins: c.AllowedOrigins,
		TrustedProxies: c.TrustedProxies.Blocks(),
		Clock:          parts.Clock,
		TestClock:      c.TestClock,
		Logger:         log,
		Metrics:        metrics,
	})
	return a, nil
}

// Migrate brings the database up to date: tables, the queue's own, the built-in roles, the Default group and the settings.
func (a *App) Migrate(ctx context.Context) error {
	return a.Store.Migrate(ctx, a.queue.Migrate, a.Accounts.EnsureBuiltIns, a.Settings.Ensure)
}

// Site is the handler of everything, for tests that bring their own listener.
func (a *App) Site() http.Handler { return a.site }

// Start migrates and begins the background work.
func (a *App) Start(ctx context.Context) error {
	if err := a.Migrate(ctx); err != nil {
		return err
	}
	if err := a.queue.Start(ctx); err != nil {
		return err
	}
	ctx, a.rest = context.WithCancel(context.WithoutCancel(ctx))
	a.tending.Go(func() { a.Store.Tend(ctx) })
	// Until it is through, users from before an upgrade stand last in what is ordered by the new keys.
	a.tending.Go(func() {
		if err := a.Copies.Derive(ctx); err != nil && ctx.Err() == nil {
			a.log.ErrorContext(ctx, "sort keys were not derived; the next start goes on", "error", err)
		}
	})
	a.started.Store(true)
	a.ready.Store(true)
	return nil
}

var errNotReady = errors.New("starting or draining")

func (a *App) isReady(ctx context.Context) error {
	if !a.ready.Load() {
		return errNotReady
	}
	return a.Store.Ready(ctx)
}

// finishTime is what running requests and jobs get to finish after the drain.
const finishTime = 10 * time.Second

// Run serves until ctx ends, then drains: /readyz says no first, the listener closes after the time set for that, and
// what runs may finish.
//
// It listens before it migrates, so that a taken address changes nothing and a load balancer is told to wait.
func (a *App) Run(ctx context.Context) error {
	listener, err := net.Listen("tcp", a.config.Addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", a.config.Addr, err)
	}
	server := &http.Server{
		Handler:           http.HandlerFunc(a.doorkeeper),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(a.log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	defer func() { _ = server.Close() }()
	if err := a.Start(ctx); err != nil {
		return err
	}
	a.log.InfoContext(ctx, "Portico serves at "+a.config.PublicURL.String(), "addr", listener.Addr().String())
	// Whoever is told to end by now drains like anybody.
	if err := a.greet(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return a.drain(server)
}

// doorkeeper lets only the questions of a load balancer through until everything stands.
func (a *App) doorkeeper(w http.ResponseWriter, r *http.Request) {
	if !a.started.Load() && r.URL.Path != "/healthz" && r.URL.Path != "/readyz" {
		w.Header().Set("Retry-After", "1")
		http.Error(w, "Portico is starting.", http.StatusServiceUnavailable)
		return
	}
	a.site.ServeHTTP(w, r)
}

// greet shows the way in while nobody is an administrator.
func (a *App) greet(ctx context.Context) error {
	url, err := a.Accounts.SetUpLink(ctx)
	if err == nil && url != "" {
		a.log.InfoContext(ctx, "There is no administrator yet. Make yourself one at "+url)
	}
	return err
}

func (a *App) drain(server *http.Server) error {
	a.ready.Store(false)
	a.log.Info("draining", "for", a.config.Drain)
	time.Sleep(a.config.Drain)
	close(a.draining)
	ctx, cancel := context.WithTimeout(context.Background(), finishTime)
	defer cancel()
	return server.Shutdown(ctx)
}

// Close ends the background work, then the database.
func (a *App) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), finishTime)
	defer cancel()
	if a.rest != nil {
		a.rest()
	}
	stopped := a.queue.Stop(ctx)
	a.tending.Wait()
	return errors.Join(stopped, a.Store.Close())
}
