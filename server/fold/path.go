package fold

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a path: bytes as it is sent, and folders in it.
const (
	maxPath  = 2000
	maxDepth = 40
)

// Path is the path of an address that a web server was asked for, as people write it: decoded once, without its query and a
// slash at its end. It reports false for what different servers read differently, so that nothing is decided about one path
// and answered with another: encoded slashes, what is encoded twice, empty and dotted folders, dots and spaces at the end of
// a name, backslashes, semicolons, the short names that Windows gives to long ones and its names of parts of a file, whatever cannot be seen. Compare paths by Key: some servers tell no case.
func Path(address string) (string, bool) {
	address, _, _ = strings.Cut(address, "?")
	if len(address) > maxPath || !strings.HasPrefix(address, "/") {
		return "", false
	}
	path, err := url.PathUnescape(address)
	if err != nil || !utf8.ValidString(path) || strings.Count(path, "/") != strings.Count(address, "/") {
		return "", false
	}
	key := Key(path)
	if strings.Count(key, "/") != strings.Count(path, "/") || !sound(path) || !sound(key) {
		return "", false
	}
	return "/" + strings.Trim(Line(path), "/"), true
}

// shortName is another name of something else on a file system of Windows, such as MEMBER~1.
var shortName = regexp.MustCompile(`^[^.]{1,6}~[0-9]+(\.[^.]{0,3})?$`)

// sound reports a path that every server reads in one way.
func sound(path string) bool {
	for _, r := range path {
		if !unicode.IsGraphic(r) || Invisible(r) || r == unicode.ReplacementChar || strings.ContainsRune(`\;%#?`, r) || unicode.IsSpace(r) && r != ' ' {
			return false
		}
	}
	folders := strings.Split(path, "/")[1:]
	for i, name := range folders {
		last := i == len(folders)-1
		if name == "" && !last || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || strings.Contains(name, "  ") || shortName.MatchString(name) || strings.Contains(name, ":$") {
			return false
		}
	}
	return len(folders) <= maxDepth
}

// Below is what stands at the end of a pattern for a path and all below it.
const Below = "/*"

// Pattern is a pattern of paths in the same form: a path, or one with Below behind it. It reports false for anything else: a
// star has its place at the end, behind a slash, since /members* would stand for /members-only, too.
func Pattern(typed string) (string, bool) {
	typed, all := strings.CutSuffix(strings.TrimSpace(typed), Below)
	if typed == "" && all {
		return Below, true
	}
	path, ok := Path(typed)
	if !ok || strings.ContainsAny(typed, "*?") || all && strings.HasSuffix(typed, "/") {
		return "", false
	}
	if all {
		path += Below
	}
	return path, true
}

// Patterns are the keys of all patterns that a path as Path has it matches, the longest first: itself, itself and all below,
// and each folder above with all below.
func Patterns(path string) []string {
	key := Key(path)
	keys := []string{key}
	for at := key; at != ""; at = at[:strings.LastIndexByte(at, '/')] {
		if at == "/" {
			break
		}
		keys = append(keys, at+Below)
	}
	return append(keys, Below)
}
