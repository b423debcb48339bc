package secret

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"runtime"

	"github.com/alexedwards/argon2id"
	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// Cost is how much work one password hash takes.
type Cost int

const (
	// Standard is 19 MiB and two passes, the least that OWASP's Password Storage Cheat Sheet recommends for argon2id:
	// about 50 ms.
	Standard Cost = iota
	// Cheap is for tests: under a millisecond. It protects nothing.
	Cheap
)

func (c Cost) params() *argon2id.Params {
	p := argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	if c == Cheap {
		p.Memory, p.Iterations = 64, 1
	}
	return &p
}

// Passwords hashes and checks passwords with argon2id. As many run at once as the machine has processors; the others
// wait, so that a burst of sign-ins takes time and not memory. It is safe for concurrent use.
//
// Passwords are brought into Unicode form NFKC first (NIST SP 800-63B, 5.1.1.2), so that the same characters typed on
// another system are the same password.
type Passwords struct {
	params *argon2id.Params
	decoy  string
	places chan struct{}
}

// NewPasswords returns a hasher of the given cost. Hashes made at another cost are still checked.
func NewPasswords(cost Cost) *Passwords {
	p := cost.params()
	return &Passwords{params: p, decoy: decoy(p), places: make(chan struct{}, runtime.NumCPU())}
}

// Hash returns the hash to store: argon2id in its encoded form with a salt of its own. It fails only when ctx ends
// while it waits for its turn.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	if err := p.enter(ctx); err != nil {
		return "", err
	}
	defer p.leave()
	hash, err := argon2id.CreateHash(norm.NFKC.String(password), p.params)
	if err != nil {
		return "", fmt.Errorf("hashing a password: %w", err)
	}
	return hash, nil
}

// Verify reports whether password is the one that hash was made from. An account without a password has an empty hash,
// which nothing fits and which takes as long. It fails when ctx ends while it waits, or when hash is no argon2id hash.
func (p *Passwords) Verify(ctx context.Context, password, hash string) (bool, error) {
	if err := p.enter(ctx); err != nil {
		return false, err
	}
	defer p.leave()
	known := hash != ""
	if !known {
		hash = p.decoy
	}
	fits, err := argon2id.ComparePasswordAndHash(norm.NFKC.String(password), hash)
	if err != nil {
		return false, fmt.Errorf("checking a password against its stored hash: %w", err)
	}
	return fits && known, nil
}

// VerifyNothing does the work of Verify and throws it away: for users who do not exist, so that the time taken does
// not tell.
func (p *Passwords) VerifyNothing(ctx context.Context, password string) {
	_, _ = p.Verify(ctx, password, "")
}

func (p *Passwords) enter(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case p.places <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *Passwords) leave() { <-p.places }

// decoy is a hash of the same cost that was made from no password.
func decoy(p *argon2id.Params) string {
	random := func(n uint32) string {
		b := make([]byte, n)
		_, _ = rand.Read(b)
		return base64.RawStdEncoding.EncodeToString(b)
	}
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.Memory, p.Iterations, p.Parallelism,
		random(p.SaltLength), random(p.KeyLength))
}
