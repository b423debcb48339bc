package graph_test

import (
	"context"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/server/gid"
)

// importIn is an import in a state that somebody else brought, of a file without rows.
func importIn(state importrun.State) func(s *scene) vars {
	return func(s *scene) vars {
		s.hub.T.Helper()
		var made *ent.ImportRun
		write(s.hub, func(ctx context.Context, tx *ent.Client) (err error) {
			made, err = tx.ImportRun.Create().SetState(state).SetActorKind(importrun.ActorKindSystem).SetActorID(0).SetAskerKind(importrun.AskerKindSystem).
				SetAskerID(0).SetFileName("theirs.csv").SetSize(1).SetColumns([]byte("[]")).SetOverride([]string{}).SetCreatedAt(s.hub.Clock.Now()).Save(ctx)
			return err
		})
		in := vars{"id": made.GlobalID()}
		if state == importrun.StateNEEDS_MAPPING {
			in["columns"] = []vars{{"heading": "Shoe size"}}
		}
		return vars{"in": in}
	}
}

// Who may bring files, and do something with those of others.
func init() {
	attempts = append(attempts,
		attempt{"checkImport", "a file", [8]string{anon, deny, deny, ok, ok, deny, ok, ok}, func(*scene) vars { return vars{"file": "Name,Mail\nAna,ana@example.org\n"} }},
		attempt{"checkImport", "that is none", [8]string{anon, deny, deny, "bad_file", "bad_file", deny, "bad_file", "bad_file"}, func(*scene) vars { return vars{"file": ""} }},
		attempt{"mapImport", "of somebody else", [8]string{anon, deny, deny, gone, gone, deny, "forbidden", "forbidden"}, importIn(importrun.StateNEEDS_MAPPING)},
		attempt{"runImport", "of somebody else", [8]string{anon, deny, deny, gone, gone, deny, ok, ok}, importIn(importrun.StateRUNNING)},
		attempt{"runImport", "of somebody else, checked", [8]string{anon, deny, deny, gone, gone, deny, "forbidden", "forbidden"}, importIn(importrun.StateCHECKED)},
		attempt{"stopImport", "of somebody else", [8]string{anon, deny, deny, gone, gone, deny, ok, ok}, importIn(importrun.StateDONE)},
		attempt{"undoImport", "of somebody else", [8]string{anon, deny, deny, gone, gone, deny, ok, ok}, importIn(importrun.StateUNDOING)},
		attempt{"runImport", "that there is not", [8]string{anon, deny, deny, gone, gone, deny, gone, gone}, func(*scene) vars {
			return vars{"in": vars{"id": gid.Encode(ent.TypeImportRun, 1<<40)}}
		}},
	)
	meanings['x'] = "bad_file"
	for name, letters := range map[string]string{"checkImport, a file": "DDoDDD", "checkImport, that is none": "DDxDDD", "mapImport, of somebody else": "DDfDDD",
		"runImport, of somebody else": "DDoDDD", "runImport, of somebody else, checked": "DDfDDD", "stopImport, of somebody else": "DDoDDD", "undoImport, of somebody else": "DDoDDD", "runImport, that there is not": "DDNDDD"} {
		byOthers[name] = letters
	}
	for mutation, text := range map[string]string{"checkImport": checkImport, "mapImport": mapImport, "runImport": runImport, "stopImport": stopImport, "undoImport": undoImport} {
		texts[mutation] = text
	}
}
