package mail_test

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/portico-hub/portico/server/mail"
)

// server is a mail server on this machine that takes what it is given, or does otherwise at one step.
type server struct {
	net.Listener
	// at answers a step, "MAIL", "RCPT", "DATA" or "." for the end of an email, in its own way; "" hangs up.
	at map[string]string
	// tls, if any, is what it goes on with after STARTTLS.
	tls *tls.Config

	mu    sync.Mutex
	mails []string
	// clear are the lines that came without TLS, and veiled those within.
	clear, veiled []string
}

func serve(t *testing.T, at map[string]string) *server { return serveAs(t, at, nil) }

// serveAs is serve for a server that has a certificate.
func serveAs(t *testing.T, at map[string]string, own *tls.Config) *server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{Listener: listener, at: at, tls: own}
	t.Cleanup(func() { _ = s.Close() })
	go func() {
		for {
			c, err := s.Accept()
			if err != nil {
				return
			}
			go s.talk(c)
		}
	}()
	return s
}

func (s *server) talk(c net.Conn) {
	defer func() { _ = c.Close() }()
	lines := bufio.NewReader(c)
	heard := &s.clear
	say := func(step, usual string) bool {
		answer, otherwise := s.at[step]
		if !otherwise {
			answer = usual
		}
		if answer == "" {
			return false
		}
		_, err := fmt.Fprintf(c, "%s\r\n", answer)
		return err == nil
	}
	if !say("", "220 here") {
		return
	}
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		s.mu.Lock()
		*heard = append(*heard, strings.TrimSpace(line))
		s.mu.Unlock()
		verb, _, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(line)), " ")
		switch verb {
		case "STARTTLS":
			if !say(verb, "220 begin") {
				return
			}
			if s.tls != nil {
				c, heard = tls.Server(c, s.tls), &s.veiled
				lines = bufio.NewReader(c)
			}
		case "DATA":
			if !say("DATA", "354 go on") {
				return
			}
			var text strings.Builder
			for {
				part, err := lines.ReadString('\n')
				if err != nil {
					return
				}
				if part == ".\r\n" {
					break
				}
				text.WriteString(part)
			}
			s.mu.Lock()
			s.mails = append(s.mails, text.String())
			s.mu.Unlock()
			if !say(".", "250 taken") {
				return
			}
		default:
			if !say(verb, "250 ok") || verb == "QUIT" {
				return
			}
		}
	}
}

func (s *server) sender(t *testing.T) *mail.SMTP {
	t.Helper()
	sender, err := mail.NewSMTP("smtp://" + s.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return sender
}

func TestSMTP(t *testing.T) {
	t.Run("sends both parts under an id that never changes", func(t *testing.T) {
		s := serve(t, nil)
		receipt, err := s.sender(t).Send(t.Context(), email)
		if err != nil || receipt.ProviderID != "message/7@example.org" {
			t.Fatalf("got %+v, %v", receipt, err)
		}
		for _, part := range []string{"Message-ID: <message/7@example.org>", "Subject: Hello", "To: <ada@example.org>", "Hello Ada", "<p>Hello Ada</p>",
			"multipart/alternative", "Auto-Submitted: auto-generated", "X-Entity-Ref-ID: " + email.ID} {
			if !strings.Contains(s.mails[0], part) {
				t.Errorf("%q is missing in\n%s", part, s.mails[0])
			}
		}
	})
	for name, c := range map[string]struct {
		at       map[string]string
		kind     mail.Kind
		sentence string
	}{
		"an address that is refused":            {map[string]string{"RCPT": "550 no such user"}, mail.Permanent, "refused the address (550)"},
		"a mailbox that is busy":                {map[string]string{"RCPT": "450 busy"}, mail.Retryable, "answered with 450"},
		"a sender that is refused":              {map[string]string{"MAIL": "553 not you"}, mail.Retryable, "refused the sender (553)"},
		"an email that is refused":              {map[string]string{".": "554 spam"}, mail.Permanent, "refused the email (554)"},
		"an email that is put off":              {map[string]string{".": "451 later"}, mail.Retryable, "answered with 451"},
		"a connection that is lost at the end":  {map[string]string{".": ""}, mail.Ambiguous, "lost before it answered"},
		"a connection that is lost before that": {map[string]string{"DATA": ""}, mail.Retryable, "was lost"},
		"a server that says nothing":            {map[string]string{"": ""}, mail.Retryable, "could not be reached"},
	} {
		t.Run(name+" is "+c.kind.String(), func(t *testing.T) {
			_, err := serve(t, c.at).sender(t).Send(t.Context(), email)
			if mail.KindOf(err) != c.kind || err == nil || !strings.Contains(err.Error(), c.sentence) {
				t.Fatalf("got %v", err)
			}
		})
	}
	t.Run("a certificate that nobody known signed is no wrong password", func(t *testing.T) {
		web := httptest.NewTLSServer(http.NotFoundHandler())
		defer web.Close()
		sender, err := mail.NewSMTP("smtps://user:password@" + web.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		if _, err = sender.Send(t.Context(), email); mail.KindOf(err) != mail.Retryable || !strings.Contains(err.Error(), "certificate is not trusted") {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("what goes wrong after it was taken changes nothing", func(t *testing.T) {
		s := serve(t, map[string]string{"RSET": "", "QUIT": ""})
		if _, err := s.sender(t).Send(t.Context(), email); err != nil || len(s.mails) != 1 {
			t.Fatalf("got %v", err)
		}
	})
	t.Run("refuses what is no mail server, and says nothing of it", func(t *testing.T) {
		for _, address := range []string{"", "http://u:canary@h", "smtps://", "smtps://u:canary@h:99999", "smtp://h/canary", "smtps://u:canary@h?x=1"} {
			if _, err := mail.NewSMTP(address); err == nil || strings.Contains(err.Error(), "canary") {
				t.Errorf("%q: %v", address, err)
			}
		}
	})
	t.Run("no line break becomes another header", func(t *testing.T) {
		s := serve(t, nil)
		bad := email
		bad.Subject = "Hello\r\nBcc: eve@evil.example"
		if _, err := s.sender(t).Send(t.Context(), bad); mail.KindOf(err) != mail.Permanent || len(s.mails) != 0 {
			t.Fatalf("got %v", err)
		}
	})
}
