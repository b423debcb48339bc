package config

import "strings"

const prefix = "PORTICO_"

// Setting is one row of the table that `portico config` prints.
type Setting struct {
	Name    string // the environment variable
	Flag    string // the flag, with its dashes
	Value   string // as it is in force; secrets masked; in words where nothing is set
	Source  string // "default", "env", "flag" or "file"
	Default string // in words where the default is nothing
	Allowed string // completes "it must be …"
	Meaning string
	Secret  bool
}

// setting is the documentation of one setting, and its default as it would be written.
type setting struct {
	name, fallback string
	unset          string // what an empty value means, in words
	secret         bool   // never printed, and also a flag …-file
	boolean        bool   // the flag needs no value
	allowed        string
	meaning        string
}

func (s setting) env() string  { return prefix + s.name }
func (s setting) flag() string { return strings.ReplaceAll(strings.ToLower(s.name), "_", "-") }

// byDefault is the default as people read it.
func (s setting) byDefault() string {
	if s.fallback == "" {
		return s.unset
	}
	return s.fallback
}

func (s setting) describe() Setting {
	return Setting{
		Name: s.env(), Flag: "--" + s.flag(), Value: s.byDefault(), Source: sourceDefault, Default: s.byDefault(),
		Allowed: s.allowed, Meaning: s.meaning, Secret: s.secret,
	}
}

// Describe is the table of all settings as they are when nothing is set.
func Describe() []Setting {
	table := make([]Setting, 0, len(settings))
	for _, s := range settings {
		table = append(table, s.describe())
	}
	return table
}

// settings is the documentation. A row and a field of Config belong together by the field's env tag.
var settings = []setting{
	{name: "ADDR", fallback: "127.0.0.1:8080",
		allowed: "host:port, such as 127.0.0.1:8080, or :8080 for every address",
		meaning: "listen address"},
	{name: "PUBLIC_URL", fallback: "http://localhost:8080",
		allowed: "the address people use, http or https, without a path, such as https://portal.example.org",
		meaning: "the only source for links in emails and for cookie scope"},
	{name: "DATA_DIR", fallback: "./portico-data",
		allowed: "a directory",
		meaning: "SQLite file and generated secret key"},
	{name: "DATABASE_URL", fallback: "sqlite:", secret: true,
		allowed: "sqlite: (in the data directory), sqlite:/path/to/file.db, or postgres://user:password@host/database",
		meaning: "where everything is kept; several PostgreSQL hosts with target_session_attrs=read-write survive a failover"},
	{name: "DATABASE_DIRECT_URL", unset: "none", secret: true,
		allowed: "postgres://user:password@host/database, beside a PORTICO_DATABASE_URL that is PostgreSQL too",
		meaning: "past a PgBouncer in transaction mode, for migrations"},
	{name: "RESEND_API_KEY", unset: "none", secret: true,
		allowed: "an API key of Resend, on one line",
		meaning: "sends mail by Resend; without it mail is kept and shown, and marked as not sent"},
	{name: "RESEND_URL", unset: "Resend's own",
		allowed: "an http or https address",
		meaning: "another base URL, for a stand-in"},
	{name: "RESEND_WEBHOOK_SECRET", unset: "none", secret: true,
		allowed: "the signing secret of a Resend webhook, such as whsec_…",
		meaning: "verifies delivery reports at /webhooks/resend; without it none is taken"},
	{name: "SMTP_URL", unset: "none", secret: true,
		allowed: "smtps://user:password@host:465, or smtp:// for STARTTLS, and no PORTICO_RESEND_API_KEY beside it",
		meaning: "sends mail by a mail server instead of Resend; what became of it after that is not reported"},
	{name: "MAIL_FROM", fallback: "Portico <portico@localhost>",
		allowed: "one address, such as Portico <portico@example.org>",
		meaning: "sender"},
	{name: "SECRET_KEY", unset: "made in the data directory", secret: true,
		allowed: "32 bytes in base64, as `openssl rand -base64 32` prints",
		meaning: "encrypts second-factor secrets and signs cursors; replicas share it"},
	{name: "SESSION_IDLE", fallback: "12h",
		allowed: "a length of time from 1s up to PORTICO_SESSION_MAX, such as 30m or 12h",
		meaning: "how long a session lasts unused"},
	{name: "SESSION_MAX", fallback: "168h",
		allowed: "a length of time from 1s to 8760h, such as 168h",
		meaning: "how long a session lasts at all"},
	{name: "DRAIN", fallback: "2s",
		allowed: "a length of time from 0s to 10m, such as 2s",
		meaning: "how long /readyz answers 503 before the listener closes; running requests get 10 s more"},
	{name: "ALLOWED_ORIGINS", unset: "none",
		allowed: "origins separated by commas, such as https://one.example.org,https://two.example.org:8443",
		meaning: "sites that may send bearer-token requests, beside each API client's own; never with cookies"},
	{name: "TRUSTED_PROXIES", unset: "none",
		allowed: "addresses or CIDR blocks separated by commas, such as 10.0.0.0/8,::1",
		meaning: "whose X-Forwarded-For is believed, for rate limits and session lists only"},
	{name: "LOG_LEVEL", fallback: "info",
		allowed: "debug, info, warn or error",
		meaning: "the least that is logged"},
	{name: "LOG_FORMAT", unset: "text on a terminal, else json",
		allowed: "text or json",
		meaning: "how log lines are written"},
	{name: "TEST_CLOCK", unset: "off", boolean: true,
		allowed: "1 or 0",
		meaning: "1 adds POST /test/clock, which moves the time; refused unless the listen address and the public URL are loopback"},
}
