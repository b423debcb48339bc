package visit_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/visit"
)

func TestFrom(t *testing.T) {
	t.Run("finds the visit of a context", func(t *testing.T) {
		v := &visit.Visit{RequestID: "7"}
		if got := visit.From(visit.With(context.Background(), v)); got != v {
			t.Fatalf("got %p, want %p", got, v)
		}
	})
	t.Run("is never nil, so that jobs need no special case", func(t *testing.T) {
		visit.From(context.Background()).SetSession("token", time.Hour)
	})
}

func TestTakeCookie(t *testing.T) {
	t.Run("finds nothing when nobody asked", func(t *testing.T) {
		if _, ok := new(visit.Visit).TakeCookie(); ok {
			t.Fatal("found a cookie")
		}
	})
	t.Run("gives the last wish once", func(t *testing.T) {
		v := &visit.Visit{}
		v.ClearSession()
		v.SetSession("token", time.Hour)
		got, ok := v.TakeCookie()
		if !ok || got.Token != "token" || got.MaxAge != time.Hour {
			t.Fatalf("got %v", ok)
		}
		if _, again := v.TakeCookie(); again {
			t.Fatal("the sink was not emptied")
		}
	})
	t.Run("says with an empty token that the cookie goes", func(t *testing.T) {
		v := &visit.Visit{}
		v.SetSession("token", time.Hour)
		v.ClearSession()
		if got, ok := v.TakeCookie(); !ok || got.Token != "" {
			t.Fatal("the cookie stays")
		}
	})
}

func TestCookie(t *testing.T) {
	t.Run("does not print its token", func(t *testing.T) {
		c := visit.Cookie{Token: "canary", MaxAge: time.Hour}
		for _, verb := range []string{"%v", "%+v", "%s"} {
			if s := fmt.Sprintf(verb, c); strings.Contains(s, "canary") {
				t.Errorf("%s prints %s", verb, s)
			}
		}
	})
}
