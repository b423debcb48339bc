package rule

import (
	"context"

	"entgo.io/ent"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/privacy"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// DenyConsentOutOfReach lets those with CONSENT_WRITE change the consent of users within reach, and everybody their own; of
// anybody else's it is refused. Whoever changes nothing but consent needs no other right.
func DenyConsentOutOfReach() Sentence {
	return Sentence{
		query: func(context.Context, gen.Query) error { return privacy.Skip },
		mutation: func(ctx context.Context, m gen.Mutation) error {
			u, ok := m.(*gen.UserMutation)
			if !ok {
				return privacy.Skip
			}
			is, said := u.EmailSubscribed()
			v := viewer.From(ctx)
			if !said {
				return privacy.Skip
			}
			if !m.Op().Is(ent.OpUpdateOne) {
				if is && !v.Can(viewer.ConsentWrite) {
					return fault.Refuse(fault.CodeForbidden, fault.At("emailSubscribed"), "You may not subscribe anybody to email communication.")
				}
				return privacy.Skip
			}
			id, _ := u.ID()
			may, err := ConsentOf(ctx, u.Client(), id)
			switch {
			case err != nil:
				return err
			case !may[id] && !isOneself(v, id):
				return fault.NotAllowed()
			case len(m.Fields())+len(m.ClearedFields()) > 1:
				return privacy.Skip
			default:
				return privacy.Allow
			}
		},
	}
}

func isOneself(v *viewer.Viewer, id int64) bool { return v.Kind == viewer.User && v.ID == id }

// ConsentOf tells for each of some users whether the viewer may change their consent by CONSENT_WRITE, and so hold the
// link that does it and read what proves it.
func ConsentOf(ctx context.Context, client *gen.Client, users ...int64) (map[int64]bool, error) {
	v := viewer.From(ctx)
	if !v.Can(viewer.ConsentWrite) {
		return nil, nil
	}
	return reachedOf(ctx, client, waysByRole(v, viewer.ConsentWrite), users)
}

// reachedOf tells which of some users the viewer reaches on these ways.
func reachedOf(ctx context.Context, client *gen.Client, ways []Way, users []int64) (map[int64]bool, error) {
	v := viewer.From(ctx)
	if reached := along(v, ways); reached != nil && !v.IsSystem() {
		found, err := client.User.Query().Where(user.IDIn(users...), reached).IDs(viewer.AsSystem(ctx, "comparing reach"))
		if err != nil {
			return nil, err
		}
		users = found
	}
	may := make(map[int64]bool, len(users))
	for _, id := range users {
		may[id] = true
	}
	return may, nil
}

// RequireConsentOf refuses, before anything else is looked at, whoever may change nobody's consent, or nobody's but their own.
func RequireConsentOf(ctx context.Context, id int64) error {
	if v := viewer.From(ctx); v != nil && isOneself(v, id) {
		return nil
	}
	return Require(ctx, viewer.ConsentWrite)
}

// SubscribesAnybody reports a viewer who may record anybody as receiving email communication, and so gains nothing by the
// link that confirms a sign-up.
func SubscribesAnybody(v *viewer.Viewer) bool {
	return v.ReachesAll() && v.Can(viewer.UsersWrite) && v.Can(viewer.AccountsManage) && v.Can(viewer.ConsentWrite)
}
