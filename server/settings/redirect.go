package settings

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"github.com/portico-hub/portico/server/fold"
)

// maxRedirect bounds an address that is led to, in bytes.
const maxRedirect = 2000

// Redirect is an address that people may be led to, made anew of its parts; false for one that lies neither on a listed site
// nor on one of those that are named. Those are origins as fold.Origin has them.
func (s *Service) Redirect(ctx context.Context, typed string, also ...string) (string, bool, error) {
	u, err := url.Parse(typed)
	if err != nil || len(typed) > maxRedirect || u.User != nil || u.Opaque != "" || strings.ContainsFunc(typed, func(r rune) bool { return r <= ' ' || r == '\\' || r == 0x7f }) {
		return "", false, nil
	}
	origin, ok := fold.Origin(u.Scheme + "://" + u.Host)
	if !ok {
		return "", false, nil
	}
	if !slices.Contains(also, origin) {
		now, err := s.Now(ctx)
		if err != nil || !slices.Contains(now.RedirectOrigins, origin) {
			return "", false, err
		}
	}
	rest := url.URL{Path: "/" + strings.TrimPrefix(u.Path, "/"), RawPath: u.RawPath, RawQuery: u.RawQuery, Fragment: u.Fragment, RawFragment: u.RawFragment}
	return origin + rest.String(), true, nil
}
