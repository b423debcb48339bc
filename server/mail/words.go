package mail

import (
	"fmt"
	html "html/template"
	"slices"
	"strings"
	text "text/template"
	"text/template/parse"
)

// Words are the texts of one kind of email, in a language of two things: {{name}} is a variable, and
// {{if name}}…{{else}}…{{end}} shows something only where that variable is not empty. They call nothing and reach nothing else.
type Words struct {
	Subject, Text, HTML string
	// Locale is the language that they are written in, one of Locales; what is filled in is told in it, too.
	Locale string
}

// The parts of Words.
const (
	Subject = "subject"
	Text    = "text"
	HTML    = "html"
)

// templates are Words, ready to be filled in.
type templates struct {
	words         Words
	subject, text *text.Template
	html          *html.Template
}

// builtIn are the words that come with Portico, by language and kind: those of the kind in the two layouts.
var builtIn = func() map[string]map[string]templates {
	all := map[string]map[string]templates{}
	for locale, said := range phrases {
		all[locale] = map[string]templates{}
		for kind, known := range variables {
			frame := struct {
				Locale   string
				HasItems bool
			}{locale, slices.ContainsFunc(known, func(v Variable) bool { return v.Name == "items" })}
			from := text.Must(text.Must(said.Clone()).ParseFS(files, "templates/"+locale+"/"+kind+".tmpl"))
			compose := func(name string) string {
				var out strings.Builder
				if err := from.ExecuteTemplate(&out, name, frame); err != nil {
					panic(err)
				}
				return out.String()
			}
			made, err := compile(kind, Words{Subject: compose("subject"), Text: compose("layout.txt"), HTML: compose("layout.html"), Locale: locale})
			if err != nil {
				panic(err)
			}
			all[locale][kind] = made
		}
	}
	return all
}()

// Default are the words of a kind that come with Portico in a language, one of Locales.
func Default(kind, locale string) Words { return builtIn[locale][kind].words }

// compile makes words ready to be filled in. Whatever is not of their language is an error.
func compile(kind string, words Words) (made templates, err error) {
	made.words = words
	trees := map[string]*parse.Tree{}
	for part, source := range map[string]string{Subject: words.Subject, Text: words.Text, HTML: words.HTML} {
		r := read(kind, part, source)
		if len(r.problems) > 0 {
			return made, fmt.Errorf("the %s of the email %s: %s", part, kind, r.problems[0].Sentence)
		}
		trees[part] = r.tree
	}
	if made.subject, err = text.New(Subject).AddParseTree(Subject, trees[Subject]); err != nil {
		return made, err
	}
	if made.text, err = text.New(Text).AddParseTree(Text, trees[Text]); err != nil {
		return made, err
	}
	made.html, err = html.New(HTML).AddParseTree(HTML, trees[HTML])
	return made, err
}
