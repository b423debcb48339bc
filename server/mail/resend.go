package mail

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	resendapi "github.com/resend/resend-go/v2"
)

const (
	// resendURL is named here because the library would otherwise take it from an environment variable of its own.
	resendURL = "https://api.resend.com/"
	// timeout is for one attempt. After it the answer counts as lost.
	timeout = 15 * time.Second
	// usualPace is the limit of an account of which nothing is known yet; fastest is the most requests a second that are made of any.
	usualPace = 500 * time.Millisecond
	fastest   = 100
)

// Resend sends through resend.com.
type Resend struct {
	client *resendapi.Client
	// perSecond is the limit of the account, as the last answer said it; 0 before one did.
	perSecond atomic.Int64
}

// NewResend returns a sender for an API key. A base URL other than nil is taken in place of Resend's own.
func NewResend(apiKey string, base *url.URL) *Resend {
	if base == nil {
		base, _ = url.Parse(resendURL)
	}
	base = base.JoinPath("/") // the library resolves "emails" against it, which needs the slash at the end
	client := resendapi.NewCustomClient(&http.Client{
		Timeout:       timeout,
		Transport:     listener{http.DefaultTransport},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}, apiKey)
	client.BaseURL = base
	return &Resend{client: client}
}

// Most is how many emails Resend takes at once.
func (r *Resend) Most() int { return 100 }

// Pace follows what Resend says of its limit with each answer; before the first one it is two requests a second, which is the least that
// Resend allows anybody.
func (r *Resend) Pace() time.Duration {
	if limit := r.perSecond.Load(); limit > 0 {
		return time.Second / time.Duration(limit)
	}
	return usualPace
}

// Send makes one attempt of at most 15 seconds. Under one idempotency key Resend takes an email over once, for 24 hours.
func (r *Resend) Send(ctx context.Context, email Email) (Receipt, error) {
	if err := email.check(); err != nil {
		return Receipt{}, err
	}
	ctx, heard := listen(ctx)
	sent, err := r.client.Emails.SendWithOptions(ctx, request(email), &resendapi.SendEmailOptions{IdempotencyKey: email.IdempotencyKey})
	if err := r.judge(heard, err, err == nil && sent.Id != ""); err != nil {
		return Receipt{}, err
	}
	return Receipt{ProviderID: sent.Id}, nil
}

// SendMany makes one attempt with up to 100 emails, of which Resend takes all or none.
func (r *Resend) SendMany(ctx context.Context, key string, emails []Email) ([]Receipt, error) {
	requests := make([]*resendapi.SendEmailRequest, len(emails))
	for i, email := range emails {
		if err := email.check(); err != nil {
			return nil, err
		}
		requests[i] = request(email)
	}
	ctx, heard := listen(ctx)
	sent, err := r.client.Batch.SendWithOptions(ctx, requests, &resendapi.BatchSendEmailOptions{IdempotencyKey: key})
	if err := r.judge(heard, err, err == nil && len(sent.Data) == len(emails)); err != nil {
		return nil, err
	}
	receipts := make([]Receipt, len(emails))
	for i, one := range sent.Data {
		receipts[i] = Receipt{ProviderID: one.Id}
	}
	return receipts, nil
}

func request(email Email) *resendapi.SendEmailRequest {
	request := &resendapi.SendEmailRequest{
		From: email.From, To: []string{email.To}, Subject: email.Subject, Html: email.HTML, Text: email.Text,
	}
	if email.ID != "" {
		request.Headers = map[string]string{"X-Entity-Ref-ID": email.ID}
	}
	return request
}

// judge says what an attempt came to; whole says that its answer had all that was asked for.
func (r *Resend) judge(heard *heard, err error, whole bool) error {
	if heard.perSecond > 0 {
		r.perSecond.Store(int64(min(heard.perSecond, fastest)))
	}
	switch {
	case err != nil && (heard.status < 200 || heard.status > 299):
		return heard.classify(err)
	case !whole:
		return &Error{Kind: Ambiguous, Sentence: "Resend accepted the email but its answer could not be read.", Status: heard.status, Err: err}
	}
	return nil
}

// waits are for what only a person can mend, or only time: an attempt a second would change nothing.
const (
	waitForOperator = 5 * time.Minute
	waitForQuota    = time.Hour
	waitForSelf     = 2 * time.Second
)

// classify says what an answer, or its absence, means. The question is always whether Resend may have taken the email.
func (h *heard) classify(err error) *Error {
	e := &Error{Kind: Retryable, Sentence: h.sentence(), Code: h.name, Status: h.status, RetryAfter: h.retryAfter, Err: err}
	switch status := h.status; {
	case status == 0 && h.sent.Load():
		e.Kind, e.Sentence = Ambiguous, "The connection to Resend was lost before it answered."
	case status == 0:
		e.Sentence = "Resend could not be reached."
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status >= 300 && status < 400:
		// The API key, the sender's domain or the address of the service: the operator mends it, and no mail is lost.
		e.RetryAfter = max(e.RetryAfter, waitForOperator)
	case status == http.StatusConflict && h.name == "concurrent_idempotent_requests":
		e.RetryAfter = max(e.RetryAfter, waitForSelf)
	case status == http.StatusConflict && h.name == "invalid_idempotent_request":
		e.Kind, e.Sentence = Earlier, strings.TrimSpace("Resend took it over earlier, in other words. It says: "+e.Sentence)
	case status == http.StatusTooManyRequests && strings.HasSuffix(h.name, "quota_exceeded"):
		e.RetryAfter = max(e.RetryAfter, waitForQuota)
	case status == http.StatusTooManyRequests, status == http.StatusRequestTimeout, status == http.StatusTooEarly,
		status == http.StatusServiceUnavailable:
	case status >= 500 && h.name == "":
		// Not Resend's own words but those of something in between: what happened behind it is not known.
		e.Kind = Ambiguous
	case status >= 500:
	default:
		e.Kind = Permanent
	}
	if e.Sentence == "" {
		e.Sentence = "Resend answered with " + http.StatusText(h.status) + "."
	}
	return e
}
