package sheet

import (
	"bytes"
	"context"
	"strconv"
	"unicode/utf8"
)

// texts are the shared strings of a workbook: bytes in large chunks, since there may be millions.
type texts struct {
	chunks [][]byte
	// places are where each begins and ends: chunk, start and length, in chunks of their own.
	places [][]place
	count  int
	read   bool
}

type place struct {
	chunk  uint16
	length uint32
	start  uint32
}

const (
	chunkSize  = 1 << 20
	placesEach = 1 << 12
	placeSize  = 12
)

// add keeps a text.
func (t *texts) add(text []byte) error {
	last := len(t.chunks) - 1
	if last < 0 || cap(t.chunks[last])-len(t.chunks[last]) < len(text) {
		t.chunks = append(t.chunks, make([]byte, 0, max(chunkSize, len(text))))
		last++
	}
	if t.count%placesEach == 0 {
		t.places = append(t.places, make([]place, 0, placesEach))
	}
	if (last+1)*chunkSize+t.count*placeSize > maxShared {
		return bad("This file has more different texts than can be held at once. Save it as CSV, or split it.")
	}
	p := &t.places[len(t.places)-1]
	*p = append(*p, place{uint16(last), uint32(len(text)), uint32(len(t.chunks[last]))})
	t.chunks[last] = append(t.chunks[last], text...)
	t.count++
	return nil
}

// at is a text by its number; nil for one that is not there.
func (t *texts) at(n int) []byte {
	if n < 0 || n >= t.count {
		return nil
	}
	p := t.places[n/placesEach][n%placesEach]
	return t.chunks[p.chunk][p.start : p.start+p.length]
}

// readShared reads the shared strings, once.
func (b *book) readShared(ctx context.Context) error {
	if b.shared == "" || b.texts.read {
		return nil
	}
	in, err := b.open(ctx, b.shared, maxInflated)
	if err != nil {
		return err
	}
	defer in.Close()
	s, text := scan(in), []byte(nil)
	for {
		kind, err := s.next()
		if err != nil || kind == atEnd {
			b.texts.read = err == nil
			return err
		}
		if kind != opening || string(s.name) != "si" {
			continue
		}
		if text, err = s.rich(text[:0], "si"); err != nil {
			return err
		}
		if err := b.texts.add(text); err != nil {
			return err
		}
	}
}

// rich appends the text of an element that holds one, plain or in runs of different looks. How it is pronounced is left
// out.
func (s *scanner) rich(into []byte, name string) ([]byte, error) {
	if s.empty {
		return into, nil
	}
	start, inText, aside := len(into), false, 0
	for {
		kind, err := s.next()
		if err != nil {
			return into, err
		}
		switch {
		case kind == atEnd:
			return into, errBroken
		case kind == opening && string(s.name) == "t":
			inText = !s.empty
		case kind == closing && string(s.name) == "t":
			inText = false
		case kind == opening && string(s.name) == "rPh" && !s.empty:
			aside++
		case kind == closing && string(s.name) == "rPh":
			aside--
		case kind == closing && string(s.name) == name:
			return unwrap(into, start), nil
		case kind == words && inText && aside == 0:
			into = s.take(into)
		}
		if len(into)-start > maxCell {
			return into, bad("A cell of this file is longer than a cell can be.")
		}
	}
}

// take appends the words that were found.
func (s *scanner) take(into []byte) []byte {
	if s.plain {
		return append(into, s.words...)
	}
	return unescape(into, s.words)
}

// unwrap turns what stands for a character that XML cannot hold, such as _x000D_, into the character, in place.
func unwrap(text []byte, start int) []byte {
	if !bytes.Contains(text[start:], []byte("_x")) {
		return text
	}
	out := text[:start]
	for rest := bytes.Clone(text[start:]); len(rest) > 0; {
		if len(rest) >= 7 && rest[0] == '_' && rest[1] == 'x' && rest[6] == '_' {
			if code, err := strconv.ParseUint(string(rest[2:6]), 16, 16); err == nil && utf8.ValidRune(rune(code)) {
				out, rest = utf8.AppendRune(out, rune(code)), rest[7:]
				continue
			}
		}
		out, rest = append(out, rest[0]), rest[1:]
	}
	return out
}
