package account

import (
	"bytes"
	"context"
	"slices"
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/message"
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
	// home is the company, where it was read already as the viewer sees it.
	home *gen.Company
}

// Warnings are what saving the draft would warn of, for forms, as fields are left.
func (s *Service) Warnings(ctx context.Context, d Draft) (fault.List, error) {
	if err := rule.RequireOrManaging(ctx, viewer.UsersWrite); err != nil {
		return nil, err
	}
	found, err := warn(ctx, s.Store.Ent(ctx), d)
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// heed refuses what gives a warning that was not shown before: all of them are said, and nothing stays saved. It stands
// at the end of a transaction, since what is an error comes before any warning. What was overridden is named in the
// journal. Portico itself is not warned.
func heed(ctx context.Context, tx *gen.Client, d Draft, override []fault.Code) error {
	if viewer.From(ctx).IsSystem() {
		return nil
	}
	found, err := warn(ctx, tx, d)
	if err != nil || len(found[0]) == 0 {
		return err
	}
	codes, ignored := overriding(found[0], override)
	if !ignored {
		return found[0]
	}
	hook.From(ctx).Override(d.UserID, codes)
	return nil
}

// overriding are the codes of warnings, and whether all of them were shown before.
func overriding(found fault.List, override []fault.Code) (codes []string, all bool) {
	for _, w := range found {
		if !slices.Contains(override, w.Code) {
			return nil, false
		}
		codes = append(codes, string(w.Code))
	}
	return slices.Compact(codes), true
}

// warn looks for everything that decision 5 of the product warns of, in some drafts at once. What these have in common among
// themselves it does not see.
func warn(ctx context.Context, tx *gen.Client, drafts ...Draft) ([]fault.List, error) {
	homes, err := companiesOf(ctx, tx, drafts)
	if err != nil {
		return nil, err
	}
	found := make([]fault.List, len(drafts))
	for i, d := range drafts {
		found[i] = d.oddPhones()
		if home := homes[value(d.CompanyID)]; home != nil {
			if w := d.otherDomain(home); w != nil {
				found[i] = append(found[i], w)
			}
		}
	}
	for _, look := range []func(context.Context, *gen.Client, []Draft) ([]*fault.Fault, error){sameName(homes), bounced, privileged} {
		some, err := look(ctx, tx, drafts)
		if err != nil {
			return nil, err
		}
		for i, w := range some {
			if w != nil {
				found[i] = append(found[i], w)
			}
		}
	}
	return found, nil
}

// companiesOf are those that drafts are about, by key, as far as the viewer sees them: whoever manages a group may see a user
// and not where they belong.
func companiesOf(ctx context.Context, tx *gen.Client, drafts []Draft) (map[int64]*gen.Company, error) {
	homes := map[int64]*gen.Company{}
	var ids []int64
	for _, d := range drafts {
		switch {
		case d.home != nil:
			homes[d.home.ID] = d.home
		case d.CompanyID != nil:
			ids = append(ids, *d.CompanyID)
		}
	}
	return homes, look(homes, ids, func(ids []int64) ([]*gen.Company, error) {
		return tx.Company.Query().Where(company.IDIn(ids...)).All(ctx)
	}, func(c *gen.Company) int64 { return c.ID })
}

// sameName looks for other users of these names in their companies, among those whom the viewer sees.
func sameName(homes map[int64]*gen.Company) func(context.Context, *gen.Client, []Draft) ([]*fault.Fault, error) {
	return func(ctx context.Context, tx *gen.Client, drafts []Draft) ([]*fault.Fault, error) {
		keys := make([][]byte, len(drafts))
		var names [][]byte
		var ids []int64
		for i, d := range drafts {
			first, last := fold.Line(d.FirstName), fold.Line(d.LastName)
			if home := homes[value(d.CompanyID)]; home != nil && first != "" && last != "" {
				keys[i] = fold.Sort(last, first)
				names, ids = append(names, keys[i]), append(ids, home.ID)
			}
		}
		found := make([]*fault.Fault, len(drafts))
		if len(names) == 0 {
			return found, nil
		}
		slices.Sort(ids)
		namesakes, err := tx.User.Query().Where(user.SortLastNameIn(names...), user.CompanyIDIn(slices.Compact(ids)...)).Order(user.ByID()).
			Select(user.FieldCompanyID, user.FieldSortLastName, user.FieldFirstName, user.FieldLastName, user.FieldEmail).All(ctx)
		if err != nil {
			return nil, err
		}
		for i, d := range drafts {
			at := slices.IndexFunc(namesakes, func(u *gen.User) bool {
				return keys[i] != nil && u.ID != d.UserID && *u.CompanyID == *d.CompanyID && bytes.Equal(u.SortLastName, keys[i])
			})
			if at >= 0 {
				other, home := namesakes[at], homes[*d.CompanyID]
				found[i] = fault.Warnf(fault.SameName, fault.At("lastName"), "%s already has a user of this name: %s %s, %s.",
					home.Name, other.FirstName, other.LastName, other.Email).
					With("company", home.Name).About(fault.Ref{Type: gen.TypeUser, ID: other.ID})
			}
		}
		return found, nil
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

// bounced reports addresses that mail came back from before, whoever they belonged to then.
func bounced(ctx context.Context, tx *gen.Client, drafts []Draft) ([]*fault.Fault, error) {
	found := make([]*fault.Fault, len(drafts))
	var keys []string
	for _, d := range drafts {
		if d.Email != "" {
			keys = append(keys, fold.Key(d.Email))
		}
	}
	if len(keys) == 0 || rule.Require(ctx, viewer.UsersWrite) != nil {
		return found, nil
	}
	var back []string
	err := tx.Message.Query().Where(message.ToKeyIn(keys...), message.StateIn(message.StateBOUNCED, message.StateCOMPLAINED)).Unique(true).
		Select(message.FieldToKey).Scan(viewer.AsSystem(ctx, "looking whether mail came back"), &back)
	if err != nil {
		return nil, err
	}
	for i, d := range drafts {
		if d.Email != "" && slices.Contains(back, fold.Key(d.Email)) {
			found[i] = fault.Warnf(fault.BouncedBefore, d.EmailField, "Mail to %s came back before. Check the spelling.", d.Email)
		}
	}
	return found, nil
}

// privileged warns of a role that opens other people's accounts, for somebody who signs in by a password alone.
func privileged(ctx context.Context, tx *gen.Client, drafts []Draft) ([]*fault.Fault, error) {
	found := make([]*fault.Fault, len(drafts))
	places := newPlaces(tx)
	var known []int64
	for i, d := range drafts {
		if d.RoleID == nil || d.Factor {
			continue
		}
		r, err := places.role(ctx, *d.RoleID)
		if err != nil {
			return nil, err
		}
		if r == nil || !rule.Privileged(r) || r.RequiresFactor {
			continue
		}
		found[i] = fault.Warnf(fault.WithoutFactor, fault.At("roleId"), "%s can change what others may do, and this user signs in without a second factor.", r.Name).
			With("role", r.Name)
		known = append(known, d.UserID)
	}
	if len(known) == 0 {
		return found, nil
	}
	with, err := tx.Account.Query().Where(account.UserIDIn(known...), account.FactorProviderNEQ(account.FactorProviderNONE)).
		All(viewer.AsSystem(ctx, "looking for a second factor"))
	for i, d := range drafts {
		if slices.ContainsFunc(with, func(a *gen.Account) bool { return a.UserID == d.UserID }) {
			found[i] = nil
		}
	}
	return found, err
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
