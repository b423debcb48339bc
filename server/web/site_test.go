package web_test

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/portico-hub/portico/server/web"
)

func TestHeaders(t *testing.T) {
	h := newHouse()
	answers := map[string]func() *http.Response{
		"a query":         func() *http.Response { return h.ask("{hello}") },
		"a refused query": func() *http.Response { return h.ask("{") },
		"another site":    func() *http.Response { return h.ask("{hello}", header("Origin", "https://evil.example")) },
		"a preflight": func() *http.Response {
			return h.send("OPTIONS", "/graphql", "", header("Origin", "https://partner.example.net"), header("Access-Control-Request-Method", "POST"))
		},
		"a redirect":       func() *http.Response { return h.send("GET", "/graphql", "", accepting("text/html")) },
		"a page":           func() *http.Response { return h.send("GET", "/users", "") },
		"an asset":         func() *http.Response { return h.send("GET", "/assets/app-1a2b.js", "") },
		"a missing asset":  func() *http.Response { return h.send("GET", "/assets/app-0.js", "") },
		"health":           func() *http.Response { return h.send("GET", "/healthz", "") },
		"a wrong method":   func() *http.Response { return h.send("DELETE", "/graphql", "") },
		"an unclean path":  func() *http.Response { return h.send("GET", "//graphql", "") },
		"a fault of ours":  func() *http.Response { return h.ask("{who}", header("Cookie", "__Host-portico=down")) },
		"a hidden measure": func() *http.Response { return h.send("GET", "/metrics", "") },
	}
	for name, get := range answers {
		t.Run("are on "+name, func(t *testing.T) {
			resp := get()
			for header, want := range map[string]string{
				"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
					"connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
				"X-Content-Type-Options":       "nosniff",
				"Referrer-Policy":              "no-referrer",
				"Cross-Origin-Opener-Policy":   "same-origin",
				"Cross-Origin-Resource-Policy": "same-origin",
				"Strict-Transport-Security":    "max-age=63072000; includeSubDomains",
			} {
				wantsHeader(t, resp, header, want)
			}
			if !strings.Contains(resp.Header.Get("Permissions-Policy"), "camera=()") {
				t.Error("pages may ask for the camera")
			}
		})
	}
	t.Run("promise https only where there is https", func(t *testing.T) {
		h := newHouse()
		h.PublicURL = &url.URL{Scheme: "http", Host: "localhost:8080"}
		wantsHeader(t, h.ask("{hello}"), "Strict-Transport-Security", "")
	})
	t.Run("keep answers out of caches", func(t *testing.T) {
		wantsHeader(t, h.ask("{hello}", session), "Cache-Control", "no-store")
		wantsHeader(t, h.send("GET", "/schema.graphql", "", bearer), "Cache-Control", "no-store")
	})
}

func TestRequestID(t *testing.T) {
	h := newHouse()
	t.Run("is ours, whatever arrives", func(t *testing.T) {
		seen := map[string]bool{}
		for range 3 {
			id := h.ask("{hello}", header("X-Request-Id", "canary")).Header.Get("X-Request-Id")
			if !regexp.MustCompile(`^[0-9a-f]{32}$`).MatchString(id) || seen[id] {
				t.Fatalf("got %q", id)
			}
			seen[id] = true
		}
	})
}

func TestLog(t *testing.T) {
	h := newHouse()
	resp := h.send("POST", "/graphql?canary=1", `{"query":"{hello canary:hello}"}`, asJSON, bearer, header("Cookie", "a=canary"), header("User-Agent", "canary"))
	h.send("GET", "/unsubscribe/canary", "")
	h.send("CANARY", "/canary", "")
	t.Run("has one line a request with its id and route", func(t *testing.T) {
		lines := strings.Split(strings.TrimSpace(h.log.String()), "\n")
		want := []string{"request=" + resp.Header.Get("X-Request-Id"), "route=/graphql", "status=200", "method=POST", "ip=192.0.2.1"}
		for _, part := range want {
			if len(lines) != 3 || !strings.Contains(lines[0], part) {
				t.Fatalf("%s is missing in %s", part, h.log.String())
			}
		}
	})
	t.Run("has no path, query, body or header of a client", func(t *testing.T) {
		if s := strings.ToLower(h.log.String()); strings.Contains(s, "canary") || strings.Contains(s, "ptc_") {
			t.Fatal(s)
		}
	})
}

func TestPanic(t *testing.T) {
	h := newHouse()
	h.Ready = func(context.Context) error { panic("canary") }
	t.Run("becomes an answer, and the process goes on", func(t *testing.T) {
		refused(t, h.send("GET", "/readyz", ""), http.StatusInternalServerError, "INTERNAL")
	})
}

func TestClientAddress(t *testing.T) {
	for name, c := range map[string]struct{ peer, forwarded, want string }{
		"nobody forwarded":                   {"192.0.2.7:1", "", "192.0.2.7"},
		"a stranger claims to forward":       {"192.0.2.7:1", "198.51.100.1", "192.0.2.7"},
		"a trusted proxy forwards":           {"10.1.1.1:1", "198.51.100.1", "198.51.100.1"},
		"two trusted proxies forward":        {"10.1.1.1:1", "198.51.100.1, 10.2.2.2", "198.51.100.1"},
		"the client invents a hop":           {"10.1.1.1:1", "203.0.113.9, 198.51.100.1", "198.51.100.1"},
		"a proxy writes rubbish":             {"10.1.1.1:1", "203.0.113.9, canary", "10.1.1.1"},
		"the connection maps IPv4 into IPv6": {"[::ffff:10.1.1.1]:1", "2001:db8::1", "2001:db8::1"},
	} {
		t.Run("is right when "+name, func(t *testing.T) {
			h := newHouse()
			options := []option{from(c.peer)}
			if c.forwarded != "" {
				options = append(options, header("X-Forwarded-For", c.forwarded))
			}
			h.ask("{hello}", options...)
			if !strings.Contains(h.log.String(), "ip="+c.want+"\n") {
				t.Fatalf("want %s in %s", c.want, h.log.String())
			}
		})
	}
}

func TestHealth(t *testing.T) {
	h := newHouse()
	t.Run("is up as long as the process is", func(t *testing.T) {
		h.ready = errors.New("canary")
		wants(t, h.send("GET", "/healthz", ""), http.StatusOK, "ok")
	})
	t.Run("is ready when the rooms are, and never says why not", func(t *testing.T) {
		h.ready = nil
		wants(t, h.send("GET", "/readyz", ""), http.StatusOK, "ready")
		h.ready = errors.New("canary")
		resp := h.send("GET", "/readyz", "")
		if a := read(t, resp); resp.StatusCode != http.StatusServiceUnavailable || a.text != "not ready\n" {
			t.Fatalf("got %d %s", resp.StatusCode, a.text)
		}
	})
}

func TestMetrics(t *testing.T) {
	h := newHouse()
	h.Metrics = prometheus.NewRegistry()
	site := web.New(h.Options)
	get := func(target string, options ...option) *http.Response {
		r := httptest.NewRequest("GET", target, nil)
		for _, o := range options {
			o(r)
		}
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		return w.Result()
	}
	t.Run("count by route, not by path", func(t *testing.T) {
		get("/users/canary")
		get("/groups/canary")
		a := read(t, get("/metrics", from("127.0.0.1:9")))
		if !strings.Contains(a.text, `portico_http_requests_total{method="GET",route="/",status="200"} 2`) || strings.Contains(a.text, "canary") {
			t.Fatal(a.text)
		}
	})
	t.Run("are for this machine alone", func(t *testing.T) {
		wants(t, get("/metrics", from("[::1]:9")), http.StatusOK, "portico_")
		refused(t, get("/metrics", from("192.0.2.1:9")), http.StatusNotFound, "NOT_FOUND")
		for _, name := range []string{"X-Forwarded-For", "Forwarded", "X-Real-Ip"} {
			refused(t, get("/metrics", from("127.0.0.1:9"), header(name, "127.0.0.1")), http.StatusNotFound, "NOT_FOUND")
		}
	})
}

func TestClock(t *testing.T) {
	h := newHouse()
	move := func(body string, options ...option) *http.Response {
		return h.send("POST", "/test/clock", body, options...)
	}
	t.Run("cannot be moved unless that is switched on", func(t *testing.T) {
		refused(t, move(`{"advance":"1h"}`), http.StatusMethodNotAllowed, "BAD_USER_INPUT")
	})
	h.TestClock = true
	t.Run("is set and advanced, and says what it shows", func(t *testing.T) {
		wants(t, move(`{"now":"2030-01-02T03:04:05+01:00"}`), http.StatusOK, `{"now":"2030-01-02T02:04:05`)
		wants(t, move(`{"advance":"24h1m"}`), http.StatusOK, `{"now":"2030-01-03T02:05:05`)
		if got := h.Clock.Now().Sub(time.Date(2030, 1, 3, 2, 5, 5, 0, time.UTC)); got < 0 || got > time.Minute {
			t.Fatalf("off by %v", got)
		}
	})
	t.Run("refuses what is no time", func(t *testing.T) {
		for _, body := range []string{``, `{}`, `canary`, `{"now":"canary"}`, `{"advance":"canary"}`, `{"advance":5}`, `{"now":"2030-01-02T03:04:05Z","advance":"1h"}`} {
			refused(t, move(body), http.StatusBadRequest, "BAD_USER_INPUT")
		}
	})
	t.Run("is not moved by other sites", func(t *testing.T) {
		refused(t, move(`{"advance":"1h"}`, header("Origin", "https://evil.example")), http.StatusForbidden, "FORBIDDEN")
	})
}

func TestPages(t *testing.T) {
	h := newHouse()
	get := func(target string, options ...option) *http.Response { return h.send("GET", target, "", options...) }
	t.Run("are the index wherever the SPA may have a page", func(t *testing.T) {
		for _, path := range []string{"/", "/users", "/users/VXNlcjox/edit", "/setup?token=x.y", "/index.html", "/assets"} {
			resp := get(path)
			wantsHeader(t, resp, "Content-Type", "text/html; charset=utf-8")
			wantsHeader(t, resp, "Cache-Control", "no-cache")
			wants(t, resp, http.StatusOK, "Portico")
		}
	})
	t.Run("are nowhere else", func(t *testing.T) {
		for _, path := range []string{"/assets/missing.js", "/assets/missing", "/canary.png", "/.env", "/.keep", "/.well-known/canary",
			"/scim/v2/Users", "/oauth/token", "/graphql/", "/test/clock/", "/assets/ready-1.css.gz", "/a%5c..%5cb", "/a%00b"} {
			refused(t, get(path), http.StatusNotFound, "NOT_FOUND")
		}
	})
	t.Run("with a hash in the name are kept for ever", func(t *testing.T) {
		resp := get("/assets/app-1a2b.js")
		wantsHeader(t, resp, "Cache-Control", "public, max-age=31536000, immutable")
		wantsHeader(t, resp, "Content-Type", "text/javascript; charset=utf-8")
		wants(t, resp, http.StatusOK, "export")
	})
	t.Run("are compressed for those who take it, by us or by the build", func(t *testing.T) {
		gz := header("Accept-Encoding", "br, gzip")
		resp := get("/assets/app-1a2b.js", gz)
		wantsHeader(t, resp, "Content-Encoding", "gzip")
		wantsHeader(t, resp, "Vary", "Accept-Encoding")
		z, err := gzip.NewReader(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		if plain, err := io.ReadAll(z); err != nil || len(plain) != 1000 {
			t.Fatalf("%d bytes, %v", len(plain), err)
		}
		wants(t, get("/assets/ready-1.css", gz), http.StatusOK, "made by the build")
		wantsHeader(t, get("/assets/app-1a2b.js", header("Accept-Encoding", "gzip;q=0")), "Content-Encoding", "")
		wantsHeader(t, get("/favicon.svg", gz), "Content-Encoding", "") // too small to gain
	})
	t.Run("are not sent again unchanged", func(t *testing.T) {
		tag := get("/users").Header.Get("ETag")
		resp := get("/users", header("If-None-Match", tag))
		if a := read(t, resp); resp.StatusCode != http.StatusNotModified || a.text != "" {
			t.Fatalf("got %d", resp.StatusCode)
		}
	})
	t.Run("have a head", func(t *testing.T) {
		resp := h.send("HEAD", "/users", "")
		if a := read(t, resp); resp.StatusCode != http.StatusOK || a.text != "" || resp.Header.Get("Content-Length") == "0" {
			t.Fatalf("got %d %q", resp.StatusCode, a.text)
		}
	})
	t.Run("say so when they were not built", func(t *testing.T) {
		h := newHouse()
		h.Pages = fstest.MapFS{}
		refused(t, h.send("GET", "/users", ""), http.StatusNotFound, "NOT_FOUND")
	})
}
