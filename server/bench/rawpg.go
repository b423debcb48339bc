package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// pg is PostgreSQL, with a pool that stays open, so that its sessions do, too.
type pg struct {
	pool     *pgxpool.Pool
	template template
	copying  string
}

func openPG(ctx context.Context, address string, connections int, t template) (engine, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, err
	}
	config.MaxConns = int32(connections)
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	config.ConnConfig.RuntimeParams["max_parallel_workers_per_gather"] = "0"
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return &pg{pool: pool, template: t, copying: t.inOneStatement()}, pool.Ping(ctx)
}

func scanUsers(rows pgx.Rows, err error) ([]user, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	users := make([]user, 0, pageSize+1)
	for rows.Next() {
		users = append(users, user{})
		u := &users[len(users)-1]
		err := rows.Scan(&u.id, &u.email, &u.first, &u.last, &u.title, &u.company, &u.phone, &u.created, &u.status)
		if err != nil {
			return nil, err
		}
	}
	return users, rows.Err()
}

func (e *pg) page(ctx context.Context, statement string, narrow ...any) ([]user, error) {
	users, err := scanUsers(e.pool.Query(ctx, "SELECT "+columns+statement, narrow...))
	if err != nil || len(users) == 0 {
		return nil, err
	}
	return users, e.join(ctx, users)
}

// search has a plan made for each pattern: how rare it is decides.
func (e *pg) search(ctx context.Context, fragment string) ([]user, error) {
	return e.page(ctx, found+`u.search LIKE $1`+inOrder, pgx.QueryExecModeExec, "%"+fragment+"%")
}

const joinedTo = `SELECT m.user_id, g.id, g.name FROM memberships m JOIN groups g ON g.id = m.group_id AND g.deleted_at IS NULL
	WHERE m.user_id = ANY($1) ORDER BY m.id`

// join asks for the groups of a page's users. One statement for both is dearer: it looks for the groups user by user.
func (e *pg) join(ctx context.Context, users []user) error {
	ids := make([]int64, len(users))
	for i := range users {
		ids[i] = users[i].id
	}
	return scanGroups(users)(e.pool.Query(ctx, joinedTo, ids))
}

func scanGroups(users []user) func(pgx.Rows, error) error {
	return func(rows pgx.Rows, err error) error {
		if err != nil {
			return err
		}
		defer rows.Close()
		at := make(map[int64]*user, len(users))
		for i := range users {
			at[users[i].id] = &users[i]
		}
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
}

// filtered sends both statements at once.
func (e *pg) filtered(ctx context.Context, page, count string, narrow ...any) (users []user, total int, err error) {
	both := &pgx.Batch{}
	both.Queue("SELECT "+columns+page, narrow...)
	both.Queue(count, narrow...)
	answers := e.pool.SendBatch(ctx, both)
	users, err = scanUsers(answers.Query())
	if err == nil {
		err = answers.QueryRow().Scan(&total)
	}
	if err = errors.Join(err, answers.Close()); err != nil || len(users) == 0 {
		return nil, total, err
	}
	return users, total, e.join(ctx, users)
}

func (e *pg) one(ctx context.Context, id int64) (u user, deeds []deed, err error) {
	three := &pgx.Batch{}
	three.Queue("SELECT "+columns+oneUser, id)
	three.Queue(joinedTo, []int64{id})
	three.Queue(stream, id)
	answers := e.pool.SendBatch(ctx, three)
	defer answers.Close()
	users, err := scanUsers(answers.Query())
	if err != nil || len(users) == 0 {
		return u, nil, err
	}
	if err := scanGroups(users)(answers.Query()); err != nil {
		return u, nil, err
	}
	rows, err := answers.Query()
	if err != nil {
		return u, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var d deed
		if err := rows.Scan(&d.id, &d.kind, &d.summary, &d.source, &d.at); err != nil {
			return u, nil, err
		}
		deeds = append(deeds, d)
	}
	return users[0], deeds, rows.Err()
}

func (e *pg) create(ctx context.Context, token string) (id int64, err error) {
	var args []any
	for _, row := range e.template.rows {
		args = append(args, row.values(e.template, nil, token)...)
	}
	err = e.pool.QueryRow(ctx, e.copying, args...).Scan(&id)
	return id, err
}

// inOneStatement copies all rows at once: what one makes, the next ones refer to.
func (t template) inOneStatement() string {
	var made, from []string
	parameter := 0
	for i, row := range t.rows {
		var cells []string
		for j, c := range row.columns {
			parameter++
			cells = append(cells, row.cell(c, fmt.Sprintf("$%d::%s", parameter, row.types[j])))
		}
		source := ""
		if len(from) > 0 {
			source = " FROM " + strings.Join(from, ", ")
		}
		name := fmt.Sprintf("made%d", i)
		made = append(made, fmt.Sprintf("%s AS (INSERT INTO %s (%s) SELECT %s%s RETURNING id)",
			name, row.table, strings.Join(quoted(row.columns), ", "), strings.Join(cells, ", "), source))
		if of := row.of(); of == "User" || of == "Membership" {
			from = append(from, name+" AS new_"+of)
		}
	}
	return "WITH " + strings.Join(made, ", ") + " SELECT id FROM made0"
}
