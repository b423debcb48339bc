package web_test

import (
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/portico-hub/portico/server/hubtest"
)

const bringFile = `mutation($file:Upload!){checkImport(file:$file){import{state} userErrors{code}}}`

// What somebody sends lies on the disk under no name while it comes, so that a process that is killed leaves nothing there.
func TestUploadHasNoName(t *testing.T) {
	disk := t.TempDir()
	t.Setenv("TMPDIR", disk)
	hub := hubtest.New(t, hubtest.Options{Quiet: true})
	admin := hub.Admin()
	body, send := io.Pipe()
	parts := multipart.NewWriter(send)
	request, err := http.NewRequest(http.MethodPost, hub.URL+"/graphql", body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = admin.Header.Clone()
	request.Header.Set("Content-Type", parts.FormDataContentType())
	request.Header.Set("GraphQL-Require-Preflight", "1")
	said := make(chan string)
	go func() {
		response, err := admin.HTTP().Do(request)
		if err != nil {
			said <- err.Error()
			return
		}
		defer response.Body.Close()
		text, _ := io.ReadAll(response.Body)
		said <- string(text)
	}()
	_ = parts.WriteField("operations", `{"query":"`+bringFile+`","variables":{"file":null}}`)
	_ = parts.WriteField("map", `{"0":["variables.file"]}`)
	file, _ := parts.CreateFormFile("0", "people.csv")
	_, _ = io.WriteString(file, "Email,First Name,Last Name\n")
	row := strings.Repeat("x", 1<<16) + ",Ana,Adams\n"
	for range 400 { // more than lies between the two ends of a connection
		if _, err := io.WriteString(file, row); err != nil {
			t.Fatal(err)
		}
	}
	if there, err := os.ReadDir(disk); err != nil || len(there) != 0 {
		t.Errorf("the disk has %v: %v", there, err)
	}
	_ = parts.Close()
	_ = send.Close()
	if text := <-said; !strings.Contains(text, `"state":"CHECKING"`) {
		t.Errorf("it came to %.300s", text)
	}
}

// A disk that takes no more is our fault, not that of whoever sends.
func TestUploadWithoutDisk(t *testing.T) {
	hub := hubtest.New(t, hubtest.Options{Quiet: true})
	admin := hub.Admin()
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "nowhere"))
	a := admin.Send(bringFile, nil, "people.csv", strings.NewReader("Email\na@example.org\n"))
	if a.Status != http.StatusInternalServerError || a.Code() != "INTERNAL" || strings.Contains(string(a.Body), "nowhere") {
		t.Errorf("answered %d %s", a.Status, a.Body)
	}
}
