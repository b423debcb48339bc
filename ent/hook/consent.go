package hook

import (
	"context"
	"errors"
	"time"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// Consent says how a change of somebody's consent came about, where it is not simply the viewer who decided.
type Consent struct {
	Source user.EmailSubscriptionSource
	// Actor is who decided, in words; the viewer's name if empty.
	Actor string
	// At is when it was decided; now if zero. What came before the last change counts from now.
	At time.Time
	// Proof shows that it was so. Of an import it names the source under ProofSource.
	Proof map[string]any
}

// ProofSource is where the proof of an import names the source that its row gives: without one it grants nothing
// (decision 11).
const ProofSource = "source"

// ErrConsentWithoutSource is the answer to a change of consent that Portico makes by itself and nobody accounts for.
var ErrConsentWithoutSource = errors.New("a change of consent without a source: say with hook.WithConsent how it came about")

type (
	consentKey  struct{}
	consentsKey struct{}
)

// WithConsent returns a context in which changes of consent came about as c says.
func WithConsent(ctx context.Context, c Consent) context.Context {
	return context.WithValue(ctx, consentKey{}, c)
}

// WithConsents is WithConsent for users who are made together: each by the key of their email.
func WithConsents(ctx context.Context, all map[string]Consent) context.Context {
	return context.WithValue(ctx, consentsKey{}, all)
}

// Unproven refuses consent that an import grants without naming its source.
func (c Consent) Unproven() error {
	if named, _ := c.Proof[ProofSource].(string); c.Source != user.EmailSubscriptionSourceIMPORT || named != "" {
		return nil
	}
	return fault.Refuse(fault.Required, fault.At("consentSource"), "Name the source of this consent: an import grants none without one.")
}

// stampConsent says when and how consent changed, if it really does, and returns what its history will have. What else is
// said of when and how counts for nothing: this is the one place that knows.
func stampConsent(ctx context.Context, m *gen.UserMutation) (*Consent, error) {
	for _, derived := range []string{user.FieldEmailSubscriptionChangedAt, user.FieldEmailSubscriptionSource} {
		if err := m.ResetField(derived); err != nil {
			return nil, err
		}
	}
	is, said := m.EmailSubscribed()
	if !said || m.Op().Is(ent.OpCreate) && !is {
		return nil, nil
	}
	var last *time.Time
	if m.Op().Is(ent.OpUpdateOne) {
		was, err := m.OldEmailSubscribed(ctx)
		if err != nil || was == is {
			return nil, err
		}
		if last, err = m.OldEmailSubscriptionChangedAt(ctx); err != nil {
			return nil, err
		}
	}
	c, err := consentOf(ctx, m)
	if err != nil {
		return nil, err
	}
	if c.At.IsZero() || last != nil && !last.Before(c.At) {
		c.At = From(ctx).At
	}
	if is {
		if err := c.Unproven(); err != nil {
			return nil, err
		}
	}
	m.SetEmailSubscriptionChangedAt(c.At)
	m.SetEmailSubscriptionSource(c.Source)
	return c, nil
}

// consentOf is how this change came about: as it was said, else by who is asking.
func consentOf(ctx context.Context, m *gen.UserMutation) (*Consent, error) {
	v := viewer.From(ctx)
	c, said := ctx.Value(consentKey{}).(Consent)
	if all, together := ctx.Value(consentsKey{}).(map[string]Consent); together && m.Op().Is(ent.OpCreate) {
		address, _ := m.Email()
		if own, is := all[fold.Key(address)]; is {
			c, said = own, true
		}
	}
	if c.Actor == "" && v != nil {
		c.Actor = v.Name
	}
	if said {
		return &c, nil
	}
	id, _ := m.ID()
	switch {
	case v == nil || v.Kind == viewer.System:
		return nil, ErrConsentWithoutSource
	case v.Kind == viewer.APIClient:
		c.Source = user.EmailSubscriptionSourceAPI
	case m.Op().Is(ent.OpUpdateOne) && v.ID == id:
		c.Source, c.Proof = user.EmailSubscriptionSourceSELF, map[string]any{"address": From(ctx).Origin}
	default:
		c.Source = user.EmailSubscriptionSourceADMIN
	}
	return &c, nil
}

// keepConsent writes the history of a change that stampConsent saw.
func keepConsent(ctx context.Context, client *gen.Client, c *Consent, u *gen.User) error {
	if c == nil {
		return nil
	}
	if err := consentChange(client, c, u).Exec(viewer.AsSystem(ctx, "consent")); err != nil {
		return err
	}
	return Note(ctx, client, u.ID, activity.SourceSYSTEM, NotedConsent, consentNote(u))
}

// consentNote is what the stream says of a change of consent.
func consentNote(u *gen.User) string {
	if u.EmailSubscribed {
		return "Email communication switched on"
	}
	return "Email communication switched off"
}
