package account

import (
	"cmp"
	"context"
	"strings"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/link"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// Details are what is known of a person. Empty texts are absent.
type Details struct {
	FirstName, LastName                               string
	Title, CellPhone, OfficePhone, Extension, Address string
}

// Belonging is where a user belongs and what they may do there.
type Belonging struct {
	CompanyID     *int64
	CompanyName   string
	RoleID        *int64
	IsGlobalAdmin *bool
	// KeepRole leaves the role as it is, whether or not the viewer sees it.
	KeepRole    bool
	GroupIDs    []int64
	NewGroups   []string
	ManagerOf   []int64
	Assignments []Assigned
}

// Assigned is access to one company, with a contract or without.
type Assigned struct {
	CompanyID  int64
	ContractID *int64
}

// NewAccount says what the account is called and when its owner is told.
type NewAccount struct {
	// Email is the contact email if nil; empty on purpose is NO_EMAIL.
	Email, LoginName *string
	Notify           account.Notify
	// Factor is what the owner signs in with beside the password; "" is none.
	Factor account.FactorProvider
}

// CreateInput is a new user.
type CreateInput struct {
	Email string
	Details
	Belonging
	Note       string
	Subscribed bool
	// Consent says how a subscription came about; nil where the context says it, or simply the viewer decided.
	Consent *hook.Consent
	// Inactive makes somebody who is not in use until they are reactivated.
	Inactive bool
	Account  *NewAccount
	// Override are the codes of the warnings that the actor was shown.
	Override []fault.Code
}

// Create makes a user, and with Account an account whose owner is told as it says: company, user, account, invitation
// and journal are one transaction. The faults name every field that is wrong, not just the first.
func (s *Service) Create(ctx context.Context, in CreateInput) (*gen.User, error) {
	if err := rule.Require(ctx, viewer.UsersWrite); err != nil {
		return nil, err
	}
	n, err := in.newcomer()
	if err != nil {
		return nil, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := s.create(ctx, tx, n); err != nil {
			return err
		}
		return heed(ctx, tx, n.draft(), in.Override)
	})
	return n.made, err
}

// clean tidies the texts and refuses what is missing or too long.
func (d *Details) clean() error {
	var faults fault.List
	d.FirstName, d.LastName = fold.Line(d.FirstName), fold.Line(d.LastName)
	if d.FirstName == "" {
		faults = append(faults, fault.Refuse(fault.Required, fault.At("firstName"), "Enter a first name."))
	}
	if d.LastName == "" {
		faults = append(faults, fault.Refuse(fault.Required, fault.At("lastName"), "Enter a last name."))
	}
	for _, t := range []struct {
		name string
		text string
		max  int
	}{{"firstName", d.FirstName, 200}, {"lastName", d.LastName, 200}} {
		if utf8.RuneCountInString(t.text) > t.max {
			faults = append(faults, tooLong(t.name, t.max))
		}
	}
	d.each(func(set fieldSetter, value string) {
		clean := fold.Line(value)
		if set.lines {
			clean = fold.Clean(value)
		}
		*set.in(d) = clean
		if utf8.RuneCountInString(clean) > set.max {
			faults = append(faults, tooLong(set.input, set.max))
		}
	})
	return faults.Err()
}

func tooLong(field string, most int) *fault.Fault { return fault.TooLong(field, most) }

// fieldSetter ties one optional detail to its input name, its limit and its column.
type fieldSetter struct {
	input  string
	max    int
	lines  bool
	in     func(*Details) *string
	create func(*gen.UserCreate, string) *gen.UserCreate
	update func(*gen.UserUpdateOne, string) *gen.UserUpdateOne
	clear  func(*gen.UserUpdateOne) *gen.UserUpdateOne
}

var optionalDetails = []fieldSetter{
	{"title", 200, false, func(d *Details) *string { return &d.Title }, (*gen.UserCreate).SetTitle, (*gen.UserUpdateOne).SetTitle, (*gen.UserUpdateOne).ClearTitle},
	{"cellPhone", 50, false, func(d *Details) *string { return &d.CellPhone }, (*gen.UserCreate).SetCellPhone, (*gen.UserUpdateOne).SetCellPhone, (*gen.UserUpdateOne).ClearCellPhone},
	{"officePhone", 50, false, func(d *Details) *string { return &d.OfficePhone }, (*gen.UserCreate).SetOfficePhone, (*gen.UserUpdateOne).SetOfficePhone, (*gen.UserUpdateOne).ClearOfficePhone},
	{"extension", 20, false, func(d *Details) *string { return &d.Extension }, (*gen.UserCreate).SetExtension, (*gen.UserUpdateOne).SetExtension, (*gen.UserUpdateOne).ClearExtension},
	{"address", 1000, true, func(d *Details) *string { return &d.Address }, (*gen.UserCreate).SetAddress, (*gen.UserUpdateOne).SetAddress, (*gen.UserUpdateOne).ClearAddress},
}

// each visits the optional details.
func (d *Details) each(visit func(set fieldSetter, value string)) {
	for _, f := range optionalDetails {
		visit(f, *f.in(d))
	}
}

// resolve says what the account will be called. The value is not a row yet.
func (n *NewAccount) resolve(contact string, at []string) (*gen.Account, error) {
	a := &gen.Account{Email: contact, Notify: n.Notify, FactorProvider: cmp.Or(n.Factor, account.FactorProviderNONE)}
	if n.Email != nil {
		if strings.TrimSpace(*n.Email) == "" {
			return nil, fault.Refuse(fault.NoEmail, append(at, "email"), "Enter an account email: the link to set a password goes there.")
		}
		typed, err := email(*n.Email, append(at, "email"))
		if err != nil {
			return nil, err
		}
		a.Email = typed
	}
	a.LoginName = a.Email
	if n.LoginName != nil && strings.TrimSpace(*n.LoginName) != "" {
		a.LoginName = fold.Line(*n.LoginName)
	}
	switch {
	case n.LoginName != nil && strings.ContainsFunc(strings.TrimSpace(*n.LoginName), fold.Invisible):
		return nil, fault.Refuse(fault.Invalid, append(at, "loginName"), "This login name has characters that nobody can see.")
	case len(a.LoginName) > maxEmail:
		return nil, fault.Refuse(fault.Invalid, append(at, "loginName"), "This is too long: 254 characters at most.")
	case strings.Contains(fold.Key(a.LoginName), "@") && fold.Key(a.LoginName) != fold.Key(a.Email): // also one of full width
		return nil, fault.Refuse(fault.Invalid, append(at, "loginName"), "A login name with an @ must be the account email itself.")
	}
	return a, nil
}

func (c *claims) addAccount(a *gen.Account, at []string) {
	c.add(a.Email, append(at, "email"))
	c.add(a.LoginName, append(at, "loginName"))
}

// account is the row of an account.
func (s *Service) account(ctx context.Context, tx *gen.Client, u *gen.User, a *gen.Account) *gen.AccountCreate {
	create := tx.Account.Create().SetUserID(u.ID).SetEmail(a.Email).SetLoginName(a.LoginName).SetNotify(a.Notify).SetFactorProvider(a.FactorProvider)
	if a.Notify == account.NotifyIMMEDIATELY {
		create.SetCreatedNoticeUntil(s.Store.Now(ctx).Add(NoticeLife))
	}
	return create
}

// open saves the account and tells its owner, if now is the time.
func (s *Service) open(ctx context.Context, tx *gen.Client, u *gen.User, a *gen.Account) error {
	saved, err := s.account(ctx, tx, u, a).Save(ctx)
	if err != nil {
		return err
	}
	return s.tell(ctx, u, saved)
}

// tell invites the owner of a new account who is told at once.
func (s *Service) tell(ctx context.Context, u *gen.User, a *gen.Account) error {
	if a.Notify != account.NotifyIMMEDIATELY {
		return nil
	}
	_, err := s.Notify.Link(ctx, u, a, link.KindINVITATION)
	return err
}

// maxNote bounds a note, in characters.
const maxNote = 10_000

// noted is the row of a note, or nil where there is none. The rule decides who may.
func noted(ctx context.Context, tx *gen.Client, userID int64, text string) (*gen.NoteCreate, error) {
	text = fold.Clean(text)
	switch {
	case text == "":
		return nil, nil
	case utf8.RuneCountInString(text) > maxNote:
		return nil, tooLong("note", maxNote)
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureNotes); err != nil {
		return nil, renamed(err, "note")
	}
	return tx.Note.Create().SetUserID(userID).SetBody(text), nil
}

// saveNote keeps the note, if there is one.
func saveNote(ctx context.Context, tx *gen.Client, userID int64, text string) error {
	row, err := noted(ctx, tx, userID, text)
	if err != nil || row == nil {
		return err
	}
	return row.Exec(ctx)
}
