package hubtest

import (
	"context"
	"strconv"
	"strings"

	schema "github.com/portico-hub/portico/ent/gen/ent/migrate"
)

// Rows counts the rows of every table, the journal, the messages and the jobs among them, whoever may see them. It
// waits until the workers have nothing left to do. Tries are left out: they count whatever becomes of them.
func (h *Hub) Rows() map[string]int {
	h.T.Helper()
	h.Settle()
	tables := []string{"river_job"}
	for _, table := range schema.Tables {
		if table.Name == "throttles" {
			continue
		}
		tables = append(tables, table.Name)
	}
	counts := make([]string, len(tables))
	for i, name := range tables {
		counts[i] = "(SELECT count(*) FROM " + name + ")"
	}
	rows := make(map[string]int, len(tables))
	for i, n := range strings.Split(h.ask("SELECT "+strings.Join(counts, " || ',' || ")), ",") {
		rows[tables[i]], _ = strconv.Atoi(n)
	}
	return rows
}

// waiting are the states of jobs that are still to be done, for SQL.
const waiting = "'available','pending','retryable','running','scheduled'"

// timed are the tables whose rows fall due.
var timed = []string{"timers", "reminders", "jobs", "exports"}

// Settle waits until everything that is due happened and every job is done: what was to be sent is sent then, and nothing
// follows.
func (h *Hub) Settle() {
	h.T.Helper()
	Eventually(h.T, "all jobs done", func() bool {
		for _, table := range timed {
			due, err := h.Store.Due(context.Background(), table, h.Clock.Now(), 1)
			must(h.T, err)
			if len(due) > 0 && !h.quiet {
				return false
			}
		}
		return h.ask("SELECT count(*) || '' FROM river_job WHERE state IN ("+waiting+")") == "0"
	})
}

// AtRest waits until no job is being done: whatever was begun has written down how it ended, and when it is tried again by
// the clock as it stands. A test waits so before it moves the clock, lest what is put off is put off from there.
func (h *Hub) AtRest() {
	h.T.Helper()
	Eventually(h.T, "no job is being done", func() bool {
		return h.ask("SELECT count(*) || '' FROM river_job WHERE state = 'running'") == "0"
	})
}

// ask reads one text past Ent and its rules.
func (h *Hub) ask(query string) (answer string) {
	h.T.Helper()
	if pool := h.Store.Pool(); pool != nil {
		must(h.T, pool.QueryRow(context.Background(), query).Scan(&answer))
		return answer
	}
	must(h.T, h.Store.Writer().QueryRowContext(context.Background(), query).Scan(&answer))
	return answer
}

// Holding are the tables in which a word stands anywhere, in any case, whoever may read it there. Jobs hold keys alone.
func (h *Hub) Holding(word string) (tables []string) {
	h.T.Helper()
	h.Settle()
	for _, table := range schema.Tables {
		columns := make([]string, len(table.Columns))
		for i, c := range table.Columns {
			columns[i] = `lower(CAST("` + c.Name + `" AS TEXT)) LIKE '%` + strings.ToLower(word) + `%'`
		}
		if h.ask(`SELECT count(*) || '' FROM "`+table.Name+`" WHERE `+strings.Join(columns, " OR ")) != "0" {
			tables = append(tables, table.Name)
		}
	}
	return tables
}
