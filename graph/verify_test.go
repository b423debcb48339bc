package graph_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/server/hubtest"
)

// verify asks as nginx does, and says what is answered.
func verify(c *hubtest.Client, address string, header ...string) *http.Response {
	c.HTTP().CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	resp := c.Get("/auth/verify", append([]string{"X-Original-URI", address}, header...)...)
	resp.Body.Close()
	return resp
}

// admitted fails the test unless somebody is answered with a status.
func admitted(t *testing.T, who string, c *hubtest.Client, address string, want int, header ...string) {
	t.Helper()
	equal(t, who+" at "+address, verify(c, address, header...).StatusCode, want)
}

func TestVerify(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, board, staff := hub.Admin(), newGroup(hub, "Board"), newGroup(hub, "Ärzte, Staff")
		ana, c := hub.Person("member", "ana@example.org", inGroups(board, staff))
		_, outsider := hub.Person("member", "otto@example.org", nil)
		newPage(hub, "/members/*", staff, board)
		newPage(hub, "/Members/Board/*", board)
		newPage(hub, "/members/board/open", defaultGroup(hub))

		t.Run("names whoever may", func(t *testing.T) {
			for _, header := range []string{"X-Original-URI", "X-Forwarded-Uri"} {
				resp := verify(c, "", header, "/members/board/x?y=z")
				equal(t, "the status", resp.StatusCode, http.StatusNoContent)
				equal(t, "the user", resp.Header.Get("X-Portico-User"), userID(ana))
				equal(t, "the email", resp.Header.Get("X-Portico-Email"), "ana@example.org")
				equal(t, "the groups", resp.Header.Get("X-Portico-Groups"), "Board,%C3%84rzte%2C Staff")
				equal(t, "what is kept", resp.Header.Get("Cache-Control"), "no-store")
				equal(t, "the cookies", len(resp.Cookies()), 0)
			}
			request, _ := http.NewRequest(http.MethodHead, hub.URL+"/auth/verify", nil)
			request.Header.Set("X-Original-URI", "/members/")
			resp, err := c.HTTP().Do(request)
			if err != nil || resp.StatusCode != http.StatusNoContent {
				t.Error(err, resp)
			}
		})
		t.Run("the longest matching pattern decides, and no match is nobody's", func(t *testing.T) {
			for address, want := range map[string][2]int{
				"/members": {204, 403}, "/members/": {204, 403}, "/MEMBERS/x": {204, 403}, "/members/board/open": {403, 204}, "/members/board/open/": {403, 204},
				"/members/board/open/x": {204, 403}, "/members-only": {403, 403}, "/": {403, 403}, "/other": {403, 403}, "": {403, 403},
			} {
				admitted(t, "Ana", c, address, want[0])
				admitted(t, "Otto", outsider, address, want[1])
				admitted(t, "a stranger", hub.Stranger(), address, 401)
			}
			newPage(hub, "/*", defaultGroup(hub))
			for address, want := range map[string]int{"/other": 204, "/": 204, "/members/x": 403, "/MEMBERS/x": 403, "/members": 403} {
				admitted(t, "Otto", outsider, address, want)
			}
		})
		t.Run("no spelling of a path opens it, to nobody", func(t *testing.T) {
			for _, address := range []string{"//members/x", "/open/../members/x", "/open/%2e%2e/members/x", "/open%2f..%2fmembers/x", "/members/../open", "/members;a/x",
				"/members./x", "/members%20/x", "/%2e/members/x", "/members%252fx", "/x\\..\\members/x", "/./x", "http://a.example/other", "other"} {
				admitted(t, "Otto", outsider, address, 403)
				admitted(t, "Ana", c, address, 403)
			}
		})
		t.Run("of two headers none is believed unless both say the same", func(t *testing.T) {
			admitted(t, "Otto", outsider, "/other", 204, "X-Forwarded-Uri", "/other")
			admitted(t, "Otto", outsider, "/other", 403, "X-Forwarded-Uri", "/members/x")
			admitted(t, "Otto", outsider, "/members/x", 403, "X-Forwarded-Uri", "/other")
		})
		t.Run("only the session cookie counts", func(t *testing.T) {
			token := admin.Must(createAPIClient, partner(nil)).Text("createAPIClient.token")
			admitted(t, "a token", hub.Stranger(), "/other", 401, "Authorization", "Bearer "+token)
			admitted(t, "Otto, who tells the site something", outsider, "/other", 204, "Authorization", "Basic b3R0bzp4")
			admitted(t, "a made-up session", hub.Stranger(), "/other", 401, "Cookie", "portico="+strings.Repeat("x", 43))
			admitted(t, "a huge session", hub.Stranger(), "/other", 401, "Cookie", "portico="+strings.Repeat("x", 5000))
		})
		t.Run("takes as many statements whatever there is", func(t *testing.T) {
			var count atomic.Int32
			hub.Store.Observe(func(string, []any) { count.Add(1) })
			for address, want := range map[string]int32{"/members/board/x": 3, "/a/b/c/d/e/f/g": 3, "//": 1} {
				count.Store(0)
				verify(c, address)
				equal(t, "the number of statements for "+address, count.Load(), want)
			}
			count.Store(0)
			verify(hub.Stranger(), "/members/x")
			equal(t, "the number of statements for a stranger", count.Load(), 0)
			hub.Store.Observe(func(string, []any) {})
		})
		t.Run("switched off there is no access", func(t *testing.T) {
			admin.Must(setFeature, switching("PROTECTED_PAGES", false, ""))
			admitted(t, "Ana", c, "/members/x", 403)
			admitted(t, "a stranger", hub.Stranger(), "/members/x", 401)
			admin.Must(setFeature, switching("PROTECTED_PAGES", true, ""))
			admitted(t, "Ana", c, "/members/x", 204)
		})
	})
}

// What is taken away is gone with the next request, on every replica; and given, too.
func TestVerifyObeysRevocation(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, board, twin := hub.Admin(), newGroup(hub, "Board"), hub.Twin()
		page := newPage(hub, "/members/*", board)
		for name, change := range map[string]func(u *ent.User, c *hubtest.Client){
			"taken out of the group": func(u *ent.User, _ *hubtest.Client) { admin.Must(removeMembers, members(board, u)) },
			"deactivated":            func(u *ent.User, _ *hubtest.Client) { admin.Must(deactivateUser, about(userID(u))) },
			"deleted":                func(u *ent.User, _ *hubtest.Client) { admin.Must(deleteUser, about(userID(u))) },
			"signed out everywhere": func(u *ent.User, _ *hubtest.Client) {
				admin.Must(`mutation($in:EndSessionsInput!){endSessions(input:$in){userErrors{code}}}`, about(userID(u)))
			},
			"signed out": func(_ *ent.User, c *hubtest.Client) { c.Must(`mutation{signOut{userErrors{code}}}`, nil) },
			"given a temporary password": func(u *ent.User, _ *hubtest.Client) {
				admin.Must(texts["setTemporaryPassword"], vars{"in": vars{"userId": userID(u), "password": "handed-over-42"}})
			},
			"without a role": func(u *ent.User, _ *hubtest.Client) {
				write(hub, func(ctx context.Context, tx *ent.Client) error {
					return tx.User.UpdateOneID(u.ID).ClearRoleID().Exec(ctx)
				})
			},
		} {
			address := strings.ReplaceAll(name, " ", "-") + "@example.org"
			u, c := hub.Person("member", address, inGroups(board))
			admitted(t, "who will be "+name, c, "/members/x", 204)
			there := twin.Stranger()
			at, _ := url.Parse(twin.URL)
			home, _ := url.Parse(hub.URL)
			there.HTTP().Jar.SetCookies(at, c.HTTP().Jar.Cookies(home))
			admitted(t, "who will be "+name, there, "/members/x", 204)
			change(u, c)
			want := map[bool]int{true: 403, false: 401}[name == "taken out of the group"]
			admitted(t, "who was "+name, there, "/members/x", want)
			admitted(t, "who was "+name, c, "/members/x", want)
		}
		u, c := hub.Person("member", "late@example.org", nil)
		admitted(t, "who is in no group", c, "/members/x", 403)
		admin.Must(addMembers, members(board, u))
		admitted(t, "who is in the group", c, "/members/x", 204)
		admin.Must(updateProtectedPage, protectingAnew(page, 1, "/members/*"))
		admitted(t, "whose group is not named any more", c, "/members/x", 403)
		undone := admin.Must(updateProtectedPage, protectingAnew(page, 2, "/members/*", board))
		admitted(t, "whose group is named again", c, "/members/x", 204)
		gone := admin.Must(withUndo(deleteGroup), vars{"in": vars{"id": groupID(board)}})
		admitted(t, "whose group is deleted", c, "/members/x", 403)
		admin.Must(undo, vars{"t": gone.Text("deleteGroup.undo.token")})
		admitted(t, "whose group came back", c, "/members/x", 204)
		admin.Must(undo, vars{"t": undone.Text("updateProtectedPage.undo.token")})
		admitted(t, "whose group's naming was taken back", c, "/members/x", 403)
		in, err := hub.Store.Ent(hubtest.System()).Membership.Query().Where(membership.UserID(u.ID)).Count(hubtest.System())
		equal(t, "the number of groups", in, 1)
		equal(t, "the error", err, nil)
	})
}

// A sign-in that has something left to do opens nothing.
func TestVerifyHalfway(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		board := newGroup(hub, "Board")
		newPage(hub, "/members/*", board)
		u, _ := hub.Person("member", "app@example.org", inGroups(board))
		provide(hub, u, "TOTP")
		c, step := half(hub, "app@example.org")
		equal(t, "the step", step, "ENROL_FACTOR")
		admitted(t, "who has to enrol", c, "/members/x", 401)
		u, _ = hub.Person("member", "code@example.org", inGroups(board))
		provide(hub, u, "EMAIL")
		c, step = half(hub, "code@example.org")
		equal(t, "the step", step, "VERIFY_FACTOR")
		hub.Mail.Next() // the code
		admitted(t, "who has to type a code", c, "/members/x", 401)
		u, _ = hub.Person("member", "temporary@example.org", inGroups(board))
		hub.Admin().Must(texts["setTemporaryPassword"], vars{"in": vars{"userId": userID(u), "password": "handed-over-42"}})
		c = hub.Stranger()
		equal(t, "the step", c.Ask(stepIn, vars{"l": "temporary@example.org", "p": "handed-over-42"}).Text("signIn.nextStep"), "CHANGE_PASSWORD")
		admitted(t, "who has to change the password", c, "/members/x", 401)
		_, key := newRole(hub, "Careful", vars{"permissions": []string{}, "requiresFactor": true})
		u, _ = hub.Person("member", "required@example.org", inGroups(board))
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.User.UpdateOneID(u.ID).SetRoleID(key).Exec(ctx)
		})
		c, _ = half(hub, "required@example.org")
		admitted(t, "whose role needs a factor", c, "/members/x", 401)
	})
}

// A person who looks for a page is led to sign in, and back to where they came from on this site or a listed one; whoever may
// not see it is shown a page. Nobody is ever led elsewhere.
func TestVerifyLeadsBack(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		newPage(hub, "/members/*", newGroup(hub, "Board"))
		hub.Admin().Must(updateSettings, vars{"in": vars{"version": 1, "redirectOrigins": []string{"https://www.example.org"}}})
		ask := func(c *hubtest.Client, header ...string) *http.Response {
			c.HTTP().CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
			resp := c.Get("/auth/verify?answer=page", append([]string{"Accept", "text/html,*/*;q=0.8"}, header...)...)
			resp.Body.Close()
			return resp
		}
		elsewhere := hub.URL + "/login"
		for _, c := range []struct{ uri, proto, host, want string }{
			{"/members/x?a=1&b=/2#", "", "", hub.URL + "/login?next=" + url.QueryEscape("/members/x?a=1&b=/2")},
			{"/members/ä", "", "", hub.URL + "/login?next=" + url.QueryEscape("/members/%C3%A4")},
			{"/members/x", "https", "www.example.org", hub.URL + "/login?next=" + url.QueryEscape("https://www.example.org/members/x")},
			{"/members/x", "https", "WWW.example.org:443", hub.URL + "/login?next=" + url.QueryEscape("https://www.example.org/members/x")},
			{"/members/x", "http", "www.example.org", elsewhere}, {"/members/x", "https", "evil.example", elsewhere},
			{"/members/x", "https", "www.example.org@evil.example", elsewhere}, {"@evil.example/", "", "", elsewhere}, {".evil.example/", "", "", elsewhere},
			{":80@evil.example/", "", "", elsewhere}, {"/members/x", "javascript", "alert(1)", elsewhere}, {"\\\\evil.example", "", "", elsewhere},
		} {
			resp := ask(hub.Stranger(), "X-Forwarded-Uri", c.uri, "X-Forwarded-Proto", c.proto, "X-Forwarded-Host", c.host, "X-Forwarded-Method", "GET")
			equal(t, "the status of "+c.uri, resp.StatusCode, http.StatusSeeOther)
			equal(t, "where "+c.uri+" of "+c.proto+" "+c.host+" leads", resp.Header.Get("Location"), c.want)
		}
		equal(t, "what was sent, not asked for", ask(hub.Stranger(), "X-Forwarded-Uri", "/members/x", "X-Forwarded-Method", "POST").StatusCode, 401)
		equal(t, "what a script asks for", ask(hub.Stranger(), "X-Forwarded-Uri", "/members/x", "Accept", "application/json").StatusCode, 401)
		_, outsider := hub.Person("member", "otto@example.org", nil)
		resp := ask(outsider, "X-Forwarded-Uri", "/members/x")
		equal(t, "the status", resp.StatusCode, http.StatusForbidden)

		for to, want := range map[string]string{
			"https://www.example.org/members/x?a=b": "https://www.example.org/members/x?a=b", hub.URL + "/members/x": hub.URL + "/members/x", "https://www.example.org": "https://www.example.org/",
			"": "", "/members/x": "", "//evil.example": "", "\\\\evil.example": "", "https:evil.example": "", "https:/evil.example": "", "https:///evil.example": "", "http://www.example.org/": "",
			"https://www.example.org:444/": "", "https://www.example.org@evil.example/": "", "https://evil.example@www.example.org/": "", "https://www.example.org.evil.example/": "",
			"https://evil.example\\@www.example.org/": "", "https://www.example.org\\.evil.example/": "", "https://www.example.org/\r\nSet-Cookie: a=b": "", "https://www.example.org/\n": "",
			" https://www.example.org/": "", "javascript:alert(1)": "", "data:text/html,x": "", "https://[::1]/": "", "https://evil.example%00.www.example.org/": "", "https://www.example.org%2f@evil.example/": "",
			"https://xn--ls8h.example/": "", "https://ｗｗｗ.example.org/": "", "https://www.example.org/" + strings.Repeat("x", 3000): "",
		} {
			c := hub.Stranger()
			c.HTTP().CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
			resp := c.Get("/auth/return?to=" + url.QueryEscape(to))
			resp.Body.Close()
			if want == "" {
				want = hub.URL + "/"
			}
			equal(t, "the status of "+to, resp.StatusCode, http.StatusSeeOther)
			equal(t, "where "+to+" leads", resp.Header.Get("Location"), want)
		}
	})
}
