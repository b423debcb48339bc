package mail_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest/resend"
	"github.com/portico-hub/portico/server/mail"
)

var email = mail.Email{
	ID: "TWVzc2FnZTo3", From: "Portico <portico@example.org>", To: "ada@example.org", Subject: "Hello", Text: "Hello Ada", HTML: "<p>Hello Ada</p>",
	IdempotencyKey: "message/7",
}

func stand(t *testing.T) (*resend.Server, *mail.Resend) {
	t.Helper()
	s := resend.New(clock.New())
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	return s, sender(t, web.URL)
}

func sender(t *testing.T, address string) *mail.Resend {
	t.Helper()
	base, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return mail.NewResend("re_test", base)
}

func TestResend(t *testing.T) {
	t.Run("sends both parts and the message's id, under its key", func(t *testing.T) {
		s, r := stand(t)
		receipt, err := r.Send(t.Context(), email)
		if err != nil {
			t.Fatal(err)
		}
		m := s.Mails()[0]
		if receipt != (mail.Receipt{ProviderID: m.ID}) || m.From != email.From || m.To[0] != email.To || m.Subject != email.Subject ||
			m.Text != email.Text || m.HTML != email.HTML || m.IdempotencyKey != email.IdempotencyKey || m.Headers["X-Entity-Ref-ID"] != email.ID {
			t.Fatalf("got %+v, %+v", receipt, m)
		}
	})
	t.Run("finds the API below a base URL with a path", func(t *testing.T) {
		s := resend.New(clock.New())
		web := httptest.NewServer(http.StripPrefix("/deep/resend", s))
		defer web.Close()
		if _, err := sender(t, web.URL+"/deep/resend").Send(t.Context(), email); err != nil || len(s.Mails()) != 1 {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("doubles nothing when the answer was lost", func(t *testing.T) {
		s, r := stand(t)
		s.Script(resend.Fault{Do: resend.AnswerLost, Count: 2}, resend.Fault{Do: resend.HalfAnswered, Count: 2})
		for range 4 {
			if _, err := r.Send(t.Context(), email); mail.KindOf(err) != mail.Ambiguous {
				t.Fatalf("got %v", err)
			}
		}
		receipt, err := r.Send(t.Context(), email)
		if err != nil || len(s.Mails()) != 1 || receipt.ProviderID != s.Mails()[0].ID {
			t.Fatalf("got %+v, %v, kept %d", receipt, err, len(s.Mails()))
		}
	})
}

// Each way of failing says what may be done next, in the provider's words.
func TestFailures(t *testing.T) {
	for do, want := range map[resend.Do]struct {
		kind     mail.Kind
		status   int
		code     string
		after    time.Duration
		sentence string
	}{
		resend.RateLimited: {mail.Retryable, 429, "rate_limit_exceeded", 7 * time.Second, "Too many requests."},
		resend.Quota:       {mail.Retryable, 429, "daily_quota_exceeded", time.Hour, "daily email sending quota"},
		resend.Invalid:     {mail.Permanent, 422, "validation_error", 0, "Invalid `to` field."},
		resend.InvalidKey:  {mail.Retryable, 403, "invalid_api_key", 5 * time.Minute, "API key is invalid."},
		resend.ServerError: {mail.Retryable, 500, "internal_server_error", 0, "An unexpected error occurred."},
		resend.Unavailable: {mail.Retryable, 503, "application_error", 0, "unavailable"},
		resend.BadGateway:  {mail.Ambiguous, 502, "", 0, "Resend answered with Bad Gateway."},
		resend.RequestLost: {mail.Ambiguous, 0, "", 0, "The connection to Resend was lost before it answered."},
	} {
		t.Run(string(do)+" is "+want.kind.String(), func(t *testing.T) {
			s, r := stand(t)
			s.Script(resend.Fault{Do: do, RetryAfter: 7})
			_, err := r.Send(t.Context(), email)
			expect(t, err, want.kind, want.status, want.code, want.sentence)
			if e, _ := errors.AsType[*mail.Error](err); e.RetryAfter != want.after {
				t.Fatalf("to be tried after %v", e.RetryAfter)
			}
			if _, err := r.Send(t.Context(), email); err != nil || len(s.Mails()) != 1 {
				t.Fatalf("then got %v, kept %d", err, len(s.Mails()))
			}
		})
	}
	t.Run("a key that was used for another email was taken earlier", func(t *testing.T) {
		_, r := stand(t)
		if _, err := r.Send(t.Context(), email); err != nil {
			t.Fatal(err)
		}
		other := email
		other.Text = "Goodbye"
		_, err := r.Send(t.Context(), other)
		expect(t, err, mail.Earlier, 409, "invalid_idempotent_request", "different request payload")
	})
	t.Run("a caller that gives up leaves it open, and the same key in progress is retryable", func(t *testing.T) {
		s, r := stand(t)
		s.Script(resend.Fault{Do: resend.Slow, DelayMS: 3000})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := r.Send(ctx, email)
		expect(t, err, mail.Ambiguous, 0, "", "lost")
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("got %v", err)
		}
		_, err = r.Send(t.Context(), email)
		expect(t, err, mail.Retryable, 409, "concurrent_idempotent_requests", "in progress")
	})
	t.Run("nobody listening is retryable", func(t *testing.T) {
		web := httptest.NewServer(http.NotFoundHandler())
		web.Close()
		_, err := sender(t, web.URL).Send(t.Context(), email)
		expect(t, err, mail.Retryable, 0, "", "Resend could not be reached.")
	})
	t.Run("a redirect is not followed", func(t *testing.T) {
		web := httptest.NewServer(http.RedirectHandler("http://192.0.2.1/", http.StatusTemporaryRedirect))
		defer web.Close()
		_, err := sender(t, web.URL).Send(t.Context(), email)
		expect(t, err, mail.Retryable, 307, "", "Temporary Redirect")
	})
	for name, body := range map[string]string{"an answer without an id": `{}`, "an answer that is not JSON": `ok`} {
		t.Run(name+" is ambiguous", func(t *testing.T) {
			web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }))
			defer web.Close()
			_, err := sender(t, web.URL).Send(t.Context(), email)
			expect(t, err, mail.Ambiguous, 200, "", "could not be read")
		})
	}
	t.Run("what no sender said is ambiguous", func(t *testing.T) {
		if mail.KindOf(errors.New("?")) != mail.Ambiguous {
			t.Fatal("not")
		}
	})
}

func expect(t *testing.T, err error, kind mail.Kind, status int, code, sentence string) {
	t.Helper()
	e, ok := errors.AsType[*mail.Error](err)
	if !ok || e.Kind != kind || e.Status != status || e.Code != code || !strings.Contains(e.Sentence, sentence) || strings.Contains(err.Error(), "re_test") {
		t.Fatalf("got %+v", err)
	}
}

func TestKept(t *testing.T) {
	receipt, err := mail.Kept{}.Send(t.Context(), email)
	if err != nil || receipt != (mail.Receipt{Kept: true}) {
		t.Fatalf("got %+v, %v", receipt, err)
	}
}

// No field of an email can become another, whoever the sender is.
func TestRefusals(t *testing.T) {
	s, r := stand(t)
	for name, change := range map[string]func(*mail.Email){
		"a line break in the subject":   func(e *mail.Email) { e.Subject = "Hello\r\nBcc: eve@evil.example" },
		"a bare line feed":              func(e *mail.Email) { e.Subject = "Hello\nX: y" },
		"a line break in the recipient": func(e *mail.Email) { e.To = "ada@example.org\r\nBcc: eve@evil.example" },
		"a line break in the sender":    func(e *mail.Email) { e.From = "Portico\r\n <portico@example.org>" },
		"a line break in the id":        func(e *mail.Email) { e.ID = "7\r\nX: y" },
		"a line break in the key":       func(e *mail.Email) { e.IdempotencyKey = "7\r\nX: y" },
		"two recipients":                func(e *mail.Email) { e.To = "ada@example.org, eve@evil.example" },
		"no recipient":                  func(e *mail.Email) { e.To = "" },
		"no sender":                     func(e *mail.Email) { e.From = "Portico" },
		"no subject":                    func(e *mail.Email) { e.Subject = "" },
		"an endless subject":            func(e *mail.Email) { e.Subject = strings.Repeat("x", 501) },
		"no text part":                  func(e *mail.Email) { e.Text = "" },
		"no idempotency key":            func(e *mail.Email) { e.IdempotencyKey = "" },
		"a long idempotency key":        func(e *mail.Email) { e.IdempotencyKey = strings.Repeat("x", 257) },
	} {
		t.Run(name, func(t *testing.T) {
			bad := email
			change(&bad)
			for _, sender := range []mail.Sender{r, mail.Kept{}} {
				_, err := sender.Send(t.Context(), bad)
				expect(t, err, mail.Permanent, 0, "", "The email was not sent: ")
				if strings.Contains(err.Error(), "evil") {
					t.Fatalf("echoes: %v", err)
				}
			}
		})
	}
	if s.Requests() != 0 {
		t.Fatal("something was sent")
	}
}
