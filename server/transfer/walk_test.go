package transfer_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/transfer"
)

// However long it takes to come to where an import stands, each turn gets it further.
func TestImportGetsOnInEachTurn(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		log := slog.New(slog.DiscardHandler)
		queue := job.New(hub.Store, log)
		queue.Turn = time.Nanosecond
		importer := transfer.NewImporter(transfer.ImporterOptions{Store: hub.Store, Queue: queue, Accounts: hub.Accounts, Log: log})
		file := &strings.Builder{}
		file.WriteString("Email,First Name,Last Name\n")
		for i := range 1200 {
			fmt.Fprintf(file, "u%d@example.org,Ana,Ryd\n", i%1100)
		}
		system := hubtest.System()
		one, err := importer.Check(system, transfer.Upload{Name: "a.csv", Size: int64(file.Len()), File: strings.NewReader(file.String())}, transfer.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		if err := queue.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = queue.Stop(context.Background()) })
		hubtest.Eventually(t, "the check to end", func() bool {
			one = hub.Store.Ent(system).ImportRun.GetX(system, one.ID)
			return one.State != importrun.StateCHECKING
		})
		// Rows of a later turn know those of the ones before.
		if one.State != importrun.StateCHECKED || one.Added != 1100 || one.Failed != 100 {
			t.Errorf("it is %s: %d are new, %d failed, %v", one.State, one.Added, one.Failed, one.Reason)
		}
	})
}
