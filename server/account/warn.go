package account

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// Draft is what of a user is new, as far as it can give a warning. What is empty is not looked at: a warning is about
// what somebody enters, not about what stands there.
type Draft struct {
	// UserID is the user who is changed; 0 for a new one.
	UserID int64
	// Email is an address that mail will go to, and EmailField the input field that it came from.
	Email      string
	EmailField []string
	// ContactEmail is compared with the company's domain.
	ContactEmail           string
	FirstName, LastName    string
	CompanyID              *int64
	CellPhone, OfficePhone string
	// RoleID is a role that somebody gets who can sign in, or will.
	RoleID *int64
	// Factor says that a new user will sign in with a second factor; of one who is recorded their account says so.
	Factor bool
}

// Warnings are what saving the draft would warn of, for forms, as fields are left.
func (s *Service) Warnings(ctx context.Context, d Draft) (fault.List, error) {
	if err := rule.RequireOrManaging(ctx, viewer.UsersWrite); err != nil {
		return nil, err
	}
	return warn(ctx, s.Store.Ent(ctx), d)
}

// heed refuses what gives a warning that was not shown before: all of them are said, and nothing stays saved. It stands
// at the end of a transaction, since what is an error comes before any warning. What was overridden is named in the
// journal. Portico itself is not warned.
func heed(ctx context.Context, tx *gen.Client, d Draft, override []fault.Code) error {
	if viewer.From(ctx).IsSystem() {
		return nil
	}
	found, err := warn(ctx, tx, d)
	if err != nil || len(found) == 0 {
		return err
	}
	var codes []string
	for _, w := range found {
		if !slices.Contains(override, w.Code) {
			return found
		}
		codes = append(codes, string(w.Code))
	}
	hook.From(ctx).Override(slices.Compact(codes))
	return nil
}

// warn looks for everything that decision 5 of the product warns of.
func warn(ctx context.Context, tx *gen.Client, d Draft) (fault.List, error) {
	found := d.oddPhones()
	home, err := d.company(ctx, tx)
	if err != nil {
		return nil, err
	}
	if home != nil {
		if w := d.otherDomain(home); w != nil {
			found = append(found, w)
		}
	}
	for _, look := range []func(context.Context, *gen.Client) (*fault.Fault, error){d.sameName(home), d.bounced, d.privileged} {
		w, err := look(ctx, tx)
		if err != nil {
			return nil, err
		}
		if w != nil {
			found = append(found, w)
		}
	}
	return found, nil
}

// company is the one that the draft is about, if the viewer sees it: whoever manages a group may see a user and not where
// they belong.
func (d Draft) company(ctx context.Context, tx *gen.Client) (*gen.Company, error) {
	if d.CompanyID == nil {
		return nil, nil
	}
	c, err := tx.Company.Get(ctx, *d.CompanyID)
	if gen.IsNotFound(err) {
		return nil, nil
	}
	return c, err
}

// sameName looks for another user of that name in the company, among those whom the viewer sees.
func (d Draft) sameName(home *gen.Company) func(context.Context, *gen.Client) (*fault.Fault, error) {
	return func(ctx context.Context, tx *gen.Client) (*fault.Fault, error) {
		first, last := fold.Line(d.FirstName), fold.Line(d.LastName)
		if home == nil || first == "" || last == "" {
			return nil, nil
		}
		other, err := tx.User.Query().Where(user.CompanyID(home.ID), user.SortLastName(fold.Sort(last, first)), user.IDNEQ(d.UserID)).
			Order(user.ByID()).First(ctx)
		if gen.IsNotFound(err) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		return fault.Warnf(fault.SameName, fault.At("lastName"), "%s already has a user of this name: %s %s, %s.",
			home.Name, other.FirstName, other.LastName, other.Email).
			With("company", home.Name).About(fault.Ref{Type: gen.TypeUser, ID: other.ID}), nil
	}
}

// otherDomain compares the address with the domain of the company; one below it is like it.
func (d Draft) otherDomain(home *gen.Company) *fault.Fault {
	_, domain, is := strings.Cut(fold.Key(d.ContactEmail), "@")
	if !is || home.EmailDomain == nil {
		return nil
	}
	if usual := fold.Key(*home.EmailDomain); domain == usual || strings.HasSuffix(domain, "."+usual) {
		return nil
	}
	return fault.Warnf(fault.OtherDomain, fault.At("email"), "%s uses addresses at %s; this one is at %s.", home.Name, *home.EmailDomain, domain).
		With("domain", *home.EmailDomain)
}

// oddPhones finds what is no phone number. One without a country is taken as it is: nobody said which country it is in.
func (d Draft) oddPhones() (found fault.List) {
	for _, phone := range []struct{ field, typed string }{{"cellPhone", d.CellPhone}, {"officePhone", d.OfficePhone}} {
		typed := fold.Line(phone.typed)
		if typed == "" {
			continue
		}
		_, err := phonenumbers.Parse(typed, phonenumbers.UNKNOWN_REGION)
		if err == nil || errors.Is(err, phonenumbers.ErrInvalidCountryCode) && !strings.HasPrefix(typed, "+") {
			continue
		}
		found = append(found, fault.Warnf(fault.OddPhone, fault.At(phone.field), "This does not look like a phone number. It looks like +49 30 901820."))
	}
	return found
}

// bounced reports an address that mail came back from before, whoever it belonged to then.
func (d Draft) bounced(ctx context.Context, tx *gen.Client) (*fault.Fault, error) {
	if d.Email == "" || rule.Require(ctx, viewer.UsersWrite) != nil {
		return nil, nil
	}
	did, err := tx.Message.Query().Where(message.ToKey(fold.Key(d.Email)), message.StateIn(message.StateBOUNCED, message.StateCOMPLAINED)).
		Exist(viewer.AsSystem(ctx, "looking whether mail came back"))
	if err != nil || !did {
		return nil, err
	}
	return fault.Warnf(fault.BouncedBefore, d.EmailField, "Mail to %s came back before. Check the spelling.", d.Email), nil
}

// privileged warns of a role that opens other people's accounts, for somebody who signs in by a password alone.
func (d Draft) privileged(ctx context.Context, tx *gen.Client) (*fault.Fault, error) {
	if d.RoleID == nil || d.Factor {
		return nil, nil
	}
	r, err := tx.Role.Query().Where(role.ID(*d.RoleID)).Only(ctx)
	if gen.IsNotFound(err) {
		return nil, nil
	}
	if err != nil || !rule.Privileged(r) || r.RequiresFactor {
		return nil, err
	}
	has, err := tx.Account.Query().Where(account.UserID(d.UserID), account.FactorProviderNEQ(account.FactorProviderNONE)).
		Exist(viewer.AsSystem(ctx, "looking for a second factor"))
	if err != nil || has {
		return nil, err
	}
	return fault.Warnf(fault.WithoutFactor, fault.At("roleId"), "%s can change what others may do, and this user signs in without a second factor.", r.Name).
		With("role", r.Name), nil
}

// draftOf is all of a user who was just made, with their account if they got one.
func draftOf(made *gen.User, acct *gen.Account) Draft {
	d := Draft{UserID: made.ID, Email: made.Email, EmailField: fault.At("email"), ContactEmail: made.Email, CompanyID: made.CompanyID,
		FirstName: made.FirstName, LastName: made.LastName, CellPhone: value(made.CellPhone), OfficePhone: value(made.OfficePhone)}
	if acct != nil {
		d.RoleID = made.RoleID
		if acct.Email != made.Email {
			d.Email, d.EmailField = acct.Email, fault.At("account", "email")
		}
	}
	return d
}

// draftOfChange is what an update made new.
func draftOfChange(ctx context.Context, tx *gen.Client, was, is *gen.User) (Draft, error) {
	d := Draft{UserID: is.ID}
	if moved := value(was.CompanyID) != value(is.CompanyID); moved || is.FirstName != was.FirstName || is.LastName != was.LastName {
		d.CompanyID, d.FirstName, d.LastName = is.CompanyID, is.FirstName, is.LastName
		if moved {
			d.ContactEmail = is.Email
		}
	}
	if value(is.CellPhone) != value(was.CellPhone) {
		d.CellPhone = value(is.CellPhone)
	}
	if value(is.OfficePhone) != value(was.OfficePhone) {
		d.OfficePhone = value(is.OfficePhone)
	}
	if value(was.RoleID) == value(is.RoleID) {
		return d, nil
	}
	signsIn, err := tx.User.QueryAccount(is).Exist(viewer.AsSystem(ctx, "looking for an account"))
	if signsIn {
		d.RoleID = is.RoleID
	}
	return d, err
}
