package graph

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/store"
	"github.com/portico-hub/portico/server/visit"
)

// settle is how every mutation ends: what the client could have foreseen becomes userErrors of the payload, and
// everything else the top-level error that it returns. A refusal of the whole leaves no userErrors behind: an answer
// about the input would tell what the viewer may not know. Warnings go to the payload's own list; where they alone
// stood in the way, the one userError says so.
func settle(err error, into *[]*gen.UserError, shown ...*[]*gen.Warning) error {
	faults, foreseen := fault.All(err)
	if !foreseen {
		return err
	}
	for _, f := range faults {
		if f.Kind != fault.Input && f.Kind != fault.Disabled && (f.Kind != fault.Warning || len(shown) == 0) {
			return f
		}
	}
	for _, f := range faults {
		if f.Kind != fault.Warning {
			*into = append(*into, userError(f))
		} else {
			*shown[0] = append(*shown[0], warning(f))
		}
	}
	if len(faults) > 0 && len(*into) == 0 {
		*into = append(*into, userError(fault.Refuse(fault.Warnings, nil, "Nothing was saved yet. Look at the warnings, then save again.")))
	}
	return nil
}

func warnings(all fault.List) []*gen.Warning {
	out := make([]*gen.Warning, len(all))
	for i, f := range all {
		out[i] = warning(f)
	}
	return out
}

func warning(f *fault.Fault) *gen.Warning {
	e := userError(f)
	return &gen.Warning{Code: gen.WarningCode(f.Code), Field: e.Field, Message: e.Message, Params: e.Params, RelatedID: e.RelatedID}
}

func userError(f *fault.Fault) *gen.UserError {
	e := &gen.UserError{Code: gen.ErrorCode(f.Code), Field: f.Field, Message: f.Message, Params: f.Params}
	if f.Related != nil {
		id := gid.Encode(f.Related.Type, f.Related.ID)
		e.RelatedID = &id
	}
	return e
}

// Present returns the one translator of top-level errors: code, a sentence that is safe to show, and the request's id.
// What nobody could foresee is logged and shown as ours.
func Present(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := said(ctx, err)
		if shown == nil {
			log.ErrorContext(ctx, "a request failed", "request", visit.From(ctx).RequestID, "path", graphql.GetPath(ctx).String(), "error", err)
			shown = &gqlerror.Error{
				Message:    "Something went wrong (request " + visit.From(ctx).RequestID + ").",
				Path:       graphql.GetPath(ctx),
				Extensions: map[string]any{"code": fault.Internal},
			}
		}
		shown.Extensions["requestId"] = visit.From(ctx).RequestID
		return shown
	}
}

// said is an error that the client may see, or nil for one of ours.
func said(ctx context.Context, err error) *gqlerror.Error {
	if faults, ok := fault.All(err); ok && len(faults) > 0 {
		return top(ctx, string(faults[0].Kind), faults[0].Message, faults[0].Params)
	}
	var coded *gqlerror.Error
	switch {
	case errors.As(err, &coded) && coded.Extensions["code"] != nil:
		return coded
	case ent.IsNotFound(err):
		return top(ctx, string(fault.Missing), "This does not exist, or you may not see it.", nil)
	case errors.Is(err, store.ErrClaimed):
		return top(ctx, string(fault.BadRequest), "This request was carried out already.", nil) // Replay answers with its result
	case errors.Is(err, privacy.Deny):
		return top(ctx, string(fault.Denied), "You are not allowed to do this.", nil)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return top(ctx, fault.Internal, "The request took too long or was given up.", nil)
	default:
		return nil
	}
}

func top(ctx context.Context, code, message string, params map[string]any) *gqlerror.Error {
	if code == string(fault.Input) {
		code = string(fault.BadRequest)
	}
	e := &gqlerror.Error{Message: message, Path: graphql.GetPath(ctx), Extensions: map[string]any{"code": code}}
	if len(params) > 0 {
		e.Extensions["params"] = params
	}
	return e
}
