// Package mail renders the emails that Portico sends and hands them to whoever delivers them: Resend, or nobody. It
// knows nothing of users, databases or jobs, and imports nothing of ours.
package mail

import (
	"context"
	"fmt"
	"net/mail"
	"strings"
	"time"
	"unicode"
)

// Resend takes idempotency keys of 1 to 256 characters; subjects longer than a header line are nobody's.
const (
	maxIdempotencyKey = 256
	maxSubject        = 500
)

// Email is one rendered email to one person. All of it is stored before it is sent, so that every attempt sends the
// same bytes.
type Email struct {
	ID             string // the message's own; mail programs take it as the sign not to thread two resets together
	From           string // one address, with or without a name
	To             string // one address, with or without a name
	Subject        string
	Text           string // always there
	HTML           string // may be empty
	IdempotencyKey string // made from the message's id: what was accepted under it is never sent twice
}

// Receipt says that an email was taken over.
type Receipt struct {
	ProviderID string // the provider's id of the email; empty when kept
	Kept       bool   // not sent: there is no provider
}

// Sender hands an email over. The error is always an *Error, which says what may be done next.
type Sender interface {
	Send(ctx context.Context, email Email) (Receipt, error)
}

// Batcher is a Sender that also takes several emails at once, all or none, under one idempotency key.
type Batcher interface {
	Sender
	// Most is how many it takes at once.
	Most() int
	// SendMany hands the emails over: a Receipt for each, in their order. The same key must come with the same emails.
	SendMany(ctx context.Context, key string, emails []Email) ([]Receipt, error)
}

// Forgetful is a Sender without idempotency keys: an email that it may have taken over is never handed to it again.
type Forgetful interface {
	Sender
	// Forgets says so.
	Forgets()
}

// Paced is a Sender that may be asked only so often, by all replicas together.
type Paced interface {
	// Pace is the least time between two requests.
	Pace() time.Duration
}

// Kept is the sender of a hub without a provider: it checks the email and sends nothing. The caller keeps what it has
// stored and marks it as not sent.
type Kept struct{}

// Send answers with a Receipt that says the email is kept.
func (Kept) Send(_ context.Context, email Email) (Receipt, error) {
	if err := email.check(); err != nil {
		return Receipt{}, err
	}
	return Receipt{Kept: true}, nil
}

// check refuses what would let one field of the email become another, and what no provider takes. No attempt makes such
// an email better, so the error is Permanent.
func (e Email) check() error {
	for _, header := range []struct{ name, value string }{
		{"id", e.ID}, {"sender", e.From}, {"recipient", e.To}, {"subject", e.Subject}, {"idempotency key", e.IdempotencyKey},
	} {
		if strings.ContainsFunc(header.value, unicode.IsControl) {
			return refused("the %s has a line break or another control character", header.name)
		}
	}
	if _, err := mail.ParseAddress(e.From); err != nil {
		return refused("the sender is not one email address")
	}
	if _, err := mail.ParseAddress(e.To); err != nil {
		return refused("the recipient is not one email address")
	}
	switch {
	case e.Subject == "" || len(e.Subject) > maxSubject:
		return refused("the subject is empty or longer than %d bytes", maxSubject)
	case e.Text == "":
		return refused("there is no text part")
	case e.IdempotencyKey == "" || len(e.IdempotencyKey) > maxIdempotencyKey:
		return refused("the idempotency key is empty or longer than %d bytes", maxIdempotencyKey)
	}
	return nil
}

func refused(format string, args ...any) *Error {
	return &Error{Kind: Permanent, Sentence: "The email was not sent: " + fmt.Sprintf(format, args...) + "."}
}
