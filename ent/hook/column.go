package hook

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"entgo.io/ent"
)

// values are the fields of a row as JSON, without the silent ones and without what is marked sensitive.
func (w *writer) values(value ent.Value) (map[string]json.RawMessage, error) {
	row := reflect.Indirect(reflect.ValueOf(value))
	fields := map[string]json.RawMessage{}
	for _, c := range columnsOf(row.Type()) {
		is := row.Field(c.at)
		if w.silent[c.name] || c.omitsEmpty && empty(is) {
			continue
		}
		text, err := literal(is.Interface())
		if err != nil {
			return nil, err
		}
		fields[c.name] = text
	}
	return fields, nil
}

// literal is json.Marshal, at once for what needs no look at its type.
func literal(value any) ([]byte, error) {
	switch value := value.(type) {
	case int64:
		return strconv.AppendInt(nil, value, 10), nil
	case string:
		if !strings.ContainsFunc(value, escaped) {
			return append(append(append(make([]byte, 0, len(value)+2), '"'), value...), '"'), nil
		}
	}
	return json.Marshal(value)
}

// escaped reports what may stand in JSON otherwise than it is.
func escaped(r rune) bool {
	return r < ' ' || r >= 0x7f || r == '"' || r == '\\' || r == '<' || r == '>' || r == '&'
}

// object is json.Marshal for fields whose names need no escape and whose values are what json.Marshal wrote.
func object(fields map[string]json.RawMessage) []byte {
	size, names := 2, make([]string, 0, len(fields))
	for name, value := range fields {
		size, names = size+len(name)+len(value)+4, append(names, name)
	}
	slices.Sort(names)
	text := append(make([]byte, 0, size), '{')
	for i, name := range names {
		if i > 0 {
			text = append(text, ',')
		}
		text = append(append(append(text, '"'), name...), '"', ':')
		text = append(text, fields[name]...)
	}
	return append(text, '}')
}

// empty is what the standard library leaves out: no structure, such as a time, is.
func empty(is reflect.Value) bool {
	switch is.Kind() {
	case reflect.Slice, reflect.Map:
		return is.Len() == 0
	case reflect.Struct:
		return false
	}
	return is.IsZero()
}

// column is a field of a row that its JSON has: what is marked as sensitive has no name there.
type column struct {
	at         int
	name       string
	omitsEmpty bool
}

// columns are those of each kind of row that was journalled.
var columns sync.Map

func columnsOf(row reflect.Type) []column {
	if known, ok := columns.Load(row); ok {
		return known.([]column)
	}
	var all []column
	for i := range row.NumField() {
		name, more, _ := strings.Cut(row.Field(i).Tag.Get("json"), ",")
		if row.Field(i).IsExported() && name != "" && name != "-" {
			all = append(all, column{i, name, strings.Contains(more, "omitempty")})
		}
	}
	columns.Store(row, all)
	return all
}

// hideSensitive takes out what the schema marks as sensitive: that it changed is written down, what it was is not.
func hideSensitive(value ent.Value, lists ...map[string]json.RawMessage) {
	shown := columnsOf(reflect.Indirect(reflect.ValueOf(value)).Type())
	for _, list := range lists {
		maps.DeleteFunc(list, func(name string, _ json.RawMessage) bool {
			return !slices.ContainsFunc(shown, func(c column) bool { return c.name == name })
		})
	}
}
