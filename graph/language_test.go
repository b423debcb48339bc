package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entuser "github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/hubtest"
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

// An email comes in the language of the profile, with its region, without it, else in the hub's, else in English, which is built in; and
// tells times in the zone of the profile.
func TestLanguages(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		says := func(locale string, more vars) {
			t.Helper()
			id := templateOf(admin, "INVITATION", locale)
			admin.Must(updateTemplate, welcome(id, templateVersion(admin, id), more))
		}
		known := func(c *hubtest.Client) string { return fmt.Sprint(c.Must(emailLocales, nil).At("viewer.emailLocales")) }
		equal(t, "the languages at first", known(admin), "[en]")
		says("de", vars{"subject": "Willkommen"})
		says("nb", vars{"subject": "Velkommen"})
		equal(t, "the languages", known(admin), "[en de nb]")
		equal(t, "a stranger's", known(hub.Stranger()), "[]")
		_, member := hub.Person("member", "member@example.org", nil)
		equal(t, "those of somebody who looks after nobody", known(member), "[en de nb]")

		a := admin.Must(setLocale, vars{"l": "de", "v": admin.Must(readSettings, nil).Int("settings.version")})
		equal(t, "the hub's", a.Text("updateSettings.settings.defaultLocale"), "de")
		built := "Choose a password for your Portico account"
		for locale, want := range map[string]string{"": "Willkommen", "de-AT": "Willkommen", "nn-NO": "Velkommen", "fr": "Willkommen", "sw": "Willkommen",
			"en": built, "en-GB": built, "zh-Hant-TW": "Willkommen"} {
			sent := mailsTo(hub, speaking(hub, locale, "Asia/Tokyo"))
			equal(t, "the subject in "+locale, sent[len(sent)-1].Subject, want)
			if text := sent[len(sent)-1].Text; locale != "" && !strings.Contains(text, " JST") || locale == "" && !strings.Contains(text, " UTC") {
				t.Errorf("in %s it says %s", locale, text)
			}
		}
		equal(t, "what the French template says", admin.Must(oneTemplate, vars{"id": templateOf(admin, "INVITATION", "fr")}).Text("node.subject"), "Willkommen")
		undone := admin.Must(undo, vars{"t": a.Text("updateSettings.undo.token")})
		equal(t, "taken back", undone.At("undo.undone"), any(true))
		sent := mailsTo(hub, speaking(hub, "es", "Europe/Oslo"))
		equal(t, "the subject then", sent[len(sent)-1].Subject, built)
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
		if !strings.HasPrefix(last.Text, "Fällig:\n- Anrufen <b>, zu Ana Adams: fällig 2") || !strings.Contains(last.HTML, "<li style=\"margin:0 0 8px\">Anrufen &lt;b&gt;, zu") {
			t.Errorf("it says %s\n%s", last.Text, last.HTML)
		}
		a := admin.Must(`{messages(first:1,filter:{kind:[REMINDER]}){edges{node{kind subject text}}}}`, nil)
		equal(t, "what others see of it", a.Text("messages.edges.0.node.subject"), "Reminders")
	})
}
