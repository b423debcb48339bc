package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/portico-hub/portico/server/gid"
)

// told is an activity as raw SQL is told of it.
type told struct {
	User    int64  `json:"u"`
	Kind    string `json:"k"`
	Summary string `json:"s"`
}

// tell is the nth activity that W6 records: of users all over the table, in no order, other than those whom W4 looks at.
func (s sample) tell(n uint64) told {
	const stride = 7_919_000_003 // a prime beyond any number of users
	id := int64(n*stride%uint64(s.users)) + 1
	if id%s.ids[0] == 0 && id > 1 {
		id--
	}
	return told{id, "order", fmt.Sprintf("Order %d, 3 items", n%100_000)}
}

// toldGraphQL is the input of recordActivity, or of recordActivities for more than one.
func (s sample) toldGraphQL(from uint64, n int) any {
	all := make([]map[string]any, n)
	for i := range all {
		one := s.tell(from*uint64(n) + uint64(i))
		all[i] = map[string]any{"userId": gid.Encode("User", one.User), "kind": one.Kind, "summary": one.Summary}
	}
	if n == 1 {
		return all[0]
	}
	return all
}

func (s sample) toldPlain(from uint64, n int) []byte {
	all := make([]told, n)
	for i := range all {
		all[i] = s.tell(from*uint64(n) + uint64(i))
	}
	body, _ := json.Marshal(all) // plain values
	return body
}

// listened reads what raw SQL is told.
func (s raw) listened(r *http.Request) (all []told, last int64, err error) {
	body, err := io.ReadAll(r.Body)
	if err == nil {
		err = json.Unmarshal(body, &all)
	}
	if err == nil && len(all) == 0 {
		err = errors.New("nothing is told")
	}
	if err == nil {
		last, err = s.record(r.Context(), all)
	}
	return all, last, err
}

func (s raw) appendOne(b []byte, r *http.Request) ([]byte, error) {
	all, id, err := s.listened(r)
	if err != nil {
		return b, err
	}
	b = appendString(append(b, `{"data":{"recordActivity":{"activity":{"id":`...), gid.Encode("Activity", id))
	b = appendString(append(b, `,"kind":`...), all[0].Kind)
	b = appendString(append(b, `,"summary":`...), all[0].Summary)
	return append(b, `},"userErrors":[]}}}`...), nil
}

func (s raw) appendMany(b []byte, r *http.Request) ([]byte, error) {
	all, _, err := s.listened(r)
	return fmt.Appendf(b, `{"data":{"recordActivities":{"recorded":%d,"userErrors":[]}}}`, len(all)), err
}

const insertDeed = `INSERT INTO activities (user_id, kind, summary, source, actor, occurred_at, created_at) `

func (e *pg) record(ctx context.Context, all []told) (id int64, err error) {
	now := time.UnixMicro(moment())
	if len(all) == 1 {
		one := all[0]
		err = e.pool.QueryRow(ctx, insertDeed+`VALUES ($1, $2, $3, 'API', 'Bench', $4, $4) RETURNING id`, one.User, one.Kind, one.Summary, now).Scan(&id)
		return id, err
	}
	users, kinds, summaries := make([]int64, len(all)), make([]string, len(all)), make([]string, len(all))
	for i, one := range all {
		users[i], kinds[i], summaries[i] = one.User, one.Kind, one.Summary
	}
	_, err = e.pool.Exec(ctx, insertDeed+`SELECT u, k, s, 'API', 'Bench', $4::timestamptz, $4::timestamptz FROM unnest($1::bigint[], $2::text[], $3::text[]) AS t(u, k, s)`,
		users, kinds, summaries, now)
	return 0, err
}

func (e *lite) record(ctx context.Context, all []told) (int64, error) {
	now := time.UnixMicro(moment()).UTC()
	args := make([]any, 0, len(all)*5)
	for _, one := range all {
		args = append(args, one.User, one.Kind, one.Summary, now, now)
	}
	statement := insertDeed + `VALUES ` + strings.TrimSuffix(strings.Repeat(`(?, ?, ?, 'API', 'Bench', ?, ?),`, len(all)), ",")
	kept, ok := e.prepared.Load(statement)
	if !ok {
		made, err := e.writer.PrepareContext(ctx, statement)
		if err != nil {
			return 0, err
		}
		kept, _ = e.prepared.LoadOrStore(statement, made)
	}
	result, err := kept.(*sql.Stmt).ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}
