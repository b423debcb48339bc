package secret

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

// tokenBytes is 256 bits: nothing to guess, so a plain SHA-256 is enough to store it by.
const tokenBytes = 32

// NewToken makes a random token of 256 bits, as 43 characters that are safe in URLs, and the hash to store in its
// place.
func NewToken() (token string, hash []byte) {
	b := make([]byte, tokenBytes)
	_, _ = rand.Read(b) // never fails: crypto/rand ends the process instead
	token = base64.RawURLEncoding.EncodeToString(b)
	return token, HashToken(token)
}

// HashToken is the SHA-256 under which a token is stored and looked up, 32 bytes. Any text has one, so a malformed
// token is simply one that is not found.
func HashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
