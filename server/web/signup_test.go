package web_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/hubtest"
)

// Five an hour from one network, and of one address whoever asks, counted by all replicas together.
func TestSignUpLimits(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		replicas := []*hubtest.Hub{hub, hub.Twin()}
		said := make([]int, 12)
		var wait sync.WaitGroup
		for i := range said {
			wait.Go(func() {
				resp, _ := signUp(t, replicas[i%2], ana("email", fmt.Sprintf("u%d@example.org", i)))
				said[i] = resp.StatusCode
				if after, _ := strconv.Atoi(resp.Header.Get("Retry-After")); resp.StatusCode == http.StatusTooManyRequests && (after < 3500 || after > 3600) {
					t.Errorf("try again after %d s", after)
				}
			})
		}
		wait.Wait()
		slices.Sort(said)
		if got := fmt.Sprint(said); got != "[202 202 202 202 202 429 429 429 429 429 429 429]" {
			t.Errorf("twelve at once were answered %s", got)
		}
		resp, body := send(t, hub, http.MethodPost, "/forms/signup", "application/json", `{"email":"a@b.example","firstName":"A","lastName":"B"}`)
		status(t, "one more", resp, http.StatusTooManyRequests)
		if !strings.Contains(body, "RATE_LIMITED") {
			t.Errorf("it was told %s", body)
		}
		for _, one := range replicas {
			one.Clock.Advance(61 * time.Minute)
		}
		for i := range 6 { // of one address, in however many spellings
			resp, _ := signUp(t, replicas[i%2], ana("email", []string{"ana@example.org", "ANA@example.org", " ana@EXAMPLE.org"}[i%3]))
			status(t, fmt.Sprintf("number %d", i+1), resp, map[bool]int{true: http.StatusAccepted, false: http.StatusTooManyRequests}[i < 5])
		}
	})
}

// Fifty who submit one link at once have one effect; two links of one address do not make two users.
func TestConfirmAtOnce(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		signUp(t, hub, ana())
		signUp(t, hub, ana())
		letters := []string{hubtest.Token(t, hub.Mail.Next()), hubtest.Token(t, hub.Mail.Next())}
		said := map[string]int{}
		var wait sync.WaitGroup
		var mu sync.Mutex
		for i := range 50 {
			wait.Go(func() {
				a := hub.Stranger().Ask(confirmSignup, hubtest.Vars{"t": letters[i%2]})
				mu.Lock()
				defer mu.Unlock()
				said[fmt.Sprint(a.Code(), a.Codes("confirmSignup"))]++
			})
		}
		wait.Wait()
		if said["[]"] != 1 || said["[]"]+said["[LINK_USED]"]+said["[LINK_REPLACED]"] != 50 {
			t.Errorf("they were answered %v", said)
		}
		a := find(hub, "ana@")
		if a.Int("users.totalCount") != 1 || len(a.At("users.edges.0.node.consentHistory.edges").([]any)) != 1 {
			t.Errorf("there is %s", a.Body)
		}
	})
}

func TestSignUpExpires(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		signUp(t, hub, ana())
		token := hubtest.Token(t, hub.Mail.Next())
		hub.Clock.Advance(24*time.Hour - time.Minute)
		if state := hub.Stranger().Must(`query($t:String!){link(token:$t){state}}`, hubtest.Vars{"t": token}).Text("link.state"); state != "VALID" {
			t.Errorf("after 23:59 it is %s", state)
		}
		hub.Clock.Advance(time.Minute)
		a := hub.Stranger().Ask(confirmSignup, hubtest.Vars{"t": token})
		a.Said("confirmSignup", "LINK_EXPIRED")
		if words := a.Text("confirmSignup.userErrors.0.message"); !strings.Contains(words, "Fill in the form again") {
			t.Error(words)
		}
		for _, rubbish := range []string{"", "rubbish", token + "x", strings.Repeat("x", 5000)} {
			hub.Stranger().Ask(confirmSignup, hubtest.Vars{"t": rubbish}).Said("confirmSignup", "LINK_UNKNOWN")
		}
		// What nobody confirmed is forgotten by the next who signs up.
		signUp(t, hub, ana("email", "bo@example.org"))
		hub.Mail.Next()
		if n := hub.Rows()["signups"]; n != 1 {
			t.Errorf("%d sign-ups are kept", n)
		}
		a = hub.Stranger().Ask(confirmSignup, hubtest.Vars{"t": token})
		a.Said("confirmSignup", "LINK_EXPIRED")
	})
}

// What is wrong is said in words, and nothing is sent.
func TestSignUpRefuses(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		hub.Admin()
		listing(hub, "https://shop.example", "http://127.0.0.1:9999")
		rows := hub.Rows()
		for claim, form := range map[string]url.Values{
			"no email": ana("email", ""), "what is no email": ana("email", "ana at home"), "two lines": ana("email", "ana@example.org\r\nBcc: eve@example.org"),
			"no name": ana("firstName", " "), "no last name": ana("lastName", ""), "an endless name": ana("firstName", strings.Repeat("x", 201)),
			"another site": ana("redirect", "https://evil.example/"), "another scheme": ana("redirect", "http://shop.example/"), "another port": ana("redirect", "https://shop.example:444/"),
			"a host that begins alike": ana("redirect", "https://shop.example.evil.example/"), "a user": ana("redirect", "https://shop.example@evil.example/"),
			"a backslash": ana("redirect", `https://evil.example\@shop.example/`), "two slashes": ana("redirect", "//shop.example/"), "no host": ana("redirect", "/thanks"),
			"a script": ana("redirect", "javascript:alert(1)"), "a line break": ana("redirect", "https://shop.example/\r\nSet-Cookie: a=b"), "a dot": ana("redirect", "https://shop.example./"),
		} {
			resp, body := signUp(t, hub, form)
			status(t, claim, resp, http.StatusBadRequest)
			if resp.Header.Get("Location") != "" || !strings.HasSuffix(strings.TrimSpace(body), ".") || strings.Contains(body, "evil") {
				t.Errorf("%s: %q, %q", claim, resp.Header.Get("Location"), body)
			}
		}
		for claim, c := range map[string]struct {
			contentType, body string
			want              int
		}{
			"text": {"text/plain", "email=a@b.example", 415}, "a list": {"application/json", `["a"]`, 400}, "a number": {"application/json", `{"email":1}`, 400},
			"half of it": {"application/json", `{"email":`, 400}, "two of it": {"application/json", `{}{}`, 400}, "too much": {encoded, "email=" + strings.Repeat("a", 40_000), 413},
			"too much JSON": {"application/json", `{"email":"` + strings.Repeat("a", 40_000) + `"}`, 413}, "a broken form": {encoded, "email=%zz", 400},
			"a broken upload": {"multipart/form-data", "x", 400},
		} {
			resp, _ := send(t, hub, http.MethodPost, "/forms/signup", c.contentType, c.body)
			status(t, claim, resp, c.want)
		}
		resp, _ := send(t, hub, http.MethodGet, "/forms/signup?email=a@b.example&firstName=A&lastName=B", "", "")
		status(t, "an address", resp, http.StatusMethodNotAllowed)
		if got := hub.Rows(); fmt.Sprint(got) != fmt.Sprint(rows) {
			t.Errorf("something was saved: %v, before %v", got, rows)
		}
		resp, _ = signUp(t, hub, ana("redirect", "HTTP://127.0.0.1:9999"))
		if at := resp.Header.Get("Location"); at != "http://127.0.0.1:9999/" {
			t.Errorf("a listed site led to %q", at)
		}
		// A program fills in what nobody sees: it is answered like anybody, and nobody hears of it.
		before := hub.Rows()["signups"]
		resp, _ = signUp(t, hub, ana("email", "bot@example.org", "website", "https://spam.example"))
		status(t, "a program", resp, http.StatusAccepted)
		if n := hub.Rows()["signups"]; n != before {
			t.Error("a program signed up")
		}
		hub.Admin().Must(setFeature, hubtest.Vars{"in": hubtest.Vars{"name": "SIGNUP_FORM", "enabled": false, "reason": "Not in your plan."}})
		resp, body := signUp(t, hub, ana())
		status(t, "a form that is switched off", resp, http.StatusForbidden)
		if body != "Not in your plan.\n" {
			t.Errorf("the words: %q", body)
		}
		hub.Stranger().Ask(confirmSignup, hubtest.Vars{"t": "x"}).Said("confirmSignup", "FEATURE_DISABLED")
	})
}

// Scripts of any site may send it, without cookies; so may a form with parts.
func TestSignUpFromScripts(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		resp, _ := send(t, hub, http.MethodOptions, "/forms/signup", "", "", "Origin", "https://any.example",
			"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
		if resp.Header.Get("Access-Control-Allow-Origin") != "*" || resp.Header.Get("Access-Control-Allow-Credentials") != "" || resp.StatusCode/100 != 2 {
			t.Errorf("the preflight: %d %v", resp.StatusCode, resp.Header)
		}
		resp, body := send(t, hub, http.MethodPost, "/forms/signup", "application/json", `{"email":"ana@example.org","firstName":"Ana","lastName":"Adams","redirect":null,"extra":"x"}`,
			"Origin", "https://any.example", "Cookie", "portico=whatever")
		status(t, "JSON", resp, http.StatusAccepted)
		if resp.Header.Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(body, `"message":"Thank you.`) || len(resp.Cookies()) > 0 {
			t.Errorf("%v %s", resp.Header, body)
		}
		var parts bytes.Buffer
		w := multipart.NewWriter(&parts)
		for name, values := range ana("email", "bo@example.org") {
			_ = w.WriteField(name, values[0])
		}
		_ = w.Close()
		resp, _ = send(t, hub, http.MethodPost, "/forms/signup", w.FormDataContentType(), parts.String(), "Origin", "null", "Referer", "https://blog.example/a?b")
		status(t, "parts", resp, http.StatusAccepted)
		if n := hub.Rows()["signups"]; n != 2 {
			t.Errorf("%d signed up", n)
		}
	})
}
