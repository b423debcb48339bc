package web

import (
	"context"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/rs/cors"

	"github.com/portico-hub/portico/server/visit"
)

// maxToken bounds a credential in bytes; ours are far shorter.
const maxToken = 512

// api is the door to everything that a viewer may ask: which site sends it, who it is, and whether it is a repetition.
func (s *site) api(next http.Handler) http.Handler {
	return s.sameSite(bounded(s.identified(s.cors(s.repeatable(next)))))
}

// long is api for what goes on for as long as somebody reads it. Each step of it is short.
func (s *site) long(next http.Handler) http.Handler {
	return s.sameSite(s.identified(s.cors(s.repeatable(next))))
}

// sameOrigin refuses writes that another site makes a browser send.
func sameOrigin(public *url.URL) *http.CrossOriginProtection {
	p := http.NewCrossOriginProtection()
	if err := p.AddTrustedOrigin(public.Scheme + "://" + public.Host); err != nil {
		panic("web: the public URL has no origin: " + err.Error())
	}
	return p
}

// sameSite lets through what carries a bearer token, since no browser adds one by itself, and otherwise only what does
// not come from another site. Requests without a cookie are held to it too: signing in must not be forged either.
func (s *site) sameSite(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, bearer := bearerToken(r); !bearer && s.origins.Check(r) != nil {
			s.refuse(w, r, otherSite)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// bearerOrigins lets the scripts of listed sites use bearer tokens. Cookies are never part of it.
func (s *site) bearerOrigins() func(http.Handler) http.Handler {
	return cors.New(cors.Options{
		AllowOriginVaryRequestFunc: func(r *http.Request, origin string) (bool, []string) { return s.mayRead(r, origin), []string{"Origin"} },
		AllowedMethods:             []string{http.MethodGet, http.MethodPost},
		AllowedHeaders:             []string{"Accept", "Authorization", "Content-Type", "Idempotency-Key", "GraphQL-Require-Preflight"},
		ExposedHeaders:             []string{"X-Request-Id", "Retry-After"},
		MaxAge:                     int((10 * time.Minute).Seconds()),
		AllowCredentials:           false,
	}).Handler
}

// mayRead reports a site whose scripts may read the answer: one that may use this token, or, before a token is known and
// for one that does not hold, any that may use some token. Answers to anything but a token are for our own pages.
func (s *site) mayRead(r *http.Request, origin string) bool {
	_, bearer := bearerToken(r)
	switch own := visit.From(r.Context()).Origins; {
	case !bearer && r.Method != http.MethodOptions:
		return false
	case slices.Contains(s.AllowedOrigins, origin):
		return true
	case own != nil:
		return slices.Contains(own, origin)
	default:
		return s.AllowOrigin != nil && s.AllowOrigin(r.Context(), origin)
	}
}

// unattended is the header with which a page says that it asks by itself: its session is used no longer for that. The use
// of a token always counts.
const unattended = "X-Portico-Unattended"

type member struct{}

// signedIn reports whether a request showed a credential that holds.
func signedIn(ctx context.Context) bool { return ctx.Value(member{}) != nil }

// identified puts the viewer into the context. A bearer token that does not hold is refused, and so is one that a site
// sends which may not use it; a session that ended makes a stranger, and so does one that has something left to do first. The
// cookie stays either way: this answer may come after that of a request which set another one.
func (s *site) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, shown := s.credential(r)
		switch {
		case c.Bearer && c.ViewAs != "":
			s.refuse(w, r, noTokenView)
			return
		case !shown && c.ViewAs != "":
			s.refuse(w, r, signInFirst)
			return
		case !shown:
			next.ServeHTTP(w, r)
			return
		}
		came := r.Context()
		if !c.Bearer && (r.Header.Get(unattended) != "" || negotiate(r.Header.Values("Accept")) == typeEvents) {
			came = visit.Waiting(came)
		}
		ctx, ok, err := s.viewer(came, c)
		switch {
		case err != nil:
			s.readable(func(w http.ResponseWriter, r *http.Request) { s.fail(w, r, err) }).ServeHTTP(w, r)
		case ok && c.Bearer && s.isForeign(r):
			w.Header().Add("Vary", "Origin")
			s.refuse(w, r, otherOrigin)
		case ok:
			visit.From(ctx).Recognise = func(ctx context.Context) (context.Context, bool, error) { return s.viewer(ctx, c) }
			next.ServeHTTP(w, r.WithContext(context.WithValue(ctx, member{}, true)))
		case c.Bearer:
			w.Header().Set("WWW-Authenticate", `Bearer realm="portico"`)
			s.readable(func(w http.ResponseWriter, r *http.Request) { s.refuseAs(w, r, badToken, mediaOf(r)) }).ServeHTTP(w, r)
		default:
			if c.ViewAs != "" {
				s.refuse(w, r, signInFirst)
				return
			}
			next.ServeHTTP(w, r)
		}
	})
}

// readable lets the scripts of a site that may use tokens read a refusal.
func (s *site) readable(refuse http.HandlerFunc) http.Handler { return s.cors(refuse) }

// mediaOf is the media type of a refusal before the query was read.
func mediaOf(r *http.Request) string {
	if negotiate(r.Header.Values("Accept")) == typeGraphQL {
		return typeGraphQL + "; charset=utf-8"
	}
	return typeJSON + "; charset=utf-8"
}

// isForeign reports a request that names a site which may not use its token. Our own pages may; programs name none.
func (s *site) isForeign(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	return origin != "" && origin != s.PublicURL.Scheme+"://"+s.PublicURL.Host && !s.mayRead(r, origin)
}

func (s *site) viewer(ctx context.Context, c Credential) (context.Context, bool, error) {
	if c.Token == "" || len(c.Token) > maxToken {
		return ctx, false, nil
	}
	return s.Authenticate(ctx, c)
}

// credential is what a request shows; with both, the token counts and the cookie is not looked at.
func (s *site) credential(r *http.Request) (Credential, bool) {
	viewAs := r.Header.Get("X-Portico-View-As")
	if token, ok := bearerToken(r); ok {
		return Credential{Token: token, Bearer: true, ViewAs: viewAs}, true
	}
	if c, err := r.Cookie(s.cookieName()); err == nil {
		return Credential{Token: c.Value, ViewAs: viewAs}, true
	}
	return Credential{ViewAs: viewAs}, false
}

func bearerToken(r *http.Request) (string, bool) {
	scheme, token, ok := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.TrimSpace(token), ok && strings.EqualFold(scheme, "Bearer")
}

// cookieName binds the cookie to this host, on https; browsers refuse the prefix otherwise.
func (s *site) cookieName() string {
	if s.secure {
		return "__Host-portico"
	}
	return "portico"
}

// browserCookie is the name of the cookie that a browser is known by before it has signed in.
func (s *site) browserCookie() string { return s.cookieName() + "-browser" }

// browser is what that cookie says.
func (s *site) browser(r *http.Request) string {
	if c, err := r.Cookie(s.browserCookie()); err == nil && len(c.Value) <= maxToken {
		return c.Value
	}
	return ""
}

// emptySink writes the cookies that a room left in the visit.
func (s *site) emptySink(h http.Header, v *visit.Visit) {
	if wish, ok := v.TakeCookie(); ok {
		s.leave(h, s.cookieName(), wish)
	}
	if wish, ok := v.TakeBrowser(); ok {
		s.leave(h, s.browserCookie(), wish)
	}
}

func (s *site) leave(h http.Header, name string, wish visit.Cookie) {
	c := http.Cookie{
		Name: name, Value: wish.Token, MaxAge: max(int(wish.MaxAge.Seconds()), 1),
		Path: "/", HttpOnly: true, Secure: s.secure, SameSite: http.SameSiteLaxMode,
	}
	if wish.Token == "" {
		c.MaxAge = -1
	}
	h.Add("Set-Cookie", c.String())
}

// repeatable notes the Idempotency-Key of a request.
func (s *site) repeatable(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		keys := r.Header.Values("Idempotency-Key")
		if len(keys) > 1 || len(keys) == 1 && !isKey(keys[0]) {
			s.refuse(w, r, badKey)
			return
		}
		if len(keys) == 1 {
			visit.From(r.Context()).IdempotencyKey = keys[0]
		}
		next.ServeHTTP(w, r)
	})
}

func isKey(key string) bool {
	for i := range len(key) {
		if key[i] < ' ' || key[i] > '~' {
			return false
		}
	}
	return key != "" && len(key) <= 255
}

// clientIP is the address of the client. X-Forwarded-For is read from its end, as far as each address in it was
// written by a trusted proxy; what stands before could be anybody's invention.
func clientIP(r *http.Request, trusted []netip.Prefix) netip.Addr {
	ip := peer(r)
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && isTrusted(ip, trusted); i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		ip = hop.Unmap().WithZone("")
	}
	return ip
}

func isTrusted(ip netip.Addr, trusted []netip.Prefix) bool {
	return slices.ContainsFunc(trusted, func(p netip.Prefix) bool { return p.Contains(ip) })
}

// peer is the address at the other end of the connection.
func peer(r *http.Request) netip.Addr {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return at.Addr().Unmap().WithZone("")
}
