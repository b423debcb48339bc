package graph_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	enttemplate "github.com/portico-hub/portico/ent/gen/ent/template"
	entuser "github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/mail"
)

const (
	templateFields = `id version kind locale subject text html variables isEdited placeholders{name meaning isNeeded isSecret}`
	allTemplates   = `{templates{` + templateFields + `}}`
	oneTemplate    = `query($id:ID!){node(id:$id){... on Template{` + templateFields + `}}}`
	updateTemplate = `mutation($in:UpdateTemplateInput!){updateTemplate(input:$in){template{` + templateFields + `} undo{token}
		userErrors{code field message params} warnings{code field message}}}`
	messageDecided = `query($id:ID!){node(id:$id){... on Message{isTest resolvedAt}}}`
	sendTest       = `mutation($in:SendTestMessageInput!){sendTestMessage(input:$in){message{id kind isTest to state subject text html} userErrors{code field message}}}`
	previewWords   = `query($in:TemplatePreviewInput!){templatePreview(input:$in){subject text html userErrors{field message} warnings{code}}}`
)

// templateOf is the id of the template of a kind in a language.
func templateOf(admin *hubtest.Client, kind, locale string) string {
	a := admin.Must(`{templates{id kind locale}}`, nil)
	for _, one := range a.At("templates").([]any) {
		if t := one.(map[string]any); t["kind"] == kind && t["locale"] == locale {
			return t["id"].(string)
		}
	}
	return ""
}

func templateVersion(admin *hubtest.Client, id string) int {
	return admin.Must(oneTemplate, vars{"id": id}).Int("node.version")
}

func init() {
	texts["updateTemplate"], texts["sendTestMessage"] = updateTemplate, sendTest
	attempts = append(attempts,
		attempt{"updateTemplate", "its subject", ofAdmin, func(s *scene) vars {
			admin := s.hub.Admin()
			id := templateOf(admin, "NOTICE", "fr")
			return vars{"in": vars{"id": id, "version": templateVersion(admin, id), "subject": "Bonjour " + s.fresh}}
		}},
		attempt{"updateTemplate", "that does not exist", [8]string{anon, deny, deny, deny, deny, deny, deny, gone}, func(*scene) vars {
			return vars{"in": vars{"id": gid.Encode(ent.TypeTemplate, 999), "version": 1}}
		}},
		attempt{"sendTestMessage", "to anybody", ofAdmin, func(s *scene) vars {
			return vars{"in": vars{"templateId": gid.Encode(ent.TypeTemplate, 1), "to": "test@example.org"}}
		}},
	)
	byOthers["updateTemplate, its subject"], byOthers["updateTemplate, that does not exist"] = "DDoDDD", "DDNDDD"
	byOthers["sendTestMessage, to anybody"] = "DDoDDD"
}

// welcome are words of an invitation that nothing is wrong with.
func welcome(id string, version int, more vars) vars {
	in := vars{"id": id, "version": version, "subject": "Welcome to {{instanceName}}", "text": "Hi {{firstName}}\r\n{{link}} until {{expiresAt}}  \n\n",
		"html": `<p>Hi {{firstName}}: <a href="{{link}}">Come in</a> until {{expiresAt}}</p>`}
	for name, value := range more {
		in[name] = value
	}
	return vars{"in": in}
}

func TestTemplates(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		english, german := templateOf(admin, "INVITATION", "en"), templateOf(admin, "INVITATION", "de")
		t.Run("there is one for each kind and language, in the built-in words of that", func(t *testing.T) {
			a := admin.Must(allTemplates, nil)
			equal(t, "how many there are", len(a.At("templates").([]any)), 10*len(mail.Locales()))
			for _, each := range a.At("templates").([]any) {
				t1 := each.(map[string]any)
				built := mail.Default(strings.ToLower(t1["kind"].(string)), t1["locale"].(string))
				equal(t, fmt.Sprint("the words of ", t1["kind"], t1["locale"]), any(built.Subject+built.Text+built.HTML), any(fmt.Sprint(t1["subject"], t1["text"], t1["html"])))
			}
			one := admin.Must(oneTemplate, vars{"id": german})
			equal(t, "whether it was edited", one.At("node.isEdited"), any(false))
			equal(t, "what may stand in it", fmt.Sprint(one.At("node.variables")), "[link expiresAt hours firstName instanceName publicUrl host]")
			equal(t, "the first", fmt.Sprint(one.At("node.placeholders.0.isNeeded"), one.At("node.placeholders.0.isSecret")), "true true")
		})
		t.Run("an edited one is sent from then on, in its language alone", func(t *testing.T) {
			a := admin.Must(updateTemplate, welcome(english, 1, nil))
			equal(t, "the text", a.Text("updateTemplate.template.text"), "Hi {{firstName}}\n{{link}} until {{expiresAt}}")
			equal(t, "the version", a.Int("updateTemplate.template.version"), 2)
			equal(t, "the German text", admin.Must(oneTemplate, vars{"id": german}).Text("node.text"), mail.Default(mail.Invitation, "de").Text)
			admin.Must(createUser, ana("ana@example.org", vars{"account": vars{"notify": "IMMEDIATELY"}}))
			sent := mailsTo(hub, "ana@example.org")[0]
			equal(t, "the subject", sent.Subject, "Welcome to Portico")
			if !strings.HasPrefix(sent.Text, "Hi Ana\n"+hub.URL+"/set-password#token=") || !strings.Contains(sent.HTML, `<a href="`+hub.URL+"/set-password#token=") {
				t.Errorf("got %s\n%s", sent.Text, sent.HTML)
			}
			hub.Stranger().Must(setPassword, vars{"t": tokenTo(hub, "ana@example.org"), "p": hubtest.Password})
		})
		t.Run("people get it in their language", func(t *testing.T) {
			admin.Must(updateTemplate, welcome(german, 1, vars{"subject": "Willkommen bei {{instanceName}}", "text": "Hallo {{firstName}}\n{{link}} bis {{expiresAt}}"}))
			for locale, want := range map[string]string{"de": "Willkommen bei Portico", "de-CH": "Willkommen bei Portico", "fr": "Choisissez un mot de passe pour votre compte Portico",
				"sw": "Welcome to Portico", "nn": "Velg et passord til kontoen din i Portico"} {
				address := strings.ToLower(locale) + "@example.org"
				id := admin.Must(createUser, ana(address, nil)).Text("createUser.user.id")
				write(hub, func(ctx context.Context, tx *ent.Client) error {
					u, err := tx.User.Query().Where(entuser.Email(address)).Only(ctx)
					if err != nil {
						return err
					}
					return tx.User.UpdateOne(u).SetLocale(locale).Exec(ctx)
				})
				admin.Must(createAccount, vars{"in": vars{"userId": id, "account": vars{"email": address, "notify": "IMMEDIATELY"}, "overrideWarnings": insisting}})
				sent := mailsTo(hub, address)
				equal(t, "the subject in "+locale, sent[len(sent)-1].Subject, want)
			}
		})
		t.Run("every version stands in the journal, and is taken back from there", func(t *testing.T) {
			a := admin.Must(updateTemplate, welcome(english, 2, vars{"subject": "Come in"}))
			undone := admin.Must(undo, vars{"t": a.Text("updateTemplate.undo.token")})
			equal(t, "taken back", undone.At("undo.undone"), any(true))
			equal(t, "the subject", admin.Must(oneTemplate, vars{"id": english}).Text("node.subject"), "Welcome to {{instanceName}}")
			history := admin.Must(`query($id:ID!){changes(first:9,filter:{entityId:$id}){edges{node{id entity operation undoable fields{name old new}}}}}`, vars{"id": english})
			equal(t, "how many changes there were", len(history.At("changes.edges").([]any)), 3)
			equal(t, "the last", fmt.Sprint(history.At("changes.edges.0.node.fields")), "[map[name:subject new:Welcome to {{instanceName}} old:Come in]]")
			first := history.Text("changes.edges.2.node.id")
			admin.Must(`mutation($in:UndoChangeInput!){undoChange(input:$in){undone userErrors{code}}}`, vars{"in": vars{"changeId": first}})
			one := admin.Must(oneTemplate, vars{"id": english})
			equal(t, "the subject", one.Text("node.subject"), mail.Default(mail.Invitation, "en").Subject)
			equal(t, "whether it was edited", one.At("node.isEdited"), any(false))
		})
		t.Run("a version that could not be sent any more does not come back", func(t *testing.T) {
			write(hub, func(ctx context.Context, tx *ent.Client) error { // as an older version of Portico let pass
				t, err := tx.Template.Query().Where(enttemplate.KindEQ(enttemplate.KindNOTICE), enttemplate.Locale("en")).Only(ctx)
				if err != nil {
					return err
				}
				return tx.Template.UpdateOne(t).SetHTML("<p>\n<script>x</script>").Exec(ctx)
			})
			id := templateOf(admin, "NOTICE", "en")
			had := templateVersion(admin, id)
			good := "<p>{{firstName}} <a href=\"{{link}}\">Come in</a> until {{expiresAt}}</p>"
			a := admin.Must(updateTemplate, vars{"in": vars{"id": id, "version": had, "html": good}})
			said := "What it said before could not be sent any more. Its HTML: Line 2: <script>: Scripts run in no email."
			refused := admin.Ask(undo, vars{"t": a.Text("updateTemplate.undo.token")})
			equal(t, "why", refused.Text("undo.userErrors.0.message"), said)
			history := admin.Must(`query($id:ID!){changes(first:9,filter:{entityId:$id}){edges{node{id}}}}`, vars{"id": id})
			for _, fields := range [][]string{nil, {"html"}} {
				refused = admin.Ask(undoChange, vars{"in": vars{"changeId": history.Text("changes.edges.0.node.id"), "fields": fields}})
				refused.Said("undoChange", "INVALID")
				equal(t, "why", refused.Text("undoChange.userErrors.0.message"), said)
			}
			one := admin.Must(oneTemplate, vars{"id": id})
			equal(t, "what it says", one.Text("node.html"), good)
			equal(t, "the version", one.Int("node.version"), had+1)
		})
		t.Run("null, and the same words, go back to what is built in", func(t *testing.T) {
			admin.Must(updateTemplate, welcome(english, templateVersion(admin, english), nil))
			a := admin.Must(updateTemplate, vars{"in": vars{"id": english, "version": templateVersion(admin, english), "subject": nil,
				"text": mail.Default(mail.Invitation, "en").Text, "html": nil}})
			equal(t, "whether it was edited", a.At("updateTemplate.template.isEdited"), any(false))
			row, err := hub.Store.Ent(hubtest.System()).Template.Get(hubtest.System(), 1)
			if err != nil || row.Text != nil || row.Subject != nil || row.HTML != nil {
				t.Errorf("%v: the row keeps what is built in", err)
			}
		})
	})
}

// A broken template is not saved, and says where and why; what looks wrong is asked about first.
func TestTemplatesAreChecked(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		id := templateOf(admin, "INVITATION", "en")
		refused := func(more vars, codes ...string) *hubtest.Answer {
			t.Helper()
			a := admin.Ask(updateTemplate, welcome(id, 1, more))
			a.Said("updateTemplate", codes...)
			equal(t, "the version", templateVersion(admin, id), 1)
			return a
		}
		a := refused(vars{"subject": "", "text": "No link\n{{oops}}", "html": "<p>\n\n<script>x</script>"}, "INVALID", "INVALID", "INVALID", "INVALID")
		equal(t, "the first field", field(a, "updateTemplate"), "subject")
		equal(t, "what is said of the text", a.Text("updateTemplate.userErrors.1.message"),
			"Line 2: Here is no variable {{oops}}. There are: link, expiresAt, hours, firstName, instanceName, publicUrl, host.")
		equal(t, "the line", a.Int("updateTemplate.userErrors.1.params.line"), 2)
		equal(t, "what is said of the HTML", a.Text("updateTemplate.userErrors.2.message"), "Line 3: <script>: Scripts run in no email.")
		refused(vars{"text": strings.Repeat("x", 900_000)}, "INVALID")
		refused(vars{"subject": "a\r\nBcc: eve@example.org"}, "INVALID")
		refused(vars{"subject": "{{link}}"}, "INVALID")

		doubtful := vars{"html": `<a href="{{link}}">x</a> <a href="https://shop.example/">{{expiresAt}}</a>`}
		a = refused(doubtful, "WARNINGS")
		equal(t, "the warning", fmt.Sprintf("%v %v", a.At("updateTemplate.warnings.0.code"), a.At("updateTemplate.warnings.0.field")), "LINK_ELSEWHERE [html]")
		doubtful["overrideWarnings"] = []string{"SUBJECT_LONG"}
		refused(doubtful, "WARNINGS")
		doubtful["overrideWarnings"] = []string{"LINK_ELSEWHERE"}
		equal(t, "the version", admin.Must(updateTemplate, welcome(id, 1, doubtful)).Int("updateTemplate.template.version"), 2)

		a = admin.Ask(updateTemplate, welcome(id, 1, nil))
		a.Said("updateTemplate", "CONFLICT")
		for _, rubbish := range []string{"", "rubbish", gid.Encode(ent.TypeUser, 1)} {
			admin.Ask(updateTemplate, welcome(rubbish, 1, nil)).Refused("NOT_FOUND")
		}
		t.Run("of two who save at once one is told of the other", func(t *testing.T) {
			var wait sync.WaitGroup
			said := make([]string, 2)
			for i := range said {
				wait.Go(func() {
					said[i] = outcome(admin.Ask(updateTemplate, welcome(id, 2, vars{"subject": fmt.Sprint("Number ", i)})), "updateTemplate")
				})
			}
			wait.Wait()
			if got := strings.Join(said, " "); got != "ok conflict" && got != "conflict ok" {
				t.Errorf("they were answered %s", got)
			}
		})
	})
}

func TestTemplatePreview(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		id := templateOf(admin, "REMINDER", "en")
		words := func(text string) vars {
			return vars{"in": vars{"id": id, "subject": "{{title}}", "text": text, "html": "<p>{{title}}{{if repeats}}, again{{end}}</p>"}}
		}
		rows := hub.Rows()
		a := admin.Must(previewWords, words("{{title}} for {{firstName}}"))
		equal(t, "what it looks like", a.Text("templatePreview.subject")+a.Text("templatePreview.text")+a.Text("templatePreview.html"),
			"Renew the contractRenew the contract for Ada<p>Renew the contract, again</p>")
		a = admin.Ask(previewWords, words("nothing"))
		equal(t, "what it looks like", a.At("templatePreview.html"), nil)
		equal(t, "why", a.Text("templatePreview.userErrors.0.message"), "It needs {{title}}, outside of conditions: without it this email is of no use.")
		for table, n := range hub.Rows() {
			equal(t, "the number of "+table, n, rows[table])
		}
		some := entitled(hub, "some@example.org", viewer.AssignedCompanies, within(newCompany(hub, "Home")), viewer.SettingsWrite)
		none := entitled(hub, "none@example.org", viewer.Everything, nil, viewer.UsersRead, viewer.MessagesRead, viewer.ChangesRead)
		for who, want := range map[*hubtest.Client]string{some: deny, none: deny, hub.Stranger(): anon} {
			who.Ask(previewWords, words("{{title}}")).Refused(want)
			who.Ask(allTemplates, nil).Refused(want)
			who.Ask(sendTest, vars{"in": vars{"templateId": id, "to": "x@example.org"}}).Refused(want)
			if who == none {
				equal(t, "the node", who.Must(oneTemplate, vars{"id": id}).At("node"), nil)
				admin.Must(updateTemplate, vars{"in": vars{"id": id, "version": 1, "subject": "Remember {{title}}"}})
				changes := who.Must(`query($id:ID!){changes(first:9,filter:{entityId:$id}){totalCount}}`, vars{"id": id})
				equal(t, "its changes", changes.Int("changes.totalCount"), 0)
			}
		}
		admin.Ask(previewWords, vars{"in": vars{"id": "rubbish", "subject": "", "text": "", "html": ""}}).Refused("NOT_FOUND")
	})
}

// What is in the queue keeps the words that it was rendered with, whatever becomes of the template.
func TestTemplatesLeaveTheQueueAlone(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		admin.Must(createUser, ana("ana@example.org", vars{"account": vars{"notify": "IMMEDIATELY"}}))
		body := func() (all string) {
			for _, m := range hub.Store.Ent(hubtest.System()).Message.Query().AllX(hubtest.System()) {
				all += string(m.Body) + m.Subject
			}
			return all
		}
		had := body()
		admin.Must(updateTemplate, welcome(templateOf(admin, "INVITATION", "en"), 1, nil))
		equal(t, "that what waits is the same", body() == had, true)
	})
}
