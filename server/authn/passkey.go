package authn

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/passkey"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/store"
	"github.com/portico-hub/portico/server/visit"
)

// How many passkeys somebody may have, and how long a name of one may be, in characters.
const (
	maxPasskeys    = 20
	maxPasskeyName = 60
)

// registering is what a challenge for a new passkey of a user is for, in this session.
func registering(ctx context.Context, id int64) string {
	return fmt.Sprintf("user %d in session %x", id, visit.From(ctx).SessionHash)
}

// adding is the user of a request who may add a passkey, with what is known of them.
func (a *Authenticator) adding(ctx context.Context) (h holder, half bool, err error) {
	id, half, err := enrolling(ctx)
	if err != nil {
		return h, half, err
	}
	u, err := a.Store.Ent(ctx).User.Query().Where(user.ID(id)).WithAccount().WithRole().WithFactor().WithPasskeys().WithCredential().
		Only(viewer.AsSystem(ctx, "passkey"))
	switch {
	case err != nil:
		return h, half, err
	case u.Edges.Account == nil || half && wanted(u).Provider != account.FactorProviderPASSKEY:
		return h, half, fault.Refuse(fault.Invalid, nil, "Your sign-in asks for another second factor. Set that one up.")
	case len(u.Edges.Passkeys) >= maxPasskeys:
		return h, half, tooManyPasskeys()
	}
	if err := cmp.Or(mayEnrol(u, half, account.FactorProviderPASSKEY), a.provedLately(ctx, half)); err != nil {
		return h, half, err
	}
	h, err = a.holderOf(u)
	return h, half, err
}

func tooManyPasskeys() error {
	return fault.Refusef(fault.Invalid, nil, "You have %d passkeys. Remove one that you no longer use.", maxPasskeys)
}

// BeginPasskeyRegistration returns what a browser needs to make a passkey (PublicKeyCredentialCreationOptions): for
// somebody signed in, or who cannot go on without one.
func (a *Authenticator) BeginPasskeyRegistration(ctx context.Context) (map[string]any, error) {
	h, _, err := a.adding(ctx)
	if err != nil {
		return nil, err
	}
	lib, err := a.relying()
	if err != nil {
		return nil, err
	}
	made, _, err := lib.BeginRegistration(h, webauthn.WithExclusions(webauthn.Credentials(h.keys).CredentialDescriptors()),
		func(o *protocol.PublicKeyCredentialCreationOptions) error {
			o.Challenge = a.challenge(registering(ctx, h.ID))
			return nil
		})
	if err != nil {
		return nil, err
	}
	return asMap(made.Response)
}

// FinishPasskeyRegistration keeps the passkey that a browser made, under a name, and finishes a sign-in that waited for it.
func (a *Authenticator) FinishPasskeyRegistration(ctx context.Context, credential map[string]any, name string) (Step, error) {
	h, half, err := a.adding(ctx)
	if err != nil {
		return Step{}, err
	}
	if name = strings.TrimSpace(name); name == "" {
		name = Browser(visit.From(ctx).UserAgent)
	}
	if len([]rune(name)) > maxPasskeyName {
		return Step{}, fault.Refusef(fault.Invalid, fault.At("name"), "Use at most %d characters.", maxPasskeyName)
	}
	made, challenge, err := a.checkNew(ctx, h, credential)
	if err != nil {
		return Step{}, err
	}
	keep := func(ctx context.Context, tx *gen.Client) error {
		if err := spend(ctx, tx, challenge); err != nil {
			return err
		}
		if err := stillEnrols(ctx, tx, h.ID, half, account.FactorProviderPASSKEY); err != nil {
			return err
		}
		if err := a.stillThere(ctx, tx); err != nil {
			return err
		}
		// Whoever else is half-way in got there without this one.
		if err := end(viewer.AsSystem(ctx, "passkey"), tx, a.Store.Now(ctx), session.And(session.UserID(h.ID), session.StageNEQ(session.StageDONE))); err != nil {
			return err
		}
		err := tx.Passkey.Create().SetUserID(h.ID).SetName(name).SetCredentialID(made.id).SetCredential(made.text).Exec(ctx)
		if store.IsTaken(err) {
			return badPasskey()
		}
		if err != nil {
			return err
		}
		return a.Notify.Alert(ctx, h.User, notify.Event{What: notify.PasskeyAdded, Detail: name})
	}
	if half {
		return a.proceed(ctx, h.ID, proof{credential: h.Edges.Credential, passed: true, verified: true, typed: true, known: true, use: keep})
	}
	return Step{Stage: session.StageDONE}, a.Store.InTx(viewer.Elevated(ctx, *viewer.From(ctx)), keep)
}

// newKey is a passkey that was checked, as it is stored.
type newKey struct{ id, text []byte }

func (a *Authenticator) checkNew(ctx context.Context, h holder, credential map[string]any) (made newKey, challenge string, err error) {
	lib, err := a.relying()
	if err != nil {
		return made, "", err
	}
	text, err := json.Marshal(credential)
	if err != nil {
		return made, "", badPasskey()
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes(text)
	if err != nil {
		return made, "", badPasskey()
	}
	challenge = parsed.Response.CollectedClientData.Challenge
	if err := a.ours(registering(ctx, h.ID), challenge); err != nil {
		return made, "", err
	}
	key, err := lib.CreateCredential(h, webauthn.SessionData{
		Challenge: challenge, RelyingPartyID: lib.Config.RPID, UserID: h.handle, UserVerification: protocol.VerificationRequired,
		CredParams: webauthn.CredentialParametersDefault(),
	}, parsed)
	if err != nil {
		a.Log.InfoContext(ctx, "a new passkey was refused", "error", err)
		return made, "", badPasskey()
	}
	made.id = key.ID
	made.text, err = json.Marshal(key)
	return made, challenge, err
}

// Passkeys are one's own, the oldest first; nobody reads another's.
func (a *Authenticator) Passkeys(ctx context.Context, userID int64) ([]*gen.Passkey, error) {
	return a.Store.Ent(ctx).Passkey.Query().Where(passkey.UserID(userID)).Order(passkey.ByID()).Limit(maxPasskeys).All(ctx)
}

// RemovePasskey takes one of one's own away; not the last one, where the account asks for one.
func (a *Authenticator) RemovePasskey(ctx context.Context, id int64) error {
	if err := rule.RequirePerson(ctx); err != nil {
		return err
	}
	v := viewer.From(ctx)
	if v == nil {
		return fault.SignInFirst()
	}
	if err := a.provedLately(ctx, false); err != nil {
		return err
	}
	return a.Store.InTx(viewer.Elevated(ctx, *v), func(ctx context.Context, tx *gen.Client) error {
		// Held, so that of the last two one stays.
		u, err := tx.User.Query().Where(user.ID(v.ID), lock.Update).WithAccount().WithRole().WithFactor().WithPasskeys().Only(ctx)
		if err != nil {
			return err
		}
		if err := a.stillThere(ctx, tx); err != nil {
			return err
		}
		for _, one := range u.Edges.Passkeys {
			if one.ID != id {
				continue
			}
			if len(u.Edges.Passkeys) == 1 && wanted(u) == (Step{session.StageVERIFY_FACTOR, account.FactorProviderPASSKEY}) {
				return fault.Refuse(fault.Invalid, nil, "Your account needs a passkey, and this is the only one. Add another first.")
			}
			if err := tx.Passkey.DeleteOne(one).Exec(ctx); err != nil {
				return err
			}
			return a.Notify.Alert(ctx, u, notify.Event{What: notify.PasskeyRemoved, Detail: one.Name})
		}
		return fault.NotFound("passkey")
	})
}
