package activity

import (
	"context"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/viewer"
)

const (
	// atOnce is how many activities one look brings; the rest come with the next.
	atOnce = 500
	// late is how long a transaction may take that has drawn its keys already: on PostgreSQL rows come to light out of order.
	late = 10 * time.Second
)

// tail is what a follower of a stream has seen.
type tail struct {
	*Service
	userID int64
	// from is a key behind which nothing is new; marks are the highest keys at moments since then.
	from  int64
	marks []mark
	seen  map[int64]bool
}

type mark struct {
	at  time.Time
	key int64
}

// Follow returns what looks for activities of a user that were recorded since the last look, in the order in which they were;
// each look asks again whether whoever asks may read the stream.
func (s *Service) Follow(ctx context.Context, userID int64) (look func(context.Context) ([]*gen.Activity, error), err error) {
	if err := s.Readable(ctx, userID); err != nil {
		return nil, err
	}
	t := &tail{Service: s, userID: userID, seen: map[int64]bool{}}
	t.from, err = s.highest(ctx)
	return t.look, err
}

func (s *Service) highest(ctx context.Context) (int64, error) {
	id, err := s.Store.Ent(ctx).Activity.Query().Order(activity.ByID(sql.OrderDesc())).FirstID(viewer.ShowDeleted(viewer.AsSystem(ctx, "following")))
	if gen.IsNotFound(err) {
		return 0, nil
	}
	return id, err
}

func (t *tail) look(ctx context.Context) ([]*gen.Activity, error) {
	if err := t.Readable(ctx, t.userID); err != nil {
		return nil, err
	}
	highest, err := t.highest(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := t.Store.Ent(ctx).Activity.Query().Where(behind(t.userID, t.from)).Order(activity.ByID()).Limit(atOnce).All(ctx)
	if err != nil {
		return nil, err
	}
	var found []*gen.Activity
	for _, a := range rows {
		if !t.seen[a.ID] {
			t.seen[a.ID] = true
			found = append(found, a)
		}
	}
	t.marks = append(t.marks, mark{t.Store.Clock().Now(), highest})
	t.advance(rows)
	return found, nil
}

// advance moves from on: to where all was seen, or, where keys come to light out of order, to what was highest long ago.
func (t *tail) advance(rows []*gen.Activity) {
	now := t.marks[len(t.marks)-1]
	switch {
	case len(rows) == atOnce:
		t.from = rows[len(rows)-1].ID
	case t.Store.Dialect() == dialect.SQLite:
		t.from = now.key
	}
	for len(t.marks) > 1 && now.at.Sub(t.marks[0].at) >= late {
		if t.marks = t.marks[1:]; len(rows) < atOnce {
			t.from = max(t.from, t.marks[0].key)
		}
	}
	for id := range t.seen {
		if id <= t.from {
			delete(t.seen, id)
		}
	}
}

// behind finds a user's activities by key, among the few that are newest of all. SQLite would rather go through all of the
// user's: it is told not to.
func behind(userID, from int64) predicate.Activity {
	return func(s *sql.Selector) {
		s.Where(sql.GT(s.C(activity.FieldID), from))
		if s.Dialect() != dialect.SQLite {
			s.Where(sql.EQ(s.C(activity.FieldUserID), userID))
			return
		}
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString("+").Ident(s.C(activity.FieldUserID)).WriteString(" = ").Arg(userID)
		}))
	}
}
