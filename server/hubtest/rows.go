package hubtest

import (
	"context"
	"strings"

	schema "github.com/portico-hub/portico/ent/gen/ent/migrate"
)

// Rows counts the rows of every table, the journal, the messages and the jobs among them, whoever may see them. It
// waits until the workers have nothing left to do.
func (h *Hub) Rows() map[string]int {
	h.T.Helper()
	h.Settle()
	rows := map[string]int{"river_job": h.count("SELECT count(*) FROM river_job")}
	for _, table := range schema.Tables {
		rows[table.Name] = h.count("SELECT count(*) FROM " + table.Name)
	}
	return rows
}

// Settle waits until every job that is due is done: what was to be sent is sent then, and nothing follows.
func (h *Hub) Settle() {
	h.T.Helper()
	waiting := "'" + strings.Join([]string{"available", "pending", "retryable", "running", "scheduled"}, "','") + "'"
	Eventually(h.T, "all jobs done", func() bool {
		return h.count("SELECT count(*) FROM river_job WHERE state IN ("+waiting+")") == 0
	})
}

func (h *Hub) count(query string) (n int) {
	h.T.Helper()
	if pool := h.Store.Pool(); pool != nil {
		must(h.T, pool.QueryRow(context.Background(), query).Scan(&n))
		return n
	}
	must(h.T, h.Store.Writer().QueryRowContext(context.Background(), query).Scan(&n))
	return n
}
