package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	_ "modernc.org/sqlite" // the embedded engine
)

// sqlite has one writer and a few readers that cannot write.
type sqlite struct {
	path    string
	writer  *sql.DB
	readers *sql.DB
	asked   prepared
	said    writing
}

// readerCount is enough to keep two cores busy; more only fight for the cache.
const readerCount = 4

// durable is how every connection writes. FULL: NORMAL lost acknowledged rows when the power went.
var durable = []string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "temp_store(MEMORY)"}

func openSQLite(path string) (*sqlite, error) {
	path = strings.TrimPrefix(path, "//")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("the data folder cannot be made: %w", err)
	}
	s := &sqlite{path: path}
	var err error
	if s.writer, err = s.connect("foreign_keys(1)"); err != nil {
		return nil, err
	}
	s.writer.SetMaxOpenConns(1)
	s.said.db = s.writer
	// The file and its mode are made by the first connection, so the writer comes first.
	if err := s.writer.Ping(); err != nil {
		return nil, fmt.Errorf("the database file %s cannot be opened: %w", path, err)
	}
	_ = os.Chmod(path, 0o600)
	if s.readers, err = s.connect("foreign_keys(1)", "query_only(1)"); err != nil {
		return nil, err
	}
	s.asked.db = s.readers
	s.readers.SetMaxOpenConns(readerCount)
	s.readers.SetMaxIdleConns(readerCount)
	// A connection keeps what it knew of the tables when it was opened.
	s.readers.SetConnMaxLifetime(tendEvery)
	return s, nil
}

func (s *sqlite) connect(pragmas ...string) (*sql.DB, error) {
	q := url.Values{"_txlock": {"immediate"}, "_time_format": {"sqlite"}, "_timezone": {"UTC"}}
	q["_pragma"] = append(append([]string{}, durable...), pragmas...)
	return sql.Open("sqlite", "file:"+(&url.URL{Path: s.path}).EscapedPath()+"?"+q.Encode())
}

// renew opens the readers that nobody uses just now anew: a connection plans by what it knew of the tables when it was opened, and
// of a table that was empty then it would read every row. The others follow when their time is over.
func (s *sqlite) renew() {
	s.readers.SetMaxIdleConns(0)
	s.readers.SetMaxIdleConns(readerCount)
}

func (s *sqlite) dialect() string { return dialect.SQLite }

func (s *sqlite) reader() *sql.DB { return s.readers }

func (s *sqlite) querier() entsql.ExecQuerier { return &s.asked }

// planned changes nothing: what is common is counted before a statement is chosen (Rarest).
func (s *sqlite) planned(args []any) []any { return args }

func (s *sqlite) begin(ctx context.Context) (*rawTx, error) {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	b := &begun{Tx: tx, kept: &s.said}
	return &rawTx{
		ExecQuerier: b, sqlTx: tx,
		commit:   func(context.Context) error { defer b.ended(); return tx.Commit() },
		rollback: func() error { defer b.ended(); return tx.Rollback() },
	}, nil
}

// withMigrationLock holds the write lock of a small database beside ours: several processes may start on one file.
func (s *sqlite) withMigrationLock(ctx context.Context, do func(context.Context) error) error {
	beside := &sqlite{path: s.path + "-migrate"}
	db, err := beside.connect()
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, "PRAGMA busy_timeout = 120000"); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("another process is migrating and did not finish within two minutes: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	return do(ctx)
}

// migrationDB has foreign keys off: rebuilding a table with them on deletes every child row without a word.
func (s *sqlite) migrationDB(context.Context) (*sql.DB, error) {
	db, err := s.connect("foreign_keys(0)")
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

func (s *sqlite) close() error {
	_ = s.readers.Close()
	return s.writer.Close()
}
