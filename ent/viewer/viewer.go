// Package viewer says who is asking: a user, an API client or the system itself, with permissions and reach.
// It imports nothing of ours. A context without a viewer belongs to a stranger, who may see and do nothing.
package viewer

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"sync/atomic"
)

// Permission is one right. The names are those of the public contract.
type Permission string

// Every permission there is.
const (
	UsersRead       Permission = "USERS_READ"
	UsersWrite      Permission = "USERS_WRITE"
	UsersDelete     Permission = "USERS_DELETE"
	AccountsManage  Permission = "ACCOUNTS_MANAGE"
	NotesRead       Permission = "NOTES_READ"
	GroupsWrite     Permission = "GROUPS_WRITE"
	CompaniesRead   Permission = "COMPANIES_READ"
	CompaniesWrite  Permission = "COMPANIES_WRITE"
	RolesWrite      Permission = "ROLES_WRITE"
	ActivitiesRead  Permission = "ACTIVITIES_READ"
	ActivitiesWrite Permission = "ACTIVITIES_WRITE"
	RemindersWrite  Permission = "REMINDERS_WRITE"
	ConsentWrite    Permission = "CONSENT_WRITE"
	Import          Permission = "IMPORT"
	Export          Permission = "EXPORT"
	JobsWrite       Permission = "JOBS_WRITE"
	MessagesRead    Permission = "MESSAGES_READ"
	ChangesRead     Permission = "CHANGES_READ"
	APIClientsWrite Permission = "API_CLIENTS_WRITE"
	WebhooksWrite   Permission = "WEBHOOKS_WRITE"
	SettingsWrite   Permission = "SETTINGS_WRITE"
)

// Permissions lists them all, in the order of the contract.
var Permissions = []Permission{
	UsersRead, UsersWrite, UsersDelete, AccountsManage, NotesRead, GroupsWrite, CompaniesRead, CompaniesWrite, RolesWrite,
	ActivitiesRead, ActivitiesWrite, RemindersWrite, ConsentWrite, Import, Export, JobsWrite, MessagesRead, ChangesRead,
	APIClientsWrite, WebhooksWrite, SettingsWrite,
}

// Reach says whose records the permissions are about.
type Reach string

const (
	// Everything: no limit.
	Everything Reach = "EVERYTHING"
	// AssignedCompanies: users of the viewer's own company and of the companies assigned to them.
	AssignedCompanies Reach = "ASSIGNED_COMPANIES"
	// ManagedGroups: users of the groups that the viewer manages. Without any, nobody.
	ManagedGroups Reach = "MANAGED_GROUPS"
)

// Within reports a reach that goes no further than another.
func (r Reach) Within(other Reach) bool {
	order := []Reach{ManagedGroups, AssignedCompanies, Everything}
	return slices.Index(order, r) <= slices.Index(order, other)
}

// The stable names of the built-in roles that rules and hooks speak of (seeds 001 and 002).
const (
	// GlobalAdministrator is what at least one usable user is at all times.
	GlobalAdministrator = "global_administrator"
	PortalAdministrator = "portal_administrator"
	// Member has no administration; it is the one role that an API client may give.
	Member = "member"
)

// Kind tells the actors apart.
type Kind string

const (
	// User is a signed-in person.
	User Kind = "user"
	// APIClient is a partner portal with a token.
	APIClient Kind = "api_client"
	// System is Portico itself: jobs, migrations, the command line, and the steps of signing in.
	System Kind = "system"
)

// Viewer is one actor. It is built once per request and not changed afterwards.
type Viewer struct {
	Kind Kind
	// ID is the user's or API client's key; 0 for the system.
	ID int64
	// Name is how the journal calls the actor.
	Name string
	// RoleID is the user's role; 0 for others.
	RoleID int64
	// Grants are the roles that the viewer may give to others.
	Grants      []int64
	Permissions []Permission
	Reach       Reach
	// HomeID is the user's own company; 0 for none.
	HomeID int64
	// CompanyIDs are the own and the assigned companies; they count for AssignedCompanies.
	CompanyIDs []int64
	// GroupIDs are the managed groups; they count for ManagedGroups, and beside any reach for a group manager.
	GroupIDs []int64
	// Off are the features that are switched off, as they were when the request began.
	Off Off
	// Shown tells that an administrator looks through this API client's eyes: nothing may be changed.
	Shown bool

	// elevated lets Portico finish what this person began, under their name.
	elevated bool
	// oneByOne is how their reach is asked about, not what it is.
	oneByOne bool
}

// OneByOne returns a context in which the reach of who is asking is looked up for each row by itself, instead of listed
// first or joined: for a statement that reads a page in the order of an index.
func OneByOne(ctx context.Context) context.Context {
	v := From(ctx)
	if v == nil {
		return ctx
	}
	asked := *v
	asked.oneByOne = true
	return NewContext(ctx, &asked)
}

// AsksOneByOne reports a viewer of OneByOne.
func (v *Viewer) AsksOneByOne() bool { return v.oneByOne }

// Can reports whether the viewer has the permission, whatever the reach.
func (v *Viewer) Can(p Permission) bool {
	return v != nil && (v.IsSystem() || slices.Contains(v.Permissions, p))
}

// IsSystem reports whether Portico itself is acting.
func (v *Viewer) IsSystem() bool { return v != nil && (v.Kind == System || v.elevated) }

// ReachesAll reports whether no row is out of reach.
func (v *Viewer) ReachesAll() bool {
	return v != nil && (v.IsSystem() || v.Reach == Everything)
}

// Manages are the groups that a person manages; an API client manages none, whatever its reach.
func (v *Viewer) Manages() []int64 {
	if v == nil || v.Kind != User {
		return nil
	}
	return v.GroupIDs
}

type key struct{}

// slot holds the viewer of a context. Signing in changes who is asking in the middle of a request.
type slot struct{ viewer atomic.Pointer[Viewer] }

// NewContext returns a context in which v is asking; nil is a stranger.
func NewContext(ctx context.Context, v *Viewer) context.Context {
	s := &slot{}
	s.viewer.Store(v)
	return context.WithValue(ctx, key{}, s)
}

// From returns who is asking, or nil for a stranger.
func From(ctx context.Context) *Viewer {
	if s, ok := ctx.Value(key{}).(*slot); ok {
		return s.viewer.Load()
	}
	return nil
}

// Become changes who is asking for the rest of the request, after signing in or out. It reports false where nobody
// made a context for the request.
func Become(ctx context.Context, v *Viewer) bool {
	s, ok := ctx.Value(key{}).(*slot)
	if ok {
		s.viewer.Store(v)
	}
	return ok
}

// AsSystem returns a context in which Portico itself acts. The name says what for, and stands in the journal.
// Use it for what nobody signed in can do: jobs, the steps of signing in, looking whether an address is taken.
func AsSystem(ctx context.Context, name string) context.Context {
	return NewContext(ctx, &Viewer{Kind: System, Name: name, Reach: Everything})
}

// Elevated returns a context in which Portico itself acts, to finish what this person began and was allowed to: the
// journal names the person. Only v's kind, id and name count.
func Elevated(ctx context.Context, v Viewer) context.Context {
	return NewContext(ctx, &Viewer{Kind: v.Kind, ID: v.ID, Name: v.Name, Reach: Everything, elevated: true})
}

// MarshalGQL writes the permission as GraphQL has it.
func (p Permission) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(p))) }

// UnmarshalGQL reads a permission that GraphQL has checked already.
func (p *Permission) UnmarshalGQL(value any) error { return readName((*string)(p), value) }

// MarshalGQL writes the reach as GraphQL has it.
func (r Reach) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(r))) }

// UnmarshalGQL reads a reach that GraphQL has checked already.
func (r *Reach) UnmarshalGQL(value any) error { return readName((*string)(r), value) }

func readName(into *string, value any) error {
	text, ok := value.(string)
	if !ok {
		return errors.New("this is no name")
	}
	*into = text
	return nil
}

type showDeleted struct{}

// ShowDeleted returns a context in which rows marked as deleted are found: for restoring, for keeping copies true and
// for the purge.
func ShowDeleted(ctx context.Context) context.Context {
	return context.WithValue(ctx, showDeleted{}, true)
}

// DeletedShown reports a context of ShowDeleted.
func DeletedShown(ctx context.Context) bool { return ctx.Value(showDeleted{}) != nil }

type ofParents struct{}

// OfParents returns a context for a statement that starts from the rows to which what it asks for belongs, and so hides
// what belongs to a deleted one already: to ask for each row again whether its parent is deleted costs as much as counting.
func OfParents(ctx context.Context) context.Context { return context.WithValue(ctx, ofParents{}, true) }

// StartsFromParents reports a context of OfParents.
func StartsFromParents(ctx context.Context) bool { return ctx.Value(ofParents{}) != nil }
