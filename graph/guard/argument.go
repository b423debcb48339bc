package guard

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// page is the number of rows that a field asks for. A connection needs first or last, from 0 to MaxPage.
func (s *scale) page(def *ast.FieldDefinition, f *ast.Field) (int, *gqlerror.Error) {
	first, hasFirst := s.number(def, f, "first")
	last, hasLast := s.number(def, f, "last")
	switch {
	case hasFirst && hasLast:
		return MaxPage, at(f, fmt.Sprintf("Give first or last for %q, not both.", def.Name))
	case !hasFirst && !hasLast && isConnection(def):
		return listSize, at(f, fmt.Sprintf("Give %s for %q, at most %d.", pagers(def), def.Name, MaxPage))
	case !hasFirst && !hasLast:
		return listSize, nil
	}
	n := first
	if hasLast {
		n = last
	}
	if n < 0 || n > MaxPage {
		return MaxPage, at(f, fmt.Sprintf("Ask %q for 0 to %d rows with %s.", def.Name, MaxPage, pagers(def)))
	}
	return max(n, 1), nil
}

func pagers(def *ast.FieldDefinition) string {
	if def.Arguments.ForName("last") == nil {
		return "first"
	}
	return "first or last"
}

// number is the value of a whole-number argument, from the query, the variables or a default. It reports false when
// there is none or null. What is no number counts as one that is too large.
func (s *scale) number(def *ast.FieldDefinition, f *ast.Field, name string) (int, bool) {
	argument := def.Arguments.ForName(name)
	if argument == nil {
		return 0, false
	}
	if given := f.Arguments.ForName(name); given != nil {
		if given.Value.Kind != ast.Variable {
			return literal(given.Value)
		}
		if value, ok := s.variables[given.Value.Raw]; ok {
			return whole(value)
		}
		if v := s.op.VariableDefinitions.ForName(given.Value.Raw); v != nil && v.DefaultValue != nil {
			return literal(v.DefaultValue)
		}
	}
	if argument.DefaultValue == nil {
		return 0, false
	}
	return literal(argument.DefaultValue)
}

func literal(v *ast.Value) (int, bool) {
	if v.Kind == ast.NullValue {
		return 0, false
	}
	n, err := strconv.Atoi(v.Raw)
	if err != nil || v.Kind != ast.IntValue {
		return MaxPage + 1, true
	}
	return n, true
}

// whole reads a number as JSON decoders and Go callers give it.
func whole(value any) (int, bool) {
	switch v := value.(type) {
	case nil:
		return 0, false
	case json.Number:
		if n, err := strconv.Atoi(v.String()); err == nil {
			return n, true
		}
	case string:
		if n, err := strconv.Atoi(v); err == nil {
			return n, true
		}
	case int:
		return v, true
	case int64:
		return int(v), true
	case float64:
		if n := int(v); float64(n) == v {
			return n, true
		}
	}
	return MaxPage + 1, true
}

// length is the number of entries of a list argument, at most MaxPage.
func (s *scale) length(given *ast.Argument) (int, *gqlerror.Error) {
	if given == nil {
		return 1, nil
	}
	n := 1
	switch given.Value.Kind {
	case ast.ListValue:
		n = len(given.Value.Children)
	case ast.Variable:
		if list, ok := s.variables[given.Value.Raw].([]any); ok {
			n = len(list)
		} else if v := s.op.VariableDefinitions.ForName(given.Value.Raw); v != nil && v.DefaultValue != nil {
			n = len(v.DefaultValue.Children)
		}
	}
	if n > MaxPage {
		return MaxPage, refuse(badInput, fmt.Sprintf("At most %d ids are allowed at once.", MaxPage))
	}
	return max(n, 1), nil
}

// argumentsFlaw looks for values that no field can use: the character NUL, which PostgreSQL cannot store, and numbers
// beyond 64 bits, on which the executor would panic.
func (s *scale) argumentsFlaw(f *ast.Field) *gqlerror.Error {
	for _, argument := range f.Arguments {
		if flaw := valueFlaw(argument.Value); flaw != nil {
			return flaw
		}
	}
	return nil
}

func (s *scale) variablesFlaw() *gqlerror.Error {
	for _, v := range s.op.VariableDefinitions {
		if flaw := valueFlaw(v.DefaultValue); flaw != nil {
			return flaw
		}
	}
	if holdsNUL(s.variables) {
		return nulFlaw()
	}
	return nil
}

func valueFlaw(v *ast.Value) *gqlerror.Error {
	if v == nil {
		return nil
	}
	switch v.Kind {
	case ast.StringValue, ast.BlockValue:
		if strings.ContainsRune(v.Raw, 0) {
			return nulFlaw()
		}
	case ast.IntValue:
		if _, err := strconv.ParseInt(v.Raw, 10, 64); err != nil {
			return refuse(badInput, "A number in this query is too large.")
		}
	case ast.FloatValue:
		if _, err := strconv.ParseFloat(v.Raw, 64); err != nil {
			return refuse(badInput, "A number in this query is too large.")
		}
	}
	for _, child := range v.Children {
		if flaw := valueFlaw(child.Value); flaw != nil {
			return flaw
		}
	}
	return nil
}

func holdsNUL(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.ContainsRune(v, 0)
	case []any:
		for _, entry := range v {
			if holdsNUL(entry) {
				return true
			}
		}
	case map[string]any:
		for name, entry := range v {
			if holdsNUL(name) || holdsNUL(entry) {
				return true
			}
		}
	}
	return false
}

func nulFlaw() *gqlerror.Error {
	return refuse(badInput, "Text must not contain the NUL character.")
}
