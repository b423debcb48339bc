package mail

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The longest that words may be, in characters.
const (
	MaxSubject = 200
	MaxText    = 20000
	MaxHTML    = 60000
)

// What may be right and looks wrong.
const (
	LongSubject   = "SUBJECT_LONG"   // most programs would cut it
	LinkElsewhere = "LINK_ELSEWHERE" // it leads out of the hub
	EndUnsaid     = "EXPIRY_UNSAID"  // it does not say how long its link works
)

// wideSubject is how many characters of a subject most programs show.
const wideSubject = 78

// Problem is what is wrong with words, in a sentence that is safe to show.
type Problem struct {
	// Part is Subject, Text or HTML.
	Part string
	// Line counts from 1; 0 is the whole part.
	Line     int
	Sentence string
	// Doubt, if any, says that it only looks wrong.
	Doubt string
}

// Check says what is wrong with the words of a kind for a hub: all of it, or, where nothing is, what only looks wrong. Whatever
// passes can be rendered, and the HTML of it loads and runs nothing.
func Check(kind string, w Words, publicURL string) []Problem {
	var problems []Problem
	var elsewhere []Problem
	for _, part := range []struct {
		name, is string
		most     int
	}{{Subject, w.Subject, MaxSubject}, {Text, w.Text, MaxText}, {HTML, w.HTML, MaxHTML}} {
		if p := misfit(part.name, part.is, part.most); p != nil {
			problems = append(problems, *p)
			continue
		}
		r := read(kind, part.name, part.is)
		if len(r.problems) == 0 && part.name == HTML {
			elsewhere = r.markup(publicURL)
		}
		if len(r.problems) == 0 && part.name != Subject {
			r.needed()
			r.apart()
		}
		problems = append(problems, r.problems...)
	}
	if len(problems) > 0 {
		return few(problems)
	}
	subject, problems := try(kind, w, publicURL)
	if len(problems) > 0 {
		return problems
	}
	return few(append(doubts(kind, w, subject, publicURL), elsewhere...))
}

// few are as many problems as somebody reads at a time.
func few(problems []Problem) []Problem {
	const most = 20
	if more := len(problems) - most; more > 0 {
		last := problems[most]
		last.Line, last.Sentence = 0, fmt.Sprintf("And %d more.", more)
		return append(problems[:most:most], last)
	}
	return problems
}

// misfit is a part that is missing, too long, or holds what no text has.
func misfit(part, is string, most int) *Problem {
	length := utf8.RuneCountInString(is)
	switch {
	case strings.TrimSpace(is) == "":
		return &Problem{Part: part, Sentence: "An email needs this."}
	case length > most:
		return &Problem{Part: part, Sentence: fmt.Sprintf("This is too long: %d characters at most.", most)}
	case part == Subject && strings.ContainsAny(is, "\r\n\u2028\u2029"):
		return &Problem{Part: part, Sentence: "A subject is one line."}
	case !utf8.ValidString(is) || strings.ContainsFunc(is, func(c rune) bool { return c < ' ' && c != '\n' && c != '\t' || c == 0x7f }):
		return &Problem{Part: part, Sentence: "It has a character that no program shows."}
	}
	return nil
}

// needed refuses a part without what an email of its kind is for.
func (r *reading) needed() {
	for _, v := range r.known {
		if !v.IsNeeded || r.shown[v.Name] {
			continue
		}
		how := "{{" + v.Name + "}}"
		if r.part == HTML && v.Name == linkVariable {
			how = `<a href="{{link}}">`
		}
		r.refuse(0, fmt.Sprintf("It needs %s, outside of conditions: without it this email is of no use.", how))
	}
}

// apart refuses an address that runs into what follows: programs would take that for a part of it.
func (r *reading) apart() {
	was := ""
	for at, c := range r.flat.String() {
		switch {
		case c >= markIf && c <= markEnd:
			continue
		case c >= markFirst && c <= '\uF8FF':
			if was != "" {
				r.runsOn(at, was)
			}
			if was = r.names[c-markFirst]; was != linkVariable && was != publicURLVariable {
				was = ""
			}
			continue
		case was == publicURLVariable && c == '/':
		case was != "" && strings.ContainsRune(atEnd, c):
			continue // and then a space
		case was != "" && !unicode.IsSpace(c) && !strings.ContainsRune(`<>"'`, c):
			r.runsOn(at, was)
		}
		was = ""
	}
}

// atEnd is what may stand behind an address and before a space.
const atEnd = ".,;:!?)"

func (r *reading) runsOn(at int, name string) {
	r.refuse(r.lineOf(at), "After {{"+name+"}} comes a space or a new line.")
}

// try renders words with samples, in all cases of what may be missing; what comes of it is looked at once more.
func try(kind string, w Words, publicURL string) (subject string, problems []Problem) {
	full := Sample(kind, w.Locale, publicURL, time.Time{}.AddDate(2026, 0, 0))
	for missing := range 8 {
		data := full
		if missing&1 != 0 {
			data.Name = ""
		}
		if missing&2 != 0 {
			data.About = ""
		}
		data.Repeats = missing&4 == 0
		said, plain, rich, err := Render(kind, w, data)
		if missing == 0 {
			subject = said
		}
		switch {
		case errors.Is(err, errEmptySubject):
			return subject, []Problem{{Part: Subject, Sentence: "It is empty where something is missing, such as the first name. Say something outside of conditions."}}
		case err != nil:
			return subject, []Problem{{Part: HTML, Sentence: "It cannot be filled in. Look for a tag or a condition that begins in one place and ends in another."}}
		case !whole(plain, data.Link):
			return subject, []Problem{{Part: Text, Sentence: "After {{link}} comes a space or a new line, whatever is missing."}}
		}
		seen := &reading{part: HTML, source: rich}
		seen.flat.WriteString(rich)
		if seen.markup(publicURL); len(seen.problems) > 0 {
			return subject, []Problem{{Part: HTML, Sentence: "It cannot be filled in: " + seen.problems[0].Sentence}}
		}
	}
	return subject, nil
}

// whole reports that a link ends wherever a text has it.
func whole(text, link string) bool {
	for rest := text; ; {
		_, after, found := strings.Cut(rest, link)
		if !found {
			return true
		}
		word, _, _ := strings.Cut(strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return ' '
			}
			return r
		}, after), " ")
		if strings.Trim(word, atEnd+`<>"'`) != "" {
			return false
		}
		rest = after
	}
}

func doubts(kind string, w Words, subject, publicURL string) []Problem {
	var found []Problem
	for _, host := range outside(w.Text, publicURL) {
		found = append(found, leadsTo(Text, 0, host))
	}
	if utf8.RuneCountInString(subject) > wideSubject {
		found = append(found, Problem{Part: Subject, Doubt: LongSubject,
			Sentence: fmt.Sprintf("With an example it has more than %d characters, and most programs would cut it.", wideSubject)})
	}
	if slices.Contains(variables[kind], expiresAt) {
		for part, is := range map[string]string{Text: w.Text, HTML: w.HTML} {
			if r := read(kind, part, is); !r.shown["expiresAt"] && !r.shown["hours"] {
				found = append(found, Problem{Part: part, Doubt: EndUnsaid, Sentence: "It does not say until when it works: {{expiresAt}}."})
			}
		}
	}
	slices.SortFunc(found, func(a, b Problem) int { return cmp.Compare(a.Part, b.Part) })
	return found
}

// writtenAddress is that of a page.
var writtenAddress = regexp.MustCompile(`(?i)\bhttps?://([^\s<>"'{}/\x{E000}-\x{F8FF}]+)[^\s<>"'{}\x{E000}-\x{F8FF}]*`)

// outside are the hosts of addresses in a text, of which programs make links, but for those of the hub.
func outside(text, home string) (hosts []string) {
	for _, found := range writtenAddress.FindAllStringSubmatch(text, -1) {
		if found[0] != home && !strings.HasPrefix(found[0], home+"/") && !slices.Contains(hosts, found[1]) {
			hosts = append(hosts, found[1])
		}
	}
	return hosts
}

// leadsTo is the doubt about a link to another place than the hub.
func leadsTo(part string, line int, host string) Problem {
	return Problem{Part: part, Line: line, Doubt: LinkElsewhere,
		Sentence: "It leads to " + shownName(host) + ". Who gets email about passwords should be led nowhere but to this hub."}
}

// Sample is made-up data of a kind, to show what words look like in a language, one of Locales. Its link opens nothing.
func Sample(kind, locale, publicURL string, now time.Time) Data {
	d := Data{
		Name: "Ada", PublicURL: publicURL, Link: publicURL + "/set-password#token=sample", ExpiresAt: now.Add(LinkHours * time.Hour),
		Code: "000000", Event: Event{What: NewBrowser, Detail: "Firefox, Linux", At: now},
		Title: phrase(locale, "sample", nil), About: "Ana Adams", Users: 120, DueAt: now.Add(24 * time.Hour), Repeats: true,
	}
	if kind == Digest {
		d.Items = []Item{{Title: d.Title, About: d.About, DueAt: d.DueAt}}
	}
	return d
}
