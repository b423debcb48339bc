package lock

import "context"

// Row is one row of an entity.
type Row struct {
	Type string
	ID   int64
}

type known struct{}

// Remembering returns a context for a transaction, which remembers what it read of rows that it holds or has made itself: nobody
// else changes those before it ends. Whatever changes such a row forgets it.
func Remembering(ctx context.Context) context.Context {
	return context.WithValue(ctx, known{}, map[Row]any{})
}

// Remember keeps a row as it was read, or made. Outside a transaction nothing is held, and nothing kept.
func Remember(ctx context.Context, row Row, is any) {
	if all, ok := ctx.Value(known{}).(map[Row]any); ok {
		all[row] = is
	}
}

// Recall is a row that was kept.
func Recall[T any](ctx context.Context, row Row) (is T, kept bool) {
	all, _ := ctx.Value(known{}).(map[Row]any)
	is, kept = all[row].(T)
	return is, kept
}

// Forget makes a row be read anew.
func Forget(ctx context.Context, row Row) {
	if all, ok := ctx.Value(known{}).(map[Row]any); ok {
		delete(all, row)
	}
}
