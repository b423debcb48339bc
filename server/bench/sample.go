package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/portico-hub/portico/server/gid"
)

// sample is what of a hub is asked for: the same of every contestant, in the same order.
type sample struct {
	// ids are users all over the table; rare are fragments that find few.
	ids  []int64
	rare []string
	// deep are consecutive places in the middle of the list by last name, pages apart.
	deep []spot
	// small is a group of about one user in a hundred, large is the largest.
	small, large int64
	// users is how many there are; their keys are 1 to this.
	users int
	// postmaster is the process of the PostgreSQL server, or 0.
	postmaster int
}

// spot is a place in the list by last name.
type spot struct {
	id    int64
	key   []byte
	email string
	// cursor is Portico's for this place.
	cursor string
}

// The number of parts of the table from which users are taken, and of different questions of one work.
const (
	parts     = 1000
	questions = 16
)

// common are fragments that one user in ten to thirty has, none are those that nobody has.
var (
	common = []string{"sen", "ian", "ver", "ine", "nordic", "mar"}
	none   = []string{"xqzvkk", "wwkqx", "zzqyx", "qvbxk"}
)

func step(h *hub) int { return max(1, h.users/parts) }

// look picks what to ask for.
func (h *hub) look(ctx context.Context) (s sample, err error) {
	s.users = h.users
	for i := range questions {
		id := int64(step(h)) * int64(1+i*(parts/questions))
		var email string
		if err := h.db.QueryRowContext(ctx, fmt.Sprintf("SELECT email FROM users WHERE id = %d", id)).Scan(&email); err != nil {
			return s, fmt.Errorf("user %d: %w", id, err)
		}
		name, _, _ := strings.Cut(email, "@")
		if _, after, ok := strings.Cut(name, "."); ok {
			name = after
		}
		s.ids, s.rare = append(s.ids, id), append(s.rare, name+"@")
	}
	if s.deep, err = h.middle(ctx); err != nil {
		return s, err
	}
	hundredth := h.users / 100
	if err := h.db.QueryRowContext(ctx, fmt.Sprintf(inGroups+" ORDER BY abs(count(*) - %d), g.id LIMIT 1", hundredth)).Scan(&s.small); err != nil {
		return s, err
	}
	if err := h.db.QueryRowContext(ctx, inGroups+" ORDER BY count(*) DESC, g.id LIMIT 1").Scan(&s.large); err != nil {
		return s, err
	}
	if h.database == onPostgres {
		s.postmaster, err = h.server(ctx)
	}
	return s, err
}

const inGroups = "SELECT g.id FROM memberships m JOIN groups g ON g.id = m.group_id WHERE NOT g.is_default GROUP BY g.id"

func (h *hub) middle(ctx context.Context) (deep []spot, err error) {
	rows, err := h.db.QueryContext(ctx, fmt.Sprintf(
		"SELECT id, sort_last_name, email FROM users WHERE deleted_at IS NULL ORDER BY sort_last_name, id LIMIT %d OFFSET %d", questions*10, h.users/2))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for i := 0; rows.Next(); i++ {
		var at spot
		if err := rows.Scan(&at.id, &at.key, &at.email); err != nil {
			return nil, err
		}
		if i%10 == 0 {
			deep = append(deep, at)
		}
	}
	return deep, rows.Err()
}

// server is the process that the sessions of PostgreSQL belong to, if it runs on this machine; otherwise 0.
func (h *hub) server(ctx context.Context) (int, error) {
	if h.database != onPostgres {
		return 0, nil
	}
	var session int
	if err := h.db.QueryRowContext(ctx, "SELECT pg_backend_pid()").Scan(&session); err != nil {
		return 0, err
	}
	s, err := statOf(session)
	if err != nil {
		return -1, nil // a meter with a process that does not exist cannot be read, and rates alone are shown
	}
	return s.parent, nil
}

// asked is a question as GraphQL over HTTP wants it.
func asked(query string, variables map[string]any) []byte {
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables}) // plain values
	return body
}

// variables are those of each question of a work.
func (s sample) variables(w work) (all []map[string]any) {
	add := func(name string, value any) { all = append(all, map[string]any{name: value}) }
	switch w.key {
	case "first":
		all = append(all, map[string]any{})
	case "deep":
		for _, at := range s.deep {
			add("after", at.cursor)
		}
	case "one":
		for _, id := range s.ids {
			add("id", gid.Encode("User", id))
		}
	case "small", "large":
		group := map[string]int64{"small": s.small, "large": s.large}[w.key]
		all = append(all, map[string]any{"group": gid.Encode("Group", group), "since": since})
	default:
		for _, fragment := range s.fragments(w) {
			add("search", fragment)
		}
	}
	return all
}

func (s sample) fragments(w work) []string {
	return map[string][]string{"common": common, "rare": s.rare, "none": none}[w.key]
}

// addresses are the same questions for raw SQL.
func (s sample) addresses(w work) (all []string) {
	add := func(format string, args ...any) { all = append(all, "/"+w.key+fmt.Sprintf(format, args...)) }
	switch w.key {
	case "first":
		add("")
	case "deep":
		for _, at := range s.deep {
			add("?key=%x&id=%d", at.key, at.id)
		}
	case "one":
		for _, id := range s.ids {
			add("?id=%d", id)
		}
	case "small", "large":
		add("?group=%d", map[string]int64{"small": s.small, "large": s.large}[w.key])
	default:
		for _, fragment := range s.fragments(w) {
			add("?search=%s", fragment)
		}
	}
	return all
}
