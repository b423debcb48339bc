package config

import (
	"encoding/base64"
	"fmt"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	maxSession = 8760 * time.Hour
	maxDrain   = 10 * time.Minute
)

// check holds the rules that a type alone does not: ranges, and how settings go together. It also brings what may be
// written in several ways into one.
func (c *Config) check() error {
	for _, rule := range []func() error{
		c.checkAddr, c.checkPublicURL, c.checkDatabase, c.checkMail, c.checkKey, c.checkTimes, c.checkOrigins, c.checkClock,
	} {
		if err := rule(); err != nil {
			return err
		}
	}
	return nil
}

func (c *Config) checkAddr() error {
	_, port, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return badSetting{name: "ADDR"}
	}
	if _, err := strconv.ParseUint(port, 10, 16); err != nil {
		return badSetting{name: "ADDR"}
	}
	return nil
}

// checkPublicURL wants an origin: __Host- cookies and the SPA's routes live at the root.
func (c *Config) checkPublicURL() error {
	if strings.Trim(c.PublicURL.Path, "/") != "" {
		return badSetting{name: "PUBLIC_URL"}
	}
	c.PublicURL.Path, c.PublicURL.RawPath = "", ""
	c.PublicURL.Host = strings.ToLower(c.PublicURL.Host)
	// Browsers leave the port of the scheme out of an origin.
	if port := map[string]string{"https": "443", "http": "80"}[c.PublicURL.Scheme]; c.PublicURL.Port() == port {
		c.PublicURL.Host = strings.TrimSuffix(c.PublicURL.Host, ":"+port)
	}
	return nil
}

func (c *Config) checkDatabase() error {
	if c.DatabaseDirect.IsSet() && (c.DatabaseDirect.IsSQLite() || c.Database.IsSQLite()) {
		return badSetting{name: "DATABASE_DIRECT_URL"}
	}
	return nil
}

func (c *Config) checkMail() error {
	if secret := c.ResendWebhookSecret; secret.IsSet() {
		if key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret.Reveal(), "whsec_")); err != nil || len(key) < 16 {
			return badSetting{name: "RESEND_WEBHOOK_SECRET"}
		}
	}
	if c.SMTPURL.IsSet() {
		u, err := url.Parse(c.SMTPURL.Reveal())
		if err != nil || u.Scheme != "smtps" && u.Scheme != "smtp" || u.Hostname() == "" || strings.Trim(u.Path, "/") != "" || c.ResendAPIKey.IsSet() {
			return badSetting{name: "SMTP_URL"}
		}
	}
	if _, err := mail.ParseAddress(c.MailFrom); err != nil || strings.ContainsAny(c.MailFrom, "\r\n") {
		return badSetting{name: "MAIL_FROM"}
	}
	return nil
}

func (c *Config) checkKey() error {
	if !c.SecretKey.IsSet() {
		return nil
	}
	text := strings.NewReplacer("-", "+", "_", "/").Replace(strings.TrimRight(c.SecretKey.Reveal(), "="))
	if key, err := base64.RawStdEncoding.DecodeString(text); err != nil || len(key) != 32 {
		return badSetting{name: "SECRET_KEY"}
	}
	return nil
}

func (c *Config) checkTimes() error {
	switch {
	case c.SessionMax < time.Second || c.SessionMax > maxSession:
		return badSetting{name: "SESSION_MAX"}
	case c.SessionIdle < time.Second || c.SessionIdle > c.SessionMax:
		return badSetting{name: "SESSION_IDLE"}
	case c.Drain < 0 || c.Drain > maxDrain:
		return badSetting{name: "DRAIN"}
	}
	return nil
}

func (c *Config) checkOrigins() error {
	for i, origin := range c.AllowedOrigins {
		origin = strings.ToLower(strings.TrimSpace(origin))
		u, err := url.Parse(origin)
		// What a browser sends as Origin is scheme and host alone; anything else would never match.
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || origin != u.Scheme+"://"+u.Host ||
			strings.Contains(origin, "*") {
			return badSetting{name: "ALLOWED_ORIGINS"}
		}
		c.AllowedOrigins[i] = origin
	}
	slices.Sort(c.AllowedOrigins)
	c.AllowedOrigins = slices.Compact(c.AllowedOrigins)
	return nil
}

// checkClock refuses the test clock wherever a stranger could reach it: whoever moves the time can make a dead link
// live again.
func (c *Config) checkClock() error {
	if !c.TestClock {
		return nil
	}
	host, _, _ := net.SplitHostPort(c.Addr)
	if loopback(host) && loopback(c.PublicURL.Hostname()) {
		return nil
	}
	return badSetting{name: "TEST_CLOCK", must: fmt.Sprintf(
		"0 unless the listen address (%s) and the public URL (%s) are both loopback, such as 127.0.0.1:8080 and http://localhost:8080",
		c.Addr, c.PublicURL)}
}

// loopback reports whether a host can only be this machine: RFC 6761 keeps localhost and all below it for that.
func loopback(host string) bool {
	host = strings.ToLower(host)
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback()
}
