package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
)

// place is where the database of a hub is kept.
type place interface {
	// url is the database's address, given the hub's folder.
	url(folder string) string
	has(ctx context.Context) (bool, error)
	// clear makes room for a new one.
	clear(ctx context.Context) error
	// finish is called when the new one is whole.
	finish(ctx context.Context) error
	// drop takes the database away.
	drop(ctx context.Context) error
	close()
}

func placeOf(o Options, h *hub) (place, error) {
	if h.database == onSQLite {
		return inFolder{}, nil
	}
	address, err := url.Parse(o.Postgres)
	if err != nil {
		return nil, err
	}
	admin, err := sql.Open("pgx", o.Postgres)
	if err != nil {
		return nil, err
	}
	name := strings.ReplaceAll(filepath.Base(h.folder), "-", "_")
	return &onServer{admin: admin, address: address, name: name, prefix: name[:strings.LastIndex(name, "_")+1], part: name + "_part"}, nil
}

// inFolder keeps SQLite's file in the hub's folder, and comes and goes with it.
type inFolder struct{}

func (inFolder) url(folder string) string          { return "sqlite:" + filepath.Join(folder, "portico.db") }
func (inFolder) has(context.Context) (bool, error) { return true, nil }
func (inFolder) clear(context.Context) error       { return nil }
func (inFolder) finish(context.Context) error      { return nil }
func (inFolder) drop(context.Context) error        { return nil }
func (inFolder) close()                            {}

// onServer keeps a PostgreSQL database for each size of hub.
type onServer struct {
	admin              *sql.DB
	address            *url.URL
	name, prefix, part string
}

func (p *onServer) url(folder string) string {
	address := *p.address
	address.Path = "/" + p.name
	if strings.HasSuffix(folder, ".part") {
		address.Path = "/" + p.part
	}
	return address.String()
}

func (p *onServer) has(ctx context.Context) (has bool, err error) {
	err = p.admin.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", p.name).Scan(&has)
	return has, err
}

func (p *onServer) clear(ctx context.Context) error {
	rows, err := p.admin.QueryContext(ctx, "SELECT datname FROM pg_database WHERE starts_with(datname, $1)", p.prefix)
	if err != nil {
		return err
	}
	defer rows.Close()
	var old []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		old = append(old, name)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, name := range old {
		if _, err := p.admin.ExecContext(ctx, fmt.Sprintf("DROP DATABASE %q WITH (FORCE)", name)); err != nil {
			return err
		}
	}
	_, err = p.admin.ExecContext(ctx, fmt.Sprintf("CREATE DATABASE %q", p.part))
	return err
}

func (p *onServer) finish(ctx context.Context) error {
	if _, err := p.admin.ExecContext(ctx, fmt.Sprintf("ALTER DATABASE %q RENAME TO %q", p.part, p.name)); err != nil {
		return err
	}
	_, err := p.admin.ExecContext(ctx, "CHECKPOINT")
	return err
}

func (p *onServer) drop(ctx context.Context) error {
	_, err := p.admin.ExecContext(ctx, fmt.Sprintf("DROP DATABASE %q WITH (FORCE)", p.name))
	return err
}

func (p *onServer) close() { _ = p.admin.Close() }
