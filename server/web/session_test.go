package web_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestCredentials(t *testing.T) {
	h := newHouse()
	t.Run("of nobody make a stranger", func(t *testing.T) {
		wants(t, h.ask("{who}"), http.StatusOK, `{"who":""}`)
	})
	t.Run("are a cookie or a bearer token", func(t *testing.T) {
		wants(t, h.ask("{who}", session), http.StatusOK, "person")
		wants(t, h.ask("{who}", bearer), http.StatusOK, "client")
		wants(t, h.ask("{who}", header("Authorization", "bearer  ptc_good")), http.StatusOK, "client")
	})
	t.Run("never pass for one another", func(t *testing.T) {
		refused(t, h.ask("{who}", header("Authorization", "Bearer session")), http.StatusUnauthorized, "UNAUTHENTICATED")
		wants(t, h.ask("{who}", header("Cookie", "__Host-portico=ptc_good")), http.StatusOK, `{"who":""}`)
	})
	t.Run("are the token alone when both are shown", func(t *testing.T) {
		wants(t, h.ask("{who}", session, bearer), http.StatusOK, "client")
		resp := h.ask("{who}", session, header("Authorization", "Bearer canary"))
		wantsHeader(t, resp, "WWW-Authenticate", `Bearer realm="portico"`)
		refused(t, resp, http.StatusUnauthorized, "UNAUTHENTICATED")
	})
	t.Run("of another scheme are somebody else's", func(t *testing.T) {
		wants(t, h.ask("{who}", session, header("Authorization", "Basic eDp5")), http.StatusOK, "person")
	})
	t.Run("that are empty or too long are not looked up", func(t *testing.T) {
		for _, token := range []string{"", strings.Repeat("x", 513)} {
			refused(t, h.ask("{who}", header("Authorization", "Bearer "+token)), http.StatusUnauthorized, "UNAUTHENTICATED")
		}
	})
	t.Run("that ended make a stranger, and leave a newer cookie alone", func(t *testing.T) {
		resp := h.ask("{who}", header("Cookie", "__Host-portico=old"))
		wantsHeader(t, resp, "Set-Cookie", "")
		wants(t, resp, http.StatusOK, `{"who":""}`)
	})
	t.Run("that cannot be looked up are our fault, without a word why", func(t *testing.T) {
		refused(t, h.ask("{who}", header("Cookie", "__Host-portico=down")), http.StatusInternalServerError, "INTERNAL")
		if !strings.Contains(h.log.String(), "the database is gone") {
			t.Fatal("the log does not say why")
		}
	})
}

func TestCookie(t *testing.T) {
	t.Run("is bound to the host on https", func(t *testing.T) {
		h := newHouse()
		wantsHeader(t, h.ask("mutation{signIn}"), "Set-Cookie", "__Host-portico=fresh; Path=/; Max-Age=90; HttpOnly; Secure; SameSite=Lax")
		wantsHeader(t, h.ask("mutation{signOut}", session), "Set-Cookie", "__Host-portico=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax")
		wantsHeader(t, h.ask("{hello}", session), "Set-Cookie", "")
	})
	t.Run("has a plain name on http, and the other name means nothing there", func(t *testing.T) {
		h := newHouse()
		h.PublicURL = &url.URL{Scheme: "http", Host: "localhost:8080"}
		wantsHeader(t, h.ask("mutation{signIn}"), "Set-Cookie", "portico=fresh; Path=/; Max-Age=90; HttpOnly; SameSite=Lax")
		wants(t, h.ask("{who}", header("Cookie", "portico=session")), http.StatusOK, "person")
		wants(t, h.ask("{who}", session), http.StatusOK, `{"who":""}`)
	})
}

func TestOtherSites(t *testing.T) {
	h := newHouse()
	const evil, partner, own = "https://evil.example", "https://partner.example.net", "https://hub.example.org"
	origin := func(o string) option { return header("Origin", o) }
	cross := header("Sec-Fetch-Site", "cross-site")

	t.Run("may not write, with a cookie or without", func(t *testing.T) {
		for _, o := range []string{evil, partner, "null", "http://hub.example.org", "https://hub.example.org.evil.example"} {
			refused(t, h.ask("mutation{touch}", session, origin(o)), http.StatusForbidden, "FORBIDDEN")
			refused(t, h.ask("mutation{signIn}", origin(o), cross), http.StatusForbidden, "FORBIDDEN")
		}
		refused(t, h.ask("mutation{touch}", session, header("Sec-Fetch-Site", "same-site")), http.StatusForbidden, "FORBIDDEN")
	})
	t.Run("do not include our own", func(t *testing.T) {
		wants(t, h.ask("mutation{touch}", session, origin(own)), http.StatusOK, "touched")
		wants(t, h.ask("mutation{touch}", session, header("Sec-Fetch-Site", "same-origin")), http.StatusOK, "touched")
		wants(t, h.ask("mutation{touch}", session), http.StatusOK, "touched")
	})
	t.Run("may send bearer tokens when they are listed", func(t *testing.T) {
		resp := h.ask("mutation{touch}", bearer, origin(partner), cross)
		wantsHeader(t, resp, "Access-Control-Allow-Origin", partner)
		wantsHeader(t, resp, "Access-Control-Allow-Credentials", "")
		wants(t, resp, http.StatusOK, "touched")
	})
	t.Run("may send the tokens of API clients that name them, and are refused with any other", func(t *testing.T) {
		for _, o := range []string{"https://own.example", own} {
			wants(t, h.ask("mutation{touch}", bearer, origin(o)), http.StatusOK, "touched")
		}
		wantsHeader(t, h.ask("{hello}", bearer, origin("https://own.example")), "Access-Control-Allow-Origin", "https://own.example")
		for _, o := range []string{evil, "null", partner + ".evil.example", "http://own.example", "https://own.example:8443", "https://other-client.example"} {
			h := newHouse()
			h.AllowOrigin = func(_ context.Context, o string) bool { return o == "https://other-client.example" }
			resp := h.ask("{hello}", bearer, origin(o))
			wantsHeader(t, resp, "Access-Control-Allow-Origin", "")
			wantsHeader(t, resp, "Vary", "Origin")
			refused(t, resp, http.StatusForbidden, "FORBIDDEN")
		}
		wants(t, h.ask("{hello}", bearer), http.StatusOK, "world")
	})
	t.Run("read no answer without a token", func(t *testing.T) {
		for _, who := range []option{session, header("X-Nothing", "1")} {
			wantsHeader(t, h.ask("{hello}", who, origin(partner), header("Sec-Fetch-Site", "same-origin")), "Access-Control-Allow-Origin", "")
		}
	})
	t.Run("are told why their token is refused, if they may use some", func(t *testing.T) {
		h := newHouse()
		h.AllowOrigin = func(_ context.Context, o string) bool { return o == "https://own.example" }
		for o, allowed := range map[string]string{"https://own.example": "https://own.example", partner: partner, evil: ""} {
			resp := h.ask("{hello}", header("Authorization", "Bearer ptc_bad"), origin(o), accepting("application/graphql-response+json"))
			wantsHeader(t, resp, "Access-Control-Allow-Origin", allowed)
			wantsHeader(t, resp, "Content-Type", graphqlJSON)
			refused(t, resp, http.StatusUnauthorized, "UNAUTHENTICATED")
			resp = h.ask("{hello}", header("Authorization", "Bearer ptc_off"), origin(o))
			wantsHeader(t, resp, "Access-Control-Allow-Origin", allowed)
			refused(t, resp, http.StatusForbidden, "FEATURE_DISABLED")
		}
	})

	preflight := func(o string) *http.Response {
		return h.send("OPTIONS", "/graphql", "", origin(o),
			header("Access-Control-Request-Method", "POST"), header("Access-Control-Request-Headers", "authorization,content-type"))
	}
	t.Run("ask first, and are told exactly", func(t *testing.T) {
		resp := preflight(partner)
		wantsHeader(t, resp, "Access-Control-Allow-Origin", partner)
		wantsHeader(t, resp, "Access-Control-Allow-Credentials", "")
		wantsHeader(t, resp, "Access-Control-Allow-Headers", "authorization,content-type")
		wantsHeader(t, preflight(evil), "Access-Control-Allow-Origin", "")
		wantsHeader(t, preflight("null"), "Access-Control-Allow-Origin", "")
	})
	t.Run("ask first where any API client names them", func(t *testing.T) {
		h.AllowOrigin = func(_ context.Context, o string) bool { return o == "https://late.example" }
		wantsHeader(t, preflight("https://late.example"), "Access-Control-Allow-Origin", "https://late.example")
		wantsHeader(t, preflight("https://later.example"), "Access-Control-Allow-Origin", "")
	})
}

func TestViewAs(t *testing.T) {
	h := newHouse()
	as := header("X-Portico-View-As", "some client")
	t.Run("is for sessions", func(t *testing.T) {
		wants(t, h.ask("{who}", session, as), http.StatusOK, "client")
		wants(t, h.ask("{who}", session), http.StatusOK, "person")
	})
	t.Run("is refused to everybody else", func(t *testing.T) {
		refused(t, h.ask("{who}", bearer, as), http.StatusBadRequest, "BAD_USER_INPUT")
		refused(t, h.ask("{who}", as), http.StatusUnauthorized, "UNAUTHENTICATED")
		refused(t, h.ask("{who}", as, header("Cookie", "__Host-portico=old")), http.StatusUnauthorized, "UNAUTHENTICATED")
	})
}

func TestIdempotencyKey(t *testing.T) {
	h := newHouse()
	key := func(k string) option { return header("Idempotency-Key", k) }
	t.Run("reaches whoever writes", func(t *testing.T) {
		wants(t, h.ask("{key}", key("Invoice 7 ~")), http.StatusOK, `{"key":"Invoice 7 ~"}`)
		wants(t, h.ask("{key}", key(strings.Repeat("k", 255))), http.StatusOK, "kkk")
	})
	for name, k := range map[string]string{"empty": "", "too long": strings.Repeat("k", 256), "not ASCII": "clé", "unprintable": "a\tb"} {
		t.Run("is refused when "+name, func(t *testing.T) {
			refused(t, h.ask("mutation{touch}", key(k)), http.StatusBadRequest, "BAD_USER_INPUT")
		})
	}
	t.Run("is refused twice", func(t *testing.T) {
		refused(t, h.ask("mutation{touch}", key("a"), key("b")), http.StatusBadRequest, "BAD_USER_INPUT")
	})
}
