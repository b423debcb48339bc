package secret_test

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/secret"
)

// SECURITY, "passwords": two hundred wrong sign-ins at once take time, and the memory of as many as there are processors;
// the right one among them succeeds.
func TestPasswordsInABurst(t *testing.T) {
	const wrong, one = 200, 19 << 20
	p := secret.NewPasswords(secret.Standard)
	hash, err := p.Hash(t.Context(), "the right one 7")
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	var failed, let atomic.Int32
	var all sync.WaitGroup
	try := func(password string, want bool) {
		all.Go(func() {
			if fits, err := p.Verify(t.Context(), password, hash); err != nil || fits != want {
				failed.Add(1)
			}
			let.Add(1)
		})
	}
	for i := range wrong {
		try("a wrong one", false)
		if i == wrong/2 {
			try("the right one 7", true)
		}
	}
	var most uint64
	for let.Load() < wrong+1 {
		runtime.ReadMemStats(&now)
		most = max(most, now.HeapAlloc-min(now.HeapAlloc, before.HeapAlloc))
		time.Sleep(5 * time.Millisecond)
	}
	all.Wait()
	if failed.Load() > 0 {
		t.Errorf("%d of %d were answered wrongly", failed.Load(), wrong+1)
	}
	// What was just given back may not have been collected yet: as much again, twice.
	if bound := uint64(3*runtime.NumCPU()*one + 32<<20); most > bound {
		t.Errorf("%d MB were in use at a time, more than %d MB", most>>20, bound>>20)
	}
}
