package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const messagesOf = `query($id:ID!){messages(first:9,filter:{userId:$id}){totalCount edges{node{id kind state to subject sentAt linkState linkUsedAt text html user{email}}}}}`

// kept makes a user with an account in a hub that keeps mail, and returns the token as the system reads it.
func kept(hub *hubtest.Hub, builtIn, address string, company *ent.Company) (*ent.User, string) {
	hub.T.Helper()
	role := hub.Role(builtIn)
	u := hub.User(address, func(in *account.CreateInput) {
		in.RoleID, in.CompanyID, in.Account = &role, &company.ID, &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
	})
	text := hub.Admin().Must(messagesOf, vars{"id": userID(u)}).Text("messages.edges.0.node.text")
	_, token, found := strings.Cut(text, "#token=")
	if !found {
		hub.T.Fatalf("the Global Administrator sees no link in %q", text)
	}
	return u, token[:43]
}

// Decision 12: where no provider is set, mail is kept and its link shown to whoever could grant its owner's role, and to
// nobody else: one administrator must not become another by it.
func TestKeptMail(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{KeepMail: true}, func(t *testing.T, hub *hubtest.Hub) {
		home, away := newCompany(hub, "Home"), newCompany(hub, "Away")
		owners := map[string]*ent.User{}
		tokens := map[string]string{}
		for _, builtIn := range []string{"global_administrator", "security_administrator", "portal_administrator", "super_user", "company_administrator", "member"} {
			owners[builtIn], tokens[builtIn] = kept(hub, builtIn, builtIn+"@example.org", home)
		}
		for actor, shows := range map[string]string{
			"global_administrator":   "global_administrator security_administrator portal_administrator super_user company_administrator member",
			"security_administrator": "portal_administrator super_user", "portal_administrator": "portal_administrator super_user company_administrator member",
			"company_administrator": "company_administrator member", "super_user": "",
		} {
			_, invitation := kept(hub, actor, "acting-"+actor+"@example.org", home)
			who := hub.Stranger()
			who.Must(setPassword, vars{"t": invitation, "p": hubtest.Password})
			for owner, u := range owners {
				a := who.Must(messagesOf, vars{"id": userID(u)})
				equal(t, "the state", a.Text("messages.edges.0.node.state"), "KEPT")
				equal(t, "when it was sent", a.At("messages.edges.0.node.sentAt"), nil)
				want := strings.Contains(" "+shows+" ", " "+owner+" ")
				for _, part := range []string{"text", "html"} {
					got := a.Text("messages.edges.0.node." + part)
					equal(t, actor+" sees the link of "+owner+" in the "+part, strings.Contains(got, tokens[owner]), want)
					equal(t, actor+" sees the masked link of "+owner, strings.Contains(got, "#token=…"), !want)
				}
			}
		}
		_, invitation := kept(hub, "company_administrator", "far@example.org", away)
		far := hub.Stranger()
		far.Must(setPassword, vars{"t": invitation, "p": hubtest.Password})
		equal(t, "the number of messages out of reach", far.Must(messagesOf, vars{"id": userID(owners["member"])}).At("messages.totalCount"), any(0.0))
		hub.Stranger().Must(setPassword, vars{"t": tokens["member"], "p": hubtest.Password})
	})
}

// Without a provider the answer to a reset shows no more of its link than the list does.
func TestKeptMailSentBack(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{KeepMail: true}, func(t *testing.T, hub *hubtest.Hub) {
		home := newCompany(hub, "Home")
		_, invitation := kept(hub, "company_administrator", "boss@example.org", home)
		boss := hub.Stranger()
		boss.Must(setPassword, vars{"t": invitation, "p": hubtest.Password})
		for builtIn, want := range map[string]bool{"member": true, "portal_administrator": false, "global_administrator": false} {
			u, _ := kept(hub, builtIn, builtIn+"@example.org", home)
			a := boss.Must(sendPasswordReset, vars{"in": vars{"userId": userID(u)}})
			equal(t, "the link to "+builtIn+" is masked", strings.Contains(a.Text("sendPasswordReset.message.text"), "#token=…"), !want)
		}
	})
}

// A message that went out shows no link to anybody, and what became of it is told.
func TestSentMail(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		id, token := invited(hub, "ana@example.org")
		a := hub.Admin().Must(messagesOf, vars{"id": id})
		equal(t, "the state", a.Text("messages.edges.0.node.state"), "SENT")
		equal(t, "the link's state", a.Text("messages.edges.0.node.linkState"), "VALID")
		equal(t, "the user", a.Text("messages.edges.0.node.user.email"), "ana@example.org")
		for _, part := range []string{"text", "html"} {
			got := a.Text("messages.edges.0.node." + part)
			equal(t, "the token in the "+part, strings.Contains(got, token), false)
			equal(t, "the mask in the "+part, strings.Contains(got, "#token=…"), true)
		}
		hub.Stranger().Must(setPassword, vars{"t": token, "p": hubtest.Password})
		b := hub.Admin().Must(messagesOf, vars{"id": id})
		equal(t, "the link's state", b.Text("messages.edges.0.node.linkState"), "USED")
		equal(t, "when it was used is known", b.At("messages.edges.0.node.linkUsedAt") != nil, true)
		own := hub.Stranger()
		own.SignIn("ana@example.org", hubtest.Password)
		own.Ask(messagesOf, vars{"id": id}).Refused("FORBIDDEN")
		if logged := hub.Log.String(); strings.Contains(logged, token) || strings.Contains(logged, hubtest.Password) {
			t.Error("the log holds a token or a password")
		}
	})
}

// The Email screen finds messages by the person, the address and the subject as they were, within what the viewer sees.
func TestSearchMessages(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours := newCompany(hub, "Ours")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		_, clerk := hub.Person("member", "clerk@example.org", within(ours))
		made := hub.Admin().Must(createUser, ana("ase@work.example", vars{"firstName": "Åse", "lastName": "Ødegård", "account": vars{}}))
		hub.User("bo@example.org", func(in *account.CreateInput) {
			in.FirstName, in.CompanyID, in.Account = "Bo%", &ours.ID, &account.NewAccount{Notify: entaccount.NotifyIMMEDIATELY}
		})
		id := made.Text("createUser.user.id")
		hub.Admin().Must(sendPasswordReset, about(id))
		hub.Admin().Must(updateUser, to(hub, as(hub, id), vars{"firstName": "Åsa", "lastName": "Lind"}))
		search := func(c *hubtest.Client, typed string, more vars) string {
			t.Helper()
			in := vars{"search": typed}
			for name, value := range more {
				in[name] = value
			}
			a := c.Must(`query($f:MessageFilter){messages(first:9,filter:$f){totalCount edges{node{to}}}}`, vars{"f": in})
			list, _ := a.At("messages.edges").([]any)
			names := make([]string, len(list))
			for i, each := range list {
				names[i], _, _ = strings.Cut(each.(map[string]any)["node"].(map[string]any)["to"].(string), "@")
			}
			equal(t, "the number found by "+typed, a.At("messages.totalCount"), any(float64(len(list))))
			return strings.Join(names, " ")
		}
		for typed, want := range map[string]string{
			"ÅSE": "ase ase", "odegard": "", "ødegård": "ase ase", "Lind": "", "work.ex": "ase ase", "invit": "", "  ": "ase bo ase clerk boss",
			"ase work": "ase ase", "øde": "ase ase", "ød": "ase ase", "%": "bo", "bo%": "bo", "x": "ase bo ase clerk boss", "ase adams": "", "_": "", "bo@ example.org": "bo",
		} {
			equal(t, "what is found by "+typed, search(hub.Admin(), typed, nil), want)
		}
		subject := hub.Admin().Must(messagesOf, vars{"id": id}).Text("messages.edges.0.node.subject")
		equal(t, "what is found by the subject", search(hub.Admin(), strings.ToUpper(subject), nil) != "", true)
		equal(t, "of one kind", search(hub.Admin(), "ase", vars{"kind": []string{"INVITATION"}}), "ase ase")
		equal(t, "of another kind", search(hub.Admin(), "ase", vars{"kind": []string{"NOTICE"}}), "")
		equal(t, "of one user", search(hub.Admin(), "example", vars{"userId": id}), "ase ase")
		equal(t, "what one of a company finds", search(boss, "example", nil), "bo clerk boss")
		equal(t, "what they find of another", search(boss, "ase", nil), "")
		hub.Admin().Ask(`query($s:String){messages(first:9,filter:{search:$s}){totalCount}}`, vars{"s": strings.Repeat("x", 201)}).Refused("BAD_USER_INPUT")
		clerk.Ask(`{messages(first:9,filter:{search:"ase"}){totalCount}}`, nil).Refused("FORBIDDEN")
		hub.Stranger().Ask(`{messages(first:9,filter:{search:"ase"}){totalCount}}`, nil).Refused("UNAUTHENTICATED")

		t.Run("pages of what was found go on where they end", func(t *testing.T) {
			hub.Settle()
			write(hub, func(ctx context.Context, tx *ent.Client) error {
				bounced, err := tx.Message.Query().Where(message.To("bo@example.org")).Only(ctx)
				if err != nil {
					return err
				}
				return tx.Message.UpdateOne(bounced).SetState(message.StateBOUNCED).Exec(ctx)
			})
			for name, filter := range map[string]vars{
				"found by a word": {"search": "example"}, "found by a letter": {"search": "x"}, "of two states": {"state": []string{"BOUNCED", "SENT", "SENT"}},
				"found in two states": {"search": "example", "state": []string{"BOUNCED", "SENT"}},
			} {
				const page = `query($f:MessageFilter,$c:Cursor){messages(first:2,after:$c,filter:$f){totalCount edges{node{id}} pageInfo{hasNextPage endCursor}}}`
				var after any
				var seen []string
				for range 4 {
					a := hub.Admin().Must(page, vars{"f": filter, "c": after})
					seen = append(seen, ids(a, "messages")...)
					equal(t, "the number "+name, a.At("messages.totalCount"), any(5.0))
					if after = a.At("messages.pageInfo.endCursor"); a.At("messages.pageInfo.hasNextPage") == false {
						break
					}
				}
				all := ids(hub.Admin().Must(`{messages(first:9){edges{node{id}}}}`, nil), "messages")
				equal(t, "the pages "+name, strings.Join(seen, " "), strings.Join(all, " "))
			}
		})
	})
}
