package sheet

import (
	"slices"
	"strings"
)

// Uncalculated is what a cell shows whose formula was never calculated: programs that write files, rather than show them,
// leave that to whoever opens them.
const Uncalculated = "#GETTING_DATA"

// errorValues are what a cell shows whose formula came to nothing: in a workbook always in English (ECMA-376, 18.18.11, and
// those that Excel and Google Sheets have added), in text in the language of whoever saved it.
var errorValues = strings.Fields(`#N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL! #SPILL! #CALC! #ERROR! ` + Uncalculated + `
	#NV #BEZUG! #WERT! #ZAHL! #ÜBERLAUF! #VALEUR! #NOM? #NOMBRE! #NUL! #I/T #VERDI! #NAVN?
	#N/D #¡REF! #¡VALOR! #¿NOMBRE? #¡DIV/0! #¡NUM! #¡NULO!`)

// IsError reports that a cell shows the error of a formula, and so has no value.
func IsError(cell string) bool {
	return strings.HasPrefix(cell, "#") && slices.Contains(errorValues, cell)
}
