package hubtest

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/server/mail"
)

// Mailbox takes what Portico sends, as a provider would.
type Mailbox struct {
	t     testing.TB
	mu    sync.Mutex
	mails []mail.Email
	read  int
	// fail, if set, answers an attempt with an error instead of taking it; seen counts the attempts.
	fail func(attempt int) error
	seen int
}

// Send takes an email.
func (m *Mailbox) Send(_ context.Context, e mail.Email) (mail.Receipt, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.seen++
	if m.fail != nil {
		if err := m.fail(m.seen); err != nil {
			return mail.Receipt{}, err
		}
	}
	m.mails = append(m.mails, e)
	return mail.Receipt{ProviderID: fmt.Sprint("test-", len(m.mails))}, nil
}

// FailWith answers the coming attempts, counted from 1, with what fail says; nil takes them.
func (m *Mailbox) FailWith(fail func(attempt int) error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fail, m.seen = fail, 0
}

// All is everything that was taken so far.
func (m *Mailbox) All() []mail.Email {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]mail.Email(nil), m.mails...)
}

// IsAlert reports an email that only tells of what happened to an account.
func IsAlert(e mail.Email) bool { return strings.HasPrefix(e.Subject, "A change to your ") }

// Next waits for the next email that was not looked at yet, alerts aside.
func (m *Mailbox) Next() mail.Email {
	m.t.Helper()
	var next mail.Email
	Eventually(m.t, "an email", func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.read >= len(m.mails) {
			return false
		}
		next = m.mails[m.read]
		m.read++
		return !IsAlert(next)
	})
	return next
}

var token = regexp.MustCompile(`/(?:set-password|confirm)#token=([A-Za-z0-9_-]+)`)

// Token is the token of the link in an email.
func Token(t testing.TB, e mail.Email) string {
	t.Helper()
	found := token.FindStringSubmatch(e.Text)
	if found == nil {
		t.Fatalf("no link in %q", e.Text)
	}
	return found[1]
}
