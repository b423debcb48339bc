package secret_test

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/cases"

	"github.com/portico-hub/portico/server/secret"
)

func TestPasswords(t *testing.T) {
	ctx := t.Context()
	cheap := secret.NewPasswords(secret.Cheap)
	hash, err := cheap.Hash(ctx, "Zürich–blau 7")
	if err != nil {
		t.Fatal(err)
	}
	verify := func(t *testing.T, p *secret.Passwords, password, hash string, want bool) {
		t.Helper()
		if got, err := p.Verify(ctx, password, hash); err != nil || got != want {
			t.Fatalf("got %v, %v", got, err)
		}
	}
	t.Run("knows a password again, however its characters are composed", func(t *testing.T) {
		verify(t, cheap, "Zürich–blau 7", hash, true)
		verify(t, cheap, "Zu\u0308rich–blau 7", hash, true)
	})
	t.Run("refuses any other", func(t *testing.T) {
		for _, other := range []string{"", "zürich–blau 7", "Zürich–blau 7 ", "Zürich–blau"} {
			verify(t, cheap, other, hash, false)
		}
	})
	t.Run("refuses everything where there is no password", func(t *testing.T) {
		verify(t, cheap, "", "", false)
		verify(t, cheap, "anything at all", "", false)
	})
	t.Run("salts every hash", func(t *testing.T) {
		if again, _ := cheap.Hash(ctx, "Zürich–blau 7"); again == hash {
			t.Fatal("two equal hashes")
		}
	})
	t.Run("says so when the stored hash is none", func(t *testing.T) {
		if _, err := cheap.Verify(ctx, "password", "$2a$10$abc"); err == nil {
			t.Fatal("no error")
		}
	})
	t.Run("costs 19 MiB and two passes by default, and checks hashes of any cost", func(t *testing.T) {
		standard := secret.NewPasswords(secret.Standard)
		dear, err := standard.Hash(ctx, "a fine password")
		if err != nil || !strings.HasPrefix(dear, "$argon2id$v=19$m=19456,t=2,p=1$") {
			t.Fatalf("got %q, %v", dear, err)
		}
		verify(t, cheap, "a fine password", dear, true)
		verify(t, standard, "Zürich–blau 7", hash, true)
	})
}

// The answer for someone unknown must not come sooner: that would tell who exists.
func TestVerifyNothing(t *testing.T) {
	p := secret.NewPasswords(secret.Standard)
	hash, err := p.Hash(t.Context(), "a fine password")
	if err != nil {
		t.Fatal(err)
	}
	took := func(best time.Duration, f func()) time.Duration {
		start := time.Now()
		f()
		return min(best, time.Since(start))
	}
	known, unknown := time.Hour, time.Hour
	for range 10 { // in turns, so that whatever else the machine does slows both down
		known = took(known, func() { _, _ = p.Verify(t.Context(), "wrong", hash) })
		unknown = took(unknown, func() { p.VerifyNothing(t.Context(), "wrong") })
	}
	if unknown < known/2 || unknown > known*2 {
		t.Fatalf("known takes %v, unknown %v", known, unknown)
	}
}

func TestPasswordsAtOnce(t *testing.T) {
	p := secret.NewPasswords(secret.Standard)
	t.Run("gives up waiting when the caller does", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := p.Hash(ctx, "a fine password"); !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
		if _, err := p.Verify(ctx, "a fine password", ""); !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("lets no more run than there are processors, so that memory stays bounded", func(t *testing.T) {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		var all sync.WaitGroup
		for range 8 * runtime.NumCPU() {
			all.Go(func() { p.VerifyNothing(t.Context(), "wrong") })
		}
		all.Wait()
		runtime.ReadMemStats(&after)
		grown := int64(after.HeapSys) - int64(before.HeapSys)
		if limit := int64(runtime.NumCPU()+2) * 3 * 19 << 20; grown > limit {
			t.Fatalf("the heap grew by %d MiB, at most %d expected", grown>>20, limit>>20)
		}
	})
}

func TestCheckPassword(t *testing.T) {
	personal := []string{"Ada", "Lovelace-King", "ada.lovelace@analytical.example", "Analytical Engines Ltd"}
	for name, c := range map[string]struct {
		password string
		want     error
	}{
		"takes 8 characters":                     {"v8kq-zeu", nil},
		"takes 128 characters":                   {strings.Repeat("kq7-vzxe", 16), nil},
		"counts characters and not bytes":        {"жуёщ", secret.ErrTooShort},
		"takes other scripts":                    {"青い空と海辺の家", nil},
		"takes spaces inside":                    {"blue kettle on tin", nil},
		"takes a password without digits":        {"kettledrumming", nil},
		"refuses 7 characters":                   {"v8kq-ze", secret.ErrTooShort},
		"refuses an empty one":                   {"", secret.ErrTooShort},
		"refuses 129 characters":                 {strings.Repeat("kq7-vzxe", 16) + "x", secret.ErrTooLong},
		"refuses a space in front":               {" blue kettle", secret.ErrEdgeSpace},
		"refuses a space at the end":             {"blue kettle ", secret.ErrEdgeSpace},
		"refuses a hard space at the end":        {"blue kettle\u00a0", secret.ErrEdgeSpace},
		"refuses a line end":                     {"blue kettle\n", secret.ErrEdgeSpace},
		"refuses a common one":                   {"iloveyou1", secret.ErrTooCommon},
		"refuses a common one in capitals":       {"PASSWORD", secret.ErrTooCommon},
		"refuses a common one in wide letters":   {"ｐａｓｓｗｏｒｄ", secret.ErrTooCommon},
		"refuses a common one disguised":         {"P@$$w0rd", secret.ErrTooCommon},
		"refuses a common word with a year":      {"Summer2031!", secret.ErrTooCommon},
		"refuses a common word with signs":       {"!!Dragon77", secret.ErrTooCommon},
		"refuses the product's name":             {"Portico#99", secret.ErrTooCommon},
		"refuses one character over and over":    {"zzzzzzzzzz", secret.ErrTooCommon},
		"refuses a short piece over and over":    {"kqvzkqvzkqvz", secret.ErrTooCommon},
		"refuses a run up":                       {"23456789", secret.ErrTooCommon},
		"refuses a run down":                     {"zyxwvutsr", secret.ErrTooCommon},
		"refuses the own name":                   {"LovelaceKing", secret.ErrTooCommon},
		"refuses the own name with a year":       {"Lovelace1815", secret.ErrTooCommon},
		"refuses the own address":                {"ada.lovelace@analytical.example", secret.ErrTooCommon},
		"refuses the company's name":             {"analytical-ltd", secret.ErrTooCommon},
		"takes one that has more than the name":  {"ada keeps 9 geese", nil},
		"takes a word that a name is a piece of": {"lemonadament", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := secret.CheckPassword(c.password, personal...); !errors.Is(got, c.want) {
				t.Fatalf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestCommonList(t *testing.T) {
	text, err := os.ReadFile("common.txt")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(string(text))
	if len(words) < 3000 {
		t.Fatalf("only %d words", len(words))
	}
	for i, word := range words {
		if cases.Fold().String(word) != word {
			t.Errorf("%q is not in the form that passwords are compared in", word)
		}
		if i > 0 && words[i-1] >= word {
			t.Errorf("%q is out of order or there twice", word)
		}
	}
}
