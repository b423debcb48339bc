package app_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// decideRights are the rooms that ask who may do what; everybody else asks them.
var decideRights = []string{"ent/rule", "ent/viewer"}

// namesRoles are the places outside them that speak of a permission or of a built-in role, and decide nobody's rights by it.
var namesRoles = map[string]string{
	"ent/hook/grant.go":           "keeps the lists of what the built-in roles may grant",
	"graph/role.resolvers.go":     "shows that a role is built in",
	"graph/user.resolvers.go":     "shows that somebody is a Global Admin",
	"server/account/belonging.go": "finds the role that isGlobalAdmin and an absent role mean",
	"server/account/builtin.go":   "makes the built-in roles",
	"server/account/setup.go":     "asks whether there is a first administrator, and makes them",
	"server/client/client.go":     "finds the role that new users of an API client get",
	"server/copies/regroup.go":    "leaves a Global Admin in the Default group",
	"server/journal/row.go":       "leaves the lists of built-in roles to ent/hook when it takes back",
	"server/seed/people.go":       "makes people of every role",
	"server/transfer/load.go":     "shows that somebody is a Global Admin",
	"server/seed/seed.go":         "makes people of every role",
}

// roleNames are the built-in roles as Go and as the database call them. Member is also what a group has.
var roleNames = []string{"GlobalAdministrator", "SecurityAdministrator", "PortalAdministrator", "SuperUser", "CompanyAdministrator", "IsGlobalAdmin",
	"global_administrator", "security_administrator", "portal_administrator", "super_user", "company_administrator"}

// asksForRole reports code that asks for a permission or a built-in role.
func asksForRole(n ast.Node) (what string) {
	switch n := n.(type) {
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Can" {
			return "Can"
		}
	case *ast.SelectorExpr:
		of, _ := n.X.(*ast.Ident)
		if strings.HasPrefix(n.Sel.Name, "BuiltIn") || slices.Contains(roleNames, n.Sel.Name) && n.Sel.Name != "IsGlobalAdmin" || of != nil && of.Name == "viewer" && n.Sel.Name == "Member" {
			return n.Sel.Name
		}
		if of != nil && of.Name == "account" && n.Sel.Name == "IsGlobalAdmin" {
			return n.Sel.Name
		}
	case *ast.BasicLit:
		if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && slices.Contains(roleNames, text) {
			return text
		}
	}
	return ""
}

// Locks are in the walls: who may do what is asked in ent/rule, by the field table, and nowhere else.
func TestArchRightsAreRules(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		if s.test || s.tool() || slices.Contains(decideRights, s.room) || strings.HasPrefix(s.room, "server/hubtest") {
			continue
		}
		ast.Inspect(s.File, func(n ast.Node) bool {
			what := asksForRole(n)
			if what == "" {
				return true
			}
			if used[s.path] = true; namesRoles[s.path] == "" || what == "Can" {
				t.Errorf("%s: %s asks for a permission or a role; ask ent/rule, where every road meets it.", s.set.Position(n.Pos()), what)
			}
			return true
		})
	}
	for name := range namesRoles {
		if !used[name] {
			t.Errorf("%s may speak of roles and does not: take it out of the list.", name)
		}
	}
}
