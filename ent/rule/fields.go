package rule

import (
	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
)

// Field says who may read one field of a row that they see, and what lists may do with it. A list searches, filters
// and orders only by what its viewer may read, so that no answer depends on anything hidden.
type Field struct {
	// Read is the permission that reads the field, or one of Row and Nobody.
	Read viewer.Permission
	// Search, Filter and Order say what lists offer.
	Search, Filter, Order bool
}

const (
	// Row: whoever sees the row reads the field.
	Row viewer.Permission = "ROW"
	// Nobody: only the system reads the field.
	Nobody viewer.Permission = "NOBODY"
	// Companies: whoever sees the company of every user in reach.
	Companies viewer.Permission = "COMPANIES"
	// Everywhere: whoever reads users and reaches all of them. It tells of rows that others do not see.
	Everywhere viewer.Permission = "EVERYWHERE"
)

// Readable reports whether v may read the field of a row that they see. A field that is not in the table is read by
// nobody, and a test fails for it.
func Readable(v *viewer.Viewer, entity, field string) bool {
	f, known := Fields[entity][field]
	switch {
	case v.IsSystem():
		return true
	case !known || f.Read == Nobody || v == nil:
		return false
	case f.Read == Row:
		return true
	case f.Read == Companies:
		return seesCompanies(v)
	case f.Read == Everywhere:
		return v.Can(viewer.UsersRead) && v.ReachesAll()
	default:
		return v.Can(f.Read)
	}
}

// Orderable reports that a list may offer to v to order by the field.
func Orderable(v *viewer.Viewer, entity, field string) bool {
	return Fields[entity][field].Order && Readable(v, entity, field)
}

// Filterable reports that a list may offer to v to filter by the field.
func Filterable(v *viewer.Viewer, entity, field string) bool {
	return Fields[entity][field].Filter && Readable(v, entity, field)
}

// Searchable reports that a list may look into the field when v searches.
func Searchable(v *viewer.Viewer, entity, field string) bool {
	return Fields[entity][field].Search && Readable(v, entity, field)
}

var (
	row      = Field{Read: Row}
	nobody   = Field{Read: Nobody}
	ordered  = Field{Read: Row, Order: true}
	filtered = Field{Read: Row, Filter: true}
	both     = Field{Read: Row, Filter: true, Order: true}
	found    = Field{Read: Row, Search: true}
	listed   = Field{Read: Row, Search: true, Order: true}
)

// kept are the fields that every edited row has.
func kept(own map[string]Field) map[string]Field {
	for _, name := range []string{"id", "version", "created_at", "updated_at"} {
		if _, said := own[name]; !said {
			own[name] = row
		}
	}
	return own
}

// Fields is the one table of fields. Keys are the names of the schema.
var Fields = map[string]map[string]Field{
	gen.TypeUser: kept(map[string]Field{
		"status": both, "email": listed, "first_name": listed, "last_name": listed, "title": ordered,
		"cell_phone": listed, "office_phone": listed, "extension": listed, "address": row, "company_id": filtered,
		"email_subscribed": both, "email_subscription_changed_at": row, "supersedes_id": row, "account_state": filtered,
		"link_expires_at": row, "email_subscription_source": row, "last_sign_in_at": both, "login_name": listed,
		// As roles are seen, as companies are seen (their search is veiled row by row), and as groups are: the first one may
		// be one that the viewer does not see.
		"role_id": {Read: viewer.UsersRead, Filter: true}, "role_name": {Read: viewer.UsersRead, Order: true},
		"company_name": {Read: Companies, Order: true}, "group_name": {Read: Everywhere, Order: true},
		"locale": row, "time_zone": row, "locked_until": nobody,
		"account_email": found, "created_at": both, "updated_at": both, "deleted_at": nobody, "search": nobody, "note_version": nobody, "purged_at": nobody,
		"sort_last_name": nobody, "sort_first_name": nobody, "sort_email": nobody, "sort_title": nobody,
		"sort_company": nobody, "sort_login_name": nobody, "sort_last_sign_in_at": nobody, "sort_role": nobody,
		"sort_group": nobody, "sort_cell_phone": nobody, "sort_office_phone": nobody, "sort_extension": nobody,
	}),
	gen.TypeIdentity:   {"id": nobody, "key": nobody, "user_id": nobody, "signs_in": nobody},
	gen.TypeCredential: {"id": nobody, "version": nobody, "created_at": nobody, "updated_at": nobody, "user_id": nobody, "password_hash": nobody, "expires_at": nobody},
	gen.TypeAccount: kept(map[string]Field{
		"user_id": row, "email": row, "login_name": row, "notify": row, "notified_at": row, "created_notice_until": row,
		"link_expires_at": row, "activated_at": row, "revoked_at": row, "temporary": row, "closed_at": row, "factor_provider": row, "locked_until": row,
		"unlocked_at": row, "sessions_ended_at": row,
	}),
	gen.TypeRole: kept(map[string]Field{
		"name": row, "name_key": nobody, "purged_at": nobody, "built_in": row, "requires_factor": row, "reach": row, "permissions": row,
		"grants": row, "deleted_at": nobody,
	}),
	gen.TypeGroup: kept(map[string]Field{
		"name": listed, "name_key": nobody, "purged_at": nobody, "description": row, "is_default": row, "sort_name": nobody, "deleted_at": nobody,
	}),
	gen.TypeMembership: kept(map[string]Field{
		"user_id": row, "group_id": filtered, "role": row, "from_group_id": row, "user_status": row, "user_created_at": row, "sort_last_name": nobody,
	}),
	gen.TypeCompany: kept(map[string]Field{
		"name": listed, "name_key": nobody, "purged_at": nobody, "email_domain": row, "phone": row, "address": row, "sort_name": nobody, "deleted_at": nobody,
	}),
	gen.TypeContract: kept(map[string]Field{
		"company_id": row, "number": row, "number_key": nobody, "purged_at": nobody, "name": row, "starts_on": row, "ends_on": row, "deleted_at": nobody,
	}),
	gen.TypeAssignment: kept(map[string]Field{"user_id": row, "company_id": filtered, "contract_id": row}),
	gen.TypeLink: {
		"id": nobody, "user_id": nobody, "kind": nobody, "token_hash": nobody, "created_at": nobody,
		"expires_at": {Read: viewer.MessagesRead}, "used_at": {Read: viewer.MessagesRead}, "replaced_at": {Read: viewer.MessagesRead}, "next_run_at": nobody,
	},
	gen.TypeSession: {
		"id": row, "user_id": row, "token_hash": nobody, "created_at": row, "last_seen_at": row, "ended_at": row, "stage": row, "ip": row, "user_agent": row,
		"verified_at": nobody, "proved_at": nobody, "code_hash": nobody, "code_expires_at": nobody,
	},
	gen.TypeFactor: {
		"id": nobody, "version": nobody, "created_at": nobody, "updated_at": nobody, "user_id": nobody, "secret": nobody, "pending": nobody,
		"last_step": nobody, "enrolled_at": nobody, "codes_renewed_at": nobody,
	},
	gen.TypePasskey: {
		"id": row, "version": nobody, "created_at": row, "updated_at": nobody, "user_id": nobody, "name": row, "credential_id": nobody,
		"credential": nobody, "last_used_at": row,
	},
	gen.TypeRecoveryCode: {"id": nobody, "user_id": nobody, "code_hash": nobody, "used_at": nobody},
	gen.TypeMessage: {
		"id": row, "version": nobody, "updated_at": nobody, "user_id": filtered, "link_id": nobody, "reminder_id": nobody, "kind": filtered, "is_test": row,
		"to": {Read: viewer.MessagesRead, Search: true}, "subject": {Read: viewer.MessagesRead, Search: true}, "search": nobody, "to_key": nobody, "body": nobody, "state": filtered, "error": row, "provider_id": nobody, "attempts": nobody, "doubtful": nobody, "from": nobody, "batch_id": nobody, "resolved_at": row,
		"created_at": ordered, "sent_at": row, "delivered_at": row, "opened_at": row,
	},
	gen.TypeChange: {
		"id": row, "commit_order": nobody, "change_set": row, "at": filtered, "actor_kind": row, "actor_id": row,
		"actor": filtered, "origin": row, "request_id": row, "entity": row, "entity_id": filtered, "subject_id": row,
		"operation": row, "old": row, "new": row, "overridden": row,
	},
	gen.TypeNote: kept(map[string]Field{
		"user_id": {Read: viewer.NotesRead}, "body": {Read: viewer.NotesRead},
	}),
	gen.TypeActivity: {
		"id": row, "user_id": filtered, "kind": filtered, "summary": {Read: viewer.ActivitiesRead}, "source": row, "data": row, "actor": {Read: viewer.ChangesRead},
		"occurred_at": both, "created_at": row, "deleted_at": nobody,
	},
	gen.TypeUnclaimedActivity: {
		"id": nobody, "email_key": nobody, "kind": nobody, "summary": nobody, "source": nobody, "data": nobody, "actor": nobody,
		"occurred_at": nobody, "created_at": nobody,
	},
	gen.TypeReminder: kept(map[string]Field{
		"user_id": filtered, "assignee_id": filtered, "set_by_id": nobody, "title": row, "note": row, "due_at": both, "occurs_at": nobody,
		"starts_at": nobody, "time_zone": row, "recurrence": row, "done_at": filtered, "told_at": nobody, "next_run_at": nobody, "deleted_at": nobody,
	}),
	gen.TypeFeed:      {"id": nobody, "user_id": nobody, "salt": nobody, "token_hash": nobody, "created_at": nobody},
	gen.TypeSavedView: kept(map[string]Field{"user_id": row, "name": row, "query": row, "shared": row}),
	gen.TypeRun: {
		"id": row, "kind": row, "state": row, "actor_kind": nobody, "actor_id": nobody, "input": nobody, "undoes_id": nobody, "job_id": row, "retries_id": nobody, "step": nobody, "cursor": nobody,
		"upto": nobody, "total": row, "handled": row, "failed": row, "log": row, "created_at": row, "started_at": row, "finished_at": row,
	},
	gen.TypeImportRun: {
		"id": row, "state": row, "actor_kind": nobody, "actor_id": nobody, "asker_kind": nobody, "asker_id": nobody, "file_name": row, "size": nobody,
		"columns": row, "on_existing": row, "notify": row, "override": row, "pass": nobody, "cursor": nobody, "rows": row, "processed": row,
		"added": row, "updated": row, "unchanged": row, "failed": row, "warned": row, "reversed": nobody, "reason": row, "created_at": row,
		"started_at": row, "finished_at": row, "file_erased_at": row,
	},
	gen.TypeImportPart: {"id": nobody, "import_id": nobody, "number": nobody, "body": nobody},
	gen.TypeImportRow:  {"id": nobody, "import_id": nobody, "row": nobody, "user_id": nobody, "change_set": nobody, "undo": nobody, "reason": nobody},
	gen.TypeImportIssue: {
		"id": nobody, "import_id": nobody, "pass": nobody, "row": row, "column": row, "cell": row, "code": row, "message": row, "severity": row,
	},
	gen.TypeOutcome: {"id": nobody, "run_id": nobody, "user_id": nobody, "step": nobody, "change_set": nobody, "code": row, "message": row},
	gen.TypeExport: {
		"id": row, "format": row, "state": row, "actor_kind": nobody, "actor_id": nobody, "actor": row, "filter": nobody, "columns": row, "is_mailed": nobody, "run_id": nobody, "run_step": nobody, "sight": nobody,
		"cursor": nobody, "upto": nobody, "total": row, "rows": row, "pieces": nobody, "sum": nobody, "size": nobody, "packed": nobody, "problem": row,
		"created_at": row, "started_at": row, "finished_at": row, "expires_at": row, "next_run_at": nobody,
	},
	gen.TypeExportPiece: {"id": nobody, "export_id": nobody, "number": nobody, "data": nobody},
	gen.TypeAPIClient: kept(map[string]Field{
		"name": row, "scopes": row, "reach": row, "company_ids": row, "group_ids": row, "grants": row, "allowed_origins": row,
		"expires_at": row, "last_used_at": row, "revoked_at": row, "token_prefix": row, "token_hash": nobody, "previous_hash": nobody,
		"previous_until": row,
	}),
	gen.TypeJob: kept(map[string]Field{
		"name": row, "schedule": row, "time_zone": row, "enabled": row, "steps": row, "next_run_at": row, "owner_id": row, "deleted_at": nobody,
	}),
	gen.TypeProtectedPage: kept(map[string]Field{"pattern": row, "pattern_key": nobody, "group_ids": row, "deleted_at": nobody}),
	gen.TypePace:          {"id": nobody, "name": nobody, "next_at": nobody},
	gen.TypeTimer:         {"id": nobody, "name": nobody, "next_run_at": nobody},
	gen.TypeFeature:       kept(map[string]Field{"name": row, "enabled": row, "reason": row}),
	// What proves consent is for those who keep it, of the users whose consent they keep: see ConsentOf.
	gen.TypeConsentChange: {
		"id": nobody, "user_id": nobody, "subscribed": row, "at": row, "source": row, "actor": row, "proof": {Read: viewer.ConsentWrite},
	},
	gen.TypeSignup: {
		"id": nobody, "link_id": nobody, "email": nobody, "email_key": nobody, "first_name": nobody, "last_name": nobody, "proof": nobody,
		"created_at": nobody, "expires_at": nobody,
	},
	gen.TypeThrottle: {"id": nobody, "key": nobody, "times": nobody, "expires_at": nobody},
	gen.TypeSettings: kept(map[string]Field{
		"activity_retention_days": row, "keep_unknown_activities": row, "redirect_origins": row, "nudge_before_expiry": row, "default_locale": row,
	}),
	gen.TypeTemplate: kept(map[string]Field{"kind": row, "locale": row, "subject": row, "text": row, "html": row}),
	gen.TypeReport:   {"id": nobody, "event_id": nobody, "at": nobody},
	gen.TypeReplay:   {"id": nobody, "actor": nobody, "key": nobody, "fingerprint": nobody, "answer": nobody, "created_at": nobody},
}
