package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/reminder"
)

// reminders is every list of reminders: of everybody, of a user.
func (r *Resolver) reminders(ctx context.Context, which reminder.Filter, args list.Args) (*gen.ReminderConnection, error) {
	wanted := selected(ctx, "edges", "node")
	page, count, err := r.Reminders.List(ctx, which, args, func(q *ent.ReminderQuery) {
		if wanted.wants("user") {
			q.WithUser()
		}
		if wanted.wants("assignee") {
			q.WithAssignee()
		}
	})
	if err != nil {
		return nil, err
	}
	return &gen.ReminderConnection{
		Edges: edges(page, func(one *ent.Reminder, cursor list.Cursor) *gen.ReminderEdge {
			return &gen.ReminderEdge{Node: one, Cursor: cursor}
		}),
		PageInfo: pageInfo(page),
		Count:    count,
	}, nil
}

func reminderFilter(f *gen.ReminderFilter) (in reminder.Filter, err error) {
	if f == nil {
		return in, nil
	}
	in.Done, in.Due = f.Done, f.Due
	if due := timeRange(f.DueAt); due != nil {
		in.DueFrom, in.DueTo = due.From, due.To
	}
	var faults fault.List
	in.UserID, err = keyOf(ent.TypeUser, f.UserID, "userId")
	faults.Add(err)
	in.AssigneeID, err = keyOf(ent.TypeUser, f.AssigneeID, "assigneeId")
	faults.Add(err)
	return in, faults.Err()
}

func createReminder(in gen.CreateReminderInput) (userID int64, d reminder.Details, err error) {
	d = reminder.Details{Title: &in.Title, Note: in.Note, DueAt: &in.DueAt, TimeZone: in.TimeZone, Recurrence: in.Recurrence}
	var faults fault.List
	about, err := keyOf(ent.TypeUser, &in.UserID, "userId")
	faults.Add(err)
	d.AssigneeID, err = keyOf(ent.TypeUser, in.AssigneeID, "assigneeId")
	faults.Add(err)
	if err := faults.Err(); err != nil {
		return 0, d, err
	}
	return *about, d, nil
}

func updateReminder(in gen.UpdateReminderInput) (id int64, d reminder.Details, err error) {
	if id, err = key(ent.TypeReminder, in.ID, "reminder"); err != nil {
		return 0, d, err
	}
	d = reminder.Details{Title: in.Title, Note: typed(in.Note), DueAt: in.DueAt, TimeZone: in.TimeZone, Recurrence: typed(in.Recurrence)}
	d.AssigneeID, d.Assign, err = typedKey(in.AssigneeID, "assigneeId")
	return id, d, err
}

// typedKey is the key of a user that may be absent, or null.
func typedKey(field graphql.Omittable[*string], name string) (id *int64, there bool, err error) {
	text, there := field.ValueOK()
	id, err = keyOf(ent.TypeUser, text, name)
	return id, there, err
}

// feedURL is the viewer's own; nothing where there is none.
func (r *Resolver) feedURL(ctx context.Context) (*string, error) {
	url, err := r.Reminders.FeedURL(ctx)
	if url == "" || err != nil {
		return nil, err
	}
	return &url, nil
}
