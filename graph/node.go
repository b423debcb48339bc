package graph

import (
	"context"
	"errors"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
)

// node finds a row by its global id. One that does not exist, one that the viewer may not see, and one of a kind that
// nobody asks for all answer alike: there is nothing.
func (r *Resolver) node(ctx context.Context, id string) (gid.Node, error) {
	if viewer.From(ctx) == nil {
		return nil, fault.SignInFirst()
	}
	kind, key, err := gid.Split(id)
	if err != nil {
		return nil, nil
	}
	node, err := r.find(ctx, kind, key)
	var refused *fault.Fault
	if ent.IsNotFound(err) || errors.As(err, &refused) {
		return nil, nil
	}
	return node, err
}

func (r *Resolver) find(ctx context.Context, kind string, key int64) (gid.Node, error) {
	client := r.Store.Ent(ctx)
	switch kind {
	case ent.TypeUser:
		return found(r.findUser(ctx, key))
	case ent.TypeGroup:
		return found(client.Group.Get(ctx, key))
	case ent.TypeCompany:
		return found(client.Company.Get(ctx, key))
	case ent.TypeContract:
		return found(client.Contract.Get(ctx, key))
	case ent.TypeRole:
		return found(client.Role.Get(ctx, key))
	case ent.TypeActivity:
		return found(client.Activity.Get(ctx, key))
	case ent.TypeChange:
		return found(client.Change.Get(ctx, key))
	case ent.TypeMessage:
		return found(client.Message.Get(ctx, key))
	case ent.TypeReminder:
		return found(client.Reminder.Get(ctx, key))
	case ent.TypeSession:
		return found(client.Session.Get(ctx, key))
	case ent.TypePasskey:
		return found(client.Passkey.Get(ctx, key))
	case ent.TypeSavedView:
		return found(client.SavedView.Get(ctx, key))
	case ent.TypeJob:
		return found(client.Job.Get(ctx, key))
	case ent.TypeRun:
		return found(client.Run.Get(ctx, key))
	case ent.TypeImportRun:
		return found(client.ImportRun.Get(ctx, key))
	case ent.TypeExport:
		return found(client.Export.Get(ctx, key))
	case ent.TypeTemplate:
		return found(client.Template.Get(ctx, key))
	case ent.TypeAPIClient:
		return found(client.APIClient.Get(ctx, key))
	case ent.TypeProtectedPage:
		return found(client.ProtectedPage.Get(ctx, key))
	default:
		return nil, nil
	}
}

// found keeps a missing row from becoming a node that is not nil.
func found[T gid.Node](node T, err error) (gid.Node, error) {
	if err != nil {
		return nil, err
	}
	return node, nil
}

// findUser reads a user with what is asked of them, by as few statements as a list.
func (r *Resolver) findUser(ctx context.Context, key int64) (*ent.User, error) {
	wanted := selected(ctx)
	query := r.Store.Ent(ctx).User.Query().Where(user.ID(key))
	wanted.load(ctx, query)
	wanted.narrow(query, user.FieldID)
	u, err := query.Only(ctx)
	if err == nil {
		err = r.ahead(ctx, []*ent.User{u}, wanted)
	}
	return u, err
}
