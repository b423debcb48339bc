// Package secret keeps what nobody may read: random tokens, keyed signatures and sealed values, hashed passwords, and a
// text that never prints itself. It imports nothing of ours.
package secret

import (
	"fmt"
	"io"
	"log/slog"
)

// redacted stands where a secret would have been printed.
const redacted = "[redacted]"

// Text is a secret in words, such as a password or an API key. Printing, logging or encoding it gives "[redacted]";
// Reveal gives the secret itself.
type Text string

// Reveal returns the secret. Every call is a place to look at when asking who sees it.
func (t Text) Reveal() string { return string(t) }

// Format prints "[redacted]" for every verb: a String method alone would let %d through.
func (t Text) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, redacted) }

// String is "[redacted]".
func (t Text) String() string { return redacted }

// LogValue keeps the secret out of structured logs.
func (t Text) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText keeps the secret out of JSON and of whatever else encodes text. It cannot help where a Text is the key of a
// map: encoding/json takes such keys as they are.
func (t Text) MarshalText() ([]byte, error) { return []byte(redacted), nil }
