package rule_test

import (
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/migrate"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
)

// tables maps the tables of the schema to the entities of the field table.
var tables = map[string]string{
	"users": ent.TypeUser, "identities": ent.TypeIdentity, "credentials": ent.TypeCredential, "accounts": ent.TypeAccount,
	"roles": ent.TypeRole, "groups": ent.TypeGroup, "memberships": ent.TypeMembership, "companies": ent.TypeCompany,
	"contracts": ent.TypeContract, "assignments": ent.TypeAssignment, "links": ent.TypeLink, "sessions": ent.TypeSession,
	"messages": ent.TypeMessage, "changes": ent.TypeChange, "notes": ent.TypeNote, "replays": ent.TypeReplay,
	"saved_views": ent.TypeSavedView, "runs": ent.TypeRun, "outcomes": ent.TypeOutcome,
	"api_clients": ent.TypeAPIClient, "features": ent.TypeFeature, "settings": ent.TypeSettings,
	"activities": ent.TypeActivity, "unclaimed_activities": ent.TypeUnclaimedActivity, "timers": ent.TypeTimer, "jobs": ent.TypeJob, "reports": ent.TypeReport,
	"import_runs": ent.TypeImportRun, "import_parts": ent.TypeImportPart, "import_rows": ent.TypeImportRow, "import_issues": ent.TypeImportIssue,
	"consent_changes": ent.TypeConsentChange, "signups": ent.TypeSignup, "throttles": ent.TypeThrottle,
	"exports": ent.TypeExport, "export_pieces": ent.TypeExportPiece, "reminders": ent.TypeReminder, "feeds": ent.TypeFeed,
	"factors": ent.TypeFactor, "recovery_codes": ent.TypeRecoveryCode, "paces": ent.TypePace, "passkeys": ent.TypePasskey,
	"protected_pages": ent.TypeProtectedPage, "templates": ent.TypeTemplate,
}

// A new field is decided about before it can be read: the walk over the whole schema fails for one without a row.
func TestFields(t *testing.T) {
	for _, table := range migrate.Tables {
		entity, ok := tables[table.Name]
		if !ok {
			t.Errorf("The table %q has no entity in the field table: say in ent/rule/fields.go who reads its fields.", table.Name)
			continue
		}
		known := map[string]bool{}
		for _, column := range table.Columns {
			known[column.Name] = true
			if _, ok := rule.Fields[entity][column.Name]; !ok {
				t.Errorf("%s.%s has no row in the field table: say in ent/rule/fields.go who reads, searches and orders it.", entity, column.Name)
			}
		}
		for field := range rule.Fields[entity] {
			if !known[field] {
				t.Errorf("The field table has a row for %s.%s, which the schema does not have.", entity, field)
			}
		}
	}
}

// What nobody reads must not be guessed by way of a list either.
func TestFieldsThatNobodyReadsAreInNoList(t *testing.T) {
	for entity, fields := range rule.Fields {
		for name, f := range fields {
			if f.Read == rule.Nobody && (f.Search || f.Filter || f.Order) {
				t.Errorf("%s.%s is read by nobody, yet a list offers it.", entity, name)
			}
		}
	}
}

func TestReadable(t *testing.T) {
	admin := &viewer.Viewer{Kind: viewer.User, Permissions: []viewer.Permission{viewer.NotesRead}}
	member := &viewer.Viewer{Kind: viewer.User}
	for _, c := range []struct {
		claim, entity, field string
		who                  *viewer.Viewer
		want                 bool
	}{
		{"a stranger reads nothing", ent.TypeUser, "email", nil, false},
		{"whoever sees a user reads the email", ent.TypeUser, "email", member, true},
		{"a note needs its permission", ent.TypeNote, "body", member, false},
		{"the permission reads a note", ent.TypeNote, "body", admin, true},
		{"nobody reads a password's hash", ent.TypeCredential, "password_hash", admin, false},
		{"what is not in the table is hidden", ent.TypeUser, "shoe_size", admin, false},
	} {
		t.Run(c.claim, func(t *testing.T) {
			if got := rule.Readable(c.who, c.entity, c.field); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
