package web

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"

	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/page"
)

// maxNamed bounds the names of groups in one header, in bytes: a proxy reads all headers into 4 kB.
const maxNamed = 2000

// verify tells a reverse proxy whether whoever brings the session cookie may see a page of the site behind it: 204, and who
// that is; 401 if nobody is signed in, and 403 otherwise. A token stands in for no person, and the site may use the
// Authorization header itself: only the cookie counts. With ?answer=page the refusal is for the person who asked for it.
func (s *site) verify(w http.ResponseWriter, r *http.Request) {
	token := ""
	if c, err := r.Cookie(s.cookieName()); err == nil && len(c.Value) <= maxToken {
		token = c.Value
	}
	visitor, err := (*page.Visitor)(nil), error(fault.SignInFirst())
	if token != "" {
		visitor, err = s.Protected.Admit(r.Context(), token, asked(r.Header))
	}
	if err != nil {
		s.turnAway(w, r, err)
		return
	}
	h := w.Header()
	h.Set("X-Portico-User", visitor.ID)
	h.Set("X-Portico-Email", plain(visitor.Email))
	h.Set("X-Portico-Groups", listed(visitor.Groups))
	w.WriteHeader(http.StatusNoContent)
}

// asked is the address that the proxy was asked for: nginx says it in one header, Caddy and Traefik in another. A client may
// send whichever its proxy does not write, so where they differ it is none.
func asked(h http.Header) string {
	address := ""
	for _, said := range append(h.Values("X-Original-Uri"), h.Values("X-Forwarded-Uri")...) {
		switch {
		case address == "":
			address = said
		case said != "" && said != address:
			return ""
		}
	}
	return address
}

// turnAway refuses: to a proxy by the status, to a person who looks for a page by leading them to sign in, and back, or by a
// page that says what to do.
func (s *site) turnAway(w http.ResponseWriter, r *http.Request, err error) {
	faults, _ := fault.All(err)
	if len(faults) == 0 || r.URL.Query().Get("answer") != "page" || !strings.Contains(r.Header.Get("Accept"), "text/html") {
		s.fail(w, r, err)
		return
	}
	if faults[0].Kind != fault.Unauthenticated {
		s.deny(w, r, err)
		return
	}
	if method := r.Header.Get("X-Forwarded-Method"); method != "" && method != http.MethodGet && method != http.MethodHead {
		s.fail(w, r, err)
		return
	}
	to := s.origin() + "/login"
	if back, ok, err := s.Settings.Redirect(r.Context(), s.siteBehind(r.Header)+asked(r.Header), s.origin()); err != nil {
		s.fail(w, r, err)
		return
	} else if ok {
		if path, ours := strings.CutPrefix(back, s.origin()+"/"); ours {
			back = "/" + path
		}
		to += "?next=" + url.QueryEscape(back)
	}
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusSeeOther)
}

// deny shows our own page, which knows by a mark in it what to say: the address is the site's.
func (s *site) deny(w http.ResponseWriter, r *http.Request, err error) {
	index := s.pages.file("index.html")
	if index == nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", index.contentType)
	w.WriteHeader(http.StatusForbidden)
	_, _ = w.Write(bytes.Replace(index.plain, []byte("<head>"), []byte(`<head><meta id="no-access">`), 1)) // a client that is gone needs no answer
}

// comeBack leads whoever signed in back to the page that they came from, on this site or a listed one; from anywhere else to
// the beginning.
func (s *site) comeBack(w http.ResponseWriter, r *http.Request) {
	to, ok, err := s.Settings.Redirect(r.Context(), r.URL.Query().Get("to"), s.origin())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if !ok {
		to = s.origin() + "/"
	}
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusSeeOther)
}

// origin is that of the public URL.
func (s *site) origin() string { return s.PublicURL.Scheme + "://" + s.PublicURL.Host }

// siteBehind is the origin of the protected site, as its proxy says it; ours where it says nothing. Nobody is led there unless it
// is listed.
func (s *site) siteBehind(h http.Header) string {
	scheme, host := h.Get("X-Forwarded-Proto"), h.Get("X-Forwarded-Host")
	if scheme == "" || host == "" {
		return s.origin()
	}
	return scheme + "://" + host
}

// plain is a text as a header holds it: what is not printable ASCII, the comma that separates and the percent sign are
// percent-encoded.
func plain(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == ',' || c == '%' {
			b.WriteString(string([]byte{'%', hexDigits[c>>4], hexDigits[c&15]}))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

const hexDigits = "0123456789ABCDEF"

// listed are names, separated by commas, as many as maxNamed bytes hold.
func listed(names []string) string {
	text := ""
	for i, name := range names {
		if name = plain(name); i > 0 {
			name = "," + name
		}
		if len(text)+len(name) > maxNamed {
			break
		}
		text += name
	}
	return text
}
