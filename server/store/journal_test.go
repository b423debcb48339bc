package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/netip"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/visit"
)

// said is one value of a change as text; "" where it is not written down.
func said(values map[string]json.RawMessage, field string) string { return string(values[field]) }

func TestJournal(t *testing.T) {
	t.Run("one row tells who, from where, why and when", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			ctx := viewer.NewContext(context.Background(), &viewer.Viewer{
				Kind: viewer.User, ID: 42, Name: "Mona Kvam", Permissions: viewer.Permissions, Reach: viewer.Everything,
			})
			ctx = visit.With(ctx, &visit.Visit{RequestID: "0123456789abcdef", IP: netip.MustParseAddr("192.0.2.7")})
			var u *gen.User
			err := hub.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
				u, err = newUser(tx, "ana@example.org").Save(ctx)
				return err
			})
			rows := journal(t, hub, "User", u.ID)
			if err != nil || len(rows) != 1 {
				t.Fatalf("%d rows: %v", len(rows), err)
			}
			r := rows[0]
			if r.ActorKind != change.ActorKindUser || r.ActorID != 42 || r.Actor != "Mona Kvam" || r.Origin != "192.0.2.7" ||
				r.RequestID != "0123456789abcdef" || r.Operation != change.OperationCREATE || !r.At.Equal(u.CreatedAt) ||
				r.SubjectID == nil || *r.SubjectID != u.ID || len(r.ChangeSet) < 20 {
				t.Errorf("got %+v", r)
			}
			if len(r.Old) != 0 || said(r.New, "email") != `"ana@example.org"` || said(r.New, "first_name") != `"Ana"` {
				t.Errorf("old %s new %s", r.Old, r.New)
			}
		})
	})
	t.Run("several changes to one row are one, from the first value to the last", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			u := someUser(t, hub, "ana@example.org")
			write(t, hub, func(ctx context.Context, tx *gen.Client) error {
				for _, title := range []string{"One", "Two", "Three"} {
					if err := tx.User.UpdateOneID(u.ID).SetTitle(title).Exec(ctx); err != nil {
						return err
					}
				}
				return tx.User.UpdateOneID(u.ID).SetLastName("Berg").Exec(ctx)
			})
			rows := journal(t, hub, "User", u.ID)
			if len(rows) != 2 || rows[1].Operation != change.OperationUPDATE || rows[1].ChangeSet == rows[0].ChangeSet {
				t.Fatalf("got %v", rows)
			}
			was, is := rows[1].Old, rows[1].New
			if len(was) != 2 || said(was, "title") != "null" || said(is, "title") != `"Three"` ||
				said(was, "last_name") != `"Adams"` || said(is, "last_name") != `"Berg"` {
				t.Errorf("old %s new %s", was, is)
			}
		})
	})
	t.Run("the rows of one transaction share a change set and know their subject", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			var u *gen.User
			var n *gen.Note
			write(t, hub, func(ctx context.Context, tx *gen.Client) (err error) {
				if u, err = newUser(tx, "ana@example.org").Save(ctx); err != nil {
					return err
				}
				n, err = tx.Note.Create().SetUserID(u.ID).SetBody("prefers mail").Save(ctx)
				return err
			})
			users, notes := journal(t, hub, "User", u.ID), journal(t, hub, "Note", n.ID)
			if len(users) != 1 || len(notes) != 1 || users[0].ChangeSet != notes[0].ChangeSet || *notes[0].SubjectID != u.ID {
				t.Errorf("got %v and %v", users, notes)
			}
			write(t, hub, func(ctx context.Context, tx *gen.Client) error { return tx.Note.DeleteOneID(n.ID).Exec(ctx) })
			notes = journal(t, hub, "Note", n.ID)
			if len(notes) != 2 || notes[1].Operation != change.OperationDELETE || said(notes[1].Old, "body") != `"prefers mail"` ||
				len(notes[1].New) != 0 || *notes[1].SubjectID != u.ID {
				t.Errorf("got %v", notes)
			}
		})
	})
	t.Run("what is no news is not written down and raises no version", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			u := someUser(t, hub, "ana@example.org")
			write(t, hub, func(ctx context.Context, tx *gen.Client) error {
				return tx.User.UpdateOneID(u.ID).SetFirstName("Ana").SetLastSignInAt(hub.Clock.Now()).Exec(ctx)
			})
			after, err := hub.Store.Ent(system).User.Get(system, u.ID)
			if err != nil || after.Version != 1 || after.LastSignInAt == nil || len(journal(t, hub, "User", u.ID)) != 1 {
				t.Errorf("got %+v: %v", after, err)
			}
		})
	})
	t.Run("what was taken back is not written down", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			u := someUser(t, hub, "ana@example.org")
			_ = hub.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
				return errors.Join(tx.User.UpdateOneID(u.ID).SetTitle("Boss").Exec(ctx), errChangedMind)
			})
			if rows := journal(t, hub, "User", u.ID); len(rows) != 1 {
				t.Errorf("got %v", rows)
			}
		})
	})
	t.Run("a change by nobody is refused", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			err := hub.Store.InTx(context.Background(), func(_ context.Context, tx *gen.Client) error { return nil })
			if err != nil {
				t.Errorf("a transaction without a change needs nobody: %v", err)
			}
			err = hub.Store.InTx(context.Background(), func(ctx context.Context, tx *gen.Client) error {
				return newUser(tx, "ana@example.org").Exec(ctx)
			})
			if err == nil || exists(t, hub, "ana@example.org") {
				t.Errorf("got %v", err)
			}
		})
	})
	t.Run("keeps the order of commits", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			first, second := someUser(t, hub, "a@example.org"), someUser(t, hub, "b@example.org")
			a, b := journal(t, hub, "User", first.ID)[0], journal(t, hub, "User", second.ID)[0]
			if a.ID >= b.ID {
				t.Errorf("the ids are %d and %d", a.ID, b.ID)
			}
			// On PostgreSQL the transaction's id, by which a follower knows that it has missed nothing.
			if onPostgres := hub.Store.Pool() != nil; onPostgres && a.CommitOrder >= b.CommitOrder || !onPostgres && b.CommitOrder != 0 {
				t.Errorf("the commit orders are %d and %d", a.CommitOrder, b.CommitOrder)
			}
		})
	})
	t.Run("the fate of a message is its own and not a change", func(t *testing.T) {
		each(t, func(t *testing.T, hub *hubtest.Hub) {
			var m *gen.Message
			write(t, hub, func(ctx context.Context, tx *gen.Client) (err error) {
				m, err = tx.Message.Create().SetKind(message.KindNOTICE).SetTo("ana@example.org").SetSubject("Hello").SetBody([]byte("sealed")).Save(ctx)
				return err
			})
			write(t, hub, func(ctx context.Context, tx *gen.Client) error {
				return tx.Message.UpdateOneID(m.ID).AddAttempts(1).SetState(message.StateSENT).SetSentAt(time.Now()).Exec(ctx)
			})
			rows := journal(t, hub, "Message", m.ID)
			if len(rows) != 1 || rows[0].New["body"] != nil || said(rows[0].New, "to") != `"ana@example.org"` {
				t.Errorf("got %s", fmt.Sprint(rows))
			}
		})
	})
}
