package mail_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/mail"
)

var update = flag.Bool("update", false, "write the golden files anew")

const (
	portal = "https://portal.example.org"
	link   = portal + "/set-password#token=AbC-_dEfGhIjKlMnOpQrStUvWxYz0123456789abcde"
)

func data(name string) mail.Data {
	return mail.Data{Name: name, Link: link, PublicURL: portal, ExpiresAt: time.Date(2026, 3, 4, 14, 5, 0, 0, time.UTC)}
}

func rendered(t *testing.T, kind string, d mail.Data) (subject, text, html string) {
	t.Helper()
	subject, text, html, err := mail.Render(kind, mail.Default(kind, "en"), d)
	if err != nil {
		t.Fatal(err)
	}
	return subject, text, html
}

var kinds = []string{mail.Invitation, mail.PasswordReset, mail.Notice}

// The words of each language are worth reading as a whole; after a change, run with -update and read the difference.
func TestWords(t *testing.T) {
	for _, locale := range mail.Locales() {
		t.Run(locale, func(t *testing.T) {
			var got strings.Builder
			for _, kind := range everyKind {
				d := mail.Sample(kind, locale, portal, time.Date(2026, 3, 4, 14, 5, 0, 0, time.UTC))
				if kind == mail.Digest {
					d.Items = append(d.Items, mail.Item{Title: d.Title, DueAt: d.DueAt.AddDate(0, -2, -4), IsOverdue: true})
				}
				subject, text, _, err := mail.Render(kind, mail.Default(kind, locale), d)
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprintf(&got, "=== %s\n\n%s\n\n%s\n", kind, subject, text)
			}
			fmt.Fprintf(&got, "=== events\n\n")
			for _, what := range everyEvent {
				d := data("Ada")
				d.Event = mail.Event{What: what, Detail: "Telefon", At: d.ExpiresAt}
				words := mail.Default(mail.SecurityAlert, locale)
				words.Text, words.HTML = "{{whatHappened}}", "{{whatHappened}}"
				_, text, _, err := mail.Render(mail.SecurityAlert, words, d)
				if err != nil || text == "" {
					t.Fatal(what, err)
				}
				fmt.Fprintln(&got, text)
			}
			golden := filepath.Join("testdata", locale+".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil || got.String() != string(want) {
				t.Fatalf("%v: got\n%s", err, got.String())
			}
		})
	}
}

var everyEvent = []mail.EventKind{mail.PasskeyAdded, mail.PasskeyRemoved, mail.WrongCodes, mail.NewBrowser, mail.AuthenticatorAdded, mail.RecoveryCodesReplaced,
	mail.PasswordChanged, mail.PasskeysTaken, mail.FactorChanged, mail.FactorReset}

// Times are told in the words of the language, every day of the week and every month.
func TestTimes(t *testing.T) {
	for locale, want := range map[string]string{
		"en": "Sunday, 1 November 2026, 04:05 CET", "de": "Sonntag, 1. November 2026, 04:05 Uhr (CET)", "fr": "dimanche 1er novembre 2026 à 04\u00a0h\u00a005 (CET)",
		"es": "domingo 1 de noviembre de 2026, 04:05 (CET)", "nb": "søndag 1. november 2026 kl. 04.05 (CET)",
	} {
		said := map[string]bool{}
		for i := range 12 {
			d := data("Ada")
			d.ExpiresAt = time.Date(2026, 11, 1, 4, 5, 0, 0, time.FixedZone("CET", 3600)).AddDate(0, i, i)
			words := mail.Default(mail.Invitation, locale)
			words.Text = "{{link}} {{expiresAt}}"
			_, text, _, err := mail.Render(mail.Invitation, words, d)
			if err != nil {
				t.Fatal(err)
			}
			_, told, _ := strings.Cut(text, " ")
			if said[told] = true; i == 0 && told != want {
				t.Errorf("in %s it is %q", locale, told)
			}
		}
		if len(said) != 12 {
			t.Errorf("in %s there are %d months", locale, len(said))
		}
	}
}

func TestRender(t *testing.T) {
	for _, kind := range kinds {
		t.Run(kind+" has the link as a button and in plain words, and loads nothing", func(t *testing.T) {
			subject, text, html := rendered(t, kind, data("Ada"))
			if strings.Count(text, link) != 1 || strings.Count(html, `href="`+link+`"`) != 2 || !strings.Contains(html, ">"+link+"</a>") {
				t.Fatalf("the link is missing:\n%s\n%s", text, html)
			}
			if found := regexp.MustCompile(`(?i)<(img|link|script|iframe|table)|url\(|@import|\bsrc=`).FindString(html); found != "" {
				t.Fatalf("has %s", found)
			}
			if addresses := regexp.MustCompile(`https?://[^/"< ]+`).FindAllString(html, -1); len(addresses) != 3 {
				t.Fatalf("names %v", addresses)
			}
			for _, part := range []string{text, html} {
				for _, want := range []string{"Hello Ada,", "24 hours", "Wednesday, 4 March 2026, 14:05 UTC", "Portico", "portal.example.org"} {
					if !strings.Contains(part, want) {
						t.Errorf("%q is missing in\n%s", want, part)
					}
				}
			}
			if strings.Contains(subject+text, "&") || strings.Contains(html, "<no value>") || strings.Contains(html, "ZgotmplZ") {
				t.Fatal("a template went wrong")
			}
		})
	}
	t.Run("greets without a name", func(t *testing.T) {
		_, text, html := rendered(t, mail.Invitation, data(""))
		if !strings.HasPrefix(text, "Hello,\n") || !strings.Contains(html, "Hello,<") {
			t.Fatalf("got\n%s", text)
		}
	})
	t.Run("takes the hub's own name and the reader's time zone", func(t *testing.T) {
		d := data("Ada")
		d.InstanceName = "Smith & Sons"
		d.ExpiresAt = d.ExpiresAt.In(time.FixedZone("CET", 3600))
		subject, text, html := rendered(t, mail.Invitation, d)
		if subject != "Choose a password for your Smith & Sons account" || !strings.Contains(text, "15:05 CET") || !strings.Contains(html, "Smith &amp; Sons") {
			t.Fatalf("got %s\n%s", subject, text)
		}
	})
}

// A name is what someone typed into a form.
func TestNames(t *testing.T) {
	for name, c := range map[string]struct{ name, text, html string }{
		"HTML is shown as it is":            {`<script>alert("x")</script>`, `Hello <script>alert("x")</script>,`, "Hello &lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;,"},
		"line breaks become spaces":         {"Ada\r\nBcc: eve\r\n\r\nPay", "Hello Ada Bcc: eve Pay,", "Hello Ada Bcc: eve Pay,"},
		"line separators become spaces":     {"Ada\u2028Eve\x00", "Hello Ada Eve,", "Hello Ada Eve,"},
		"templates are only text":           {"{{.Link}}", "Hello {{.Link}},", "Hello {{.Link}},"},
		"turned writing is turned back":     {"Ada\u202egnp.exe", "Hello,", "Hello,"},
		"an address is not greeted":         {"win at https://evil.example now", "Hello,", "Hello,<"},
		"a bare domain is not greeted":      {"evil.example", "Hello,", "Hello,<"},
		"an email address is not greeted":   {"eve@evil", "Hello,", "Hello,<"},
		"initials are":                      {"J. R. R. Tolkien", "Hello J. R. R. Tolkien,", "Hello J. R. R. Tolkien,"},
		"initials without spaces are":       {"J.R.R. Tolkien", "Hello J.R.R. Tolkien,", "Hello J.R.R. Tolkien,"},
		"apostrophes and other scripts are": {"Zoë O'Hara 李", "Hello Zoë O'Hara 李,", "Hello Zoë O&#39;Hara 李,"},
		"a very long one is cut":            {strings.Repeat("ab", 100), "Hello " + strings.Repeat("ab", 40) + "…,", "…,"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, kind := range kinds {
				subject, text, html := rendered(t, kind, data(c.name))
				if first, _, _ := strings.Cut(text, "\n"); first != c.text || !strings.Contains(html, c.html) {
					t.Fatalf("got %q", first)
				}
				if strings.ContainsAny(subject, "\r\n") || strings.Contains(html, "<script") {
					t.Fatalf("got %q\n%s", subject, html)
				}
			}
		})
	}
	t.Run("a hub's name cannot break the subject", func(t *testing.T) {
		d := data("Ada")
		d.InstanceName = "Hub\r\nBcc: eve@evil.example"
		if subject, _, _ := rendered(t, mail.Notice, d); strings.ContainsAny(subject, "\r\n") {
			t.Fatalf("got %q", subject)
		}
	})
}

func TestRenderRefuses(t *testing.T) {
	for name, change := range map[string]func(*mail.Data){
		"a link to somewhere else":   func(d *mail.Data) { d.Link = "https://evil.example/set-password#token=x" },
		"a link to a longer host":    func(d *mail.Data) { d.Link = portal + ".evil.example/" },
		"a link that is a script":    func(d *mail.Data) { d.Link, d.PublicURL = "javascript:x/", "javascript:x" },
		"a link with a line break":   func(d *mail.Data) { d.Link += "\r\n" },
		"a link with a quote":        func(d *mail.Data) { d.Link += `"><b>` },
		"no link":                    func(d *mail.Data) { d.Link = "" },
		"no time when the link ends": func(d *mail.Data) { d.ExpiresAt = time.Time{} },
	} {
		t.Run(name, func(t *testing.T) {
			d := data("Ada")
			change(&d)
			if _, _, _, err := mail.Render(mail.Invitation, mail.Default(mail.Invitation, "en"), d); err == nil || strings.Contains(err.Error(), "token") {
				t.Fatalf("got %v", err)
			}
		})
	}
	for name, words := range map[string]mail.Words{"an unknown kind": good(), "an unknown language": {Subject: "x", Text: "{{link}}", HTML: "x", Locale: "sv"}} {
		t.Run(name, func(t *testing.T) {
			kind := mail.Invitation
			if words.Locale == "en" {
				kind = "newsletter"
			}
			if _, _, _, err := mail.Render(kind, words, data("Ada")); err == nil {
				t.Fatal("rendered")
			}
		})
	}
}
