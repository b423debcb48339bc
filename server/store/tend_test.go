package store_test

import (
	"context"
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
)

// A hub that runs tells SQLite's planner what its tables hold, without anybody asking for it.
func TestTend(t *testing.T) {
	hub := hubtest.New(t, hubtest.Options{})
	for i := range 30 {
		hub.User(string(rune('a'+i%26))+string(rune('a'+i/26))+"@example.org", nil)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); hub.Store.Tend(ctx) }()
	hubtest.Eventually(t, "statistics of users", func() bool {
		var n int
		return hub.Store.Writer().QueryRow("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'users'").Scan(&n) == nil && n > 0
	})
	stop()
	<-done
}
