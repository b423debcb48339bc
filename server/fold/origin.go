package fold

import (
	"net/netip"
	"net/url"
	"strings"
)

// maxOrigin bounds an origin in bytes: a host has at most 253.
const maxOrigin = 270

// Origin is a site as a browser names it (RFC 6454): scheme and host in small letters, without the scheme's own port. It
// reports false for anything else: a path, a pattern, user information.
func Origin(typed string) (string, bool) {
	text := strings.ToLower(strings.TrimSpace(typed))
	u, err := url.Parse(text)
	if err != nil || len(text) > maxOrigin || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || text != u.Scheme+"://"+u.Host {
		return "", false
	}
	for _, r := range u.Host {
		if !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789.-:[]", r) {
			return "", false
		}
	}
	return strings.TrimSuffix(text, map[string]string{"http": ":80", "https": ":443"}[u.Scheme]), true
}

// IsSafeOrigin reports an origin that nobody on the way can read or forge: https, or this very machine.
func IsSafeOrigin(origin string) bool {
	u, err := url.Parse(origin)
	if err != nil {
		return false
	}
	ip, notIP := netip.ParseAddr(u.Hostname())
	return u.Scheme == "https" || u.Hostname() == "localhost" || notIP == nil && ip.IsLoopback()
}
