package transfer_test

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importpart"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/transfer"
)

// busy is a file that can be read only while others can write.
type busy struct {
	io.ReaderAt
	others func() error
}

// ReadAt waits for somebody else's transaction.
func (b *busy) ReadAt(into []byte, at int64) (int, error) {
	if err := b.others(); err != nil {
		return 0, err
	}
	return b.ReaderAt.ReadAt(into, at)
}

// A file is read while no transaction is open: nobody waits with theirs until a large one is here.
func TestCheckReadsBeforeItWrites(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		importer := transfer.NewImporter(transfer.ImporterOptions{Store: hub.Store, Queue: job.New(hub.Store, slog.New(slog.DiscardHandler)), Accounts: hub.Accounts})
		text, wrote := "Email,First Name,Last Name\n"+strings.Repeat("a@example.org,Ana,"+strings.Repeat("x", 4000)+"\n", 1000), 0
		one, err := importer.Check(hubtest.System(), transfer.Upload{Name: "a.csv", Size: int64(len(text)), File: &busy{strings.NewReader(text), func() error {
			ctx, done := context.WithTimeout(hubtest.System(), time.Minute)
			defer done()
			wrote++
			return hub.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
				return tx.Report.Create().SetEventID(strings.Repeat("x", wrote)).SetAt(hub.Clock.Now()).Exec(ctx)
			})
		}}}, transfer.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		if one.State != importrun.StateCHECKING || one.Rows != 1000 {
			t.Errorf("it is %s, with %d rows", one.State, one.Rows)
		}
		ctx, kept := hubtest.System(), ""
		for _, part := range hub.Store.Ent(ctx).ImportPart.Query().Where(importpart.ImportID(one.ID)).Order(importpart.ByNumber()).AllX(ctx) {
			kept += string(part.Body)
		}
		if kept != text {
			t.Errorf("%d bytes were kept of %d", len(kept), len(text))
		}
	})
}

// slow is a file of which each piece takes its time.
type slow struct{ io.ReaderAt }

// ReadAt waits before it reads.
func (s slow) ReadAt(into []byte, at int64) (int, error) {
	time.Sleep(200 * time.Millisecond)
	return s.ReaderAt.ReadAt(into, at)
}

// A file that takes long to read is counted by the job, also if its rows are few and large.
func TestCheckDoesNotCountForLong(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		importer := transfer.NewImporter(transfer.ImporterOptions{Store: hub.Store, Queue: job.New(hub.Store, slog.New(slog.DiscardHandler)), Accounts: hub.Accounts})
		text := "Email,Note\n" + strings.Repeat("a@example.org,"+strings.Repeat("x", 8000)+"\n", 400)
		one, err := importer.Check(hubtest.System(), transfer.Upload{Name: "a.csv", Size: int64(len(text)), File: slow{strings.NewReader(text)}}, transfer.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		if one.State != importrun.StateCHECKING || one.Rows != 0 {
			t.Errorf("it is %s, with %d rows", one.State, one.Rows)
		}
	})
}
