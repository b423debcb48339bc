package notify

import (
	"context"
	"strings"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/list"
)

// search finds messages by whom they went to, the address and the subject, all as they were.
var search = list.Search{Text: message.FieldSearch, Index: "message_search"}

// searched are the fields that the search column is made of, by entity: whoever may not read one of them would guess it by
// searching.
var searched = map[string][]string{
	gen.TypeMessage: {message.FieldTo, message.FieldSubject},
	gen.TypeUser:    {user.FieldFirstName, user.FieldLastName},
}

// searchText is what search looks at, folded, a line each so that no fragment spans two.
func searchText(u *gen.User, to, subject string) string {
	return strings.Join([]string{fold.Text(u.FirstName + " " + u.LastName), fold.Text(to), fold.Text(subject)}, "\n")
}

// Search is the predicate for what was typed into the search of messages, or nil when nothing was. along says that the
// list goes by time, since it is filtered by something else, too.
func Search(ctx context.Context, typed string, along bool) (func(*sql.Selector), error) {
	search := search
	search.Along = along
	found, err := search.Where(typed)
	if found == nil || err != nil {
		return nil, err
	}
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	for entity, fields := range searched {
		for _, field := range fields {
			if !rule.Searchable(v, entity, field) {
				return nil, fault.NotAllowed()
			}
		}
	}
	return found, nil
}
