package transfer

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/apiclient"
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/ent/lock"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/schedule"
	"github.com/portico-hub/portico/server/sheet"
)

const (
	// FileLife is how long the file of an export can be fetched.
	FileLife = 24 * time.Hour
	// maxUnderWay bounds the exports that one viewer has under way.
	maxUnderWay = 5
)

// ExportInput says whom an export is about and what it has.
type ExportInput struct {
	// Filter finds the users; nil is all of them.
	Filter *account.Filter
	// Columns are keys or headings; none means all that the viewer may read.
	Columns []string
	Format  sheet.Format
	// Of is the step of a job's run that asks, in the name of a user, who gets the link by mail once there is a file; nil for whoever
	// asks themselves.
	Of *schedule.Order
}

// StartExport begins to write a file of the users whom the viewer may export, in the background.
func (s *Exporter) StartExport(ctx context.Context, in ExportInput) (*gen.Export, error) {
	if err := rule.RequireExport(ctx); err != nil {
		return nil, err
	}
	v := viewer.From(ctx)
	columns, err := chosen(v, in.Columns)
	if err != nil {
		return nil, err
	}
	upto, err := s.Accounts.LastID(ctx)
	if err != nil {
		return nil, err
	}
	create := func(tx *gen.Client) *gen.ExportCreate {
		made := tx.Export.Create().SetFormat(export.Format(in.Format)).SetColumns(keys(columns)).SetUpto(upto).
			SetActorKind(export.ActorKind(v.Kind)).SetActorID(v.ID).SetActor(v.Name).SetSight(rule.SightForExport(v, slices.Contains(columns, noteColumn)))
		if in.Of != nil {
			made.SetIsMailed(true).SetRunID(in.Of.Run).SetRunStep(in.Of.Step)
		}
		return made
	}
	filter, err := s.filter(ctx, in.Filter, upto)
	if err != nil {
		return nil, err
	}
	var begun *gen.Export
	err = s.Store.InTx(viewer.Elevated(ctx, *v), func(ctx context.Context, tx *gen.Client) error {
		if err := hold(ctx, tx, v); err != nil {
			return err
		}
		open, err := tx.Export.Query().Where(export.ActorKindEQ(export.ActorKind(v.Kind)), export.ActorID(v.ID), underWay).Count(ctx)
		if err != nil {
			return err
		}
		if open >= maxUnderWay {
			return &fault.Fault{Kind: fault.Limited, Code: fault.Invalid, Message: fmt.Sprintf("You have %d exports under way. Wait until one of them is done.", open)}
		}
		made := create(tx).SetCreatedAt(s.Store.Now(ctx))
		if filter != nil {
			made.SetFilter(filter)
		}
		if begun, err = made.Save(ctx); err != nil {
			return err
		}
		return s.Queue.Enqueue(ctx, writeExport{begun.ID})
	})
	return begun, err
}

// isCrowded reports the refusal of an export since as many as may be are under way.
func isCrowded(err error) bool {
	faults, _ := fault.All(err)
	return len(faults) == 1 && faults[0].Kind == fault.Limited
}

// filter is one as an export keeps it. What is not offered is refused now.
func (s *Exporter) filter(ctx context.Context, f *account.Filter, upto int64) (json.RawMessage, error) {
	if f == nil {
		return nil, nil
	}
	f.At = s.Store.Now(ctx)
	if _, err := s.Accounts.IDs(ctx, *f, account.Span{Upto: upto}, 1); err != nil {
		return nil, err
	}
	return json.Marshal(f)
}

// hold lets nobody count what a viewer has under way while somebody else does.
func hold(ctx context.Context, tx *gen.Client, v *viewer.Viewer) (err error) {
	switch v.Kind {
	case viewer.User:
		err = lock.Users(ctx, tx, v.ID)
	case viewer.APIClient:
		_, err = tx.APIClient.Query().Where(apiclient.ID(v.ID), lock.Update).Only(ctx)
	}
	return err
}

// underWay finds the exports that are not over.
var underWay = export.StateIn(export.StateQUEUED, export.StateRUNNING)

// noteColumn is the one column that its subject never reads.
var noteColumn = ColumnNamed("note")

// chosen are the columns of an export, each once, in the order of the choice.
func chosen(v *viewer.Viewer, names []string) ([]*Column, error) {
	if len(names) == 0 {
		return ReadableColumns(v), nil
	}
	if len(names) > len(Columns) {
		return nil, fault.Refusef(fault.Invalid, fault.At("columns"), "At most %d columns.", len(Columns))
	}
	var columns []*Column
	for _, name := range names {
		c := ColumnNamed(name)
		switch {
		case c == nil || !c.Readable(v):
			return nil, fault.Refuse(fault.Unknown, fault.At("columns"), "One of these columns does not exist, or you may not read it.")
		case !slices.Contains(columns, c):
			columns = append(columns, c)
		}
	}
	return columns, nil
}

func keys(columns []*Column) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = c.Key
	}
	return all
}

// Headings are those of an export's file.
func Headings(e *gen.Export) (all []string) {
	for _, key := range e.Columns {
		if c := ColumnNamed(key); c != nil {
			all = append(all, c.Heading)
		}
	}
	return all
}

// columnsOf are the columns of an export that began; ok is false if the viewer may not read all of them any more.
func columnsOf(v *viewer.Viewer, e *gen.Export) (columns []*Column, ok bool) {
	for _, key := range e.Columns {
		c := ColumnNamed(key)
		if c == nil || !c.Readable(v) {
			return nil, false
		}
		columns = append(columns, c)
	}
	return columns, true
}

// Export is one that the viewer may see, by its global id.
func (s *Exporter) Export(ctx context.Context, id string) (*gen.Export, error) {
	if err := rule.RequireExport(ctx); err != nil {
		return nil, err
	}
	key, err := gid.Key(gen.TypeExport, id)
	if err != nil {
		return nil, fault.NotFound("export")
	}
	e, err := s.Store.Ent(ctx).Export.Get(ctx, key)
	if gen.IsNotFound(err) {
		return nil, fault.NotFound("export")
	}
	return e, err
}

// Fetchable reports that the viewer may fetch the file of an export that they see, now.
func (s *Exporter) Fetchable(ctx context.Context, e *gen.Export) bool {
	return e.ExpiresAt != nil && s.Store.Now(ctx).Before(*e.ExpiresAt) &&
		rule.MayFetch(viewer.From(ctx), e, slices.Contains(e.Columns, noteColumn.Key))
}
