package mail

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// maxDepth is how deep conditions may stand in each other.
const maxDepth = 5

// maxVariables is how often one part may name variables.
const maxVariables = 500

// Marks stand in the HTML that is looked at in the place of what is filled in: they are characters of private use, which no
// source may have.
const (
	markIf   = '\uE000'
	markElse = '\uE001'
	markEnd  = '\uE002'
	// markFirst and the ones behind it stand for the variables in names, each time that one is named.
	markFirst = '\uE100'
)

// reading is one part of an email while it is read.
type reading struct {
	part, source string
	known        []Variable
	tree         *parse.Tree
	// flat is the source with marks in the place of what is filled in; texts are where its texts stand in the source.
	flat  strings.Builder
	texts []place
	// names are the variables in the order of their marks.
	names []string
	// shown are those that are always shown.
	shown    map[string]bool
	problems []Problem
}

// place says that what begins at one offset of the flat text begins at another of the source.
type place struct{ flat, source int }

// read takes a part apart. What is not of the language of Words becomes a problem.
func read(kind, part, source string) *reading {
	r := &reading{part: part, source: source, known: Variables(kind), shown: map[string]bool{}}
	if part == Subject {
		r.known = slices.DeleteFunc(r.known, func(v Variable) bool { return v.IsSecret })
	}
	if strings.ContainsFunc(source, func(c rune) bool { return c >= '\uE000' && c <= '\uF8FF' || c >= '\U000F0000' || c == utf8.RuneError }) {
		r.refuse(0, "It has a character that no program shows.")
		return r
	}
	r.tree = parse.New(part)
	r.tree.Mode = parse.SkipFuncCheck
	trees := map[string]*parse.Tree{}
	if _, err := r.tree.Parse(source, "{{", "}}", trees); err != nil {
		r.refuse(lineIn(err), "What stands between {{ and }} is not understood. Write {{name}}, or {{if name}}…{{else}}…{{end}}.")
		return r
	}
	for _, other := range trees {
		if other != r.tree {
			r.refuse(0, "It defines another template. Only variables and conditions are understood.")
			return r
		}
	}
	r.list(r.tree.Root, 0)
	if len(r.names) > maxVariables {
		r.refuse(0, fmt.Sprintf("It names variables more than %d times.", maxVariables))
	}
	return r
}

var inLine = regexp.MustCompile(`^template: [^:]*:(\d+)`)

// lineIn is the line that the parser complains of.
func lineIn(err error) int {
	found := inLine.FindStringSubmatch(err.Error())
	if found == nil {
		return 0
	}
	line, _ := strconv.Atoi(found[1])
	return line
}

// list reads what stands in a row, and puts the fields of what is filled in into the place of the variables.
func (r *reading) list(list *parse.ListNode, depth int) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.TextNode:
			r.texts = append(r.texts, place{r.flat.Len(), int(node.Pos)})
			r.flat.Write(node.Text)
		case *parse.ActionNode:
			if name := r.variable(node.Pipe, node.Line); name != "" {
				r.flat.WriteRune(markFirst + rune(len(r.names)%maxVariables))
				r.names = append(r.names, name)
				r.shown[name] = r.shown[name] || depth == 0
			}
		case *parse.IfNode:
			r.condition(node, depth+1)
		default:
			r.refuse(r.lineAt(int(node.Position())), "Only {{name}} and {{if name}}…{{else}}…{{end}} are understood.")
		}
	}
}

func (r *reading) condition(node *parse.IfNode, depth int) {
	if depth > maxDepth {
		r.refuse(node.Line, fmt.Sprintf("Conditions stand in each other at most %d deep.", maxDepth))
		return
	}
	r.variable(node.Pipe, node.Line)
	r.flat.WriteRune(markIf)
	r.list(node.List, depth)
	r.flat.WriteRune(markElse)
	r.list(node.ElseList, depth)
	r.flat.WriteRune(markEnd)
}

// variable is the one name that a pipeline consists of, which becomes a field of what is filled in.
func (r *reading) variable(pipe *parse.PipeNode, line int) string {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 1 {
		r.refuse(line, "A variable stands alone between {{ and }}: {{name}}.")
		return ""
	}
	named, is := pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	if !is {
		r.refuse(line, "Between {{ and }} stands the name of a variable: {{name}}.")
		return ""
	}
	if !slices.ContainsFunc(r.known, func(v Variable) bool { return v.Name == named.Ident }) {
		names := make([]string, len(r.known))
		for i, v := range r.known {
			names[i] = v.Name
		}
		r.refuse(line, fmt.Sprintf("Here is no variable {{%s}}. There are: %s.", oneLine(named.Ident, 40), strings.Join(names, ", ")))
		return ""
	}
	pipe.Cmds[0].Args[0] = &parse.FieldNode{NodeType: parse.NodeField, Pos: named.Pos, Ident: []string{named.Ident}}
	return named.Ident
}

// lineAt is the line of an offset in the source, from 1.
func (r *reading) lineAt(source int) int {
	return 1 + strings.Count(r.source[:min(source, len(r.source))], "\n")
}

// lineOf is the line of an offset in the flat text.
func (r *reading) lineOf(flat int) int {
	at := 0
	for _, p := range r.texts {
		if p.flat > flat {
			break
		}
		at = p.source + flat - p.flat
	}
	return r.lineAt(at)
}

// refuse notes what is wrong in a line; 0 is the whole.
func (r *reading) refuse(line int, sentence string) {
	if line > 0 && strings.Contains(r.source, "\n") {
		sentence = fmt.Sprintf("Line %d: %s", line, sentence)
	}
	r.problems = append(r.problems, Problem{Part: r.part, Line: line, Sentence: sentence})
}
