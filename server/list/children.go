package list

import (
	"errors"

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
