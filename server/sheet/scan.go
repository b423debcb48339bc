package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// piece is what a scanner finds next in a part.
type piece int

const (
	atEnd piece = iota
	opening
	closing
	words
)

// maxTag bounds one tag with its attributes, in bytes.
const maxTag = 1 << 16

// scanner reads the XML of a part as a stream, without a tree and without what no spreadsheet needs: it knows no
// definitions of types, so there is nothing that entities could grow into. What it returns is good until next is called.
type scanner struct {
	in       io.Reader
	buffer   []byte
	from, to int
	ended    bool

	// name is the element's without its prefix; empty says that an opening one has no inside.
	name, attributes []byte
	empty            bool
	// words are text as it is written, entities and all, unless plain.
	words []byte
	plain bool
}

func scan(in io.Reader) *scanner { return &scanner{in: in, buffer: make([]byte, 64<<10)} }

// more reads on behind what is there; it makes room by forgetting what was passed.
func (s *scanner) more() error {
	if s.ended {
		return errBroken
	}
	if s.from > 0 {
		copy(s.buffer, s.buffer[s.from:s.to])
		s.to -= s.from
		s.from = 0
	}
	if s.to == len(s.buffer) {
		if len(s.buffer) >= 4*maxCell {
			return errBroken
		}
		s.buffer = append(s.buffer, make([]byte, len(s.buffer))...)
	}
	n, err := s.in.Read(s.buffer[s.to:])
	s.to += n
	if errors.Is(err, io.EOF) {
		s.ended = true
		return nil
	}
	return err
}

var errBroken = bad("This file is damaged: it cannot be read to its end.")

// next finds the next tag or text.
func (s *scanner) next() (piece, error) {
	for {
		for s.from == s.to {
			if s.ended {
				return atEnd, nil
			}
			if err := s.more(); err != nil {
				return atEnd, err
			}
		}
		if s.buffer[s.from] != '<' {
			return words, s.text()
		}
		kind, err := s.tag()
		if err != nil || kind != atEnd {
			return kind, err
		}
	}
}

// text takes what stands before the next tag.
func (s *scanner) text() error {
	for seen := 0; ; {
		if i := bytes.IndexByte(s.buffer[s.from+seen:s.to], '<'); i >= 0 || s.ended {
			end := s.to
			if i >= 0 {
				end = s.from + seen + i
			}
			s.words, s.plain = s.buffer[s.from:end], false
			s.from = end
			return nil
		}
		seen = s.to - s.from
		if err := s.more(); err != nil {
			return err
		}
	}
}

// tag takes a tag, or passes over what says nothing: then it returns atEnd.
func (s *scanner) tag() (piece, error) {
	for s.to-s.from < 9 && !s.ended {
		if err := s.more(); err != nil {
			return atEnd, err
		}
	}
	switch rest := s.buffer[s.from:s.to]; {
	case bytes.HasPrefix(rest, []byte("<!--")):
		_, err := s.until("-->")
		return atEnd, err
	case bytes.HasPrefix(rest, []byte("<?")):
		_, err := s.until("?>")
		return atEnd, err
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		inside, err := s.until("]]>")
		if err != nil {
			return atEnd, err
		}
		s.words, s.plain = inside[len("<![CDATA["):], true
		return words, nil
	case bytes.HasPrefix(rest, []byte("<!")):
		return atEnd, bad("This file has definitions that no spreadsheet needs, so it is not read.")
	}
	inside, err := s.element()
	if err != nil || len(inside) == 0 {
		return atEnd, errors.Join(err, broken(len(inside) == 0))
	}
	kind := opening
	if inside[0] == '/' {
		kind, inside = closing, inside[1:]
	}
	if s.empty = kind == opening && inside[len(inside)-1] == '/'; s.empty {
		inside = inside[:len(inside)-1]
	}
	s.name, s.attributes = inside, nil
	if i := bytes.IndexAny(inside, " \t\r\n"); i >= 0 {
		s.name, s.attributes = inside[:i], inside[i:]
	}
	if i := bytes.IndexByte(s.name, ':'); i >= 0 {
		s.name = s.name[i+1:]
	}
	return kind, nil
}

func broken(is bool) error {
	if is {
		return errBroken
	}
	return nil
}

// until takes what stands before a mark, and passes over both.
func (s *scanner) until(mark string) ([]byte, error) {
	for seen := 0; ; {
		if i := bytes.Index(s.buffer[s.from+seen:s.to], []byte(mark)); i >= 0 {
			inside := s.buffer[s.from : s.from+seen+i]
			s.from += seen + i + len(mark)
			return inside, nil
		}
		seen = max(s.to-s.from-len(mark), 0)
		if err := s.more(); err != nil {
			return nil, err
		}
	}
}

// element takes what stands between < and the > that ends it, which is none in quotes.
func (s *scanner) element() ([]byte, error) {
	quote := byte(0)
	for i := s.from + 1; ; i++ {
		if i-s.from > maxTag {
			return nil, errBroken
		}
		if i == s.to {
			seen := i - s.from
			if err := s.more(); err != nil {
				return nil, err
			}
			if i = s.from + seen; i == s.to {
				i--
				if s.ended {
					return nil, errBroken
				}
				continue
			}
		}
		switch b := s.buffer[i]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			inside := s.buffer[s.from+1 : i]
			s.from = i + 1
			return inside, nil
		}
	}
}

// attribute is the value of one attribute, by its name without a prefix; nil where there is none.
func (s *scanner) attribute(name string) []byte {
	rest := s.attributes
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:eq])
		if i := bytes.IndexByte(key, ':'); i >= 0 {
			key = key[i+1:]
		}
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : 1+end]
		}
		rest = rest[end+2:]
	}
}

// number is an attribute that is a whole number from 0; ok is false for one that is none.
func (s *scanner) number(name string) (n int, ok bool) {
	value := s.attribute(name)
	if len(value) == 0 || len(value) > 9 {
		return 0, false
	}
	for _, b := range value {
		if b < '0' || b > '9' {
			return 0, false
		}
		n = n*10 + int(b-'0')
	}
	return n, true
}

// yes reads an attribute that is true or false.
func (s *scanner) yes(name string) bool {
	value := string(s.attribute(name))
	return value == "1" || value == "true"
}

// unescape appends text to into, each entity as its character. An unknown one stays as it is written.
func unescape(into, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(into, text...)
		}
		into = append(into, text[:i]...)
		text = text[i:]
		end := bytes.IndexByte(text[:min(len(text), 12)], ';')
		if end < 0 {
			into, text = append(into, '&'), text[1:]
			continue
		}
		r, known := entity(string(text[1:end]))
		if !known {
			into = append(into, text[:end+1]...)
		} else {
			into = utf8.AppendRune(into, r)
		}
		text = text[end+1:]
	}
}

var entities = map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

func entity(name string) (rune, bool) {
	if r, ok := entities[name]; ok {
		return r, true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	code, err := strconv.ParseInt(digits, base, 32)
	return rune(code), err == nil && utf8.ValidRune(rune(code))
}
