package config_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net/netip"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/config"
)

const goodKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="

func load(t *testing.T, args []string, environ ...string) *config.Config {
	t.Helper()
	c, err := config.Load(args, environ)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDefaults(t *testing.T) {
	c := load(t, nil, "HOME=/root", "PORTICO_ADDR=")
	if c.Addr != "127.0.0.1:8080" || c.PublicURL.String() != "http://localhost:8080" || c.Secure() || c.DataDir != "./portico-data" ||
		!c.Database.IsSQLite() || c.Database.Path() != filepath.Join("portico-data", "portico.db") || c.DatabaseDirect.IsSet() ||
		c.ResendAPIKey.IsSet() || c.ResendURL != nil || c.MailFrom != "Portico <portico@localhost>" || c.SecretKey.IsSet() ||
		c.SessionIdle != 12*time.Hour || c.SessionMax != 168*time.Hour || c.Drain != 2*time.Second || c.AllowedOrigins != nil ||
		c.LogLevel != slog.LevelInfo || c.LogFormat != config.LogAuto || c.TestClock || c.Unknown != nil {
		t.Fatalf("got %v", c)
	}
}

func TestValues(t *testing.T) {
	c := load(t, nil, "PORTICO_ADDR=:9000", "PORTICO_PUBLIC_URL=https://Portal.Example.org/", "PORTICO_DATA_DIR=/data",
		"PORTICO_DATABASE_URL=postgres://u:p@a.example:5432,b.example:5432/hub?target_session_attrs=read-write",
		"PORTICO_DATABASE_DIRECT_URL=postgresql:///hub?host=/run/postgresql", "PORTICO_RESEND_API_KEY=re_1",
		"PORTICO_RESEND_URL=http://127.0.0.1:1/base", "PORTICO_MAIL_FROM=Zoë <zoe@example.org>", "PORTICO_SECRET_KEY="+goodKey,
		"PORTICO_SESSION_IDLE=30m", "PORTICO_SESSION_MAX=24h", "PORTICO_DRAIN=0s", "PORTICO_LOG_LEVEL=WARN", "PORTICO_LOG_FORMAT=json",
		"PORTICO_ALLOWED_ORIGINS=https://B.example, http://a.example:81,https://b.example", "PORTICO_TRUSTED_PROXIES=10.0.0.0/8, ::1,192.0.2.7")
	if c.Addr != ":9000" || c.PublicURL.String() != "https://portal.example.org" || !c.Secure() || !c.Database.IsPostgres() ||
		!strings.Contains(c.Database.URL(), "u:p@") || !c.DatabaseDirect.IsPostgres() || c.ResendAPIKey.Reveal() != "re_1" ||
		c.ResendURL.Path != "/base" || c.MailFrom != "Zoë <zoe@example.org>" || c.SecretKey.Reveal() != goodKey ||
		c.SessionIdle != 30*time.Minute || c.Drain != 0 || c.LogLevel != slog.LevelWarn || c.LogFormat != config.LogJSON ||
		!slices.Equal(c.AllowedOrigins, []string{"http://a.example:81", "https://b.example"}) {
		t.Fatalf("got %v", c)
	}
	for addr, want := range map[string]bool{"10.9.8.7": true, "::ffff:10.9.8.7": true, "::1": true, "192.0.2.7": true, "192.0.2.8": false, "::2": false} {
		if c.TrustedProxies.Contains(netip.MustParseAddr(addr)) != want {
			t.Errorf("%s: want %v", addr, want)
		}
	}
	for text, want := range map[string]string{"sqlite:": "/data/portico.db", "sqlite:/a/b.db": "/a/b.db", "sqlite:///a/b.db": "/a/b.db", "sqlite:c.db": "c.db"} {
		if got := load(t, nil, "PORTICO_DATA_DIR=/data", "PORTICO_DATABASE_URL="+text).Database.Path(); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestSources(t *testing.T) {
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, []byte("re_file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Run("a flag wins over a variable", func(t *testing.T) {
		c := load(t, []string{"--addr", "127.0.0.1:1", "-drain=5s", "--test-clock"}, "PORTICO_ADDR=:2", "PORTICO_DRAIN=1s")
		if c.Addr != "127.0.0.1:1" || c.Drain != 5*time.Second || !c.TestClock {
			t.Fatalf("got %v", c)
		}
	})
	t.Run("a value comes from a file, without its line end", func(t *testing.T) {
		for _, c := range []*config.Config{
			load(t, nil, "PORTICO_RESEND_API_KEY_FILE="+file), load(t, []string{"--resend-api-key-file", file}),
		} {
			if c.ResendAPIKey.Reveal() != "re_file" {
				t.Fatal("not read")
			}
		}
	})
	t.Run("any setting may come from a file", func(t *testing.T) {
		addr := filepath.Join(t.TempDir(), "addr")
		if err := os.WriteFile(addr, []byte(":7\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if c := load(t, nil, "PORTICO_ADDR_FILE="+addr); c.Addr != ":7" {
			t.Fatalf("got %v", c)
		}
	})
	t.Run("a command keeps flags of its own beside ours", func(t *testing.T) {
		fs := flag.NewFlagSet("admin create", flag.ContinueOnError)
		email := fs.String("email", "", "")
		flags := config.Register(fs)
		if err := fs.Parse([]string{"--email", "a@b.example", "--data-dir", "/d"}); err != nil {
			t.Fatal(err)
		}
		if c, err := flags.Load(nil); err != nil || c.DataDir != "/d" || *email != "a@b.example" {
			t.Fatalf("got %v, %v", c, err)
		}
	})
	t.Run("names variables that are no setting", func(t *testing.T) {
		c := load(t, nil, "PORTICO_ADR=:1", "PORTICO_ADDR_FILES=x", "PATH=/bin")
		if !slices.Equal(c.Unknown, []string{"PORTICO_ADDR_FILES", "PORTICO_ADR"}) {
			t.Fatalf("got %v", c.Unknown)
		}
	})
}

// Every wrong setting is one line with its name, its value and what is allowed; a secret's value is never shown.
func TestRefusals(t *testing.T) {
	const canary = "canary"
	for _, c := range []struct{ name, value, want string }{
		{"ADDR", "8080", `PORTICO_ADDR: "8080" will not do; it must be host:port, such as`},
		{"ADDR", "localhost:http", "host:port"},
		{"ADDR", "localhost:70000", "host:port"},
		{"PUBLIC_URL", "portal.example.org", "without a path"},
		{"PUBLIC_URL", "https://portal.example.org/hub", "without a path"},
		{"PUBLIC_URL", "https://user@portal.example.org", "without a path"},
		{"PUBLIC_URL", "ftp://portal.example.org", "http or https"},
		{"PUBLIC_URL", "https://portal.example.org/#x", "without a path"},
		{"DATABASE_URL", "mysql://root:" + canary + "@host/db", "the value (not shown) will not do"},
		{"DATABASE_URL", "postgres:" + canary, "postgres://"},
		{"DATABASE_URL", "postgres://host:" + canary + "/db", "postgres://"},
		{"DATABASE_URL", "sqlite:/a.db?_pragma=" + canary, "sqlite:/path"},
		{"DATABASE_DIRECT_URL", "postgres://" + canary + "@host/db", "beside a PORTICO_DATABASE_URL that is PostgreSQL too"},
		{"RESEND_API_KEY", "re_\x01" + canary, "not shown"},
		{"RESEND_API_KEY", "re_\r\n" + canary, "not shown"},
		{"SMTP_URL", "https://u:" + canary + "@host", "smtps://"},
		{"RESEND_URL", "resend", "http or https"},
		{"MAIL_FROM", "Portico", "one address"},
		{"MAIL_FROM", "a@b.example, c@d.example", "one address"},
		{"MAIL_FROM", "a@b.example\r\nBcc: c@d.example", "one address"},
		{"SECRET_KEY", canary, "32 bytes in base64"},
		{"SECRET_KEY", goodKey + "AAAA", "32 bytes in base64"},
		{"SESSION_IDLE", "12", "a length of time"},
		{"SESSION_IDLE", "200h", "up to PORTICO_SESSION_MAX"},
		{"SESSION_MAX", "-1h", "a length of time"},
		{"DRAIN", "soon", `PORTICO_DRAIN: "soon" will not do; it must be a length of time from 0s to 10m`},
		{"DRAIN", "11m", "a length of time"},
		{"ALLOWED_ORIGINS", "*", "origins separated by commas"},
		{"ALLOWED_ORIGINS", "https://*.example.org", "origins"},
		{"ALLOWED_ORIGINS", "https://a.example/path", "origins"},
		{"ALLOWED_ORIGINS", "https://a.example,", "origins"},
		{"TRUSTED_PROXIES", "10.0.0.0/33", "addresses or CIDR blocks"},
		{"TRUSTED_PROXIES", "proxy.example", "addresses or CIDR blocks"},
		{"LOG_LEVEL", "loud", "debug, info, warn or error"},
		{"LOG_FORMAT", "xml", "text or json"},
		{"TEST_CLOCK", "maybe", "1 or 0"},
		{"MAIL_FROM", strings.Repeat("x", 500), "…"},
	} {
		t.Run(c.name+"="+c.value[:min(len(c.value), 30)], func(t *testing.T) {
			_, err := config.Load(nil, []string{"PORTICO_" + c.name + "=" + c.value})
			if err == nil {
				t.Fatal("taken")
			}
			line := err.Error()
			if !strings.HasPrefix(line, "PORTICO_"+c.name+": ") || !strings.Contains(line, c.want) || strings.Contains(line, "\n") ||
				strings.Contains(line, canary) || len(line) > 400 {
				t.Fatalf("got %s", line)
			}
		})
	}
	for name, c := range map[string]struct {
		args    []string
		environ []string
		want    string
	}{
		"a flag, as a flag":          {[]string{"--drain", "x"}, nil, "PORTICO_DRAIN (from a flag): "},
		"an unknown flag":            {[]string{"--adr", "x"}, nil, "there is no flag --adr"},
		"what is not a flag":         {[]string{"addr"}, nil, `"addr" is not a flag`},
		"a variable and its file":    {nil, []string{"PORTICO_ADDR=:1", "PORTICO_ADDR_FILE=/x"}, "PORTICO_ADDR and PORTICO_ADDR_FILE are both set"},
		"a file that is not there":   {nil, []string{"PORTICO_ADDR_FILE=/no/such"}, `PORTICO_ADDR_FILE: "/no/such" cannot be read (no such file or directory)`},
		"a directory for a file":     {nil, []string{"PORTICO_ADDR_FILE=/"}, "cannot be read"},
		"a direct URL beside SQLite": {nil, []string{"PORTICO_DATABASE_DIRECT_URL=postgres://h/d"}, "PostgreSQL too"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := config.Load(c.args, c.environ); err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("got %v", err)
			}
		})
	}
	t.Run("help is not an error of ours", func(t *testing.T) {
		if _, err := config.Load([]string{"--help"}, nil); !errors.Is(err, flag.ErrHelp) {
			t.Fatalf("got %v", err)
		}
	})
}

func TestTestClock(t *testing.T) {
	for _, c := range []struct {
		addr, url string
		ok        bool
	}{
		{"127.0.0.1:8080", "http://localhost:8080", true},
		{"localhost:8080", "http://127.0.0.1:8080", true},
		{"[::1]:8080", "https://hub.localhost", true},
		{"127.0.0.5:0", "http://[::1]:8080", true},
		{":8080", "http://localhost:8080", false},
		{"0.0.0.0:8080", "http://localhost:8080", false},
		{"[::]:8080", "http://localhost:8080", false},
		{"127.0.0.1:8080", "https://portal.example.org", false},
		{"127.0.0.1:8080", "http://localhost.example.org", false},
		{"127.0.0.1:8080", "http://127.0.0.1.nip.example", false},
	} {
		t.Run(c.addr+" "+c.url, func(t *testing.T) {
			_, err := config.Load(nil, []string{"PORTICO_TEST_CLOCK=1", "PORTICO_ADDR=" + c.addr, "PORTICO_PUBLIC_URL=" + c.url})
			if c.ok != (err == nil) {
				t.Fatalf("got %v", err)
			}
			if err != nil && (!strings.Contains(err.Error(), c.addr) || !strings.Contains(err.Error(), "must be 0 unless")) {
				t.Fatalf("got %v", err)
			}
		})
	}
}

func TestSettings(t *testing.T) {
	c := load(t, []string{"--drain", "3s"}, "PORTICO_SECRET_KEY="+goodKey, "PORTICO_RESEND_API_KEY=re_canary",
		"PORTICO_DATABASE_URL=postgres://u:canary@h/d?sslpassword=canary&sslmode=require",
		"PORTICO_DATABASE_DIRECT_URL=postgres://u:canary@h2/d")
	rows := map[string]config.Setting{}
	for _, row := range c.Settings() {
		rows[row.Name] = row
		if row.Meaning == "" || row.Allowed == "" || row.Value == "" || row.Default == "" || !strings.HasPrefix(row.Flag, "--") {
			t.Errorf("%s is not described: %+v", row.Name, row)
		}
	}
	for name, want := range map[string][2]string{
		"PORTICO_DRAIN":          {"3s", "flag"},
		"PORTICO_ADDR":           {"127.0.0.1:8080", "default"},
		"PORTICO_RESEND_API_KEY": {"[redacted]", "env"},
		"PORTICO_SECRET_KEY":     {"[redacted]", "env"},
		"PORTICO_RESEND_URL":     {"Resend's own", "default"},
		"PORTICO_DATABASE_URL":   {"postgres://u:redacted@h/d?sslmode=require&sslpassword=redacted", "env"},
	} {
		if row := rows[name]; row.Value != want[0] || row.Source != want[1] {
			t.Errorf("%s: got %q from %s", name, row.Value, row.Source)
		}
	}
	t.Run("no road prints a secret", func(t *testing.T) {
		var out bytes.Buffer
		for _, v := range []any{c, c.Settings(), c.Database, c.DatabaseDirect, c.ResendAPIKey, c.SecretKey, &c.ResendAPIKey} {
			fmt.Fprintf(&out, "%v %+v %#v %s %x\n", v, v, v, v, v)
			slog.New(slog.NewJSONHandler(&out, nil)).Info("said", "value", v)
			if err := json.NewEncoder(&out).Encode(v); err != nil {
				t.Fatal(err)
			}
		}
		if strings.Contains(out.String(), "canary") || strings.Contains(out.String(), goodKey) || strings.Contains(out.String(), "63616e617279") {
			t.Fatalf("printed:\n%s", out.String())
		}
	})
}

// A field without a row, or a row without a field, would be a setting that nobody can find or that does nothing.
func TestEveryFieldIsDescribed(t *testing.T) {
	var fields, rows []string
	for f := range reflect.TypeFor[config.Config]().Fields() {
		if name := f.Tag.Get("env"); name != "" && name != "-" {
			fields = append(fields, "PORTICO_"+name)
		}
	}
	for _, row := range config.Describe() {
		rows = append(rows, row.Name)
	}
	if !slices.Equal(fields, rows) {
		t.Fatalf("fields %v\nrows   %v", fields, rows)
	}
}
