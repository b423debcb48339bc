package account

import (
	"context"
	"reflect"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/assignment"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/predicate"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
)

// Range of time: From is inclusive, To exclusive; nil is open.
type Range struct{ From, To *time.Time }

// Filter narrows the list of users. What is empty does not count.
type Filter struct {
	Search                         string
	Status                         []user.Status
	AccountState                   []State
	Invitation                     []InvitationState
	RoleIDs, GroupIDs, CompanyIDs  []int64
	EmailSubscribed, NeverSignedIn *bool
	CreatedAt, UpdatedAt           *Range
	LastSignInAt                   *Range
	// At is the time by which invitations count as expired; zero means now.
	At time.Time
	// Bounced, if not nil, are the only users whose invitation may have come back: those of whom it was so when a run began.
	Bounced []int64 `json:",omitzero"`
	// AssignedTo are companies that the users look after.
	AssignedTo []int64
}

// onlySearches reports that nothing is filtered by but words.
func (f Filter) onlySearches() bool {
	f.Search, f.At = "", time.Time{}
	return reflect.ValueOf(f).IsZero()
}

// filtered is what a filter finds.
type filtered struct {
	// users is for reading a page, counted for counting them all: where a search finds many, these are two ways.
	users, counted *gen.UserQuery
	// members makes the same by memberships, where they hold all that is filtered by; nil where they do not.
	members func() *gen.MembershipQuery
	// onePlan: nothing is filtered by but words that one plan serves, whatever they are.
	onePlan bool
}

// filtered are the queries behind a list and its count. What the viewer may not read, they may not filter by.
func (s *Service) filtered(ctx context.Context, f Filter, order string) (*filtered, error) {
	v := viewer.From(ctx)
	if v == nil {
		return nil, fault.SignInFirst()
	}
	found, err := s.searched(ctx, v, f.Search, order)
	if err != nil {
		return nil, err
	}
	query := s.Store.Ent(ctx).User.Query()
	members, err := s.narrow(ctx, v, &f, query, order)
	if err != nil {
		return nil, err
	}
	if f.At.IsZero() {
		f.At = s.Store.Now(ctx)
	}
	if err := s.byInvitation(ctx, v, f, query); err != nil {
		return nil, err
	}
	for _, one := range f.predicates(f.At) {
		if !rule.Filterable(v, gen.TypeUser, one.field) {
			return nil, notOffered("filter")
		}
		query.Where(one.where)
	}
	counted := query.Clone()
	if found.Page != nil {
		query.Where(found.Page)
		counted.Where(found.All)
	}
	return &filtered{query, counted, members, found.OnePlan && f.onlySearches()}, nil
}

// searched is what was typed as predicates for a page and for a count. A company that the viewer does not see is not
// searched.
func (s *Service) searched(ctx context.Context, v *viewer.Viewer, typed, order string) (list.Weighed, error) {
	search := search
	search.Covered = order == byName
	if search.Veiled = rule.CompanyOutOfSight(v, user.FieldCompanyID); search.Veiled != nil {
		search.Starts = slices.DeleteFunc(slices.Clone(search.Starts), func(key string) bool { return key == user.FieldSortCompany })
	}
	found, err := search.Weigh(ctx, typed, s.Store.Rarest)
	if found.Page == nil || err != nil {
		return list.Weighed{}, err
	}
	for _, field := range searched {
		if !rule.Searchable(v, gen.TypeUser, field) {
			return list.Weighed{}, notOffered("search")
		}
	}
	return found, nil
}

// narrow filters by groups and companies. One out of sight is one without users: whoever may not see it must not learn
// who is in it. It returns the same by memberships, where they hold all that is filtered by; query is then for other
// orderings than by name.
func (s *Service) narrow(ctx context.Context, v *viewer.Viewer, f *Filter, query *gen.UserQuery, order string) (members func() *gen.MembershipQuery, err error) {
	client := s.Store.Ent(ctx)
	if only := rule.OnlyGroup(v); only != 0 && len(f.GroupIDs) == 0 && order == byName && f.onlyOfMembers() {
		// Their list is that group's: its index has the order.
		f.GroupIDs = []int64{only}
	}
	if len(f.GroupIDs) > 0 {
		if !rule.Filterable(v, gen.TypeMembership, membership.FieldGroupID) {
			return nil, notOffered("filter")
		}
		if len(f.GroupIDs) == 1 && f.onlyOfMembers() {
			// From the group, so that its rules are part of the statement: what is out of sight leads to nobody. A group has
			// each user once: nothing has to be made distinct.
			members = func() *gen.MembershipQuery {
				return client.Group.Query().Where(group.ID(f.GroupIDs[0])).QueryMemberships().Unique(false).Where(f.ofMembers()...)
			}
			if order == byName { // nothing is asked of query
				return members, nil
			}
		}
		seen, err := client.Group.Query().Where(group.IDIn(f.GroupIDs...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		query.Where(inGroups(seen))
	}
	if len(f.AssignedTo) > 0 {
		if !rule.Filterable(v, gen.TypeAssignment, assignment.FieldCompanyID) {
			return nil, notOffered("filter")
		}
		seen, err := client.Company.Query().Where(company.IDIn(f.AssignedTo...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		query.Where(user.HasAssignmentsWith(assignment.CompanyIDIn(seen...)))
	}
	if len(f.CompanyIDs) > 0 {
		seen, err := client.Company.Query().Where(company.IDIn(f.CompanyIDs...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		if f.CompanyIDs = seen; len(seen) == 0 {
			query.Where(func(s *sql.Selector) { s.Where(sql.False()) })
		}
	}
	return members, nil
}

// filtering is one condition and the field that it tells about.
type filtering struct {
	field string
	where predicate.User
}

func (f Filter) predicates(now time.Time) (all []filtering) {
	add := func(on bool, field string, where predicate.User) {
		if on {
			all = append(all, filtering{field, where})
		}
	}
	add(len(f.Status) > 0, user.FieldStatus, user.StatusIn(f.Status...))
	add(len(f.AccountState) > 0, user.FieldAccountState, inStates(f.AccountState, now))
	add(len(f.RoleIDs) > 0, user.FieldRoleID, user.RoleIDIn(f.RoleIDs...))
	add(len(f.CompanyIDs) > 0, user.FieldCompanyID, user.CompanyIDIn(f.CompanyIDs...))
	if f.EmailSubscribed != nil {
		add(true, user.FieldEmailSubscribed, user.EmailSubscribed(*f.EmailSubscribed))
	}
	if f.NeverSignedIn != nil {
		never := user.LastSignInAtIsNil()
		if !*f.NeverSignedIn {
			never = user.LastSignInAtNotNil()
		}
		add(true, user.FieldLastSignInAt, never)
	}
	// The key of the ordering has an index, and is empty for whoever never signed in.
	if r := f.LastSignInAt; r != nil {
		add(r.From != nil, user.FieldLastSignInAt, user.SortLastSignInAtGTE(hook.TimeKey(value(r.From))))
		add(r.To != nil, user.FieldLastSignInAt, user.SortLastSignInAtLT(hook.TimeKey(value(r.To))))
		add(r.To != nil && r.From == nil, user.FieldLastSignInAt, user.SortLastSignInAtGT([]byte{}))
	}
	for column, r := range map[string]*Range{user.FieldCreatedAt: f.CreatedAt, user.FieldUpdatedAt: f.UpdatedAt} {
		for _, where := range r.of(column) {
			add(true, column, where)
		}
	}
	return all
}

// of is the range as predicates on a column of times.
func (r *Range) of(column string) (where []func(*sql.Selector)) {
	if r != nil && r.From != nil {
		where = append(where, sql.FieldGTE(column, writable(*r.From)))
	}
	if r != nil && r.To != nil {
		where = append(where, sql.FieldLT(column, writable(*r.To)))
	}
	return where
}

// writable is a time within the years that both databases compare alike: SQLite compares what is written.
func writable(t time.Time) time.Time {
	switch t = t.UTC(); {
	case t.Year() > 9999:
		return time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
	case t.Year() < 1:
		return time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	default:
		return t
	}
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// inStates finds accounts by where they stand at a time.
func inStates(states []State, now time.Time) predicate.User {
	var any []predicate.User
	invited, expired := slices.Contains(states, Invited), slices.Contains(states, InvitationExpired)
	switch over := user.LinkExpiresAtLTE(now); {
	case invited && expired:
		any = append(any, user.AccountStateEQ(user.AccountStateINVITED))
	case expired:
		any = append(any, user.And(user.AccountStateEQ(user.AccountStateINVITED), over))
	case invited:
		any = append(any, user.And(user.AccountStateEQ(user.AccountStateINVITED), user.Or(user.LinkExpiresAtIsNil(), user.LinkExpiresAtGT(now))))
	}
	for _, state := range []State{None, Active, TemporaryPassword, Closed} {
		if slices.Contains(states, state) {
			any = append(any, user.AccountStateEQ(user.AccountState(state)))
		}
	}
	if slices.Contains(states, Locked) { // it passes by the clock, and lies over the state beneath, by which they are found, too
		any = append(any, user.LockedUntilGT(now))
	}
	if len(any) == 0 {
		return func(s *sql.Selector) { s.Where(sql.False()) }
	}
	return user.Or(any...)
}

// onlyOfMembers reports a filter that memberships alone can answer: of groups, status and creation.
func (f Filter) onlyOfMembers() bool {
	return f.Search == "" && len(f.AccountState)+len(f.Invitation)+len(f.RoleIDs)+len(f.CompanyIDs)+len(f.AssignedTo) == 0 && f.EmailSubscribed == nil &&
		f.NeverSignedIn == nil && f.UpdatedAt == nil && f.LastSignInAt == nil
}

// ofMembers finds, among the memberships of a group, those whose users meet the filter.
func (f Filter) ofMembers() []predicate.Membership {
	status := []membership.UserStatus{membership.UserStatusACTIVE, membership.UserStatusINACTIVE}
	if len(f.Status) > 0 {
		status = status[:0]
		for _, one := range f.Status {
			status = append(status, membership.UserStatus(one))
		}
	}
	where := []predicate.Membership{membership.UserStatusIn(status...)}
	for _, one := range f.CreatedAt.of(membership.FieldUserCreatedAt) {
		where = append(where, one)
	}
	return where
}

// inGroups finds the members of groups that the viewer can see.
func inGroups(ids []int64) predicate.User {
	return user.HasMembershipsWith(membership.GroupIDIn(ids...))
}
