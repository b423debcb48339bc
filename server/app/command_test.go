package app_test

import (
	"errors"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/portico-hub/portico/server/config"
	"github.com/portico-hub/portico/server/hubtest"
)

// Each script is a claim about the program as its operator meets it.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			if url := hubtest.EmptyPostgres(t); url != "" {
				env.Setenv("POSTGRES", url)
			}
			return nil
		},
		Condition: func(name string) (bool, error) { return name == "postgres" && hubtest.HasPostgres(), nil },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// fails N COMMAND… runs what has to end with the status N and exactly one line of complaint.
			"fails": func(ts *testscript.TestScript, _ bool, args []string) {
				err := ts.Exec(args[1], args[2:]...)
				var exit *exec.ExitError
				if !errors.As(err, &exit) || strconv.Itoa(exit.ExitCode()) != args[0] {
					ts.Fatalf("ended with %v", err)
				}
				said := ts.ReadFile("stderr")
				if ts.ReadFile("stdout") != "" || strings.Count(said, "\n") != 1 || !strings.HasPrefix(said, "portico: ") {
					ts.Fatalf("it did not say one clear line: %q", said)
				}
			},
		},
	})
}

func TestHelp(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("portico", "--help").CombinedOutput()
	must(t, err)
	names := regexp.MustCompile(`(?m)^  ([a-z]+(?: [a-z]+)?)  +\S`).FindAllStringSubmatch(string(out), -1)
	listed := map[string]bool{}
	for _, name := range names {
		listed[name[1]] = true
		out, err := exec.Command("portico", append(strings.Fields(name[1]), "--help")...).CombinedOutput()
		if text := string(out); err != nil || !strings.HasPrefix(text, "portico "+name[1]+": ") || !strings.Contains(text, "\nExample:\n  ") {
			t.Errorf("portico %s --help: %v\n%.200s", name[1], err, text)
		}
	}
	for _, name := range []string{"serve", "migrate", "admin create", "token create", "config", "version"} {
		if !listed[name] {
			t.Errorf("portico --help does not list %s:\n%s", name, out)
		}
	}
}

func TestConfigPrintsEverySettingAndNoSecret(t *testing.T) {
	t.Parallel()
	const secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlYzE="
	c := exec.Command("portico", "config", "--resend-api-key", "re_secret_123", "--drain", "7s", "--data-dir", t.TempDir(),
		"--database-url", "postgres://portico:hush-hush@127.0.0.1:1/portico")
	c.Env = []string{"PORTICO_SECRET_KEY=" + secret, "PORTICO_MAIL_FROM=Hub <hub@example.org>"}
	printed, err := c.CombinedOutput()
	must(t, err)
	text := string(printed)
	for _, s := range config.Describe() {
		if !regexp.MustCompile(`(?m)^` + s.Name + ` .*\(\w+\) +\S`).MatchString(text) {
			t.Errorf("%s is not explained:\n%s", s.Name, text)
		}
	}
	for _, hidden := range []string{"re_secret_123", secret, "hush-hush"} {
		if strings.Contains(text, hidden) {
			t.Errorf("it prints a secret:\n%s", text)
		}
	}
	for _, wanted := range []string{`PORTICO_DRAIN +7s +\(flag\)`, `PORTICO_MAIL_FROM +Hub <hub@example.org> +\(env\)`, `PORTICO_ADDR +127.0.0.1:8080 +\(default\)`} {
		if !regexp.MustCompile(wanted).MatchString(text) {
			t.Errorf("it does not say %s:\n%s", wanted, text)
		}
	}
}
