package hook

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
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
		text, err := json.Marshal(is.Interface())
		if err != nil {
			return nil, err
		}
		fields[c.name] = text
	}
	return fields, nil
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
