package graph_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	settingsFields = `version activityRetentionDays keepUnknownActivities redirectOrigins nudgeBeforeExpiry defaultLocale`
	readSettings   = `{settings{` + settingsFields + `}}`
	updateSettings = `mutation($in:UpdateSettingsInput!){updateSettings(input:$in){settings{` + settingsFields + `} undo{token} userErrors{code field message params}}}`
)

func init() {
	texts["updateSettings"] = updateSettings
	attempts = append(attempts, attempt{"updateSettings", "what is kept", ofAdmin, func(s *scene) vars {
		now := s.hub.Admin().Must(readSettings, nil)
		return vars{"in": vars{"version": now.Int("settings.version"), "keepUnknownActivities": now.At("settings.keepUnknownActivities") == false}}
	}})
	byOthers["updateSettings, what is kept"] = "DDoDDD"
}

func TestSettings(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		version := func() int { return admin.Must(readSettings, nil).Int("settings.version") }
		say := func(more vars) vars {
			more["version"] = version()
			return vars{"in": more}
		}
		t.Run("keep everything for ever at first, and trust no site", func(t *testing.T) {
			equal(t, "all of them", fmt.Sprint(admin.Must(readSettings, nil).At("settings")),
				"map[activityRetentionDays:<nil> defaultLocale:en keepUnknownActivities:false nudgeBeforeExpiry:false redirectOrigins:[] version:1]")
		})
		t.Run("absent stays, null is for ever", func(t *testing.T) {
			admin.Must(updateSettings, say(vars{"activityRetentionDays": 365, "nudgeBeforeExpiry": true}))
			a := admin.Must(updateSettings, say(vars{"keepUnknownActivities": true}))
			equal(t, "the days", a.Int("updateSettings.settings.activityRetentionDays"), 365)
			a = admin.Must(updateSettings, say(vars{"activityRetentionDays": nil}))
			equal(t, "the days", a.At("updateSettings.settings.activityRetentionDays"), nil)
			equal(t, "what is unknown is kept", a.At("updateSettings.settings.keepUnknownActivities"), any(true))
		})
		t.Run("a site is kept as a browser names it, once", func(t *testing.T) {
			a := admin.Must(updateSettings, say(vars{"redirectOrigins": []string{" HTTPS://WWW.Example.org:443", "https://www.example.org", "http://127.0.0.1:8000"}}))
			equal(t, "the sites", fmt.Sprint(a.At("updateSettings.settings.redirectOrigins")), "[https://www.example.org http://127.0.0.1:8000]")
			undone := admin.Must(undo, vars{"t": a.Text("updateSettings.undo.token")})
			equal(t, "taken back", undone.At("undo.undone"), any(true))
			equal(t, "the sites", fmt.Sprint(admin.Must(readSettings, nil).At("settings.redirectOrigins")), "[]")
		})
		t.Run("what makes no sense is refused, all of it at once", func(t *testing.T) {
			had := version()
			for _, wrong := range []string{"http://www.example.org", "https://*.example.org", "https://a.example/", "https://a@b.example", "javascript:alert(1)",
				"//a.example", "https://a.example?x", "https://", "", "https://a.example\nb", strings.Repeat("https://a.example", 50)} {
				a := admin.Ask(updateSettings, say(vars{"redirectOrigins": []string{wrong}, "activityRetentionDays": 0}))
				a.Said("updateSettings", "INVALID", "INVALID")
				equal(t, "the field", field(a, "updateSettings"), "activityRetentionDays")
			}
			many := make([]string, 21)
			for i := range many {
				many[i] = fmt.Sprintf("https://%d.example", i)
			}
			admin.Ask(updateSettings, say(vars{"redirectOrigins": many})).Said("updateSettings", "INVALID")
			admin.Ask(updateSettings, say(vars{"activityRetentionDays": 36501})).Said("updateSettings", "INVALID")
			for _, wrong := range []string{"", "sw", "de-AT", "DE", "klingon!", strings.Repeat("de", 5000)} {
				a := admin.Ask(updateSettings, say(vars{"defaultLocale": wrong}))
				a.Said("updateSettings", "UNKNOWN")
				equal(t, "the field", field(a, "updateSettings"), "defaultLocale")
			}
			equal(t, "the version", version(), had)
		})
		t.Run("of two who save at once one is told of the other", func(t *testing.T) {
			var wait sync.WaitGroup
			in, said := say(vars{"keepUnknownActivities": false}), make([]string, 2)
			for i := range said {
				wait.Go(func() {
					said[i] = outcome(admin.Ask(updateSettings, vars{"in": vars{"version": in["in"].(vars)["version"], "activityRetentionDays": 10 + i}}), "updateSettings")
				})
			}
			wait.Wait()
			if got := strings.Join(said, " "); got != "ok conflict" && got != "conflict ok" {
				t.Errorf("they were answered %s", got)
			}
		})
		t.Run("are read and changed by whoever keeps the settings of the whole", func(t *testing.T) {
			home := newCompany(hub, "Home")
			some := entitled(hub, "some@example.org", viewer.AssignedCompanies, within(home), viewer.SettingsWrite)
			none := entitled(hub, "none@example.org", viewer.Everything, nil, viewer.UsersRead)
			in := say(vars{"keepUnknownActivities": true})
			for who, want := range map[*hubtest.Client]string{some: deny, none: deny, hub.Stranger(): anon} {
				who.Ask(readSettings, nil).Refused(want)
				who.Ask(updateSettings, in).Refused(want)
			}
		})
	})
}

// A replica that knows nothing of the change does as the settings say now.
func TestSettingsOnEveryReplica(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		twin := hub.Twin()
		before, err := twin.Settings.Now(hubtest.System())
		if err != nil {
			t.Fatal(err)
		}
		hub.Admin().Must(updateSettings, vars{"in": vars{"version": before.Version, "activityRetentionDays": 30}})
		after, err := twin.Settings.Now(hubtest.System())
		if err != nil || after.ActivityRetentionDays == nil || *after.ActivityRetentionDays != 30 {
			t.Errorf("the other replica reads %v, %v", after, err)
		}
	})
}
