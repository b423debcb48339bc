package main

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/portico-hub/portico/server/gid"
)

// engine is one database as raw SQL uses it: a statement or two for each work.
type engine interface {
	// page is up to one user more than a page, with their groups; narrow are the arguments of that statement.
	page(ctx context.Context, statement string, narrow ...any) ([]user, error)
	// filtered is page with a count.
	filtered(ctx context.Context, page, count string, narrow ...any) ([]user, int, error)
	// one is a user with their newest activities.
	one(ctx context.Context, id int64) (user, []deed, error)
	// record writes activities, and answers the key of the last.
	record(ctx context.Context, all []told) (int64, error)
	// create copies the rows of the template for another token.
	create(ctx context.Context, token string) (int64, error)
	// search is the page of those in whom a fragment stands.
	search(ctx context.Context, fragment string) ([]user, error)
}

type user struct {
	id                    int64
	email, first, last    string
	title, company, phone sql.NullString
	created               time.Time
	status                string
	groups                []group
}

type group struct {
	id   int64
	name string
}

type deed struct {
	id                    int64
	kind, summary, source string
	at                    time.Time
}

// The statements, as PostgreSQL writes them. inMembers reads the copies of the user that a membership keeps.
const (
	pageSize   = 50
	groupsEach = 10
	columns    = `u.id, u.email, u.first_name, u.last_name, u.title, NULLIF(u.company_name, ''), u.cell_phone, u.created_at, u.status`
	inOrder    = ` ORDER BY u.sort_last_name, u.id LIMIT 51`
	firstPage  = ` FROM users u WHERE u.deleted_at IS NULL` + inOrder
	deepPage   = ` FROM users u WHERE u.deleted_at IS NULL AND (u.sort_last_name, u.id) > ($1, $2)` + inOrder
	found      = ` FROM users u WHERE u.deleted_at IS NULL AND `
	inMembers  = ` FROM memberships m JOIN users u ON u.id = m.user_id
		WHERE m.group_id = $1 AND m.user_status = 'ACTIVE' AND m.user_created_at >= $2 ORDER BY m.sort_last_name, m.user_id LIMIT 51`
	members = ` FROM memberships WHERE group_id = $1 AND user_status = 'ACTIVE' AND user_created_at >= $2`
	exact   = `SELECT count(*)` + members
	bounded = `SELECT count(*) FROM (SELECT 1` + members + ` LIMIT 50001) AS capped`
	oneUser = ` FROM users u WHERE u.id = $1 AND u.deleted_at IS NULL`
	stream  = `SELECT id, kind, summary, source, occurred_at FROM activities WHERE user_id = $1 AND deleted_at IS NULL ORDER BY occurred_at DESC, id DESC LIMIT 5`
)

// serveRaw is the contestant of hand-written SQL: one process beside the database, without rules, journal or GraphQL.
func serveRaw(ctx context.Context, args []string) error {
	fs := flag.NewFlagSet("raw", flag.ContinueOnError)
	addr := fs.String("addr", "", "where to listen")
	database := fs.String("database", "", "the URL of the database")
	connections := fs.Int("connections", 8, "how many connections to keep")
	template := fs.Int64("template", 0, "the user whose rows are copied")
	if err := fs.Parse(args); err != nil {
		return err
	}
	rows, err := readTemplate(ctx, *database, *template)
	if err != nil {
		return fmt.Errorf("the template: %w", err)
	}
	var e engine
	if strings.HasPrefix(*database, "sqlite:") {
		e, err = openLite(ctx, *database, rows)
	} else {
		e, err = openPG(ctx, *database, *connections, rows)
	}
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	for path, answer := range (raw{e}).answers() {
		mux.HandleFunc(path, served(answer))
	}
	return listen(ctx, *addr, mux)
}

// raw answers the works.
type raw struct{ engine }

// answerer appends the answer to a request.
type answerer func(b []byte, r *http.Request) ([]byte, error)

func (s raw) answers() map[string]answerer {
	return map[string]answerer{
		"/first": func(b []byte, r *http.Request) ([]byte, error) {
			users, err := s.page(r.Context(), firstPage)
			return appendPage(b, users, -1), err
		},
		"/deep": s.deep, "/common": s.find, "/rare": s.find, "/none": s.find, "/one": s.card,
		"/append": s.appendOne, "/thousand": s.appendMany,
		"/small": s.filter(exact), "/large": s.filter(bounded),
		"/create": func(b []byte, r *http.Request) ([]byte, error) {
			id, err := s.create(r.Context(), r.FormValue("token"))
			b = appendString(append(b, `{"data":{"createUser":{"user":{"id":`...), gid.Encode("User", id))
			return append(b, `},"userErrors":[]}}}`...), err
		},
	}
}

func (s raw) deep(b []byte, r *http.Request) ([]byte, error) {
	q := r.URL.Query()
	key, err := hex.DecodeString(q.Get("key"))
	id, wrong := strconv.ParseInt(q.Get("id"), 10, 64)
	if err = errors.Join(err, wrong); err != nil {
		return b, err
	}
	users, err := s.page(r.Context(), deepPage, key, id)
	return appendPage(b, users, -1), err
}

func (s raw) find(b []byte, r *http.Request) ([]byte, error) {
	users, err := s.search(r.Context(), r.URL.Query().Get("search"))
	return appendPage(b, users, -1), err
}

// youngest is since as a time.
var youngest, _ = time.Parse(time.RFC3339, since)

func (s raw) filter(count string) answerer {
	return func(b []byte, r *http.Request) ([]byte, error) {
		group, err := strconv.ParseInt(r.URL.Query().Get("group"), 10, 64)
		if err != nil {
			return b, err
		}
		users, total, err := s.filtered(r.Context(), inMembers, count, group, youngest)
		return appendPage(b, users, total), err
	}
}

func (s raw) card(b []byte, r *http.Request) ([]byte, error) {
	id, err := strconv.ParseInt(r.URL.Query().Get("id"), 10, 64)
	if err != nil {
		return b, err
	}
	u, deeds, err := s.one(r.Context(), id)
	return appendCard(b, u, deeds), err
}
