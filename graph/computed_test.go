package graph_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/rule"
)

// entityOf are the types of the schema that show a row of their own, with its name in the field table.
var entityOf = map[string]string{
	"User": ent.TypeUser, "Account": ent.TypeAccount, "Role": ent.TypeRole, "Group": ent.TypeGroup, "Membership": ent.TypeMembership,
	"Company": ent.TypeCompany, "Contract": ent.TypeContract, "Assignment": ent.TypeAssignment, "Message": ent.TypeMessage, "Change": ent.TypeChange,
	"SavedView": ent.TypeSavedView, "JobRun": ent.TypeRun, "APIClient": ent.TypeAPIClient, "Job": ent.TypeJob,
	"Settings": ent.TypeSettings, "Activity": ent.TypeActivity, "ConsentChange": ent.TypeConsentChange, "Reminder": ent.TypeReminder,
	"Export": ent.TypeExport, "Import": ent.TypeImportRun, "ImportIssue": ent.TypeImportIssue,
	"Session": ent.TypeSession, "Passkey": ent.TypePasskey, "ProtectedPage": ent.TypeProtectedPage, "Template": ent.TypeTemplate,
}

// other is how a field leads to something: by the rules of what it leads to.
const other = "the rules of what it leads to"

// computed says who reads what is no column: of a type that shows a row, and of all others.
var computed = map[string]string{
	"User.company": other, "User.role": other, "User.groups": other, "User.memberships": other, "User.assignments": other, "User.account": other,
	"User.messages": other, "User.activities": other, "User.activityKinds": other, "Activity.user": other, "User.changes": other, "User.supersedes": other, "User.supersededBy": other,
	"User.consentHistory": other, "User.unsubscribeUrl": "CONSENT_WRITE, for this user",
	"User.reminders": other, "Reminder.user": other, "Reminder.assignee": other, "Reminder.isDue": "whoever sees the reminder",
	"User.note": "NOTES_READ, and never the subject", "User.isGlobalAdmin": "as the role", "User.hiddenGroupCount": "whoever sees the user",
	"Account.state": "whoever sees the user", "Account.creationNotice": "whoever sees the user",
	"Account.requiredFactor": "whoever sees the user", "Account.temporaryUntil": "whoever sees the user",
	"Account.sessions": other, "Account.passkeys": "the user, of their own", "Session.current": "whoever sees the session",
	"Membership.user": other, "Membership.group": other, "Assignment.company": other, "Assignment.contract": other,
	"Group.memberCount": "of those whom the viewer sees", "Group.users": other, "Group.managers": other,
	"Company.contracts": other, "Company.users": other, "Company.userCount": "of those whom the viewer sees", "Company.administrators": other, "Contract.company": other,
	"Role.isBuiltIn": "whoever sees the role", "Role.userCount": "of those whom the viewer sees",
	"Message.user": other, "Message.linkExpiresAt": "MESSAGES_READ", "Message.linkUsedAt": "MESSAGES_READ", "Message.linkState": "MESSAGES_READ",
	"Message.text": "MESSAGES_READ, links masked; of a reminder, whoever sees that", "Message.html": "as the text",
	"Change.actorUser": other, "Change.fields": "each as the field of its row", "Change.undoable": "CHANGES_READ", "Change.overriddenWarnings": "CHANGES_READ",
	"Import.issues": other, "Import.problemFileUrl": "whoever brought the file", "Import.undoableUntil": "whoever sees the import", "Import.undoReport": "whoever sees the import",
	"Import.overrideWarnings": "whoever sees the import", "Import.isOwn": "whoever sees the import", "Import.sheet": "whoever brought the file", "ImportSheet.*": "whoever brought the file",
	"ImportColumn.*":     "whoever sees the import; samples whoever brought the file",
	"Template.variables": "whoever sees the template", "Template.placeholders": "whoever sees the template", "Template.isEdited": "whoever sees the template",
	"TemplateVariable.*": "whoever sees the template", "TemplatePreview.*": "SETTINGS_WRITE, for everybody",
	"SavedView.isOwn":    "whoever sees the view",
	"JobRun.failuresUrl": "whoever sees the run", "JobRun.undo": "whoever sees the run", "JobRun.undoReport": "whoever sees the run", "JobRun.job": "the job by its own rules",
	"Job.nextRuns": "whoever sees the job", "Job.runs": other, "JobStep.*": "whoever sees the job", "NextNotice.*": "USERS_WRITE; the job by its own rules",
	"APIClient.companies": other, "APIClient.groups": other, "APIClient.previousTokenUntil": "whoever sees the client",
	"ProtectedPage.groups": other,
	"Export.headings":      "whoever sees the export", "Export.isFiltered": "whoever sees the export", "Export.startedBy": "whoever sees the export",
	"Export.url": "who sees all that stands in the file", "SheetColumn.*": "whoever exports or imports",
	"FieldChange.*": "each as the field of its row", "Viewer.*": "the viewer", "AccessPath.*": other, "Feature.*": "whoever is signed in", "LinkStatus.*": "whoever has the link",
	"PageInfo.*": "as the list", "Undo.*": "whoever made the change", "UndoReport.*": "whoever took it back", "UndoItem.*": "whoever took it back",
	"UserError.*": "whoever sent the mutation", "Warning.*": "whoever sent the mutation",
}

// unasked are the types whose fields no query leads to; the table of refusals sends what answers with them.
var unasked = []string{"UserError", "Undo", "UndoReport", "UndoItem"}

// Every field of the schema says who reads it: as the column that it shows, or in the table above.
func TestEveryFieldSaysWhoReadsIt(t *testing.T) {
	w := newInquiry()
	used := map[string]bool{}
	for name, is := range w.schema.Types {
		if is.Kind != ast.Object || is.BuiltIn || slices.Contains([]string{"Query", "Mutation", "Subscription"}, name) || wraps(name) {
			continue
		}
		for _, f := range is.Fields {
			key := name + "." + f.Name
			if computed[name+".*"] != "" {
				key = name + ".*"
			}
			_, column := rule.Fields[entityOf[name]][snake(f.Name)]
			used[key] = true
			switch {
			case computed[key] == "" && !column:
				t.Errorf("nobody said who reads %s: give it a row in ent/rule/fields.go, or say so where it is computed", key)
			case computed[key] != "" && column:
				t.Errorf("%s is a column: ent/rule/fields.go says who reads it", key)
			case column && rule.Fields[entityOf[name]][snake(f.Name)].Read == rule.Nobody:
				t.Errorf("%s shows what nobody reads", key)
			}
		}
	}
	for key := range computed {
		if !used[key] {
			t.Errorf("the table has %s, which the schema has not", key)
		}
	}
}

// wraps reports the types that hold others and say nothing themselves.
func wraps(name string) bool {
	return strings.HasSuffix(name, "Payload") || strings.HasSuffix(name, "Connection") || strings.HasSuffix(name, "Edge")
}

// complete fails for a field of the schema that the inquiry did not ask for.
func (w *inquiry) complete(t *testing.T) {
	t.Helper()
	for name, is := range w.schema.Types {
		if is.Kind != ast.Object || is.BuiltIn || slices.Contains([]string{"Query", "Mutation", "Subscription"}, name) || wraps(name) {
			continue
		}
		for _, f := range is.Fields {
			asked := w.asked[name+"."+f.Name]
			for _, one := range unasked {
				asked = asked || one == name
			}
			if !asked {
				t.Errorf("the inquiry asked nobody for %s.%s", name, f.Name)
			}
		}
	}
}

// snake is a name of the schema as columns are called.
func snake(name string) string {
	var s strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			s.WriteByte('_')
		}
		s.WriteRune(unicode.ToLower(r))
	}
	return s.String()
}
