package app_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/hubtest"
)

func TestServe(t *testing.T) {
	t.Parallel()
	t.Run("says where it serves, and how to get in while nobody is an administrator", func(t *testing.T) {
		t.Parallel()
		p := newProcess(t, "--drain", "0s")
		p.start()
		if p.status("/healthz") != http.StatusOK {
			t.Error("it is ready and not healthy")
		}
		var link []string
		hubtest.Eventually(t, "a link to set it up", func() bool {
			link = regexp.MustCompile(regexp.QuoteMeta(p.url) + `/setup\?token=([A-Za-z0-9_-]{43})\b`).FindStringSubmatch(p.log.String())
			return link != nil
		})
		if n := strings.Count(p.log.String(), "Portico serves at "+p.url); n != 1 {
			t.Errorf("its address stands in the log %d times:\n%s", n, p.log)
		}
		_, err := p.ask(`mutation($t:String!,$p:String!){setUp(input:{token:$t,email:"mona@example.org",firstName:"Mona",lastName:"Kvam",password:$p}){nextStep userErrors{code}}}`,
			map[string]any{"t": link[1], "p": password})
		must(t, err)
		p.terminate()
		must(t, p.ended())
		before := len(p.log.String())
		p.start()
		time.Sleep(300 * time.Millisecond) // it would be said after the address
		if said := p.log.String()[before:]; strings.Contains(said, "/setup") {
			t.Errorf("the way in is shown although there is an administrator:\n%s", said)
		}
	})
	t.Run("a port that is taken is one clear line", func(t *testing.T) {
		t.Parallel()
		p := newProcess(t)
		taken, err := net.Listen("tcp", strings.TrimPrefix(p.url, "http://"))
		must(t, err)
		defer taken.Close()
		out, err := p.command("serve").CombinedOutput()
		if err == nil || !strings.Contains(string(out), "portico: listen on "+strings.TrimPrefix(p.url, "http://")) {
			t.Errorf("%v:\n%s", err, out)
		}
	})
}

// ended waits for the process to end by itself; nil means with status 0.
func (p *process) ended() error {
	select {
	case err := <-p.done:
		p.done = nil
		return err
	case <-time.After(time.Minute):
		return fmt.Errorf("it does not end:\n%s", p.log)
	}
}

// A rolling restart fails no request: the balancer is told first, then nothing new comes in, then what runs finishes.
func TestDrain(t *testing.T) {
	t.Parallel()
	p := newProcess(t, "--drain", "5s")
	p.start()
	conn, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
	must(t, err)
	defer conn.Close()
	const body = `{"query":"{viewer{__typename}}"}`
	_, err = fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		strings.TrimPrefix(p.url, "http://"), len(body), body[:10])
	must(t, err)
	p.terminate()
	for p.status("/readyz") == http.StatusOK {
		time.Sleep(5 * time.Millisecond)
	}
	if ready, healthy := p.status("/readyz"), p.status("/healthz"); ready != http.StatusServiceUnavailable || healthy != http.StatusOK {
		t.Errorf("while it drains /readyz says %d and /healthz %d", ready, healthy)
	}
	if data, err := p.ask(`{viewer{__typename}}`, nil); err != nil {
		t.Errorf("a request during the drain failed: %v %v", data, err)
	}
	for p.status("/healthz") != 0 {
		time.Sleep(10 * time.Millisecond)
	}
	_, err = io.WriteString(conn, body[10:])
	must(t, err)
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("the request that ran did not finish: %v %v", answer, err)
	}
	if err := p.ended(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}
