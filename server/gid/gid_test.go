package gid_test

import (
	"testing"

	"github.com/portico-hub/portico/server/gid"
)

func TestKey(t *testing.T) {
	id := gid.Encode("User", 42)
	if key, err := gid.Key("User", id); err != nil || key != 42 {
		t.Errorf("got %d, %v", key, err)
	}
	for claim, bad := range map[string]string{
		"the id of another kind":      gid.Encode("Group", 42),
		"nothing":                     "",
		"a plain number":              "42",
		"another spelling of the key": "VXNlcjowNDI",
		"a negative key":              gid.Encode("User", -1),
		"rubbish":                     "\xff\x00=",
	} {
		t.Run("refuses "+claim, func(t *testing.T) {
			if key, err := gid.Key("User", bad); err == nil {
				t.Errorf("%q became %d", bad, key)
			}
		})
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(gid.Encode("User", 1))
	f.Fuzz(func(t *testing.T, id string) {
		if kind, key, err := gid.Split(id); err == nil && gid.Encode(kind, key) != id {
			t.Errorf("%q is read as %s %d, which is written otherwise", id, kind, key)
		}
	})
}
