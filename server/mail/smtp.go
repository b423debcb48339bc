package mail

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/textproto"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// Ports of SMTP: with TLS from the first byte (RFC 8314), and with STARTTLS (RFC 6409).
const (
	portTLS      = 465
	portStartTLS = 587
)

// SMTP sends through a mail server. It knows no idempotency keys.
type SMTP struct {
	// Roots, if set, say whose certificates are believed, in place of what the machine says.
	Roots *x509.CertPool

	host    string
	options []gomail.Option
}

// NewSMTP returns a sender for an address such as smtps://user:password@host:465. smtp:// begins without TLS and insists on STARTTLS, but for
// a server on this machine. The error holds nothing of the address.
func NewSMTP(address string) (*SMTP, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "smtps" && u.Scheme != "smtp" || u.Hostname() == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("this is no address of a mail server")
	}
	s := &SMTP{host: u.Hostname(), options: []gomail.Option{gomail.WithTimeout(timeout)}}
	port := portTLS
	if u.Scheme == "smtp" {
		port = portStartTLS
	}
	if u.Port() != "" {
		if port, err = strconv.Atoi(u.Port()); err != nil || port < 1 || port > 65535 {
			return nil, errors.New("this is no port of a mail server")
		}
	}
	switch {
	case u.Scheme == "smtps":
		s.options = append(s.options, gomail.WithSSL())
	case onThisMachine(u.Hostname()):
		s.options = append(s.options, gomail.WithTLSPolicy(gomail.TLSOpportunistic))
	default:
		s.options = append(s.options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	s.options = append(s.options, gomail.WithPort(port))
	if password, has := u.User.Password(); has {
		s.options = append(s.options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	_, err = gomail.NewClient(s.host, s.options...)
	if err != nil {
		return nil, errors.New("this is no address of a mail server")
	}
	return s, nil
}

func onThisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Forgets says that an email which may have been taken over must not be handed over again.
func (s *SMTP) Forgets() {}

// Send makes one attempt of at most 15 seconds.
func (s *SMTP) Send(ctx context.Context, email Email) (Receipt, error) {
	if err := email.check(); err != nil {
		return Receipt{}, err
	}
	message, id, err := compose(email)
	if err != nil {
		return Receipt{}, refused("the mail library refused it")
	}
	options := s.options
	if s.Roots != nil {
		options = append(slices.Clone(options), gomail.WithTLSConfig(&tls.Config{ServerName: s.host, MinVersion: gomail.DefaultTLSMinVersion, RootCAs: s.Roots}))
	}
	client, err := gomail.NewClient(s.host, options...)
	if err != nil {
		return Receipt{}, &Error{Kind: Retryable, Sentence: "The mail server's address cannot be used.", RetryAfter: waitForOperator, Err: err}
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	if err := client.DialWithContext(ctx); err != nil {
		return Receipt{}, unreached(err)
	}
	// Once it was taken over, nothing that goes wrong afterwards changes that.
	defer func() { _ = client.Close() }()
	if err := client.Send(message); err != nil && !message.IsDelivered() {
		return Receipt{}, answered(err)
	}
	return Receipt{ProviderID: id}, nil
}

// compose is the email as it is written to the mail server; its id is the same at every attempt.
func compose(email Email) (message *gomail.Msg, id string, err error) {
	from, err := mail.ParseAddress(email.From)
	if err != nil {
		return nil, "", err
	}
	_, domain, _ := strings.Cut(from.Address, "@")
	id = email.IdempotencyKey + "@" + domain
	message = gomail.NewMsg()
	if err := errors.Join(message.From(email.From), message.To(email.To)); err != nil {
		return nil, "", err
	}
	message.Subject(email.Subject)
	message.SetDate()
	message.SetMessageIDWithValue(id)
	if email.ID != "" {
		message.SetGenHeader("X-Entity-Ref-ID", email.ID)
	}
	// No machine answers it with a note of absence (RFC 3834).
	message.SetGenHeader("Auto-Submitted", "auto-generated")
	message.SetBodyString(gomail.TypeTextPlain, email.Text)
	if email.HTML != "" {
		message.AddAlternativeString(gomail.TypeTextHTML, email.HTML)
	}
	return message, id, nil
}

// unreached is why no email could even be begun: nothing was taken over.
func unreached(err error) *Error {
	e := &Error{Kind: Retryable, Sentence: "The mail server could not be reached.", Err: err}
	switch {
	case is[x509.HostnameError](err):
		e.Sentence, e.RetryAfter = "The mail server's certificate is not valid for its name.", waitForOperator
	case is[*tls.CertificateVerificationError](err), is[x509.UnknownAuthorityError](err), is[x509.CertificateInvalidError](err):
		e.Sentence, e.RetryAfter = "The mail server's certificate is not trusted: it has expired, or nobody known signed it.", waitForOperator
	case strings.Contains(err.Error(), "does not support STARTTLS"): // the library has no value for it
		e.Sentence, e.RetryAfter = "The mail server offers no TLS, so it was told nothing.", waitForOperator
	case errors.Is(err, gomail.ErrNoSupportedAuthDiscovered):
		e.Sentence, e.RetryAfter = "The mail server offers no way of signing in that hides the password.", waitForOperator
	case refusesLogin(err):
		e.Sentence, e.RetryAfter = "The mail server refused the user name or the password.", waitForOperator
	}
	return e
}

// is reports an error of a type in a chain.
func is[E error](err error) bool {
	_, found := errors.AsType[E](err)
	return found
}

// refusesLogin reports an answer to signing in that no other attempt changes (RFC 4954, 6).
func refusesLogin(err error) bool {
	said, answered := errors.AsType[*textproto.Error](err)
	return answered && (said.Code == 530 || said.Code == 534 || said.Code == 535 || said.Code == 538)
}

// answered says what a refusal, or a connection that was lost, means.
func answered(err error) *Error {
	said, is := errors.AsType[*gomail.SendError](err)
	if !is {
		return &Error{Kind: Ambiguous, Sentence: "The connection to the mail server was lost.", Err: err}
	}
	e := &Error{Kind: Retryable, Sentence: fmt.Sprintf("The mail server answered with %d.", said.ErrorCode()), Code: strconv.Itoa(said.ErrorCode()), Err: err}
	switch code := said.ErrorCode(); {
	case code == 0 && said.Reason == gomail.ErrSMTPDataClose:
		// All of it was there, and the answer was not.
		e.Kind, e.Sentence, e.Code = Ambiguous, "The connection to the mail server was lost before it answered.", ""
	case code == 0:
		e.Sentence, e.Code = "The connection to the mail server was lost.", ""
	case code >= 500 && said.Reason == gomail.ErrSMTPRcptTo:
		e.Kind, e.Sentence = Permanent, fmt.Sprintf("The mail server refused the address (%d). Check the spelling.", code)
	case code >= 500 && said.Reason == gomail.ErrSMTPMailFrom:
		e.Sentence, e.RetryAfter = fmt.Sprintf("The mail server refused the sender (%d).", code), waitForOperator
	case code >= 500:
		e.Kind, e.Sentence = Permanent, fmt.Sprintf("The mail server refused the email (%d).", code)
	default:
		e.RetryAfter = time.Minute
	}
	return e
}
