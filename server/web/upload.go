package web

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/transfer"
)

// UploadBody bounds a multipart body in bytes: one file, and the query that it goes with.
const UploadBody = transfer.MaxFile + MemberBody

// Somebody who sends a file may take uploadTime in all, as long as something comes every half minute.
const uploadTime = 10 * time.Minute

var (
	noPreflight  = refusal{http.StatusBadRequest, fault.BadRequest, "Send the header GraphQL-Require-Preflight: 1 with a file."}
	badMultipart = refusal{http.StatusBadRequest, fault.BadRequest,
		"The request cannot be read: it must have the parts operations, map and one file, in this order (graphql-multipart-request-spec)."}
	fileTooLarge = refusal{http.StatusRequestEntityTooLarge, fault.BadRequest, "This file is larger than 50 MB."}
)

// isMultipart reports a request that brings a file.
func isMultipart(r *http.Request) bool {
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(r.Header.Get("Content-Type"))), "multipart/")
}

// upload reads a multipart request as its specification says (https://github.com/jaydenseric/graphql-multipart-request-spec):
// a query and one file. Who may bring files is asked before the body is read. The file lies on this machine until done is
// called, under no name: however the process ends, nothing of it is left.
func (s *site) upload(w http.ResponseWriter, r *http.Request) (p *graphql.RawParams, done func(), why *refusal) {
	done = func() {}
	refuse := func(why refusal) (*graphql.RawParams, func(), *refusal) {
		w.Header().Set("Connection", "close") // what was announced is not read
		return nil, done, &why
	}
	switch {
	case r.Header.Get("GraphQL-Require-Preflight") == "":
		return refuse(noPreflight)
	case !signedIn(r.Context()):
		return refuse(signInFirst)
	case r.ContentLength > UploadBody:
		return refuse(fileTooLarge)
	}
	if faults, _ := fault.All(s.Importer.May(r.Context())); len(faults) > 0 {
		return refuse(refusalOf(faults))
	}
	r.Body = http.MaxBytesReader(w, &coming{ReadCloser: r.Body, connection: http.NewResponseController(w), until: time.Now().Add(uploadTime)}, UploadBody)
	parts, err := r.MultipartReader()
	if err != nil {
		return refuse(badMultipart)
	}
	file, p, err := readParts(parts)
	done = func() {
		if file != nil {
			_ = file.Close()
			_ = os.Remove(file.Name()) // where none can go while it is open
		}
	}
	var tooMuch *http.MaxBytesError
	var disk *fs.PathError
	switch {
	case errors.As(err, &tooMuch):
		return refuse(fileTooLarge)
	case errors.As(err, &disk):
		return refuse(s.ourFault(r, err))
	case err != nil:
		return refuse(badMultipart)
	}
	return p, done, nil
}

// timed gives a request that brought a file the time that others have, once the file is here.
func timed(r *http.Request) (context.Context, context.CancelFunc) {
	if !isMultipart(r) {
		return r.Context(), func() {}
	}
	return context.WithTimeout(r.Context(), RequestTime)
}

// coming is a body that somebody goes on sending.
type coming struct {
	io.ReadCloser
	connection *http.ResponseController
	until      time.Time
}

// Read is the next part of the body.
func (c *coming) Read(p []byte) (int, error) {
	next := time.Now().Add(patience)
	if next.After(c.until) {
		next = c.until
	}
	_ = c.connection.SetReadDeadline(next) // what cannot have one ends when its request does
	_ = c.connection.SetWriteDeadline(next.Add(RequestTime))
	return c.ReadCloser.Read(p)
}

var errParts = errors.New("the parts are not those of a request with one file")

// readParts reads the three parts, in their order.
func readParts(parts *multipart.Reader) (file *os.File, p *graphql.RawParams, err error) {
	operations, err := textPart(parts, "operations")
	if err != nil {
		return nil, nil, err
	}
	p, why := fromJSON(operations)
	if why != nil {
		return nil, nil, errParts
	}
	said, err := textPart(parts, "map")
	if err != nil {
		return nil, nil, err
	}
	var places map[string][]string
	if json.Unmarshal(said, &places) != nil || len(places) != 1 {
		return nil, nil, errParts
	}
	part, err := parts.NextPart()
	if err != nil {
		return nil, nil, err
	}
	where := places[part.FormName()]
	if len(where) != 1 {
		return nil, nil, errParts
	}
	name, ok := strings.CutPrefix(where[0], "variables.")
	if _, there := p.Variables[name]; !ok || !there {
		return nil, nil, errParts
	}
	if file, err = os.CreateTemp("", "portico-upload-*"); err != nil {
		return nil, nil, err
	}
	_ = os.Remove(file.Name())
	size, err := io.Copy(file, part)
	if err != nil {
		return file, nil, err
	}
	p.Variables[name] = graphql.Upload{File: file, Filename: part.FileName(), Size: size, ContentType: part.Header.Get("Content-Type")}
	_, err = file.Seek(0, io.SeekStart)
	return file, p, err
}

// textPart reads a part that holds text.
func textPart(parts *multipart.Reader, name string) ([]byte, error) {
	part, err := parts.NextPart()
	if err != nil {
		return nil, err
	}
	if part.FormName() != name {
		return nil, errParts
	}
	text, err := io.ReadAll(io.LimitReader(part, MemberBody+1))
	if err == nil && len(text) > MemberBody {
		err = errParts
	}
	return text, err
}
