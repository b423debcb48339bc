package graph

import (
	"maps"
	"slices"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/company"
	"github.com/portico-hub/portico/ent/gen/ent/group"
	"github.com/portico-hub/portico/ent/gen/ent/user"
)

// A list reads only the columns that are asked for. Which those are stands here, by field of the schema; a field that
// no table knows reads all columns, so that forgetting one costs time and never an answer.

type table map[string][]string

var userColumns = table{
	"id": nil, "__typename": nil, "version": {user.FieldVersion, user.FieldNoteVersion}, "status": {user.FieldStatus}, "email": {user.FieldEmail},
	"firstName": {user.FieldFirstName}, "lastName": {user.FieldLastName}, "title": {user.FieldTitle}, "cellPhone": {user.FieldCellPhone},
	"officePhone": {user.FieldOfficePhone}, "extension": {user.FieldExtension}, "address": {user.FieldAddress},
	"company": {user.FieldCompanyID}, "role": {user.FieldRoleID}, "isGlobalAdmin": {user.FieldRoleID},
	"emailSubscribed": {user.FieldEmailSubscribed}, "emailSubscriptionChangedAt": {user.FieldEmailSubscriptionChangedAt},
	"emailSubscriptionSource": {user.FieldEmailSubscriptionSource}, "lastSignInAt": {user.FieldLastSignInAt},
	"locale": {user.FieldLocale}, "timeZone": {user.FieldTimeZone},
	"createdAt": {user.FieldCreatedAt}, "updatedAt": {user.FieldUpdatedAt},
	"memberships": nil, "groups": nil, "activities": nil, "activityKinds": nil, "assignments": nil, "account": nil, "note": nil, "unsubscribeUrl": nil, "consentHistory": nil, "hiddenGroupCount": nil,
}

var groupColumns = table{
	"id": nil, "__typename": nil, "version": {group.FieldVersion}, "name": {group.FieldName},
	"description": {group.FieldDescription}, "isDefault": {group.FieldIsDefault},
}

var companyColumns = table{
	"id": nil, "__typename": nil, "version": {company.FieldVersion}, "name": {company.FieldName},
	"emailDomain": {company.FieldEmailDomain}, "phone": {company.FieldPhone}, "address": {company.FieldAddress},
}

// columns are those of some fields, or nil for all.
func (t table) columns(fields []string, always ...string) []string {
	for _, field := range fields {
		more, known := t[field]
		if !known {
			return nil
		}
		always = append(always, more...)
	}
	slices.Sort(always)
	return slices.Compact(always)
}

// narrow reads what is wanted of users, and what they are ordered by.
func (s selection) narrow(q *ent.UserQuery, by string) {
	if s.wants("activities") && slices.Contains(s.below("activities", "edges", "node"), "user") {
		return // whose stream it is stands in each of its entries, with whatever is asked of them there
	}
	if columns := userColumns.columns(slices.Collect(maps.Keys(s.fields)), user.FieldID, by); columns != nil {
		q.Select(columns...)
	}
}

func (s selection) narrowCompany(q *ent.CompanyQuery) {
	if columns := companyColumns.columns(s.below("company"), company.FieldID); columns != nil {
		q.Select(columns...)
	}
}

func narrowGroups(q *ent.GroupQuery, fields []string) {
	if columns := groupColumns.columns(fields, group.FieldID); columns != nil {
		q.Select(columns...)
	}
}
