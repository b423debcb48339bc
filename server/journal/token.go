package journal

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"time"

	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// UndoTime is how long a toast offers to take a change back. History offers it for longer.
const UndoTime = 10 * time.Second

// undoToken names what its holder may take back: a change set, or a run with all of its change sets.
type undoToken struct {
	ChangeSet string      `json:"c,omitempty"`
	Run       int64       `json:"r,omitempty"`
	Expires   time.Time   `json:"e"`
	Kind      viewer.Kind `json:"k"`
	Actor     int64       `json:"a"`
}

// Token lets whoever just made a change set, and nobody else, take it back for UndoTime.
func (j *Journal) Token(ctx context.Context, changeSet string) (token string, expires time.Time) {
	expires = j.store.Clock().Now().Add(UndoTime)
	return j.seal(ctx, undoToken{ChangeSet: changeSet, Expires: expires}), expires
}

// RunToken lets whoever started a run, and nobody else, take it back until it expires.
func (j *Journal) RunToken(ctx context.Context, runID int64, expires time.Time) string {
	return j.seal(ctx, undoToken{Run: runID, Expires: expires})
}

// RunOf is the run that a token is about; 0 for the token of a change set. A token that is no good answers INVALID.
func (j *Journal) RunOf(ctx context.Context, token string) (int64, error) {
	t, err := j.open(ctx, token)
	return t.Run, err
}

func (j *Journal) seal(ctx context.Context, t undoToken) string {
	v := viewer.From(ctx)
	t.Kind, t.Actor = v.Kind, v.ID
	// Marshalling plain values cannot fail.
	plain, _ := json.Marshal(t)
	return base64.RawURLEncoding.EncodeToString(j.key.Seal(plain))
}

// open reads a token that whoever asks got themselves and that is still good.
func (j *Journal) open(ctx context.Context, token string) (t undoToken, err error) {
	v := viewer.From(ctx)
	if v == nil {
		return t, fault.SignInFirst()
	}
	sealed, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil {
		return undoToken{}, tooLate()
	}
	plain, err := j.key.Open(sealed)
	if err != nil || json.Unmarshal(plain, &t) != nil || t.Kind != v.Kind || t.Actor != v.ID || !j.store.Clock().Now().Before(t.Expires) {
		return undoToken{}, tooLate()
	}
	return t, nil
}

// tooLate is the answer to a token that is too old, somebody else's, or not one of ours.
func tooLate() error {
	return fault.Refuse(fault.Invalid, fault.At("token"), "The time for this undo is over. Look under History.")
}
