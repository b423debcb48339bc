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

// Each transaction adds a piece to SQLite's index of search; tending leaves one, and everybody is still found.
func TestTendGathers(t *testing.T) {
	hub := hubtest.New(t, hubtest.Options{Quiet: true})
	pieces := func() (n int) {
		t.Helper()
		if err := hub.Store.Writer().QueryRow("SELECT count(DISTINCT segid) FROM user_search_idx").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if _, err := hub.Store.Writer().Exec("INSERT INTO user_search(user_search, rank) VALUES ('automerge', 0)"); err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		hub.User("gathered"+string(rune('a'+i))+"@example.org", nil)
	}
	if n := pieces(); n < 12 {
		t.Fatalf("the index is in %d pieces before anybody tends it", n)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); hub.Store.Tend(ctx) }()
	hubtest.Eventually(t, "an index of one piece", func() bool { return pieces() == 1 })
	stop()
	<-done
	var found int
	if err := hub.Store.Writer().QueryRow(`SELECT count(*) FROM user_search WHERE user_search MATCH '"gat" AND "red"'`).Scan(&found); err != nil || found != 12 {
		t.Errorf("%d of 12 are found afterwards, error: %v", found, err)
	}
	if _, err := hub.Store.Writer().Exec("INSERT INTO user_search(user_search, rank) VALUES ('integrity-check', 1)"); err != nil {
		t.Errorf("the index is not whole: %v", err)
	}
}
