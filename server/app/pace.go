package app

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Answers are many small pieces, and what lives is small: sweeping whenever that has doubled would take a fifth of the
// time. So Go's memory grows to usualMemory before it is swept; where much lives, as in a big import, it doubles.
const (
	usualMemory = 40 << 20 // bytes
	besideHeap  = 16 << 20 // bytes of stacks and the like
	mostGrowth  = 400      // percent, as in GOGC
)

// pace says after each collection how far memory may grow until the next one.
func pace() {
	debug.SetGCPercent(mostGrowth)
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	limit := int64(0)
	var again func(*[16]byte)
	again = func(*[16]byte) {
		metrics.Read(live)
		if next := MemoryLimit(live[0].Value.Uint64()); next != limit {
			limit = next
			debug.SetMemoryLimit(limit)
		}
		// The next collection finds nobody who holds this.
		runtime.SetFinalizer(new([16]byte), again)
	}
	again(nil)
}

// MemoryLimit is how far Go's memory may grow, in bytes, with so much alive in its heap. It is never near what lives: a
// limit that is would mean collecting without end.
func MemoryLimit(live uint64) int64 {
	return max(usualMemory, 2*int64(live)+besideHeap)
}
