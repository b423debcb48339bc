package fold_test

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/fold"
)

// What every server reads in one way has one form.
func TestPath(t *testing.T) {
	for address, want := range map[string]string{
		"/":                       "/",
		"/members":                "/members",
		"/members/":               "/members",
		"/members/a.html?x=/../b": "/members/a.html", "/~ana/x~1yz": "/~ana/x~1yz",
		"/members?":        "/members",
		"/caf%C3%A9/%41":   "/café/A",
		"/cafe%CC%81":      "/café",
		"/a b":             "/a b",
		"/.well-known/x":   "/.well-known/x",
		"/a:b@c/d,e+f&g=h": "/a:b@c/d,e+f&g=h",
	} {
		if got, ok := fold.Path(address); !ok || got != want {
			t.Errorf("%s is %s, %v, not %s", address, got, ok, want)
		}
	}
}

// spellings of the path /members/x, or of one beside it, that servers read differently: nothing is decided about them.
var spellings = []string{
	"", "members/x", "http://example.org/members/x", "*", "?", "//members/x", "/members//x", "/members/x//", "/./members/x", "/members/./x", "/open/../members/x",
	"/MEMBER~1/x", "/open/SECRET~12.HTM", "/open/x.html::$DATA", "/members:$I30:$INDEX_ALLOCATION/x", "/members/..", "/members/../open", "/members/%2e%2e/open", "/open/.%2E/members/x", "/open%2f..%2fmembers/x", "/open/..%5cmembers/x",
	"/open\\..\\members/x", "/members%2fx", "/members%5Cx", "/members%252fx", "/members/%25%32%65", "/members/x%00", "/members/x%0a", "/members/x%0d%0aX:1",
	"/members./x", "/members%2e/x", "/members/x.", "/members/x...", "/members/x%20", "/members%20/x", "/members/x%09", "/members/x;a=b", "/members;a/x",
	"/members/x%3b", "/members/x%3fy", "/members/x#y", "/members/x%23y", "/members/%", "/members/%zz", "/members/%u002e", "/members/%c0%ae%c0%ae/x",
	"/members/%ff", "/members/\uff0e\uff0e/x", "/members\uff0fx", "/members/\u2025/x", "/mem\u200bbers/x", "/mem%C2%ADbers/x", "/members/\u2028x",
	"/" + strings.Repeat("x", 2001), strings.Repeat("/x", 50),
}

func TestPathRefusesSpellings(t *testing.T) {
	for _, address := range spellings {
		if got, ok := fold.Path(address); ok {
			t.Errorf("%q is %q", address, got)
		}
	}
}

func TestPattern(t *testing.T) {
	for typed, want := range map[string]string{
		"/members/*": "/members/*", " /Members/* ": "/Members/*", "/members/": "/members", "/": "/", "/*": "/*", "/caf%C3%A9/*": "/café/*",
	} {
		if got, ok := fold.Pattern(typed); !ok || got != want {
			t.Errorf("%s is %s, %v, not %s", typed, got, ok, want)
		}
	}
	for _, typed := range append([]string{"members/*", "/members*", "/*/x", "/a/*/b", "/**", "//*", "/a//*", "/a/**", "/a?b", "/a/?/*", "*"}, spellings...) {
		if got, ok := fold.Pattern(typed); ok {
			t.Errorf("%q is %q", typed, got)
		}
	}
}

// All patterns that match, the longest first.
func TestPatterns(t *testing.T) {
	for path, want := range map[string]string{
		"/": "/ /*", "/Members": "/members /members/* /*", "/members/Board/x.html": "/members/board/x.html /members/board/x.html/* /members/board/* /members/* /*",
	} {
		if got := strings.Join(fold.Patterns(path), " "); got != want {
			t.Errorf("%s is matched by %s, not %s", path, got, want)
		}
	}
}

// Whatever is asked for: what is decided about it is decided about the path that a server makes of it, which decodes, merges
// slashes and goes up at dots; and about no other spelling of that.
func FuzzPath(f *testing.F) {
	for _, address := range append([]string{"/members/x", "/Caf%C3%A9/a?b=c", "/a b/.c"}, spellings...) {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		got, ok := fold.Path(address)
		if !ok {
			if got != "" {
				t.Fatalf("%q is refused, and %q", address, got)
			}
			return
		}
		before, _, _ := strings.Cut(address, "?")
		served, err := url.PathUnescape(before)
		if err != nil {
			t.Fatalf("%q cannot be decoded", address)
		}
		if served = path.Clean(served); fold.Key(served) != fold.Key(got) {
			t.Fatalf("%q is %q, and a server makes %q of it", address, got, served)
		}
		if again, ok := fold.Path((&url.URL{Path: got}).EscapedPath()); !ok || again != got {
			t.Fatalf("%q is %q, and that is %q, %v", address, got, again, ok)
		}
		keys := fold.Patterns(got)
		for i, key := range keys {
			if i > 0 && len(key) > len(keys[i-1]) && i > 1 {
				t.Fatalf("%q is matched by %v: not the longest first", address, keys)
			}
			if pattern, ok := fold.Pattern(key); strings.Contains(got, "*") || ok && fold.Key(pattern) == key {
				continue
			}
			t.Fatalf("%q is matched by %q, which is no pattern", address, key)
		}
		if slices.Contains(keys, "") || !slices.Contains(keys, fold.Below) {
			t.Fatalf("%q is matched by %v", address, keys)
		}
	})
}
