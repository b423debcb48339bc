package graph_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/seed"
)

// BenchmarkUsers is a page of 50 users with their groups, the work that SPEED calls W1.
func BenchmarkUsers(b *testing.B) {
	hub := hubtest.New(b, hubtest.Options{Quiet: true})
	if err := seed.Fill(context.Background(), hub.Store, slog.New(slog.DiscardHandler), seed.Options{Users: 2000, Groups: 50, RandomSeed: 1}); err != nil {
		b.Fatal(err)
	}
	admin := hub.Admin()
	const query = `{"query":"{users(first:50){edges{node{id firstName lastName email title status groups(first:10){edges{node{id name}}}}} pageInfo{hasNextPage endCursor}}}"}`
	b.ReportAllocs()
	for b.Loop() {
		r, err := admin.HTTP().Post(hub.URL+"/graphql", "application/json", strings.NewReader(query))
		if err != nil {
			b.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, r.Body)
		_ = r.Body.Close()
		if r.StatusCode != http.StatusOK {
			b.Fatal(r.Status)
		}
	}
}
