package transfer

import (
	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/job"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/store"
)

// ExporterOptions of the Exporter.
type ExporterOptions struct {
	Store    *store.Store
	Queue    *job.Queue
	Accounts *account.Service
	Authn    *authn.Authenticator
	Notify   *notify.Notifier
	Signer   list.Signer
}

// Exporter writes users to files.
type Exporter struct{ ExporterOptions }

// NewExporter returns the exporter, registers its job and watches whose time is over.
func NewExporter(o ExporterOptions) *Exporter {
	s := &Exporter{o}
	job.Register(o.Queue, s.writeExport)
	o.Queue.Watch(job.Timer{Name: "transfer.erase_export", Table: export.Table, Fire: s.eraseExport})
	return s
}
