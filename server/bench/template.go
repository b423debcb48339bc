package main

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// template is what Portico wrote for one new user, row by row. Raw SQL writes the same rows for another one.
type template struct {
	rows []row
	// token is the part of the texts that is the user's own; the ids are those of the rows that others refer to.
	token string
	ids   newIDs
}

// newIDs are the keys of rows, by entity.
type newIDs map[string]int64

// row is one row without its key. Its statement is SQLite's.
type row struct {
	table, statement string
	columns, types   []string
	cells            []any
}

// order is the tables in which a new user has rows, and whose they are. A journal comes after what it tells of.
var order = []struct{ table, owner string }{
	{"users", "id"}, {"identities", "user_id"}, {"memberships", "user_id"}, {"changes", "subject_id"},
}

// readTemplate reads the rows of the user that Portico created.
func readTemplate(ctx context.Context, address string, id int64) (t template, err error) {
	db, err := open(address)
	if err != nil {
		return t, err
	}
	defer db.Close()
	t.ids = newIDs{"User": id}
	for _, from := range order {
		rows, err := db.QueryContext(ctx, fmt.Sprintf("SELECT * FROM %s WHERE %s = %d ORDER BY id", from.table, from.owner, id))
		if err != nil {
			return t, err
		}
		for rows.Next() {
			if err := t.add(from.table, rows); err != nil {
				return t, err
			}
		}
		if err := rows.Err(); err != nil {
			return t, err
		}
	}
	if t.token == "" || t.ids["Membership"] == 0 || len(t.rows) < 5 {
		return t, fmt.Errorf("user %d has only %d rows", id, len(t.rows))
	}
	return t, nil
}

// add takes one row, without its key and its place in the order of commits, which the database gives.
func (t *template) add(table string, rows *sql.Rows) error {
	types, err := rows.ColumnTypes()
	if err != nil {
		return err
	}
	values, pointers := make([]any, len(types)), make([]any, len(types))
	for i := range values {
		pointers[i] = &values[i]
	}
	if err := rows.Scan(pointers...); err != nil {
		return err
	}
	r := row{table: table}
	for i, column := range types {
		switch name := column.Name(); name {
		case "id":
			if table == "memberships" {
				t.ids["Membership"] = values[i].(int64)
			}
		case "commit_order":
		default:
			if table == "users" && name == "last_name" {
				t.token = fmt.Sprint(values[i])
			}
			r.columns, r.types, r.cells = append(r.columns, name), append(r.types, column.DatabaseTypeName()), append(r.cells, compact(name, values[i]))
		}
	}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(r.columns)), ", ")
	r.statement = fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(quoted(r.columns), ", "), marks)
	t.rows = append(t.rows, r)
	return nil
}

// compact brings the journal's JSON into one form.
func compact(column string, value any) any {
	if column != "old" && column != "new" {
		return value
	}
	text := fmt.Sprint(value)
	if b, ok := value.([]byte); ok {
		text = string(b)
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &fields) != nil {
		return value
	}
	b, _ := json.Marshal(fields) // came from JSON
	return string(b)
}

func quoted(names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = `"` + name + `"`
	}
	return all
}

// of is the entity of a row that others refer to; another name for all others.
func (r row) of() string {
	switch r.table {
	case "users":
		return "User"
	case "memberships":
		return "Membership"
	default:
		return r.table
	}
}

// about is the entity that a column refers to, or "".
func (r row) about(column string) string {
	switch column {
	case "user_id", "subject_id":
		return "User"
	case "entity_id":
		entity, _ := r.cells[slices.Index(r.columns, "entity")].(string)
		return entity
	default:
		return ""
	}
}

// values are the cells for another token, referring to what was made. Without made, references are left out: the
// statement makes them.
func (r row) values(t template, made newIDs, token string) []any {
	values := make([]any, len(r.cells))
	for i, cell := range r.cells {
		entity := r.about(r.columns[i])
		switch value := cell.(type) {
		case string:
			text := strings.ReplaceAll(value, t.token, token)
			if r.columns[i] == "new" {
				to := holder
				if made != nil {
					to = fmt.Sprint(made["User"])
				}
				text = strings.ReplaceAll(text, fmt.Sprintf(`"user_id":%d`, t.ids["User"]), `"user_id":`+to)
			}
			if r.columns[i] == "change_set" {
				text = rand.Text()
			}
			values[i] = text
		case []byte:
			values[i] = []byte(strings.ReplaceAll(string(value), t.token, token))
		default:
			values[i] = cell
		}
		if entity != "" && made != nil {
			values[i] = made[entity]
		}
	}
	return values
}

// holder stands where the statement puts the new user's key into the journal's JSON.
const holder = `"@user"`

// cell is one column of the statement that copies all rows: a parameter, or a reference to a row that it makes.
func (r row) cell(column, parameter string) string {
	value, mark, _ := strings.Cut(parameter, "::")
	switch entity := r.about(column); {
	case entity != "":
		// The parameter is there, and must have a type.
		return fmt.Sprintf("coalesce(new_%s.id, %s)", entity, parameter)
	case column == "new" && strings.Contains(fmt.Sprint(r.cells[slices.Index(r.columns, column)]), "user_id"):
		return fmt.Sprintf("replace(%s::text, '%s', new_User.id::text)::%s", value, holder, mark)
	default:
		return parameter
	}
}
