package viewer

import (
	"io"
	"strconv"
)

// Feature is a part of Portico that can be switched off. The names are those of the public contract.
type Feature string

// Every feature that can be switched off.
const (
	FeatureActivities     Feature = "ACTIVITIES"
	FeatureReminders      Feature = "REMINDERS"
	FeatureNotes          Feature = "NOTES"
	FeatureImport         Feature = "IMPORT"
	FeatureExport         Feature = "EXPORT"
	FeatureJobs           Feature = "JOBS"
	FeatureSignupForm     Feature = "SIGNUP_FORM"
	FeatureProtectedPages Feature = "PROTECTED_PAGES"
	FeatureAPIClients     Feature = "API_CLIENTS"
	FeatureWebhooks       Feature = "WEBHOOKS"
)

// Features lists them all, in the order of the contract.
var Features = []Feature{
	FeatureActivities, FeatureReminders, FeatureNotes, FeatureImport, FeatureExport, FeatureJobs, FeatureSignupForm,
	FeatureProtectedPages, FeatureAPIClients, FeatureWebhooks,
}

// Off are the features that are switched off, with the reason in words, which is never empty.
type Off map[Feature]string

// defaultReason stands where whoever switched a feature off gave none.
const defaultReason = "This feature is switched off in Settings."

// Add notes a feature as switched off; without a reason it gets the general one.
func (o *Off) Add(f Feature, reason *string) {
	if *o == nil {
		*o = Off{}
	}
	(*o)[f] = defaultReason
	if reason != nil && *reason != "" {
		(*o)[f] = *reason
	}
}

// Lacks reports a feature that is switched off for the viewer, and why. Nothing is switched off for Portico itself: what
// it finishes was begun by somebody who met the wall.
func (v *Viewer) Lacks(f Feature) (reason string, off bool) {
	if v == nil || v.IsSystem() {
		return "", false
	}
	reason, off = v.Off[f]
	return reason, off
}

// MarshalGQL writes the feature as GraphQL has it.
func (f Feature) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(f))) }

// UnmarshalGQL reads a feature that GraphQL has checked already.
func (f *Feature) UnmarshalGQL(value any) error { return readName((*string)(f), value) }
