// Package seed makes up a hub of any size: realistic people in several scripts, with empty values and long names, the
// same for the same random seed. It goes around hooks and journal, so it fills only what nobody uses yet.
package seed

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/role"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/store"
)

// Options of Fill.
type Options struct {
	Users, Groups int
	// Activities is how many each user has, on average.
	Activities int
	RandomSeed uint64
	// Append adds to a hub that has users already; otherwise it is refused.
	Append bool
}

// batch is how many users one transaction makes.
const batch = 5000

// companySize is how many users a company has on average, among those who have one.
const companySize = 40

// maker makes up one hub.
type maker struct {
	Options
	store *store.Store
	// from is the first key that is free, of users and so of what belongs to them.
	from          int64
	roles         map[string]*gen.Role
	defaultGroup  int64
	groups, firms []int64
	firmNames     []string
	groupNames    map[int64]string
}

// Fill makes up users, their accounts, companies and groups. It refuses a hub with users unless Append is set. It
// commits every 5,000 users, so that it may be stopped; a hub that was stopped is best thrown away.
func Fill(ctx context.Context, s *store.Store, log *slog.Logger, o Options) error {
	ctx = viewer.AsSystem(ctx, "seed")
	m := &maker{Options: o, store: s}
	if err := m.look(ctx); err != nil {
		return err
	}
	if err := m.frame(ctx); err != nil {
		return err
	}
	if err := s.Roomy(ctx); err != nil {
		return err
	}
	began := time.Now()
	for at := 0; at < o.Users; at += batch {
		if err := m.people(ctx, at, min(batch, o.Users-at)); err != nil {
			return fmt.Errorf("users from %d on: %w", at, err)
		}
		if done := at + batch; done%100_000 == 0 {
			log.InfoContext(ctx, "seeding", "users", done, "of", o.Users, "took", time.Since(began).Round(time.Second))
		}
	}
	return s.Settled(ctx, "users", "identities", "accounts", "memberships", "companies", "groups", "consent_changes", "activities")
}

// look refuses a hub in use and finds what is there.
func (m *maker) look(ctx context.Context) error {
	client := m.store.Ent(ctx)
	has, err := client.User.Query().Exist(ctx)
	if err != nil {
		return err
	}
	if has && !m.Append {
		return fault.Refuse(fault.Invalid, nil, "This database has users already. Use --append to add made-up ones to them.")
	}
	newest, err := client.User.Query().Order(user.ByID(desc)).FirstID(ctx)
	if err != nil && !gen.IsNotFound(err) {
		return err
	}
	m.from = newest + 1
	m.roles = map[string]*gen.Role{}
	all, err := client.Role.Query().Where(role.BuiltInNotNil()).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range all {
		m.roles[*r.BuiltIn] = r
	}
	d, err := client.Group.Query().Where(group.IsDefault(true)).Only(ctx)
	if err != nil {
		return err
	}
	m.defaultGroup, m.groupNames = d.ID, map[int64]string{d.ID: d.Name}
	return nil
}

// frame makes the companies and groups that people then belong to, through the front door: they are few.
func (m *maker) frame(ctx context.Context) error {
	const atOnce = 200
	firms := max(1, m.Users/companySize)
	for at := 0; at < firms; at += atOnce {
		err := m.store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			rows := make([]*gen.CompanyCreate, 0, atOnce)
			for i := at; i < min(at+atOnce, firms); i++ {
				name := m.firmName(i)
				rows = append(rows, tx.Company.Create().SetName(name).SetEmailDomain(domain(i)))
			}
			return tx.Company.CreateBulk(rows...).Exec(ctx)
		})
		if err != nil {
			return err
		}
	}
	for at := 0; at < m.Groups; at += atOnce {
		err := m.store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
			rows := make([]*gen.GroupCreate, 0, atOnce)
			for i := at; i < min(at+atOnce, m.Groups); i++ {
				rows = append(rows, tx.Group.Create().SetName(m.groupName(i)))
			}
			return tx.Group.CreateBulk(rows...).Exec(ctx)
		})
		if err != nil {
			return err
		}
	}
	return m.recall(ctx, firms)
}

// recall reads the keys of what frame made.
func (m *maker) recall(ctx context.Context, firms int) error {
	made, err := m.store.Ent(ctx).Company.Query().Order(company.ByID(desc)).Limit(firms).All(ctx)
	if err != nil {
		return err
	}
	for _, c := range made {
		m.firms, m.firmNames = append(m.firms, c.ID), append(m.firmNames, c.Name)
	}
	custom, err := m.store.Ent(ctx).Group.Query().Where(group.IsDefault(false)).Order(group.ByID(desc)).Limit(m.Groups).All(ctx)
	for _, g := range custom {
		m.groups = append(m.groups, g.ID)
		m.groupNames[g.ID] = g.Name
	}
	return err
}

// suffix keeps names apart when a hub is seeded more than once.
func (m *maker) suffix(i int) string {
	if m.from > 1 {
		return fmt.Sprintf("%d-%d", i+1, m.from)
	}
	return fmt.Sprint(i + 1)
}

func (m *maker) firmName(i int) string {
	return firms[i%len(firms)] + " " + trades[(i/len(firms))%len(trades)] + " " + m.suffix(i)
}

func (m *maker) groupName(i int) string { return circles[i%len(circles)] + " " + m.suffix(i) }

func domain(i int) string { return fmt.Sprintf("firm%d.example", i+1) }
