package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

const usersPage = `query($first:Int,$after:Cursor,$last:Int,$before:Cursor,$order:[UserOrder!],$filter:UserFilter){
	users(first:$first,after:$after,last:$last,before:$before,orderBy:$order,filter:$filter){
		pageInfo{hasNextPage hasPreviousPage startCursor endCursor}
		edges{node{id firstName lastName email title status lastSignInAt createdAt updatedAt cellPhone officePhone extension emailSubscribed
			company{name} role{name} account{loginName} groups(first:1){edges{node{name}}}}}}}`

// shown is where each ordering's value stands in a row.
var shown = map[gen.UserOrderField]string{
	"LAST_NAME": "lastName", "FIRST_NAME": "firstName", "EMAIL": "email", "TITLE": "title", "COMPANY": "company.name", "STATUS": "status",
	"CELL_PHONE": "cellPhone", "OFFICE_PHONE": "officePhone", "EXTENSION": "extension", "ROLE": "role.name", "GROUP": "groups.edges.0.node.name", "EMAIL_SUBSCRIBED": "emailSubscribed",
	"LOGIN_NAME": "account.loginName", "LAST_SIGN_IN_AT": "lastSignInAt", "CREATED_AT": "createdAt", "UPDATED_AT": "updatedAt",
}

// crowd makes n users in batches. A third of what may be empty is, and ties are many.
func crowd(hub *hubtest.Hub, n int) {
	hub.T.Helper()
	companies := []*ent.Company{newCompany(hub, "Alpha"), newCompany(hub, "beta"), newCompany(hub, "Ånd")}
	groups := []*ent.Group{newGroup(hub, "Staff"), newGroup(hub, "board"), newGroup(hub, "Åre")}
	names := []string{"Adams", "adams", "Ørsted", "Zhou", "Ådal", "李", "Adams-Zhou"}
	for from := 0; from < n; from += 50 {
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			for i := from; i < min(n, from+50); i++ {
				in := account.CreateInput{Email: fmt.Sprintf("%c%d@example.org", 'a'+i*7%26, i), Details: account.Details{FirstName: names[i%3], LastName: names[i%7]}}
				if i%3 != 0 {
					login := fmt.Sprintf("login-%d", i*31%997)
					in.Title, in.CompanyID = fmt.Sprintf("Title %d", i%4), &companies[i%len(companies)].ID
					in.CellPhone, in.OfficePhone, in.Extension = fmt.Sprintf("+47 %d", i%50), fmt.Sprintf("0%d", i%9), fmt.Sprint(i%11)
					in.Subscribed, in.GroupIDs = i%2 == 0, []int64{groups[i%len(groups)].ID, groups[(i+1)%len(groups)].ID}
					in.Account = &account.NewAccount{LoginName: &login, Notify: entaccount.NotifyNEVER}
				}
				u, err := hub.Accounts.Create(hook.WithConsent(ctx, hook.Consent{Source: user.EmailSubscriptionSourceADMIN}), in)
				if err != nil {
					return err
				}
				if i%3 != 1 {
					err = tx.User.UpdateOneID(u.ID).SetLastSignInAt(hubtest.Start.Add(-time.Duration(i%5) * time.Hour)).Exec(ctx)
				}
				if err == nil && i%3 == 2 {
					err = tx.User.UpdateOneID(u.ID).ClearRoleID().Exec(ctx)
				}
				if err == nil && i%4 == 0 {
					err = tx.User.UpdateOneID(u.ID).SetStatus(user.StatusINACTIVE).Exec(ctx)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
}

// walk reads a whole list page by page, forward or backward, and returns the rows in list order.
func walk(c *hubtest.Client, order vars, size int, backward bool) (rows []map[string]any, pages int) {
	in := vars{"order": []vars{order}, "first": size}
	more, place, next := "hasNextPage", "endCursor", "after"
	if backward {
		in = vars{"order": []vars{order}, "last": size}
		more, place, next = "hasPreviousPage", "startCursor", "before"
	}
	for {
		a := c.Must(usersPage, in)
		edges, _ := a.At("users.edges").([]any)
		page := make([]map[string]any, len(edges))
		for i, edge := range edges {
			page[i] = edge.(map[string]any)["node"].(map[string]any)
		}
		if pages++; backward {
			rows = append(page, rows...)
		} else {
			rows = append(rows, page...)
		}
		if a.At("users.pageInfo."+more) != true || pages > 1000 {
			return rows, pages
		}
		in[next] = a.Text("users.pageInfo." + place)
	}
}

func at(row map[string]any, path string) string {
	switch value := (&hubtest.Answer{Data: row}).At(path).(type) {
	case string:
		return value
	case bool:
		return fmt.Sprint(value)
	default:
		return ""
	}
}

// S1.10: every ordering visits every user exactly once, over all pages, forward and backward, ascending and descending;
// empty values come last both ways, and what is not empty is in order.
func TestPaging(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		crowd(hub, 199)
		for _, order := range gen.AllUserOrderField {
			path, known := shown[order]
			if !known {
				t.Fatalf("%s is not known to this test: say where its value stands", order)
			}
			for _, direction := range []string{"ASC", "DESC"} {
				by, size := vars{"field": order, "direction": direction}, 11+len(order)
				name := fmt.Sprint(order, " ", direction)
				forward, pages := walk(admin, by, size, false)
				equal(t, "the number of rows by "+name, len(forward), 200)
				equal(t, "the number of pages by "+name, pages, (200+size-1)/size)
				back, _ := walk(admin, by, size, true)
				seen, previous, empty := map[string]bool{}, "", false
				for i, row := range forward {
					id := row["id"].(string)
					if seen[id] {
						t.Fatalf("%s: %s comes twice", name, id)
					}
					if seen[id] = true; back[i]["id"] != id {
						t.Fatalf("%s: backward is another list at %d", name, i)
					}
					value := ordered(at(row, path))
					if empty && value != "" {
						t.Fatalf("%s: %q comes after an empty value", name, value)
					}
					empty = value == ""
					if c := strings.Compare(previous, value); !empty && i > 0 && (direction == "ASC" && c > 0 || direction == "DESC" && c < 0) {
						t.Fatalf("%s: %q comes after %q", name, value, previous)
					}
					previous = value
				}
			}
		}
	})
}

// ordered is how values compare: in any case, without accents; times as they are written, padded.
func ordered(value string) string {
	if when, err := time.Parse(time.RFC3339Nano, value); err == nil {
		return when.UTC().Format("2006-01-02T15:04:05.000000")
	}
	return strings.NewReplacer("å", "a").Replace(strings.ToLower(value))
}

// A cursor goes with its list, its ordering and its direction, and nobody can make one up.
func TestCursors(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		crowd(hub, 5)
		by := func(field, direction string) []vars { return []vars{{"field": field, "direction": direction}} }
		own := admin.Must(usersPage, vars{"first": 2, "order": by("LAST_NAME", "ASC")}).Text("users.pageInfo.endCursor")
		admin.Must(usersPage, vars{"first": 2, "after": own})
		group := admin.Must(`{groups(first:1){pageInfo{endCursor}}}`, nil).Text("groups.pageInfo.endCursor")
		flipped := []byte(own)
		flipped[len(flipped)-3] ^= 1
		for name, cursor := range map[string]string{"flipped": string(flipped), "cut": own[:len(own)-4], "longer": own + "AAAA", "rubbish": "rubbish",
			"empty": "", "huge": strings.Repeat("A", 5000), "unsigned": "eyJvIjoiTEFTVF9OQU1FIiwiaSI6MX0", "of groups": group} {
			a := admin.Ask(usersPage, vars{"first": 2, "after": cursor})
			equal(t, "the answer to a cursor that is "+name, a.Code(), "BAD_USER_INPUT")
			admin.Ask(usersPage, vars{"last": 2, "before": cursor}).Refused("BAD_USER_INPUT")
		}
		admin.Ask(usersPage, vars{"first": 2, "after": own, "order": by("LAST_NAME", "DESC")}).Refused("BAD_USER_INPUT")
		admin.Ask(usersPage, vars{"first": 2, "after": own, "order": by("FIRST_NAME", "ASC")}).Refused("BAD_USER_INPUT")
		for _, list := range []string{"companies", "messages"} {
			for _, cursor := range []string{own, group} {
				admin.Ask(`query($c:Cursor){`+list+`(first:1,after:$c){edges{cursor}}}`, vars{"c": cursor}).Refused("BAD_USER_INPUT")
			}
		}
	})
}

// A page says how many, from one end, at most 100; more than one ordering makes no sense.
func TestPageSize(t *testing.T) {
	hubtest.EachWith(t, hubtest.Options{Quiet: true}, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		cursor := admin.Must(usersPage, vars{"first": 1}).Text("users.pageInfo.endCursor")
		for _, in := range []vars{{}, {"first": 101}, {"first": -1}, {"last": 101}, {"last": -1}, {"first": 1, "last": 1}, {"first": 1, "before": cursor},
			{"last": 1, "after": cursor}, {"first": 1, "order": []vars{{"field": "EMAIL"}, {"field": "TITLE"}}}} {
			a := admin.Ask(usersPage, in)
			equal(t, fmt.Sprint("the answer to ", in), a.Code(), "BAD_USER_INPUT")
		}
		equal(t, "the number of rows", len(ids(admin.Must(usersPage, vars{"first": 100}), "users")), 1)
		equal(t, "the number of rows of none", len(ids(admin.Must(usersPage, vars{"first": 0}), "users")), 0)
	})
}
