package transfer

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/sheet"
)

// Match is a column of a file, and what it is for us.
type Match struct {
	// Heading is what row 1 says, made to differ from the others.
	Heading string
	// Samples are some cells of it.
	Samples []string `json:",omitempty"`
	// Key is the column of ours; empty for one that is ignored.
	Key string `json:",omitempty"`
	// Place is the column in the file, from 0.
	Place int
}

// Field is the key of our column, or nil.
func (m *Match) Field() *string {
	if m.Key == "" {
		return nil
	}
	return &m.Key
}

// Matches are the columns of an import, in the order of its file.
func Matches(one *gen.ImportRun) (all []*Match, err error) {
	return all, json.Unmarshal(one.Columns, &all)
}

// Shown are the columns of an import as the viewer may see them: samples are for whoever brought the file.
func Shown(ctx context.Context, one *gen.ImportRun) ([]*Match, error) {
	all, err := Matches(one)
	if !rule.MayOpen(viewer.From(ctx), one) {
		unsampled(all)
	}
	return all, err
}

// unsampled takes the samples out of columns.
func unsampled(all []*Match) {
	for _, m := range all {
		m.Samples = nil
	}
}

const (
	// enough is how many headings of ours make a file one that was made from ours, whatever the others say.
	enough = 10
	// maxHeading bounds a heading, and a sample, in characters.
	maxHeading, maxSamples = 200, 3
)

// problemColumns stand before the others in a file of rows with problems. An import ignores them.
var problemColumns = []string{"Problem", "Fix"}

func isProblemColumn(heading string) bool {
	return slices.ContainsFunc(problemColumns, func(p string) bool { return fold.Key(p) == fold.Key(heading) })
}

// emailLike is what tells a row of data from headings.
var emailLike = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)

// match finds what the columns of a file are. settled says that nobody has to be asked. A file made from ours whose
// headings were changed is refused, and so is one whose first row is data.
func match(head []string, below [][]string) (all []*Match, settled bool, err error) {
	if err := headless(head); err != nil {
		return nil, false, err
	}
	all = matchesOf(head, below)
	ours := 0
	for _, m := range all {
		if c := ColumnNamed(m.Heading); c != nil && c.Heading == fold.Line(m.Heading) {
			ours++
		}
	}
	theirs := foreign(all)
	made := ours >= enough || len(theirs) == 0 && slices.Contains(head, "ID") && slices.Contains(head, "Version")
	if made {
		err = changed(head, all)
	}
	settled = err == nil
	for _, m := range all {
		c := ColumnNamed(m.Heading)
		if c == nil && !made {
			c = synonym(m.Heading)
		}
		switch {
		case isProblemColumn(m.Heading), c != nil && c.ReadOnly:
		case c == nil || taken(all, c.Key) || slices.Contains(theirs, m):
			settled = false
		default:
			m.Key = c.Key
		}
	}
	return all, settled && finds(all), err
}

// foreign are the columns that are called ID or Version and are not ours, since nothing in them reads as ours: others have such, too.
// Beside somebody else's ID a version is not ours either.
func foreign(all []*Match) (some []*Match) {
	for _, key := range []string{"id", "version"} {
		for _, m := range all {
			c := ColumnNamed(m.Heading)
			if c == nil || c.Key != key {
				continue
			}
			reads := func(cell string) bool { return c.Read(&Record{}, cell) == nil }
			if len(some) > 0 || len(m.Samples) > 0 && !slices.ContainsFunc(m.Samples, reads) {
				some = append(some, m)
			}
		}
	}
	return some
}

// columnsOf are the columns that hold something.
func matchesOf(head []string, below [][]string) (all []*Match) {
	width := len(head)
	for _, row := range below {
		width = max(width, len(row))
	}
	for place := range width {
		m := &Match{Place: place}
		if place < len(head) {
			m.Heading = short(head[place])
		}
		for _, row := range below {
			if place < len(row) && strings.TrimSpace(row[place]) != "" && len(m.Samples) < maxSamples {
				m.Samples = append(m.Samples, short(row[place]))
			}
		}
		if m.Heading == "" && len(m.Samples) == 0 {
			continue
		}
		if m.Heading == "" || slices.ContainsFunc(all, func(o *Match) bool { return fold.Key(o.Heading) == fold.Key(m.Heading) }) {
			m.Heading = strings.TrimSpace(m.Heading + " (" + sheet.Column(place) + ")")
		}
		all = append(all, m)
	}
	return all
}

func short(cell string) string {
	text := []rune(fold.Line(cell))
	return string(text[:min(len(text), maxHeading)])
}

// headless refuses a file whose first row is data.
func headless(head []string) error {
	data := slices.ContainsFunc(head, func(cell string) bool { return emailLike.MatchString(strings.TrimSpace(cell)) })
	if !data {
		return nil
	}
	place := slices.IndexFunc(head, func(cell string) bool { return strings.TrimSpace(cell) != "" })
	found, at := short(head[place]), sheet.Cell(place, 1)
	return fault.Refusef(fault.HeadingsChanged, fault.At("file"), "Row 1 must hold the headings. We found '%s' in %s.", found, at).
		With("cell", at).With("found", found)
}

// changed refuses a file made from ours in which a heading is not ours, or stands there twice.
func changed(head []string, all []*Match) error {
	for i, m := range all {
		text := ""
		if m.Place < len(head) {
			text = short(head[m.Place])
		}
		c, at := ColumnNamed(text), sheet.Cell(m.Place, 1)
		again := c != nil && slices.ContainsFunc(all[:i], func(o *Match) bool { return ColumnNamed(o.Heading) == c })
		switch {
		case again:
			return fault.Refusef(fault.HeadingsChanged, fault.At("file"), "The heading “%s” stands twice in row 1, the second time in %s. Nothing was saved.", c.Heading, at).
				With("cell", at)
		case c != nil || isProblemColumn(text):
			continue
		}
		sentence := "The heading in " + at + " was changed"
		if was := expected(all, i); was != nil {
			sentence += ": it was “" + was.Heading + "”"
		}
		return fault.Refuse(fault.HeadingsChanged, fault.At("file"), sentence+". Put it back, and upload the file again. Nothing was saved.").
			With("cell", at).With("found", text)
	}
	return nil
}

// expected is the column of ours that a changed heading was: the one behind that of its neighbour, if it is nowhere else.
func expected(all []*Match, i int) *Column {
	at := 0
	for before := i - 1; before >= 0; before-- {
		if c := ColumnNamed(all[before].Heading); c != nil {
			at = slices.Index(Columns, c) + 1
			break
		}
	}
	if at >= len(Columns) || slices.ContainsFunc(all, func(m *Match) bool { return ColumnNamed(m.Heading) == Columns[at] }) {
		return nil
	}
	return Columns[at]
}

func taken(all []*Match, key string) bool {
	return slices.ContainsFunc(all, func(m *Match) bool { return m.Key == key })
}

// finds reports that the columns tell who a row is about.
func finds(all []*Match) bool { return taken(all, "email") || taken(all, "id") }

// synonyms are how other products, and other languages, call what our columns hold. Only what cannot mean anything else is here.
var synonyms = map[string][]string{
	"email":       {"e-mail", "mail", "email address", "e-mail address", "emailaddress", "e-mail-adresse", "e-post", "epost", "courriel", "adresse e-mail", "correo electrónico", "correo"},
	"firstName":   {"first", "firstname", "first_name", "given name", "givenname", "forename", "vorname", "prénom", "prenom", "nombre", "fornavn"},
	"lastName":    {"last", "lastname", "last_name", "surname", "family name", "familyname", "nachname", "familienname", "nom", "nom de famille", "apellido", "apellidos", "etternavn"},
	"title":       {"job title", "jobtitle", "position", "berufsbezeichnung", "fonction", "cargo", "stilling"},
	"cellPhone":   {"cell", "mobile", "mobile phone", "cellphone", "mobile number", "handy", "mobil", "mobiltelefon", "portable", "móvil"},
	"officePhone": {"phone", "telephone", "phone number", "office", "work phone", "business phone", "telefon", "téléphone", "teléfono"},
	"extension":   {"ext", "ext.", "durchwahl", "poste"},
	"address":     {"street address", "postal address", "adresse", "anschrift", "dirección"},
	"company":     {"company name", "organisation", "organization", "employer", "firma", "unternehmen", "entreprise", "société", "empresa", "bedrift"},
	"groups":      {"group", "gruppe", "gruppen", "groupe", "groupes", "grupo", "grupos", "grupper"},
	"role":        {"rolle", "rôle", "rol", "assigned role"},
	"loginName":   {"login", "username", "user name", "benutzername", "brukernavn"},
	"note":        {"notes", "comment", "comments", "notiz", "notizen", "remarque", "merknad"},
}

// synonym is the column of ours that a foreign heading clearly means; nil for none.
func synonym(heading string) *Column {
	word := fold.Key(strings.TrimRight(fold.Line(heading), " *:"))
	for key, words := range synonyms {
		if slices.ContainsFunc(words, func(w string) bool { return fold.Key(w) == word }) {
			return ColumnNamed(key)
		}
	}
	return nil
}
