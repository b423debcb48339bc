package store_test

import (
	"bytes"
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/migrations"
	"github.com/portico-hub/portico/server/app"
	"github.com/portico-hub/portico/server/config"
	"github.com/portico-hub/portico/server/hubtest"
)

// log collects what all replicas say.
type log struct {
	mu sync.Mutex
	bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Buffer.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.Buffer.String()
}

// replica is one Portico on a database that others share.
func replica(t *testing.T, databaseURL string, l *log) (*app.App, error) {
	c, err := config.Load([]string{"--data-dir", t.TempDir(), "--database-url", databaseURL}, nil)
	if err != nil {
		return nil, err
	}
	return app.New(context.Background(), c, slog.New(slog.NewTextHandler(l, nil)), app.Parts{})
}

func startTogether(t *testing.T, n int, databaseURL string, files fs.FS) {
	t.Helper()
	var all sync.WaitGroup
	said := &log{}
	together := barrier(n)
	apps := make([]*app.App, n)
	for i := range n {
		all.Go(func() {
			together()
			a, err := replica(t, databaseURL, said)
			if err != nil {
				t.Error(err)
				return
			}
			apps[i] = a
			t.Cleanup(func() { _ = a.Close() })
			if err := a.Start(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if t.Failed() {
		return
	}
	steps, err := fs.Glob(files, "*/*.sql")
	if migrated := strings.Count(said.String(), "msg=migrated"); err != nil || migrated != len(steps) {
		t.Errorf("%d migrations ran %d times", len(steps), migrated)
	}
	seededOnce(t, apps[0])
	for _, a := range apps {
		answer := httptest.NewRecorder()
		a.Site().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/readyz", nil))
		if answer.Code != http.StatusOK {
			t.Errorf("a replica is not ready: %d", answer.Code)
		}
	}
	// What is up to date stays as it is.
	if err := apps[n-1].Migrate(context.Background()); err != nil {
		t.Error(err)
	}
	seededOnce(t, apps[0])
}

// seededOnce fails unless the built-in roles and the Default group are there, made once and not touched again.
func seededOnce(t *testing.T, a *app.App) {
	t.Helper()
	ent := a.Store.Ent(system)
	roles, groups := ent.Role.Query().CountX(system), ent.Group.Query().Where(group.IsDefault(true)).CountX(system)
	made := ent.Change.Query().Where(change.OperationEQ(change.OperationCREATE)).CountX(system)
	if all := ent.Change.Query().CountX(system); roles != 6 || groups != 1 || made != 8 || all != 8 {
		t.Errorf("%d roles, %d Default groups, made in %d changes of %d", roles, groups, made, all)
	}
}

func TestManyStartOnAnEmptyDatabase(t *testing.T) {
	hubtest.EachEmpty(t, func(t *testing.T, url string) {
		if strings.HasPrefix(url, "sqlite:") {
			startTogether(t, 4, url, migrations.SQLite)
		} else {
			startTogether(t, 8, url, migrations.Postgres)
		}
	})
}

func TestReady(t *testing.T) {
	hubtest.EachEmpty(t, func(t *testing.T, url string) {
		a, err := replica(t, url, &log{})
		if err != nil {
			t.Fatal(err)
		}
		defer a.Close()
		if a.Store.Ready(context.Background()) == nil {
			t.Error("an empty database is ready")
		}
		if err := a.Migrate(context.Background()); err != nil {
			t.Fatal(err)
		}
		if err := a.Store.Ready(context.Background()); err != nil {
			t.Errorf("a migrated database is not: %v", err)
		}
	})
}
