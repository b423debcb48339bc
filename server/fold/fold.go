// Package fold brings text into the forms that comparing, ordering and searching need, the same on both databases
// and in any language. It imports nothing of ours.
package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Clean is how text is kept: NFC, without spaces at its ends, and without control characters other than line
// breaks and tabs (which stay only where multiline is meant, see Line).
func Clean(s string) string {
	if plain(s) {
		return strings.TrimSpace(s)
	}
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if r == unicode.ReplacementChar || unicode.IsControl(r) || isBidiControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.TrimSpace(norm.NFC.String(s))
}

// plain reports text of spaces and visible ASCII characters alone, which is composed as it should be. Most text is, and an
// import asks a million times.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Line is Clean for a single line: every run of white space becomes one space.
func Line(s string) string {
	if s = Clean(s); plain(s) && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// Key is the canonical form of an identity: NFKC, case-folded, trimmed. Two spellings of one address share it.
func Key(s string) string {
	if plain(s) {
		return strings.TrimSpace(strings.ToLower(s))
	}
	// Folding can undo the composition, so normalise again; the second round makes it idempotent.
	return strings.TrimSpace(norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s))))
}

// Text is the form that search compares: Key without the accents of Latin, Greek and Cyrillic letters, so that
// "akesson" finds "Åkesson". Marks that make another letter, as in Japanese, stay.
func Text(s string) string {
	key := Key(Line(s))
	if plain(key) {
		return key
	}
	decomposed := norm.NFD.String(key)
	bare := strings.Map(func(r rune) rune {
		if r >= 0x0300 && r <= 0x036f {
			return -1
		}
		return r
	}, decomposed)
	return norm.NFC.String(bare)
}

// maxSort bounds a sort key, in bytes: what is alike for so long is settled by the id. An index entry of
// PostgreSQL takes at most 2,704 bytes.
const maxSort = 240

// Sort is the sort key of one or more values, the first deciding. It is empty only if the first value is, and then
// sorts last in every list.
func Sort(values ...string) []byte {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = Text(v)
	}
	return SortTexts(texts...)
}

// SortTexts is Sort for values that Text has folded already.
func SortTexts(texts ...string) []byte {
	if texts[0] == "" {
		return []byte{}
	}
	key := make([]byte, 0, 48)
	for i, text := range texts {
		if i > 0 {
			key = append(key, 0)
		}
		key = append(key, text...)
	}
	if len(key) > maxSort {
		key = key[:maxSort]
	}
	return key
}

// Digits is a phone number without its punctuation.
func Digits(s string) string {
	if !plain(s) {
		s = norm.NFKC.String(s)
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// Invisible reports a character that changes a name without being seen. No address or login name holds one.
func Invisible(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Co) }

// isBidiControl reports the invisible characters that make text read otherwise than it is stored.
func isBidiControl(r rune) bool {
	return r == 0x061c || r == 0x200e || r == 0x200f || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069)
}

// Veil stands in a searched text before what not everybody may search.
const Veil = "\x1f"
