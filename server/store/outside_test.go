package store_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/migrate"
	"github.com/portico-hub/portico/ent/hook"
	"github.com/portico-hub/portico/server/hubtest"
)

// unjournalled are the entities that nobody edits; every other one is journalled, and a new one is until it stands here. Of
// activities only the taking away is.
var unjournalled = []string{
	"Activity", "Change", "ConsentChange", "Export", "ExportPiece", "Feed", "Identity", "ImportIssue", "ImportPart", "ImportRow", "ImportRun", "Link",
	"Outcome", "Pace", "RecoveryCode", "Replay", "Report", "Run", "Session", "Signup", "Throttle", "Timer", "UnclaimedActivity",
}

// entities are the clients of all entities, by name.
func entities(t *testing.T, client *gen.Client) map[string]reflect.Value {
	t.Helper()
	found := map[string]reflect.Value{}
	all := reflect.ValueOf(client).Elem()
	for i := range all.NumField() {
		if f := all.Field(i); all.Type().Field(i).IsExported() && f.Kind() == reflect.Pointer && f.MethodByName("CreateBulk").IsValid() {
			found[all.Type().Field(i).Name] = f
		}
	}
	if len(found) != len(migrate.Tables) {
		t.Fatalf("found %d entities and %d tables", len(found), len(migrate.Tables))
	}
	return found
}

// run builds with the named method and executes what it built.
func run(ctx context.Context, entity reflect.Value, method string, args ...any) error {
	var in []reflect.Value
	for _, a := range args {
		in = append(in, reflect.ValueOf(a))
	}
	built := entity.MethodByName(method).Call(in)[0]
	out := built.MethodByName("Exec").Call([]reflect.Value{reflect.ValueOf(ctx)})
	err, _ := out[len(out)-1].Interface().(error)
	return err
}

var single = map[string][]any{"Create": nil, "UpdateOneID": {int64(1)}, "DeleteOneID": {int64(1)}}
var many = []string{"Update", "Delete"}

func TestWritesOutsideInTx(t *testing.T) {
	each(t, func(t *testing.T, hub *hubtest.Hub) {
		outside := hub.Store.Ent(system)
		refused := func(where string, ctx context.Context) {
			for name, entity := range entities(t, outside) {
				for method, args := range single {
					if err := run(ctx, entity, method, args...); !errors.Is(err, hook.ErrOutsideTx) {
						t.Errorf("%s of %s %s: %v", method, name, where, err)
					}
				}
				for _, method := range many {
					if err := run(ctx, entity, method); !errors.Is(err, hook.ErrOutsideTx) {
						t.Errorf("%s of %s %s: %v", method, name, where, err)
					}
				}
			}
		}
		refused("without a transaction", system)
		write(t, hub, func(ctx context.Context, _ *gen.Client) error {
			refused("beside the open transaction", ctx)
			return nil
		})
		if _, err := outside.Tx(system); !errors.Is(err, hook.ErrOutsideTx) {
			t.Errorf("a transaction without a journal was begun: %v", err)
		}
	})
}

// What a statement over many rows changed would have no old values.
func TestManyAtOnce(t *testing.T) {
	each(t, func(t *testing.T, hub *hubtest.Hub) {
		_ = hub.Store.InTx(system, func(ctx context.Context, tx *gen.Client) error {
			for name, entity := range entities(t, tx) {
				if slices.Contains(unjournalled, name) {
					continue
				}
				for _, method := range many {
					if err := run(ctx, entity, method); !errors.Is(err, hook.ErrManyAtOnce) {
						t.Errorf("%s of many %s: %v", method, name, err)
					}
				}
			}
			return errors.New("take it back")
		})
	})
}

// NORMAL lost acknowledged rows when the power went; without foreign keys a row may point at nothing.
func TestSQLiteIsDurable(t *testing.T) {
	hub := hubtest.New(t, hubtest.Options{Quiet: true})
	for pragma, wanted := range map[string]string{"synchronous": "2", "foreign_keys": "1", "journal_mode": "wal"} {
		var is string
		if err := hub.Store.Writer().QueryRow("PRAGMA " + pragma).Scan(&is); err != nil || is != wanted {
			t.Errorf("%s is %q, not %q: %v", pragma, is, wanted, err)
		}
	}
}
