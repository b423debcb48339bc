package mail

import (
	"embed"
	"maps"
	"slices"
	"strings"
	text "text/template"
	"time"
)

// files are the layouts, which say nothing, and a folder for each language with what emails say in it: a file for each kind, and
// the phrases that belong to no kind alone.
//
//go:embed templates
var files embed.FS

// phrases are those of each language, by its tag, and the layouts. The brackets of their files stand in no email.
var phrases = func() map[string]*text.Template {
	all := map[string]*text.Template{}
	entries, err := files.ReadDir("templates")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		if e.IsDir() {
			all[e.Name()] = text.Must(text.New(e.Name()).Delims("[[", "]]").ParseFS(files, "templates/layout.*", "templates/"+e.Name()+"/phrases.tmpl"))
		}
	}
	return all
}()

// Locales are the languages of the built-in words, by their tags of BCP 47 without regions, in their order.
func Locales() []string { return slices.Sorted(maps.Keys(phrases)) }

// phrase fills in a phrase of a language. The tests fill in all of them: what is wrong in one does not get as far as here.
func phrase(locale, name string, data any) string {
	var out strings.Builder
	_ = phrases[locale].ExecuteTemplate(&out, name, data)
	return out.String()
}

// when is a time in words, in its own zone; none is "".
func (p page) when(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	zone, _ := t.Zone()
	nth := func(names string, n int) string { return strings.Fields(phrase(p.locale, names, nil))[n] }
	return phrase(p.locale, "moment", struct {
		Weekday, Month, Hour, Minute, Zone string
		Day, Year                          int
	}{nth("weekdays", int(t.Weekday())), nth("months", int(t.Month())-1), t.Format("15"), t.Format("04"), zone, t.Day(), t.Year()})
}

// line is an item of a digest in one line.
func (p page) line(i Item) string {
	return phrase(p.locale, "item", struct {
		Title, About, DueAt string
		IsOverdue           bool
	}{i.Title, i.About, p.when(i.DueAt), i.IsOverdue})
}

// Event is something that happened to an account and its owner is told of.
type Event struct {
	What EventKind
	// Detail is the name of a passkey, or the browser that somebody signed in with.
	Detail string
	// At is when somebody signed in, shown in its own location.
	At time.Time
}

// EventKind is what happened.
type EventKind string

// The kinds of events.
const (
	PasskeyAdded          EventKind = "passkey_added"
	PasskeyRemoved        EventKind = "passkey_removed"
	WrongCodes            EventKind = "wrong_codes" // ten of them, by somebody who knows the password
	NewBrowser            EventKind = "new_browser" // somebody signed in with it
	AuthenticatorAdded    EventKind = "authenticator_added"
	RecoveryCodesReplaced EventKind = "recovery_codes_replaced"
	PasswordChanged       EventKind = "password_changed"
	PasskeysTaken         EventKind = "passkeys_taken" // the password was changed, and passkeys were taken away
	FactorChanged         EventKind = "factor_changed" // by an administrator
	FactorReset           EventKind = "factor_reset"   // by an administrator
)

// sentence says what happened; nothing is "".
func (p page) sentence(e Event) string {
	if e.What == "" {
		return ""
	}
	return phrase(p.locale, string(e.What), struct{ Detail, At string }{oneLine(e.Detail, maxTitle), p.when(e.At)})
}
