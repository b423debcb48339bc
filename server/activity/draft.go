package activity

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/activity"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// What one activity may hold.
const (
	maxKind    = 64   // characters
	maxSummary = 1000 // characters
	maxData    = 16 << 10
	maxDepth   = 8
	maxEmail   = 254 // RFC 5321
	// ahead is how far the clock of whoever records may be before ours.
	ahead = 24 * time.Hour
)

// Input is an activity that is told: of a user by their key, or by the email of their record or account.
type Input struct {
	UserID  *int64
	Email   *string
	Kind    string
	Summary string
	// OccurredAt is now if it is nil; at most a day ahead.
	OccurredAt *time.Time
	// Data is kept as it is: at most 16 kB as JSON, 8 levels deep.
	Data map[string]any
	// Path stands before the names of fields in what is refused: nothing, or the place among many.
	Path []string
}

// draft is an input that is fit to be kept, once it is known whose it is.
type draft struct {
	path       []string
	userID     int64 // 0 until the email is looked up
	byID       bool
	email, key string
	kind       string
	summary    string
	source     activity.Source
	data       *string
	actor      string
	at         time.Time
}

// sources say by whom an activity came in.
var sources = map[viewer.Kind]activity.Source{
	viewer.User: activity.SourceMANUAL, viewer.APIClient: activity.SourceAPI, viewer.System: activity.SourceSYSTEM,
}

// drafts reads inputs and refuses what is wrong with them, all of it at once.
func (s *Service) drafts(ctx context.Context, all []Input) ([]*draft, error) {
	v, now := viewer.From(ctx), s.Store.Now(ctx)
	var faults fault.List
	drafts := make([]*draft, len(all))
	for i := range all {
		d := &draft{path: all[i].Path, source: sources[v.Kind], actor: v.Name, at: now}
		faults.Add(d.read(&all[i], now))
		drafts[i] = d
	}
	return drafts, faults.Err()
}

func (d *draft) read(in *Input, now time.Time) error {
	var faults fault.List
	faults.Add(d.whose(in))
	d.kind, d.summary = fold.Line(in.Kind), fold.Clean(in.Summary)
	faults.Add(d.text("kind", d.kind, maxKind, "Say what kind of activity this is, in a word such as order."))
	faults.Add(d.text("summary", d.summary, maxSummary, "Say what happened."))
	if in.OccurredAt != nil {
		if d.at = in.OccurredAt.UTC().Truncate(time.Microsecond); d.at.After(now.Add(ahead)) {
			faults.Add(fault.Refuse(fault.Invalid, d.field("occurredAt"), "This lies in the future. Record what has happened."))
		}
	}
	var err error
	d.data, err = d.encoded(in.Data)
	faults.Add(err)
	return faults.Err()
}

// field is the path of an input field, wherever the input stands.
func (d *draft) field(name string) []string { return append(append([]string{}, d.path...), name) }

func (d *draft) whose(in *Input) error {
	switch {
	case in.UserID != nil && in.Email != nil:
		return fault.Refuse(fault.Invalid, d.field("email"), "Say whose activity this is by userId or by email, not by both.")
	case in.UserID != nil:
		d.userID, d.byID = *in.UserID, true
		return nil
	case in.Email == nil || fold.Clean(*in.Email) == "":
		return fault.Refuse(fault.Required, d.field("email"), "Say whose activity this is, by userId or by email.")
	}
	d.email = fold.Clean(*in.Email)
	d.key = fold.Key(d.email)
	return nil
}

func (d *draft) text(name, text string, most int, missing string) error {
	switch {
	case text == "":
		return fault.Refuse(fault.Required, d.field(name), missing)
	case utf8.RuneCountInString(text) > most:
		f := fault.TooLong(name, most)
		f.Field = d.field(name)
		return f
	default:
		return nil
	}
}

// encoded is data as it is kept; nil for none.
func (d *draft) encoded(data map[string]any) (*string, error) {
	if data == nil {
		return nil, nil
	}
	if depth(data) > maxDepth {
		return nil, fault.Refusef(fault.Invalid, d.field("data"), "This is too deep: %d levels at most.", maxDepth)
	}
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(data); err != nil {
		return nil, fault.Refuse(fault.Invalid, d.field("data"), "This is no JSON object.")
	}
	if text.Len() > maxData {
		return nil, fault.Refusef(fault.Invalid, d.field("data"), "This is too long: %d bytes of JSON at most.", maxData)
	}
	kept := strings.TrimSuffix(text.String(), "\n")
	return &kept, nil
}

// depth is how many levels a JSON value has; it stops counting where nothing so deep is taken.
func depth(value any) (deepest int) {
	below := func(v any) {
		if deepest <= maxDepth {
			deepest = max(deepest, depth(v))
		}
	}
	switch value := value.(type) {
	case map[string]any:
		for _, v := range value {
			below(v)
		}
	case []any:
		for _, v := range value {
			below(v)
		}
	default:
		return 0
	}
	return deepest + 1
}

// unknown refuses a draft of nobody; nil if such are kept and this can be.
func (d *draft) unknown(kept bool) *fault.Fault {
	switch {
	case d.byID && d.path == nil:
		return fault.NotFound("user")
	case d.byID:
		return fault.Refuse(fault.Unknown, d.field("userId"), "This user does not exist, or you may not see them.")
	case !kept:
		return fault.Refuse(fault.Unknown, d.field("email"), "Nobody that you may see has this email.")
	case !isAddress(d.email):
		return fault.Refuse(fault.Invalid, d.field("email"), "This is not an email address. It looks like ana@example.org.")
	default:
		return nil
	}
}

// isAddress reports what somebody may have as their email one day.
func isAddress(email string) bool {
	name, domain, ok := strings.Cut(email, "@")
	return ok && name != "" && strings.Contains(domain, ".") && !strings.ContainsAny(email, " \t\n") && len(email) <= maxEmail
}

func (d *draft) create(tx *gen.Client) *gen.ActivityCreate {
	return tx.Activity.Create().SetUserID(d.userID).SetKind(d.kind).SetSummary(d.summary).SetSource(d.source).
		SetNillableData(d.data).SetActor(d.actor).SetOccurredAt(d.at)
}
