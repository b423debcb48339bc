package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entuser "github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/settings"
)

const (
	emailLocales = `{viewer{emailLocales}}`
	setLocale    = `mutation($l:String!,$v:Int!){updateSettings(input:{version:$v,defaultLocale:$l}){settings{defaultLocale} undo{token} userErrors{code}}}`
)

// speaking is somebody with an account, whose profile says a language and a zone, or nothing.
func speaking(hub *hubtest.Hub, locale, zone string) (address string) {
	hub.T.Helper()
	address = fmt.Sprintf("%s@example.org", strings.ToLower("x"+locale))
	admin := hub.Admin()
	id := admin.Must(createUser, ana(address, vars{"overrideWarnings": insisting})).Text("createUser.user.id")
	write(hub, func(ctx context.Context, tx *ent.Client) error {
		u, err := tx.User.Query().Where(entuser.Email(address)).Only(ctx)
		if err != nil || locale == "" {
			return err
		}
		return tx.User.UpdateOne(u).SetLocale(locale).SetTimeZone(zone).Exec(ctx)
	})
	admin.Must(createAccount, vars{"in": vars{"userId": id, "account": vars{"email": address, "notify": "IMMEDIATELY"}, "overrideWarnings": insisting}})
	return address
}

// An email comes in the language of the profile, with its region or without it, else in the hub's: in the words that were edited in it, part by
// part, over those that are built in in it. It tells times in that language, and in the zone of the profile.
func TestLanguages(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		says := func(locale string, more vars) {
			t.Helper()
			id := templateOf(admin, "INVITATION", locale)
			in := vars{"id": id, "version": templateVersion(admin, id)}
			for part, words := range more {
				in[part] = words
			}
			admin.Must(updateTemplate, vars{"in": in})
		}
		known := func(c *hubtest.Client) string { return fmt.Sprint(c.Must(emailLocales, nil).At("viewer.emailLocales")) }
		equal(t, "the languages", known(admin), "[en de fr es nb]")
		words := slices.Sorted(slices.Values(settings.Locales))
		equal(t, "those that have built-in words", fmt.Sprint(mail.Locales()), fmt.Sprint(words))
		equal(t, "a stranger's", known(hub.Stranger()), "[]")
		_, member := hub.Person("member", "member@example.org", nil)
		equal(t, "those of somebody who looks after nobody", known(member), "[en de fr es nb]")

		says("de", vars{"subject": "Willkommen"})
		says("en", vars{"subject": "Welcome"})
		a := admin.Must(setLocale, vars{"l": "nb", "v": admin.Must(readSettings, nil).Int("settings.version")})
		equal(t, "the hub's", a.Text("updateSettings.settings.defaultLocale"), "nb")
		norwegian := "Velg et passord til kontoen din i Portico"
		for locale, want := range map[string][2]string{
			"": {norwegian, "Hei, Ana!"}, "de-AT": {"Willkommen", "Guten Tag Ana,"}, "nn-NO": {norwegian, "Hei, Ana!"},
			"fr": {"Choisissez un mot de passe pour votre compte Portico", "Bonjour Ana,"}, "es-MX": {"Elija una contraseña para su cuenta de Portico", "Hola, Ana:"},
			"en-GB": {"Welcome", "Hello Ana,"}, "sw": {norwegian, "Hei, Ana!"}, "zh-Hant-TW": {norwegian, "Hei, Ana!"},
		} {
			sent := mailsTo(hub, speaking(hub, locale, "Asia/Tokyo"))
			last := sent[len(sent)-1]
			equal(t, "the subject in "+locale, last.Subject, want[0])
			if !strings.HasPrefix(last.Text, want[1]+"\n") || !strings.Contains(last.HTML, ">"+want[1]+"</p>") {
				t.Errorf("in %s it says %s", locale, last.Text)
			}
			if locale != "" && !strings.Contains(last.Text, "JST") || locale == "" && !strings.Contains(last.Text, "(UTC)") {
				t.Errorf("in %s the time is %s", locale, last.Text)
			}
		}
		undone := admin.Must(undo, vars{"t": a.Text("updateSettings.undo.token")})
		equal(t, "taken back", undone.At("undo.undone"), any(true))
		sent := mailsTo(hub, speaking(hub, "it", "Europe/Oslo"))
		equal(t, "the subject then", sent[len(sent)-1].Subject, "Welcome")
	})
}

// What happened to an account is told in the language of its owner.
func TestAlertLanguage(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		address := speaking(hub, "de-AT", "Europe/Vienna")
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, address), "p": hubtest.Password})
		hub.Stranger().Must(`mutation($l:String!){requestPasswordReset(input:{login:$l}){accepted}}`, vars{"l": address})
		hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, address), "p": hubtest.Password + "-2"})
		sent := mailsTo(hub, address)
		last := sent[len(sent)-1]
		if last.Subject != "Eine Änderung an Ihrem Konto bei Portico" || !strings.Contains(last.Text, "\nIhr Passwort wurde geändert. Alle anderen Geräte wurden abgemeldet.\n") {
			t.Errorf("it says %s\n%s", last.Subject, last.Text)
		}
	})
}

// What a digest says is edited like all else, and its lines come in its language.
func TestDigestTemplate(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		id := templateOf(admin, "DIGEST", "de")
		words := func(text, html string) vars {
			return vars{"in": vars{"id": id, "version": templateVersion(admin, id), "subject": "{{count}} offen", "text": text, "html": html}}
		}
		admin.Ask(updateTemplate, words("Nichts", "<p>{{count}}</p>")).Said("updateTemplate", "INVALID", "INVALID")
		admin.Must(updateTemplate, words("Fällig:\n{{items}}", "<div>{{items}}</div>"))
		admin.Must(setLocale, vars{"l": "de", "v": 1})
		about := hub.User("kim@example.org", nil)
		admin.Must(createReminder, vars{"in": vars{"userId": userID(about), "title": "Anrufen <b>", "dueAt": hub.Clock.Now().Add(time.Hour).UTC().Format(time.RFC3339)}})
		made := admin.Must(createJob, vars{"in": vars{"name": "Digest", "steps": []vars{{"task": "REMINDERS"}}}})
		runOf(hub, admin, made.Text("createJob.job.id"))
		sent := mailsTo(hub, "mona@example.org")
		if len(sent) == 0 {
			t.Fatal("nothing was sent")
		}
		last := sent[len(sent)-1]
		equal(t, "the subject", last.Subject, "1 offen")
		if !strings.HasPrefix(last.Text, "Fällig:\n- Anrufen <b>, betrifft Ana Adams: fällig am ") || !strings.Contains(last.HTML, "<li style=\"margin:0 0 8px\">Anrufen &lt;b&gt;, betrifft") {
			t.Errorf("it says %s\n%s", last.Text, last.HTML)
		}
		a := admin.Must(`{messages(first:1,filter:{kind:[REMINDER]}){edges{node{kind subject text}}}}`, nil)
		equal(t, "what others see of it", a.Text("messages.edges.0.node.subject"), "Reminders")
	})
}
