package graph_test

import (
	"fmt"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
)

// Where else the canaries are: rows that belong to nobody.
const (
	inHome      = "of Home"
	theCompany  = "Away itself"
	theGroup    = "Secret itself"
	theRole     = "a role"
	theClient   = "an API client"
	theSettings = "the settings"
	thePage     = "a protected page"
	somebodyRan = "a run of Portico's"
	theJob      = "a job"
	anImport    = "an import of Portico's"
	itsFile     = "a file that Portico brought"
	theExport   = "an export of Portico's"
)

// sight says who sees what, a letter for each actor in the order of allActors: y or n. What is deleted lives on in the
// journal alone.
var sight = map[string]string{
	inHome: "nnynyyyynnyyny", inAway: "nnyynyyynnynnn", nowhere: "nnynnyyynnynnn", inCircle: "nnyynyyyyyynnn", overThere: "nnynnyyynyynnn",
	deleted: "nnnnnnnnnnnnnn", theCompany: "nnyynyyynnynnn", theGroup: "nnynnyyynnynnn", theRole: "nnyyyyyynyyyny",
	theClient: "nnnnnnnynnynnn", theSettings: "nnnnnnnynnynnn", thePage: "nnnnnnnynnynnn", somebodyRan: "nnnnnnnnnnnnnn", anImport: "nnnnnnyynnynnn", itsFile: "nnnnnnnnnnnnnn",
	theJob:    "nnnnnnyynnynnn",
	theExport: "nnnnnnyynnynnn",
}

// canary is a text that stands in one column of one row. needs is what reads it beside the column's own permission.
type canary struct {
	text, where, entity, column string
	needs                       []viewer.Permission
}

// aviary is a cast, and canaries wherever somebody might see what is not theirs.
type aviary struct {
	*cast
	canaries []canary
	users    map[string]*ent.User
	ids      []string
	key      int64
}

// sing makes a canary.
func (a *aviary) sing(where, entity, column string, needs ...viewer.Permission) string {
	text := fmt.Sprintf("zq%dq", 1000+len(a.canaries))
	a.canaries = append(a.canaries, canary{text, where, entity, column, needs})
	return text
}
