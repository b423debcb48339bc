package graph_test

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
)

// Where the target of a row is, and in what state, if they are not an active Member of Home.
const (
	inAway    = "of Away"
	nowhere   = "of no company"
	inCircle  = "of Circle"
	overThere = "of Circle, an administrator" // whom managing the group does not reach
	inactive  = "who is inactive"
	deleted   = "who is deleted"
)

var states = []string{inAway, nowhere, inCircle, overThere, inactive, deleted}

// placed is one row of the table below.
type placed struct {
	mutation, what string
	account        bool
	happens        map[string]string
	send           func(s *scene) vars
}

// elsewhere is what happens with the same mutations to targets in other places and states: a letter for each actor, in the
// order of allActors.
var elsewhere = []placed{
	{"updateUser", "their title", false, map[string]string{
		inAway: "ADDoNoooNNoNDD", nowhere: "ADDNNoooNNoNDD", inCircle: "ADDNNooooooNDD",
		overThere: "ADDNNoooNooNDD", inactive: "ADDNooooNNooDD", deleted: "ADDNNNNNNNNNDD",
	}, func(s *scene) vars { return to(s.hub, s.target, vars{"title": "Head"}) }},
	{"updateUser", "their groups", false, map[string]string{
		inAway: "ADDuNoooNNoNDD", nowhere: "ADDNNoooNNoNDD", inCircle: "ADDNNooouuoNDD",
		overThere: "ADDNNoooNuoNDD", inactive: "ADDNuoooNNouDD", deleted: "ADDNNNNNNNNNDD",
	}, func(s *scene) vars { return to(s.hub, s.target, vars{"groupIds": []string{groupID(s.spare())}}) }},
	{"createAccount", "the account", false, map[string]string{
		inAway: "ADDoNrooDNoDDD", nowhere: "ADDNNrooDNoDDD", inCircle: "ADDNNrooDooDDD",
		overThere: "ADDNNoooDrrDDD", inactive: "ADDNorooDNoDDD", deleted: "ADDNNNNNDNNDDD",
	}, func(s *scene) vars { return s.open(nil) }},
	{"sendPasswordReset", "a link", true, map[string]string{
		inAway: "ADDoNoooNNoDDD", nowhere: "ADDNNoooNNoDDD", inCircle: "ADDNNooooooDDD",
		overThere: "ADDNNoooNooDDD", inactive: "ADDNiiiiNNiDDD", deleted: "ADDNNNNNNNNDDD",
	}, inOf},
	{"setTemporaryPassword", "a password", true, map[string]string{
		inAway: "ADDoNDooDNoDDD", nowhere: "ADDNNDooDNoDDD", inCircle: "ADDNNDooDooDDD",
		overThere: "ADDNNoooDDDDDD", inactive: "ADDNiDiiDNiDDD", deleted: "ADDNNNNNDNNDDD",
	}, withPassword},
	{"deactivateUser", "somebody", false, map[string]string{
		inAway: "ADDoNoooDNoNDD", nowhere: "ADDNNoooDNoNDD", inCircle: "ADDNNoooDooNDD",
		overThere: "ADDNNoooDDoNDD", inactive: "ADDNooooDNooDD", deleted: "ADDNNNNNDNNNDD",
	}, inOf},
	{"deleteUser", "somebody", false, map[string]string{
		inAway: "ADDoNDooDDoDDD", nowhere: "ADDNNDooDDoDDD", inCircle: "ADDNNDooDDoDDD",
		overThere: "ADDNNDooDDoDDD", inactive: "ADDNoDooDDoDDD", deleted: "ADDNNDNNDDNDDD",
	}, inOf},
	{"addMembers", "to Circle", false, map[string]string{
		inAway: "ADDNNooouuoNDD", nowhere: "ADDNNooouuoNDD", inCircle: "ADDNNooooooNDD",
		overThere: "ADDNNooouooNDD", inactive: "ADDNNooouuoNDD", deleted: "ADDNNuuuuuuNDD",
	}, func(s *scene) vars {
		return vars{"in": vars{"groupId": groupID(s.circle), "userIds": []string{userID(s.target)}}}
	}},
	{"removeMembers", "from Circle", false, map[string]string{
		inAway: "ADDNNooouuoNDD", nowhere: "ADDNNooouuoNDD", inCircle: "ADDNNooooooNDD",
		overThere: "ADDNNooouooNDD", inactive: "ADDNNooouuoNDD", deleted: "ADDNNuuuuuuNDD",
	}, func(s *scene) vars {
		return vars{"in": vars{"groupId": groupID(s.circle), "userIds": []string{userID(s.target)}}}
	}},
	{"setManager", "of Circle", false, map[string]string{
		inAway: "ADDNNggguugNDD", nowhere: "ADDNNggguugNDD", inCircle: "ADDNNoooDooNDD",
		overThere: "ADDNNooouooNDD", inactive: "ADDNNggguugNDD", deleted: "ADDNNuuuuuuNDD",
	}, func(s *scene) vars {
		return vars{"in": vars{"groupId": groupID(s.circle), "userId": userID(s.target), "manager": true}}
	}},
}

func init() {
	for _, row := range elsewhere {
		for _, state := range states {
			a := attempt{row.mutation, row.what + " " + state, [8]string(inLetters(row.happens[state], len(actors))), row.send}
			attempts = append(attempts, a)
			is := has{account: row.account, place: state}
			if state == overThere {
				is.role = account.SuperUser
			}
			before[a.mutation+", "+a.what] = is
			if h := row.happens[state]; len(h) == len(allActors) {
				byOthers[a.mutation+", "+a.what] = h[len(actors):]
			}
		}
	}
}

// belongs puts a new target where a row wants them.
func (c *cast) belongs(place string, in *account.CreateInput) {
	switch place {
	case inAway:
		in.CompanyID = &c.away.ID
	case nowhere:
		in.CompanyID = nil
	case inCircle, overThere:
		in.CompanyID, in.GroupIDs = nil, []int64{c.circle.ID}
	}
}

// turned brings a target into the state that a row wants.
func (c *cast) turned(state string, u *ent.User) {
	c.hub.T.Helper()
	write(c.hub, func(ctx context.Context, tx *ent.Client) error {
		switch state {
		case inactive:
			return tx.User.UpdateOneID(u.ID).SetStatus(user.StatusINACTIVE).Exec(ctx)
		case deleted:
			return tx.User.UpdateOneID(u.ID).SetDeletedAt(c.hub.Clock.Now()).Exec(ctx)
		default:
			return nil
		}
	})
}
