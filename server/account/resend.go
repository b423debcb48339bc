package account

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/notify"
)

// Resend sends a message again: with a fresh link where it brought one, in the same words otherwise. override are the codes of the
// warnings that the actor was shown.
func (s *Service) Resend(ctx context.Context, messageID int64, override []fault.Code) (sent *gen.Message, err error) {
	err = s.withMessage(ctx, messageID, func(ctx context.Context, tx *gen.Client, m *gen.Message) error {
		if unanswered(m) {
			if err := s.resolve(ctx, tx, m, ""); err != nil {
				return err
			}
		}
		sent, err = s.again(ctx, tx, m, override)
		return err
	})
	return sent, err
}

// Resolve says what became of a message that was never answered for (SECURITY.md, "mail lost or doubled"): it was sent, or it is sent again as
// another message. That is decided once.
func (s *Service) Resolve(ctx context.Context, messageID int64, sendAgain bool, override []fault.Code) (resolved *gen.Message, err error) {
	err = s.withMessage(ctx, messageID, func(ctx context.Context, tx *gen.Client, m *gen.Message) error {
		if !unanswered(m) {
			return fault.Refuse(fault.Invalid, nil, "What became of this message is known, or was decided.")
		}
		state := message.State("")
		if !sendAgain {
			state = message.StateSENT
		}
		if err := s.resolve(ctx, tx, m, state); err != nil || !sendAgain {
			resolved = m
			return err
		}
		resolved, err = s.again(ctx, tx, m, override)
		return err
	})
	return resolved, err
}

// unanswered reports a message that waits for a person to decide.
func unanswered(m *gen.Message) bool {
	return m.State == message.StateUNKNOWN && m.ResolvedAt == nil
}

// withMessage does something about a message that the viewer sees, held for a change. It is for those who manage accounts.
func (s *Service) withMessage(ctx context.Context, id int64, do func(context.Context, *gen.Client, *gen.Message) error) error {
	for _, p := range []viewer.Permission{viewer.MessagesRead, viewer.AccountsManage} {
		if err := rule.Require(ctx, p); err != nil {
			return err
		}
	}
	return s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		m, err := tx.Message.Get(ctx, id)
		if err == nil && m.UserID != nil {
			err = lock.Users(ctx, tx, *m.UserID)
		}
		if err == nil {
			m, err = tx.Message.Query().Where(message.ID(id), lock.Update).Only(ctx)
		}
		if gen.IsNotFound(err) {
			return fault.NotFound("message")
		}
		if err != nil {
			return err
		}
		return do(ctx, tx, m)
	})
}

// resolve writes down that a person decided, and the state if that is known now.
func (s *Service) resolve(ctx context.Context, tx *gen.Client, m *gen.Message, state message.State) error {
	update := tx.Message.UpdateOne(m).SetResolvedAt(s.Store.Now(ctx))
	if state != "" {
		update.SetState(state).ClearError()
	} else {
		update.SetError("Nobody knew whether it arrived. It was sent again.")
	}
	return update.Exec(viewer.Elevated(ctx, *viewer.From(ctx)))
}

func (s *Service) again(ctx context.Context, tx *gen.Client, m *gen.Message, override []fault.Code) (*gen.Message, error) {
	if notify.BringsLink(m.Kind) && m.UserID != nil {
		return s.SendLink(ctx, *m.UserID, nil, override)
	}
	made, err := s.Notify.Repeat(ctx, m)
	if err != nil {
		return nil, err
	}
	return made, heed(ctx, tx, Draft{Email: m.To}, override)
}
