package graph_test

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	entaccount "github.com/portico-hub/portico/ent/gen/ent/account"
	"github.com/portico-hub/portico/ent/gen/ent/message"
	"github.com/portico-hub/portico/server/hubtest"
)

const (
	resendMessage = `mutation($in:IDInput!,$over:[WarningCode!]){resendMessage(input:$in,overrideWarnings:$over){
		message{id kind to state linkState} userErrors{code message} warnings{code message}}}`
	resolveMessage = `mutation($in:ResolveMessageInput!){resolveMessage(input:$in){
		message{id kind state resolvedAt error} userErrors{code message} warnings{code}}}`
	revokeInvitation = `mutation($in:UserIDInput!){revokeInvitation(input:$in){
		user{id account{state revokedAt linkExpiresAt}} userErrors{code message}}}`
)

// messageIn is a message to a user that stands in a state, made for the attempt.
func messageIn(hub *hubtest.Hub, u *ent.User, state message.State) string {
	hub.T.Helper()
	var m *ent.Message
	write(hub, func(ctx context.Context, tx *ent.Client) (err error) {
		m, err = tx.Message.Create().SetUserID(u.ID).SetKind(message.KindINVITATION).SetTo(u.Email).SetSubject("Welcome").SetBody([]byte("x")).
			SetState(state).Save(ctx)
		return err
	})
	return m.GlobalID()
}

func revocable(s *scene) vars {
	write(s.hub, func(ctx context.Context, tx *ent.Client) error {
		a, err := tx.Account.Query().Where(entaccount.UserID(s.target.ID)).Only(ctx)
		if err != nil {
			return err
		}
		return tx.Account.UpdateOne(a).SetNotifiedAt(s.hub.Clock.Now()).Exec(ctx)
	})
	return inOf(s)
}

func init() {
	attempts = append(attempts,
		attempt{"resendMessage", "to a Member", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, func(s *scene) vars {
			return vars{"in": vars{"id": messageIn(s.hub, s.target, message.StateSENT)}}
		}},
		attempt{"resolveMessage", "to a Member", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, func(s *scene) vars {
			return vars{"in": vars{"id": messageIn(s.hub, s.target, message.StateUNKNOWN), "sendAgain": false}}
		}},
		attempt{"revokeInvitation", "of a Member", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, revocable},
		attempt{"revokeInvitation", "of a Global Administrator", [8]string{anon, deny, deny, gone, deny, deny, deny, ok}, revocable},
	)
	for what, columns := range map[string]string{"resendMessage, to a Member": "DDoDDD", "resolveMessage, to a Member": "DDoDDD",
		"revokeInvitation, of a Member": "DNoDDD", "revokeInvitation, of a Global Administrator": "DNDDDD"} {
		byOthers[what], before[what] = columns, has{account: true}
	}
	before["revokeInvitation, of a Global Administrator"] = has{account: true, role: "global_administrator"}
	texts["resendMessage"], texts["resolveMessage"], texts["revokeInvitation"] = resendMessage, resolveMessage, revokeInvitation
}
