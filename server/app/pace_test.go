package app_test

import (
	"testing"

	"github.com/portico-hub/portico/server/app"
)

func TestMemoryLimit(t *testing.T) {
	const MB = 1 << 20
	for _, c := range []struct {
		claim      string
		live, want int
	}{
		{"nothing yet", 0, 40},
		{"what lives as usual", 12, 40},
		{"what is twice as much has room to double", 24, 64},
		{"and so has a big import", 400, 816},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := app.MemoryLimit(uint64(c.live * MB)); got != int64(c.want*MB) {
				t.Errorf("%d MB, not %d", got/MB, c.want)
			}
		})
	}
}
