// Package bulk changes many users as one run: each by the code that changes one of them, in small transactions, under
// the name and with the rights that whoever started it has at that moment. One user's refusal stops nobody else.
package bulk

import (
	"context"
	"encoding/json"
	"log/slog"
	"math"
	"slices"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/journal"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/store"
)

// MaxIDs is how many users may be named; a filter has no limit.
const MaxIDs = 1000

// maxGroups bounds the groups of one change.
const maxGroups = 100

// Options of the Service.
type Options struct {
	Store    *store.Store
	Queue    *job.Queue
	Accounts *account.Service
	Authn    *authn.Authenticator
	Journal  *journal.Journal
	Ledger   *ledger.Ledger
	Log      *slog.Logger
}

// Service starts, continues and takes back runs.
type Service struct{ Options }

// New returns the service and registers its job.
func New(o Options) *Service {
	s := &Service{o}
	job.Register(o.Queue, s.walk)
	o.Ledger.Forget[run.KindBULK_UPDATE], o.Ledger.Forget[run.KindUNDO] = forget, forget
	return s
}

// Change is what is done to each user. What is empty stays.
type Change struct {
	AddGroupIDs, RemoveGroupIDs []int64     `json:",omitempty"`
	RoleID                      *int64      `json:",omitempty"`
	Status                      user.Status `json:",omitempty"`
	Resend, Revoke, Delete      bool        `json:",omitempty"`
	// Invites keeps Resend from whoever has a password by now: nobody is sent a reset.
	Invites bool `json:",omitempty"`
	// Override are the codes of the warnings that the actor was shown.
	Override []fault.Code `json:",omitempty"`
}

// Input says who is changed, by key or by a filter, and how. It holds no copies of what users are.
type Input struct {
	UserIDs []int64         `json:",omitempty"`
	Filter  *account.Filter `json:",omitempty"`
	Change
}

// Start begins a run, after everything that can be known by then was looked at: refusals of single users come as
// failures of the run.
func (s *Service) Start(ctx context.Context, in Input) (*gen.Run, error) {
	if viewer.From(ctx) == nil {
		return nil, fault.SignInFirst()
	}
	if err := s.check(ctx, in.Change); err != nil {
		return nil, err
	}
	if err := in.validate(); err != nil {
		return nil, err
	}
	in.UserIDs = slices.Compact(slices.Sorted(slices.Values(in.UserIDs)))
	if err := s.warn(ctx, in.Change); err != nil {
		return nil, err
	}
	upto, err := s.bound(ctx, in.Filter)
	if err != nil {
		return nil, err
	}
	var begun *gen.Run
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) (err error) {
		begun, err = s.enqueue(ctx, tx, run.KindBULK_UPDATE, in, func(c *gen.RunCreate) {
			if c.SetUpto(upto); in.Filter == nil {
				c.SetTotal(len(in.UserIDs))
			}
		})
		return err
	})
	return begun, err
}

// bound is the last user whom a run may be about: whoever comes after the start is not meant by a filter. One that is
// not offered is refused now.
func (s *Service) bound(ctx context.Context, f *account.Filter) (int64, error) {
	if f == nil {
		return last, nil
	}
	if err := s.Accounts.Hold(ctx, f); err != nil {
		return 0, err
	}
	upto, err := s.Accounts.LastID(ctx)
	if err == nil {
		_, err = s.Accounts.IDs(ctx, *f, account.Span{Upto: upto}, 1)
	}
	return upto, err
}

// enqueue saves a run of the viewer's and its job, in the caller's transaction.
func (s *Service) enqueue(ctx context.Context, tx *gen.Client, kind run.Kind, in Input, set func(*gen.RunCreate)) (*gen.Run, error) {
	create, err := s.Ledger.Draft(ctx, tx, kind, in)
	if err != nil {
		return nil, err
	}
	set(create)
	made, err := create.Save(viewer.AsSystem(ctx, "run"))
	if err != nil {
		return nil, err
	}
	return made, s.Queue.Enqueue(ctx, walkRun{made.ID})
}

// forget takes what was searched for out of an input: it may name somebody.
func forget(input json.RawMessage) (json.RawMessage, error) {
	var in Input
	if err := json.Unmarshal(input, &in); err != nil {
		return nil, err
	}
	if in.Filter != nil {
		in.Filter.Search = ""
	}
	return json.Marshal(in)
}

// validate refuses what makes no sense, whoever asks.
func (in Input) validate() error {
	switch both := slices.ContainsFunc(in.AddGroupIDs, func(id int64) bool { return slices.Contains(in.RemoveGroupIDs, id) }); {
	case in.Filter != nil && in.UserIDs != nil:
		return fault.Refuse(fault.Invalid, fault.At("filter"), "Name the users or give a filter, not both.")
	case in.Filter == nil && len(in.UserIDs) == 0:
		return fault.Refuse(fault.Required, fault.At("userIds"), "Say which users: name them, or give a filter.")
	case len(in.UserIDs) > MaxIDs:
		return fault.Refusef(fault.Invalid, fault.At("userIds"), "At most %d users can be named. Give a filter instead.", MaxIDs)
	case !in.changes() && !in.Delete:
		return fault.Refuse(fault.Required, nil, "Say what to change.")
	case in.changes() && in.Delete:
		return fault.Refuse(fault.Invalid, fault.At("delete"), "Users who are deleted are not changed as well.")
	case in.Resend && in.Revoke:
		return fault.Refuse(fault.Invalid, fault.At("revokeInvitation"), "An invitation is either sent or taken back.")
	case both:
		return fault.Refuse(fault.Invalid, fault.At("removeGroupIds"), "A group is either added or removed.")
	}
	return nil
}

// changes reports anything but deleting.
func (c Change) changes() bool { return c.moves() || c.Status != "" || c.Resend || c.Revoke }

// moves reports another role or other groups.
func (c Change) moves() bool { return len(c.AddGroupIDs)+len(c.RemoveGroupIDs) > 0 || c.RoleID != nil }

// undoable reports that there is something to take back: what was mailed is not.
func (c Change) undoable() bool { return c.moves() || c.Status != "" || c.Delete }

// needs are the permissions that the change takes.
func (c Change) needs() (all []viewer.Permission) {
	if c.Delete {
		all = append(all, viewer.UsersDelete)
	}
	if c.Resend || c.Revoke {
		all = append(all, viewer.AccountsManage)
	}
	if c.moves() || c.Status != "" || len(all) == 0 {
		all = append(all, viewer.UsersWrite)
	}
	return all
}

// check refuses what the viewer may do to nobody. It is asked again before each batch.
func (s *Service) check(ctx context.Context, c Change) error {
	for _, p := range c.needs() {
		if err := rule.Require(ctx, p); err != nil {
			return err
		}
	}
	var faults fault.List
	for field, ids := range map[string][]int64{"addGroupIds": c.AddGroupIDs, "removeGroupIds": c.RemoveGroupIDs} {
		if err := s.checkGroups(ctx, field, ids); !faults.Add(err) {
			return err
		}
	}
	if c.RoleID != nil {
		there, err := s.Store.Ent(ctx).Role.Query().Where(role.ID(*c.RoleID)).Exist(ctx)
		switch {
		case err != nil:
			return err
		case !there:
			faults.Add(fault.Refuse(fault.Unknown, fault.At("roleId"), "This role does not exist. It may have been deleted meanwhile."))
		default:
			faults.Add(rule.MayGrant(viewer.From(ctx), *c.RoleID))
		}
	}
	return faults.Err()
}

// warn says before anything is done what each of them would be warned of.
func (s *Service) warn(ctx context.Context, c Change) error {
	if c.RoleID == nil || slices.Contains(c.Override, fault.WithoutFactor) {
		return nil
	}
	r, err := s.Store.Ent(ctx).Role.Get(ctx, *c.RoleID)
	if err != nil || !rule.Privileged(r) {
		return err
	}
	return fault.Warnf(fault.WithoutFactor, fault.At("roleId"), "%s can change what others may do, and whoever gets it signs in without a second factor.", r.Name).
		With("role", r.Name)
}

func (s *Service) checkGroups(ctx context.Context, field string, ids []int64) error {
	switch {
	case len(ids) == 0:
		return nil
	case len(ids) > maxGroups:
		return fault.Refusef(fault.Invalid, fault.At(field), "At most %d at once.", maxGroups)
	}
	seen, err := s.Store.Ent(ctx).Group.Query().Where(group.IDIn(ids...)).All(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		i := slices.IndexFunc(seen, func(g *gen.Group) bool { return g.ID == id })
		if i < 0 {
			return fault.Refuse(fault.Unknown, fault.At(field), "One of these groups does not exist. It may have been deleted meanwhile.")
		}
		if seen[i].IsDefault {
			return fault.Refuse(fault.Invalid, fault.At(field), "Whoever is in no other group is in the Default group, and nobody else is.")
		}
	}
	return nil
}

// last is the cursor of a run that has handled everybody, whoever started it at the very end.
const last = math.MaxInt64
