// Package fault holds the one error type of Portico: what a caller could have foreseen, said in a full sentence.
// Every other error is ours; it is logged with the request id and shown as "Something went wrong".
package fault

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind says how a door answers a fault: as a userError of the payload, or as a top-level error with this code.
type Kind string

const (
	// Input faults are answers to what was asked: nothing was saved, and the payload says why.
	Input Kind = "INPUT"
	// Unauthenticated means that nobody is signed in.
	Unauthenticated Kind = "UNAUTHENTICATED"
	// Denied means that the viewer may not do this, whatever the input.
	Denied Kind = "FORBIDDEN"
	// Missing means that the thing does not exist, or may not be seen by the viewer.
	Missing Kind = "NOT_FOUND"
	// BadRequest means that the request makes no sense, whoever sends it.
	BadRequest Kind = "BAD_USER_INPUT"
	// Limited means too many requests.
	Limited Kind = "RATE_LIMITED"
	// Expensive means that the query costs more than is allowed.
	Expensive Kind = "QUERY_TOO_EXPENSIVE"
	// Warning informs: nothing was saved yet, and whoever insists by its code saves all the same.
	Warning Kind = "WARNING"
	// Disabled means that the feature is switched off for everybody. A payload says it like an input fault.
	Disabled Kind = "FEATURE_DISABLED"
)

// Internal is the kind, and the code, of what is our own fault: nobody could foresee it.
const Internal = "INTERNAL"

// Code is the ErrorCode of the public contract.
type Code string

// The codes of the contract that the code so far can answer with.
const (
	Required          Code = "REQUIRED"
	Invalid           Code = "INVALID"
	CodeTaken         Code = "TAKEN"
	Unknown           Code = "UNKNOWN"
	CodeForbidden     Code = "FORBIDDEN"
	CodeConflict      Code = "CONFLICT"
	LastGlobalAdmin   Code = "LAST_GLOBAL_ADMIN"
	AdminNeedsDefault Code = "GLOBAL_ADMIN_NEEDS_DEFAULT_GROUP"
	ManagerNeedsGroup Code = "GROUP_MANAGER_NEEDS_CUSTOM_GROUP"
	RoleNotGrantable  Code = "ROLE_NOT_GRANTABLE"
	EmailIsStatic     Code = "EMAIL_IS_STATIC"
	AccountExists     Code = "ACCOUNT_EXISTS"
	NoAccount         Code = "NO_ACCOUNT"
	NoEmail           Code = "NO_EMAIL"
	ContractNotOf     Code = "CONTRACT_NOT_OF_COMPANY"
	EdgeSpace         Code = "LEADING_OR_TRAILING_SPACE"
	PasswordTooShort  Code = "PASSWORD_TOO_SHORT"
	PasswordTooCommon Code = "PASSWORD_TOO_COMMON"
	LinkExpired       Code = "LINK_EXPIRED"
	LinkUsed          Code = "LINK_USED"
	LinkReplaced      Code = "LINK_REPLACED"
	LinkUnknown       Code = "LINK_UNKNOWN"
	BadCredentials    Code = "BAD_CREDENTIALS"
	BadCode           Code = "BAD_CODE"
	FeatureDisabled   Code = "FEATURE_DISABLED"
	TooManyAttempts   Code = "TOO_MANY_ATTEMPTS"
	HeadingsChanged   Code = "HEADINGS_CHANGED"
	BadFile           Code = "BAD_FILE"
	// ProofRequired says that a session must first prove again who it belongs to.
	ProofRequired Code = "PROOF_REQUIRED"
	// Warnings says that nothing but warnings stood in the way.
	Warnings Code = "WARNINGS"
)

// The codes of warnings.
const (
	SameName      Code = "SAME_NAME_IN_COMPANY"
	OtherDomain   Code = "EMAIL_DOMAIN_UNLIKE_COMPANY"
	OddPhone      Code = "PHONE_UNPARSEABLE"
	BouncedBefore Code = "EMAIL_BOUNCED_BEFORE"
	WithoutFactor Code = "PRIVILEGED_WITHOUT_FACTOR"
	// Of templates.
	LongSubject   Code = "SUBJECT_LONG"
	LinkElsewhere Code = "LINK_ELSEWHERE"
	ExpiryUnsaid  Code = "EXPIRY_UNSAID"
)

// Ref names a row without importing its type: "User" and its key. Graph turns it into a global id.
type Ref struct {
	Type string
	ID   int64
}

// Fault is one foreseeable refusal.
type Fault struct {
	Kind Kind
	Code Code
	// Field is the path of the input field, for example ["account", "email"]; empty when it concerns the whole.
	Field []string
	// Message is a full sentence that is safe to show to whoever asked.
	Message string
	// Params are values for translation.
	Params map[string]any
	// Related is the other thing that the fault is about, if the viewer may see it.
	Related *Ref
}

// Error is the message, so that a log line reads well.
func (f *Fault) Error() string { return f.Message }

// With adds a value for translation and returns the fault.
func (f *Fault) With(key string, value any) *Fault {
	if f.Params == nil {
		f.Params = map[string]any{}
	}
	f.Params[key] = value
	return f
}

// About sets what the fault relates to and returns the fault.
func (f *Fault) About(ref Ref) *Fault {
	f.Related = &ref
	return f
}

// List is several faults at once, so that a form can show each under its field.
type List []*Fault

// Error joins the sentences.
func (l List) Error() string {
	parts := make([]string, len(l))
	for i, f := range l {
		parts[i] = f.Message
	}
	return strings.Join(parts, " ")
}

// Add appends the faults of err and reports whether err was nil or only faults.
func (l *List) Add(err error) bool {
	found, ok := All(err)
	*l = append(*l, found...)
	return ok
}

// Err is the list as an error: nil when it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	return l
}

// All returns the faults in err. It reports false when err is something else.
func All(err error) (List, bool) {
	if err == nil {
		return nil, true
	}
	var list List
	if errors.As(err, &list) {
		return list, true
	}
	var one *Fault
	if errors.As(err, &one) {
		return List{one}, true
	}
	return nil, false
}

// Is reports whether err holds a fault of this code.
func Is(err error, code Code) bool {
	list, _ := All(err)
	for _, f := range list {
		if f.Code == code {
			return true
		}
	}
	return false
}

// Refuse is an input fault at a field (nil for the whole).
func Refuse(code Code, field []string, message string) *Fault {
	return &Fault{Kind: Input, Code: code, Field: field, Message: message}
}

// Refusef is Refuse with a formatted sentence.
func Refusef(code Code, field []string, format string, args ...any) *Fault {
	return Refuse(code, field, fmt.Sprintf(format, args...))
}

// Warnf is a warning at a field.
func Warnf(code Code, field []string, format string, args ...any) *Fault {
	return &Fault{Kind: Warning, Code: code, Field: field, Message: fmt.Sprintf(format, args...)}
}

// TooLong answers a text with more characters than a field takes.
func TooLong(field string, most int) *Fault {
	return Refusef(Invalid, At(field), "This is too long: %d characters at most.", most).With("max", most)
}

// At is a field path: At("account", "email").
func At(path ...string) []string { return path }

// SignInFirst answers a stranger who asks for something that needs a viewer.
func SignInFirst() *Fault {
	return &Fault{Kind: Unauthenticated, Code: CodeForbidden, Message: "Sign in first."}
}

// NotAllowed answers a viewer without the right.
func NotAllowed() *Fault {
	return &Fault{Kind: Denied, Code: CodeForbidden, Message: "You are not allowed to do this."}
}

// SwitchedOff answers for a feature that is switched off, with the reason that is shown everywhere.
func SwitchedOff(reason string) *Fault {
	return &Fault{Kind: Disabled, Code: FeatureDisabled, Message: reason}
}

// RetryAfter is the param of a Limited fault that says how many seconds to wait.
const RetryAfter = "retryAfter"

// TooMany answers whoever tried too often, with how long to wait, in whole seconds.
func TooMany(wait time.Duration) *Fault {
	seconds := int(max((wait+time.Second-1)/time.Second, 1))
	f := &Fault{Kind: Limited, Code: TooManyAttempts, Message: fmt.Sprintf("Too many tries. Try again in %s.", inWords(seconds))}
	return f.With(RetryAfter, seconds)
}

// inWords is a wait as a person says it, rounded up.
func inWords(seconds int) string {
	switch minutes := (seconds + 59) / 60; {
	case seconds == 1:
		return "a second"
	case seconds < 60:
		return fmt.Sprintf("%d seconds", seconds)
	case minutes == 1:
		return "a minute"
	default:
		return fmt.Sprintf("%d minutes", minutes)
	}
}

// NotFound answers for what does not exist or may not be seen: the two are never told apart.
func NotFound(what string) *Fault {
	return &Fault{Kind: Missing, Code: Unknown, Message: "This " + what + " does not exist, or you may not see it."}
}

// Conflict answers a stale version with both values.
func Conflict(what string, yours, theirs int) *Fault {
	return Refusef(CodeConflict, At("version"), "Somebody changed this %s since you opened it. Look at their change, then save again.", what).
		With("yours", yours).With("theirs", theirs)
}
