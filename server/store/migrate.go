package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"

	"entgo.io/ent/dialect"
	"github.com/pressly/goose/v3"

	"github.com/portico-hub/portico/ent/migrations"
)

// Migrate brings the database up to date and then runs each of then, all under one lock: of many replicas that start
// together one works and the others wait. Migrating what is up to date changes nothing.
func (s *Store) Migrate(ctx context.Context, then ...func(context.Context) error) error {
	return s.engine.withMigrationLock(ctx, func(ctx context.Context) error {
		db, err := s.engine.migrationDB(ctx)
		if err != nil {
			return err
		}
		defer db.Close()
		if err := s.migrateSchema(ctx, db); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
		for _, step := range then {
			if err := step(ctx); err != nil {
				return fmt.Errorf("migrate: %w", err)
			}
		}
		return nil
	})
}

func (s *Store) migrateSchema(ctx context.Context, db *sql.DB) error {
	provider, err := s.provider(db)
	if err != nil {
		return err
	}
	done, err := provider.Up(ctx)
	if err != nil {
		return err
	}
	for _, m := range done {
		s.log.InfoContext(ctx, "migrated", "file", m.Source.Path, "took", m.Duration)
	}
	if s.Dialect() != dialect.SQLite {
		return nil
	}
	broken, err := queryInt(ctx, db, "SELECT count(*) FROM pragma_foreign_key_check")
	if err == nil && broken > 0 {
		err = fmt.Errorf("%d rows point at rows that are not there", broken)
	}
	return err
}

// provider is goose over the embedded files of this database.
func (s *Store) provider(db *sql.DB) (*goose.Provider, error) {
	name, files, folder := goose.DialectSQLite3, fs.FS(migrations.SQLite), "sqlite"
	if s.Dialect() == dialect.Postgres {
		name, files, folder = goose.DialectPostgres, migrations.Postgres, "postgres"
	}
	below, err := fs.Sub(files, folder)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(name, db, below, goose.WithLogger(goose.NopLogger()))
}

// ErrNotMigrated means that this binary knows migrations which the database does not have yet.
var ErrNotMigrated = errors.New("the database is not migrated yet")

// Ready reports whether the database answers and is migrated.
func (s *Store) Ready(ctx context.Context) error {
	db := s.engine.reader()
	provider, err := s.provider(db)
	if err != nil {
		return err
	}
	sources := provider.ListSources()
	newest := sources[len(sources)-1].Version
	applied, err := queryInt(ctx, db, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied")
	if err != nil {
		return err
	}
	if applied < newest {
		return ErrNotMigrated
	}
	return nil
}
