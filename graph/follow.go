package graph

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/visit"
)

// Subscriptions poll rows, since replicas share nothing but the database. Whoever asks is recognised anew before each look:
// a session that ended, a right that was taken away or a row out of reach ends the stream within a second.

const (
	// pollEvery is how often a stream looks.
	pollEvery = time.Second
	// streamsEach and streamsInAll bound what may be open at once, of one viewer and of this process.
	streamsEach, streamsInAll = 10, 500
)

// streams counts what is open.
type streams struct {
	mu    sync.Mutex
	open  map[string]int
	total int
}

// begin opens a stream for whoever asks; end closes it.
func (s *streams) begin(ctx context.Context) (end func(), err error) {
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	who := fmt.Sprint(v.Kind, v.ID)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[who] >= streamsEach || s.total >= streamsInAll {
		return nil, &fault.Fault{Kind: fault.Limited, Code: fault.Invalid, Message: "Too many streams are open at once. Close some, then try again."}
	}
	if s.open == nil {
		s.open = map[string]int{}
	}
	s.open[who]++
	s.total++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.open[who]--; s.open[who] == 0 {
			delete(s.open, who)
		}
		s.total--
	}, nil
}

// follow sends what look finds, look after look, oldest first, until whoever subscribed is gone, look refuses them, or nothing
// follows what it found (io.EOF). look is asked with whoever subscribed as they stand at that moment.
func follow[T any](ctx context.Context, r *Resolver, look func(context.Context) ([]T, error)) (<-chan T, error) {
	end, err := r.streams.begin(ctx)
	if err != nil {
		return nil, err
	}
	out := make(chan T)
	go func() {
		defer end()
		defer close(out)
		every := time.NewTicker(pollEvery)
		defer every.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-every.C:
			}
			found, err := lookAgain(ctx, look)
			if err != nil && err != io.EOF {
				visit.From(ctx).End(err)
				return
			}
			for _, one := range found {
				select {
				case <-ctx.Done():
					return
				case out <- one:
				}
			}
			if err == io.EOF {
				return
			}
		}
	}()
	return out, nil
}

// lookAgain is one look, by whoever asks as they stand now. What is sent is resolved as them, too.
func lookAgain[T any](ctx context.Context, look func(context.Context) ([]T, error)) ([]T, error) {
	now, err := visit.Again(ctx)
	if err == visit.ErrOver {
		return nil, fault.SignInFirst()
	}
	if err != nil {
		return nil, err
	}
	viewer.Become(ctx, viewer.From(now))
	return look(now)
}
