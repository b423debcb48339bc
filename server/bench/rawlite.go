package main

import (
	"context"
	"database/sql"
	"math"
	"strings"
	"sync"
)

// lite is SQLite: a few connections that read and one that writes, as in Portico, with all the memory that helps.
type lite struct {
	readers, writer *sql.DB
	// prepared statements, by their text
	prepared sync.Map
	template template
	// many is from how many hits on walking the list is cheaper than looking at all of them: the one costs as many
	// rows as there are hits, the other a page's rows times all users for each hit.
	many int
}

const liteReaders = 4

func openLite(ctx context.Context, address string, t template) (engine, error) {
	e := &lite{template: t}
	for _, db := range []**sql.DB{&e.readers, &e.writer} {
		one, err := open(address, "cache_size(-65536)", "mmap_size(1073741824)")
		if err != nil {
			return nil, err
		}
		*db = one
	}
	e.readers.SetMaxOpenConns(liteReaders)
	e.readers.SetMaxIdleConns(liteReaders)
	e.writer.SetMaxOpenConns(1)
	all, err := e.number(ctx, "SELECT max(id) FROM users")
	e.many = int(math.Sqrt(float64((pageSize + 1) * all)))
	return e, err
}

// ask runs a statement on a reader, prepared.
func (e *lite) ask(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	kept, ok := e.prepared.Load(statement)
	if !ok {
		made, err := e.readers.PrepareContext(ctx, numbered(statement))
		if err != nil {
			return nil, err
		}
		kept, _ = e.prepared.LoadOrStore(statement, made)
	}
	return kept.(*sql.Stmt).QueryContext(ctx, args...)
}

// numbered writes parameters as SQLite does.
func numbered(statement string) string { return strings.ReplaceAll(statement, "$", "?") }

func (e *lite) page(ctx context.Context, statement string, narrow ...any) ([]user, error) {
	rows, err := e.ask(ctx, "SELECT "+columns+statement, narrow...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	users := make([]user, 0, pageSize+1)
	for rows.Next() {
		users = append(users, user{})
		u := &users[len(users)-1]
		if err := rows.Scan(&u.id, &u.email, &u.first, &u.last, &u.title, &u.company, &u.phone, &u.created, &u.status); err != nil {
			return nil, err
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return users, e.join(ctx, users)
}

// joined asks for the groups of a page's users, however many they are.
var joined = `SELECT m.user_id, g.id, g.name FROM memberships m JOIN groups g ON g.id = m.group_id AND g.deleted_at IS NULL
	WHERE m.user_id IN (?` + strings.Repeat(", ?", pageSize-1) + `) ORDER BY m.user_id, m.id`

func (e *lite) join(ctx context.Context, users []user) error {
	if len(users) == 0 {
		return nil
	}
	ids := make([]any, pageSize)
	at := make(map[int64]*user, pageSize)
	for i := range ids {
		ids[i] = int64(0)
		if i < len(users) {
			ids[i], at[users[i].id] = users[i].id, &users[i]
		}
	}
	rows, err := e.ask(ctx, joined, ids...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var owner int64
		var g group
		if err := rows.Scan(&owner, &g.id, &g.name); err != nil {
			return err
		}
		if u := at[owner]; len(u.groups) < groupsEach {
			u.groups = append(u.groups, g)
		}
	}
	return rows.Err()
}

func (e *lite) filtered(ctx context.Context, page, count string, narrow ...any) ([]user, int, error) {
	users, err := e.page(ctx, page, narrow...)
	if err != nil {
		return nil, 0, err
	}
	total, err := e.number(ctx, count, narrow...)
	return users, total, err
}

func (e *lite) one(ctx context.Context, id int64) (user, []deed, error) {
	users, err := e.page(ctx, oneUser, id)
	if err != nil || len(users) == 0 {
		return user{}, nil, err
	}
	rows, err := e.ask(ctx, stream, id)
	if err != nil {
		return user{}, nil, err
	}
	defer rows.Close()
	var deeds []deed
	for rows.Next() {
		var d deed
		if err := rows.Scan(&d.id, &d.kind, &d.summary, &d.source, &d.at); err != nil {
			return user{}, nil, err
		}
		deeds = append(deeds, d)
	}
	return users[0], deeds, rows.Err()
}

// search intersects trigrams in the full-text table and looks at what is left. Of a fragment that many have, it walks
// the list by name instead until the page is full.
func (e *lite) search(ctx context.Context, fragment string) ([]user, error) {
	runes := []rune(fragment)
	var grams []string
	for i := 0; i+3 <= len(runes); i++ {
		grams = append(grams, `"`+string(runes[i:i+3])+`"`)
	}
	match := strings.Join(grams, " AND ")
	hits, err := e.number(ctx, `SELECT count(*) FROM (SELECT 1 FROM user_search WHERE user_search MATCH $1 LIMIT $2)`, match, e.many)
	switch {
	case err != nil:
		return nil, err
	case hits < e.many:
		return e.page(ctx, found+`u.id IN (SELECT rowid FROM user_search WHERE user_search MATCH $1) AND instr(u.search, $2) > 0`+inOrder, match, fragment)
	default:
		return e.page(ctx, found+`instr(u.search, $1) > 0`+inOrder, fragment)
	}
}

func (e *lite) number(ctx context.Context, statement string, args ...any) (n int, err error) {
	rows, err := e.ask(ctx, statement, args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			return 0, err
		}
	}
	return n, rows.Err()
}

func (e *lite) create(ctx context.Context, token string) (int64, error) {
	tx, err := e.writer.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer func() { _ = tx.Rollback() }() // nothing is left to take back after the commit
	made := newIDs{}
	for _, row := range e.template.rows {
		result, err := tx.ExecContext(ctx, row.statement, row.values(e.template, made, token)...)
		if err != nil {
			return 0, err
		}
		if made[row.of()], err = result.LastInsertId(); err != nil {
			return 0, err
		}
	}
	return made["User"], tx.Commit()
}
