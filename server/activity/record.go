package activity

import (
	"context"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/identity"
	"github.com/portico-hub/portico/ent/gen/ent/unclaimedactivity"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/store"
)

// AtOnce is how many activities are recorded at once, all or none. It is more than the 500 rows that a transaction has
// elsewhere: the contract promises it, and they are plain rows of one table.
const AtOnce = 1000

// Record records one activity, of the user with this id or email. Nothing comes back, and nothing is wrong, for an email
// that nobody has while such are kept.
func (s *Service) Record(ctx context.Context, in Input) (*gen.Activity, error) {
	made, _, err := s.record(ctx, []Input{in}, (*Service).save)
	if err != nil || len(made) == 0 {
		return nil, err
	}
	return made[0], nil
}

// RecordAll records up to AtOnce activities in one transaction, all or none, and says how many there are. What is wrong with
// any of them is named by its place.
func (s *Service) RecordAll(ctx context.Context, all []Input) (int, error) {
	save := (*Service).save
	if v := viewer.From(ctx); v != nil && v.Kind == viewer.APIClient {
		save = (*Service).append
	}
	_, recorded, err := s.record(ctx, all, save)
	return recorded, err
}

// record is how every activity comes in. save writes those whose users are known and in reach.
func (s *Service) record(ctx context.Context, all []Input, save func(*Service, context.Context, *gen.Client, []*draft) ([]*gen.Activity, error)) (made []*gen.Activity, recorded int, err error) {
	if err := rule.Require(ctx, viewer.ActivitiesWrite); err != nil {
		return nil, 0, err
	}
	if err := rule.RequireFeature(ctx, viewer.FeatureActivities); err != nil {
		return nil, 0, err
	}
	if len(all) > AtOnce {
		return nil, 0, fault.Refusef(fault.Invalid, fault.At("input"), "At most %d activities at once. Send the rest in another request.", AtOnce)
	}
	drafts, err := s.drafts(ctx, all)
	if err != nil {
		return nil, 0, err
	}
	// Looked up before: SQLite has one writer. Of somebody who is deleted meanwhile, what is recorded is deleted with them.
	strays, err := s.settle(ctx, drafts)
	if err != nil {
		return nil, 0, err
	}
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		if err := s.keep(ctx, tx, strays); err != nil {
			return err
		}
		// Who may was asked just now, for all of them at once; the rules would ask for each.
		known := slices.DeleteFunc(slices.Clone(drafts), func(d *draft) bool { return d.userID == 0 })
		made, err = save(s, viewer.Elevated(ctx, *viewer.From(ctx)), tx, known)
		return err
	})
	return made, len(drafts), err
}

// settle finds whose each draft is, by one statement, and returns those of emails that nobody has, if such are kept.
func (s *Service) settle(ctx context.Context, drafts []*draft) (strays []*draft, err error) {
	if len(drafts) == 0 {
		return nil, nil
	}
	v := viewer.From(ctx)
	owners, err := find(ctx, s.Store.Ent(ctx), drafts)
	if err != nil {
		return nil, err
	}
	for _, d := range drafts {
		if d.userID == 0 {
			d.userID = owners.byKey[d.key]
		} else if !owners.byID[d.userID] {
			d.userID = 0
		}
		if d.userID == 0 {
			strays = append(strays, d)
		}
	}
	if len(strays) == 0 {
		return nil, nil
	}
	kept := false
	if rule.TellsUnknownApart(v) {
		now, err := s.Settings.Now(ctx)
		if err != nil {
			return nil, err
		}
		kept = now.KeepUnknownActivities
	}
	var faults fault.List
	for _, d := range strays {
		if f := d.unknown(kept); f != nil {
			faults = append(faults, f)
		}
	}
	return strays, faults.Err()
}

// owned says which users there are in reach, by id and by address.
type owned struct {
	byID  map[int64]bool
	byKey map[string]int64
}

// find looks for the users of some drafts among those in reach: by key, or by contact or account email.
func find(ctx context.Context, client *gen.Client, drafts []*draft) (owned, error) {
	var ids []int64
	var keys []string
	for _, d := range drafts {
		if d.userID != 0 {
			ids = append(ids, d.userID)
		} else if strings.Contains(d.key, "@") { // a login name without one is no address
			keys = append(keys, d.key)
		}
	}
	found := owned{map[int64]bool{}, map[string]int64{}}
	reached := rule.OfUsers(viewer.From(ctx), viewer.ActivitiesWrite)
	system := viewer.AsSystem(ctx, "comparing reach")
	if len(ids) > 0 {
		slices.Sort(ids)
		there, err := client.User.Query().Where(user.IDIn(slices.Compact(ids)...), reached).IDs(system)
		if err != nil {
			return found, err
		}
		for _, id := range there {
			found.byID[id] = true
		}
	}
	if len(keys) > 0 {
		slices.Sort(keys)
		var there []struct {
			ID  int64  `sql:"id"`
			Key string `sql:"key"`
		}
		err := client.User.Query().Where(reached, byAddress(slices.Compact(keys))).Select().Scan(system, &there)
		if err != nil {
			return found, err
		}
		for _, one := range there {
			found.byKey[one.Key] = one.ID
		}
	}
	return found, nil
}

// byAddress finds users by their addresses, and reads which it was.
func byAddress(keys []string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		t := sql.Dialect(s.Dialect()).Table(identity.Table)
		s.Join(t).On(s.C(user.FieldID), t.C(identity.FieldUserID))
		any := make([]any, len(keys))
		for i, key := range keys {
			any[i] = key
		}
		s.Where(sql.In(t.C(identity.FieldKey), any...)).Select(s.C(user.FieldID), t.C(identity.FieldKey))
	}
}

// save writes activities as entities.
func (s *Service) save(ctx context.Context, tx *gen.Client, drafts []*draft) ([]*gen.Activity, error) {
	if len(drafts) == 1 {
		a, err := drafts[0].create(tx).Save(ctx)
		return []*gen.Activity{a}, err
	}
	rows := make([]*gen.ActivityCreate, len(drafts))
	for i, d := range drafts {
		rows[i] = d.create(tx)
	}
	return tx.Activity.CreateBulk(rows...).Save(ctx)
}

// append writes activities of an API client in the quickest way there is. Of such, no hook has anything to do but stamp them.
func (s *Service) append(ctx context.Context, _ *gen.Client, drafts []*draft) ([]*gen.Activity, error) {
	columns := []string{activity.FieldUserID, activity.FieldKind, activity.FieldSummary, activity.FieldSource, activity.FieldData,
		activity.FieldActor, activity.FieldOccurredAt, activity.FieldCreatedAt}
	now, rows := s.Store.Now(ctx), make([][]any, len(drafts))
	for i, d := range drafts {
		rows[i] = []any{d.userID, d.kind, d.summary, string(d.source), d.data, d.actor, d.at, now}
	}
	return nil, store.Bulk(ctx, activity.Table, columns, rows)
}

// keep writes down what was told of emails that nobody has.
func (s *Service) keep(ctx context.Context, tx *gen.Client, strays []*draft) error {
	if len(strays) == 0 {
		return nil
	}
	rows := make([]*gen.UnclaimedActivityCreate, len(strays))
	now := s.Store.Now(ctx)
	for i, d := range strays {
		rows[i] = tx.UnclaimedActivity.Create().SetEmailKey(d.key).SetKind(d.kind).SetSummary(d.summary).SetSource(unclaimedactivity.Source(d.source)).
			SetNillableData(d.data).SetActor(d.actor).SetOccurredAt(d.at).SetCreatedAt(now)
	}
	return tx.UnclaimedActivity.CreateBulk(rows...).Exec(viewer.AsSystem(ctx, "keeping activities"))
}
