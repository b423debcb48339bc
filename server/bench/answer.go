package main

import (
	"context"
	"encoding/hex"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/portico-hub/portico/server/gid"
)

var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 32<<10); return &b }}

// served answers a request with JSON that is appended to a buffer, and used again.
func served(answer answerer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		kept := buffers.Get().(*[]byte)
		defer buffers.Put(kept)
		b, err := answer((*kept)[:0], r)
		*kept = b
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", strconv.Itoa(len(b)))
		_, _ = w.Write(b) // whoever is gone needs no answer
	}
}

// listen serves until ctx ends.
func listen(ctx context.Context, addr string, mux *http.ServeMux) error {
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	server := &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	err := server.ListenAndServe()
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// appendPage is a page of at most pageSize users, with the count unless it is below 0.
func appendPage(b []byte, users []user, total int) []byte {
	more := len(users) > pageSize
	users = users[:min(len(users), pageSize)]
	b = append(b, `{"data":{"users":{"edges":[`...)
	for i := range users {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"node":{`...)
		b = appendUser(b, &users[i])
		b = append(b, `}}`...)
	}
	b = append(b, `],"pageInfo":{"hasNextPage":`...)
	b = strconv.AppendBool(b, more)
	b = append(b, `,"endCursor":`...)
	if len(users) == 0 {
		b = append(b, `null}`...)
	} else {
		last := &users[len(users)-1]
		b = appendString(b, hex.EncodeToString([]byte(last.last))+strconv.FormatInt(last.id, 10))
		b = append(b, '}')
	}
	if total >= 0 {
		b = strconv.AppendInt(append(b, `,"totalCount":`...), int64(total), 10)
	}
	return append(b, `}}}`...)
}

func appendCard(b []byte, u user, deeds []deed) []byte {
	b = appendUser(append(b, `{"data":{"node":{`...), &u)
	b = append(b, `,"activities":{"edges":[`...)
	for i, d := range deeds {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(append(b, `{"node":{"id":`...), gid.Encode("Activity", d.id))
		b = appendString(append(b, `,"kind":`...), d.kind)
		b = appendString(append(b, `,"summary":`...), d.summary)
		b = appendString(append(b, `,"source":`...), d.source)
		b = append(appendTime(append(b, `,"occurredAt":`...), d.at), `}}`...)
	}
	return append(b, `]}}}}`...)
}

// appendUser is what every list and the card say of a user, in the order of the query.
func appendUser(b []byte, u *user) []byte {
	b = appendString(append(b, `"id":`...), gid.Encode("User", u.id))
	b = appendString(append(b, `,"email":`...), u.email)
	b = appendString(append(b, `,"firstName":`...), u.first)
	b = appendString(append(b, `,"lastName":`...), u.last)
	b = appendOptional(append(b, `,"title":`...), u.title.String, u.title.Valid)
	b = append(b, `,"company":`...)
	if u.company.Valid {
		b = append(appendString(append(b, `{"name":`...), u.company.String), '}')
	} else {
		b = append(b, `null`...)
	}
	b = appendOptional(append(b, `,"cellPhone":`...), u.phone.String, u.phone.Valid)
	b = appendTime(append(b, `,"createdAt":`...), u.created)
	b = appendString(append(b, `,"status":`...), u.status)
	b = append(b, `,"groups":{"edges":[`...)
	for i, g := range u.groups {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(append(b, `{"node":{"id":`...), gid.Encode("Group", g.id))
		b = append(appendString(append(b, `,"name":`...), g.name), `}}`...)
	}
	return append(b, `]}`...)
}

func appendTime(b []byte, t time.Time) []byte {
	return append(t.UTC().AppendFormat(append(b, '"'), time.RFC3339Nano), '"')
}

func appendOptional(b []byte, s string, valid bool) []byte {
	if !valid {
		return append(b, `null`...)
	}
	return appendString(b, s)
}

const digits = "0123456789abcdef"

// appendString quotes a text for JSON.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := range len(s) {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		b = append(b, s[from:i]...)
		b = append(b, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		from = i + 1
	}
	return append(append(b, s[from:]...), '"')
}
