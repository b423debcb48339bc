// Package config reads the settings once, at the start: a flag wins over an environment variable, which wins over the
// default. Each variable may also be given as …_FILE, the name of a file that holds the value. A setting that will not
// do stops the start with one line. It imports nothing of ours.
package config

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"strings"
	"time"
)

// Config is every setting, read and checked. It prints as a table with its secrets masked.
type Config struct {
	Addr                string        `env:"ADDR"`       // host:port; an empty host is every address
	PublicURL           *url.URL      `env:"PUBLIC_URL"` // scheme and host alone, no path
	DataDir             string        `env:"DATA_DIR"`
	Database            Database      `env:"DATABASE_URL"`
	DatabaseDirect      Database      `env:"DATABASE_DIRECT_URL"`   // zero: use Database
	ResendAPIKey        Secret        `env:"RESEND_API_KEY"`        // empty: mail is kept
	ResendURL           *url.URL      `env:"RESEND_URL"`            // nil: Resend's own
	ResendWebhookSecret Secret        `env:"RESEND_WEBHOOK_SECRET"` // empty: no delivery reports
	SMTPURL             Secret        `env:"SMTP_URL"`              // empty: no mail server
	MailFrom            string        `env:"MAIL_FROM"`             // an address with or without a name, on one line
	SecretKey           Secret        `env:"SECRET_KEY"`            // 32 bytes in base64; empty: made in DataDir
	SessionIdle         time.Duration `env:"SESSION_IDLE"`
	SessionMax          time.Duration `env:"SESSION_MAX"`
	Drain               time.Duration `env:"DRAIN"`
	AllowedOrigins      []string      `env:"ALLOWED_ORIGINS"` // scheme://host[:port], lower case, without repeats
	TrustedProxies      Proxies       `env:"TRUSTED_PROXIES"`
	LogLevel            slog.Level    `env:"LOG_LEVEL"`
	LogFormat           LogFormat     `env:"LOG_FORMAT"`
	TestClock           bool          `env:"TEST_CLOCK"` // only ever true when Addr and PublicURL are loopback

	// Unknown names the PORTICO_… variables that are no setting: most likely misspelt, so worth a warning.
	Unknown []string `env:"-"`

	table []Setting
}

// Load reads the settings from command-line arguments that hold nothing but flags, and from an environment as
// os.Environ gives it. A command with flags of its own uses Register instead. The error is one line; it is flag.ErrHelp
// when help was asked for.
func Load(args, environ []string) (*Config, error) {
	fs := flag.NewFlagSet("portico", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	flags := Register(fs)
	if err := fs.Parse(args); err != nil {
		return nil, flagError(err)
	}
	if fs.NArg() > 0 {
		return nil, fmt.Errorf("%q is not a flag; settings are given as --name value", fs.Arg(0))
	}
	return flags.Load(environ)
}

// Secure reports whether the hub is reached by https, which decides the name and the Secure mark of its cookies.
func (c *Config) Secure() bool { return c.PublicURL.Scheme == "https" }

// Settings is the table of all settings with their values, secrets masked, in the order of the documentation.
func (c *Config) Settings() []Setting { return c.table }

// Format prints the table with secrets masked, for every verb.
func (c *Config) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, c.line()) }

// LogValue keeps secrets out of structured logs.
func (c *Config) LogValue() slog.Value { return slog.StringValue(c.line()) }

// MarshalText keeps secrets out of JSON.
func (c *Config) MarshalText() ([]byte, error) { return []byte(c.line()), nil }

func (c *Config) line() string {
	var words []string
	for _, s := range c.table {
		words = append(words, s.Name+"="+s.Value)
	}
	return strings.Join(words, " ")
}

// flagError says what the flag package says in the words of this package.
func flagError(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if unknown {
		return fmt.Errorf("there is no flag --%s; `portico config` lists them all", strings.TrimPrefix(name, "-"))
	}
	return errors.New(firstLine(err.Error()))
}
