package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/migrations"
	"github.com/portico-hub/portico/server/hubtest"
)

// searchVersion is the newest migration of a hub from before users kept copies of roles, groups and accounts.
const searchVersion = 20261122000002

// old is a database as it was then.
type old struct {
	*testing.T
	*sql.DB
	url    string
	dollar bool
}

func oldDatabase(t *testing.T, url string) *old {
	o := &old{T: t, url: url, dollar: strings.HasPrefix(url, "postgres")}
	driver, dsn, dialect, files, folder := "sqlite", "file:"+strings.TrimPrefix(url, "sqlite:")+"?_time_format=sqlite", goose.DialectSQLite3, fs.FS(migrations.SQLite), "sqlite"
	if o.dollar {
		driver, dsn, dialect, files, folder = "pgx", url, goose.DialectPostgres, migrations.Postgres, "postgres"
	}
	db, err := sql.Open(driver, dsn)
	o.must(err)
	t.Cleanup(func() { _ = db.Close() })
	o.DB = db
	below, err := fs.Sub(files, folder)
	o.must(err)
	provider, err := goose.NewProvider(dialect, db, below)
	o.must(err)
	_, err = provider.UpTo(context.Background(), searchVersion)
	o.must(err)
	return o
}

func (o *old) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

// insert writes one row.
func (o *old) insert(table string, row map[string]any) {
	o.Helper()
	var columns, places []string
	var args []any
	for column, value := range row {
		args, columns = append(args, value), append(columns, `"`+column+`"`)
		if o.dollar {
			places = append(places, fmt.Sprintf("$%d", len(args)))
		} else {
			places = append(places, "?")
		}
	}
	_, err := o.Exec(fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(columns, ","), strings.Join(places, ",")), args...)
	o.must(err)
}

// people are n users with a role, two groups, phones and, every other one, an account.
func (o *old) people(n int) {
	at := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	kept := func(id int, more map[string]any) map[string]any {
		more["id"], more["version"], more["created_at"], more["updated_at"] = id, 1, at, at
		return more
	}
	o.insert("roles", kept(90, map[string]any{"name": "Keeper", "name_key": "keeper", "requires_factor": false, "reach": "EVERYTHING", "permissions": "[]", "grants": "[]"}))
	for id, name := range map[int]string{91: "Staff", 92: "Board"} {
		o.insert("groups", kept(id, map[string]any{"name": name, "name_key": strings.ToLower(name), "is_default": false, "sort_name": []byte(strings.ToLower(name))}))
	}
	for i := 1000; i < 1000+n; i++ {
		row := kept(i, map[string]any{"status": []string{"ACTIVE", "INACTIVE"}[i%2], "email": fmt.Sprintf("ana%d@example.org", i), "first_name": "Ana",
			"last_name": fmt.Sprintf("Adams %d", i%7), "email_subscribed": false, "role_id": 90, "cell_phone": fmt.Sprintf("+47 %d", i)})
		d := hook.Directory{}
		if i%2 == 0 {
			row["login_name"], row["account_email"] = row["email"], row["email"]
		}
		if i%5 == 0 {
			row["deleted_at"] = at
		}
		for name, value := range row {
			d.Set(name, value)
		}
		delete(d, "deleted_at")
		row["search"] = d.Search()
		for column, key := range d.Keys() {
			switch column {
			case "sort_role", "sort_group", "sort_cell_phone", "sort_office_phone", "sort_extension":
			default:
				row[column] = append([]byte{}, key...)
			}
		}
		o.insert("users", row)
		if i%2 == 0 {
			o.insert("accounts", kept(i, map[string]any{"user_id": i, "email": row["email"], "login_name": row["email"], "notify": "NEVER", "temporary": i%4 == 0, "link_expires_at": at}))
		}
		o.insert("memberships", kept(2*i, map[string]any{"user_id": i, "group_id": 91, "role": "MEMBER"}))
		o.insert("memberships", kept(2*i+1, map[string]any{"user_id": i, "group_id": 92, "role": "MEMBER"}))
	}
}

// A hub from before is brought up to date with all that it holds: copies, keys and search are as if they had always been.
func TestUpgrade(t *testing.T) {
	hubtest.EachEmpty(t, func(t *testing.T, url string) {
		o := oldDatabase(t, url)
		o.people(450)
		o.must(o.Close())
		a, err := replica(t, url, &log{})
		o.must(err)
		defer a.Close()
		o.must(a.Migrate(context.Background()))
		o.must(a.Copies.Derive(context.Background())) // as serve does beside its work
		(&hubtest.Hub{App: a, T: t}).CopiesAreTrue()
		o.must(a.Migrate(context.Background())) // what is up to date stays as it is
		o.must(a.Copies.Derive(context.Background()))
	})
}
