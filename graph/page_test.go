package graph_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	pageFields          = `id version pattern groups{name}`
	protectedPages      = `{protectedPages{` + pageFields + `}}`
	createProtectedPage = `mutation($in:ProtectedPageInput!){createProtectedPage(input:$in){protectedPage{` + pageFields + `} undo{token} userErrors{code field message params relatedId}}}`
	updateProtectedPage = `mutation($in:ProtectedPageInput!){updateProtectedPage(input:$in){protectedPage{` + pageFields + `} undo{token} userErrors{code field message params relatedId}}}`
	deleteProtectedPage = `mutation($in:IDInput!){deleteProtectedPage(input:$in){deletedId undo{token} userErrors{code}}}`
)

// newPage protects a pattern for some groups.
func newPage(hub *hubtest.Hub, pattern string, groups ...*ent.Group) string {
	hub.T.Helper()
	return hub.Admin().Must(createProtectedPage, protecting(pattern, groups...)).Text("createProtectedPage.protectedPage.id")
}

func protecting(pattern string, groups ...*ent.Group) vars {
	ids := []string{}
	for _, g := range groups {
		ids = append(ids, groupID(g))
	}
	return vars{"in": vars{"pattern": pattern, "groupIds": ids}}
}

// protectingAnew is what is sent to change a page of some version.
func protectingAnew(id string, version int, pattern string, groups ...*ent.Group) vars {
	in := protecting(pattern, groups...)
	in["in"].(vars)["id"], in["in"].(vars)["version"] = id, version
	return in
}

func init() {
	texts["createProtectedPage"], texts["updateProtectedPage"], texts["deleteProtectedPage"] = createProtectedPage, updateProtectedPage, deleteProtectedPage
	made := func(s *scene) string { return newPage(s.hub, "/"+s.fresh+"/*") }
	attempts = append(attempts,
		attempt{"createProtectedPage", "a new one", ofAdmin, func(s *scene) vars { return protecting("/" + s.fresh) }},
		attempt{"updateProtectedPage", "its pattern", ofAdmin, func(s *scene) vars { return protectingAnew(made(s), 1, "/"+s.fresh) }},
		attempt{"deleteProtectedPage", "one", ofAdmin, func(s *scene) vars { return vars{"in": vars{"id": made(s)}} }},
	)
	for _, what := range []string{"createProtectedPage, a new one", "updateProtectedPage, its pattern", "deleteProtectedPage, one"} {
		byOthers[what] = "DDoDDD"
	}
}

// shownPages are the pages as an administrator sees them: each pattern and its groups.
func shownPages(c *hubtest.Client) string {
	var b strings.Builder
	for _, one := range c.Must(protectedPages, nil).At("protectedPages").([]any) {
		p := one.(map[string]any)
		fmt.Fprintf(&b, "%s%v ", p["pattern"], p["groups"])
	}
	return strings.NewReplacer("] map[name:", " ", "map[name:", "", "]]", "]").Replace(strings.TrimSpace(b.String()))
}

func TestProtectedPage(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, board, staff := hub.Admin(), newGroup(hub, "Board"), newGroup(hub, "Staff")
		equal(t, "at first", shownPages(admin), "")
		a := admin.Must(createProtectedPage, protecting(" /Members/* ", staff, staff))
		id := a.Text("createProtectedPage.protectedPage.id")
		newPage(hub, "/members/board/", board)
		newPage(hub, "/")
		equal(t, "what is shown", shownPages(admin), "/[] /Members/*[Staff] /members/board[Board]")

		t.Run("no two have one pattern, in whatever spelling", func(t *testing.T) {
			rows := hub.Rows()
			for _, same := range []string{"/members/*", "/MEMBERS/*", "/%4dembers/*", "/ｍembers/*"} {
				taken := admin.Ask(createProtectedPage, protecting(same))
				taken.Said("createProtectedPage", "TAKEN")
				equal(t, "whose it is", taken.Text("createProtectedPage.userErrors.0.relatedId"), id)
			}
			admin.Ask(updateProtectedPage, protectingAnew(id, 1, "/Members/Board")).Said("updateProtectedPage", "TAKEN")
			same(hub, rows)
		})
		t.Run("what makes no sense is refused, all of it at once", func(t *testing.T) {
			rows := hub.Rows()
			for wrong, code := range map[string]string{"": "REQUIRED", " ": "REQUIRED", "members": "INVALID", "/members*": "INVALID", "/a/../b": "INVALID", "/a//b": "INVALID",
				"/a%2fb": "INVALID", "/a?b": "INVALID", "/a;b": "INVALID", "https://a.example/": "INVALID", "/\u200b": "INVALID", "/" + strings.Repeat("x", 500): "INVALID"} {
				in := protecting(wrong)
				in["in"].(vars)["groupIds"] = []string{gid.Encode(ent.TypeGroup, 999_999)}
				admin.Ask(createProtectedPage, in).Said("createProtectedPage", code, "UNKNOWN")
			}
			for _, wrong := range []string{"rubbish", companyID(newCompany(hub, "Home"))} {
				in := protecting("/new")
				in["in"].(vars)["groupIds"] = []string{wrong}
				a := admin.Ask(createProtectedPage, in)
				a.Said("createProtectedPage", "UNKNOWN")
				equal(t, "the field", field(a, "createProtectedPage"), "groupIds")
			}
			admin.Ask(createProtectedPage, protecting("/"+strings.Repeat("x", 900_000))).Said("createProtectedPage", "INVALID")
			admin.Ask(updateProtectedPage, protecting("/new")).Said("updateProtectedPage", "REQUIRED")
			for _, unknown := range []string{"rubbish", "", gid.Encode(ent.TypeProtectedPage, 999_999), groupID(board)} {
				admin.Ask(updateProtectedPage, protectingAnew(unknown, 1, "/new")).Refused("NOT_FOUND")
				admin.Ask(deleteProtectedPage, vars{"in": vars{"id": unknown}}).Refused("NOT_FOUND")
			}
			rows["companies"], rows["changes"] = hub.Rows()["companies"], hub.Rows()["changes"]
			same(hub, rows)
		})
		t.Run("a stale version is a conflict, and all is taken back", func(t *testing.T) {
			b := admin.Must(updateProtectedPage, protectingAnew(id, 1, "/staff/*", board, staff))
			equal(t, "the version", b.Int("updateProtectedPage.protectedPage.version"), 2)
			admin.Ask(updateProtectedPage, protectingAnew(id, 1, "/staff")).Said("updateProtectedPage", "CONFLICT")
			newPage(hub, "/members/*") // which is free by now
			undone := admin.Ask(undo, vars{"t": b.Text("updateProtectedPage.undo.token")})
			undone.Said("undo", "TAKEN")
			gone := admin.Must(deleteProtectedPage, vars{"in": vars{"id": id}})
			equal(t, "who is gone", gone.Text("deleteProtectedPage.deletedId"), id)
			admin.Ask(deleteProtectedPage, vars{"in": vars{"id": id}}).Refused("NOT_FOUND")
			equal(t, "the node", admin.Must(`query($id:ID!){node(id:$id){id}}`, vars{"id": id}).At("node"), nil)
			admin.Must(undo, vars{"t": gone.Text("deleteProtectedPage.undo.token")})
			equal(t, "what is shown", shownPages(admin), "/[] /members/*[] /members/board[Board] /staff/*[Board Staff]")
		})
		t.Run("a group that is deleted is none, and is one again", func(t *testing.T) {
			moved := newPage(hub, "/moved", board)
			gone := admin.Must(withUndo(deleteGroup), vars{"in": vars{"id": groupID(board)}})
			equal(t, "what is shown", shownPages(admin), "/[] /members/*[] /members/board[] /moved[] /staff/*[Staff]")
			version, _ := admin.Must(protectedPages, nil).At("protectedPages.4.version").(float64)
			admin.Must(updateProtectedPage, protectingAnew(id, int(version), "/staff/*", staff))
			admin.Must(updateProtectedPage, protectingAnew(moved, 1, "/other"))
			admin.Must(undo, vars{"t": gone.Text("deleteGroup.undo.token")})
			equal(t, "what is shown", shownPages(admin), "/[] /members/*[] /members/board[Board] /other[] /staff/*[Board Staff]")
		})
		t.Run("history names the groups", func(t *testing.T) {
			a := admin.Must(`query($id:ID!){changes(first:50,filter:{entityId:$id}){edges{node{fields{name old new}}}}}`, vars{"id": id})
			if text := string(a.Body); !strings.Contains(text, "Board, Staff") || strings.Contains(text, "pattern_key") {
				t.Error(text)
			}
		})
	})
}

// Two at once with one pattern make one page.
func TestProtectedPageAtOnce(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		var wait sync.WaitGroup
		for i := range 8 {
			wait.Go(func() { admin.Ask(createProtectedPage, protecting([]string{"/members/*", "/Members/*"}[i%2])) })
		}
		wait.Wait()
		equal(t, "how many there are", len(admin.Must(protectedPages, nil).At("protectedPages").([]any)), 1)
	})
}

// Whoever keeps the settings of a part keeps no pages; switched off, there are none and the reason is told.
func TestProtectedPagesAreForFew(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, board := hub.Admin(), newGroup(hub, "Board")
		id := newPage(hub, "/members/*", board)
		node := `query($id:ID!){node(id:$id){... on ProtectedPage{pattern}}}`
		equal(t, "the node", admin.Must(node, vars{"id": id}).Text("node.pattern"), "/members/*")
		part := entitled(hub, "part@example.org", viewer.AssignedCompanies, within(newCompany(hub, "Home")), viewer.SettingsWrite, viewer.GroupsWrite)
		for _, c := range []*hubtest.Client{part, entitled(hub, "other@example.org", viewer.Everything, nil, viewer.GroupsWrite)} {
			c.Ask(protectedPages, nil).Refused("FORBIDDEN")
			equal(t, "the node", c.Must(node, vars{"id": id}).At("node"), nil)
		}
		hub.Stranger().Ask(protectedPages, nil).Refused("UNAUTHENTICATED")
		admin.Must(setFeature, switching("PROTECTED_PAGES", false, "Not in your plan."))
		off := admin.Ask(protectedPages, nil)
		off.Refused("FEATURE_DISABLED")
		equal(t, "the reason", off.Errors[0].Message, "Not in your plan.")
		admin.Ask(createProtectedPage, protecting("/new")).Said("createProtectedPage", "FEATURE_DISABLED")
		admin.Ask(deleteProtectedPage, vars{"in": vars{"id": id}}).Said("deleteProtectedPage", "FEATURE_DISABLED")
		equal(t, "the node", admin.Must(node, vars{"id": id}).At("node"), nil)
	})
}
