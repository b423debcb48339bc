package list

import (
	"errors"
	"iter"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// Children keeps the first limit rows of each parent, by id: one windowed statement for the children of a whole page.
// The parents are those whose keys are given, never the table.
func Children(table, parent string, parents []int64, limit int) func(*sql.Selector) {
	return func(s *sql.Selector) {
		keys := make([]any, len(parents))
		for i, id := range parents {
			keys[i] = id
		}
		t := sql.Dialect(s.Dialect()).Table(table)
		numbered := sql.Dialect(s.Dialect()).Select(t.C("id")).
			AppendSelectExprAs(sql.RowNumber().PartitionBy(t.C(parent)).OrderBy(t.C("id")), "place").
			From(t).Where(sql.In(t.C(parent), keys...)).As("numbered")
		first := sql.Dialect(s.Dialect()).Select(numbered.C("id")).From(numbered).Where(sql.LTE(numbered.C("place"), limit))
		s.Where(sql.In(s.C("id"), first))
	}
}

// Foremost keeps the limit rows of each parent that come first in an order, by one statement. Each parent's are read along
// the index of the order, so that a parent with a million costs no more than one with few. Rows that are marked as deleted
// count for nothing.
func Foremost(table, parent string, parents []int64, o Order, limit int) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			of := func(write func()) {
				b.WriteString("SELECT ").Ident("id").WriteString(" FROM ").Ident(table).WriteString(" WHERE ").Ident(parent).WriteString(" = ")
				write()
				b.WriteString(" AND ").Ident("deleted_at").WriteString(" IS NULL ORDER BY ").WriteString(direction(o.Desc, b.Quote(o.Column))).Comma().
					WriteString(direction(o.Desc, b.Quote("id"))).WriteString(" LIMIT ").Arg(limit)
			}
			b.Ident(s.C("id")).WriteString(" IN (")
			if s.Dialect() == dialect.Postgres {
				b.WriteString("SELECT foremost.id FROM unnest(ARRAY[")
				for i, id := range parents {
					if i > 0 {
						b.Comma()
					}
					b.Arg(id)
				}
				b.WriteString("]::bigint[]) AS p(id), LATERAL (")
				of(func() { b.WriteString("p.id") })
				b.WriteString(") AS foremost)")
				return
			}
			for i, id := range parents {
				if i > 0 {
					b.WriteString(" UNION ALL ")
				}
				b.WriteString("SELECT id FROM (")
				of(func() { b.Arg(id) })
				b.WriteString(")")
			}
			b.WriteString(")")
		}))
	}
}

// Beside makes a query that was reached from rows over an edge, such as the groups of some memberships, read columns of
// those rows, too: one statement for both, in which the rules of both stand. Value has them under the names that
// BesideName gives. table is the table of the rows.
func Beside(table string, columns ...string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		joined, _ := s.JoinedTableView("t1") // as Ent calls the rows that an edge starts from
		from, ok := joined.(*sql.Selector)
		if !ok {
			s.AddError(errors.New("beside: this query was not reached over an edge"))
			return
		}
		t := sql.Dialect(s.Dialect()).Table(table)
		for _, column := range columns {
			from.AppendSelectAs(t.C(column), BesideName(column))
			s.AppendSelect(from.C(BesideName(column)))
		}
	}
}

// BesideName is what a column that Beside reads is called.
func BesideName(column string) string { return "beside_" + column }

// What stands between the rows and the columns that Gather has put into one text.
const betweenRows, betweenColumns = ";", " "

// Gather is an aggregate: columns of all rows of a group as one text, which Gathered takes apart. They are keys and enums: none is
// empty or has a space or a semicolon. The rows are in no order.
func Gather(columns ...string) func(*sql.Selector) string {
	return func(s *sql.Selector) string {
		all := make([]string, len(columns))
		for i, column := range columns {
			all[i] = s.C(column)
		}
		return "string_agg(concat_ws('" + betweenColumns + "', " + strings.Join(all, ", ") + "), '" + betweenRows + "')"
	}
}

// Gathered are the rows of a text of Gather's, each with as many columns. The next row stands where this one stood.
func Gathered(text string, columns int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		row := make([]string, columns)
		for one := range strings.SplitSeq(text, betweenRows) {
			for i := range row {
				row[i], one, _ = strings.Cut(one, betweenColumns)
			}
			if !yield(row) {
				return
			}
		}
	}
}
