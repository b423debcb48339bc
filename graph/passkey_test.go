package graph_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/hubtest"
)

const (
	beginPasskeyRegistration  = `mutation{beginPasskeyRegistration{options userErrors{code}}}`
	finishPasskeyRegistration = `mutation($in:PasskeyInput!){finishPasskeyRegistration(input:$in){nextStep viewer{user{email}} userErrors{code}}}`
	removePasskey             = `mutation($in:IDInput!){removePasskey(input:$in){nextStep userErrors{code}}}`
	beginPasskeySignIn        = `mutation{beginPasskeySignIn{options userErrors{code}}}`
	finishPasskeySignIn       = `mutation($in:PasskeyInput!){finishPasskeySignIn(input:$in){nextStep viewer{user{email}} userErrors{code}}}`
	myPasskeys                = `{viewer{user{account{passkeys{id name createdAt lastUsedAt}}}}}`
)

// device is an authenticator with one passkey, as WebAuthn Level 3 describes them, and what it can be made to get wrong.
type device struct {
	key          *ecdsa.PrivateKey
	id, handle   []byte
	origin, rpID string
	flags        byte
	count        uint32
	kind         string
}

const present, verified, attested = 1, 4, 64

func newDevice(hub *hubtest.Hub) *device {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		hub.T.Fatal(err)
	}
	id := make([]byte, 16)
	_, _ = rand.Read(id)
	return &device{key: key, id: id, origin: hub.URL, rpID: "localhost", flags: present | verified}
}

func b64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

// said is the data of the client: what the browser adds, so that no page can ask in the name of another.
func (d *device) said(kind, challenge string) []byte {
	text, _ := json.Marshal(map[string]any{"type": kind, "challenge": challenge, "origin": d.origin, "crossOrigin": false})
	return text
}

func (d *device) data(more byte) []byte {
	rp := sha256.Sum256([]byte(d.rpID))
	return binary.BigEndian.AppendUint32(append(rp[:], d.flags|more), d.count)
}

// make answers beginPasskeyRegistration.
func (d *device) make(hub *hubtest.Hub, a *hubtest.Answer) vars {
	d.handle, _ = base64.RawURLEncoding.DecodeString(a.Text("beginPasskeyRegistration.options.user.id"))
	point, err := d.key.PublicKey.Bytes()
	if err != nil {
		hub.T.Fatal(err)
	}
	var data bytes.Buffer
	data.Write(d.data(attested))
	data.Write(make([]byte, 16))
	data.Write([]byte{0, byte(len(d.id))})
	data.Write(d.id)
	data.Write([]byte{0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32}) // COSE: EC2, ES256, P-256
	data.Write(point[1:33])
	data.Write([]byte{0x22, 0x58, 32})
	data.Write(point[33:])
	object := append([]byte("\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58"), byte(data.Len()))
	return vars{"id": b64(d.id), "rawId": b64(d.id), "type": "public-key", "response": vars{
		"clientDataJSON":    b64(d.said("webauthn.create", a.Text("beginPasskeyRegistration.options.challenge"))),
		"attestationObject": b64(append(object, data.Bytes()...)),
	}}
}

// show answers beginPasskeySignIn.
func (d *device) show(hub *hubtest.Hub, challenge string) vars {
	kind := "webauthn.get"
	if d.kind != "" {
		kind = d.kind
	}
	d.count++
	client, data := d.said(kind, challenge), d.data(0)
	hashed := sha256.Sum256(client)
	digest := sha256.Sum256(append(bytes.Clone(data), hashed[:]...))
	signature, err := ecdsa.SignASN1(rand.Reader, d.key, digest[:])
	if err != nil {
		hub.T.Fatal(err)
	}
	return vars{"id": b64(d.id), "rawId": b64(d.id), "type": "public-key", "response": vars{
		"clientDataJSON": b64(client), "authenticatorData": b64(data), "signature": b64(signature), "userHandle": b64(d.handle),
	}}
}

// register makes a passkey of somebody in their browser.
func register(hub *hubtest.Hub, c *hubtest.Client) *device {
	hub.T.Helper()
	d := newDevice(hub)
	c.Must(finishPasskeyRegistration, vars{"in": vars{"credential": d.make(hub, c.Must(beginPasskeyRegistration, nil))}})
	return d
}

func challengeFor(c *hubtest.Client) string {
	return c.Must(beginPasskeySignIn, nil).Text("beginPasskeySignIn.options.challenge")
}

// shows brings a passkey to a browser that nobody used yet, and fails unless that is answered with these codes. It returns the browser.
func shows(hub *hubtest.Hub, d *device, codes ...string) *hubtest.Client {
	hub.T.Helper()
	at := hub.Stranger()
	at.Ask(finishPasskeySignIn, vars{"in": vars{"credential": d.show(hub, challengeFor(at))}}).Said("finishPasskeySignIn", codes...)
	return at
}

// What a device signed opens in the browser that asked for it, and in no other; also where that one asked for something itself.
func TestPasskeyInAnotherBrowser(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		_, c := hub.Person("member", "ana@example.org", nil)
		d := register(hub, c)
		in, thief := hub.Stranger(), hub.Stranger()
		said := d.show(hub, challengeFor(in))
		thief.Ask(finishPasskeySignIn, vars{"in": vars{"credential": said}}).Said("finishPasskeySignIn", "BAD_CREDENTIALS")
		challengeFor(thief)
		thief.Ask(finishPasskeySignIn, vars{"in": vars{"credential": said}}).Said("finishPasskeySignIn", "BAD_CREDENTIALS")
		equal(t, "signed in elsewhere", signedIn(thief), false)
		challengeFor(in) // a second page of the same browser asks, too
		in.Must(finishPasskeySignIn, vars{"in": vars{"credential": said}})
		equal(t, "signed in where it was asked for", signedIn(in), true)
	})
}

// What the next sign-in asks for is told also where nobody chose it: the role does, and takes a passkey from whoever has one.
func TestRequiredFactor(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		const asked = `query($id:ID!){node(id:$id){... on User{account{factorProvider requiredFactor}}}}`
		role, key := newRole(hub, "Careful", vars{"permissions": []string{"USERS_READ"}})
		u, c := holder(hub, key, "ana@example.org", nil)
		register(hub, c)
		is := func(what string) {
			t.Helper()
			a := hub.Admin().Must(asked, vars{"id": userID(u)})
			equal(t, "what is asked for", a.Text("node.account.factorProvider")+" "+a.Text("node.account.requiredFactor"), what)
		}
		is("NONE NONE")
		hub.Admin().Must(updateRole, changed(role, 1, vars{"requiresFactor": true}))
		is("NONE PASSKEY")
		hub.Admin().Must(resetFactor, about(userID(u)))
		is("NONE TOTP")
		provide(hub, u, "EMAIL")
		is("EMAIL EMAIL")
	})
}

// A passkey is all that is needed, or the second factor; what it signed works once, and for five minutes.
func TestPasskey(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "ana@example.org", nil)
		d := register(hub, c)
		alerts := alertsTo(hub, "ana@example.org")
		if len(alerts) != 1 || !strings.Contains(alerts[0].Text, "A passkey was added") {
			t.Errorf("the owner was not told: %v", alerts)
		}
		in := hub.Stranger()
		said := d.show(hub, challengeFor(in))
		equal(t, "who is in", in.Must(finishPasskeySignIn, vars{"in": vars{"credential": said}}).Text("finishPasskeySignIn.viewer.user.email"), "ana@example.org")
		equal(t, "signed in", signedIn(in), true)
		in.Ask(finishPasskeySignIn, vars{"in": vars{"credential": said}}).Said("finishPasskeySignIn", "BAD_CREDENTIALS")
		late := d.show(hub, challengeFor(in))
		hub.Clock.Advance(5 * time.Minute)
		in.Ask(finishPasskeySignIn, vars{"in": vars{"credential": late}}).Said("finishPasskeySignIn", "BAD_CREDENTIALS")

		provide(hub, u, "PASSKEY")
		waiting, step := half(hub, "ana@example.org")
		equal(t, "the step", step, "VERIFY_FACTOR")
		waiting.Ask(verifyFactor, vars{"c": "123456"}).Said("verifyFactor", "INVALID")
		waiting.Must(finishPasskeySignIn, vars{"in": vars{"credential": d.show(hub, challengeFor(waiting))}})
		equal(t, "signed in with both", signedIn(waiting), true)

		id := in.Must(myPasskeys, nil).Text("viewer.user.account.passkeys.0.id")
		in.Ask(removePasskey, vars{"in": vars{"id": id}}).Said("removePasskey", "INVALID") // the only one, and one is asked for
		_, other := hub.Person("member", "bo@example.org", nil)
		other.Ask(removePasskey, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
		equal(t, "somebody else's passkey", other.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node"), nil)
		second := register(hub, in)
		in.Must(removePasskey, vars{"in": vars{"id": id}})
		shows(hub, d, "BAD_CREDENTIALS")

		hub.Admin().Must(resetFactor, about(userID(u)))
		equal(t, "signed in after the factor was reset", signedIn(in), false)
		shows(hub, second, "BAD_CREDENTIALS")
		waiting, step = half(hub, "ana@example.org")
		equal(t, "the step after it was reset", step, "ENROL_FACTOR")
		third := register(hub, waiting)
		equal(t, "signed in once enrolled", signedIn(waiting), true)

		hub.Admin().Must(`mutation($in:UserIDInput!){deactivateUser(input:$in){user{id} userErrors{code}}}`, about(userID(u)))
		shows(hub, third, "BAD_CREDENTIALS")
	})
}

// Keycloak CVE-2026-8830: user verification, origin, RP id, and whose challenge it is, are all looked at.
func TestForgedPasskeys(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		_, c := hub.Person("member", "ana@example.org", nil)
		_, other := hub.Person("member", "bo@example.org", nil)
		good, foreign := register(hub, c), register(hub, other)
		for what, forge := range map[string]func(d *device){
			"without user verification": func(d *device) { d.flags = present },
			"without user presence":     func(d *device) { d.flags = verified },
			"of another origin":         func(d *device) { d.origin = "https://evil.example" },
			"of another port":           func(d *device) { d.origin = "http://localhost:1" },
			"for another RP":            func(d *device) { d.rpID = "evil.example" },
			"by another key":            func(d *device) { d.key = foreign.key },
			"of another user":           func(d *device) { d.handle = foreign.handle },
			"made, not shown":           func(d *device) { d.kind = "webauthn.create" },
			"by a copy":                 func(d *device) { d.count = 0 },
		} {
			good.count += 10
			at := hub.Stranger()
			at.Must(finishPasskeySignIn, vars{"in": vars{"credential": good.show(hub, challengeFor(at))}})
			d := *good
			forge(&d)
			at = hub.Stranger()
			at.Ask(finishPasskeySignIn, vars{"in": vars{"credential": d.show(hub, challengeFor(at))}}).Said("finishPasskeySignIn", "BAD_CREDENTIALS")
			if t.Failed() {
				t.Fatalf("a passkey %s was taken", what)
			}
			hub.Clock.Advance(time.Minute)
		}
		c.SignIn("ana@example.org", hubtest.Password)
		other.SignIn("bo@example.org", hubtest.Password)
		for _, challenge := range []string{b64(make([]byte, 56)), c.Must(beginPasskeyRegistration, nil).Text("beginPasskeyRegistration.options.challenge")} {
			at := hub.Stranger()
			challengeFor(at)
			at.Ask(finishPasskeySignIn, vars{"in": vars{"credential": good.show(hub, challenge)}}).Said("finishPasskeySignIn", "BAD_CREDENTIALS")
		}
		// A challenge is for one user in one session, and a device that does not ask who it is makes no passkey.
		d := newDevice(hub)
		made := d.make(hub, c.Must(beginPasskeyRegistration, nil))
		other.Ask(finishPasskeyRegistration, vars{"in": vars{"credential": made}}).Said("finishPasskeyRegistration", "BAD_CREDENTIALS")
		d.flags = present
		c.Ask(finishPasskeyRegistration, vars{"in": vars{"credential": d.make(hub, c.Must(beginPasskeyRegistration, nil))}}).Said("finishPasskeyRegistration", "BAD_CREDENTIALS")
	})
}

// What a device signed opens once, however often it is brought at the same time.
func TestPasskeyOnce(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		_, c := hub.Person("member", "ana@example.org", nil)
		d := register(hub, c)
		asked := hub.Stranger()
		said := d.show(hub, challengeFor(asked))
		var in atomic.Int32
		var all sync.WaitGroup
		for range 20 {
			one := copyOf(hub, asked)
			all.Go(func() {
				one.Ask(finishPasskeySignIn, vars{"in": vars{"credential": said}})
				if signedIn(one) {
					in.Add(1)
				}
			})
		}
		all.Wait()
		equal(t, "how many are in", in.Load(), int32(1))
	})
}
