package hubtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"
)

// Vars are the variables of a query.
type Vars map[string]any

// Client is somebody with a browser of their own.
type Client struct {
	t    testing.TB
	hub  *Hub
	http *http.Client
	// Header is sent with every request.
	Header http.Header
}

// Stranger is somebody who has not signed in.
func (h *Hub) Stranger() *Client {
	jar, err := cookiejar.New(nil)
	must(h.T, err)
	return &Client{t: h.T, hub: h, http: &http.Client{Jar: jar}, Header: http.Header{}}
}

// Answer is what GraphQL said.
type Answer struct {
	t      testing.TB
	Status int
	Header http.Header
	Body   []byte
	Data   map[string]any
	Errors []Error
}

// Error is one top-level error.
type Error struct {
	Message    string
	Path       []any
	Extensions map[string]any
}

// Ask sends a query or a mutation.
func (c *Client) Ask(query string, vars Vars) *Answer {
	c.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": vars})
	must(c.t, err)
	return c.send("application/json", bytes.NewReader(body))
}

// Send is Ask with a file, as the variable "file".
func (c *Client) Send(query string, vars Vars, name string, file io.Reader) *Answer {
	c.t.Helper()
	all := Vars{"file": nil}
	maps.Copy(all, vars)
	operations, err := json.Marshal(map[string]any{"query": query, "variables": all})
	must(c.t, err)
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	must(c.t, parts.WriteField("operations", string(operations)))
	must(c.t, parts.WriteField("map", `{"0":["variables.file"]}`))
	into, err := parts.CreateFormFile("0", name)
	must(c.t, err)
	_, err = io.Copy(into, file)
	must(c.t, err)
	must(c.t, parts.Close())
	return c.send(parts.FormDataContentType(), &body)
}

func (c *Client) send(contentType string, body io.Reader) *Answer {
	c.t.Helper()
	request, err := http.NewRequest(http.MethodPost, c.hub.URL+"/graphql", body)
	must(c.t, err)
	request.Header = c.Header.Clone()
	request.Header.Set("Content-Type", contentType)
	if contentType != "application/json" {
		request.Header.Set("GraphQL-Require-Preflight", "1")
	}
	response, err := c.http.Do(request)
	must(c.t, err)
	defer response.Body.Close()
	a := &Answer{t: c.t, Status: response.StatusCode, Header: response.Header}
	a.Body, err = io.ReadAll(response.Body)
	must(c.t, err)
	if err := json.Unmarshal(a.Body, a); err != nil {
		c.t.Fatalf("the answer is no JSON: %s", a.Body)
	}
	return a
}

// Get asks for a page or a download of the hub. The caller closes the body.
func (c *Client) Get(path string, header ...string) *http.Response {
	c.t.Helper()
	request, err := http.NewRequest(http.MethodGet, c.hub.URL+path, nil)
	must(c.t, err)
	request.Header = c.Header.Clone()
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response, err := c.http.Do(request)
	must(c.t, err)
	return response
}

// Must is Ask for what has to go well: no error, and no userErrors in any payload.
func (c *Client) Must(query string, vars Vars) *Answer {
	c.t.Helper()
	a := c.Ask(query, vars)
	if len(a.Errors) > 0 {
		c.t.Fatalf("%s\nanswered %s", query, a.Body)
	}
	for name := range a.Data {
		if codes := a.Codes(name); len(codes) > 0 {
			c.t.Fatalf("%s\nanswered %s", query, a.Body)
		}
	}
	return a
}

// SignIn signs the client in, or fails the test.
func (c *Client) SignIn(login, password string) {
	c.t.Helper()
	c.Must(`mutation($l:String!,$p:String!){signIn(input:{login:$l,password:$p}){nextStep userErrors{code}}}`, Vars{"l": login, "p": password})
}

// At is the value at a path of the data, such as "createUser.user.groups.edges.0.node.name"; nil where there is none.
func (a *Answer) At(path string) any {
	var v any = a.Data
	for _, step := range strings.Split(path, ".") {
		switch at := v.(type) {
		case map[string]any:
			v = at[step]
		case []any:
			var i int
			if _, err := fmt.Sscan(step, &i); err != nil || i >= len(at) {
				return nil
			}
			v = at[i]
		default:
			return nil
		}
	}
	return v
}

// Text is At for a text; "" where there is none.
func (a *Answer) Text(path string) string {
	s, _ := a.At(path).(string)
	return s
}

// Int is At for a number; 0 where there is none.
func (a *Answer) Int(path string) int {
	n, _ := a.At(path).(float64)
	return int(n)
}

// Codes are the codes of a payload's userErrors, in order.
func (a *Answer) Codes(mutation string) []string {
	list, _ := a.At(mutation + ".userErrors").([]any)
	codes := make([]string, 0, len(list))
	for _, one := range list {
		code, _ := one.(map[string]any)["code"].(string)
		codes = append(codes, code)
	}
	return codes
}

// Code is the extensions.code of the first top-level error, or "".
func (a *Answer) Code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	code, _ := a.Errors[0].Extensions["code"].(string)
	return code
}

// Refused fails unless the answer is a top-level error of this code.
func (a *Answer) Refused(code string) {
	a.t.Helper()
	if a.Code() != code {
		a.t.Errorf("wanted the error %s, got %s", code, a.Body)
	}
}

// Said fails unless the payload's userErrors have exactly these codes.
func (a *Answer) Said(mutation string, codes ...string) {
	a.t.Helper()
	if got := a.Codes(mutation); fmt.Sprint(got) != fmt.Sprint(codes) {
		a.t.Errorf("wanted userErrors %v, got %s", codes, a.Body)
	}
}

// HTTP is the client's browser.
func (c *Client) HTTP() *http.Client { return c.http }
