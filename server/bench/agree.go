package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync/atomic"

	"github.com/portico-hub/portico/server/gid"
)

// tokens numbers the users that W5 makes.
var tokens atomic.Int64

// token is part of everything about one new user that must be new. All tokens are of one length.
func token() string {
	return fmt.Sprintf("w5x%014xx", tokens.Add(1))
}

func init() { tokens.Store(moment()) }

// newcomer is the input of createUser. They stand near the end of the list by last name: other works read its middle.
func newcomer(token string) map[string]any {
	return map[string]any{"email": token + "@w5.bench.example", "firstName": "Wilma", "lastName": "zz" + token, "title": "Engineer", "cellPhone": "+47 900 00 000"}
}

// cursors asks Portico for its cursors of the deep places: a user's is the same in every list by last name.
func (s sample) cursors(addr string, who headers) error {
	for i, at := range s.deep {
		body, err := once(addr, request(http.MethodPost, addr, "/graphql", who.cookie, asked(
			`query Cursor($email:String){users(first:5,filter:{search:$email},`+byName+`){edges{cursor node{id}}}}`, map[string]any{"email": at.email})))
		if err != nil {
			return err
		}
		var answer struct {
			Data struct {
				Users struct {
					Edges []struct {
						Cursor string
						Node   struct{ ID string }
					}
				}
			}
		}
		if err := json.Unmarshal(body, &answer); err != nil {
			return err
		}
		for _, e := range answer.Data.Users.Edges {
			if e.Node.ID == gid.Encode("User", at.id) {
				s.deep[i].cursor = e.Cursor
			}
		}
		if s.deep[i].cursor == "" {
			return fmt.Errorf("user %d is not found by their address", at.id)
		}
	}
	return nil
}

// canned asks Portico every first question and keeps the answers in a file for the executor. The user that it creates
// is the template for raw SQL.
func canned(o Options, addr string, who headers, s sample) (template int64, file string, err error) {
	answers := map[string]json.RawMessage{}
	makes := works[slices.IndexFunc(works, func(w work) bool { return w.key == "create" })]
	for _, w := range append(o.chosen(), makes) {
		body, err := once(addr, s.graphql(addr, "/graphql", who)(w)(0))
		if err != nil {
			return 0, "", fmt.Errorf("%s: %w", w.name, err)
		}
		answers[w.key] = body
	}
	var created answer
	if err := json.Unmarshal(answers["create"], &created); err != nil {
		return 0, "", err
	}
	if template, err = gid.Key("User", created.Data.CreateUser.User.ID); err != nil {
		return 0, "", err
	}
	text, err := json.Marshal(answers)
	if err != nil {
		return 0, "", err
	}
	file = filepath.Join(o.Cache, "answers.json")
	return template, file, os.WriteFile(file, text, 0o600)
}

// agree makes sure that the contestants do the same work: but for cursors, and ids of users that are new, their
// answers to each first question are the same.
func agree(o Options, three []*contestant) error {
	for _, w := range o.chosen() {
		var first any
		for i, c := range three {
			body, err := once(c.addr, c.shots(w)(0))
			if err != nil {
				return fmt.Errorf("%s: %s: %w", w.name, c.name, err)
			}
			var said any
			if err := json.Unmarshal(body, &said); err != nil {
				return fmt.Errorf("%s: %s does not answer with JSON: %w", w.name, c.name, err)
			}
			said = comparable(said, w.changes())
			if i == 0 {
				first = said
			}
			if !reflect.DeepEqual(first, said) {
				return fmt.Errorf("%s: %s says %s and %s says %s", w.name, isPortico, short(first), c.name, short(said))
			}
		}
	}
	return nil
}

// exactTo is up to where an inexact count is exact.
const exactTo = 50_000

// comparable takes out of an answer what differs rightly.
func comparable(value any, ids bool) any {
	switch v := value.(type) {
	case []any:
		for i := range v {
			v[i] = comparable(v[i], ids)
		}
	case map[string]any:
		for name, inner := range v {
			count, isNumber := inner.(float64)
			switch {
			case name == "endCursor" && inner != nil, name == "id" && ids:
				v[name] = true
			case name == "totalCount" && isNumber && count > exactTo:
				v[name] = exactTo
			default:
				v[name] = comparable(inner, ids)
			}
		}
	}
	return value
}

func short(value any) string {
	text, _ := json.Marshal(value) // came from JSON
	const most = 600
	return string(text[:min(len(text), most)])
}
