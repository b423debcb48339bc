package mail_test

import (
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/mail"
)

var everyKind = []string{mail.Invitation, mail.PasswordReset, mail.Notice, mail.SignupConfirmation, mail.EmailCode, mail.SecurityAlert, mail.Reminder, mail.Nudge, mail.Digest, mail.ExportReady}

// said are the problems, as "part: sentence" or "part? sentence" where it is a doubt.
func said(problems []mail.Problem) string {
	var lines []string
	for _, p := range problems {
		mark := ": "
		if p.Doubt != "" {
			mark = "? "
		}
		lines = append(lines, p.Part+mark+p.Sentence)
	}
	return strings.Join(lines, "\n")
}

// What comes with Portico is written in the language that administrators write in, and passes as theirs would: every kind in every
// language, with its link and all that a message of its kind is for.
func TestBuiltInWordsPass(t *testing.T) {
	for _, locale := range mail.Locales() {
		for _, kind := range everyKind {
			words := mail.Default(kind, locale)
			if got := said(mail.Check(kind, words, portal)); got != "" {
				t.Errorf("%s in %s: %s", kind, locale, got)
			}
			if !strings.Contains(words.HTML, `<html lang="`+locale+`">`) || !strings.Contains(words.Text, "{{link}}") || strings.Count(words.HTML, `href="{{link}}"`) != 2 {
				t.Errorf("%s in %s has no language or no link:\n%s", kind, locale, words.HTML)
			}
			d := mail.Sample(kind, locale, portal, time.Date(2026, 3, 4, 14, 5, 0, 0, time.UTC))
			_, text, html, err := mail.Render(kind, words, d)
			same := words
			same.Text += "\n"
			_, sameText, sameHTML, err2 := mail.Render(kind, same, d)
			if err != nil || err2 != nil || text+"\n" != sameText || html != sameHTML {
				t.Errorf("%s in %s is not the same by its own words: %v %v", kind, locale, err, err2)
			}
			if strings.Contains(text+html, "{{") || strings.Contains(text+html, "[[") || strings.Contains(text+html, "<no value>") || strings.Contains(html, "ZgotmplZ") {
				t.Errorf("%s in %s: something was not filled in:\n%s", kind, locale, text)
			}
			if own, english := mail.Default(kind, locale), mail.Default(kind, "en"); locale != "en" && (own.Subject == english.Subject || own.Text == english.Text) {
				t.Errorf("%s in %s is in English", kind, locale)
			}
		}
	}
}

// good are words of an invitation that nothing is wrong with.
func good() mail.Words {
	return mail.Words{Subject: "Welcome to {{instanceName}}", Text: "Hello {{firstName}}\n{{link}}\nuntil {{expiresAt}}",
		HTML: `<p>Hello {{if firstName}}{{firstName}}{{else}}you{{end}}</p><p><a href="{{link}}">Go</a> until {{expiresAt}}</p>`, Locale: "en"}
}

func TestCheckRefuses(t *testing.T) {
	lists := good()
	lists.HTML += "<table><tr><td>a<td>b<tr><td>c<br></table><ul><li>d<li>e</ul><p>f<p>g<hr>"
	for _, w := range []mail.Words{good(), lists} {
		if got := said(mail.Check(mail.Invitation, w, portal)); got != "" {
			t.Fatal(got)
		}
	}
	subjects := map[string]string{
		"": "needs this", " \t": "needs this", strings.Repeat("x", 201): "200 characters", "a\nb": "one line", "a\r\nBcc: eve@example.org": "one line",
		"a\u2028b": "one line", "a\x00b": "no program", "{{link}}": "no variable {{link}}", "{{code}}": "no variable {{code}}", "{{": "not understood",
		"{{password}}": "There are: expiresAt", "{{if firstName}}Hello {{firstName}}{{end}}": "It is empty where", "{{about}}": "no variable", "\u202e": "It is empty where", "a \ue100 b": "no program", "a\xffb": "no program",
	}
	for subject, want := range subjects {
		w := good()
		w.Subject = subject
		if got := said(mail.Check(mail.Invitation, w, portal)); !strings.HasPrefix(got, "subject: ") || !strings.Contains(got, want) {
			t.Errorf("%q: %s", subject, got)
		}
	}
	texts := map[string]string{
		"": "needs this", "no link": "needs {{link}}", "{{if firstName}}{{link}}{{end}}": "outside of conditions", strings.Repeat("x", 20001): "20000 characters",
		"a\nb\n{{oops}} {{link}}": "Line 3: Here is no variable {{oops}}", "{{link}}{{firstName}}": "comes a space", "{{link}}abc": "comes a space",
		"{{link}}{{if firstName}}x{{end}}": "comes a space", "{{link}}.Thanks": "comes a space", "{{link}}{{if firstName}} {{else}}x{{end}}": "whatever is missing", "{{publicUrl}}.evil.example {{link}}": "comes a space", "{{.Link}} {{link}}": "stands the name", "{{printf \"%s\" link}} {{link}}": "stands alone",
		"{{link | html}}": "stands alone", "{{range firstName}}{{end}}{{link}}": "are understood", "{{with link}}{{end}}{{link}}": "are understood",
		"{{define \"x\"}}y{{end}}{{link}}": "another template", "{{template \"x\"}}{{link}}": "are understood", "{{$a := link}}{{link}}": "stands alone",
		"{{if eq link \"x\"}}{{end}}{{link}}": "stands alone", "{{len}} {{link}}": "no variable {{len}}", "{{html}} {{link}}": "no variable {{html}}",
		"{{call}} {{link}}": "no variable", "{{nil}} {{link}}": "stands the name", "{{.}} {{link}}": "stands the name", "{{$}} {{link}}": "stands the name",
		"{{\"x\"}} {{link}}": "stands the name", "{{if link}}{{link}}": "not understood", "{{link}} {{end}}": "not understood", "{{break}} {{link}}": "not understood",
		strings.Repeat("{{if firstName}}", 6) + strings.Repeat("{{end}}", 6) + "{{link}}": "5 deep", strings.Repeat("{{host}} ", 501) + "{{link}}": "500 times",
	}
	for text, want := range texts {
		w := good()
		w.Text = text
		if got := said(mail.Check(mail.Invitation, w, portal)); !strings.HasPrefix(got, "text: ") || !strings.Contains(got, want) {
			t.Errorf("%.60q: %s", text, got)
		}
	}
}

// What would run, ask or load, and what would let a value become a tag, an address or a style.
func TestCheckRefusesHTML(t *testing.T) {
	for html, want := range map[string]string{
		"<script>alert(1)</script>": "Scripts run", "<SCRIPT SRC=//x.example>": "Scripts run", `<p onclick="x()">`: "Scripts run", `<svg onload=x>`: "not for emails",
		`<img src="https://x.example/a.png">`: "tell when", `<form action="https://x.example">`: "trap", "<input>": "trap", "<button>x</button>": "trap",
		`<iframe src="https://x.example"></iframe>`: "not for emails", `<object data=x></object>`: "not for emails", `<link rel=stylesheet href=x>`: "Nothing is loaded",
		`<base href="https://x.example/">`: "in full", `<meta http-equiv="refresh" content="0;url=https://x.example">`: "http-equiv",
		`<a href="javascript:alert(1)">x</a>`: "leads to", `<a href="java&#115;cript:alert(1)">x</a>`: "leads to", `<a href=" data:text/html,x">x</a>`: "leads to",
		`<a href="http://x.example/">x</a>`: "leads to", `<a href="//x.example/">x</a>`: "leads to", `<a href="/users">x</a>`: "leads to", `<a href="">x</a>`: "leads to",
		`<a href="https://me@x.example/">x</a>`: "leads to", `<a href="{{firstName}}">x</a>`: "written out", `<a href="{{link}}x">x</a>`: "written out",
		`<a href="{{if firstName}}{{link}}{{end}}">x</a>`: "written out", `<a href="https://x.example/{{firstName}}">x</a>`: "written out",
		`<p title="{{firstName}}">x</p>`: "Within a tag", `<p {{firstName}}>x</p>`: "attribute", `<{{firstName}}>x`: "", `<p{{if firstName}} class="x"{{end}}>x</p>`: "",
		`<p style="background:url(https://x.example/a.png)">`: "loads nothing", `<p style="background:u\72l(x)">`: "loads nothing", `<p style="color:{{firstName}}">`: "Within a tag",
		"<style>@import 'https://x.example'</style>": "loads nothing", "<style>p{color:{{firstName}}}</style>": "within a style", "<style>p{}": "not closed",
		"<!-- {{firstName}} -->": "within a comment", "<p class=": "not closed", "<td background=https://x.example>": "tell when",
		`<textarea>`: "not for emails", "<noscript>": "Scripts run", "<plaintext>": "not for emails", "<math>": "not for emails", "<template>": "not for emails",
		"<p>\n<b>x</p>": "Line 3: <b> is not closed", "<div><a href=\"{{link}}\">x</div>": "<a> is not closed", "x</table>": "</table> closes nothing",
		`<a href={{link}}>x</a>`: "quotation marks", `<a href="{{link}}"> </a>`: "nothing to press", `<a href="{{link}}"><b style="display: none">x</b></a>`: "nothing to press",
		`<a href="https://x.example/">{{link}}</a>`: "leads elsewhere", strings.Repeat("<x>", 100): "And 80 more",
		"{{if firstName}}<style>{{end}}p{}</style>": "", "<title>{{if firstName}}</title>{{end}}": "",
	} {
		w := good()
		w.HTML += "\n" + html
		got := said(mail.Check(mail.Invitation, w, portal))
		if !strings.HasPrefix(got, "html: ") || !strings.Contains(got, want) {
			// A stray < is text, and escaped as such.
			if html == `<{{firstName}}>x` && got == "" {
				continue
			}
			t.Errorf("%s: %s", html, got)
		}
		if strings.Contains(want, "Scripts run") && !strings.Contains(got, "Line 2: ") {
			t.Errorf("%s: the line is not named: %s", html, got)
		}
	}
	w := good()
	w.HTML = `<p>{{link}} {{expiresAt}}</p>`
	if got := said(mail.Check(mail.Invitation, w, portal)); !strings.Contains(got, `html: It needs <a href="{{link}}">`) {
		t.Error(got)
	}
	w.HTML = `<div style="Display :none"><a href="{{link}}">x</a></div>`
	if got := said(mail.Check(mail.Invitation, w, portal)); !strings.Contains(got, "nothing to press") {
		t.Error(got)
	}
	w.HTML = strings.Repeat("x", 60001)
	if got := said(mail.Check(mail.Invitation, w, portal)); !strings.Contains(got, "60000 characters") {
		t.Error(got)
	}
}

func TestCheckDoubts(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*mail.Words)
		want   string
	}{
		"a long subject":        {func(w *mail.Words) { w.Subject = strings.Repeat("x", 79) }, "subject? With an example"},
		"an end that is unsaid": {func(w *mail.Words) { w.Text = "{{link}}" }, "text? It does not say"},
		"a link to elsewhere":   {func(w *mail.Words) { w.HTML += `<a href="https://x.example/a">x</a>` }, "html? It leads to x.example"},
		"an address in a text":  {func(w *mail.Words) { w.Text += "\nhttps://x.example/a" }, "text? It leads to x.example"},
		"an address in HTML":    {func(w *mail.Words) { w.HTML += "https://x.example/a" }, "html? It leads to x.example"},
		"the hub in a text":     {func(w *mail.Words) { w.Text += "\n" + portal + "/me {{publicUrl}}/me" }, ""},
		"a link to the hub":     {func(w *mail.Words) { w.HTML += `<a href="` + portal + `/me">x</a>` }, ""},
		"an address":            {func(w *mail.Words) { w.HTML += `<a href="mailto:help@example.org">x</a>` }, ""},
	} {
		w := good()
		c.change(&w)
		if got := said(mail.Check(mail.Invitation, w, portal)); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// Whatever a value is, it stays a text.
func TestWordsEscape(t *testing.T) {
	w := good()
	w.Subject = "{{firstName}}: welcome"
	d := data(`<b>"O'Hara" {{link}}</b>`)
	subject, text, html, err := mail.Render(mail.Invitation, w, d)
	if err != nil || subject != `<b>"O'Hara" {{link}}</b>: welcome` || !strings.HasPrefix(text, `Hello <b>"O'Hara" {{link}}</b>`+"\n") ||
		!strings.Contains(html, `<p>Hello &lt;b&gt;&#34;O&#39;Hara&#34; {{link}}&lt;/b&gt;</p>`) || !strings.Contains(html, `<a href="`+link+`">`) {
		t.Errorf("%v %s\n%s\n%s", err, subject, text, html)
	}
	w.Locale = "de"
	if _, text, _, _ = mail.Render(mail.Invitation, w, d); !strings.HasSuffix(text, "until Mittwoch, 4. März 2026, 14:05 Uhr (UTC)") {
		t.Error(text)
	}
	w.Subject = strings.Repeat("李", 200)
	if subject, _, _, err = mail.Render(mail.Invitation, w, d); err != nil || len(subject) > 500 || !strings.HasSuffix(subject, "…") {
		t.Errorf("%v %d", err, len(subject))
	}
	w.HTML += "<script>"
	w.Text = "{{oops}}"
	if _, _, _, err = mail.Render(mail.Invitation, w, d); err == nil {
		t.Error("rendered")
	}
}
