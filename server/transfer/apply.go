package transfer

import (
	"context"
	"slices"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// outcome is what a row came to.
type outcome int

const (
	added outcome = iota
	updated
	unchanged
)

// apply does what one row says, by the code that makes and changes one user. Check and run both come here; the check
// takes it back. It answers with the user whom the row is about.
func (w *walking) apply(ctx context.Context, d *desk, e *entry) (outcome, int64, error) {
	u, err := d.user(e.record)
	switch {
	case err != nil:
		return 0, 0, err
	case u != nil:
		return w.meet(ctx, d, e, u)
	}
	in, err := w.newcomer(ctx, d, e)
	if err == nil {
		u, err = w.Accounts.Create(ctx, in)
	}
	if err == nil {
		err = e.namesake(in.Override)
	}
	if err != nil {
		return 0, 0, err
	}
	return added, u.ID, nil
}

// meet does what a row says of a user who is there.
func (w *walking) meet(ctx context.Context, d *desk, e *entry, u *gen.User) (outcome, int64, error) {
	ctx, override := hook.WithConsent(ctx, account.FromFile(w.one.FileName, e.row, e.record.ConsentSource)), w.overridden()
	if err := w.reader.again(e, u); err != nil {
		return 0, 0, err
	}
	if w.one.OnExisting == importrun.OnExistingSKIP {
		return unchanged, u.ID, nil
	}
	is := record(u, d.beside, time.Time{})
	if e.record.Says("version") && e.record.Version != is.Version {
		return 0, 0, fault.Refuse(fault.CodeConflict, fault.At("version"), "This user was changed since the file was made. Look at the change, and take the row from a new export.").
			With("yours", e.record.Version).With("theirs", is.Version)
	}
	changed, err := w.change(ctx, d, e.record, is, override)
	if err != nil || !changed {
		return unchanged, u.ID, err
	}
	if e.record.differs(is, "lastName") || e.record.differs(is, "firstName") || e.record.differs(is, "company") {
		err = e.namesake(override)
	}
	return updated, u.ID, err
}

// namesake warns of another row of the same name in the same company: a check takes back what the other one did, so that
// nobody else would see them.
func (e *entry) namesake(override []fault.Code) error {
	if e.twin == 0 || slices.Contains(override, fault.SameName) {
		return nil
	}
	return fault.Warnf(fault.SameName, fault.At("lastName"), "Row %d of this file has the same name in the same company.", e.twin).With("row", e.twin)
}

// user is whom a row is about: by its ID, else by its email; nil for a new one.
func (d *desk) user(r *Record) (*gen.User, error) {
	if !r.Says("id") {
		return d.byEmail[fold.Key(r.Email)], nil
	}
	u := d.users[r.ID]
	switch {
	case u == nil:
		return nil, fault.Refuse(fault.Unknown, fault.At("id"), "This user does not exist, or you may not see them.")
	case r.Says("email") && fold.Key(r.Email) != fold.Key(u.Email):
		return nil, fault.Refuse(fault.EmailIsStatic, fault.At("email"), "Email can't be changed. Create a new user for a new address.")
	}
	return u, nil
}

// newcomer is the user whom a row makes.
func (w *walking) newcomer(ctx context.Context, d *desk, e *entry) (account.CreateInput, error) {
	var faults fault.List
	r, consent := e.record, account.FromFile(w.one.FileName, e.row, e.record.ConsentSource)
	in := account.CreateInput{Email: r.Email, Note: r.Note, Subscribed: r.Subscribed, Consent: &consent, Inactive: r.Status == user.StatusINACTIVE,
		Override: w.overridden(), Details: account.Details{FirstName: r.FirstName, LastName: r.LastName, Title: r.Title, CellPhone: r.CellPhone,
			OfficePhone: r.OfficePhone, Extension: r.Extension, Address: r.Address}}
	place, err := w.belonging(ctx, d, r)
	if !faults.Add(err) {
		return in, err
	}
	in.Belonging = place
	invited := r.SendInvitation
	if invited && in.Inactive {
		faults.Add(fault.Refuse(fault.Invalid, fault.At("sendInvitation"), "Somebody inactive gets no invitation."))
	}
	if invited || r.Says("accountEmail") || r.Says("loginName") {
		in.Account = w.opening(r)
	}
	return in, faults.Err()
}

// opening is the account that a row asks for. Only Send Invitation tells its owner, when the choices for the file say.
func (w *walking) opening(r *Record) *account.NewAccount {
	a := &account.NewAccount{Notify: told(importrun.NotifyNEVER)}
	if r.SendInvitation {
		a.Notify = told(w.one.Notify)
	}
	if r.AccountEmail != "" {
		a.Email = &r.AccountEmail
	}
	if r.LoginName != "" {
		a.LoginName = &r.LoginName
	}
	return a
}

// belonging is where a new user belongs. Whoever looks after one company makes users of it, unless the row says otherwise.
func (w *walking) belonging(ctx context.Context, d *desk, r *Record) (b account.Belonging, err error) {
	var faults fault.List
	if r.Role != "" {
		b.RoleID, err = d.role(r.Role)
		faults.Add(err)
	}
	if r.GlobalAdmin {
		b.IsGlobalAdmin = &r.GlobalAdmin
	}
	switch c := d.companies[fold.Key(r.Company)]; {
	case c != nil:
		b.CompanyID = &c.ID
	case r.Company != "":
		b.CompanyName = r.Company
		faults.Add(rule.RequireMakingCompanies(ctx))
	case !r.Says("company"):
		b.CompanyID = rule.OnlyCompany(viewer.From(ctx))
	}
	for _, step := range []func() error{
		func() (err error) { b.GroupIDs, err = d.groupsOf(ctx, r.Groups); return err },
		func() (err error) { b.ManagerOf, err = d.managed(r.ManagerOf); return err },
		func() (err error) { b.Assignments, err = d.assigned(ctx, r.Customers); return err },
	} {
		if err := step(); !faults.Add(err) {
			return b, err
		}
	}
	return b, faults.Err()
}

// change does to a user what a row says otherwise than it is. It reports whether there was anything.
func (w *walking) change(ctx context.Context, d *desk, r, is *Record, override []fault.Code) (bool, error) {
	differs := func(key string) bool { return r.differs(is, key) }
	if err := standing(r, is, differs); err != nil {
		return false, err
	}
	in, moved, err := w.edited(ctx, d, r, is, differs)
	if err != nil {
		return false, err
	}
	in.Override = override
	turned, version := differs("status"), is.Version
	invited := r.SendInvitation || r.Says("accountEmail") || r.Says("loginName")
	steps := []struct {
		wanted bool
		do     func() error
	}{
		{turned && r.Status == user.StatusACTIVE, func() error {
			u, err := w.Accounts.Reactivate(ctx, is.ID, &version)
			if err == nil {
				version = account.Version(u, d.beside.notes)
			}
			return err
		}},
		{moved, func() error {
			in.Version = version
			_, err := w.Accounts.Update(ctx, in)
			return err
		}},
		{invited && is.LoginName == "", func() error {
			_, err := w.Accounts.Open(ctx, is.ID, *w.opening(r), nil, override)
			return err
		}},
		{differs("emailSubscribed"), func() error { _, err := w.Accounts.SetConsent(ctx, is.ID, r.Subscribed); return err }},
		{turned && r.Status == user.StatusINACTIVE, func() error { _, err := w.Accounts.Deactivate(ctx, is.ID, nil); return err }},
	}
	changed := false
	for _, step := range steps {
		if !step.wanted {
			continue
		}
		changed = true
		if err := step.do(); err != nil {
			return false, err
		}
	}
	return changed, nil
}

// differs reports that a row says something else in a column than is so.
func (r *Record) differs(is *Record, key string) bool {
	return r.Says(key) && !ColumnNamed(key).Same(r, is)
}

// standing refuses what no file changes.
func standing(r, is *Record, differs func(string) bool) error {
	switch {
	case is.LoginName != "" && differs("accountEmail"):
		return fault.Refuse(fault.EmailIsStatic, fault.At("account", "email"), "The account email can't be changed.")
	case is.LoginName != "" && differs("loginName"):
		return fault.Refuse(fault.EmailIsStatic, fault.At("account", "loginName"), "The login name can't be changed.")
	case r.SendInvitation && is.LoginName == "" && (r.Status == user.StatusINACTIVE || r.Status == "" && is.Status == user.StatusINACTIVE):
		return fault.Refuse(fault.Invalid, fault.At("sendInvitation"), "Somebody inactive gets no invitation.")
	case differs("emailSubscribed") && r.Subscribed && isSourceWord(r.ConsentSource):
		return fault.Refusef(fault.Required, fault.At("consentSource"),
			"“%s” is what an export wrote of an earlier Yes, and this user says No now. Say where they said Yes again.", r.ConsentSource)
	}
	return nil
}

// edited is the update that a row asks for; it reports whether it changes anything.
func (w *walking) edited(ctx context.Context, d *desk, r, is *Record, differs func(string) bool) (in account.UpdateInput, moved bool, err error) {
	in = account.UpdateInput{UserID: is.ID, Details: map[string]string{}}
	var faults fault.List
	for _, f := range []struct {
		key string
		set func() error
	}{
		{"firstName", func() error { in.FirstName = &r.FirstName; return nil }},
		{"lastName", func() error { in.LastName = &r.LastName; return nil }},
		{"title", func() error { in.Details["title"] = r.Title; return nil }},
		{"cellPhone", func() error { in.Details["cellPhone"] = r.CellPhone; return nil }},
		{"officePhone", func() error { in.Details["officePhone"] = r.OfficePhone; return nil }},
		{"extension", func() error { in.Details["extension"] = r.Extension; return nil }},
		{"address", func() error { in.Details["address"] = r.Address; return nil }},
		{"note", func() error { in.Note = &r.Note; return nil }},
		{"company", func() error { return d.moveTo(ctx, r.Company, &in) }},
		{"role", func() (err error) { in.RoleID, err = d.role(r.Role); return err }},
		{"isGlobalAdmin", func() error { in.IsGlobalAdmin = &r.GlobalAdmin; return nil }},
		{"groups", func() (err error) { in.Regroup = true; in.GroupIDs, err = d.groupsOf(ctx, r.Groups); return err }},
		{"managerOf", func() (err error) { in.ManagerOf, err = d.managed(r.ManagerOf); return err }},
		{"customers", func() (err error) { in.Reassign = true; in.Assignments, err = d.assigned(ctx, r.Customers); return err }},
	} {
		if !differs(f.key) {
			continue
		}
		moved = true
		if err := f.set(); !faults.Add(err) {
			return in, false, err
		}
	}
	return in, moved, faults.Err()
}

// moveTo puts a user into a company by its name, or into none.
func (d *desk) moveTo(ctx context.Context, name string, in *account.UpdateInput) error {
	switch c := d.companies[fold.Key(name)]; {
	case name == "":
		in.NoCompany = true
	case c != nil:
		in.Company = &c.ID
	default:
		in.CompanyName = name
		return rule.RequireMakingCompanies(ctx)
	}
	return nil
}
