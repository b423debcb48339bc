package app_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/portico-hub/portico/server/app"
	"github.com/portico-hub/portico/server/hubtest"
)

// TestMain makes the test binary answer to the name portico, so that claims run the whole program as a process.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"portico": func() {
		os.Exit(app.Execute(app.Shell{
			Args: os.Args[1:], Environ: os.Environ(), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
			Build: app.Build{Version: "1.2.3", Commit: "abcdef0"},
		}))
	}})
}

// process is one portico serve.
type process struct {
	t    *testing.T
	url  string
	args []string
	http *http.Client
	cmd  *exec.Cmd
	log  *lines
	done chan error
}

// lines is what a process said.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// aWhile is more than the slowest machine needs for what takes seconds here. A new leader on PostgreSQL takes over what a dead one left
// after a quarter of a minute.
const aWhile = 5 * time.Minute

// freeAddr is an address on loopback whose port the system gives to nobody who asks for any: it stays free while a process is dead.
func freeAddr(t *testing.T) string {
	t.Helper()
	for range 100 {
		addr := fmt.Sprint("127.0.0.1:", 20000+rand.IntN(12000))
		if listener, err := net.Listen("tcp", addr); err == nil {
			must(t, listener.Close())
			return addr
		}
	}
	t.Fatal("there is no free port")
	return ""
}

// newProcess is a Portico on loopback that has its own data folder, unless args say otherwise, and does not run yet.
func newProcess(t *testing.T, args ...string) *process {
	t.Helper()
	addr := freeAddr(t)
	jar, err := cookiejar.New(nil)
	must(t, err)
	return &process{
		t: t, url: "http://" + addr, log: &lines{}, http: &http.Client{Jar: jar, Timeout: time.Minute},
		args: append([]string{"--addr", addr, "--public-url", "http://" + addr, "--data-dir", t.TempDir()}, args...),
	}
}

// command is portico with the settings of this process and more arguments in front.
func (p *process) command(words ...string) *exec.Cmd {
	c := exec.Command("portico", append(words, p.args...)...)
	c.Env = append(os.Environ(), "PORTICO_LOG_FORMAT=text")
	return c
}

// start starts it and waits until it is ready.
func (p *process) start() {
	p.t.Helper()
	p.cmd = p.command("serve")
	p.cmd.Stdout, p.cmd.Stderr = p.log, p.log
	must(p.t, p.cmd.Start())
	done := make(chan error, 1)
	p.done = done
	go func(c *exec.Cmd) { done <- c.Wait() }(p.cmd)
	p.t.Cleanup(p.kill)
	if !hubtest.Within(time.Minute, func() bool { return p.status("/readyz") == http.StatusOK }) {
		p.t.Fatalf("it never became ready:\n%s", p.log)
	}
}

// kill ends it without a word.
func (p *process) kill() {
	if p.done != nil {
		_ = p.cmd.Process.Kill()
		<-p.done
		p.done = nil
		p.http.CloseIdleConnections()
	}
}

// terminate asks it to end, as an operator does, and returns at once.
func (p *process) terminate() {
	p.t.Helper()
	must(p.t, p.cmd.Process.Signal(syscall.SIGTERM))
}

// status is the status of a page, or 0 when nobody answers.
func (p *process) status(path string) int {
	response, err := (&http.Client{Timeout: 5 * time.Second}).Get(p.url + path)
	if err != nil {
		return 0
	}
	defer response.Body.Close()
	_, _ = io.Copy(io.Discard, response.Body)
	return response.StatusCode
}

// ask sends a query or mutation and returns the data; an error when there was no answer, or one with errors in it.
func (p *process) ask(query string, vars map[string]any) (map[string]any, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": vars})
	if err != nil {
		return nil, err
	}
	response, err := p.http.Post(p.url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, err
	}
	for _, payload := range answer.Data {
		if fields, ok := payload.(map[string]any); ok && fields["userErrors"] != nil {
			answer.Errors = append(answer.Errors, fields["userErrors"].([]any)...)
		}
	}
	if len(answer.Errors) > 0 {
		return nil, fmt.Errorf("refused: %v", answer.Errors)
	}
	return answer.Data, nil
}

const password = "kettle-on-tin-9"

// administrator makes one on the command line.
func (p *process) administrator() {
	p.t.Helper()
	c := p.command("admin", "create", "--email", "mona@example.org", "--first-name", "Mona", "--last-name", "Kvam", "--password-stdin")
	c.Stdin = strings.NewReader(password + "\n")
	out, err := c.CombinedOutput()
	if err != nil {
		p.t.Fatalf("%v: %s", err, out)
	}
}

func (p *process) signIn() {
	p.t.Helper()
	_, err := p.ask(`mutation($p:String!){signIn(input:{login:"mona@example.org",password:$p}){nextStep userErrors{code}}}`, map[string]any{"p": password})
	must(p.t, err)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
