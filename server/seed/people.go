package seed

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/store"
)

var desc = sql.OrderDesc()

// newest is the latest moment in a made-up hub, so that the same seed gives the same hub on any day.
var newest = time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)

const years = 6 * 365 * 24 * time.Hour

// person is one made-up user.
type person struct {
	id                             int64
	given, family, email           string
	title, cell, office, extension *string
	firm                           int // -1 for none
	role                           *gen.Role
	active, subscribed             bool
	created                        time.Time
	account, activated             bool
	login                          string
	signedIn                       *time.Time
	groups                         []int64
}

var userColumns = []string{
	"id", "version", "created_at", "updated_at", "status", "email", "first_name", "last_name", "title", "cell_phone",
	"office_phone", "extension", "company_id", "role_id", "email_subscribed", "email_subscription_changed_at", "email_subscription_source", "last_sign_in_at", "company_name", "login_name",
	"account_email", "account_state", "role_name", "group_name", "search", "sort_last_name", "sort_first_name", "sort_email",
	"sort_title", "sort_company", "sort_login_name", "sort_last_sign_in_at", "sort_role", "sort_group", "sort_cell_phone",
	"sort_office_phone", "sort_extension",
}

// people makes n users from place at on, in one transaction.
func (m *maker) people(ctx context.Context, at, n int) error {
	r := rand.New(rand.NewPCG(m.RandomSeed, uint64(at)+uint64(m.from)))
	deeds := rand.New(rand.NewPCG(m.RandomSeed+1, uint64(at)+uint64(m.from)))
	var users, identities, accounts, memberships, consents, activities [][]any
	for i := range n {
		p := m.person(r, m.from+int64(at+i))
		row, sortLastName := m.userRow(p)
		users = append(users, row)
		if m.Activities > 0 {
			activities = append(activities, stream(deeds, p, m.Activities)...)
		}
		identities = append(identities, []any{fold.Key(p.email), p.id, p.account})
		if at, source := p.consent(); at != nil {
			consents = append(consents, []any{p.id, true, *at, *source, p.given + " " + p.family})
		}
		if p.account {
			accounts = append(accounts, accountRow(p))
			if p.login != p.email {
				identities = append(identities, []any{fold.Key(p.login), p.id, true})
			}
		}
		for _, g := range p.groups {
			memberships = append(memberships, []any{1, p.created, p.created, p.id, g, "MEMBER", p.status(), p.created, sortLastName})
		}
	}
	return m.store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error {
		for _, t := range []struct {
			table   string
			columns []string
			rows    [][]any
		}{
			{"users", userColumns, users},
			{"identities", []string{"key", "user_id", "signs_in"}, identities},
			{"accounts", []string{"version", "created_at", "updated_at", "user_id", "email", "login_name", "notify", "activated_at"}, accounts},
			{"consent_changes", []string{"user_id", "subscribed", "at", "source", "actor"}, consents},
			{"memberships", []string{"version", "created_at", "updated_at", "user_id", "group_id", "role", "user_status", "user_created_at", "sort_last_name"}, memberships},
			{activity.Table, activityColumns, activities},
		} {
			if err := store.Bulk(ctx, t.table, t.columns, t.rows); err != nil {
				return err
			}
		}
		return nil
	})
}

func (m *maker) person(r *rand.Rand, id int64) person {
	p := person{id: id, firm: -1, created: newest.Add(-time.Duration(r.Int64N(int64(years)))).Truncate(time.Second)}
	p.given, p.family = name(r)
	p.email = address(p, r)
	p.title = maybe(r, 65, titles[r.IntN(len(titles))])
	p.cell = maybe(r, 70, fmt.Sprintf("+4%d %03d %02d %03d", r.IntN(10), r.IntN(1000), r.IntN(100), r.IntN(1000)))
	p.office = maybe(r, 40, fmt.Sprintf("+4%d %02d %02d %02d %02d", r.IntN(10), r.IntN(100), r.IntN(100), r.IntN(100), r.IntN(100)))
	p.extension = maybe(r, 20, fmt.Sprint(100+r.IntN(900)))
	if r.IntN(100) < 66 {
		p.firm = r.IntN(len(m.firms))
	}
	p.role = m.roles["member"]
	if r.IntN(1000) < 4 {
		p.role = m.roles[[]string{"company_administrator", "super_user", "portal_administrator", "security_administrator"}[r.IntN(4)]]
	}
	p.active, p.subscribed = r.IntN(100) < 93, r.IntN(100) < 45
	p.account = r.IntN(100) < 75
	p.activated = p.account && r.IntN(100) < 92
	p.login = p.email
	if r.IntN(100) < 25 {
		p.login = fmt.Sprintf("%s.%d", strings.ToLower(ascii(p.family)), id)
	}
	if p.activated && r.IntN(100) < 88 {
		t := p.created.Add(time.Duration(r.Int64N(int64(newest.Sub(p.created)) + 1))).Truncate(time.Second)
		p.signedIn = &t
	}
	p.groups = m.chosen(r)
	return p
}

// chosen are about two groups, the first ones bigger than the last; one user in ten is in none, and so in Default.
func (m *maker) chosen(r *rand.Rand) []int64 {
	if len(m.groups) == 0 || r.IntN(10) == 0 {
		return []int64{m.defaultGroup}
	}
	var some []int64
	seen := map[int]bool{}
	for range 1 + r.IntN(min(3, len(m.groups))) {
		x := r.Float64()
		if i := int(x * x * float64(len(m.groups))); !seen[i] {
			seen[i], some = true, append(some, m.groups[i])
		}
	}
	return some
}

func name(r *rand.Rand) (given, family string) {
	n := r.IntN(100)
	for _, p := range peoples {
		if n -= p.share; n < 0 {
			given, family = p.given[r.IntN(len(p.given))], p.family[r.IntN(len(p.family))]
			switch dice := r.IntN(100); {
			case len(p.joins) > 0 && dice < 4:
				family = strings.TrimSuffix(p.joins[r.IntN(len(p.joins))]+" "+family, " ")
			case dice < 12:
				family += "-" + p.family[r.IntN(len(p.family))]
			case dice == 99: // a few names are longer than any column is wide
				given += " " + strings.Join(p.given[:min(6, len(p.given))], " ")
			}
			return given, family
		}
	}
	return "Ana", "Adams"
}

// address is unique, since it holds the user's key.
func address(p person, r *rand.Rand) string {
	first, last := ascii(p.given), ascii(p.family)
	if first == "" || last == "" {
		return fmt.Sprintf("user%d@mail%d.example", p.id, r.IntN(40))
	}
	return fmt.Sprintf("%s.%s.%d@mail%d.example", strings.ToLower(first), strings.ToLower(last), p.id, r.IntN(40))
}

// ascii is what of a name an address can hold.
func ascii(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' {
			return c
		}
		return -1
	}, fold.Text(s))
}

func maybe(r *rand.Rand, percent int, s string) *string {
	if r.IntN(100) >= percent {
		return nil
	}
	return &s
}

// userRow is the row of a user, and the sort key that memberships copy.
func (m *maker) userRow(p person) (row []any, sortLastName []byte) {
	d := hook.Directory{}
	firm, firmID := "", any(nil)
	if p.firm >= 0 {
		firm, firmID = m.firmNames[p.firm], m.firms[p.firm]
	}
	login, account, state := "", "", user.AccountStateNONE
	if p.account {
		login, account, state = p.login, p.email, hook.AccountState(&gen.Account{ActivatedAt: p.activatedAt()})
	}
	first := m.groupNames[p.groups[0]]
	for field, value := range map[string]any{
		"first_name": p.given, "last_name": p.family, "email": p.email, "title": p.title, "cell_phone": p.cell, "office_phone": p.office,
		"extension": p.extension, "company_name": firm, "login_name": login, "account_email": account, "last_sign_in_at": p.signedIn,
		"role_name": p.role.Name, "group_name": first,
	} {
		d.Set(field, value)
	}
	changed, source := p.consent()
	row = []any{p.id, 1, p.created, p.created, p.status(), p.email, p.given, p.family, p.title, p.cell, p.office, p.extension,
		firmID, p.role.ID, p.subscribed, changed, source, p.signedIn, firm, login, account, string(state), p.role.Name, first, d.Search()}
	keys := d.Keys()
	for _, column := range userColumns[len(row):] {
		row = append(row, keys[column])
	}
	return row, keys["sort_last_name"]
}

func (p person) status() string {
	if p.active {
		return string(user.StatusACTIVE)
	}
	return string(user.StatusINACTIVE)
}

// consent is when whoever receives email communication said so, by the sign-up form; nil for everybody else.
func (p person) consent() (at *time.Time, source *string) {
	if !p.subscribed {
		return nil, nil
	}
	form := string(user.EmailSubscriptionSourceSIGNUP_FORM)
	return &p.created, &form
}

func (p person) activatedAt() *time.Time {
	if !p.activated {
		return nil
	}
	return &p.created
}

func accountRow(p person) []any {
	notify := "IMMEDIATELY"
	if !p.activated && p.id%3 == 0 {
		notify = "BY_JOB"
	}
	return []any{1, p.created, p.created, p.id, p.email, p.login, notify, p.activatedAt()}
}
