package secret

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
)

// KeySize is the length of a Key in bytes.
const KeySize = 32

// ErrUnreadable says that a sealed value was sealed with another key or has been changed.
var ErrUnreadable = errors.New("the sealed value was made with another key or has been damaged")

// ErrBadKey says that a text is not a key. It never holds the text.
var ErrBadKey = errors.New("a secret key must be 32 bytes in base64, as `openssl rand -base64 32` prints")

// Key is the one secret that all replicas share. It is never used itself: each use has a key of its own, derived from
// it by HKDF (RFC 5869). It prints as "[redacted]".
type Key [KeySize]byte

// ParseKey reads a key from base64, standard or URL-safe, padded or not. Every other text is ErrBadKey.
func ParseKey(text string) (Key, error) {
	text = strings.TrimRight(strings.TrimSpace(text), "=")
	text = strings.NewReplacer("-", "+", "_", "/").Replace(text)
	b, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil || len(b) != KeySize {
		return Key{}, ErrBadKey
	}
	return Key(b), nil
}

// For derives a key of its own for a purpose, so that what is sealed or signed for one purpose cannot be passed off as
// another's: key.For("second factor").Seal(…).
func (k Key) For(purpose string) Key { return k.derive("for:" + purpose) }

// Sign returns the HMAC-SHA-256 of msg for a purpose, 32 bytes. A signature for one purpose never fits another.
func (k Key) Sign(purpose string, msg []byte) []byte {
	sub := k.derive("sign:" + purpose)
	mac := hmac.New(sha256.New, sub[:])
	mac.Write(msg)
	return mac.Sum(nil)
}

// Verify reports, in constant time, whether signature is what Sign returns for the same purpose and message.
func (k Key) Verify(purpose string, msg, signature []byte) bool {
	return hmac.Equal(k.Sign(purpose, msg), signature)
}

// Seal encrypts and authenticates plain with AES-256-GCM under a random nonce, which leads the result; it is 28 bytes
// longer than plain.
func (k Key) Seal(plain []byte) []byte { return k.aead().Seal(nil, nil, plain, nil) }

// Open returns what Seal was given, or ErrUnreadable.
func (k Key) Open(sealed []byte) ([]byte, error) {
	plain, err := k.aead().Open(nil, nil, sealed, nil)
	if err != nil {
		return nil, ErrUnreadable
	}
	return plain, nil
}

// Format prints "[redacted]" for every verb.
func (k Key) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, redacted) }

// LogValue keeps the key out of structured logs.
func (k Key) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText keeps the key out of JSON.
func (k Key) MarshalText() ([]byte, error) { return []byte(redacted), nil }

func (k Key) derive(purpose string) Key {
	sub, err := hkdf.Key(sha256.New, k[:], nil, "portico/"+purpose, KeySize)
	if err != nil {
		panic("secret: deriving 32 bytes by HKDF cannot fail: " + err.Error())
	}
	return Key(sub)
}

func (k Key) aead() cipher.AEAD {
	sub := k.derive("seal")
	block, err := aes.NewCipher(sub[:])
	if err != nil {
		panic("secret: 32 bytes are always an AES key: " + err.Error())
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		panic("secret: AES always has a GCM mode: " + err.Error())
	}
	return aead
}
