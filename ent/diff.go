//go:build ignore

// Writes what the schema has and the migrations lack into new migration files, one for each database. Without a
// difference it writes nothing. PORTICO_DEV_POSTGRES_URL names an empty PostgreSQL database to work in.
//
//	go run ./ent/diff.go NAME
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"os"
	"text/template"
	"time"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"

	"github.com/portico-hub/portico/ent/gen/ent/activity"
	entmigrate "github.com/portico-hub/portico/ent/gen/ent/migrate"
)

func main() {
	name := "change"
	if len(os.Args) > 1 {
		name = os.Args[1]
	}
	postgres := os.Getenv("PORTICO_DEV_POSTGRES_URL")
	if postgres == "" {
		log.Fatal("PORTICO_DEV_POSTGRES_URL is not set; run this by npm run generate")
	}
	// What a foreign key deletes or clears would stand in no journal, so none has an effect. Activities have none: users are
	// only marked as deleted, whoever records one has just looked, and the database's own look would halve the rate.
	for _, t := range entmigrate.Tables {
		if t.Name == activity.Table {
			t.ForeignKeys = nil
		}
		for _, fk := range t.ForeignKeys {
			fk.OnDelete, fk.OnUpdate = schema.NoAction, schema.NoAction
		}
	}
	diff(dialect.SQLite, "sqlite", "file:dev?mode=memory&_pragma=foreign_keys(1)", "./ent/migrations/sqlite", name)
	diff(dialect.Postgres, "pgx", postgres, "./ent/migrations/postgres", name)
}

func diff(engine, driver, dsn, folder, name string) {
	db, err := sql.Open(driver, dsn)
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	dir, err := sqltool.NewGooseDir(folder)
	if err != nil {
		log.Fatal(err)
	}
	// Files written by hand join the sums here; a change to a released one then shows as a difference in git.
	sums, err := dir.Checksum()
	if err != nil {
		log.Fatal(err)
	}
	if err := migrate.WriteSumFile(dir, sums); err != nil {
		log.Fatal(err)
	}
	m, err := schema.NewMigrate(entsql.OpenDB(engine, db),
		schema.WithDir(dir), schema.WithMigrationMode(schema.ModeReplay), schema.WithErrNoPlan(true),
		schema.WithForeignKeys(true), schema.WithFormatter(upOnly()))
	if err != nil {
		log.Fatal(err)
	}
	err = m.NamedDiff(context.Background(), name, entmigrate.Tables...)
	switch {
	case errors.Is(err, migrate.ErrNoPlan):
		log.Printf("%s: the migrations have all that the schema has", engine)
	case err != nil:
		log.Fatalf("%s: %v", engine, err)
	default:
		log.Printf("%s: wrote a migration into %s", engine, folder)
	}
}

// upOnly writes goose files without a way down: a release that was wrong is mended by the next one.
func upOnly() migrate.Formatter {
	file := template.Must(template.New("name").Funcs(template.FuncMap{"now": now}).Parse(`{{ now }}_{{ .Name }}.sql`))
	text := template.Must(template.New("sql").Parse("-- +goose Up\n{{ range .Changes }}{{ with .Comment }}-- {{ . }}\n{{ end }}{{ .Cmd }};\n{{ end }}"))
	f, err := migrate.NewTemplateFormatter(file, text)
	if err != nil {
		log.Fatal(err)
	}
	return f
}

// now is the version of a new migration: goose applies them in this order.
func now() string { return time.Now().UTC().Format("20060102150405") }
