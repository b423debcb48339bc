// Package account is a user's life: creating, changing, inviting, passwords.
package account

import (
	"log/slog"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/settings"
	"github.com/portico-hub/portico/server/store"
)

// NoticeLife is how long staff are shown that the first email went out (seed 000).
const NoticeLife = 16 * time.Hour

// CreationNotice is what they are shown, word for word as seed 000 has it.
const CreationNotice = "Account successfully created and reset password email sent."

// Options of the Service.
type Options struct {
	Store     *store.Store
	Queue     *job.Queue
	Notify    *notify.Notifier
	Authn     *authn.Authenticator
	Passwords *secret.Passwords
	Signer    list.Signer
	Settings  *settings.Service
	// Key signs unsubscribe links.
	Key       secret.Key
	PublicURL string
	Log       *slog.Logger
}

// Service does what happens to users and their accounts.
type Service struct{ Options }

// New returns the service and registers its jobs.
func New(o Options) *Service {
	s := &Service{o}
	job.Register(o.Queue, s.sendRequestedReset)
	return s
}

// State is where an account stands by the clock.
func (s *Service) State(a *gen.Account) State {
	state := State(hook.AccountState(a))
	if a.LockedUntil != nil && s.Store.Clock().Now().Before(*a.LockedUntil) && (state == Active || state == TemporaryPassword) {
		return Locked
	}
	if state == Invited && a.LinkExpiresAt != nil && !s.Store.Clock().Now().Before(*a.LinkExpiresAt) {
		return InvitationExpired
	}
	return state
}
