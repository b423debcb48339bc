package authn

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"net/url"
	"strconv"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/throttle"
)

// challengeLife is how long somebody may take over a passkey.
const challengeLife = 5 * time.Minute

// A challenge is random bytes, the second at which it ends, and a signature of both: nothing is stored of it until it is
// used, and then it counts as used for as long as it lives.
const (
	challengeRandom = 16
	challengeSigned = challengeRandom + 8
)

var challenges = throttle.Limit{Purpose: "challenges", Most: 1, Within: challengeLife}

// badPasskey is the one answer to every passkey that does not open.
func badPasskey() error {
	return fault.Refuse(fault.BadCredentials, nil, "This passkey was not accepted. Try again, or sign in with your password.")
}

// relying is the library, for the one address under which people reach Portico: what was made or shown for another is
// refused (WebAuthn Level 3, 7.1 and 7.2). The device sees to it that it is its owner.
func (a *Authenticator) relying() (*webauthn.WebAuthn, error) {
	public, err := url.Parse(a.Notify.PublicURL)
	if err != nil {
		return nil, err
	}
	found := true
	lib, err := webauthn.New(&webauthn.Config{
		RPID: public.Hostname(), RPDisplayName: "Portico", RPOrigins: []string{public.Scheme + "://" + public.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			RequireResidentKey: &found, ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired,
		},
	})
	if err != nil || protocol.ValidateRPID(public.Hostname()) != nil {
		return nil, fault.Refuse(fault.Invalid, nil, "Passkeys need an address with a name. Portico is reached by a number here.")
	}
	return lib, nil
}

// holder is a user as the library knows them.
type holder struct {
	*gen.User
	handle []byte
	keys   []webauthn.Credential
}

// WebAuthnID names the user to their devices, and tells nothing about them.
func (h holder) WebAuthnID() []byte { return h.handle }

// WebAuthnName is what tells several accounts of a person apart.
func (h holder) WebAuthnName() string { return h.Edges.Account.Email }

// WebAuthnDisplayName is the user's name.
func (h holder) WebAuthnDisplayName() string { return h.FirstName + " " + h.LastName }

// WebAuthnCredentials are the user's passkeys.
func (h holder) WebAuthnCredentials() []webauthn.Credential { return h.keys }

// holderOf is u, who has their account and their passkeys.
func (a *Authenticator) holderOf(u *gen.User) (holder, error) {
	h := holder{User: u, handle: a.Key.Sign("passkey user", []byte(strconv.FormatInt(u.ID, 10)))}
	for _, p := range u.Edges.Passkeys {
		var known webauthn.Credential
		if err := json.Unmarshal(p.Credential, &known); err != nil {
			return h, err
		}
		h.keys = append(h.keys, known)
	}
	return h, nil
}

// challenge makes one that is good for one thing alone.
func (a *Authenticator) challenge(what string) []byte {
	c := make([]byte, challengeSigned)
	_, _ = rand.Read(c[:challengeRandom]) // never fails: crypto/rand ends the process instead
	binary.BigEndian.PutUint64(c[challengeRandom:], uint64(a.Store.Clock().Now().Add(challengeLife).Unix()))
	return append(c, a.Key.Sign("passkey challenge for "+what, c)...)
}

// ours refuses a challenge that we did not make for this, or whose time is over.
func (a *Authenticator) ours(what, text string) error {
	c, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(c) <= challengeSigned || !a.Key.Verify("passkey challenge for "+what, c[:challengeSigned], c[challengeSigned:]) {
		return badPasskey()
	}
	if ends := int64(binary.BigEndian.Uint64(c[challengeRandom:challengeSigned])); a.Store.Clock().Now().Unix() >= ends {
		return badPasskey()
	}
	return nil
}

// spend uses a challenge up, in the caller's transaction. Of many who bring it at once one succeeds.
func spend(ctx context.Context, tx *gen.Client, text string) error {
	err := challenges.Take(ctx, tx, text)
	if tooMany(err) != nil {
		return badPasskey()
	}
	return err
}

// asMap is what the library says to a browser, as JSON says it.
func asMap(options any) (map[string]any, error) {
	text, err := json.Marshal(options)
	if err != nil {
		return nil, err
	}
	said := map[string]any{}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return said, d.Decode(&said)
}
