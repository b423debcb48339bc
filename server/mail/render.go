package mail

import (
	"errors"
	"fmt"
	html "html/template"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
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
	ExportReady        = "export_ready"   // a file that a job made can be fetched
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

	// Event is what a security alert tells of, in the place of ExpiresAt.
	Event Event

	// A reminder has these in the place of ExpiresAt.
	Title   string    // what to remember
	About   string    // whom it is about; may be empty
	DueAt   time.Time // shown in its own location
	Repeats bool      // it comes again

	// Items are what a digest lists.
	Items []Item
	// Users is how many are in a file.
	Users int
}

// Item is one reminder in a digest.
type Item struct {
	Title     string    // what to remember
	About     string    // whom it is about; may be empty
	DueAt     time.Time // shown in its own location
	IsOverdue bool
}

// page is the Data, brought into shape, in a language.
type page struct {
	Data
	locale string
}

// values are what stands in the place of the variables. Texts are escaped where they come into HTML.
func (p page) values(isHTML bool) map[string]any {
	_, host, _ := strings.Cut(p.PublicURL, "://")
	values := map[string]any{
		"firstName": p.Name, "instanceName": p.InstanceName, "publicUrl": p.PublicURL, "host": host, linkVariable: p.Link,
		"expiresAt": p.when(p.ExpiresAt), "hours": strconv.Itoa(p.Hours), "code": p.Code, "whatHappened": p.sentence(p.Event),
		"title": p.Title, "about": p.About, "dueAt": p.when(p.DueAt), "repeats": "", "count": strconv.Itoa(len(p.Items)),
		"users": strconv.Itoa(p.Users),
	}
	if p.Repeats {
		values["repeats"] = "yes"
	}
	if isHTML {
		values["items"] = p.list()
	} else {
		values["items"] = p.lines()
	}
	return values
}

// lines are the items of a digest in text.
func (p page) lines() string {
	lines := make([]string, len(p.Items))
	for i, item := range p.Items {
		lines[i] = "- " + p.line(item)
	}
	return strings.Join(lines, "\n")
}

// list are the items of a digest in HTML.
func (p page) list() html.HTML {
	var list strings.Builder
	list.WriteString(`<ul style="margin:0 0 28px;padding:0 0 0 20px">`)
	for _, item := range p.Items {
		list.WriteString(`<li style="margin:0 0 8px">` + html.HTMLEscapeString(p.line(item)) + `</li>`)
	}
	list.WriteString(`</ul>`)
	return html.HTML(list.String()) // every text in it is escaped
}

// Render makes the subject and both parts of an email of the given kind from words. It fails for an unknown kind, for words that
// Check refuses or that are in no language of Locales, for a link that does not lead to the hub, and without the time when the link
// ends or the reminder is due.
func Render(kind string, words Words, data Data) (subject, textPart, htmlPart string, err error) {
	use, ok := builtIn[words.Locale][kind]
	if !ok {
		return "", "", "", fmt.Errorf("there is no email of the kind %q in %q", kind, words.Locale)
	}
	if words != use.words {
		if use, err = compile(kind, words); err != nil {
			return "", "", "", err
		}
	}
	p, err := shape(kind, data)
	if err != nil {
		return "", "", "", fmt.Errorf("rendering an email of the kind %s: %w", kind, err)
	}
	p.locale = words.Locale
	plain, rich := p.values(false), p.values(true)
	subject, err1 := render(func(w io.Writer) error { return use.subject.Execute(w, plain) })
	textPart, err2 := render(func(w io.Writer) error { return use.text.Execute(w, plain) })
	htmlPart, err3 := render(func(w io.Writer) error { return use.html.Execute(w, rich) })
	if subject = Line(subject); subject == "" {
		err1 = errors.Join(err1, errEmptySubject)
	}
	return subject, textPart, htmlPart, errors.Join(err1, err2, err3)
}

// errEmptySubject says that of a subject nothing is left: no sender takes that.
var errEmptySubject = errors.New("the subject is empty")

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
	case kind == SecurityAlert && d.Event.What == "":
		return page{}, errors.New("the alert tells of nothing")
	case kind != Reminder && kind != Digest && kind != SecurityAlert && d.ExpiresAt.IsZero():
		return page{}, errors.New("the link has no end")
	case kind == Digest && len(d.Items) == 0:
		return page{}, errors.New("the digest lists nothing")
	case kind == Reminder && (d.DueAt.IsZero() || d.Title == ""):
		return page{}, errors.New("the reminder has no title or no date")
	}
	return page{Data: d}, nil
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

// Line is a subject in one line that the sender takes.
func Line(subject string) string {
	line := oneLine(subject, maxSubject)
	for len(line) > maxSubject {
		runes := []rune(line)
		line = string(runes[:len(runes)-2]) + "…"
	}
	return line
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
