package mail

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Fate is what a delivery report says became of an email.
type Fate string

// The fates, in the order in which they come; a report of an earlier one never takes a later one back.
const (
	FateSent       Fate = "SENT"
	FateDelivered  Fate = "DELIVERED"
	FateOpened     Fate = "OPENED"
	FateBounced    Fate = "BOUNCED"
	FateFailed     Fate = "FAILED"
	FateComplained Fate = "COMPLAINED"
)

// Report is one delivery report.
type Report struct {
	// ID is the same however often the report is sent.
	ID string
	// ProviderID names the email, as its Receipt did.
	ProviderID string
	// To are the addresses that it went to.
	To []string
	// Fate is empty for a report that says nothing of what became of the email.
	Fate Fate
	// Sentence says what went wrong and how it is mended, in words; empty where nothing did.
	Sentence string
}

// The ways in which a report will not do.
var (
	// ErrNotSigned: not signed with the secret, or not within five minutes of now.
	ErrNotSigned = errors.New("a delivery report that is not signed by the provider")
	// ErrUnreadable: signed, and not a report.
	ErrUnreadable = errors.New("a delivery report that cannot be read")
)

// tolerance is how far the time of a report may be from now.
const tolerance = 5 * time.Minute

// ReadReport reads a delivery report of Resend, which signs the body as it is sent (https://docs.svix.com/receiving/verifying-payloads/how-manual).
func ReadReport(secret string, header http.Header, body []byte, now time.Time) (*Report, error) {
	id, at := header.Get("svix-id"), header.Get("svix-timestamp")
	seconds, err := strconv.ParseInt(at, 10, 64)
	if age := now.Sub(time.Unix(seconds, 0)); err != nil || id == "" || len(id) > 200 || age > tolerance || age < -tolerance {
		return nil, ErrNotSigned
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil || len(key) == 0 {
		return nil, ErrNotSigned
	}
	signed := hmac.New(sha256.New, key)
	signed.Write([]byte(id + "." + at + "."))
	signed.Write(body)
	want, matches := signed.Sum(nil), false
	for _, one := range strings.Fields(header.Get("svix-signature")) {
		given, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(one, "v1,"))
		matches = matches || err == nil && strings.HasPrefix(one, "v1,") && hmac.Equal(given, want)
	}
	if !matches {
		return nil, ErrNotSigned
	}
	return readEvent(id, body)
}

// event is what of a report is looked at.
type event struct {
	Type string `json:"type"`
	Data struct {
		EmailID string   `json:"email_id"`
		To      []string `json:"to"`
		Bounce  struct {
			Type       string   `json:"type"`
			SubType    string   `json:"subType"`
			Message    string   `json:"message"`
			Diagnostic []string `json:"diagnosticCode"`
		} `json:"bounce"`
	} `json:"data"`
}

func readEvent(id string, body []byte) (*Report, error) {
	var e event
	if err := json.Unmarshal(body, &e); err != nil {
		return nil, ErrUnreadable
	}
	r := &Report{ID: id, ProviderID: e.Data.EmailID, To: e.Data.To}
	switch e.Type {
	case "email.sent":
		r.Fate = FateSent
	case "email.delivered":
		r.Fate = FateDelivered
	case "email.opened", "email.clicked":
		r.Fate = FateOpened
	case "email.bounced":
		r.Fate, r.Sentence = FateBounced, e.bounced()
	case "email.complained":
		r.Fate, r.Sentence = FateComplained, "Marked as spam by whoever got it. Ask them before you write again."
	case "email.failed":
		r.Fate, r.Sentence = FateFailed, "The provider could not send it. Look at its log, then send it again."
	case "email.suppressed":
		r.Fate, r.Sentence = FateFailed, "Not sent: the provider holds back what goes to this address, since mail came back or was marked as spam before."
	}
	return r, nil
}

// bounced says why an email came back, and what to do.
func (e event) bounced() string {
	said := strings.ToLower(strings.Join(e.Data.Bounce.Diagnostic, " ") + " " + e.Data.Bounce.Message)
	switch {
	case e.Data.Bounce.SubType == "NoEmail", strings.Contains(said, "5.1.1"), strings.Contains(said, "user unknown"), strings.Contains(said, "does not exist"):
		return "Bounced: mailbox not found. Check the spelling."
	case e.Data.Bounce.SubType == "MailboxFull":
		return "Bounced: the mailbox is full. Try again later, or ask for another address."
	case e.Data.Bounce.SubType == "ContentRejected", e.Data.Bounce.SubType == "AttachmentRejected", e.Data.Bounce.SubType == "MessageTooLarge":
		return "Bounced: their mail server refused what it says. Reach them another way."
	case e.Data.Bounce.Type == "Transient":
		return "Bounced: their mail server could not take it for now. Try again later."
	default:
		return "Bounced: their mail server refused it. Check the spelling, or ask for another address."
	}
}
