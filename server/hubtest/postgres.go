package hubtest

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
)

// postgresVariable names a PostgreSQL whose superuser may make databases.
const postgresVariable = "PORTICO_TEST_POSTGRES_URL"

// template is an empty migrated database: made once a process, copied for each hub.
var template = sync.OnceValues(func() (string, error) {
	name := database("template")
	if err := ask("CREATE DATABASE " + name); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "portico-test-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	return name, migrate(within(name), dir)
})

func postgres(t testing.TB) string {
	t.Helper()
	from, err := template()
	must(t, err)
	name := database("hub")
	copying.Lock() // PostgreSQL copies a template only while nobody uses it
	err = ask(fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s", name, from))
	copying.Unlock()
	must(t, err)
	t.Cleanup(func() { _ = ask("DROP DATABASE " + name + " WITH (FORCE)") })
	return within(name)
}

// EmptyPostgres is a database without anything in it, or "" where there is no PostgreSQL.
func EmptyPostgres(t testing.TB) string {
	t.Helper()
	if os.Getenv(postgresVariable) == "" {
		return ""
	}
	name := database("empty")
	must(t, ask("CREATE DATABASE "+name))
	t.Cleanup(func() { _ = ask("DROP DATABASE " + name + " WITH (FORCE)") })
	return within(name)
}

var copying sync.Mutex

func database(kind string) string { return "portico_" + kind + "_" + strings.ToLower(rand.Text()) }

func within(name string) string {
	u, err := url.Parse(os.Getenv(postgresVariable))
	if err != nil {
		panic(postgresVariable + " cannot be read")
	}
	u.Path = "/" + name
	return u.String()
}

func ask(statement string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, os.Getenv(postgresVariable))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	return err
}

// HasPostgres reports whether there is a PostgreSQL to test on.
func HasPostgres() bool { return os.Getenv(postgresVariable) != "" }
