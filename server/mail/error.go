package mail

import (
	"errors"
	"time"
)

// Kind is what an attempt that failed means for the email.
type Kind int

const (
	// Ambiguous: the email may have been taken over, but the answer was lost. It may only be sent again under the same
	// idempotency key and within the 24 hours that the provider remembers it; after that its fate is unknown.
	Ambiguous Kind = iota
	// Retryable: the email was not taken over; the same email may be taken later.
	Retryable
	// Permanent: the email was refused and will always be.
	Permanent
	// Earlier: the provider took an email over under the same idempotency key before, and it was not this one to the letter. Sent under
	// another key it could be doubled, so only a person decides.
	Earlier
)

// String is the kind in a word.
func (k Kind) String() string {
	switch k {
	case Permanent:
		return "permanent"
	case Retryable:
		return "retryable"
	case Earlier:
		return "earlier"
	default:
		return "ambiguous"
	}
}

// Error is why an attempt failed.
type Error struct {
	Kind       Kind
	Sentence   string        // what administrators read: the provider's own sentence where there is one
	Code       string        // the provider's name for it, such as "validation_error", or ""
	Status     int           // the HTTP status, 0 without an answer
	RetryAfter time.Duration // the least to wait before the next attempt, 0 when the caller may choose
	Err        error         // what lies beneath, for logs; may be nil
}

// Error is the kind and the sentence.
func (e *Error) Error() string {
	text := e.Kind.String() + ": " + e.Sentence
	if e.Err != nil {
		text += " (" + e.Err.Error() + ")"
	}
	return text
}

// Unwrap returns what lies beneath.
func (e *Error) Unwrap() error { return e.Err }

// KindOf tells what a failed attempt means. Whatever no sender said is Ambiguous: nothing is known of it, and only that
// kind never doubles an email.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return Ambiguous
}
