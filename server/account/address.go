package account

import (
	"context"
	"net/mail"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

// maxEmail is the longest address that SMTP carries (RFC 5321).
const maxEmail = 254

// email cleans an address and refuses what is none.
func email(typed string, field []string) (string, error) {
	clean := fold.Clean(typed)
	if clean == "" {
		return "", fault.Refuse(fault.Required, field, "Enter an email address.")
	}
	parsed, err := mail.ParseAddress(clean)
	_, domain, _ := strings.Cut(clean, "@")
	switch {
	case strings.ContainsFunc(strings.TrimSpace(typed), fold.Invisible), err != nil, parsed.Name != "", parsed.Address != clean, len(clean) > maxEmail,
		strings.ContainsAny(clean, " \t\n\"<>(),;:\\"), strings.HasPrefix(domain, "."), strings.HasSuffix(domain, "."),
		strings.Contains(domain, ".."), strings.HasPrefix(domain, "-"):
		return "", fault.Refuse(fault.Invalid, field, "This is not an email address. It looks like ana@example.org.")
	}
	return clean, nil
}

// claims are the addresses and the login name that a user is about to take, and the field that each came from. All
// share one namespace, which the hooks of user and account keep; looking first gives better words.
type claims struct {
	keys     []string
	fields   map[string][]string
	spelling map[string]string
}

func (c *claims) add(name string, field []string) {
	key := fold.Key(name)
	if c.fields == nil {
		c.fields, c.spelling = map[string][]string{}, map[string]string{}
	}
	if _, again := c.fields[key]; !again {
		c.keys = append(c.keys, key)
		c.fields[key], c.spelling[key] = field, name
	}
}

// check refuses every name that belongs to somebody else. self is 0 for a new user.
func (c *claims) check(ctx context.Context, tx *gen.Client, self int64) error {
	found, err := taken(ctx, tx, []*claims{c}, self)
	if err != nil {
		return err
	}
	return found[0].Err()
}

// taken says of each of several who claim names together which belong to somebody else, or to one before them.
func taken(ctx context.Context, tx *gen.Client, all []*claims, self int64) ([]fault.List, error) {
	faults := make([]fault.List, len(all))
	claimed := map[string]int{}
	var keys []string
	for i, c := range all {
		for _, key := range c.keys {
			if _, before := claimed[key]; before {
				faults[i] = append(faults[i], fault.Refusef(fault.CodeTaken, c.fields[key], "%s is already in use.", c.spelling[key]))
				continue
			}
			claimed[key], keys = i, append(keys, key)
		}
	}
	if len(keys) == 0 {
		return faults, nil
	}
	owned, err := tx.Identity.Query().Where(identity.KeyIn(keys...)).All(viewer.AsSystem(ctx, "looking whether a name is taken"))
	if err != nil {
		return nil, err
	}
	for _, t := range owned {
		if t.UserID == self {
			continue
		}
		i := claimed[t.Key]
		f, err := all[i].takenBy(ctx, tx, t)
		if err != nil {
			return nil, err
		}
		faults[i] = append(faults[i], f)
	}
	return faults, nil
}

// takenBy names the owner, if the viewer may see them.
func (c *claims) takenBy(ctx context.Context, tx *gen.Client, t *gen.Identity) (*fault.Fault, error) {
	field, name := c.fields[t.Key], c.spelling[t.Key]
	owner, err := tx.User.Get(ctx, t.UserID)
	if gen.IsNotFound(err) || viewer.From(ctx).IsSystem() {
		return fault.Refusef(fault.CodeTaken, field, "%s is already in use.", name), nil
	}
	if err != nil {
		return nil, err
	}
	full, status := owner.FirstName+" "+owner.LastName, strings.ToLower(owner.Status.String())
	return fault.Refusef(fault.CodeTaken, field, "%s already belongs to %s (%s).", name, full, status).
		With("name", full).With("status", status).About(fault.Ref{Type: gen.TypeUser, ID: owner.ID}), nil
}

// free refuses a name that is taken out of the viewer's sight. Whoever may make nothing of the kind is refused afterwards,
// whatever the name, and learns nothing here.
func free(ctx context.Context, right viewer.Permission, field, name, entity string, holders func(context.Context) ([]int64, error)) error {
	if rule.RequireEverywhere(ctx, right) != nil {
		return nil
	}
	return store.Taken(ctx, field, name, entity, holders)
}
