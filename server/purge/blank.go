package purge

import (
	"bytes"
	"context"
	"encoding/json"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/hook"
)

// blankedAtOnce is how many entries of the journal one transaction blanks.
const blankedAtOnce = 500

// nothing stands in the place of a value that was blanked.
var nothing = json.RawMessage("null")

// blank takes the values out of entries: which fields were changed, when, and by whom stays, and so does that something was deleted. Of
// entries that a person made about themselves, their name and where from go, too.
func (s *Service) blank(ctx context.Context, which func(*gen.ChangeQuery), person *int64) error {
	for after := int64(0); ; {
		n := 0
		err := s.Store.InTx(hook.Purging(ctx), func(ctx context.Context, tx *gen.Client) error {
			query := tx.Change.Query().Where(change.IDGT(after)).Order(change.ByID()).Limit(blankedAtOnce)
			which(query)
			entries, err := query.All(ctx)
			if n = len(entries); err != nil {
				return err
			}
			for _, c := range entries {
				after = c.ID
				was, wasNews := blanked(c.Old)
				is, isNews := blanked(c.New)
				own := person != nil && c.ActorKind == change.ActorKindUser && c.ActorID == *person && c.Actor != ""
				if !wasNews && !isNews && !own {
					continue
				}
				update := tx.Change.UpdateOne(c).SetOld(was).SetNew(is)
				if own {
					update.SetActor("").SetOrigin("")
				}
				if err := update.Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil || n < blankedAtOnce {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// blanked are the fields of an entry without their values; news reports that there was one.
func blanked(values map[string]json.RawMessage) (without map[string]json.RawMessage, news bool) {
	without = make(map[string]json.RawMessage, len(values))
	for name, value := range values {
		if without[name] = nothing; name == user.FieldDeletedAt {
			without[name] = value
		} else if !bytes.Equal(value, nothing) {
			news = true
		}
	}
	return without, news
}
