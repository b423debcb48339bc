package graph_test

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/gid"
)

const (
	createCompany  = `mutation($in:CreateCompanyInput!){createCompany(input:$in){company{id version name emailDomain phone address userCount} userErrors{code field message params relatedId}}}`
	updateCompany  = `mutation($in:UpdateCompanyInput!){updateCompany(input:$in){company{id version name emailDomain phone address} userErrors{code field message params relatedId}}}`
	deleteCompany  = `mutation($in:IDInput!){deleteCompany(input:$in){deletedId userErrors{code field message}}}`
	createContract = `mutation($in:CreateContractInput!){createContract(input:$in){contract{id version number name startsOn endsOn company{name}} userErrors{code field message relatedId}}}`
	updateContract = `mutation($in:UpdateContractInput!){updateContract(input:$in){contract{id version number name startsOn endsOn} userErrors{code field message params relatedId}}}`
	deleteContract = `mutation($in:IDInput!){deleteContract(input:$in){deletedId userErrors{code field message}}}`
	createGroup    = `mutation($in:CreateGroupInput!){createGroup(input:$in){group{id version name description isDefault memberCount} userErrors{code field message params relatedId}}}`
	updateGroup    = `mutation($in:UpdateGroupInput!){updateGroup(input:$in){group{id version name description} userErrors{code field message params relatedId}}}`
	deleteGroup    = `mutation($in:DeleteGroupInput!){deleteGroup(input:$in){deletedId userErrors{code field message}}}`
	addMembers     = `mutation($in:MembersInput!){addMembers(input:$in){group{id memberCount} userErrors{code field message}}}`
	removeMembers  = `mutation($in:MembersInput!){removeMembers(input:$in){group{id memberCount} userErrors{code field message}}}`
	setManager     = `mutation($in:SetManagerInput!){setManager(input:$in){group{id managers{email}} userErrors{code field message}}}`
)

// Who may change companies and contracts, groups and who is in them.
func init() {
	writers := [8]string{anon, deny, deny, deny, deny, deny, ok, ok}
	// Whoever edits users puts them into the groups that they see, and the other company's administrator sees none of these.
	keepers := [8]string{anon, deny, deny, gone, gone, ok, ok, ok}
	firm := func(s *scene) *ent.Company { return newCompany(s.hub, s.fresh) }
	circle := func(s *scene) *ent.Group {
		g := newGroup(s.hub, s.fresh)
		write(s.hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.Membership.Create().SetGroupID(g.ID).SetUserID(s.target.ID).Exec(ctx)
		})
		return g
	}
	of := func(id string, more vars) vars {
		in := vars{"id": id}
		for name, value := range more {
			in[name] = value
		}
		return vars{"in": in}
	}
	attempts = append(attempts,
		attempt{"createCompany", "a new one", writers, func(s *scene) vars { return vars{"in": vars{"name": s.fresh}} }},
		attempt{"updateCompany", "its name", writers, func(s *scene) vars { return of(companyID(firm(s)), vars{"version": 1, "name": "New " + s.fresh}) }},
		attempt{"updateCompany", "the actor's own", writers, func(s *scene) vars { return of(companyID(s.home), vars{"version": 1}) }},
		attempt{"deleteCompany", "one", writers, func(s *scene) vars { return of(companyID(firm(s)), nil) }},
		attempt{"createContract", "of the actor's own company", writers, func(s *scene) vars {
			return vars{"in": vars{"companyId": companyID(s.home), "number": s.fresh, "name": "Support"}}
		}},
		attempt{"updateContract", "its number", writers, func(s *scene) vars {
			return of(contractID(newContract(s.hub, s.home, s.fresh)), vars{"version": 1, "number": "N" + s.fresh})
		}},
		attempt{"deleteContract", "one", writers, func(s *scene) vars { return of(contractID(newContract(s.hub, s.home, s.fresh)), nil) }},
		attempt{"createGroup", "a new one", writers, func(s *scene) vars { return vars{"in": vars{"name": s.fresh}} }},
		attempt{"updateGroup", "its name", writers, func(s *scene) vars {
			return of(groupID(newGroup(s.hub, s.fresh)), vars{"version": 1, "name": "New " + s.fresh})
		}},
		attempt{"deleteGroup", "with a member", writers, func(s *scene) vars { return of(groupID(circle(s)), nil) }},
		attempt{"deleteGroup", "moving its member to another", writers, func(s *scene) vars {
			return of(groupID(circle(s)), vars{"moveMembersToId": groupID(s.secret)})
		}},
		attempt{"addMembers", "a Member", keepers, func(s *scene) vars {
			return vars{"in": vars{"groupId": groupID(newGroup(s.hub, s.fresh)), "userIds": []string{userID(s.target)}}}
		}},
		attempt{"removeMembers", "a Member", keepers, func(s *scene) vars {
			return vars{"in": vars{"groupId": groupID(circle(s)), "userIds": []string{userID(s.target)}}}
		}},
		attempt{"setManager", "a Member", keepers, func(s *scene) vars {
			return vars{"in": vars{"groupId": groupID(circle(s)), "userId": userID(s.target), "manager": true}}
		}},
	)
	for mutation, text := range map[string]string{"createCompany": createCompany, "updateCompany": updateCompany, "deleteCompany": deleteCompany,
		"createContract": createContract, "updateContract": updateContract, "deleteContract": deleteContract, "createGroup": createGroup,
		"updateGroup": updateGroup, "deleteGroup": deleteGroup, "addMembers": addMembers, "removeMembers": removeMembers, "setManager": setManager} {
		texts[mutation] = text
	}
}

func companyID(c *ent.Company) string { return gid.Encode(ent.TypeCompany, c.ID) }

func contractID(k *ent.Contract) string { return gid.Encode(ent.TypeContract, k.ID) }
