package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
)

const (
	saveView   = `mutation($in:SaveViewInput!){saveView(input:$in){savedView{id name query shared isOwn} userErrors{code field message}}}`
	deleteView = `mutation($in:IDInput!){deleteView(input:$in){deletedId userErrors{code field message}}}`
	savedViews = `{savedViews{id name query shared isOwn}}`
)

// view is the input that keeps a view, with what else is said of it.
func view(name, query string, more vars) vars {
	in := vars{"name": name, "query": query}
	for key, value := range more {
		in[key] = value
	}
	return vars{"in": in}
}

// viewsOf are the names of the views that somebody sees, their own with a star.
func viewsOf(c *hubtest.Client) string {
	list, _ := c.Must(savedViews, nil).At("savedViews").([]any)
	names := make([]string, len(list))
	for i, each := range list {
		one := each.(map[string]any)
		if names[i] = one["name"].(string); one["isOwn"] == true {
			names[i] += "*"
		}
	}
	return strings.Join(names, ", ")
}

// A view is one's own until it is shared; then everybody who reads users sees it, and only its owner changes it.
func TestSavedViews(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ana, c := hub.Person("super_user", "ana@example.org", nil)
		_, member := hub.Person("member", "member@example.org", nil)
		admin := hub.Admin()
		made := c.Must(saveView, view("  Never   signed in ", "?signin=never&sort=-created", nil))
		id := made.Text("saveView.savedView.id")
		for path, want := range map[string]any{"name": "Never signed in", "query": "signin=never&sort=-created", "shared": false, "isOwn": true} {
			equal(t, "the view's "+path, made.At("saveView.savedView."+path), want)
		}
		c.Must(saveView, view("Åse's", "q=åse", nil))
		c.Must(saveView, view("active", "status=active", vars{"shared": true}))
		equal(t, "what the owner sees", viewsOf(c), "active*, Åse's*, Never signed in*")
		equal(t, "what others see", viewsOf(admin), "active")

		t.Run("another's that is not shared does not exist, by whatever road", func(t *testing.T) {
			rows := hub.Rows()
			admin.Ask(saveView, view("Mine now", "", vars{"id": id})).Refused("NOT_FOUND")
			admin.Ask(deleteView, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
			equal(t, "the node", admin.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node"), nil)
			seen := admin.Must(`query($id:ID!){changes(first:99){edges{node{entity fields{new}}}} node(id:$id){... on User{changes(first:99){edges{node{entity fields{new}}}}}}}`, vars{"id": userID(ana)})
			equal(t, "history tells it", strings.Contains(string(seen.Body), "signin=never"), false)
			equal(t, "history tells its owner", strings.Contains(string(c.Must(`{changes(first:99){edges{node{fields{new}}}}}`, nil).Body), "signin=never"), true)
			same(hub, rows)
		})
		t.Run("shared, it is read by all who read users and changed by its owner", func(t *testing.T) {
			shared := c.Must(saveView, view("Never signed in", "signin=never", vars{"id": id, "shared": true}))
			equal(t, "the view", shared.Text("saveView.savedView.id"), id)
			equal(t, "what others see", viewsOf(admin), "active, Never signed in")
			equal(t, "the node", admin.Must(`query($id:ID!){node(id:$id){... on SavedView{name isOwn}}}`, vars{"id": id}).Text("node.name"), "Never signed in")
			rows := hub.Rows()
			refused := admin.Ask(saveView, view("Mine now", "", vars{"id": id}))
			refused.Said("saveView", "FORBIDDEN")
			equal(t, "the sentence", refused.Text("saveView.userErrors.0.message"), "This view is somebody else's. Save it under a name of your own.")
			same(hub, rows)
			kept := c.Must(saveView, view("Nobody yet", "signin=never", vars{"id": id}))
			equal(t, "shared still", kept.At("saveView.savedView.shared"), any(true))
		})
		t.Run("nobody else reads views", func(t *testing.T) {
			member.Ask(savedViews, nil).Refused("FORBIDDEN")
			member.Ask(saveView, view("Mine", "", nil)).Refused("FORBIDDEN")
			equal(t, "the node", member.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node"), nil)
			hub.Stranger().Ask(savedViews, nil).Refused("UNAUTHENTICATED")
		})
		t.Run("deleted, it is gone for all", func(t *testing.T) {
			equal(t, "the id", c.Must(deleteView, vars{"in": vars{"id": id}}).Text("deleteView.deletedId"), id)
			equal(t, "what others see", viewsOf(admin), "active")
			c.Ask(deleteView, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
			c.Ask(saveView, view("Again", "", vars{"id": id})).Refused("NOT_FOUND")
		})
	})
}

// A view holds a query and never a result: what it shows is what its reader may see.
func TestSavedViewShowsWhatItsReaderSees(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		ours := newCompany(hub, "Ours")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		far := hub.User("far@example.org", nil)
		hub.Admin().Must(saveView, view("One person", "peek="+userID(far), vars{"shared": true}))
		a := boss.Must(savedViews, nil)
		equal(t, "the query", a.Text("savedViews.0.query"), "peek="+userID(far))
		equal(t, "what it names", boss.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": userID(far)}).At("node"), nil)
	})
}

// A shared view goes as far as those whom its owner could be speaking of, and no further; it goes with its owner, and
// whoever keeps the settings clears it away.
func TestSharedViewsReach(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, ours, theirs := hub.Admin(), newCompany(hub, "Ours"), newCompany(hub, "Theirs")
		_, boss := hub.Person("company_administrator", "boss@example.org", within(ours))
		_, mate := hub.Person("company_administrator", "mate@example.org", within(ours))
		rival, other := hub.Person("company_administrator", "rival@example.org", within(theirs))
		other.Must(saveView, view("Greta of Theirs", "q=greta", vars{"shared": true}))
		boss.Must(saveView, view("Ours alone", "q=ana", vars{"shared": true}))
		admin.Must(saveView, view("For all", "status=active", vars{"shared": true}))
		equal(t, "what a colleague sees", viewsOf(mate), "For all, Ours alone")
		equal(t, "what another company sees", viewsOf(other), "For all, Greta of Theirs*")
		equal(t, "what the administrator sees", viewsOf(admin), "For all*, Greta of Theirs, Ours alone")
		admin.Must(`mutation($i:UserIDInput!){deactivateUser(input:$i){userErrors{message}}}`, vars{"i": vars{"userId": userID(rival)}})
		equal(t, "what the administrator sees without its owner", viewsOf(admin), "For all*, Ours alone")
		id := admin.Must(savedViews, nil).Text("savedViews.1.id")
		admin.Must(deleteView, vars{"in": vars{"id": id}})
		equal(t, "what its owner has", viewsOf(boss), "For all")
	})
}

// What is wrong is said, and nothing changes.
func TestSavedViewRefused(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		_, c := hub.Person("super_user", "ana@example.org", nil)
		rows := hub.Rows()
		for claim, one := range map[string]struct {
			in          vars
			code, field string
		}{
			"without a name":        {view(" \t", "", nil), "REQUIRED", "name"},
			"a name too long":       {view(strings.Repeat("å", 101), "", nil), "INVALID", "name"},
			"a query too long":      {view("Long", strings.Repeat("q", 2001), nil), "INVALID", "query"},
			"a control character":   {view("Null", "q=\x07", nil), "INVALID", "query"},
			"what is no query":      {view("Broken", "q=%zz", nil), "INVALID", "query"},
			"more than one address": {view("Lines", "q=a\nb", nil), "INVALID", "query"},
		} {
			t.Run(claim, func(t *testing.T) {
				a := c.Ask(saveView, one.in)
				a.Said("saveView", one.code)
				equal(t, "the field", field(a, "saveView"), one.field)
			})
		}
		for _, id := range []string{"", "rubbish", "U2F2ZWRWaWV3Oi0x", userID(as(hub, c.Must(whoAmI, nil).Text("viewer.user.id")))} {
			c.Ask(saveView, view("Mine", "", vars{"id": id})).Refused("NOT_FOUND")
			c.Ask(deleteView, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
		}
		same(hub, rows)
		c.Must(saveView, view(strings.Repeat("å", 100), strings.Repeat("q", 2000), nil))
		for i := range 49 {
			c.Must(saveView, view(fmt.Sprint("View ", i), "", nil))
		}
		c.Ask(saveView, view("One more", "", nil)).Said("saveView", "INVALID")
		hub.Admin().Must(saveView, view("One of another", "", vars{"shared": true}))
		equal(t, "the number of views", len(c.Must(savedViews, nil).At("savedViews").([]any)), 51)
	})
}
