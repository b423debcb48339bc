package sheet

import (
	"context"
	"slices"
	"strings"
)

// maxPeeked is into how many sheets is looked, and maxPeek how far in bytes, to tell those that hold nothing.
const maxPeeked, maxPeek = 16, 1 << 20

// find finds the sheet: the one called Users, as in our own files, else the first that is not hidden and holds something.
func (b *book) find(ctx context.Context) error {
	if foreign := b.foreign(); foreign != nil {
		return foreign
	}
	main := "xl/workbook.xml"
	roots, err := b.relations(ctx, "")
	if err != nil {
		return err
	}
	for _, r := range roots {
		if r.kind == "officeDocument" {
			main = r.target
		}
	}
	related, err := b.relations(ctx, main)
	if err != nil {
		return err
	}
	for _, r := range related {
		switch r.kind {
		case "sharedStrings":
			b.shared = r.target
		case "styles":
			b.styles = r.target
		}
	}
	return b.choose(ctx, main, related)
}

// foreign says what the package is, if it is something else that comes as one.
func (b *book) foreign() error {
	for part, sentence := range map[string]string{
		"mimetype":           "This is an OpenDocument file. Save it as XLSX.",
		"index/document.iwa": "This is a Numbers file. Export it as Excel (XLSX).",
		"xl/workbook.bin":    "This is an XLSB file. Save it as XLSX.",
		"word/document.xml":  "This is a Word document. Save the table as XLSX.",
	} {
		if b.parts[part] != nil {
			return bad("%s", sentence)
		}
	}
	return nil
}

// summary is a sheet that Numbers puts before the others.
const summary = "Export Summary"

// named is a sheet that nobody hid.
type named struct{ title, part string }

// choose reads the workbook and takes its sheet.
func (b *book) choose(ctx context.Context, main string, related []relation) error {
	sheets, err := b.sheets(ctx, main, related)
	if err != nil {
		return err
	}
	if len(sheets) == 0 {
		return bad("This workbook has no sheet that can be read.")
	}
	var some []named
	for i, one := range sheets {
		switch holds, err := i >= maxPeeked || b.peek(ctx, one.part), ctx.Err(); {
		case err != nil:
			return err
		case holds && one.title != summary:
			some = append(some, one)
		}
	}
	taken, users := sheets[0], func(one named) bool { return strings.EqualFold(one.title, "Users") }
	if len(some) > 0 {
		taken = some[max(slices.IndexFunc(some, users), 0)]
	}
	b.title, b.sheet, b.others = taken.title, taken.part, max(len(some)-1, 0)
	return nil
}

// sheets are those that nobody hid, as the workbook lists them.
func (b *book) sheets(ctx context.Context, main string, related []relation) (all []named, err error) {
	targets := map[string]string{}
	for _, r := range related {
		if r.kind == "worksheet" && b.parts[strings.ToLower(r.target)] != nil {
			targets[r.id] = r.target
		}
	}
	err = b.small(ctx, main, func(s *scanner) error {
		for seen := 0; ; {
			kind, err := s.next()
			if err != nil || kind == atEnd {
				return err
			}
			switch {
			case kind == opening && string(s.name) == "workbookPr":
				b.date1904 = s.yes("date1904")
			case kind == opening && string(s.name) == "sheet":
				if seen++; seen > maxParts {
					return tooManyParts()
				}
				name := string(unescape(nil, s.attribute("name")))
				state := string(s.attribute("state"))
				if target := targets[string(s.attribute("id"))]; target != "" && state != "hidden" && state != "veryHidden" {
					all = append(all, named{name, target})
				}
			}
		}
	})
	return all, err
}

// peek reports a sheet that holds something, or whose beginning does not say.
func (b *book) peek(ctx context.Context, part string) bool {
	in, err := b.open(ctx, part, maxPeek)
	if err != nil {
		return true
	}
	defer in.Close()
	for s := scan(in); ; {
		kind, err := s.next()
		switch name := string(s.name); {
		case err != nil:
			return true
		case kind == atEnd, kind == closing && name == "sheetData":
			return false
		case kind == opening && !s.empty && (name == "v" || name == "f" || name == "t"):
			return true
		}
	}
}
