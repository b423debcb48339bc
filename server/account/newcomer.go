package account

import (
	"context"
	"maps"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/notify"
)

// newcomer is a user who is being made: what was asked for, and what became of it so far.
type newcomer struct {
	CreateInput
	address string
	names   claims
	// account is what the account will be called, place where the user belongs and groups where they are put.
	account *gen.Account
	place   *place
	groups  []*gen.Group
	// row is the user's own row, made is the user once it is saved.
	row  *gen.UserCreate
	made *gen.User
}

// newcomer tidies the input and refuses what can be seen to be wrong without looking anything up.
func (in CreateInput) newcomer() (*newcomer, error) {
	n := &newcomer{CreateInput: in}
	var faults fault.List
	var err error
	n.address, err = email(in.Email, fault.At("email"))
	faults.Add(err)
	faults.Add(n.Details.clean())
	n.names.add(n.address, fault.At("email"))
	if in.Account != nil && n.address != "" {
		n.account, err = in.Account.resolve(n.address, fault.At("account"))
		faults.Add(err)
		if err == nil {
			n.names.addAccount(n.account, fault.At("account"))
		}
	}
	if in.Subscribed && in.Consent != nil {
		faults.Add(in.Consent.Unproven())
	}
	return n, faults.Err()
}

// CreateSome makes users together, at most 500, all of them or none, by a few statements for all. If some of them are in the
// way, why has the faults of each at their place, what would be warned of included, and nobody is made. Another error is
// nobody's in particular: made one by one, each tells of their own. It joins the caller's transaction, which is to be given
// up after an error, and not after faults.
func (s *Service) CreateSome(ctx context.Context, all []CreateInput) (made []*gen.User, why map[int]error, err error) {
	if err := rule.Require(ctx, viewer.UsersWrite); err != nil {
		return nil, nil, err
	}
	some := make([]*newcomer, len(all))
	wrong := map[int]error{}
	for i, in := range all {
		if some[i], err = in.newcomer(); err != nil {
			wrong[i] = err
		}
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		why = maps.Clone(wrong)
		if err := admit(ctx, tx, some, why); err != nil {
			return err
		}
		heeded, err := heedAll(ctx, tx, some, why)
		if err != nil || len(why) > 0 {
			return err
		}
		if err := s.write(ctx, tx, some); err != nil {
			return err
		}
		made = make([]*gen.User, len(some))
		for i, n := range some {
			if made[i] = n.made; len(heeded[i]) > 0 {
				hook.From(ctx).Override(n.made.ID, heeded[i])
			}
		}
		return nil
	})
	return made, why, err
}

// heedAll is heed for newcomers who are not in the way already. It adds to why, and returns what was overridden for each.
func heedAll(ctx context.Context, tx *gen.Client, some []*newcomer, why map[int]error) ([][]string, error) {
	var drafts []Draft
	var at []int
	for i, n := range some {
		if why[i] == nil {
			drafts, at = append(drafts, n.draft()), append(at, i)
		}
	}
	overridden := make([][]string, len(some))
	if viewer.From(ctx).IsSystem() || len(drafts) == 0 {
		return overridden, nil
	}
	found, err := warn(ctx, tx, drafts...)
	if err != nil {
		return nil, err
	}
	for i, warnings := range found {
		codes, ignored := overriding(warnings, some[at[i]].Override)
		if overridden[at[i]] = codes; !ignored {
			why[at[i]] = warnings
		}
	}
	return overridden, nil
}

// create is CreateSome for one who is not warned of.
func (s *Service) create(ctx context.Context, tx *gen.Client, n *newcomer) error {
	why := map[int]error{}
	if err := admit(ctx, tx, []*newcomer{n}, why); err != nil {
		return err
	}
	if why[0] != nil {
		return why[0]
	}
	return s.write(ctx, tx, []*newcomer{n})
}

// admit looks up what newcomers speak of, and puts into why what is wrong with some.
func admit(ctx context.Context, tx *gen.Client, some []*newcomer, why map[int]error) error {
	places := newPlaces(tx)
	var names []*claims
	var belongings []Belonging
	for _, n := range some {
		names, belongings = append(names, &n.names), append(belongings, n.Belonging)
	}
	taken, err := taken(ctx, tx, names, 0)
	if err == nil {
		err = places.look(ctx, belongings...)
	}
	if err != nil {
		return err
	}
	for i, n := range some {
		if why[i] != nil {
			continue
		}
		faults := taken[i]
		for _, step := range []func() error{
			func() (err error) { n.place, err = places.resolve(ctx, n.Belonging, nil); return err },
			func() error { _, err := noted(ctx, tx, 0, n.Note); return err },
		} {
			if err := step(); !faults.Add(err) {
				return err
			}
		}
		if len(faults) > 0 {
			why[i] = faults
			continue
		}
		if n.groups, err = places.wanted(ctx, n.place, nil); err != nil {
			return err
		}
		// Asked for each, so that a refusal is known to be theirs.
		n.row = n.create(ctx, tx)
		if refused := user.Policy.EvalMutation(ctx, n.row.Mutation()); refused != nil {
			if _, foreseen := fault.All(refused); !foreseen {
				return refused
			}
			why[i] = refused
		}
	}
	return nil
}

// create is the user's own row.
func (n *newcomer) create(ctx context.Context, tx *gen.Client) *gen.UserCreate {
	create := tx.User.Create().SetEmail(n.address).SetRoleID(n.place.role.ID).SetFirstName(n.FirstName).SetLastName(n.LastName)
	n.Details.each(func(set fieldSetter, value string) {
		if value != "" {
			set.create(create, value)
		}
	})
	if n.place.company != nil {
		create.SetCompanyID(n.place.company.ID)
	}
	if n.Subscribed {
		create.SetEmailSubscribed(true)
	}
	if n.Inactive {
		create.SetStatus(user.StatusINACTIVE)
	}
	if n.account != nil {
		// The account's hook would copy these: an insert that has them saves an update.
		create.SetLoginName(n.account.LoginName).SetAccountEmail(n.account.Email).SetAccountState(user.AccountStateINVITED)
		if n.account.Notify == account.NotifyIMMEDIATELY {
			create.SetLinkExpiresAt(hook.From(ctx).At.Add(notify.LinkLife))
		}
	}
	return create.SetGroupName(n.groups[0].Name) // as the first membership would
}

// write saves newcomers whom nothing stands against, with all that goes with them: one statement for each kind of row.
func (s *Service) write(ctx context.Context, tx *gen.Client, some []*newcomer) error {
	users := make([]*gen.UserCreate, len(some))
	consents := map[string]hook.Consent{}
	for i, n := range some {
		users[i] = n.row
		if n.Consent != nil {
			consents[fold.Key(n.address)] = *n.Consent
		}
	}
	var made []*gen.User
	for together := range slices.Chunk(users, hook.Together) {
		saved, err := tx.User.CreateBulk(together...).Save(hook.WithConsents(ctx, consents))
		if err != nil {
			return err
		}
		made = append(made, saved...)
	}
	var joinings []joining
	var looksAfter []*gen.AssignmentCreate
	var notes []*gen.NoteCreate
	for i, n := range some {
		n.made = made[i]
		joinings = append(joinings, joining{n.made.ID, n.groups, n.place})
		looksAfter = append(looksAfter, assignments(tx, n.made.ID, n.place.assignments)...)
		note, err := noted(ctx, tx, n.made.ID, n.Note)
		if err != nil {
			return err
		}
		if note != nil {
			notes = append(notes, note)
		}
	}
	if _, err := join(ctx, tx, joinings...); err != nil {
		return err
	}
	for together := range slices.Chunk(looksAfter, hook.Together) { // of one user there may be a hundred
		if err := tx.Assignment.CreateBulk(together...).Exec(ctx); err != nil {
			return err
		}
	}
	if err := tx.Note.CreateBulk(notes...).Exec(ctx); err != nil {
		return err
	}
	return s.openAll(ctx, tx, some)
}

// openAll saves the accounts of newcomers and tells the owners who are told now.
func (s *Service) openAll(ctx context.Context, tx *gen.Client, some []*newcomer) error {
	with := slices.DeleteFunc(slices.Clone(some), func(n *newcomer) bool { return n.account == nil })
	rows := make([]*gen.AccountCreate, len(with))
	for i, n := range with {
		rows[i] = s.account(ctx, tx, n.made, n.account)
		if n.account.Notify == account.NotifyIMMEDIATELY {
			now := s.Store.Now(ctx)
			rows[i].SetNotifiedAt(now).SetLinkExpiresAt(now.Add(notify.LinkLife))
		}
	}
	opened, err := tx.Account.CreateBulk(rows...).Save(ctx)
	if err != nil {
		return err
	}
	var told []notify.Owner
	for i, a := range opened {
		if a.Notify == account.NotifyIMMEDIATELY {
			told = append(told, notify.Owner{User: with[i].made, Account: a})
		}
	}
	return s.Notify.Invite(ctx, told)
}

// draft is all of a newcomer, with their account if they get one.
func (n *newcomer) draft() Draft {
	d := Draft{Email: n.address, EmailField: fault.At("email"), ContactEmail: n.address, FirstName: n.FirstName, LastName: n.LastName,
		CellPhone: n.CellPhone, OfficePhone: n.OfficePhone}
	if n.place.company != nil {
		d.CompanyID = &n.place.company.ID
		if n.CompanyID != nil { // of one by its name it is not known whether the viewer sees it
			d.home = n.place.company
		}
	}
	if n.made != nil {
		d.UserID = n.made.ID
	}
	if n.account != nil {
		d.RoleID, d.Factor = &n.place.role.ID, n.account.FactorProvider != account.FactorProviderNONE
		if n.account.Email != n.address {
			d.Email, d.EmailField = n.account.Email, fault.At("account", "email")
		}
	}
	return d
}
