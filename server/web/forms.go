package web

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/rs/cors"

	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// anySite is the door of what any page may send, with no right but what it brings along: no cookie is looked at, so nothing
// can be forged.
func (s *site) anySite(next http.Handler) http.Handler {
	anyone := cors.New(cors.Options{
		AllowedOrigins: []string{"*"}, AllowedMethods: []string{http.MethodPost}, AllowedHeaders: []string{"Accept", "Content-Type"},
		ExposedHeaders: []string{"X-Request-Id", "Retry-After"}, MaxAge: 86400,
	})
	return anyone.Handler(bounded(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		next.ServeHTTP(w, r)
	})))
}

// sent is a form, whichever way it was sent.
type sent struct {
	values url.Values
	// script tells a page's script, which reads JSON, from a person's browser, which shows what is answered.
	script bool
}

var (
	notAForm   = refusal{http.StatusUnsupportedMediaType, fault.BadRequest, "Send the form as application/x-www-form-urlencoded, multipart/form-data or application/json."}
	notAnEntry = refusal{http.StatusBadRequest, fault.BadRequest, "The form cannot be read: it must be one JSON object of texts, or fields of a form."}
)

// form reads a form of at most StrangerBody bytes. Its fields are texts; what the address says is not read.
func (s *site) form(w http.ResponseWriter, r *http.Request) (f sent, why *refusal) {
	r.Body = http.MaxBytesReader(w, r.Body, StrangerBody)
	var err error
	switch media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); {
	case media == typeJSON:
		f.script = true
		f.values, err = fieldsOf(r.Body)
	case media == "application/x-www-form-urlencoded" || media == "" && r.ContentLength == 0:
		err = r.ParseForm()
		f.values = r.PostForm
	case media == "multipart/form-data":
		err = r.ParseMultipartForm(StrangerBody)
		f.values = r.PostForm
	default:
		return f, &notAForm
	}
	var tooMuch *http.MaxBytesError
	switch {
	case errors.As(err, &tooMuch):
		return f, &tooLarge
	case err != nil:
		return f, &notAnEntry
	}
	return f, nil
}

func fieldsOf(body io.Reader) (url.Values, error) {
	text, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	var fields map[string]any
	if err := decode(string(text), &fields); err != nil {
		return nil, err
	}
	values := url.Values{}
	for name, value := range fields {
		if text, ok := value.(string); ok {
			values.Set(name, text)
		} else if value != nil {
			return nil, errors.New("a field that is no text")
		}
	}
	return values, nil
}

// thanks is what everybody is told who signs up, whoever they are.
const thanks = "Thank you. An email is on its way to you: open its link to confirm."

// signup takes the public sign-up form. It answers 202 whoever is known; with a redirect to a listed site it leads a person
// there instead.
func (s *site) signup(w http.ResponseWriter, r *http.Request) {
	f, why := s.form(w, r)
	if why != nil {
		s.answerForm(w, r, f, *why)
		return
	}
	redirect, err := s.Accounts.Redirect(r.Context(), f.values.Get("redirect"))
	if err == nil {
		err = s.Accounts.SignUp(r.Context(), account.Signup{
			Email: f.values.Get("email"), FirstName: f.values.Get("firstName"), LastName: f.values.Get("lastName"),
			Wording: f.values.Get("wording"), Form: siteOf(r), Trap: f.values.Get("website"),
		})
	}
	switch {
	case err != nil:
		s.failForm(w, r, f, err)
	case f.script:
		w.Header().Set("Content-Type", typeJSON+"; charset=utf-8")
		w.WriteHeader(http.StatusAccepted)
		_, _ = w.Write(append(encode(map[string]string{"message": thanks}), '\n')) // a client that is gone needs no answer
	case redirect != "":
		w.Header().Set("Location", redirect)
		w.WriteHeader(http.StatusSeeOther)
	default:
		s.thank(w)
	}
}

// siteOf is the site whose page sent a form, as the browser says it; "" where it says nothing that can be read.
func siteOf(r *http.Request) string {
	if origin, ok := fold.Origin(r.Header.Get("Origin")); ok {
		return origin
	}
	from, err := url.Parse(r.Referer())
	if err != nil {
		return ""
	}
	origin, _ := fold.Origin(from.Scheme + "://" + from.Host)
	return origin
}

// thank shows a person our own page, which knows by its address what to say.
func (s *site) thank(w http.ResponseWriter) {
	index := s.pages.file("index.html")
	if index == nil {
		say(w, http.StatusAccepted, thanks)
		return
	}
	w.Header().Set("Content-Type", index.contentType)
	w.WriteHeader(http.StatusAccepted)
	_, _ = w.Write(index.plain) // a client that is gone needs no answer
}

// failForm is fail in the shape that whoever sent the form can read. What is wrong with what was typed is 400.
func (s *site) failForm(w http.ResponseWriter, r *http.Request, f sent, err error) {
	faults, ok := fault.All(err)
	if f.script || !ok || len(faults) == 0 {
		s.fail(w, r, err)
		return
	}
	waitFor(w, faults)
	s.answerForm(w, r, f, refusalOf(faults))
}

// answerForm says a refusal: to a script as JSON, to a person in words alone.
func (s *site) answerForm(w http.ResponseWriter, r *http.Request, f sent, why refusal) {
	if f.script {
		s.refuse(w, r, why)
		return
	}
	say(w, why.status, why.message)
}

// choice shows what the holder of an unsubscribe link receives: a page, or, to the page's own script, what is so. It
// changes nothing: mail scanners follow links.
func (s *site) choice(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Accept") != typeJSON {
		s.page(w, r)
		return
	}
	subscribed, err := s.Accounts.ReadsMail(r.Context(), r.PathValue("token"))
	s.sayChoice(w, r, subscribed, err)
}

// choose does what the holder of an unsubscribe link wants. A mail program sends List-Unsubscribe=One-Click (RFC 8058), or
// nothing; our own page says subscribed=true or false. No cookie is looked at, and nothing is redirected.
func (s *site) choose(w http.ResponseWriter, r *http.Request) {
	f, why := s.form(w, r)
	if why != nil {
		s.refuse(w, r, *why)
		return
	}
	subscribed, err := s.Accounts.Choose(r.Context(), r.PathValue("token"), f.values.Get("subscribed") == "true")
	s.sayChoice(w, r, subscribed, err)
}

func (s *site) sayChoice(w http.ResponseWriter, r *http.Request, subscribed bool, err error) {
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", typeJSON+"; charset=utf-8")
	_ = json.NewEncoder(w).Encode(map[string]bool{"subscribed": subscribed}) // a client that is gone needs no answer
}

// unsubscribe is both: looking and choosing.
func (s *site) unsubscribe(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		s.choose(w, r)
		return
	}
	s.choice(w, r)
}
