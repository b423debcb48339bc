package web

import (
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/portico-hub/portico/server/visit"
)

// typeEvents is the media type of a stream (https://html.spec.whatwg.org/multipage/server-sent-events.html).
const typeEvents = "text/event-stream"

// beat is how often a stream says that it is alive: proxies close what is silent for a minute.
const beat = 15 * time.Second

// ask is the door of /graphql: a stream goes on for as long as somebody reads it, a file comes as fast as it can, everything
// else has its time.
func (s *site) ask(next http.Handler) http.Handler {
	short, long := s.api(next), s.long(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if negotiate(r.Header.Values("Accept")) == typeEvents || isMultipart(r) {
			long.ServeHTTP(w, r)
			return
		}
		short.ServeHTTP(w, r)
	})
}

// stream answers a subscription with server-sent events, one connection for each
// (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): next with every result, complete at the end. It ends
// when the client is gone, when the process drains, and when whoever subscribed may not go on.
func (s *site) stream(w http.ResponseWriter, r *http.Request, op *graphql.OperationContext) {
	if op.Operation.Operation != ast.Subscription {
		s.refuse(w, r, onlyStreams)
		return
	}
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	respond, ctx := s.engine.DispatchOperation(ctx, op)
	connection := http.NewResponseController(w)
	_ = connection.SetReadDeadline(time.Time{}) // the request was read; that its sender hangs up is still noticed
	out := &events{unhurried{w, connection}}
	h := w.Header()
	h.Set("Content-Type", typeEvents)
	h.Set("X-Accel-Buffering", "no")
	out.send(": \n\n")
	s.pump(ctx, out, results(ctx, respond))
}

// results are the answers of a subscription, until it ends. Each is written before the next is asked for: the executor uses
// its memory again.
func results(ctx context.Context, respond graphql.ResponseHandler) <-chan []byte {
	all := make(chan []byte)
	go func() {
		defer close(all)
		for {
			answer := respond(ctx)
			if answer == nil {
				return
			}
			select {
			case all <- body(answer):
			case <-ctx.Done():
				return
			}
		}
	}()
	return all
}

// pump writes what comes, and a sign of life while nothing does.
func (s *site) pump(ctx context.Context, out *events, all <-chan []byte) {
	alive := time.NewTicker(beat)
	defer alive.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.Draining:
			return // without complete: whoever listens comes again, to another replica
		case <-alive.C:
			out.send(": \n\n")
		case answer, more := <-all:
			if more {
				out.next(answer)
				continue
			}
			if ctx.Err() != nil {
				return
			}
			if err := visit.From(ctx).Ended(); err != nil {
				out.next(body(&graphql.Response{Errors: gqlerror.List{s.Present(ctx, err)}}))
			}
			out.send("event: complete\ndata:\n\n")
			return
		}
	}
}

// events writes a stream, part by part.
type events struct{ unhurried }

// next writes one result. A line's end within it, such as behind what a Map holds, begins another line of data.
func (e *events) next(answer []byte) {
	e.send("event: next\ndata: " + strings.ReplaceAll(string(answer), "\n", "\ndata: ") + "\n\n")
}

// send writes one part, at once. Whoever is gone is noticed by the request's context.
func (e *events) send(text string) {
	_, _ = io.WriteString(e, text)
	_ = e.connection.Flush()
}
