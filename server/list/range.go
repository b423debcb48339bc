package list

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// keys is a range of an ordering's index: the values that are not empty, or the empty ones.
type keys struct {
	Order
	empty    bool
	backward bool
}

// place is where a cursor stands.
type place struct {
	value any
	empty bool
	id    int64
}

// ranges are the parts of the list in the order in which they are read.
func ranges(o Order, backward bool) []keys {
	filled, empty := keys{o, false, backward}, keys{o, true, backward}
	switch {
	case o.Kind != Key:
		return []keys{filled}
	case backward:
		return []keys{empty, filled}
	default:
		return []keys{filled, empty}
	}
}

// before reports that this range was read to its end before the cursor's place.
func (r keys) before(from *place) bool {
	if r.Kind != Key || r.empty == from.empty {
		return false
	}
	return r.empty == r.backward
}

// predicate restricts a query to the range, behind the cursor, in reading order.
func (r keys) predicate(from *place) func(*sql.Selector) {
	descending := r.Desc != r.backward
	return func(s *sql.Selector) {
		column, id := s.C(r.Column), s.C(r.tie())
		inside := from != nil && (r.Kind != Key || r.empty == from.empty)
		switch {
		case r.Kind == ID, r.empty:
			if r.empty {
				s.Where(isEmpty(s.Dialect(), column))
			}
			if inside {
				s.Where(compare(descending, id, from.id))
			}
			s.OrderBy(direction(descending, id))
			return
		case inside:
			s.Where(behind(descending, column, id, from))
		case r.Kind == Key:
			s.Where(sql.GT(column, []byte{}))
		}
		// Empty keys sort below all others, so reading down stops before them.
		if inside && descending && r.Kind == Key {
			s.Where(sql.GT(column, []byte{}))
		}
		s.OrderBy(direction(descending, column), direction(descending, id))
	}
}

// isEmpty finds the rows without a value. SQLite's planner knows how many rows share a value on average, not that many
// share this one: unless told, it would rather read them all than the few that a reach or a filter leaves.
func isEmpty(name, column string) *sql.Predicate {
	if name != dialect.SQLite {
		return sql.EQ(column, []byte{})
	}
	return sql.P(func(b *sql.Builder) {
		b.WriteString("likelihood(").Ident(column).WriteString(" = ").Arg([]byte{}).WriteString(", 0.25)")
	})
}

// behind compares (column, id) with the cursor's place as one row value, which both databases answer from the index.
func behind(descending bool, column, id string, from *place) *sql.Predicate {
	op := ") > ("
	if descending {
		op = ") < ("
	}
	return sql.P(func(b *sql.Builder) {
		b.WriteString("(").Ident(column).Comma().Ident(id).WriteString(op).Args(from.value, from.id).WriteString(")")
	})
}

func compare(descending bool, column string, value any) *sql.Predicate {
	if descending {
		return sql.LT(column, value)
	}
	return sql.GT(column, value)
}

func direction(descending bool, column string) string {
	if descending {
		return sql.Desc(column)
	}
	return sql.Asc(column)
}
