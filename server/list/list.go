// Package list is the one way to list: a keyset page as an Ent query with selector predicates, so that the rules still
// run. Values that are not empty come first, in order, then the empty ones: two ranges of one index, in both
// directions. A page costs the same anywhere in the list.
package list

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/portico-hub/portico/server/fault"
)

// MaxPage is the most that one page holds.
const MaxPage = 100

// Kind says how the column of an ordering is compared.
type Kind int

const (
	// Key is a folded sort key, which is empty when the value is.
	Key Kind = iota
	// Filled is a folded sort key that is never empty.
	Filled
	// Flag is yes or no.
	Flag
	// Text is a short word that is never empty.
	Text
	// Time is a time that is never empty.
	Time
	// ID orders by the id alone.
	ID
)

// Order is one ordering on offer. Ties are settled by the id, in the same direction.
type Order struct {
	// Name stands in the cursor: a cursor goes with one ordering.
	Name   string
	Column string
	Kind   Kind
	Desc   bool
	// Tie is the column of the id; "id" if empty.
	Tie string
}

func (o Order) tie() string { return cmp.Or(o.Tie, "id") }

// Args are the paging arguments of a connection.
type Args struct {
	First, Last   *int
	After, Before *Cursor
}

// Page is one page of nodes, in list order whichever way it was read.
type Page[T any] struct {
	Nodes            []T
	HasNext, HasPrev bool
	// Cursor is the signed place of a node.
	Cursor func(T) Cursor
}

// Source is what a list reads from.
type Source[T any] struct {
	Order Order
	// Signer signs cursors.
	Signer Signer
	// Fetch runs the query with one more predicate and a limit.
	Fetch func(ctx context.Context, where func(*sql.Selector), limit int) ([]T, error)
	// Place is a node's value in the ordering's column ([]byte, bool, string or time.Time; nil for ID) and its id.
	Place func(T) (value any, id int64)
}

// Read reads one page. It answers BAD_USER_INPUT for a page size or a cursor that makes no sense.
func Read[T any](ctx context.Context, src Source[T], args Args) (*Page[T], error) {
	size, backward, err := args.size()
	if err != nil {
		return nil, err
	}
	token := args.After
	if backward {
		token = args.Before
	}
	var from *place
	if token != nil {
		if from, err = src.Signer.open(src.Order, token.String()); err != nil {
			return nil, err
		}
	}
	nodes := make([]T, 0, size+1)
	for _, r := range ranges(src.Order, backward) {
		if from != nil && r.before(from) {
			continue
		}
		more, err := src.Fetch(ctx, r.predicate(from), size+1-len(nodes))
		if err != nil {
			return nil, err
		}
		if nodes = append(nodes, more...); len(nodes) > size {
			break
		}
	}
	return page(src, nodes, size, backward, token != nil), nil
}

func page[T any](src Source[T], nodes []T, size int, backward, continued bool) *Page[T] {
	more := len(nodes) > size
	if more {
		nodes = nodes[:size]
	}
	p := &Page[T]{Nodes: nodes, HasNext: more, HasPrev: continued, Cursor: func(n T) Cursor {
		value, id := src.Place(n)
		return Cursor{signer: &src.Signer, order: &src.Order, value: value, id: id}
	}}
	if backward {
		slices.Reverse(p.Nodes)
		p.HasNext, p.HasPrev = continued, more
	}
	return p
}

// size is the page size and the direction.
func (a Args) size() (size int, backward bool, err error) {
	switch {
	case a.First != nil && a.Last != nil:
		return 0, false, badPage("Ask for first or for last, not for both.")
	case a.First != nil && a.Before != nil, a.Last != nil && a.After != nil:
		return 0, false, badPage("Ask for first with after, or for last with before.")
	case a.First != nil:
		size = *a.First
	case a.Last != nil:
		size, backward = *a.Last, true
	default:
		return 0, false, badPage("Say how many with first or last, at most 100.")
	}
	if size < 0 || size > MaxPage {
		return 0, false, badPage("first and last are from 0 to 100.")
	}
	return size, backward, nil
}

func badPage(sentence string) error {
	return &fault.Fault{Kind: fault.BadRequest, Code: fault.Invalid, Message: sentence}
}

// Counter counts a whole list, when a client asks for it.
type Counter func(context.Context) (int, error)

// Cut makes a page of nodes that were read ahead, from the list's beginning, one more than asked for if there are.
func Cut[T any](src Source[T], nodes []T, size int) *Page[T] {
	return page(src, nodes[:min(len(nodes), size+1)], size, false, false)
}
