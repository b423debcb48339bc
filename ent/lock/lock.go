// Package lock holds rows until a transaction ends. SQLite has one writer, so there is nothing to hold.
package lock

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// Update locks the rows of a query for whoever is about to change them, or something that must not change beside them.
func Update(s *sql.Selector) {
	if s.Dialect() == dialect.Postgres {
		s.ForUpdate()
	}
}

// Share keeps others from changing the rows of a query, and not from reading or sharing them: for what copies a row.
func Share(s *sql.Selector) {
	if s.Dialect() == dialect.Postgres {
		s.ForShare()
	}
}

// Claim is Update for work that many could do: it leaves out the rows that somebody else holds.
func Claim(s *sql.Selector) {
	if s.Dialect() == dialect.Postgres {
		s.ForUpdate(sql.WithLockAction(sql.SkipLocked))
	}
}
