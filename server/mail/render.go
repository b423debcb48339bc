package mail

import (
	"embed"
	"errors"
	"fmt"
	html "html/template"
	"io"
	"regexp"
	"slices"
	"strings"
	text "text/template"
	"time"
	"unicode"
)

// The kinds of email.
const (
	Invitation    = "invitation"     // choose a first password
	PasswordReset = "password_reset" // choose another password
	Notice        = "notice"         // a profile exists; choose a first password
	// SignupConfirmation asks whether it was really the owner of the address who signed up.
	SignupConfirmation = "signup_confirmation"
	EmailCode          = "email_code"     // the second factor of a sign-in that has begun
	SecurityAlert      = "security_alert" // something happened to the account that its owner should know of
	Reminder           = "reminder"       // something about somebody is due
	Nudge              = "nudge"          // the link of an invitation ends soon
	Digest             = "digest"         // all that is due for somebody
)

// LinkHours is how long every link in an email lives.
const LinkHours = 24

// maxName and maxTitle are how much of a name, an instance's name or a title an email shows.
const maxName, maxTitle = 80, 200

// Data is what the templates know.
type Data struct {
	Name         string    // whom to greet; may be empty
	Link         string    // begins with PublicURL
	ExpiresAt    time.Time // shown in its own location
	Hours        int       // 0 means LinkHours
	PublicURL    string    // http or https, without a slash at its end
	InstanceName string    // "" means "Portico"
	Code         string    // of EmailCode: six digits
	What         string    // of SecurityAlert: what happened, in a sentence

	// A reminder has these in the place of ExpiresAt.
	Title   string    // what to remember
	About   string    // whom it is about; may be empty
	DueAt   time.Time // shown in its own location
	Repeats bool      // it comes again

	// Items are what a digest lists.
	Items []Item
}

// Item is one reminder in a digest.
type Item struct {
	Title     string    // what to remember
	About     string    // whom it is about; may be empty
	DueAt     time.Time // shown in its own location
	IsOverdue bool
}

// Text is the item in one line.
func (i Item) Text() string {
	line := i.Title
	if i.About != "" {
		line += ", about " + i.About
	}
	if i.IsOverdue {
		return line + ": overdue since " + i.DueAt.Format(moment)
	}
	return line + ": due " + i.DueAt.Format(moment)
}

// page is the Data as the templates read it: brought into shape, so that they need no logic.
type page struct{ Data }

// moment is how emails write a time.
const moment = "Monday, 2 January 2006, 15:04 MST"

// Expires is the end of the link's life in words.
func (p page) Expires() string { return p.ExpiresAt.Format(moment) }

// Due is when a reminder is due in words.
func (p page) Due() string { return p.DueAt.Format(moment) }

// Host is the hub's address without its scheme.
func (p page) Host() string {
	_, host, _ := strings.Cut(p.PublicURL, "://")
	return host
}

//go:embed templates
var files embed.FS

type templates struct {
	text *text.Template
	html *html.Template
}

// kinds holds for each kind its words, which both parts share, in the two layouts.
var kinds = func() map[string]templates {
	all := map[string]templates{}
	for _, kind := range []string{Invitation, PasswordReset, Notice, SignupConfirmation, Reminder, EmailCode, SecurityAlert, Nudge, Digest} {
		words := "templates/" + kind + ".tmpl"
		all[kind] = templates{
			text: text.Must(text.ParseFS(files, "templates/layout.txt", words)),
			html: html.Must(html.ParseFS(files, "templates/layout.html", words)),
		}
	}
	return all
}()

// Render makes the subject and both parts of an email of the given kind. It fails for an unknown kind, for a link that
// does not lead to the hub, and without the time when the link ends or the reminder is due.
func Render(kind string, data Data) (subject, textPart, htmlPart string, err error) {
	t, ok := kinds[kind]
	if !ok {
		return "", "", "", fmt.Errorf("there is no email of the kind %q", kind)
	}
	p, err := shape(kind, data)
	if err != nil {
		return "", "", "", fmt.Errorf("rendering an email of the kind %s: %w", kind, err)
	}
	subject, err1 := render(func(w io.Writer) error { return t.text.ExecuteTemplate(w, "subject", p) })
	textPart, err2 := render(func(w io.Writer) error { return t.text.ExecuteTemplate(w, "layout.txt", p) })
	htmlPart, err3 := render(func(w io.Writer) error { return t.html.ExecuteTemplate(w, "layout.html", p) })
	return subject, textPart, htmlPart, errors.Join(err1, err2, err3)
}

func render(execute func(io.Writer) error) (string, error) {
	var out strings.Builder
	err := execute(&out)
	return out.String(), err
}

func shape(kind string, d Data) (page, error) {
	d.Name, d.About, d.InstanceName, d.Title = greetable(d.Name), greetable(d.About), oneLine(d.InstanceName, maxName), oneLine(d.Title, maxTitle)
	d.Items = slices.Clone(d.Items)
	for i, item := range d.Items {
		d.Items[i].Title, d.Items[i].About = oneLine(item.Title, maxTitle), greetable(item.About)
	}
	if d.InstanceName == "" {
		d.InstanceName = "Portico"
	}
	if d.Hours == 0 {
		d.Hours = LinkHours
	}
	switch web := strings.HasPrefix(d.PublicURL, "https://") || strings.HasPrefix(d.PublicURL, "http://"); {
	case !web || !strings.HasPrefix(d.Link, d.PublicURL+"/"):
		return page{}, errors.New("the link does not lead to the hub's public URL")
	case strings.ContainsFunc(d.Link, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`"'<>\`, r) }):
		return page{}, errors.New("the link has characters that no link of ours has")
	case kind != Reminder && kind != Digest && d.ExpiresAt.IsZero():
		return page{}, errors.New("the link has no end")
	case kind == Digest && len(d.Items) == 0:
		return page{}, errors.New("the digest lists nothing")
	case kind == Reminder && (d.DueAt.IsZero() || d.Title == ""):
		return page{}, errors.New("the reminder has no title or no date")
	}
	return page{d}, nil
}

// oneLine takes out line breaks, and the marks that turn the direction of writing, which could make one text look like
// another.
func oneLine(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, s)
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}

// address is what mail programs would make a link of.
var address = regexp.MustCompile(`(?i)://|www\.|@|[\pL\pN]\.\pL{2}`)

// greetable is a name that may be shown. Whoever fills in a form chooses the name, and a name that is an address would
// put a stranger's link into a mail of ours: such a mail greets nobody by name.
func greetable(name string) string {
	name = oneLine(name, maxName)
	if address.MatchString(name) {
		return ""
	}
	return name
}
