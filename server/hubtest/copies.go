package hubtest

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/membership"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/ent/viewer"
)

// manyUsers is where looking at every copy would take longer than the test.
const manyUsers = 20_000

// CopiesAreTrue compares what rows keep for lists with what it was copied or folded from. Every hub does so at its end:
// whatever a test did, by whatever road, nothing may have fallen behind.
func (h *Hub) CopiesAreTrue() {
	h.T.Helper()
	ctx := viewer.ShowDeleted(viewer.AsSystem(context.Background(), "test"))
	client := h.Store.Ent(ctx)
	if !h.quiet {
		Eventually(h.T, "copies followed", func() bool {
			return h.ask("SELECT count(*) || '' FROM river_job WHERE kind LIKE 'copies.%' AND state IN ("+waiting+")") == "0"
		})
	}
	n, err := client.User.Query().Count(ctx)
	must(h.T, err)
	if n > manyUsers {
		return
	}
	for from := int64(0); ; {
		some, err := client.User.Query().Where(user.IDGT(from)).Order(user.ByID()).Limit(1000).WithAccount().WithRole().WithCompany().
			WithMemberships(func(q *gen.MembershipQuery) { q.WithGroup().Order(membership.ByID()) }).All(ctx)
		must(h.T, err)
		if len(some) == 0 {
			return
		}
		for _, u := range some {
			for _, wrong := range behind(u) {
				h.T.Errorf("user %d, %s: %s", u.ID, u.Email, wrong)
			}
		}
		from = some[len(some)-1].ID
	}
}

// moment is a time as text; none is none.
func moment(t *time.Time) string {
	if t == nil {
		return "none"
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// behind says which copies of a user, or of their memberships, are not what they should be.
func behind(u *gen.User) (all []string) {
	check := func(name string, is, want any) {
		if fmt.Sprint(is) != fmt.Sprint(want) {
			all = append(all, fmt.Sprintf("%s is %v, not %v", name, is, want))
		}
	}
	d := told(u)
	state := user.AccountStateNONE
	if a := u.Edges.Account; a != nil {
		state = hook.AccountState(a)
		check("link_expires_at", moment(u.LinkExpiresAt), moment(a.LinkExpiresAt))
		check("locked_until", moment(u.LockedUntil), moment(a.LockedUntil))
	}
	check("account_state", u.AccountState, state)
	status := membership.UserStatus(u.Status)
	if u.DeletedAt != nil {
		status = membership.UserStatusDELETED
	}
	for _, m := range u.Edges.Memberships {
		check("a membership's user_status", m.UserStatus, status)
		check("a membership's user_created_at", moment(m.UserCreatedAt), moment(&u.CreatedAt))
		check("a membership's sort_last_name", m.SortLastName, u.SortLastName)
	}
	for column, is := range map[string]string{"company_name": u.CompanyName, "role_name": u.RoleName, "group_name": u.GroupName,
		"login_name": u.LoginName, "account_email": u.AccountEmail} {
		check(column, is, d[column])
	}
	check("search", u.Search, d.Search())
	is := map[string][]byte{"sort_last_name": u.SortLastName, "sort_first_name": u.SortFirstName, "sort_email": u.SortEmail,
		"sort_title": u.SortTitle, "sort_company": u.SortCompany, "sort_login_name": u.SortLoginName,
		"sort_last_sign_in_at": u.SortLastSignInAt, "sort_role": u.SortRole, "sort_group": u.SortGroup,
		"sort_cell_phone": u.SortCellPhone, "sort_office_phone": u.SortOfficePhone, "sort_extension": u.SortExtension}
	for column, want := range d.Keys() {
		if !bytes.Equal(is[column], want) {
			all = append(all, fmt.Sprintf("%s is %q, not %q", column, is[column], want))
		}
	}
	return all
}

// told is what the copies and keys of a user are made of, from the rows that hold it.
func told(u *gen.User) hook.Directory {
	d := hook.Directory{}
	for field, value := range map[string]any{"first_name": u.FirstName, "last_name": u.LastName, "email": u.Email, "title": u.Title,
		"cell_phone": u.CellPhone, "office_phone": u.OfficePhone, "extension": u.Extension, "last_sign_in_at": u.LastSignInAt} {
		d.Set(field, value)
	}
	if c := u.Edges.Company; c != nil && c.DeletedAt == nil {
		d.Set("company_name", c.Name)
	}
	if r := u.Edges.Role; r != nil && r.DeletedAt == nil {
		d.Set("role_name", r.Name)
	}
	if a := u.Edges.Account; a != nil {
		d.Set("login_name", a.LoginName)
		d.Set("account_email", a.Email)
	}
	joined := slices.DeleteFunc(slices.Clone(u.Edges.Memberships), func(m *gen.Membership) bool { return m.Edges.Group.DeletedAt != nil })
	switch {
	case u.DeletedAt != nil: // looked at anew when they are restored
		d.Set("group_name", u.GroupName)
	case len(joined) > 0:
		d.Set("group_name", joined[0].Edges.Group.Name)
	}
	return d
}
