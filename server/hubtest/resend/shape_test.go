package resend_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"testing"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest/resend"
	"github.com/portico-hub/portico/server/mail"
)

// described is Resend's own description of its API, where it lies beside the project.
const described = "../../../../shared/resend-openapi.json"

type schema struct {
	Type       string            `json:"type"`
	Required   []string          `json:"required"`
	Properties map[string]schema `json:"properties"`
	OneOf      []schema          `json:"oneOf"`
	MaxItems   int               `json:"maxItems"`
	MaxLength  int               `json:"maxLength"`
}

func (s schema) types() []string {
	if len(s.OneOf) == 0 {
		return []string{s.Type}
	}
	var all []string
	for _, one := range s.OneOf {
		all = append(all, one.Type)
	}
	return all
}

// pinned is the part of the description that Portico and the stand-in use.
var pinned = map[string]schema{
	"SendEmailRequest": {Type: "object", Required: []string{"from", "to", "subject"}, Properties: map[string]schema{
		"from": {Type: "string"}, "to": {OneOf: []schema{{Type: "string"}, {Type: "array", MaxItems: 50}}}, "subject": {Type: "string"},
		"html": {Type: "string"}, "text": {Type: "string"}, "headers": {Type: "object"},
	}},
	"CreateBatchEmailsResponse": {Type: "object", Properties: map[string]schema{"data": {Type: "array"}}},
	"SendEmailResponse":         {Type: "object", Properties: map[string]schema{"id": {Type: "string"}}},
	"Email": {Type: "object", Properties: map[string]schema{
		"object": {Type: "string"}, "id": {Type: "string"}, "to": {Type: "array"}, "from": {Type: "string"}, "created_at": {Type: "string"},
		"subject": {Type: "string"}, "html": {Type: "string"}, "text": {Type: "string"}, "bcc": {Type: "array"}, "cc": {Type: "array"},
		"reply_to": {Type: "array"}, "last_event": {Type: "string"},
	}},
}

// fits fails for a property that the schema does not have, has otherwise, or requires in vain.
func (s schema) fits(t *testing.T, name string, body []byte) {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal(body, &object); err != nil {
		t.Fatalf("%s: %v in %s", name, err, body)
	}
	for _, required := range s.Required {
		if _, there := object[required]; !there {
			t.Errorf("%s lacks %s", name, required)
		}
	}
	for property, value := range object {
		is := "object"
		switch value.(type) {
		case string:
			is = "string"
		case []any:
			is = "array"
		}
		if known, there := s.Properties[property]; !there || !slices.Contains(known.types(), is) {
			t.Errorf("%s has %s as %s", name, property, is)
		}
	}
}

// What Portico sends and what the stand-in answers have the shapes of Resend's API.
func TestShapes(t *testing.T) {
	var asked, answered []byte
	stand := resend.New(clock.New())
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		copied := httptest.NewRecorder()
		asked, _ = io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(asked))
		stand.ServeHTTP(copied, r)
		answered = copied.Body.Bytes()
		w.Header().Set("Content-Type", copied.Header().Get("Content-Type"))
		w.WriteHeader(copied.Code)
		_, _ = w.Write(answered)
	}))
	defer web.Close()
	base, err := url.Parse(web.URL)
	if err != nil {
		t.Fatal(err)
	}
	one := mail.Email{
		ID: "m1", From: "Portico <portico@example.org>", To: "Ada <ada@example.org>", Subject: "Hello", Text: "Hello",
		HTML: "<p>Hello</p>", IdempotencyKey: "k",
	}
	receipt, err := mail.NewResend("re_test", base).Send(t.Context(), one)
	if err != nil {
		t.Fatal(err)
	}
	pinned["SendEmailRequest"].fits(t, "what Portico sends", asked)
	pinned["SendEmailResponse"].fits(t, "what is answered", answered)

	sender := mail.NewResend("re_test", base)
	if _, err := sender.SendMany(t.Context(), "b", []mail.Email{one, one}); err != nil {
		t.Fatal(err)
	}
	var batch []json.RawMessage
	if err := json.Unmarshal(asked, &batch); err != nil || len(batch) != 2 {
		t.Fatalf("a batch is %s", asked)
	}
	pinned["SendEmailRequest"].fits(t, "what Portico sends in a batch", batch[0])
	pinned["CreateBatchEmailsResponse"].fits(t, "what a batch is answered with", answered)

	found := httptest.NewRecorder()
	get := httptest.NewRequest(http.MethodGet, "/emails/"+receipt.ProviderID, nil)
	get.Header.Set("Authorization", "Bearer re_test")
	stand.ServeHTTP(found, get)

	pinned["Email"].fits(t, "an email that is asked for", found.Body.Bytes())
}

// The shapes pinned above are those of Resend's own description.
func TestShapesAreResends(t *testing.T) {
	text, err := os.ReadFile(described)
	if errors.Is(err, fs.ErrNotExist) {
		t.Logf("not checked: %s is not here, so the shapes are only held against those pinned in this file", described)
		return
	}
	var api struct {
		Paths struct {
			Emails struct {
				Post struct {
					Parameters []struct {
						Name   string
						Schema schema
					}
				}
			} `json:"/emails"`
			Batch struct {
				Post struct {
					Parameters []struct{ Name string }
				}
			} `json:"/emails/batch"`
		}
		Components struct{ Schemas map[string]json.RawMessage }
	}
	if err := errors.Join(err, json.Unmarshal(text, &api)); err != nil {
		t.Fatalf("%s cannot be read: %v", described, err)
	}
	for name, want := range pinned {
		var theirs schema
		if err := json.Unmarshal(api.Components.Schemas[name], &theirs); err != nil {
			t.Fatalf("%s cannot be read: %v", name, err)
		}
		if !slices.Equal(theirs.Required, want.Required) {
			t.Errorf("%s requires %v", name, theirs.Required)
		}
		for property, s := range want.Properties {
			got := theirs.Properties[property]
			if !slices.Equal(got.types(), s.types()) {
				t.Errorf("%s.%s is %v", name, property, got.types())
			}
			for i, one := range s.OneOf {
				if got.OneOf[i].MaxItems != one.MaxItems {
					t.Errorf("%s.%s holds at most %d", name, property, got.OneOf[i].MaxItems)
				}
			}
		}
	}
	if batch := api.Paths.Batch.Post.Parameters; len(batch) == 0 || batch[0].Name != "Idempotency-Key" {
		t.Error("a batch takes no Idempotency-Key")
	}
	for _, p := range api.Paths.Emails.Post.Parameters {
		if p.Name == "Idempotency-Key" && p.Schema.MaxLength == 256 {
			return
		}
	}
	t.Error("there is no Idempotency-Key of at most 256 characters")
}
