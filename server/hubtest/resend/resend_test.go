package resend_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

const good = `{"from":"Portico <portico@example.org>","to":["ada@example.org"],"subject":"Hello","text":"Hello"}`

type stand struct {
	*resend.Server
	*testing.T
	clock *clock.Clock
	url   string
}

func newStand(t *testing.T) stand {
	t.Helper()
	c := clock.At(time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC))
	s := resend.New(c)
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	return stand{s, t, c, web.URL}
}

// reply is the status and what the body says; status 0 is a lost answer.
type reply struct {
	status int
	header http.Header
	id     string
	name   string
	body   []byte
}

func (s stand) call(method, path, body string, headers ...string) reply {
	s.Helper()
	r, err := http.NewRequestWithContext(s.Context(), method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer re_test")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(r)
	if err != nil {
		return reply{}
	}
	defer response.Body.Close()
	got := reply{status: response.StatusCode, header: response.Header}
	if got.body, err = io.ReadAll(response.Body); err != nil {
		return reply{}
	}
	var said struct{ ID, Name string }
	_ = json.Unmarshal(got.body, &said)
	got.id, got.name = said.ID, said.Name
	return got
}

func (s stand) send(body string, headers ...string) reply {
	s.Helper()
	return s.call("POST", "/emails", body, headers...)
}

func (s stand) expect(got reply, status int, name string) {
	s.Helper()
	if got.status != status || got.name != name || status == 200 && got.id == "" {
		s.Fatalf("got %d %s %s, want %d %s", got.status, got.name, got.body, status, name)
	}
}

func TestSend(t *testing.T) {
	t.Run("accepts and keeps an email", func(t *testing.T) {
		s := newStand(t)
		got := s.send(good, "Idempotency-Key", "k")
		s.expect(got, 200, "")
		mails := s.Mails()
		if len(mails) != 1 || mails[0].ID != got.id || mails[0].To[0] != "ada@example.org" || mails[0].IdempotencyKey != "k" ||
			mails[0].At.Sub(s.clock.Now()).Abs() > time.Minute {
			t.Fatalf("kept %+v", mails)
		}
		s.expect(s.call("GET", "/emails/"+got.id, ""), 200, "")
	})
	t.Run("takes one recipient as a text", func(t *testing.T) {
		s := newStand(t)
		s.expect(s.send(strings.Replace(good, `["ada@example.org"]`, `"ada@example.org"`, 1)), 200, "")
	})
	replace := func(old, with string) string { return strings.Replace(good, old, with, 1) }
	for name, c := range map[string]struct {
		body    string
		headers []string
		status  int
		name    string
	}{
		"no API key":                 {good, []string{"Authorization", ""}, 401, "missing_api_key"},
		"no bearer":                  {good, []string{"Authorization", "Basic abc"}, 401, "missing_api_key"},
		"an empty idempotency key":   {good, []string{"Idempotency-Key", ""}, 400, "invalid_idempotency_key"},
		"a long idempotency key":     {good, []string{"Idempotency-Key", strings.Repeat("k", 257)}, 400, "invalid_idempotency_key"},
		"what is not JSON":           {"from=me", nil, 400, "validation_error"},
		"no sender":                  {replace("from", "form"), nil, 422, "missing_required_field"},
		"no recipient":               {replace(`["ada@example.org"]`, `[]`), nil, 422, "missing_required_field"},
		"no subject":                 {replace("subject", "about"), nil, 422, "missing_required_field"},
		"no body":                    {replace("text", "words"), nil, 422, "missing_required_field"},
		"a sender without an @":      {replace("portico@", "portico"), nil, 422, "invalid_from_address"},
		"a recipient without an @":   {replace("ada@", "ada"), nil, 422, "validation_error"},
		"a line break in a subject":  {replace(`"Hello"`, `"Hello\nBcc: eve@example.org"`), nil, 422, "validation_error"},
		"more than fifty recipients": {replace(`"ada@example.org"`, `"a@b.example"`+strings.Repeat(`,"a@b.example"`, 50)), nil, 422, "validation_error"},
	} {
		t.Run("refuses "+name, func(t *testing.T) {
			s := newStand(t)
			s.expect(s.send(c.body, c.headers...), c.status, c.name)
			if len(s.Mails()) != 0 || s.Requests() != 1 {
				t.Fatalf("kept %d of %d", len(s.Mails()), s.Requests())
			}
		})
	}
	t.Run("knows no other path or method", func(t *testing.T) {
		s := newStand(t)
		s.expect(s.call("POST", "/mails", good), 404, "not_found")
		s.expect(s.call("DELETE", "/emails", good), 405, "method_not_allowed")
		s.expect(s.call("GET", "/emails/unknown", ""), 404, "not_found")
	})
}

func TestIdempotency(t *testing.T) {
	t.Run("answers alike for 24 hours, then takes the email anew", func(t *testing.T) {
		s := newStand(t)
		first := s.send(good, "Idempotency-Key", "k")
		s.clock.Advance(24*time.Hour - 10*time.Second)
		if again := s.send(good, "Idempotency-Key", "k"); again.id != first.id || len(s.Mails()) != 1 {
			t.Fatalf("got %s after %s, kept %d", again.id, first.id, len(s.Mails()))
		}
		s.clock.Advance(10 * time.Second)
		if later := s.send(good, "Idempotency-Key", "k"); later.id == first.id || len(s.Mails()) != 2 {
			t.Fatalf("got %s after %s, kept %d", later.id, first.id, len(s.Mails()))
		}
	})
	t.Run("refuses the key with another body, not with the same one written otherwise", func(t *testing.T) {
		s := newStand(t)
		first := s.send(good, "Idempotency-Key", "k")
		s.expect(s.send(strings.Replace(good, "Hello", "Bye", 1), "Idempotency-Key", "k"), 409, "invalid_idempotent_request")
		same := `{"text":"Hello", "subject":"Hello", "to":["ada@example.org"], "from":"Portico <portico@example.org>"}`
		if again := s.send(same, "Idempotency-Key", "k"); again.id != first.id {
			t.Fatalf("got %d %s", again.status, again.body)
		}
	})
	t.Run("refuses the key while the first request is in progress", func(t *testing.T) {
		s := newStand(t)
		s.Script(resend.Fault{Do: resend.Slow, DelayMS: 2000})
		var slow sync.WaitGroup
		slow.Go(func() { s.send(good, "Idempotency-Key", "k") })
		for s.Requests() == 0 {
			time.Sleep(time.Millisecond)
		}
		time.Sleep(300 * time.Millisecond)
		s.expect(s.send(good, "Idempotency-Key", "k"), 409, "concurrent_idempotent_requests")
		slow.Wait()
		s.expect(s.send(good, "Idempotency-Key", "k"), 200, "")
		if len(s.Mails()) != 1 {
			t.Fatalf("kept %d", len(s.Mails()))
		}
	})
	t.Run("does not remember what it refused", func(t *testing.T) {
		s := newStand(t)
		s.Script(resend.Fault{Do: resend.Invalid})
		s.expect(s.send(good, "Idempotency-Key", "k"), 422, "validation_error")
		s.expect(s.send(good, "Idempotency-Key", "k"), 200, "")
	})
	t.Run("sends twice without a key", func(t *testing.T) {
		s := newStand(t)
		if one, two := s.send(good), s.send(good); one.id == two.id || len(s.Mails()) != 2 {
			t.Fatalf("got %s and %s", one.id, two.id)
		}
	})
}

func TestFaults(t *testing.T) {
	for do, want := range map[resend.Do]struct {
		status int
		name   string
		kept   int
	}{
		resend.RateLimited:  {429, "rate_limit_exceeded", 0},
		resend.Quota:        {429, "daily_quota_exceeded", 0},
		resend.Invalid:      {422, "validation_error", 0},
		resend.InvalidKey:   {403, "invalid_api_key", 0},
		resend.ServerError:  {500, "internal_server_error", 0},
		resend.Unavailable:  {503, "application_error", 0},
		resend.BadGateway:   {502, "", 0},
		resend.RequestLost:  {0, "", 0},
		resend.AnswerLost:   {0, "", 1},
		resend.HalfAnswered: {0, "", 1},
	} {
		t.Run(string(do)+" strikes as often as it is told", func(t *testing.T) {
			s := newStand(t)
			s.Script(resend.Fault{Do: do, Count: 2, RetryAfter: 7})
			for range 2 {
				got := s.send(good, "Idempotency-Key", "k")
				s.expect(got, want.status, want.name)
				if after := got.header.Get("retry-after"); want.status == 429 && after != "7" {
					t.Fatalf("retry-after is %q", after)
				}
			}
			if len(s.Mails()) != want.kept {
				t.Fatalf("kept %d", len(s.Mails()))
			}
			s.expect(s.send(good, "Idempotency-Key", "k"), 200, "")
			if len(s.Mails()) != 1 || s.Requests() != 3 {
				t.Fatalf("kept %d of %d", len(s.Mails()), s.Requests())
			}
		})
	}
	t.Run("by chance they strike alike for one seed", func(t *testing.T) {
		outcomes := func(seed uint64) (all []int) {
			s := newStand(t)
			if err := s.Server.Run(resend.Script{Seed: seed, Faults: []resend.Fault{{Do: resend.Unavailable, Probability: 0.5}}}); err != nil {
				t.Fatal(err)
			}
			for range 40 {
				all = append(all, s.send(good).status)
			}
			return all
		}
		one := outcomes(1)
		if !slices.Equal(one, outcomes(1)) || slices.Equal(one, outcomes(2)) || !slices.Contains(one, 200) || !slices.Contains(one, 503) {
			t.Fatalf("got %v", one)
		}
	})
	t.Run("an unknown one is refused", func(t *testing.T) {
		if err := newStand(t).Server.Run(resend.Script{Faults: []resend.Fault{{Do: "earthquake"}}}); err == nil {
			t.Fatal("taken")
		}
	})
}

func TestControl(t *testing.T) {
	s := newStand(t)
	s.expect(s.call("POST", "/_faults", `{"faults":[{"do":"rate_limited","count":1,"retryAfter":3}]}`), 204, "")
	s.expect(s.send(good, "Idempotency-Key", "k"), 429, "rate_limit_exceeded")
	s.expect(s.send(good, "Idempotency-Key", "k"), 200, "")
	var box struct{ Mails []resend.Mail }
	if got := s.call("GET", "/_mailbox", ""); json.Unmarshal(got.body, &box) != nil || len(box.Mails) != 1 || box.Mails[0].Text != "Hello" {
		t.Fatalf("got %s", got.body)
	}
	s.expect(s.call("DELETE", "/_mailbox", ""), 204, "")
	if got := s.call("GET", "/_mailbox", ""); strings.TrimSpace(string(got.body)) != `{"mails":[]}` {
		t.Fatalf("got %s", got.body)
	}
	s.expect(s.call("POST", "/_clock", `{"advance":"24h1m"}`), 204, "")
	s.expect(s.send(good, "Idempotency-Key", "k"), 200, "")
	if len(s.Mails()) != 1 {
		t.Fatal("the key was remembered for more than 24 hours")
	}
	for path, body := range map[string]string{"/_faults": `{"faults":[{"do":"x"}]}`, "/_clock": `{"advance":"soon"}`} {
		s.expect(s.call("POST", path, body), 400, "")
	}
}
