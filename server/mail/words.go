package mail

import (
	"embed"
	"fmt"
	html "html/template"
	"strings"
	text "text/template"
	"text/template/parse"
)

// Words are the texts of one kind of email, in a language of two things: {{name}} is a variable, and
// {{if name}}…{{else}}…{{end}} shows something only where that variable is not empty. They call nothing and reach nothing else.
type Words struct {
	Subject, Text, HTML string
	// Locale is the language that they are written in; "" means English.
	Locale string
}

// The parts of Words.
const (
	Subject = "subject"
	Text    = "text"
	HTML    = "html"
)

// English is the language of the built-in words.
const English = "en"

//go:embed templates
var files embed.FS

// templates are Words, ready to be filled in.
type templates struct {
	subject, text *text.Template
	html          *html.Template
}

// builtInWords are made from the words of each kind in the two layouts; the brackets of that step stand in no email.
var builtInWords = func() map[string]Words {
	all := map[string]Words{}
	for kind := range variables {
		compose := func(layout, name string) string {
			var out strings.Builder
			from := text.Must(text.New(layout).Delims("[[", "]]").ParseFS(files, "templates/"+layout, "templates/"+kind+".tmpl"))
			if err := from.ExecuteTemplate(&out, name, nil); err != nil {
				panic(err)
			}
			return out.String()
		}
		all[kind] = Words{
			Subject: compose("layout.txt", "subject"), Text: compose("layout.txt", "layout.txt"), HTML: compose("layout.html", "layout.html"),
			Locale: English,
		}
	}
	return all
}()

var builtIn = func() map[string]templates {
	all := map[string]templates{}
	for kind, words := range builtInWords {
		made, err := compile(kind, words)
		if err != nil {
			panic(err)
		}
		all[kind] = made
	}
	return all
}()

// Default are the words of a kind that come with Portico.
func Default(kind string) Words { return builtInWords[kind] }

// compile makes words ready to be filled in. Whatever is not of their language is an error.
func compile(kind string, words Words) (made templates, err error) {
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
