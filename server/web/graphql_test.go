package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/web"
)

const (
	graphqlJSON = "application/graphql-response+json; charset=utf-8"
	plainJSON   = "application/json; charset=utf-8"
)

var accepting = func(media string) option { return header("Accept", media) }

func TestGraphQL(t *testing.T) {
	h := newHouse()
	t.Run("answers a query in the media type that is asked for", func(t *testing.T) {
		for accept, want := range map[string]string{
			"":                                  plainJSON,
			"*/*":                               plainJSON,
			"application/json":                  plainJSON,
			"application/graphql-response+json": graphqlJSON,
			"application/json;q=0.5, application/graphql-response+json": graphqlJSON,
			"*/*, application/graphql-response+json":                    graphqlJSON,
		} {
			resp := h.ask("{hello}", accepting(accept))
			wantsHeader(t, resp, "Content-Type", want)
			wants(t, resp, http.StatusOK, `{"data":{"hello":"world"}}`)
		}
	})
	t.Run("refuses an answer that it cannot give", func(t *testing.T) {
		refused(t, h.ask("{hello}", accepting("image/png")), http.StatusNotAcceptable, "BAD_USER_INPUT")
	})
	t.Run("says 400 without data for what was not run, 200 to those who know only JSON", func(t *testing.T) {
		for _, query := range []string{"{", "{canary}", "{visits{edges{id}}}", "{__schema{types{name}}}"} {
			code := "BAD_USER_INPUT"
			if strings.Contains(query, "__schema") {
				code = "UNAUTHENTICATED"
			}
			refused(t, h.ask(query, accepting("application/graphql-response+json")), http.StatusBadRequest, code)
			refused(t, h.ask(query), http.StatusOK, code)
		}
	})
	t.Run("says faults, and hides what is ours", func(t *testing.T) {
		wants(t, h.ask("{forbidden}"), http.StatusOK, `"code":"UNAUTHENTICATED"`)
		for _, query := range []string{"{fails}", "{panics}"} {
			resp := h.ask(query)
			if a := read(t, resp); strings.Contains(a.text, "canary") || a.Errors[0].Extensions.Code != "INTERNAL" {
				t.Errorf("got %s", a.text)
			}
		}
		if !strings.Contains(h.log.String(), "canary") {
			t.Error("a panic leaves no trace in the log")
		}
	})
	t.Run("tells strangers of no type", func(t *testing.T) {
		const query = `{__type(name:"Visit"){name fields{name}}}`
		wants(t, h.ask(query), http.StatusOK, `{"data":{"__type":null}}`)
		wants(t, h.ask(query, bearer), http.StatusOK, "looked up")
	})
	t.Run("stops when the client hangs up, which is nobody's fault", func(t *testing.T) {
		h := newHouse()
		gone := func(r *http.Request) {
			ctx, cancel := context.WithCancel(r.Context())
			time.AfterFunc(10*time.Millisecond, cancel)
			*r = *r.WithContext(ctx)
		}
		if resp := h.ask("{waits}", gone); resp.StatusCode != 499 || strings.Contains(h.log.String(), "level=ERROR") {
			t.Fatalf("got %d, log %s", resp.StatusCode, h.log.String())
		}
	})
	t.Run("stops what takes too long", func(t *testing.T) {
		late := func(r *http.Request) {
			ctx, cancel := context.WithTimeout(r.Context(), 10*time.Millisecond)
			time.AfterFunc(time.Second, cancel)
			*r = *r.WithContext(ctx)
		}
		refused(t, newHouse().ask("{waits}", late), http.StatusServiceUnavailable, "INTERNAL")
	})
}

func FuzzGraphQL(f *testing.F) {
	f.Add("POST", "", "application/json", "", `{"query":"{hello}","variables":{"canary":1}}`)
	f.Add("POST", "", "application/json", "application/graphql-response+json", `{"query":"{canary}"`)
	f.Add("POST", "", "application/json", "*/*", `[{"query":"{canary}"}]`)
	f.Add("GET", "query={hello}&variables={}", "", "text/html;q=0.1,*/*", "")
	f.Add("GET", "query=mutation{touch}", "", "application/json;q=canary", "")
	site := web.New(newHouse().Options)
	f.Fuzz(func(t *testing.T, method, query, kind, accept, body string) {
		r := httptest.NewRequest("GET", "/graphql", strings.NewReader(body))
		r.Method, r.URL.RawQuery = method, query
		r.Header.Set("Content-Type", kind)
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		ours := strings.Contains(body+query, "panics") || strings.Contains(body+query, "waits") || strings.Contains(body+query, "fails")
		if w.Code >= http.StatusInternalServerError && !ours {
			t.Errorf("%d for what a client sent: %s", w.Code, w.Body)
		}
		if w.Code >= http.StatusBadRequest && strings.Contains(w.Body.String(), "canary") {
			t.Errorf("said back: %s", w.Body)
		}
	})
}

func TestGet(t *testing.T) {
	h := newHouse()
	get := func(query string, options ...option) *http.Response {
		return h.send("GET", "/graphql?"+query, "", options...)
	}
	t.Run("answers queries", func(t *testing.T) {
		wants(t, get("query={hello}"), http.StatusOK, "world")
		wants(t, get("query="+url.QueryEscape("query A{hello} query B{who}")+"&operationName=A&variables={}&extensions={}"), http.StatusOK, "world")
	})
	t.Run("runs nothing else", func(t *testing.T) {
		resp := get("query=mutation{signIn}", accepting("application/graphql-response+json"))
		wantsHeader(t, resp, "Allow", "POST")
		wantsHeader(t, resp, "Set-Cookie", "")
		refused(t, resp, http.StatusMethodNotAllowed, "BAD_USER_INPUT")
	})
	t.Run("refuses what it cannot read", func(t *testing.T) {
		for _, query := range []string{"", "query=", "query={hello}&variables=canary", "query={hello}&variables=[1]", "query=%zz"} {
			refused(t, get(query), http.StatusBadRequest, "BAD_USER_INPUT")
		}
	})
	t.Run("refuses an address longer than a body may be", func(t *testing.T) {
		refused(t, get("query={hello}&x="+strings.Repeat("x", 33<<10)), http.StatusRequestURITooLong, "BAD_USER_INPUT")
	})
	t.Run("sends a browser to GraphiQL", func(t *testing.T) {
		resp := get("query={canary}", accepting("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
		wantsHeader(t, resp, "Location", "/developers/graphiql")
		if resp.StatusCode != http.StatusSeeOther {
			t.Fatalf("got %d", resp.StatusCode)
		}
	})
}

func TestBody(t *testing.T) {
	h := newHouse()
	post := func(body string, options ...option) *http.Response {
		return h.send("POST", "/graphql", body, append([]option{asJSON}, options...)...)
	}
	unreadable := map[string]string{
		"nothing":                 ``,
		"rubbish":                 `canary`,
		"half an object":          `{"query":"canary`,
		"two objects":             `{"query":"{hello}"}{}`,
		"null":                    `null`,
		"no query":                `{"canary":"{hello}"}`,
		"a query of another kind": `{"query":{"canary":1}}`,
		"variables in a list":     `{"query":"{hello}","variables":["canary"]}`,
		"variables as text":       `{"query":"{hello}","variables":"canary"}`,
		"a number as a name":      `{"query":"{hello}","operationName":7}`,
		"extensions as a number":  `{"query":"{hello}","extensions":0}`,
		"a batch":                 `[{"query":"{hello}"},{"query":"{canary}"}]`,
	}
	for name, body := range unreadable {
		t.Run("refuses "+name, func(t *testing.T) { refused(t, post(body), http.StatusBadRequest, "BAD_USER_INPUT") })
	}
	t.Run("takes null for what is left out", func(t *testing.T) {
		wants(t, post(`{"query":"{hello}","variables":null,"operationName":null,"extensions":null}`), http.StatusOK, "world")
	})
	t.Run("is JSON and nothing else", func(t *testing.T) {
		for _, kind := range []string{"", "text/plain", "application/x-www-form-urlencoded", ";"} {
			resp := h.send("POST", "/graphql", `{"query":"{hello}"}`, header("Content-Type", kind))
			refused(t, resp, http.StatusUnsupportedMediaType, "BAD_USER_INPUT")
		}
		wants(t, h.send("POST", "/graphql", `{"query":"{hello}"}`, header("Content-Type", "application/json; charset=utf-8")), http.StatusOK, "world")
	})

	t.Run("brings a file only with the header that no page of another site can send, and from the signed-in", func(t *testing.T) {
		file := header("Content-Type", "multipart/form-data; boundary=x")
		refused(t, h.send("POST", "/graphql", "--x--", file), http.StatusBadRequest, "BAD_USER_INPUT")
		refused(t, h.send("POST", "/graphql", "--x--", file, header("GraphQL-Require-Preflight", "1")), http.StatusUnauthorized, "UNAUTHENTICATED")
	})

	sized := func(n int) string {
		const frame = `{"query":"{hello}","variables":{"x":""}}`
		return strings.Replace(frame, `""`, `"`+strings.Repeat("x", n-len(frame))+`"`, 1)
	}
	unannounced := func(r *http.Request) { r.ContentLength = -1 }
	t.Run("has at most 32 kB from a stranger", func(t *testing.T) {
		wants(t, post(sized(32<<10)), http.StatusOK, "world")
		refused(t, post(sized(32<<10+1)), http.StatusRequestEntityTooLarge, "BAD_USER_INPUT")
		refused(t, post(sized(32<<10+1), unannounced), http.StatusRequestEntityTooLarge, "BAD_USER_INPUT")
	})
	t.Run("has at most 1 MB from the signed-in", func(t *testing.T) {
		for _, who := range []option{session, bearer} {
			wants(t, post(sized(1<<20), who), http.StatusOK, "world")
			refused(t, post(sized(1<<20+1), who, unannounced), http.StatusRequestEntityTooLarge, "BAD_USER_INPUT")
		}
	})
}

func TestMethods(t *testing.T) {
	h := newHouse()
	h.TestClock = true
	for path, allowed := range map[string]string{
		"/graphql": "GET, POST", "/schema.graphql": "GET", "/healthz": "GET, HEAD", "/readyz": "GET, HEAD",
		"/metrics": "GET", "/test/clock": "POST", "/users": "GET, HEAD",
	} {
		t.Run("of "+path+" are "+allowed, func(t *testing.T) {
			for _, method := range []string{"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CANARY"} {
				if strings.Contains(allowed, method) {
					continue
				}
				resp := h.send(method, path, "", bearer)
				wantsHeader(t, resp, "Allow", allowed)
				refused(t, resp, http.StatusMethodNotAllowed, "BAD_USER_INPUT")
			}
		})
	}
}

func TestSchema(t *testing.T) {
	h := newHouse()
	t.Run("is for the signed-in", func(t *testing.T) {
		refused(t, h.send("GET", "/schema.graphql", ""), http.StatusUnauthorized, "UNAUTHENTICATED")
		wants(t, h.send("GET", "/schema.graphql", "", session), http.StatusOK, "type Visit {")
		wants(t, h.send("GET", "/schema.graphql", "", bearer), http.StatusOK, "Whoever asks.")
	})
	t.Run("does not name our own packages", func(t *testing.T) {
		if a := read(t, h.send("GET", "/schema.graphql", "", bearer)); strings.Contains(a.text, "goModel") {
			t.Fatal(a.text)
		}
	})
}
