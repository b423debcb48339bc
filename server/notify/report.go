package notify

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/report"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/store"
)

// The ways in which a delivery report is not taken, for the door that it came through.
var (
	// ErrNoReports: no secret is set, so nothing can be verified.
	ErrNoReports = errors.New("delivery reports are not set up")
	// ErrForged: not signed by the provider, or too old.
	ErrForged = mail.ErrNotSigned
	// ErrUnreadable: signed, and not a report.
	ErrUnreadable = mail.ErrUnreadable
	// ErrTooSoon: about an email whose answer is still awaited; the provider sends the report again.
	ErrTooSoon = errors.New("a delivery report that comes before the answer")
)

// reportsLive is how long it is remembered that a report was heard; the provider repeats one for a day at most.
const reportsLive = 7 * 24 * time.Hour

// order of the states that reports lead through: none takes a message back.
var order = []message.State{message.StateQUEUED, message.StateUNKNOWN, message.StateSENT, message.StateDELIVERED, message.StateOPENED,
	message.StateFAILED, message.StateBOUNCED, message.StateCOMPLAINED}

// Hear takes a delivery report: verified over its raw body, each once, and never backwards, in whatever order they come.
// One about an email that is not ours is dropped.
func (n *Notifier) Hear(ctx context.Context, header http.Header, body []byte) error {
	if n.ReportSecret == "" {
		return ErrNoReports
	}
	r, err := mail.ReadReport(n.ReportSecret, header, body, n.Store.Clock().Now())
	if err != nil {
		return err
	}
	return n.Store.InTx(viewer.AsSystem(ctx, "delivery report"), func(ctx context.Context, tx *gen.Client) error {
		now := n.Store.Now(ctx)
		if heard, err := tx.Report.Query().Where(report.EventID(r.ID)).Exist(ctx); err != nil || heard {
			return err
		}
		m, err := n.about(ctx, tx, r)
		if err != nil {
			return err
		}
		if _, err := n.Store.EraseSome(ctx, func(ctx context.Context, tx *gen.Client, most int) ([]int64, error) {
			return tx.Report.Query().Where(report.AtLT(now.Add(-reportsLive))).Order(report.ByID()).Limit(most).IDs(ctx)
		}, func(ctx context.Context, tx *gen.Client, ids []int64) (int, error) {
			return tx.Report.Delete().Where(report.IDIn(ids...)).Exec(ctx)
		}); err != nil {
			return err
		}
		err = tx.Report.Create().SetEventID(r.ID).SetAt(now).Exec(ctx)
		if store.IsTaken(err) {
			return store.ErrAgain
		}
		if err != nil || m == nil {
			return err
		}
		return n.fate(ctx, tx, m, r, now)
	})
}

// about is the message that a report is about, held for a change; nil for one that is not ours.
func (n *Notifier) about(ctx context.Context, tx *gen.Client, r *mail.Report) (*gen.Message, error) {
	if r.Fate == "" || r.ProviderID == "" {
		return nil, nil
	}
	m, err := tx.Message.Query().Where(message.ProviderID(r.ProviderID), lock.Update).First(ctx)
	if !gen.IsNotFound(err) {
		return m, err
	}
	keys := make([]string, len(r.To))
	for i, to := range r.To {
		keys[i] = fold.Key(to)
	}
	awaited, err := tx.Message.Query().Where(message.ToKeyIn(keys...), message.StateEQ(message.StateQUEUED), message.AttemptsGT(0)).Exist(ctx)
	if err == nil && awaited {
		return nil, ErrTooSoon
	}
	return nil, err
}

// fate moves a message on, and stamps when.
func (n *Notifier) fate(ctx context.Context, tx *gen.Client, m *gen.Message, r *mail.Report, now time.Time) error {
	update := tx.Message.UpdateOne(m)
	if state := message.State(r.Fate); slices.Index(order, state) > slices.Index(order, m.State) {
		if update.SetState(state); r.Sentence != "" {
			update.SetError(r.Sentence)
		} else {
			update.ClearError()
		}
	}
	if m.SentAt == nil {
		update.SetSentAt(now)
	}
	if m.DeliveredAt == nil && (r.Fate == mail.FateDelivered || r.Fate == mail.FateOpened || r.Fate == mail.FateComplained) {
		update.SetDeliveredAt(now)
	}
	if m.OpenedAt == nil && r.Fate == mail.FateOpened {
		update.SetOpenedAt(now)
	}
	return update.Exec(ctx)
}
