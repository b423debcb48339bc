package company

import (
	"unicode/utf8"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// Details are what is known of a company. What is nil stays; an empty text is cleared.
type Details struct{ Name, EmailDomain, Phone, Address *string }

// Limits in characters.
const (
	maxName    = 200
	maxPhone   = 50
	maxAddress = 1000
	maxNumber  = 100
)

// clean tidies the texts and refuses what is missing, too long or no domain, all of it at once.
func (d *Details) clean() error {
	var faults fault.List
	faults.Add(line(d.Name, "name", maxName, "Enter a name."))
	faults.Add(line(d.Phone, "phone", maxPhone, ""))
	if d.Address != nil {
		*d.Address = fold.Clean(*d.Address)
		if utf8.RuneCountInString(*d.Address) > maxAddress {
			faults = append(faults, fault.TooLong("address", maxAddress))
		}
	}
	if d.EmailDomain != nil && fold.Clean(*d.EmailDomain) != "" {
		name, ok := fold.Domain(*d.EmailDomain)
		if !ok {
			faults = append(faults, fault.Refuse(fault.Invalid, fault.At("emailDomain"), "This is not the domain of email addresses. It looks like example.org."))
		}
		*d.EmailDomain = name
	} else if d.EmailDomain != nil {
		*d.EmailDomain = ""
	}
	return faults.Err()
}

// line tidies a text of one line. missing is what is said if it is empty; "" lets it be.
func line(text *string, field string, most int, missing string) error {
	if text == nil {
		return nil
	}
	*text = fold.Line(*text)
	switch {
	case *text == "" && missing != "":
		return fault.Refuse(fault.Required, fault.At(field), missing)
	case utf8.RuneCountInString(*text) > most:
		return fault.TooLong(field, most)
	default:
		return nil
	}
}

// set puts the optional details into a mutation.
func (d *Details) set(m mutation) {
	put(m, gen.FieldEmailDomain, d.EmailDomain)
	put(m, gen.FieldPhone, d.Phone)
	put(m, gen.FieldAddress, d.Address)
}

type mutation = ent.Mutation

// put sets or clears an optional text. The names of the fields are the schema's, so that nothing can fail.
func put(m mutation, field string, text *string) {
	switch {
	case text == nil:
	case *text != "":
		_ = m.SetField(field, *text)
	case m.Op().Is(ent.OpUpdateOne):
		_ = m.ClearField(field)
	}
}
