package account

import (
	"context"
	"regexp"
	"time"

	"golang.org/x/text/language"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// Profile is what people change about themselves. What is nil stays; an empty phone number, language or time zone is
// cleared.
type Profile struct {
	Version                int
	FirstName, LastName    *string
	CellPhone, OfficePhone *string
	Locale, TimeZone       *string
	Subscribed             *bool
}

// UpdateProfile changes one's own details, if nobody else did since the version was read.
func (s *Service) UpdateProfile(ctx context.Context, in Profile) (*gen.User, error) {
	if err := rule.RequirePerson(ctx); err != nil {
		return nil, err
	}
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	var saved *gen.User
	err := s.Store.InTx(viewer.Elevated(ctx, *v), func(ctx context.Context, tx *gen.Client) error {
		u, err := find(ctx, tx, v.ID, &in.Version)
		if err != nil {
			return err
		}
		d := merged(u, in.changes())
		faults := in.wrong()
		faults.Add(d.clean())
		if len(faults) > 0 {
			return faults
		}
		saved, err = in.apply(tx.User.UpdateOne(u).SetFirstName(d.FirstName).SetLastName(d.LastName), d).Save(ctx)
		if err != nil || in.Subscribed == nil || *in.Subscribed == u.EmailSubscribed {
			return err
		}
		saved, err = setConsent(hook.WithConsent(ctx, hook.Consent{Source: user.EmailSubscriptionSourceSELF}), tx, u.ID, *in.Subscribed)
		return err
	})
	return saved, err
}

// changes are the details that the profile speaks of.
func (p Profile) changes() UpdateInput {
	in := UpdateInput{FirstName: p.FirstName, LastName: p.LastName, Details: map[string]string{}}
	for name, typed := range map[string]*string{"cellPhone": p.CellPhone, "officePhone": p.OfficePhone} {
		if typed != nil {
			in.Details[name] = *typed
		}
	}
	return in
}

// languageTag is a tag of BCP 47, as browsers write them.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$`)

// isLanguage reports a tag of which all parts are known: xx and de-XX are of the form, and say nothing.
func isLanguage(tag string) bool {
	if !languageTag.MatchString(tag) {
		return false
	}
	_, err := language.Parse(tag)
	return err == nil
}

// wrong are a language and a time zone that nobody knows.
func (p Profile) wrong() (faults fault.List) {
	if l := value(p.Locale); l != "" && !isLanguage(l) {
		faults = append(faults, fault.Refuse(fault.Invalid, fault.At("locale"), "This is not a language. It looks like en or de-CH."))
	}
	if z := value(p.TimeZone); z != "" {
		if _, err := time.LoadLocation(z); err != nil || z == "Local" || len(z) > 64 {
			faults = append(faults, fault.Refuse(fault.Invalid, fault.At("timeZone"), "This is not a time zone. It looks like Europe/Oslo."))
		}
	}
	return faults
}

// apply puts what changes into an update.
func (p Profile) apply(update *gen.UserUpdateOne, d Details) *gen.UserUpdateOne {
	for _, one := range []struct {
		is    *string
		value string
		set   func(string) *gen.UserUpdateOne
		clear func() *gen.UserUpdateOne
	}{
		{p.CellPhone, d.CellPhone, update.SetCellPhone, update.ClearCellPhone},
		{p.OfficePhone, d.OfficePhone, update.SetOfficePhone, update.ClearOfficePhone},
		{p.Locale, value(p.Locale), update.SetLocale, update.ClearLocale},
		{p.TimeZone, value(p.TimeZone), update.SetTimeZone, update.ClearTimeZone},
	} {
		switch {
		case one.is == nil:
		case one.value == "":
			one.clear()
		default:
			one.set(one.value)
		}
	}
	return update
}
