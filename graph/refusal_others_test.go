package graph_test

import "slices"

// meanings are the letters in which the columns of many actors are written: one letter an actor.
var meanings = map[rune]string{'o': ok, 'A': anon, 'D': deny, 'N': gone, 'r': role, 'u': none, 'b': bad, 'c': "bad_code", 'k': "conflict", 'f': "forbidden", 'i': "invalid", 'g': "group_manager_needs_custom_group"}

// inLetters reads the first of some columns; where there are none, all are refused: default deny.
func inLetters(columns string, n int) []string {
	all := slices.Repeat([]string{deny}, n)
	for i, letter := range columns {
		if i < n {
			all[i] = meanings[letter]
		}
	}
	return all
}

// byOthers are the columns of the other actors, by the row: its mutation and what of it is tried. A row that is not here is
// refused to all of them.
var byOthers = map[string]string{
	"createUser, a Member": "DfooDD", "createUser, a Portal Administrator": "DrrrDD", "createUser, a Security Administrator": "DrrrDD",
	"createUser, a Global Admin": "DrrrDD", "createUser, in no company": "DfofDD", "createUser, in a new company": "DDoDDD",
	"createUser, in a new group": "DDoDDD", "createUser, with a note": "DfoDDD", "updateUser, their title": "NNooDD",
	"updateUser, giving Global Admin": "NNrrDD", "updateUser, taking Portal Administrator": "NNrrDD", "updateUser, out of every company": "NNofDD",
	"createAccount, of a Member": "DNoDDD", "createAccount, of a Portal Administrator": "DNrDDD", "createAccount, of a Global Administrator": "DNrDDD",
	"createAccount, as a Global Administrator": "DNrDDD", "resendInvitation, of a Member": "NNoDDD", "sendPasswordReset, of a Member": "NNoDDD",
	"sendPasswordReset, of a Global Administrator": "NNoDDD", "createAPIClient, that reads users": "DDoDDD", "updateAPIClient, its name": "DDoDDD",
	"rotateAPIClient, of somebody else": "DDoDDD", "revokeAPIClient, of somebody else": "DDoDDD", "setFeature, off": "DDoDDD",
	"createCompany, a new one": "DDoDDD", "updateCompany, its name": "DDoDDD", "updateCompany, the actor's own": "DDoDDD",
	"deleteCompany, one": "DDoDDD", "createContract, of the actor's own company": "DDoDDD", "updateContract, its number": "DDoDDD",
	"deleteContract, one": "DDoDDD", "createGroup, a new one": "DDoDDD", "updateGroup, its name": "DDoDDD", "deleteGroup, with a member": "DDoDDD",
	"deleteGroup, moving its member to another": "DDoDDD", "addMembers, a Member": "DNoNDD", "removeMembers, a Member": "DNoNDD",
	"setManager, a Member": "DNoNDD", "deactivateUser, a Member": "DNooDD", "deactivateUser, a Global Administrator": "DNDDDD",
	"reactivateUser, a Member": "DNooDD", "deleteUser, a Member": "DDoDDD", "supersedeUser, a Member": "DNooDD",
	"supersedeUser, a Portal Administrator": "DNrrDD", "supersedeUser, a Global Administrator": "DNrrDD", "setTemporaryPassword, of a Member": "DNoDDD",
	"setTemporaryPassword, of a Global Administrator": "DNDDDD", "changePassword, of one's own, by a guess": "bbDDDD", "saveView, a new one": "DoDDDD",
	"saveView, of somebody else": "DNffDD", "deleteView, of somebody else": "DNofDD", "bulkUpdateUsers, deactivating": "DoooDD",
	"bulkUpdateUsers, deleting": "DDoDDD", "bulkUpdateUsers, inviting": "DooDDD", "bulkUpdateUsers, to Portal Administrators": "DrrrDD",
	"bulkUpdateUsers, to Global Administrators": "DrrrDD", "stopRun, that there is not": "NNNNND", "createRole, that reads": "DDoDDD",
	"setFactorProvider, of a Member": "DNoDDD", "setFactorProvider, of a Global Administrator": "DNDDDD", "resetFactor, of a Member": "DNoDDD",
	"resetFactor, of a Global Administrator": "DNDDDD", "endSessions, of a Member": "DNoDDD", "unlockAccount, of a Member": "DNoDDD",
	"unlockAccount, of a Global Administrator":         "DNDDDD",
	"beginPasskeyRegistration, where there is no name": "iiDDDD", "finishPasskeyRegistration, by rubbish": "iiDDDD", "removePasskey, that there is not": "NNDDDD",
	"beginPasskeySignIn, where there is no name": "iiDDDD", "finishPasskeySignIn, by rubbish": "bbDDDD", "proveIdentity, by a guess": "bbDDDD",
	"enrolTOTP, an app": "ooDDDD", "confirmTOTP, by a guess": "ccDDDD", "renewRecoveryCodes, without an app": "iiDDDD", "updateProfile, of an old version": "kkDDDD",
	"updateRole, its name": "DDoDDD", "updateRole, that does not exist": "DDNDDD", "deleteRole, that nobody holds": "DDoDDD",
	"deleteRole, that is built in": "DDfDDD", "undo, by a made-up token": "iiiiiD", "undoChange, that made a Member": "DDoDDD",
}

// wanted is what the row says of an actor.
func (a attempt) wanted(actor string) string {
	if column := slices.Index(actors, actor); column >= 0 {
		return a.happens[column]
	}
	return inLetters(byOthers[a.mutation+", "+a.what], len(others))[slices.Index(others, actor)]
}
