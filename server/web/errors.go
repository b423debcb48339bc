package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"

	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/visit"
)

// refusal is a fault as HTTP says it: a status, a code of the contract and a full sentence.
type refusal struct {
	status  int
	kind    fault.Kind
	message string
}

// statusGone is for the log alone: the client hung up before there was an answer.
const statusGone = 499

var (
	wrongMethod    = refusal{http.StatusMethodNotAllowed, fault.BadRequest, "This address does not answer to this method."}
	nothingHere    = refusal{http.StatusNotFound, fault.Missing, "There is nothing at this address."}
	notBuilt       = refusal{http.StatusNotFound, fault.Missing, "The pages are not part of this binary. Build it with npm run build."}
	tooLarge       = refusal{http.StatusRequestEntityTooLarge, fault.BadRequest, "This request is larger than allowed."}
	addressTooLong = refusal{http.StatusRequestURITooLong, fault.BadRequest, "This address is longer than allowed. Send the query by POST."}
	notJSON        = refusal{http.StatusUnsupportedMediaType, fault.BadRequest, "Send the request as application/json."}
	notAcceptable  = refusal{http.StatusNotAcceptable, fault.BadRequest, "Answers are application/graphql-response+json or application/json."}
	unreadable     = refusal{http.StatusBadRequest, fault.BadRequest, "The request cannot be read: it must be one JSON object with a query."}
	noBatch        = refusal{http.StatusBadRequest, fault.BadRequest, "Send one query a request: batches are not answered."}
	onlyQueries    = refusal{http.StatusMethodNotAllowed, fault.BadRequest, "GET answers queries only. Send mutations by POST."}
	noStream       = refusal{http.StatusNotAcceptable, fault.BadRequest, "Subscriptions are answered as server-sent events: accept text/event-stream."}
	onlyStreams    = refusal{http.StatusNotAcceptable, fault.BadRequest, "Server-sent events are for subscriptions. Accept application/graphql-response+json."}
	otherSite      = refusal{http.StatusForbidden, fault.Denied, "Requests from other sites need a bearer token."}
	badToken       = refusal{http.StatusUnauthorized, fault.Unauthenticated, "This token is unknown, expired or revoked."}
	otherOrigin    = refusal{http.StatusForbidden, fault.Denied, "This token is not for use by this site. Add its origin to the API client."}
	noTokenView    = refusal{http.StatusBadRequest, fault.BadRequest, "X-Portico-View-As is for administrators who are signed in, not for tokens."}
	signInFirst    = refusal{http.StatusUnauthorized, fault.Unauthenticated, "Sign in first."}
	badKey         = refusal{http.StatusBadRequest, fault.BadRequest, "Idempotency-Key must be 1 to 255 printable ASCII characters."}
	badClock       = refusal{http.StatusBadRequest, fault.BadRequest, `Send {"now": an RFC 3339 time} or {"advance": a Go duration}.`}
	tookTooLong    = refusal{http.StatusServiceUnavailable, fault.Internal, "This took too long and was stopped."}
)

// statusOf is the one table from kinds of faults to HTTP.
var statusOf = map[fault.Kind]int{
	fault.Input:           http.StatusBadRequest,
	fault.Unauthenticated: http.StatusUnauthorized,
	fault.Denied:          http.StatusForbidden,
	fault.Missing:         http.StatusNotFound,
	fault.BadRequest:      http.StatusBadRequest,
	fault.Limited:         http.StatusTooManyRequests,
	fault.Expensive:       http.StatusBadRequest,
	fault.Disabled:        http.StatusForbidden,
}

// refuse answers with a refusal, in the shape of a GraphQL error whatever the route.
func (s *site) refuse(w http.ResponseWriter, r *http.Request, why refusal) {
	s.refuseAs(w, r, why, "application/json; charset=utf-8")
}

func (s *site) refuseAs(w http.ResponseWriter, r *http.Request, why refusal, contentType string) {
	body, err := json.Marshal(map[string]any{"errors": []any{map[string]any{
		"message": why.message,
		"extensions": map[string]any{
			"code":      why.kind,
			"requestId": visit.From(r.Context()).RequestID,
		},
	}}})
	if err != nil {
		panic(err) // strings alone always have a form in JSON
	}
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(why.status)
	_, _ = w.Write(append(body, '\n')) // a client that is gone needs no answer
}

// fail answers with an error of any kind. What is no fault is ours: logged, and shown with the request's id only.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	if faults, ok := fault.All(err); ok && len(faults) > 0 {
		waitFor(w, faults)
		s.refuse(w, r, refusalOf(faults))
		return
	}
	switch r.Context().Err() {
	case context.Canceled:
		w.WriteHeader(statusGone)
		return
	case context.DeadlineExceeded:
		s.refuse(w, r, tookTooLong)
		return
	}
	s.refuse(w, r, s.ourFault(r, err))
}

// ourFault logs an error of ours, and says what a client is told of it.
func (s *site) ourFault(r *http.Request, err error) refusal {
	s.Logger.ErrorContext(r.Context(), "request failed", slog.String("request", visit.From(r.Context()).RequestID), slog.Any("error", err))
	return somethingWrong(r.Context())
}

// refusalOf is faults as HTTP says them.
func refusalOf(faults fault.List) refusal {
	kind := faults[0].Kind
	why := refusal{statusOf[kind], kind, faults.Error()}
	if kind == fault.Input {
		why.kind = fault.BadRequest
	}
	return why
}

// waitFor says how long to wait, if that is why.
func waitFor(w http.ResponseWriter, faults fault.List) {
	if seconds, ok := faults[0].Params[fault.RetryAfter].(int); ok {
		w.Header().Set("Retry-After", strconv.Itoa(seconds))
	}
}

func somethingWrong(ctx context.Context) refusal {
	id := visit.From(ctx).RequestID
	return refusal{http.StatusInternalServerError, fault.Internal, "Something went wrong (request " + id + ")."}
}

// errCaught stands for a panic, of which a client learns nothing.
var errCaught = errors.New("a panic was caught")

// caught logs a panic of a resolver. The presenter says it like every error of ours.
func (s *site) caught(ctx context.Context, cause any) error {
	s.Logger.ErrorContext(ctx, "panic", slog.String("request", visit.From(ctx).RequestID),
		slog.Any("cause", cause), slog.String("stack", string(debug.Stack())))
	return errCaught
}
