package transfer

import (
	"strings"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/sheet"
)

// line is a column of one text of the user's own.
func line(heading, key, field, hint string, at func(*Record) *string) *Column {
	c := prose(heading, key, gen.TypeUser, field, hint, at)
	c.read = func(r *Record, cell string) error { *at(r) = fold.Line(cell); return nil }
	return c
}

// prose is line for a text of several lines.
func prose(heading, key, entity, field, hint string, at func(*Record) *string) *Column {
	return &Column{Heading: heading, Key: key, Hint: hint, entity: entity, field: field,
		text:  func(r *Record) string { return *at(r) },
		read:  func(r *Record, cell string) error { *at(r) = fold.Clean(cell); return nil },
		clear: func(r *Record) { *at(r) = "" },
	}
}

// yes is a column of Yes or No.
func yes(heading, key, field, hint string, at func(*Record) *bool) *Column {
	return &Column{Heading: heading, Key: key, Hint: hint, entity: gen.TypeUser, field: field, choices: []string{"Yes", "No"},
		text: func(r *Record) string {
			if *at(r) {
				return "Yes"
			}
			return "No"
		},
		read: func(r *Record, cell string) error {
			answer, known := answers[fold.Key(cell)]
			if !known {
				return fault.Refuse(fault.Invalid, fault.At(key), "This is neither Yes nor No.")
			}
			*at(r) = answer
			return nil
		},
	}
}

// answers are the ways to say Yes and No: spreadsheets have booleans of their own.
var answers = map[string]bool{
	"yes": true, "y": true, "true": true, "1": true, "on": true,
	"no": false, "n": false, "false": false, "0": false, "off": false,
}

// names is a column of the groups that a user is in.
func names(heading, key, field, hint string, at func(*Record) *[]string) *Column {
	return &Column{Heading: heading, Key: key, Hint: hint, entity: gen.TypeMembership, field: field, several: true,
		text: func(r *Record) string { return join(*at(r)) },
		read: func(r *Record, cell string) error {
			*at(r) = nil
			for _, part := range split(cell, separator) {
				*at(r) = append(*at(r), unescape(fold.Line(part)))
			}
			return nil
		},
		clear: func(r *Record) { *at(r) = nil },
	}
}

// shown is a column for people to look at.
func shown(heading, key, field string, text func(*Record) string) *Column {
	return &Column{Heading: heading, Key: key, ReadOnly: true, Hint: "For information: an import ignores it.", entity: gen.TypeUser, field: field, text: text}
}

// needed makes a column in which every user has a value.
func (c *Column) needed() *Column { c.Required = true; return c.kept() }

// kept makes a column whose value cannot be taken away.
func (c *Column) kept() *Column { c.clear = nil; return c }

// alike makes a column of a name, which is the same in any spelling.
func (c *Column) alike() *Column { c.folded = true; return c }

// takes adds the input fields whose refusals belong to the column.
func (c *Column) takes(inputs ...string) *Column { c.inputs = inputs; return c }

// with adds fields that the value follows from.
func (c *Column) with(fields ...string) *Column { c.beside = fields; return c }

// like sets what the sample has.
func (c *Column) like(sample string) *Column { c.sample = sample; return c }

// order makes a column that says what to do, and nothing of the user: an export leaves it empty.
func (c *Column) order() *Column {
	c.text = func(*Record) string { return "" }
	return c
}

// dash in a cell takes the value away.
const dash = "-"

// shield writes a text that reads as a dash, or as the error of a formula, as one that does not: a user may be called that.
func shield(text string) string {
	if speaks(strings.TrimLeft(text, `\`)) {
		return `\` + text
	}
	return text
}

// unshield reads what shield wrote.
func unshield(cell string) string {
	if rest, shielded := strings.CutPrefix(cell, `\`); shielded && speaks(strings.TrimLeft(rest, `\`)) {
		return rest
	}
	return cell
}

// speaks reports that a cell says something else than a value.
func speaks(cell string) bool { return cell == dash || sheet.IsError(cell) }

// separator stands between several values of a cell, slash between a company and its contract.
const separator, slash = ";", " / "

// join writes several names.
func join(names []string) string {
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = escape(name)
	}
	return strings.Join(parts, separator+" ")
}

// split reads the parts of a cell between separators that are not escaped. Escapes stay; empty parts do not.
func split(cell, between string) (parts []string) {
	add := func(part string) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	start := 0
	for i := 0; i < len(cell); {
		switch {
		case cell[i] == '\\':
			i += 2
		case strings.HasPrefix(cell[i:], between):
			add(cell[start:i])
			i += len(between)
			start = i
		default:
			i++
		}
	}
	add(cell[start:])
	return parts
}

var (
	escaper   = strings.NewReplacer(`\`, `\\`, `;`, `\;`, ` /`, ` \/`, `/ `, `\/ `)
	unescaper = strings.NewReplacer(`\\`, `\`, `\;`, `;`, `\/`, `/`)
)

// escape writes a name so that no separator is read in it.
func escape(name string) string {
	if !strings.ContainsAny(name, `\;/`) {
		return name
	}
	if strings.HasPrefix(name, "/") {
		return `\/` + escaper.Replace(name[1:])
	}
	if strings.HasSuffix(name, "/") {
		return escaper.Replace(name[:len(name)-1]) + `\/`
	}
	return escaper.Replace(name)
}

func unescape(part string) string { return unescaper.Replace(part) }
