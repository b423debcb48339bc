package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/importrow"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/transfer"
)

// broughtBy is an import in a state that somebody brought, with a piece of its file.
func broughtBy(hub *hubtest.Hub, by *ent.User, state importrun.State, at time.Time, set func(*ent.ImportRunCreate)) (made *ent.ImportRun) {
	hub.T.Helper()
	write(hub, func(ctx context.Context, tx *ent.Client) (err error) {
		create := tx.ImportRun.Create().SetState(state).SetActorKind(importrun.ActorKindUser).SetActorID(by.ID).SetAskerKind(importrun.AskerKindUser).
			SetAskerID(by.ID).SetFileName("people.csv").SetSize(1).SetColumns([]byte("[]")).SetOverride([]string{}).SetCreatedAt(at)
		if set != nil {
			set(create)
		}
		if made, err = create.Save(ctx); err != nil {
			return err
		}
		return tx.ImportPart.Create().SetImportID(made.ID).SetNumber(0).SetBody([]byte("x")).Exec(ctx)
	})
	return made
}

// A file of which not all is saved is nobody's, and what is left of one that never came is erased; what goes on is not.
func TestImportArriving(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, system := hub.Admin(), hubtest.System()
		mona := userOf(hub, "mona@example.org")
		left := broughtBy(hub, mona, importrun.StateARRIVING, hub.Clock.Now(), nil)
		id := vars{"id": left.GlobalID()}
		equal(t, "what it is", admin.Must(importByID, id).At("node"), nil)
		equal(t, "the list", admin.Must(`{imports(first:9){totalCount}}`, nil).Int("imports.totalCount"), 0)
		for _, text := range []string{runImport, stopImport, undoImport} {
			admin.Ask(text, vars{"in": id}).Refused("NOT_FOUND")
		}
		hub.Clock.Advance(90 * time.Minute)
		coming := broughtBy(hub, mona, importrun.StateARRIVING, hub.Clock.Now(), nil)
		hubtest.Eventually(t, "it is erased", func() bool {
			return !hub.Store.Ent(system).ImportRun.Query().Where(importrun.ID(left.ID)).ExistX(system)
		})
		hub.Settle()
		equal(t, "the pieces of the one that comes", hub.Store.Ent(system).ImportPart.Query().CountX(system), 1)
		equal(t, "that one", hub.Store.Ent(system).ImportRun.GetX(system, coming.ID).State, importrun.StateARRIVING)
	})
}

// Old imports that go on stand in nobody's way: what is over goes all the same, and they stay.
func TestImportForget(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		mona, system := userOf(hub, "mona@example.org"), hubtest.System()
		now := hub.Clock.Now()
		for range 20 {
			broughtBy(hub, mona, importrun.StateUNDOING, now.Add(-2*transfer.Kept), func(c *ent.ImportRunCreate) { c.SetStartedAt(now) })
		}
		again := broughtBy(hub, mona, importrun.StateCHECKED, now.Add(-2*transfer.Kept), func(c *ent.ImportRunCreate) { c.SetStartedAt(now).SetFinishedAt(now) })
		stale := broughtBy(hub, mona, importrun.StateCHECKING, now.Add(-2*transfer.Kept), func(c *ent.ImportRunCreate) { c.SetStartedAt(now.Add(-2 * transfer.Kept)).SetAdded(7) })
		hub.Clock.Advance(time.Hour)
		hubtest.Eventually(t, "it is erased", func() bool { return hub.Store.Ent(system).ImportPart.Query().CountX(system) == 21 })
		hub.Settle()
		gone := hub.Store.Ent(system).ImportRun.GetX(system, stale.ID)
		equal(t, "what stays of it", fmt.Sprint(gone.State, gone.Added, *gone.Reason, gone.FileErasedAt != nil), "STOPPED0Its file was erased.true")
		equal(t, "one that was checked again", hub.Store.Ent(system).ImportRun.GetX(system, again.ID).FileErasedAt, (*time.Time)(nil))
	})
}

// Taking back goes on where a worker left it that was killed: rows from the end, then the groups that rows made from the beginning.
func TestImportUndoGoesOn(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin, system := hub.Admin(), hubtest.System()
		mona := userOf(hub, "mona@example.org")
		for cursor, want := range map[int]struct{ untouched, groups string }{5: {"5 6 7", ""}, -4: {"2 3 4 5 6 7", "2 3 4"}} {
			one := broughtBy(hub, mona, importrun.StateUNDOING, hub.Clock.Now(), func(c *ent.ImportRunCreate) { c.SetAdded(6).SetCursor(cursor) })
			for row := 2; row <= 7; row++ {
				write(hub, func(ctx context.Context, tx *ent.Client) error {
					if err := tx.Group.Create().SetName(fmt.Sprint(cursor, " made by ", row)).Exec(ctx); err != nil {
						return err
					}
					return tx.ImportRow.Create().SetImportID(one.ID).SetRow(row).SetUserID(mona.ID).SetChangeSet(hook.From(ctx).ChangeSet).Exec(ctx)
				})
			}
			a := admin.Must(undoImport, vars{"in": vars{"id": one.GlobalID()}})
			equal(t, "the state", a.Text("undoImport.import.state"), "UNDONE")
			var untouched, groups []string
			for _, r := range hub.Store.Ent(system).ImportRow.Query().Where(importrow.ImportID(one.ID), importrow.UndoIsNil()).Order(importrow.ByRow()).AllX(system) {
				untouched = append(untouched, fmt.Sprint(r.Row))
			}
			for row := 2; row <= 7; row++ {
				if hub.Store.Ent(system).Group.Query().Where(group.Name(fmt.Sprint(cursor, " made by ", row))).ExistX(system) {
					groups = append(groups, fmt.Sprint(row))
				}
			}
			equal(t, "the rows that were done with", strings.Join(untouched, " "), want.untouched)
			equal(t, "the groups that were done with", strings.Join(groups, " "), want.groups)
		}
	})
}
