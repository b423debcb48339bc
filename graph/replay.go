package graph

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/store"
	"github.com/portico-hub/portico/server/visit"
)

// Replay answers a mutation that is sent again under the same Idempotency-Key with the first answer, for 24 hours, and
// carries it out once. Only the signed-in have keys: the key belongs to whoever sends it.
type Replay struct {
	Store *store.Store
	Key   secret.Key
}

// replayWait is how long a request waits for the answer of its twin that runs at the same time.
const replayWait = 5 * time.Second

// ExtensionName of Replay.
func (Replay) ExtensionName() string { return "Replay" }

// Validate finds nothing wrong with a schema.
func (Replay) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptResponse runs a mutation once for each key.
func (r Replay) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	op, who, key := graphql.GetOperationContext(ctx), viewer.From(ctx), visit.From(ctx).IdempotencyKey
	if key == "" || who == nil || op.Operation.Operation != ast.Mutation {
		return next(ctx)
	}
	claim := &store.Claim{Actor: fmt.Sprintf("%s:%d", who.Kind, who.ID), Key: key, Fingerprint: r.Key.Sign("replay", fingerprint(op))}
	if answer := r.earlier(ctx, claim, false); answer != nil {
		return answer
	}
	answer := next(store.WithClaim(ctx, claim))
	if claim.ID != 0 && answer != nil {
		r.keep(ctx, claim, answer)
		return answer
	}
	// Nothing of this request was saved. Its twin may have been a moment ahead, and be the reason.
	if twin := r.earlier(ctx, claim, claim.Lost); twin != nil {
		return twin
	}
	return answer
}

// stored is an answer as it is kept, sealed.
type stored struct {
	Data   json.RawMessage `json:"data"`
	Errors gqlerror.List   `json:"errors,omitempty"`
}

func (r Replay) keep(ctx context.Context, claim *store.Claim, answer *graphql.Response) {
	plain, err := json.Marshal(stored{Data: answer.Data, Errors: answer.Errors})
	if err == nil {
		err = r.Store.KeepAnswer(context.WithoutCancel(ctx), claim, r.Key.For("replay").Seal(plain))
	}
	if err != nil {
		// The effect is saved and claimed: a request that comes again is told so instead of the answer.
		graphql.AddError(ctx, fmt.Errorf("keeping the answer: %w", err))
	}
}

// earlier is the answer to a request whose key is known. It waits for a twin that is still running.
func (r Replay) earlier(ctx context.Context, claim *store.Claim, wait bool) *graphql.Response {
	deadline := time.Now().Add(replayWait)
	for {
		row, err := r.Store.FindReplay(ctx, claim.Actor, claim.Key)
		switch {
		case err != nil:
			return failed(ctx, err)
		case row == nil && !wait:
			return nil
		case row != nil && !bytes.Equal(row.Fingerprint, claim.Fingerprint):
			return failed(ctx, &fault.Fault{Kind: fault.BadRequest, Code: fault.Invalid, Message: "This idempotency key was used for another request. Use a new one."})
		case row != nil && row.Answer != nil && len(*row.Answer) > 0:
			return r.replay(ctx, *row.Answer)
		case time.Now().After(deadline):
			return failed(ctx, &fault.Fault{Kind: fault.BadRequest, Code: fault.CodeConflict, Message: "This request was carried out already. Look at the result before you send another one."})
		}
		select {
		case <-ctx.Done():
			return failed(ctx, ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (r Replay) replay(ctx context.Context, sealed []byte) *graphql.Response {
	plain, err := r.Key.For("replay").Open(sealed)
	var s stored
	if err == nil {
		err = json.Unmarshal(plain, &s)
	}
	if err != nil {
		return failed(ctx, errors.New("a kept answer cannot be read: was the secret key changed?"))
	}
	return &graphql.Response{Data: s.Data, Errors: s.Errors}
}

func failed(ctx context.Context, err error) *graphql.Response {
	graphql.AddError(ctx, err)
	return &graphql.Response{Errors: graphql.GetErrors(ctx)}
}

// fingerprint tells requests apart that bring the same key. It is stored signed: a password in the variables could be guessed
// from a plain hash.
func fingerprint(op *graphql.OperationContext) []byte {
	variables, _ := json.Marshal(op.Variables) // came from JSON
	h := sha256.New()
	for _, part := range [][]byte{[]byte(op.OperationName), []byte(op.RawQuery), variables} {
		fmt.Fprintf(h, "%d:", len(part))
		h.Write(part)
	}
	for _, name := range slices.Sorted(maps.Keys(op.Variables)) {
		if file, ok := op.Variables[name].(graphql.Upload); ok { // its name and size stand in the variables
			_, _ = io.Copy(h, file.File)
			_, _ = file.File.Seek(0, io.SeekStart) // what cannot be read is told when it is
		}
	}
	return h.Sum(nil)
}

// Asker gives each operation a place for its viewer, so that signing in changes who is asking for the rest of it.
type Asker struct{}

// ExtensionName of Asker.
func (Asker) ExtensionName() string { return "Asker" }

// Validate finds nothing wrong with a schema.
func (Asker) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptOperation makes the place.
func (Asker) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	return next(viewer.NewContext(ctx, viewer.From(ctx)))
}

// InterceptResponse lets whoever looks through the eyes of an API client ask, and change nothing.
func (Asker) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	op := graphql.GetOperationContext(ctx).Operation // nil where the request could not be read
	if v := viewer.From(ctx); v != nil && v.Shown && op != nil && op.Operation == ast.Mutation {
		return failed(ctx, &fault.Fault{Kind: fault.Denied, Code: fault.CodeForbidden,
			Message: "You are looking through the eyes of an API client, which is for looking only. Nothing was changed."})
	}
	return next(ctx)
}
