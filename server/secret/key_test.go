package secret_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/server/secret"
)

var testKey = secret.Key([]byte("0123456789abcdef0123456789abcdef"))

func TestSign(t *testing.T) {
	signature := testKey.Sign("cursor", []byte("message"))
	if len(signature) != 32 || !testKey.Verify("cursor", []byte("message"), signature) {
		t.Fatal("a signature must verify")
	}
	for name, ok := range map[string]bool{
		"another purpose": testKey.Verify("cookie", []byte("message"), signature),
		"another message": testKey.Verify("cursor", []byte("massage"), signature),
		"another key":     testKey.For("x").Verify("cursor", []byte("message"), signature),
		"a cut signature": testKey.Verify("cursor", []byte("message"), signature[:31]),
		"no signature":    testKey.Verify("cursor", []byte("message"), nil),
	} {
		t.Run("refuses "+name, func(t *testing.T) {
			if ok {
				t.Fatal("verified")
			}
		})
	}
}

func TestSeal(t *testing.T) {
	t.Run("opens to what was sealed, and differs each time", func(t *testing.T) {
		for _, plain := range []string{"", "a", strings.Repeat("long", 1000)} {
			one, two := testKey.Seal([]byte(plain)), testKey.Seal([]byte(plain))
			if bytes.Equal(one, two) || len(one) != len(plain)+28 {
				t.Fatalf("sealed %d bytes into %d", len(plain), len(one))
			}
			got, err := testKey.Open(one)
			if err != nil || string(got) != plain {
				t.Fatalf("got %q, %v", got, err)
			}
		}
	})
	t.Run("refuses what was changed, cut, or sealed for another purpose", func(t *testing.T) {
		sealed := testKey.Seal([]byte("plain"))
		changed := bytes.Clone(sealed)
		changed[len(changed)-1] ^= 1
		for _, bad := range [][]byte{nil, {}, sealed[:10], sealed[:len(sealed)-1], changed, testKey.For("note").Seal([]byte("plain"))} {
			if _, err := testKey.Open(bad); !errors.Is(err, secret.ErrUnreadable) {
				t.Fatalf("%x: got %v", bad, err)
			}
		}
	})
}

func TestParseKey(t *testing.T) {
	raw := bytes.Repeat([]byte{0xfb, 0xff}, 16)
	for name, text := range map[string]string{
		"standard": base64.StdEncoding.EncodeToString(raw), "URL-safe": base64.RawURLEncoding.EncodeToString(raw),
		"with a line end": base64.StdEncoding.EncodeToString(raw) + "\n",
	} {
		t.Run("reads base64, "+name, func(t *testing.T) {
			if key, err := secret.ParseKey(text); err != nil || !bytes.Equal(key[:], raw) {
				t.Fatalf("got %v", err)
			}
		})
	}
	for _, text := range []string{"", "canary", base64.StdEncoding.EncodeToString(raw[:31]), strings.Repeat("!", 44)} {
		t.Run("refuses "+text, func(t *testing.T) {
			_, err := secret.ParseKey(text)
			if !errors.Is(err, secret.ErrBadKey) || strings.Contains(err.Error(), "canary") {
				t.Fatalf("got %v", err)
			}
		})
	}
}

func TestLoadOrCreateKey(t *testing.T) {
	t.Run("prefers the configured key and makes no file", func(t *testing.T) {
		dir := t.TempDir()
		key, err := secret.LoadOrCreateKey(dir, base64.StdEncoding.EncodeToString(testKey[:]))
		if err != nil || key != testKey {
			t.Fatalf("got %v", err)
		}
		if files, _ := os.ReadDir(dir); len(files) != 0 {
			t.Fatalf("made %v", files)
		}
	})
	t.Run("makes one key that nobody else may read, for all who start at once", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "new", "data")
		keys := make([]secret.Key, 16)
		var all sync.WaitGroup
		for i := range keys {
			all.Go(func() {
				var err error
				if keys[i], err = secret.LoadOrCreateKey(dir, ""); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		for _, key := range keys {
			if key != keys[0] || key == (secret.Key{}) {
				t.Fatal("two keys")
			}
		}
		files, err := os.ReadDir(dir)
		if err != nil || len(files) != 1 || files[0].Name() != "secret.key" {
			t.Fatalf("left %v, %v", files, err)
		}
		if info, _ := files[0].Info(); info.Mode().Perm() != 0o600 {
			t.Fatalf("mode %v", info.Mode())
		}
	})
	t.Run("refuses a damaged file, naming it and not what is in it", func(t *testing.T) {
		dir := t.TempDir()
		file := filepath.Join(dir, "secret.key")
		if err := os.WriteFile(file, []byte("torn-canary"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := secret.LoadOrCreateKey(dir, "")
		if !errors.Is(err, secret.ErrBadKey) || !strings.Contains(err.Error(), file) || strings.Contains(err.Error(), "canary") {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("says where it could not make the file", func(t *testing.T) {
		blocked := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(blocked, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := secret.LoadOrCreateKey(blocked, ""); err == nil || !strings.Contains(err.Error(), blocked) {
			t.Fatalf("got %v", err)
		}
	})
}
