package graph

import (
	"encoding/json"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"

	"github.com/portico-hub/portico/ent/gen/ent/export"
	"github.com/portico-hub/portico/graph/gen"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/transfer"
)

// exportInput is the type whose fields are the options of an Export step.
const exportInput = "StartExportInput"

// ExportOptions reads the options of an Export step: they are what startExport takes, and are checked as that is.
func ExportOptions(options map[string]any) (in transfer.ExportInput, kept map[string]any, err error) {
	schema := gen.NewExecutableSchema(gen.Config{}).Schema()
	asked := &ast.OperationDefinition{Operation: ast.Mutation, VariableDefinitions: ast.VariableDefinitionList{
		{Variable: "options", Type: ast.NonNullNamedType(exportInput, nil), Definition: schema.Types[exportInput]},
	}}
	if options == nil {
		options = map[string]any{}
	}
	read, err := validator.VariableValues(schema, asked, map[string]any{"options": options})
	if err != nil {
		// What the validator says repeats what was sent.
		return in, nil, fault.Refuse(fault.Invalid, nil, "These are no options of an export: filter, columns and format, as startExport takes them.")
	}
	kept = read["options"].(map[string]any)
	if kept["format"] == nil {
		kept["format"] = export.FormatXLSX
	}
	text, err := json.Marshal(kept)
	if err != nil {
		return in, nil, err
	}
	var input gen.StartExportInput
	if err := json.Unmarshal(text, &input); err != nil {
		return in, nil, fault.Refuse(fault.Invalid, nil, "These are no options of an export: a time or a number in them can't be read.")
	}
	in, err = startExport(input)
	if faults, foreseen := fault.All(err); foreseen && len(faults) > 0 {
		for _, f := range faults {
			f.Field = append([]string{"filter"}, slices.Clone(f.Field)...)
		}
		return in, nil, faults
	}
	return in, kept, err
}
