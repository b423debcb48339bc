package graph_test

import (
	"slices"

	"github.com/portico-hub/portico/server/gid"
)

// forAll is a row that is the same for everybody who is signed in.
func forAll(code string) [8]string {
	all := [8]string(slices.Repeat([]string{code}, 8))
	all[0] = anon
	return all
}

func withProvider(s *scene) vars {
	return vars{"in": vars{"userId": userID(s.target), "provider": "EMAIL"}}
}

// securing is who may change how somebody signs in: what would help to sign in as them is for those who gain nothing by it.
var securing = []attempt{
	{"setFactorProvider", "of a Member", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, withProvider},
	{"setFactorProvider", "of a Global Administrator", [8]string{anon, deny, deny, gone, deny, deny, deny, ok}, withProvider},
	{"resetFactor", "of a Member", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, inOf},
	{"resetFactor", "of a Global Administrator", [8]string{anon, deny, deny, gone, deny, deny, deny, ok}, inOf},
	{"endSessions", "of a Member", [8]string{anon, deny, deny, gone, ok, ok, ok, ok}, inOf},
	{"unlockAccount", "of a Member", [8]string{anon, deny, deny, gone, ok, deny, ok, ok}, inOf},
	{"unlockAccount", "of a Global Administrator", [8]string{anon, deny, deny, gone, deny, deny, deny, ok}, inOf},
	{"proveIdentity", "by a guess", forAll(bad), func(*scene) vars { return vars{"in": vars{"password": "a wrong guess"}} }},
	{"enrolTOTP", "an app", forAll(ok), func(*scene) vars { return nil }},
	{"confirmTOTP", "by a guess", forAll("bad_code"), func(*scene) vars { return vars{"in": vars{"code": "12345"}} }},
	{"renewRecoveryCodes", "without an app", forAll("invalid"), func(*scene) vars { return nil }},
	{"beginPasskeyRegistration", "where there is no name", forAll("invalid"), func(*scene) vars { return nil }},
	{"finishPasskeyRegistration", "by rubbish", forAll("invalid"), func(*scene) vars { return vars{"in": vars{"credential": vars{"id": "x"}}} }},
	{"removePasskey", "that there is not", forAll(gone), func(*scene) vars { return vars{"in": vars{"id": gid.Encode("Passkey", 1<<40)}} }},
	{"beginPasskeySignIn", "where there is no name", [8]string(slices.Repeat([]string{"invalid"}, 8)), func(*scene) vars { return nil }},
	{"finishPasskeySignIn", "by rubbish", [8]string(slices.Repeat([]string{bad}, 8)), func(*scene) vars { return vars{"in": vars{"credential": vars{"id": "x"}}} }},
	{"updateProfile", "of an old version", forAll("conflict"), func(*scene) vars { return vars{"in": vars{"version": 0, "firstName": "Ana"}} }},
}

func init() {
	attempts = append(attempts, securing...)
	for name, is := range map[string]has{
		"setFactorProvider, of a Member": {account: true}, "setFactorProvider, of a Global Administrator": {role: "global_administrator", account: true},
		"resetFactor, of a Member": {account: true}, "resetFactor, of a Global Administrator": {role: "global_administrator", account: true},
		"endSessions, of a Member": {account: true}, "unlockAccount, of a Member": {account: true},
		"unlockAccount, of a Global Administrator": {role: "global_administrator", account: true},
	} {
		before[name] = is
	}
	for name, text := range map[string]string{
		"setFactorProvider": setFactorProvider, "resetFactor": resetFactor, "endSessions": endSessions, "unlockAccount": unlockAccount,
		"beginPasskeyRegistration": beginPasskeyRegistration, "finishPasskeyRegistration": finishPasskeyRegistration, "removePasskey": removePasskey,
		"beginPasskeySignIn": beginPasskeySignIn, "finishPasskeySignIn": finishPasskeySignIn,
		"enrolTOTP": enrolTOTP, "confirmTOTP": confirmTOTP, "renewRecoveryCodes": renewRecoveryCodes, "updateProfile": updateProfile, "proveIdentity": proveIdentity,
	} {
		texts[name] = text
	}
}
