package graph

import (
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/activity"
	"github.com/portico-hub/portico/server/authn"
	"github.com/portico-hub/portico/server/bulk"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/company"
	"github.com/portico-hub/portico/server/group"
	"github.com/portico-hub/portico/server/journal"
	"github.com/portico-hub/portico/server/ledger"
	"github.com/portico-hub/portico/server/list"
	"github.com/portico-hub/portico/server/notify"
	"github.com/portico-hub/portico/server/page"
	"github.com/portico-hub/portico/server/purge"
	"github.com/portico-hub/portico/server/reminder"
	"github.com/portico-hub/portico/server/role"
	"github.com/portico-hub/portico/server/schedule"
	"github.com/portico-hub/portico/server/settings"
	"github.com/portico-hub/portico/server/store"
	"github.com/portico-hub/portico/server/transfer"
)

// Resolver lists the services that resolvers may call.
type Resolver struct {
	Store      *store.Store
	Activities *activity.Service
	Accounts   *account.Service
	Bulk       *bulk.Service
	Companies  *company.Service
	Groups     *group.Service
	Pages      *page.Service
	Roles      *role.Service
	Reminders  *reminder.Service
	Clients    *client.Service
	Settings   *settings.Service
	Exporter   *transfer.Exporter
	Importer   *transfer.Importer
	Authn      *authn.Authenticator
	Notify     *notify.Notifier
	Journal    *journal.Journal
	Runs       *ledger.Ledger
	Jobs       *schedule.Service
	Purge      *purge.Service
	Signer     list.Signer

	streams streams
}
