package config

import (
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"path/filepath"
	"strings"
)

// sqliteFile is the database in the data directory.
const sqliteFile = "portico.db"

// Database is where a database is reached: a SQLite file or a PostgreSQL URL. It prints without its password. The zero
// value is none.
type Database struct{ url, path string }

// IsSet reports whether there is a database here at all.
func (d Database) IsSet() bool { return d.IsSQLite() || d.IsPostgres() }

// IsSQLite reports whether it is a SQLite file.
func (d Database) IsSQLite() bool { return d.path != "" }

// IsPostgres reports whether it is a PostgreSQL server.
func (d Database) IsPostgres() bool { return d.url != "" }

// Path is the SQLite file, or "".
func (d Database) Path() string { return d.path }

// URL is the PostgreSQL URL with its password, or "". Do not log it.
func (d Database) URL() string { return d.url }

// inDataDir stands for the path until the data directory is known.
const inDataDir = "\x00"

// UnmarshalText reads sqlite:, sqlite:/path, postgres://… or postgresql://….
func (d *Database) UnmarshalText(text []byte) error {
	s := string(text)
	if path, ok := strings.CutPrefix(s, "sqlite:"); ok {
		if path = strings.TrimPrefix(path, "//"); strings.ContainsAny(path, "?#\x00") {
			return errNotAllowed // pragmas are ours to set
		}
		if d.path = inDataDir; path != "" {
			d.path = filepath.Clean(path)
		}
		return nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" || u.Opaque != "" {
		return errNotAllowed
	}
	if u.Host == "" && u.Query().Get("host") == "" {
		return errNotAllowed
	}
	d.url = s
	return nil
}

func (d Database) within(dir string) Database {
	if d.path == inDataDir {
		d.path = filepath.Join(dir, sqliteFile)
	}
	return d
}

// String is the setting without its password.
func (d Database) String() string {
	switch {
	case d.path != "":
		return "sqlite:" + d.path
	case d.url == "":
		return ""
	}
	u, err := url.Parse(d.url)
	if err != nil {
		return redacted
	}
	if _, has := u.User.Password(); has {
		u.User = url.UserPassword(u.User.Username(), "redacted")
	}
	query := u.Query()
	for name := range query {
		if strings.Contains(name, "password") {
			query.Set(name, "redacted")
		}
	}
	if u.RawQuery != "" {
		u.RawQuery = query.Encode()
	}
	return u.String()
}

// Format prints String for every verb.
func (d Database) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, d.String()) }

// LogValue keeps the password out of structured logs.
func (d Database) LogValue() slog.Value { return slog.StringValue(d.String()) }

// MarshalText keeps the password out of JSON.
func (d Database) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
