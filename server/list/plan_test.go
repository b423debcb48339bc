package list_test

import (
	"context"
	"log/slog"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	graphgen "github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/seed"
)

// people is how many users the plans are pinned with: a planner that has few rows to read takes any way.
const people = 100_000

// directory is a hub with many users, and what its lists ask of the database.
type directory struct {
	*hubtest.Hub
	asked []statement
	// as is who looks: the rules are part of the statements.
	as context.Context
}

type statement struct {
	text string
	args []any
}

// administrator reaches everybody.
var administrator = viewer.NewContext(context.Background(), &viewer.Viewer{
	Kind: viewer.User, ID: 1, Name: "Mona Kvam", Permissions: viewer.Permissions, Reach: viewer.Everything,
})

// page reads one page and returns it with the statements that it took.
func (d *directory) page(f account.Filter, order string, desc bool, args list.Args) (*list.Page[*gen.User], []statement) {
	d.T.Helper()
	d.asked = nil
	page, _, err := d.Accounts.List(d.as, f, order, desc, args, func(*gen.UserQuery, string) {})
	if err != nil {
		d.T.Fatal(err)
	}
	d.asked = slices.DeleteFunc(d.asked, func(s statement) bool { return !strings.Contains(s.text, "LIMIT") })
	if len(d.asked) == 0 || len(d.asked) > 2 {
		d.T.Fatalf("a page of users took %d statements", len(d.asked))
	}
	return page, d.asked
}

// plan is how the database answers a statement.
func (d *directory) plan(s statement) string {
	d.T.Helper()
	var lines []string
	if pool := d.Store.Pool(); pool != nil {
		rows, err := pool.Query(context.Background(), "EXPLAIN "+s.text, s.args...)
		for err == nil && rows.Next() {
			var line string
			err = rows.Scan(&line)
			lines = append(lines, line)
		}
		if err == nil {
			err = rows.Err()
		}
		if err != nil {
			d.T.Fatalf("%s: %v", s.text, err)
		}
		return strings.Join(lines, "\n")
	}
	rows, err := d.Store.Writer().Query("EXPLAIN QUERY PLAN "+s.text, s.args...)
	if err != nil {
		d.T.Fatalf("%s: %v", s.text, err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var line string
		if err := rows.Scan(&id, &parent, &unused, &line); err != nil {
			d.T.Fatal(err)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

var (
	// table finds a plan that reads the table from end to end.
	table = regexp.MustCompile(`Seq Scan on users|(?m)^SCAN users$`)
	// sorting finds a plan that sorts, and on PostgreSQL how many rows: putting a handful in order is cheaper than
	// walking an index, and what grows with the table is more than a page.
	sorting = regexp.MustCompile(`TEMP B-TREE|Sort +\(cost=\S+ rows=(\d+)`)
)

// sorts reports that a plan sorts more than a page.
func sorts(plan string) bool { return sortsMore(plan, list.MaxPage) }

// sortsMore reports that a plan sorts more than so many rows, or nobody knows how many.
func sortsMore(plan string, than int) bool {
	found := sorting.FindStringSubmatch(plan)
	if found == nil {
		return false
	}
	rows, err := strconv.Atoi(found[1])
	return err != nil || rows > than
}

// cheap fails for a statement that costs more the longer the list or the deeper the page.
func (d *directory) cheap(what string, statements []statement, inOrder bool) {
	d.T.Helper()
	for _, s := range statements {
		plan := d.plan(s)
		switch {
		case strings.Contains(s.text, "OFFSET"):
			d.T.Errorf("%s counts its way there: %s", what, s.text)
		case table.MatchString(plan):
			d.T.Errorf("%s reads the whole table:\n…%s\n%s", what, s.text[strings.Index(s.text, " FROM "):], plan)
		case inOrder && sorts(plan):
			d.T.Errorf("%s sorts:\n…%s\n%s", what, s.text[strings.Index(s.text, " FROM "):], plan)
		}
	}
}

// A page costs the same anywhere in the list, whatever it is ordered by.
func TestPlans(t *testing.T) {
	t.Parallel()
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		if err := seed.Fill(context.Background(), hub.Store, slog.New(slog.DiscardHandler), seed.Options{Users: people, Groups: 50, RandomSeed: 1}); err != nil {
			t.Fatal(err)
		}
		d := &directory{Hub: hub, as: administrator}
		hub.Store.Observe(func(text string, args []any) { d.asked = append(d.asked, statement{text, args}) })
		for _, field := range graphgen.AllUserOrderField {
			for _, desc := range []bool{false, true} {
				d.walk(string(field), desc)
			}
		}
		d.narrow()
		d.count()
		d.board()
	})
}

// limited are viewers who reach a part: a company, and groups that they manage.
func (d *directory) limited() map[string]context.Context {
	d.T.Helper()
	ctx := viewer.AsSystem(context.Background(), "test")
	company, err := d.Store.Ent(ctx).Company.Query().FirstID(ctx)
	if err != nil {
		d.T.Fatal(err)
	}
	groups, err := d.Store.Ent(ctx).Group.Query().Where(group.IsDefault(false)).Order(group.ByID()).Limit(2).IDs(ctx)
	if err != nil {
		d.T.Fatal(err)
	}
	as := func(v viewer.Viewer) context.Context {
		v.Kind, v.ID, v.Name = viewer.User, 7, "Mona Kvam"
		return viewer.NewContext(context.Background(), &v)
	}
	return map[string]context.Context{
		"a company administrator": as(viewer.Viewer{Permissions: viewer.Permissions, Reach: viewer.AssignedCompanies, CompanyIDs: []int64{company}}),
		"who reads groups":        as(viewer.Viewer{Permissions: []viewer.Permission{viewer.UsersRead}, Reach: viewer.ManagedGroups, GroupIDs: groups}),
		"a group's manager":       as(viewer.Viewer{Reach: viewer.ManagedGroups, GroupIDs: groups}),
	}
}

// narrow explains filtered pages in several orders, for those who reach everybody and those who reach a part.
func (d *directory) narrow() {
	d.T.Helper()
	size, yes := 50, true
	ctx := viewer.AsSystem(context.Background(), "test")
	company, staff := d.Store.Ent(ctx).Company.Query().FirstIDX(ctx), d.Store.Ent(ctx).Group.Query().FirstIDX(ctx)
	// Nobody was made up after early, and half of all since.
	role, early, since := d.Role("super_user"), hubtest.Start.Add(-24*time.Hour), time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	filters := map[string]account.Filter{
		"everybody":               {},
		"the inactive":            {Status: []user.Status{user.StatusINACTIVE}},
		"the invited":             {AccountState: []account.State{account.Invited, account.InvitationExpired}},
		"those without account":   {AccountState: []account.State{account.None}},
		"a role":                  {RoleIDs: []int64{role}},
		"a group":                 {GroupIDs: []int64{staff}},
		"the active of a group":   {GroupIDs: []int64{staff}, Status: []user.Status{user.StatusACTIVE}, CreatedAt: &account.Range{From: &since}},
		"two roles":               {RoleIDs: []int64{role, d.Role("portal_administrator")}},
		"a company":               {CompanyIDs: []int64{company}},
		"the subscribed":          {EmailSubscribed: &yes},
		"the never signed in":     {NeverSignedIn: &yes},
		"the signed in lately":    {LastSignInAt: &account.Range{From: &early}},
		"the created lately":      {CreatedAt: &account.Range{From: &early}},
		"a name":                  {Search: "anders"},
		"nobody's name":           {Search: "xqzvw"},
		"a start":                 {Search: "an"},
		"a name among the active": {Search: "anders", Status: []user.Status{user.StatusACTIVE}},
	}
	everybody := map[string]context.Context{"an administrator": administrator}
	for _, viewers := range []map[string]context.Context{everybody, d.limited()} {
		for who, as := range viewers {
			d.as = as
			for what, f := range filters {
				if len(f.RoleIDs) > 0 && !viewer.From(as).Can(viewer.UsersRead) {
					continue // not offered to them
				}
				for _, order := range []string{"LAST_NAME", "EMAIL", "LAST_SIGN_IN_AT"} {
					_, asked := d.page(f, order, false, list.Args{First: &size})
					d.cheap(what+" by "+order+" for "+who, asked, false)
				}
			}
		}
	}
	d.as = administrator
	if _, asked := d.page(account.Filter{Search: "sen"}, "LAST_NAME", false, list.Args{First: &size}); d.Store.Pool() == nil && !strings.Contains(d.plan(asked[0]), "user_walk") {
		d.T.Errorf("a common fragment reads every row on the way:\n%s", d.plan(asked[0]))
	}
	for _, what := range []string{"everybody", "the inactive", "the invited", "a role", "a company", "a group", "the active of a group", "the subscribed", "the never signed in"} {
		_, asked := d.page(filters[what], "LAST_NAME", false, list.Args{First: &size})
		d.cheap(what+" by name", asked, true)
	}
}

// count explains counting: no count reads the rows of the table.
func (d *directory) count() {
	d.T.Helper()
	first := 0
	for what, f := range map[string]account.Filter{"everybody": {}, "the active": {Status: []user.Status{user.StatusACTIVE}}, "a name": {Search: "anders"},
		"a rare role": {RoleIDs: []int64{d.Role("super_user")}}, "a common role": {RoleIDs: []int64{d.Role("member")}}} {
		_, total, err := d.Accounts.List(administrator, f, "LAST_NAME", false, list.Args{First: &first}, func(*gen.UserQuery, string) {})
		if err != nil {
			d.T.Fatal(err)
		}
		d.asked = nil
		n, estimate, err := total.About(administrator)
		if err != nil {
			d.T.Fatal(err)
		}
		if what == "a rare role" {
			d.cheap("counting "+what, d.asked, false)
		}
		exact, err := total.Exact(administrator)
		if err != nil || n < exact*8/10 || n > exact*12/10 || estimate != (exact > list.MaxExact) {
			d.T.Errorf("%s are about %d (an estimate: %v) and exactly %d, error: %v", what, n, estimate, exact, err)
		}
	}
}

// walk explains pages from both ends and from the middle of one ordering.
func (d *directory) walk(order string, desc bool) {
	d.T.Helper()
	size := 50
	name := order
	if desc {
		name += " down"
	}
	begin, asked := d.page(account.Filter{}, order, desc, list.Args{First: &size})
	d.cheap("the first page by "+name, asked, true)
	end, asked := d.page(account.Filter{}, order, desc, list.Args{Last: &size})
	d.cheap("the last page by "+name, asked, true)
	for what, from := range map[string]*list.Page[*gen.User]{"begin": begin, "end": end, "middle": d.middle(begin, order, desc)} {
		after, before := from.Cursor(from.Nodes[len(from.Nodes)-1]), from.Cursor(from.Nodes[0])
		_, asked = d.page(account.Filter{}, order, desc, list.Args{First: &size, After: &after})
		d.cheap("onwards from the "+what+" by "+name, asked, true)
		_, asked = d.page(account.Filter{}, order, desc, list.Args{Last: &size, Before: &before})
		d.cheap("back from the "+what+" by "+name, asked, true)
	}
	for what, f := range map[string]account.Filter{
		"the active":           {Status: []user.Status{user.StatusACTIVE}},
		"a search for a name":  {Search: "anders"},
		"a search for a start": {Search: "an"},
		"a search for two":     {Search: "an example"},
	} {
		_, asked := d.page(f, order, desc, list.Args{First: &size})
		d.cheap(what+" by "+name, asked, false)
	}
}

// middle is a page from the middle of the list.
func (d *directory) middle(page *list.Page[*gen.User], order string, desc bool) *list.Page[*gen.User] {
	size := list.MaxPage
	for range 24 {
		after := page.Cursor(page.Nodes[len(page.Nodes)-1])
		page, _ = d.page(account.Filter{}, order, desc, list.Args{First: &size, After: &after})
	}
	return page
}
