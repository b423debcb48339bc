package secret

import (
	_ "embed"
	"errors"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A password has 8 to 128 characters (Unicode code points after NFKC).
const (
	MinPassword = 8
	MaxPassword = 128
)

// Why CheckPassword refuses a password.
var (
	ErrTooShort  = errors.New("a password has at least 8 characters")
	ErrTooLong   = errors.New("a password has at most 128 characters")
	ErrEdgeSpace = errors.New("a password does not begin or end with a space")
	ErrTooCommon = errors.New("this password is too easy to guess")
)

const (
	// maxDecoration is how many digits and signs around a common word do not make it uncommon: "Summer2026!".
	maxDecoration = 5
	// minPersonal is the shortest part of a name or address that counts as personal.
	minPersonal = 3
	// minBesidePersonal is how much a password needs beside what is personal.
	minBesidePersonal = 6
	// maxRepeated is the longest piece whose repetition makes up no password: "abcdabcd".
	maxRepeated = 4
)

//go:embed common.txt
var commonText string

var common = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool)
	for word := range strings.Lines(commonText) {
		words[strings.TrimSpace(word)] = true
	}
	return words
})

// CheckPassword says whether a password may be chosen: 8 to 128 characters, no space at its ends, not a common
// password or a common word with a few digits, no run or repetition, and not made of the personal texts: names,
// addresses, the company. No kind of character is required (NIST SP 800-63B). The error is ErrTooShort, ErrTooLong,
// ErrEdgeSpace or ErrTooCommon.
func CheckPassword(password string, personal ...string) error {
	password = norm.NFKC.String(password)
	length := utf8.RuneCountInString(password)
	switch {
	case strings.TrimSpace(password) != password:
		return ErrEdgeSpace
	case length < MinPassword:
		return ErrTooShort
	case length > MaxPassword:
		return ErrTooLong
	}
	folded := fold(password)
	if isCommon(folded) || isPattern([]rune(folded)) || isPersonal(folded, personal) {
		return ErrTooCommon
	}
	return nil
}

func fold(s string) string { return cases.Fold().String(norm.NFKC.String(s)) }

// disguises are the usual stand-ins for letters, undone in one pass.
var disguises = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s", "!", "i")

func isCommon(folded string) bool {
	if known(folded) {
		return true
	}
	bare := strings.TrimFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
	return len(folded)-len(bare) <= maxDecoration && known(bare)
}

func known(word string) bool {
	return word != "" && (common()[word] || common()[disguises.Replace(word)])
}

// isPattern reports a run ("23456789", "hgfedcba") or a repetition of a short piece ("aaaaaaaa", "12341234").
func isPattern(runes []rune) bool {
	return isRun(runes, 1) || isRun(runes, -1) || isRepetition(runes)
}

func isRun(runes []rune, step rune) bool {
	for i := 1; i < len(runes); i++ {
		if runes[i]-runes[i-1] != step {
			return false
		}
	}
	return true
}

func isRepetition(runes []rune) bool {
	for size := 1; size <= maxRepeated; size++ {
		if slices.Equal(runes[size:], runes[:len(runes)-size]) {
			return true
		}
	}
	return false
}

// isPersonal takes the personal parts out of the password and reports whether too little is left.
func isPersonal(folded string, personal []string) bool {
	rest := folded
	for _, part := range personalParts(personal) {
		rest = strings.ReplaceAll(rest, part, "")
	}
	return rest != folded && utf8.RuneCountInString(rest) < minBesidePersonal
}

// personalParts are the personal texts and their words, longest first so that a short one does not split a long one. The
// last label of a domain ("com") is nobody's.
func personalParts(personal []string) []string {
	var parts []string
	for _, text := range personal {
		text = fold(strings.TrimSpace(text))
		if utf8.RuneCountInString(text) >= minPersonal {
			parts = append(parts, text)
		}
		if at := strings.LastIndexByte(text, '@'); at >= 0 {
			if dot := strings.LastIndexByte(text, '.'); dot > at {
				text = text[:dot]
			}
		}
		for _, part := range strings.FieldsFunc(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
		}) {
			if utf8.RuneCountInString(part) >= minPersonal {
				parts = append(parts, part)
			}
		}
	}
	slices.SortFunc(parts, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(parts)
}
