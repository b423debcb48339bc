package mail

import (
	"errors"
	"io"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// elements are what an email is made of: texts and tables, nothing that runs, asks or loads.
var elements = set("html head meta title style body div span p a br hr h1 h2 h3 h4 h5 h6 strong em b i u s small big sub sup font center " +
	"ul ol li dl dt dd table thead tbody tfoot tr td th caption colgroup col blockquote pre code abbr address section header footer main article")

// attributes are what their tags may say beside style and href.
var attributes = set("class id dir lang align valign width height role title bgcolor border cellpadding cellspacing colspan rowspan color face size " +
	"charset name content scope start type aria-hidden aria-label rel target summary nowrap span")

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

// Why an element is not among them, where that needs more than its name.
var refusals = map[string]string{
	"script": "Scripts run in no email.", "noscript": "Scripts run in no email.",
	"form": "A form in an email looks like a trap. Link to a page instead.", "input": "A form in an email looks like a trap. Link to a page instead.",
	"button": "A form in an email looks like a trap. Make a button of a link: <a href=\"{{link}}\" class=\"button\">.",
	"img":    "Pictures from elsewhere tell when an email is read, and most programs do not load them.",
	"link":   "Nothing is loaded into an email. Put styles into <style>.", "base": "Links say in full where they lead.",
}

// loading is what makes a style load or run something.
var loading = []string{`\`, "url(", "image(", "image-set(", "src(", "@import", "@font-face", "@charset", "@namespace", "expression(", "-moz-binding", "behavior:", "javascript:"}

// walk is where one is in the HTML.
type walk struct {
	*reading
	home string
	// depth is how many conditions one is in, raw the element whose content is no text of the email: style or title.
	depth int
	raw   string
	line  int
	found []Problem
	// open are the elements that were begun and not ended.
	open []opened
}

// markup looks at every tag of the HTML. It refuses what would run, ask or load, and variables where a value could become a tag or
// a style; it returns what leads elsewhere.
func (r *reading) markup(home string) []Problem {
	flat := r.flat.String()
	w := &walk{reading: r, home: home}
	r.shown = map[string]bool{}
	tokens, at := html.NewTokenizer(strings.NewReader(flat)), 0
	for {
		kind := tokens.Next()
		raw := string(tokens.Raw())
		w.line = r.lineOf(at)
		if kind == html.ErrorToken {
			if !errors.Is(tokens.Err(), io.EOF) || at < len(flat) || w.raw != "" {
				r.refuse(w.line, "A tag is not closed.")
			} else {
				w.left(w.open)
			}
			return w.found
		}
		at += len(raw)
		w.token(tokens.Token(), raw)
	}
}

func (w *walk) token(t html.Token, raw string) {
	switch t.Type {
	case html.TextToken:
		w.text(raw)
	case html.StartTagToken, html.SelfClosingTagToken:
		w.tag(t, raw)
		if t.Data == "style" || t.Data == "title" {
			w.raw = t.Data
		}
	case html.EndTagToken:
		w.raw = ""
		if !elements[t.Data] {
			w.refuse(w.line, "</"+oneLine(t.Data, 20)+"> is not for emails.")
			return
		}
		w.end(t.Data)
	case html.CommentToken:
		if marked(raw) {
			w.refuse(w.line, "Nothing is filled in within a comment.")
		}
	case html.DoctypeToken:
		if !strings.EqualFold(t.Data, "html") {
			w.refuse(w.line, "An email begins with <!doctype html>, or with none.")
		}
	}
}

// text notes what is always shown in a text.
func (w *walk) text(raw string) {
	if w.raw == "style" {
		w.style(raw)
		return
	}
	for _, host := range outside(raw, w.home) {
		w.found = append(w.found, leadsTo(HTML, w.line, host))
	}
	for _, c := range raw {
		switch {
		case c == markIf:
			w.depth++
		case c == markEnd:
			w.depth--
		case c >= markFirst && int(c-markFirst) < len(w.names):
			w.show(w.names[c-markFirst])
		case !unicode.IsSpace(c) && c != markElse:
			w.show("")
		}
	}
}

// show notes that something is seen here: a variable, or a text.
func (w *walk) show(name string) {
	if w.raw != "" || w.isHidden() {
		return
	}
	if name != "" && name != linkVariable && w.depth == 0 {
		w.shown[name] = true
	}
	for i := range w.open {
		w.open[i].shows = true
		if name == linkVariable && w.open[i].leads == writtenOut {
			w.refuse(w.line, "This link shows {{link}} and leads elsewhere.")
		}
	}
}

// tag refuses an element or an attribute that is not for emails.
func (w *walk) tag(t html.Token, raw string) {
	if !elements[t.Data] {
		sentence, known := refusals[t.Data]
		if !known {
			sentence = "This is not for emails."
		}
		w.refuse(w.line, "<"+shownName(t.Data)+">: "+sentence)
		return
	}
	one := opened{name: t.Data}
	if !quoted(raw) {
		w.refuse(w.line, "What is filled in within a tag stands in quotation marks: href=\"{{link}}\".")
	}
	for _, a := range t.Attr {
		switch {
		case strings.HasPrefix(a.Key, "on"):
			w.refuse(w.line, "Scripts run in no email.")
		case a.Key == "href" && t.Data == "a":
			one.leads = w.href(a.Val)
		case a.Key == "src" || a.Key == "background" || a.Key == "srcset":
			w.refuse(w.line, refusals["img"])
		case marked(a.Val):
			w.refuse(w.line, "Within a tag only href=\"{{link}}\" is filled in. Variables and conditions stand in the text.")
		case a.Key == "style":
			w.style(a.Val)
			one.isHidden = hiding.MatchString(a.Val)
		case !attributes[a.Key]:
			w.refuse(w.line, "<"+t.Data+">: the attribute "+shownName(a.Key)+" is not for emails.")
		}
	}
	w.begin(one)
}

// hiding is a style with which nobody sees a thing.
var hiding = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)

// quoted reports that what is filled in within a tag begins behind a quotation mark: elsewhere it would be escaped otherwise.
func quoted(tag string) bool {
	for at, c := range tag {
		if before := strings.TrimRight(tag[:at], " \t\n"); marked(string(c)) && !strings.HasSuffix(before, `"`) && !strings.HasSuffix(before, `'`) {
			return false
		}
	}
	return true
}

// href lets a link lead to where the email's own leads, to a page by https, or to an address. It says which.
func (w *walk) href(value string) (leads string) {
	value = strings.TrimSpace(value)
	if marked(value) {
		name := w.named(value)
		if name != linkVariable && name != publicURLVariable {
			w.refuse(w.line, "A link leads to {{link}} or {{publicUrl}}, or to an address that is written out.")
		} else if w.depth == 0 && !w.isHidden() {
			w.shown[name] = true
		}
		return name
	}
	to, err := url.Parse(value)
	switch {
	case err == nil && w.home != "" && (value == w.home || strings.HasPrefix(value, w.home+"/")):
	case err != nil || strings.ContainsAny(value, " \t\n\\") || to.Scheme != "mailto" && (to.Scheme != "https" || to.Host == "" || to.User != nil):
		w.refuse(w.line, "A link leads to {{link}}, to https:// or to mailto:.")
	case to.Scheme == "https":
		w.found = append(w.found, leadsTo(HTML, w.line, to.Host))
	}
	return writtenOut
}

// named is the variable that a value consists of, or nothing.
func (w *walk) named(value string) string {
	marks := []rune(value)
	if len(marks) != 1 || marks[0] < markFirst || int(marks[0]-markFirst) >= len(w.names) {
		return ""
	}
	return w.names[marks[0]-markFirst]
}

// style refuses what would load or run something, or is filled in.
func (w *walk) style(css string) {
	if marked(css) {
		w.refuse(w.line, "Nothing is filled in within a style.")
		return
	}
	css = strings.ToLower(css)
	for _, what := range loading {
		if strings.Contains(css, what) {
			w.refuse(w.line, "A style loads nothing: it has "+what)
			return
		}
	}
}

// marked reports something that is filled in.
func marked(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return c >= markIf && c <= '\uF8FF' })
}

// shownName is a name as a sentence shows it: short, in one line, and without marks.
func shownName(name string) string {
	return oneLine(strings.Map(func(c rune) rune {
		if marked(string(c)) {
			return '…'
		}
		return c
	}, name), 40)
}
