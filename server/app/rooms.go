package app

import (
	"context"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/graph"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/activity"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/bulk"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/company"
	"github.com/portico-hub/portico/server/config"
	"github.com/portico-hub/portico/server/copies"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
	"github.com/portico-hub/portico/server/group"
	"github.com/portico-hub/portico/server/journal"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/mail"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/page"
	"github.com/portico-hub/portico/server/purge"
	"github.com/portico-hub/portico/server/reminder"
	"github.com/portico-hub/portico/server/role"
	"github.com/portico-hub/portico/server/schedule"
	"github.com/portico-hub/portico/server/secret"
	"github.com/portico-hub/portico/server/settings"
	"github.com/portico-hub/portico/server/transfer"
	"github.com/portico-hub/portico/server/web"
)

// furnish builds the rooms, from left to right, and returns those that resolvers call.
func (a *App) furnish(key secret.Key, post mail.Sender, parts Parts) *graph.Resolver {
	s, c, log, queue, public := a.Store, a.config, a.log, a.queue, a.config.PublicURL.String()
	a.Copies = copies.New(copies.Options{Store: s, Queue: queue, Log: log})
	history := journal.New(s, a.Copies, key)
	a.Settings = &settings.Service{Store: s}
	streams := activity.New(activity.Options{Store: s, Queue: queue, Settings: a.Settings, Signer: list.NewSigner(key)})
	letters := notify.New(notify.Options{
		Store: s, Queue: queue, Sender: post, Key: key, From: c.MailFrom, PublicURL: public, Log: log,
		Settings: a.Settings, ReportSecret: c.ResendWebhookSecret.Reveal(),
	})
	history.Guard(ent.TypeTemplate, letters.TakenBack)
	gate := authn.New(authn.Options{Store: s, Passwords: parts.Passwords, Idle: c.SessionIdle, Max: c.SessionMax, Queue: queue, Notify: letters, Key: key, Log: log})
	a.Accounts = account.New(account.Options{
		Store: s, Queue: queue, Notify: letters, Authn: gate, Passwords: parts.Passwords, Signer: list.NewSigner(key), PublicURL: public, Log: log,
		Settings: a.Settings, Key: key,
	})
	a.Clients = &client.Service{Store: s}
	runs := ledger.New(s)
	due := reminder.New(reminder.Options{
		Store: s, Queue: queue, Notify: letters, Authn: gate, Signer: list.NewSigner(key), Key: key, PublicURL: c.PublicURL,
	})
	exporter := transfer.NewExporter(transfer.ExporterOptions{Store: s, Queue: queue, Accounts: a.Accounts, Authn: gate, Notify: letters, Signer: list.NewSigner(key)})
	eraser := &purge.Service{Store: s}
	return &graph.Resolver{
		Store: s, Accounts: a.Accounts, Clients: a.Clients, Settings: a.Settings, Authn: gate, Notify: letters, Journal: history, Signer: list.NewSigner(key),
		Activities: streams,
		Companies:  company.New(company.Options{Store: s, Copies: a.Copies}),
		Groups:     group.New(group.Options{Store: s, Copies: a.Copies}),
		Pages:      page.New(page.Options{Store: s, Authn: gate}),
		Roles:      role.New(role.Options{Store: s, Copies: a.Copies, Authn: gate}),
		Reminders:  due,
		Bulk:       bulk.New(bulk.Options{Store: s, Queue: queue, Accounts: a.Accounts, Authn: gate, Journal: history, Ledger: runs, Log: log}),
		Runs:       runs,
		Exporter:   exporter,
		Purge:      eraser,
		Importer: transfer.NewImporter(transfer.ImporterOptions{
			Store: s, Queue: queue, Accounts: a.Accounts, Authn: gate, Journal: history,
			Signer: list.NewSigner(key), Log: log,
		}),
		Jobs: schedule.New(schedule.Options{Store: s, Queue: queue, Ledger: runs, Log: log, Tasks: a.tasks(due, exporter, eraser)}),
	}
}

// tasks are what jobs can do: each room does its own.
func (a *App) tasks(due *reminder.Service, exporter *transfer.Exporter, eraser *purge.Service) []schedule.Task {
	return []schedule.Task{
		schedule.ForUsers(schedule.Notification, a.Accounts.CountWaiting, a.Accounts.Waiting, a.Accounts.Tell),
		schedule.ForUsers(schedule.Reminders, due.CountDue, due.Due, due.Digest),
		exporter.Task(graph.ExportOptions),
		purging(eraser),
	}
}

// purging is the task that erases, kind by kind; what was deleted long enough ago when the run began.
func purging(eraser *purge.Service) schedule.Task {
	task := schedule.Task{Name: schedule.Purge, Check: eraser.Check}
	for i, kind := range eraser.Kinds() {
		before := func(o schedule.Order) time.Time { return purge.Before(o.Options, o.At) }
		part := schedule.Part{
			What:  kind.What,
			Count: func(ctx context.Context, o schedule.Order) (int, error) { return kind.Count(ctx, before(o)) },
			Next: func(ctx context.Context, o schedule.Order, after int64, most int) ([]int64, error) {
				return kind.Next(ctx, before(o), after, most)
			},
			Do: func(ctx context.Context, o schedule.Order, id int64) (bool, error) {
				return kind.Erase(ctx, before(o), id)
			},
		}
		if i == 0 { // users, to whom a failure is written down
			part.What = ""
		}
		if kind.Clear != nil {
			part.Before = func(ctx context.Context, o schedule.Order, id int64) error { return kind.Clear(ctx, before(o), id) }
		}
		task.Parts = append(task.Parts, part)
	}
	return task
}

// databaseURL is how store wants it.
func databaseURL(d config.Database) string {
	if d.IsSQLite() {
		return "sqlite:" + d.Path()
	}
	return d.URL()
}

// sender is nil where no provider is set: mail is kept and shown instead.
func sender(c *config.Config, parts Parts) (mail.Sender, error) {
	switch {
	case parts.Sender != nil:
		return parts.Sender, nil
	case c.ResendAPIKey.IsSet():
		return mail.NewResend(c.ResendAPIKey.Reveal(), c.ResendURL), nil
	case c.SMTPURL.IsSet():
		return mail.NewSMTP(c.SMTPURL.Reveal())
	default:
		return nil, nil
	}
}

// recognise says whose session a cookie holds, or whose token is borne. Somebody who must change their password first is
// nobody yet, and keeps the cookie: the visit knows them. Only a session may look through the eyes of an API client.
func recognise(gate *authn.Authenticator) func(context.Context, web.Credential) (context.Context, bool, error) {
	return func(ctx context.Context, c web.Credential) (context.Context, bool, error) {
		find := gate.Recognise
		if c.Bearer {
			find = gate.RecogniseClient
		}
		v, err := find(ctx, c.Token)
		if err != nil || v == nil {
			return ctx, false, err
		}
		ctx = viewer.NewContext(ctx, v)
		if c.ViewAs == "" {
			return ctx, true, nil
		}
		id, err := gid.Key(ent.TypeAPIClient, c.ViewAs)
		if err != nil {
			return ctx, false, fault.NotFound("API client")
		}
		if v, err = gate.ViewAs(ctx, id); err != nil {
			return ctx, false, err
		}
		return viewer.NewContext(ctx, v), true, nil
	}
}
