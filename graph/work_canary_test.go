package graph_test

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/ent/gen/ent/importissue"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/gen/ent/run"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/hubtest"
)

// work makes what goes on by itself: a run, an export, a job with its run, an import.
func (a *aviary) work(ctx context.Context, tx *ent.Client) error {
	ran, err := tx.Run.Create().SetKind(run.KindBULK_UPDATE).SetActorKind(run.ActorKindSystem).SetActorID(0).SetInput([]byte("{}")).
		SetLog([]string{a.sing(somebodyRan, ent.TypeRun, "log")}).SetCreatedAt(a.hub.Clock.Now()).Save(ctx)
	if err != nil {
		return err
	}
	file, err := tx.Export.Create().SetFormat(export.FormatCSV).SetActorKind(export.ActorKindSystem).SetActorID(0).SetActor(a.sing(theExport, ent.TypeExport, "actor")).
		SetProblem(a.sing(theExport, ent.TypeExport, "problem")).SetColumns([]string{"email"}).SetSight(viewer.Sight{}).SetUpto(0).SetCreatedAt(a.hub.Clock.Now()).
		SetFilter([]byte(`{"Search":"` + a.sing(theExport, ent.TypeExport, "filter") + `"}`)).Save(ctx)
	if err != nil {
		return err
	}
	daily, err := tx.Job.Create().SetName(a.sing(theJob, ent.TypeJob, "name")).SetSchedule("0 18 * * *").
		SetSteps([]map[string]any{{"task": "NOTIFICATION", "options": map[string]any{"q": a.sing(theJob, ent.TypeJob, "steps")}}}).Save(ctx)
	if err != nil {
		return err
	}
	worked, err := tx.Run.Create().SetKind(run.KindJOB).SetJobID(daily.ID).SetActorKind(run.ActorKindSystem).SetActorID(0).SetInput([]byte("{}")).
		SetLog([]string{a.sing(theJob, ent.TypeRun, "log")}).SetCreatedAt(a.hub.Clock.Now()).Save(ctx)
	if err != nil {
		return err
	}
	a.ids = append(a.ids, file.GlobalID(), gid.Encode(ent.TypeRun, ran.ID), gid.Encode(ent.TypeJob, daily.ID), gid.Encode(ent.TypeRun, worked.ID))
	return a.bring(ctx, tx)
}

// bring makes an import that brought nobody.
func (a *aviary) bring(ctx context.Context, tx *ent.Client) error {
	of := func(entity, column string) string { return a.sing(anImport, entity, column) }
	one, err := tx.ImportRun.Create().SetState(importrun.StateDONE).SetActorKind(importrun.ActorKindSystem).SetActorID(0).SetAskerKind(importrun.AskerKindSystem).
		SetAskerID(0).SetFileName(of(ent.TypeImportRun, "file_name")).SetSize(1).SetReason(of(ent.TypeImportRun, "reason")).SetOverride([]string{}).
		SetColumns([]byte(`[{"Heading":"` + of(ent.TypeImportRun, "columns") + `","Samples":["` + a.sing(itsFile, ent.TypeImportRun, "columns") + `"]}]`)).
		SetCreatedAt(a.hub.Clock.Now()).Save(ctx)
	if err != nil {
		return err
	}
	a.ids = append(a.ids, one.GlobalID())
	return tx.ImportIssue.Create().SetImportID(one.ID).SetPass(1).SetRow(7).SetColumn(of(ent.TypeImportIssue, "column")).SetCell(of(ent.TypeImportIssue, "cell")).
		SetCode(of(ent.TypeImportIssue, "code")).SetMessage(of(ent.TypeImportIssue, "message")).SetSeverity(importissue.SeverityERROR).Exec(ctx)
}

// An export has what whoever asked for it may read, and nothing else.
func TestExportCanaries(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		a := newAviary(hub)
		for _, actor := range []string{"portal_administrator", "global_administrator", "company_administrator", "away", "partner"} {
			client, v := a.clients[actor], a.as(actor)
			_, file := fetched(client, wroteOut(client, hub, vars{"format": "CSV"}).Text("node.url"))
			if !bytes.Contains(file, []byte(client.Must(`{sheetColumns{heading}}`, nil).Text("sheetColumns.2.heading"))) {
				t.Fatalf("%s exported %s", actor, file)
			}
			for _, one := range a.canaries {
				if bytes.Contains(file, []byte(one.text)) && !one.mayRead(actor, v) {
					t.Errorf("%s exported %s.%s of what is %s", actor, one.entity, one.column, one.where)
				}
				// Managing a group opens no export, so only the role's reach counts; what is deleted is nowhere.
				if slices.Contains([]string{"email", "first_name", "address", "body"}, one.column) && one.entity != ent.TypeCompany && one.where != deleted &&
					one.mayRead(actor, v) && !bytes.Contains(file, []byte(one.text)) {
					t.Errorf("%s did not export %s.%s of what is %s", actor, one.entity, one.column, one.where)
				}
			}
		}
	})
}
