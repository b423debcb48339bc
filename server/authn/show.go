package authn

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/passkey"
	"github.com/portico-hub/portico/ent/gen/ent/session"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/visit"
)

// BeginPasskeySignIn returns what a browser needs to show a passkey (PublicKeyCredentialRequestOptions). It is the same
// whoever asks: the device knows whose passkeys it has.
func (a *Authenticator) BeginPasskeySignIn(ctx context.Context) (map[string]any, error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return nil, err
	}
	lib, err := a.relying()
	if err != nil {
		return nil, err
	}
	asked, _, err := lib.BeginDiscoverableLogin(webauthn.WithChallenge(a.challenge(a.showing(ctx))))
	if err != nil {
		return nil, err
	}
	return asMap(asked.Response)
}

// showing is what a challenge for a passkey that is shown is for: this browser, which is given something to be known by.
func (a *Authenticator) showing(ctx context.Context) string {
	from := visit.From(ctx)
	token := from.Browser
	if token == "" {
		token, _ = secret.NewToken()
	}
	from.SetBrowser(token, 2*challengeLife)
	return shownIn(token)
}

func shownIn(browser string) string { return fmt.Sprintf("showing in %x", secret.HashToken(browser)) }

// FinishPasskeySignIn signs in whoever shows one of their passkeys: as the second factor, or as the only step, since the
// device has verified its owner. What it signed works once, in the browser that asked for it.
//
// A temporary password that was not typed is not asked for: it may be dead, and then nobody could go on.
func (a *Authenticator) FinishPasskeySignIn(ctx context.Context, credential map[string]any) (Step, error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return Step{}, err
	}
	if err := a.CountNetwork(ctx); err != nil {
		return Step{}, err
	}
	is, err := a.show(ctx, credential)
	if err != nil {
		return Step{}, err
	}
	from, c := visit.From(ctx), is.owner.Edges.Credential
	typed := from.HalfUser == is.owner.ID && from.HalfStage == string(session.StageVERIFY_FACTOR) && c != nil && !a.died(c)
	return a.proceed(ctx, is.owner.ID, proof{passed: true, verified: true, typed: typed, use: is.use})
}

// exhibit is a passkey that was shown and fits.
type exhibit struct {
	owner *gen.User
	// use uses up what the device signed, in the transaction of what it is shown for.
	use func(ctx context.Context, tx *gen.Client) error
}

// show checks what a device answered to a challenge that this browser asked for.
func (a *Authenticator) show(ctx context.Context, credential map[string]any) (is exhibit, err error) {
	text, err := json.Marshal(credential)
	if err != nil {
		return is, badPasskey()
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes(text)
	if err != nil {
		return is, badPasskey()
	}
	challenge, browser := parsed.Response.CollectedClientData.Challenge, visit.From(ctx).Browser
	if browser == "" {
		return is, badPasskey()
	}
	if err := a.ours(shownIn(browser), challenge); err != nil {
		return is, err
	}
	shown, key, err := a.checkShown(ctx, parsed, challenge)
	if err != nil {
		return is, err
	}
	return exhibit{owner: shown.Edges.User, use: func(ctx context.Context, tx *gen.Client) error {
		ctx = viewer.AsSystem(ctx, "passkey")
		if err := spend(ctx, tx, challenge); err != nil {
			return err
		}
		err := tx.Passkey.UpdateOneID(shown.ID).Where(passkey.Version(shown.Version)).SetCredential(key).SetLastUsedAt(a.Store.Now(ctx)).Exec(ctx)
		if gen.IsNotFound(err) || fault.Is(err, fault.CodeConflict) {
			return badPasskey() // removed or used meanwhile
		}
		return err
	}}, nil
}

// checkShown returns the passkey that was shown, and how it is stored from now on.
func (a *Authenticator) checkShown(ctx context.Context, parsed *protocol.ParsedCredentialAssertionData, challenge string) (*gen.Passkey, []byte, error) {
	lib, err := a.relying()
	if err != nil {
		return nil, nil, err
	}
	shown, err := a.Store.Ent(ctx).Passkey.Query().Where(passkey.CredentialID(parsed.RawID)).
		WithUser(func(q *gen.UserQuery) { q.WithAccount().WithPasskeys().WithCredential() }).Only(viewer.AsSystem(ctx, "passkey"))
	if gen.IsNotFound(err) || err == nil && (!usable(shown.Edges.User) || shown.Edges.User.Edges.Account == nil) {
		return nil, nil, badPasskey()
	}
	if err != nil {
		return nil, nil, err
	}
	h, err := a.holderOf(shown.Edges.User)
	if err != nil {
		return nil, nil, err
	}
	_, key, err := lib.ValidatePasskeyLogin(func([]byte, []byte) (webauthn.User, error) { return h, nil },
		webauthn.SessionData{Challenge: challenge, RelyingPartyID: lib.Config.RPID, UserVerification: protocol.VerificationRequired}, parsed)
	if err != nil || key.Authenticator.CloneWarning { // a counter that went back tells of a copy
		a.Log.InfoContext(ctx, "a passkey was refused", "error", err)
		return nil, nil, badPasskey()
	}
	text, err := json.Marshal(key)
	return shown, text, err
}
