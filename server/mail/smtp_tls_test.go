package mail_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/server/mail"
)

// elsewhere is an address that is not one of this machine's to Portico, and still leads here (package net, Dial).
const elsewhere = "0.0.0.0"

// signed is a certificate for an address that signs itself, and who trusts it.
func signed(t *testing.T, address string) (*tls.Config, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	of := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.ParseIP(address)},
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	raw, err := x509.CreateCertificate(rand.Reader, of, of, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	read, err := x509.ParseCertificate(raw)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(read)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{raw}, PrivateKey: key}}}, roots
}

// secured runs a mail server that offers what it is told to, and a sender that signs in there, at an address.
func secured(t *testing.T, offers string, own *tls.Config, address string) (*server, *mail.SMTP) {
	t.Helper()
	s := serveAs(t, map[string]string{"EHLO": "250-here\r\n" + offers + "250 SIZE 1000000", "AUTH": "235 welcome"}, own)
	_, port, err := net.SplitHostPort(s.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	sender, err := mail.NewSMTP("smtp://canary-user:canary-password@" + net.JoinHostPort(address, port))
	if err != nil {
		t.Fatal(err)
	}
	return s, sender
}

const (
	startTLS = "250-STARTTLS\r\n"
	signIn   = "250-AUTH PLAIN LOGIN\r\n"
)

// told reports that lines hold the password, also as base64 has it.
func told(lines []string) bool {
	for _, line := range lines {
		for _, word := range strings.Fields(line) {
			plain, err := base64.StdEncoding.DecodeString(word)
			if strings.Contains(word, "canary") || err == nil && strings.Contains(string(plain), "canary") {
				return true
			}
		}
	}
	return false
}

// A mail server that is not on this machine is told nothing before TLS, and nothing at all where its certificate is not to be believed: neither
// who signs in, nor what the email says.
func TestStartTLS(t *testing.T) {
	trusted, roots := signed(t, elsewhere)
	other, others := signed(t, "192.0.2.1")
	t.Run("an email goes out behind TLS, and so does the password", func(t *testing.T) {
		s, sender := secured(t, startTLS+signIn, trusted, elsewhere)
		sender.Roots = roots
		if _, err := sender.Send(t.Context(), email); err != nil {
			t.Fatal(err)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		if len(s.mails) != 1 || !told(s.veiled) || told(s.clear) || strings.Join(verbs(s.clear), " ") != "EHLO STARTTLS" {
			t.Errorf("%d emails; in the clear it heard %q", len(s.mails), s.clear)
		}
	})
	for name, c := range map[string]struct {
		offers   string
		own      *tls.Config
		trust    *x509.CertPool
		sentence string
	}{
		"that offers no TLS":                              {signIn, nil, roots, "offers no TLS"},
		"that offers TLS and then has none":               {startTLS + signIn, nil, roots, "could not be reached"},
		"whose certificate nobody known signed":           {startTLS + signIn, trusted, nil, "certificate is not trusted"},
		"whose certificate is another's, of one we trust": {startTLS + signIn, other, others, "certificate is not valid for its name"},
	} {
		t.Run("a server "+name+" hears nothing", func(t *testing.T) {
			s, sender := secured(t, c.offers, c.own, elsewhere)
			sender.Roots = c.trust
			_, err := sender.Send(t.Context(), email)
			if mail.KindOf(err) != mail.Retryable || !strings.Contains(err.Error(), c.sentence) || strings.Contains(err.Error(), "canary") {
				t.Errorf("got %v", err)
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			if len(s.mails) != 0 || told(s.clear) || told(s.veiled) || strings.Contains(strings.Join(s.clear, " "), "MAIL") {
				t.Errorf("%d emails; it heard %q and %q", len(s.mails), s.clear, s.veiled)
			}
		})
	}
	t.Run("a server on this machine may have no TLS, and is told no password then", func(t *testing.T) {
		s, sender := secured(t, signIn, nil, "127.0.0.1")
		_, err := sender.Send(t.Context(), email)
		s.mu.Lock()
		defer s.mu.Unlock()
		if mail.KindOf(err) != mail.Retryable || !strings.Contains(err.Error(), "hides the password") || told(s.clear) || len(s.mails) != 0 {
			t.Errorf("got %v; it heard %q", err, s.clear)
		}
	})
}

// verbs are the first words of lines.
func verbs(lines []string) (all []string) {
	for _, line := range lines {
		verb, _, _ := strings.Cut(line, " ")
		all = append(all, verb)
	}
	return all
}
