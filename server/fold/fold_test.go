package fold_test

import (
	"bytes"
	"testing"

	"github.com/portico-hub/portico/server/fold"
)

func TestKey(t *testing.T) {
	for name, pair := range map[string][2]string{
		"folds case":                    {"Ana@Example.ORG", "ana@example.org"},
		"folds the accents' encoding":   {"jose\u0301@example.org", "jos\u00e9@example.org"},
		"folds full-width letters":      {"ａｎａ@example.org", "ana@example.org"},
		"folds letters that fold twice": {"STRASSE", "straße"},
		"trims":                         {" ana@example.org\u00a0", "ana@example.org"},
	} {
		t.Run(name, func(t *testing.T) {
			if a, b := fold.Key(pair[0]), fold.Key(pair[1]); a != b {
				t.Errorf("Key(%q) = %q, Key(%q) = %q", pair[0], a, pair[1], b)
			}
		})
	}
}

func TestSort(t *testing.T) {
	t.Run("keeps people beside their namesakes, whatever the accents", func(t *testing.T) {
		if !(bytes.Compare(fold.Sort("Akers"), fold.Sort("Åkesson")) < 0 && bytes.Compare(fold.Sort("Åkesson"), fold.Sort("Albers")) < 0) {
			t.Error("Åkesson does not stand between Akers and Albers")
		}
	})
	t.Run("puts the whole of a shorter name before a longer one", func(t *testing.T) {
		if bytes.Compare(fold.Sort("Li", "Zoe"), fold.Sort("Lind", "Ana")) >= 0 {
			t.Error("Li, Zoe does not stand before Lind, Ana")
		}
	})
	t.Run("is empty for an empty value", func(t *testing.T) {
		if len(fold.Sort("  ", "Ana")) != 0 {
			t.Error("an empty last name has a key")
		}
	})
	t.Run("is bounded", func(t *testing.T) {
		if n := len(fold.Sort(string(bytes.Repeat([]byte("x"), 5000)))); n > 240 {
			t.Errorf("%d bytes", n)
		}
	})
}

func TestText(t *testing.T) {
	t.Run("keeps marks that make another letter", func(t *testing.T) {
		if fold.Text("が") == fold.Text("か") {
			t.Error("が became か")
		}
	})
	t.Run("drops invisible direction marks and control characters", func(t *testing.T) {
		if got := fold.Line("A\u202ena\x00"); got != "Ana" {
			t.Errorf("%q", got)
		}
	})
}

func FuzzKey(f *testing.F) {
	f.Add("Ana@Example.org")
	f.Add("ﬃ\u0345")
	f.Fuzz(func(t *testing.T, s string) {
		once := fold.Key(s)
		if twice := fold.Key(once); twice != once {
			t.Errorf("Key(%q) = %q, and again %q", s, once, twice)
		}
	})
}
