// Package purge erases for good what was deleted long enough ago: users with all that is theirs, and what else is marked as deleted. It
// never touches what is not, and does one thing at a time, in pieces, so that it may be interrupted at any moment.
package purge

import (
	"context"
	"encoding/json"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/store"
)

// The days that something stays deleted before it is erased: until MinDays a deletion can be undone, so it is never erased sooner.
const (
	MinDays = 30
	MaxDays = 3650
)

// days is the one option.
const days = "days"

// Service erases.
type Service struct{ Store *store.Store }

// Kind is one kind of what is erased. Keys are those of its rows.
type Kind struct {
	// What it is called, in the plural.
	What string
	// Count is how many were deleted before a moment, and Next some of them by key, after one.
	Count func(ctx context.Context, before time.Time) (int, error)
	Next  func(ctx context.Context, before time.Time, after int64, most int) ([]int64, error)
	// Clear takes out what belongs to one of them, in transactions of its own. It may be interrupted, and is then begun again.
	Clear func(ctx context.Context, before time.Time, id int64) error
	// Erase takes the rest out, in the caller's transaction; done is false for what came back meanwhile.
	Erase func(ctx context.Context, before time.Time, id int64) (done bool, err error)
}

// Kinds are all of them, in an order in which nothing that is left points to what goes.
func (s *Service) Kinds() []Kind {
	return []Kind{s.users(), s.reminders(), s.jobs(), s.pages(), s.contracts(), s.groups(), s.companies(), s.roles()}
}

// Check refuses options that make no sense, and whoever may not delete users: it returns them whole.
func (s *Service) Check(ctx context.Context, options map[string]any) (map[string]any, error) {
	if err := rule.RequireEverywhere(ctx, viewer.UsersDelete); err != nil {
		return nil, fault.Refuse(fault.CodeForbidden, nil, "Only those who may delete users may let a job erase them.")
	}
	n := MinDays
	for name, value := range options {
		if name != days {
			return nil, fault.Refuse(fault.Invalid, nil, "A purge has one option: days.")
		}
		var whole bool
		if n, whole = number(value); !whole || n < MinDays || n > MaxDays {
			return nil, fault.Refusef(fault.Invalid, fault.At(days), "Choose %d to %d days: a deletion can be undone for %d.", MinDays, MaxDays, MinDays)
		}
	}
	return map[string]any{days: n}, nil
}

// number reads a whole number as a request or a row has it.
func number(value any) (n int, whole bool) {
	text, err := json.Marshal(value)
	if err != nil || string(text) == "null" {
		return 0, false
	}
	err = json.Unmarshal(text, &n)
	return n, err == nil
}

// Before is the moment before which something must have been deleted, for a purge with these options that began at a time.
func Before(options map[string]any, at time.Time) time.Time {
	n, whole := number(options[days])
	if !whole || n < MinDays {
		n = MinDays
	}
	return at.AddDate(0, 0, -n)
}

// Due is how much a purge with so many days would erase now.
func (s *Service) Due(ctx context.Context, n int) (total int, err error) {
	for _, need := range []viewer.Permission{viewer.JobsWrite, viewer.UsersDelete} {
		if err := rule.RequireEverywhere(ctx, need); err != nil {
			return 0, err
		}
	}
	options, err := s.Check(ctx, map[string]any{days: n})
	if err != nil {
		return 0, err
	}
	before := Before(options, s.Store.Now(ctx))
	for _, kind := range s.Kinds() {
		count, err := kind.Count(ctx, before)
		if total += count; err != nil {
			return 0, err
		}
	}
	return total, nil
}

// all erases rows piece by piece until find finds none.
func (s *Service) all(ctx context.Context, find func(ctx context.Context, tx *gen.Client, most int) ([]int64, error),
	erase func(ctx context.Context, tx *gen.Client, ids []int64) (int, error)) error {
	for more := true; more; {
		if err := ctx.Err(); err != nil {
			return err
		}
		var err error
		if more, err = s.Store.EraseSome(hook.Purging(ctx), find, erase); err != nil {
			return err
		}
	}
	return nil
}

// mark holds what is about to go and writes down that it does not come back; going is false if it did.
func (s *Service) mark(ctx context.Context, hold func(ctx context.Context, tx *gen.Client, now time.Time) error) (going bool, err error) {
	err = s.Store.InTx(hook.Purging(ctx), func(ctx context.Context, tx *gen.Client) error { return hold(ctx, tx, s.Store.Now(ctx)) })
	return gone(err)
}

// each does something to rows of what was marked, some in one transaction, until find finds none: what is done is found no more.
func (s *Service) each(ctx context.Context, find func(ctx context.Context, tx *gen.Client, most int) ([]int64, error),
	do func(ctx context.Context, tx *gen.Client, id int64) error) error {
	return s.all(ctx, find, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
		for i, id := range ids {
			if err := do(ctx, tx, id); err != nil {
				return i, err
			}
		}
		return len(ids), nil
	})
}

// gone says whether a row was there to be erased.
func gone(err error) (bool, error) {
	if gen.IsNotFound(err) {
		return false, nil
	}
	return err == nil, err
}
