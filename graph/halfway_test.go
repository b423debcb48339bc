package graph_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/passkey"
	"github.com/portico-hub/portico/server/hubtest"
)

// A sign-in that stopped halfway gives no second way in: once the owner has enrolled, it ends.
func TestHalfwayIsNoWayIn(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		asked, _ := hub.Person("member", "asked@example.org", nil)
		provide(hub, asked, "PASSKEY")
		thief, step := half(hub, "asked@example.org")
		equal(t, "before", step, "ENROL_FACTOR")
		early := thief.Ask(beginPasskeyRegistration, nil)
		owner, _ := half(hub, "asked@example.org")
		register(hub, owner)
		equal(t, "the owner", signedIn(owner), true)
		thief.Ask(finishPasskeyRegistration, vars{"in": vars{"credential": newDevice(hub).make(hub, early)}})
		equal(t, "who began before, with a challenge from then", signedIn(thief), false)

		_, key := newRole(hub, "Careful", vars{"permissions": []string{"USERS_READ"}, "requiresFactor": true})
		u, _ := hub.Person("member", "required@example.org", nil)
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(u.ID).SetRoleID(key).Exec(ctx)
		})
		thief, step = half(hub, "required@example.org")
		equal(t, "before", step, "ENROL_FACTOR")
		secret := thief.Ask(enrolTOTP, nil).Text("enrolTOTP.secret")
		own, _ := half(hub, "required@example.org")
		enrol(hub, own)
		thief.Ask(confirmTOTP, vars{"in": vars{"code": codeOf(hub, secret)}})
		equal(t, "who began an app before", signedIn(thief), false)
		equal(t, "the owner", signedIn(own), true)
	})
}

// A sign-in may stay halfway for half an hour.
func TestHalfwayEnds(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		u, _ := hub.Person("member", "slow@example.org", nil)
		provide(hub, u, "PASSKEY")
		slow, _ := half(hub, "slow@example.org")
		hub.Clock.Advance(29 * time.Minute)
		slow.Ask(beginPasskeyRegistration, nil).Said("beginPasskeyRegistration")
		hub.Clock.Advance(time.Minute)
		slow.Ask(beginPasskeyRegistration, nil).Refused("UNAUTHENTICATED")
	})
}

// Administrators change their own sign-in like everybody: by proving themselves.
func TestOwnSignInIsProved(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{}, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("portal_administrator", "admin@example.org", nil)
		c.Ask(setFactorProvider, vars{"in": vars{"userId": userID(u), "provider": "EMAIL"}}).Said("setFactorProvider", "INVALID")
		c.Ask(setTemporaryPassword, handOver(userID(u), temporary)).Said("setTemporaryPassword", "INVALID")
	})
}

// Nobody gets more passkeys by asking for many at the same time.
func TestPasskeysAreBounded(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Named: true}, func(t *testing.T, hub *hubtest.Hub) {
		u, c := hub.Person("member", "many@example.org", nil)
		const asked = 24
		made := make([]func(), asked)
		for i := range made {
			began := c.Ask(beginPasskeyRegistration, nil)
			credential := newDevice(hub).make(hub, began)
			made[i] = func() { c.Ask(finishPasskeyRegistration, vars{"in": vars{"credential": credential}}) }
		}
		var all sync.WaitGroup
		for _, finish := range made {
			all.Go(finish)
		}
		all.Wait()
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			n, err := tx.Passkey.Query().Where(passkey.UserID(u.ID)).Count(ctx)
			equal(t, "passkeys", n, 20)
			return err
		})
	})
}
