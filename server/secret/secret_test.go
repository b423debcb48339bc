package secret_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/secret"
)

// Whatever is printed of a secret, by whatever road, the secret is not in it.
func TestNothingPrintsASecret(t *testing.T) {
	const canary = "canary-4711"
	key := secret.Key([]byte("canary-4711-canary-4711-canary-4"))
	values := map[string]any{
		"text": secret.Text(canary), "key": key, "pointer": &key,
		"struct": struct{ T secret.Text }{canary}, "map": map[string]secret.Text{"a": canary},
		"slice": []secret.Text{canary},
	}
	for name, v := range values {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
				fmt.Fprintf(&out, verb+"\n", v)
			}
			slog.New(slog.NewTextHandler(&out, nil)).Info("said", "value", v)
			slog.New(slog.NewJSONHandler(&out, nil)).Info("said", "value", v)
			if err := json.NewEncoder(&out).Encode(v); err != nil {
				t.Fatal(err)
			}
			for _, leak := range []string{canary, fmt.Sprintf("%x", canary), fmt.Sprintf("%X", canary), "99 97 110"} {
				if strings.Contains(out.String(), leak) {
					t.Fatalf("prints the secret:\n%s", out.String())
				}
			}
			if !strings.Contains(out.String(), "[redacted]") {
				t.Fatalf("says nothing of a secret:\n%s", out.String())
			}
		})
	}
	if secret.Text(canary).Reveal() != canary {
		t.Fatal("Reveal must give the secret")
	}
}

func TestNewToken(t *testing.T) {
	t.Run("has 256 bits, safe in a URL, and never comes twice", func(t *testing.T) {
		seen := map[string]bool{}
		for range 1000 {
			token, hash := secret.NewToken()
			if len(token) != 43 || strings.ContainsAny(token, "+/=") || seen[token] {
				t.Fatalf("got %q", token)
			}
			if seen[token] = true; !bytes.Equal(hash, secret.HashToken(token)) || len(hash) != 32 {
				t.Fatal("the hash is not the token's")
			}
		}
	})
	t.Run("is found by its hash alone, whatever was sent", func(t *testing.T) {
		token, hash := secret.NewToken()
		for _, other := range []string{"", token + " ", token[1:], "Ü\x00"} {
			if bytes.Equal(secret.HashToken(other), hash) {
				t.Fatalf("%q passes for the token", other)
			}
		}
	})
}
