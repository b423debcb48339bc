package web

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/portico-hub/portico/server/fault"
)

// The media types of answers. The older one says 200 whatever happened to the query; the newer one says 400 when the
// query was not run (https://graphql.github.io/graphql-over-http/draft/).
const (
	typeJSON    = "application/json"
	typeGraphQL = "application/graphql-response+json"
	typeHTML    = "text/html"
)

// graphql answers one query as the GraphQL-over-HTTP specification says. Somebody who opens the address in a browser
// is shown GraphiQL.
func (s *site) graphql(w http.ResponseWriter, r *http.Request) {
	media := negotiate(r.Header.Values("Accept"))
	switch {
	case media == typeHTML && r.Method == http.MethodGet:
		http.Redirect(w, r, "/developers/graphiql", http.StatusSeeOther)
		return
	case media != typeJSON && media != typeGraphQL && media != typeEvents:
		s.refuse(w, r, notAcceptable)
		return
	}
	params, done, why := s.params(w, r)
	defer done()
	if why != nil {
		s.refuseAs(w, r, *why, media+"; charset=utf-8")
		return
	}
	bounded, cancel := timed(r)
	defer cancel()
	ctx := graphql.StartOperationTrace(bounded)
	params.Headers = r.Header
	params.ReadTime.Start, params.ReadTime.End = graphql.GetStartTime(ctx), graphql.Now()
	op, errs := s.engine.CreateOperationContext(ctx, params)
	if errs != nil {
		s.notRun(ctx, w, media, op, errs)
		return
	}
	switch {
	case media == typeEvents:
		s.stream(w, r.WithContext(ctx), op)
	case op.Operation.Operation == ast.Subscription:
		s.refuseAs(w, r, noStream, media+"; charset=utf-8")
	case op.Operation.Operation != ast.Query && r.Method == http.MethodGet:
		w.Header().Set("Allow", http.MethodPost)
		s.refuseAs(w, r, onlyQueries, media+"; charset=utf-8")
	default:
		s.run(w, r.WithContext(ctx), media, op)
	}
}

// errNoAnswer stands for an executor that gave up, as it does when the client hung up or the time was over.
var errNoAnswer = errors.New("the executor gave no answer")

// run executes an operation that is fit to be.
func (s *site) run(w http.ResponseWriter, r *http.Request, media string, op *graphql.OperationContext) {
	respond, ctx := s.engine.DispatchOperation(r.Context(), op)
	answer := respond(ctx)
	if answer == nil {
		s.fail(w, r.WithContext(ctx), errNoAnswer)
		return
	}
	for _, e := range answer.Errors {
		if params, ok := e.Extensions["params"].(map[string]any); ok {
			waitFor(w, fault.List{{Params: params}})
		}
	}
	write(w, media, http.StatusOK, answer)
}

// notRun answers for a query that was refused before it ran: without data, not even null.
func (s *site) notRun(ctx context.Context, w http.ResponseWriter, media string, op *graphql.OperationContext, errs gqlerror.List) {
	status := http.StatusOK
	if media == typeGraphQL {
		status = http.StatusBadRequest
	}
	write(w, media, status, s.engine.DispatchError(graphql.WithOperationContext(ctx, op), errs))
}

// write sends an answer in the parts that the executor made, without going through the data again.
func write(w http.ResponseWriter, media string, status int, answer *graphql.Response) {
	body := append(body(answer), '\n')
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that is gone needs no answer
}

// body is an answer as JSON.
func body(answer *graphql.Response) []byte {
	body := []byte{'{'}
	part := func(name string, value []byte) {
		if len(body) > 1 {
			body = append(body, ',')
		}
		body = append(append(append(body, '"'), name...), '"', ':')
		body = append(body, value...)
	}
	if len(answer.Errors) > 0 {
		part("errors", encode(answer.Errors))
	}
	if answer.Data != nil {
		part("data", answer.Data)
	}
	if len(answer.Extensions) > 0 {
		part("extensions", encode(answer.Extensions))
	}
	return append(body, '}')
}

func encode(value any) []byte {
	b, err := json.Marshal(value)
	if err != nil {
		panic(err) // only what the presenter made is encoded
	}
	return b
}

// params reads a request, with its file if it brings one. done is called when it is answered.
func (s *site) params(w http.ResponseWriter, r *http.Request) (p *graphql.RawParams, done func(), why *refusal) {
	if r.Method == http.MethodPost && isMultipart(r) {
		return s.upload(w, r)
	}
	p, why = s.plain(w, r)
	return p, func() {}, why
}

// plain reads a request without a file, within the size that its sender may use.
func (s *site) plain(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	limit := int64(StrangerBody)
	if signedIn(r.Context()) {
		limit = MemberBody
	}
	if r.Method == http.MethodGet {
		return fromAddress(r.URL.RawQuery, limit)
	}
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != typeJSON {
		return nil, &notJSON
	}
	if r.ContentLength > limit {
		w.Header().Set("Connection", "close") // what was announced is not read
		return nil, &tooLarge
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	var tooMuch *http.MaxBytesError
	switch {
	case errors.As(err, &tooMuch):
		return nil, &tooLarge
	case err != nil:
		return nil, &unreadable
	}
	return fromJSON(body)
}

func fromJSON(body []byte) (*graphql.RawParams, *refusal) {
	text := strings.TrimLeft(string(body), " \t\r\n")
	if strings.HasPrefix(text, "[") {
		return nil, &noBatch
	}
	var p graphql.RawParams
	if decode(text, &p) != nil || p.Query == "" {
		return nil, &unreadable
	}
	return &p, nil
}

func fromAddress(raw string, limit int64) (*graphql.RawParams, *refusal) {
	if int64(len(raw)) > limit {
		return nil, &addressTooLong
	}
	values, err := url.ParseQuery(raw)
	if err != nil || values.Get("query") == "" {
		return nil, &unreadable
	}
	p := graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	for name, into := range map[string]*map[string]any{"variables": &p.Variables, "extensions": &p.Extensions} {
		if text := values.Get(name); text != "" && decode(text, into) != nil {
			return nil, &unreadable
		}
	}
	return &p, nil
}

// decode reads exactly one JSON value and keeps numbers as they were written.
func decode(text string, into any) error {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value")
	}
	return nil
}

// negotiate picks the media type that a client likes best, the first among equals; without a wish the older one. It
// returns "" when the client accepts nothing that we can say.
func negotiate(accept []string) string {
	wishes := strings.Join(accept, ",")
	if strings.TrimSpace(wishes) == "" {
		return typeJSON
	}
	best, liking := "", 0.0
	for wish := range strings.SplitSeq(wishes, ",") {
		media, parameters, err := mime.ParseMediaType(strings.TrimSpace(wish))
		if err != nil {
			continue
		}
		q := 1.0
		if text, ok := parameters["q"]; ok {
			if q, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		switch media {
		case "*/*", "application/*":
			media, q = typeJSON, q*0.99 // what is named is liked better than what is merely allowed
		case typeJSON, typeGraphQL, typeHTML, typeEvents:
		default:
			continue
		}
		if q > liking {
			best, liking = media, q
		}
	}
	return best
}
