package list

import "entgo.io/ent/dialect/sql"

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
