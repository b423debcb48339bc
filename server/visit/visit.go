// Package visit holds what is known of one request from outside before anybody looks at what it asks for: its id, where
// it came from, and the session cookie that its answer shall set. It imports nothing of ours.
package visit

import (
	"context"
	"errors"
	"net/netip"
	"sync"
	"time"
)

// Visit is one request. Web makes it; rooms further in read it and may leave a session cookie in it. It is safe for
// concurrent use, since the fields of a query may be resolved at the same time.
type Visit struct {
	// RequestID is 32 hexadecimal digits, made here; an inbound one is never believed.
	RequestID string
	// IP is the client's address, which a trusted proxy may have named. The zero Addr when it is unknown.
	IP netip.Addr
	// UserAgent is at most 256 printable characters, to be shown in session lists; nothing may depend on it.
	UserAgent string
	// IdempotencyKey is at most 255 printable ASCII characters; empty when the client gave none.
	IdempotencyKey string
	// SessionHash is the hash of the session token that the request brought along and that is good; nil without one.
	SessionHash []byte
	// SessionID is the key of that session; 0 without one.
	SessionID int64
	// HalfUser is the user of a session that has something left to do before it counts as signed in; 0 without one.
	HalfUser int64
	// HalfStage is what that is, as the session's stage says it; nothing else may be done with such a session.
	HalfStage string
	// Verified reports that the second factor was proved in that session.
	Verified bool
	// ProvedAt is when its user last proved who they are, by signing in or again since; nil for a session of before that was kept.
	ProvedAt *time.Time
	// Browser is what a browser was given to be known by until it has signed in; empty where it was given nothing.
	Browser string
	// Origins are the sites that may use the API client's token which the request bears; nil while no such token was
	// recognised.
	Origins []string
	// Recognise says anew who sends the request: a context with the viewer as they stand now, or false if the credential
	// holds no more. nil for a stranger.
	Recognise func(context.Context) (context.Context, bool, error)

	mu     sync.Mutex
	cookie *Cookie
	known  *Cookie
	ended  error
}

// Cookie is what the answer shall do to the session cookie. An empty token takes it away.
type Cookie struct {
	Token  string
	MaxAge time.Duration
}

// String hides the token from logs.
func (Cookie) String() string { return "[redacted]" }

// SetSession asks for a session cookie that lives for maxAge. The last call before the answer wins.
func (v *Visit) SetSession(token string, maxAge time.Duration) {
	v.leave(&Cookie{Token: token, MaxAge: maxAge})
}

// ClearSession asks for the session cookie to be taken away.
func (v *Visit) ClearSession() { v.leave(&Cookie{}) }

// SetBrowser asks for the cookie that a browser is known by before it has signed in, to live for maxAge.
func (v *Visit) SetBrowser(token string, maxAge time.Duration) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.Browser, v.known = token, &Cookie{Token: token, MaxAge: maxAge}
}

// TakeBrowser empties the sink of SetBrowser. It reports false when nobody asked.
func (v *Visit) TakeBrowser() (Cookie, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.known == nil {
		return Cookie{}, false
	}
	c := *v.known
	v.known = nil
	return c, true
}

// End says why an answer that goes on for long is over before its reader is gone.
func (v *Visit) End(why error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.ended = why
}

// Ended is why an answer is over, or nil.
func (v *Visit) Ended() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.ended
}

// TakeCookie empties the sink. It reports false when nobody asked for a change.
func (v *Visit) TakeCookie() (Cookie, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.cookie == nil {
		return Cookie{}, false
	}
	c := *v.cookie
	v.cookie = nil
	return c, true
}

func (v *Visit) leave(c *Cookie) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.cookie = c
}

type waiting struct{}

// Again is a context with whoever sends the request as they stand now, for what goes on for long: rights that were taken
// away meanwhile end it, with ErrOver. It does not count as use, so that a page that merely stands open keeps no session alive.
// Where no request is, and for a stranger, nothing changes.
func Again(ctx context.Context) (context.Context, error) {
	v := From(ctx)
	if v.Recognise == nil {
		return ctx, nil
	}
	now, holds, err := v.Recognise(Waiting(ctx))
	if err == nil && !holds {
		err = ErrOver
	}
	return now, err
}

// ErrOver says that the credential of a request that goes on holds no more.
var ErrOver = errors.New("whoever asked for this is signed out")

// Waiting is a context of what nobody does: it does not count as use.
func Waiting(ctx context.Context) context.Context { return context.WithValue(ctx, waiting{}, true) }

// IsWaiting reports a context of Waiting.
func IsWaiting(ctx context.Context) bool { return ctx.Value(waiting{}) != nil }

type key struct{}

// With returns a context that carries the visit.
func With(ctx context.Context, v *Visit) context.Context {
	return context.WithValue(ctx, key{}, v)
}

// From returns the visit of the context. Work that no request caused, such as a job, gets an empty one, never nil.
func From(ctx context.Context) *Visit {
	if v, ok := ctx.Value(key{}).(*Visit); ok {
		return v
	}
	return &Visit{}
}
