package graph

import (
	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
)

// key reads the id of a row that the mutation is about; rubbish names nothing.
func key(kind, id, what string) (int64, error) {
	k, err := gid.Key(kind, id)
	if err != nil {
		return 0, fault.NotFound(what)
	}
	return k, nil
}

// maxIDs bounds the ids of one input field.
const maxIDs = 100

// keysOf reads the ids of an input field.
func keysOf(kind string, ids []string, field string) ([]int64, error) {
	return keysUpTo(maxIDs, kind, ids, field)
}

// keysUpTo is keysOf for a field that takes more.
func keysUpTo(most int, kind string, ids []string, field string) ([]int64, error) {
	if ids == nil {
		return nil, nil
	}
	if len(ids) > most {
		return nil, fault.Refusef(fault.Invalid, fault.At(field), "At most %d at once.", most)
	}
	keys := make([]int64, len(ids))
	for i, id := range ids {
		k, err := gid.Key(kind, id)
		if err != nil {
			return nil, fault.Refuse(fault.Unknown, fault.At(field), "This is not the id of a "+nouns[kind]+".")
		}
		keys[i] = k
	}
	return keys, nil
}

// keyOf is keysOf for one id that may be absent.
func keyOf(kind string, id *string, field string) (*int64, error) {
	if id == nil {
		return nil, nil
	}
	keys, err := keysOf(kind, []string{*id}, field)
	if err != nil {
		return nil, err
	}
	return &keys[0], nil
}

var nouns = map[string]string{
	ent.TypeUser: "user", ent.TypeGroup: "group", ent.TypeCompany: "company", ent.TypeContract: "contract", ent.TypeRole: "role", ent.TypeAPIClient: "API client",
	ent.TypeActivity: "activity", ent.TypeJob: "job", ent.TypeReminder: "reminder", ent.TypeSession: "session", ent.TypePasskey: "passkey",
	ent.TypeProtectedPage: "protected page",
}
