package transfer

import (
	"context"
	"errors"

	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/ledger"
)

// refusals are rows that are in the way of the others, by their place.
type refusals map[int]error

func (r refusals) Error() string { return "some rows are refused" }

// together does rows in one transaction that makes all new users at once. Rows that are refused are left out of it and noted
// with it, so that an import stands behind all of them or before. It reports false where nothing was done, since a row is in
// the way and it is not known which.
func (w *walking) together(ctx context.Context, rows []*entry) (done bool, err error) {
	refused := refusals{}
	for i, e := range rows {
		if len(e.faults) > 0 {
			refused[i] = e.faults
		}
	}
	// What is refused shows others who are: each time round there are fewer.
	for {
		w.waiting = tally{}
		var fit []*entry
		for i, e := range rows {
			if why := refused[i]; why != nil {
				w.note(ctx, e, why)
			} else {
				fit = append(fit, e)
			}
		}
		if len(fit) == 0 {
			return true, nil
		}
		err := w.transact(ctx, fit, func(ctx context.Context, d *desk, t *tally) error { return w.applyAll(ctx, d, fit, t) })
		var more refusals
		switch {
		case err == nil:
			return true, nil
		case errors.As(err, &more):
			at := 0
			for i := range rows {
				if refused[i] != nil {
					continue
				}
				if why := more[at]; why != nil {
					refused[i] = why
				}
				at++
			}
		case ctx.Err() != nil, errors.Is(err, ledger.ErrOvertaken):
			return false, err
		default:
			w.waiting = tally{}
			return false, nil
		}
	}
}

// applyAll is apply for many rows. Those of users who are there come one by one; refusals are those of new ones.
func (w *walking) applyAll(ctx context.Context, d *desk, rows []*entry, t *tally) error {
	if err := d.makeNamed(ctx, rows); err != nil {
		return err
	}
	refused := refusals{}
	var new []account.CreateInput
	var of []int
	came, ids := make([]outcome, len(rows)), make([]int64, len(rows))
	for i, e := range rows {
		u, err := d.user(e.record)
		if err == nil && u != nil {
			if came[i], ids[i], err = w.meet(ctx, d, e, u); err != nil {
				return err
			}
			continue
		}
		var in account.CreateInput
		if err == nil {
			in, err = w.newcomer(ctx, d, e)
		}
		switch _, foreseen := fault.All(err); {
		case err == nil:
			new, of = append(new, in), append(of, i)
		case foreseen:
			refused[i] = err
		default:
			return err
		}
	}
	if err := w.create(ctx, rows, new, of, refused, came, ids); err != nil {
		return err
	}
	if len(refused) > 0 {
		return refused
	}
	for i, e := range rows {
		if t.did(ctx, e, came[i], ids[i]); came[i] == added && e.twin != 0 { // whom it may be too early to see
			hook.From(ctx).Override(ids[i], []string{string(fault.SameName)})
		}
	}
	return nil
}

// create makes the new users of some rows, by their places, unless one of them is refused.
func (w *walking) create(ctx context.Context, rows []*entry, new []account.CreateInput, of []int, refused refusals, came []outcome, ids []int64) error {
	made, why, err := w.Accounts.CreateSome(ctx, new)
	if err != nil {
		return err
	}
	for i, at := range of {
		if why[i] == nil {
			why[i] = rows[at].namesake(w.overridden())
		}
		if why[i] != nil {
			refused[at] = why[i]
		} else if len(made) > 0 {
			came[at], ids[at] = added, made[i].ID
		}
	}
	return nil
}
