package mail

import "slices"

// Variable is something that the words of an email may name: {{name}}.
type Variable struct {
	Name string
	// Meaning says what stands in its place, in a sentence.
	Meaning string
	// IsNeeded says that an email without it would be of no use: it stands in the text and in the HTML, under no condition.
	IsNeeded bool
	// IsSecret says that it opens something: it stands in no subject, which is kept and shown as it is.
	IsSecret bool
}

// linkVariable leads somewhere; it alone may be what a link in HTML leads to.
const linkVariable = "link"

// publicURLVariable is where the hub is.
const publicURLVariable = "publicUrl"

var (
	anyones = []Variable{
		{"firstName", "The recipient's first name; empty if it is not known or looks like an address.", false, false},
		{"instanceName", "What this hub is called.", false, false},
		{publicURLVariable, "The address of this hub.", false, false},
		{"host", "The address of this hub without https://.", false, false},
	}
	itsLink   = Variable{linkVariable, "The address that the email is about. In HTML: href=\"{{link}}\".", true, true}
	itsPlace  = Variable{linkVariable, "Where to see it in this hub. In HTML: href=\"{{link}}\".", false, true}
	expiresAt = Variable{"expiresAt", "When it stops working, in words.", false, false}
	hours     = Variable{"hours", "How many hours the link works.", false, false}
)

// variables are what each kind knows beside what all do.
var variables = map[string][]Variable{
	Invitation: {itsLink, expiresAt, hours}, PasswordReset: {itsLink, expiresAt, hours}, Notice: {itsLink, expiresAt, hours},
	SignupConfirmation: {itsLink, expiresAt, hours}, Nudge: {itsLink, expiresAt},
	EmailCode:     {{"code", "The six digits.", true, true}, itsPlace, expiresAt},
	SecurityAlert: {{"whatHappened", "What happened to the account, in a sentence.", true, false}, itsPlace},
	Reminder: {
		{"title", "What to remember.", true, false}, {"about", "Whom it is about; empty if that is not known.", false, false},
		{"dueAt", "When it is due, in words.", false, false}, {"repeats", "Empty if it comes once: for {{if repeats}}.", false, false}, itsPlace,
	},
	ExportReady: {
		{linkVariable, "Where the file is, for whoever signs in. In HTML: href=\"{{link}}\".", true, true}, expiresAt,
		{"users", "How many users are in the file.", false, false},
	},
	Digest: {{"items", "What is due, a line each.", true, false}, {"count", "How many are due.", false, false}, itsPlace},
}

// Variables is the closed list of what the words of a kind may name.
func Variables(kind string) []Variable { return slices.Concat(variables[kind], anyones) }
