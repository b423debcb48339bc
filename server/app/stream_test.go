package app_test

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// A stream that somebody listens to does not keep the process from ending: it ends first, and whoever listened comes again.
func TestDrainEndsStreams(t *testing.T) {
	t.Parallel()
	p := newProcess(t, "--drain", "100ms")
	p.administrator()
	p.start()
	p.signIn()
	me, err := p.ask(`{viewer{user{id}}}`, nil)
	must(t, err)
	id := me["viewer"].(map[string]any)["user"].(map[string]any)["id"].(string)
	request, err := http.NewRequest(http.MethodGet, p.url+"/graphql?query="+url.QueryEscape(`subscription{activityRecorded(userId:"`+id+`"){kind}}`), nil)
	must(t, err)
	request.Header.Set("Accept", "text/event-stream")
	response, err := p.http.Do(request)
	must(t, err)
	defer response.Body.Close()
	p.terminate()
	told, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK || strings.Contains(string(told), "complete") {
		t.Errorf("the stream (%d) ended with %v: %s", response.StatusCode, err, told)
	}
	must(t, p.ended())
}
