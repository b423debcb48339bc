package graph

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/bulk"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/journal"
)

// bulkUpdate reads the input of a bulk.
func bulkUpdate(input gen.BulkUpdateUsersInput) (in bulk.Input, err error) {
	var faults fault.List
	in.Resend, in.Revoke, in.Delete, in.Status = value(input.ResendInvitation), value(input.RevokeInvitation), value(input.Delete), value(input.Status)
	in.Invites = value(input.InvitationsOnly)
	in.Override = codes(input.OverrideWarnings)
	in.UserIDs, err = keysUpTo(bulk.MaxIDs, ent.TypeUser, input.UserIds, "userIds")
	faults.Add(err)
	if input.Filter != nil {
		filter, err := userFilter(input.Filter)
		faults.Add(err)
		in.Filter = &filter
	}
	in.AddGroupIDs, err = keysOf(ent.TypeGroup, input.AddGroupIds, "addGroupIds")
	faults.Add(err)
	in.RemoveGroupIDs, err = keysOf(ent.TypeGroup, input.RemoveGroupIds, "removeGroupIds")
	faults.Add(err)
	in.RoleID, err = keyOf(ent.TypeRole, input.RoleID, "roleId")
	faults.Add(err)
	return in, faults.Err()
}

// runAs is how a mutation of a run ends.
func (r *Resolver) runAs(ctx context.Context, one *ent.Run, err error) (*gen.JobRunPayload, error) {
	p := &gen.JobRunPayload{JobRun: one}
	if err == nil {
		p.Undo, err = r.undoOfRun(ctx, one)
	}
	return p, settle(err, &p.UserErrors, &p.Warnings)
}

// undoOfRun is the way back from a run, if there is one.
func (r *Resolver) undoOfRun(ctx context.Context, one *ent.Run) (*gen.Undo, error) {
	token, expires, err := r.Bulk.Token(ctx, one)
	if token == "" || err != nil {
		return nil, err
	}
	return &gen.Undo{Token: token, ExpiresAt: expires}, nil
}

// reported is a report as GraphQL has it; nil where there is none.
func reported(report *journal.Report) *gen.UndoReport {
	if report == nil {
		return nil
	}
	return &gen.UndoReport{Reversed: report.Reversed, Kept: items(report.Kept), Failed: items(report.Failed)}
}
