package sheet

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// mask is how a cell shows a whole number whose digits stand among other characters, as phone numbers do: 0#" "##" "##.
type mask struct {
	// text has 0 and # at its places for digits, and a backslash before each other character. Empty, the digits stand alone.
	text   string
	places int
	// sign and limit are for which numbers it is, such as <= 9999999; all for no sign. Others have the next one.
	sign  string
	limit float64
	next  *mask
}

const (
	// maxMask bounds the text of a mask, and maxSections how many there are, so that a million cells are laid in little time.
	maxMask, maxSections = 96, 3
)

// described is the look that a description gives (ECMA-376, 18.8.31).
func described(code string) look {
	first, rest := readSection(code)
	if first.day || first.time || first.minutes {
		return look{day: first.day || !first.time, time: first.time}
	}
	l := look{mask: first.mask()}
	for last, sections := l.mask, 1; last != nil && last.sign != "" && rest != "" && sections < maxSections; sections++ {
		first, rest = readSection(rest)
		last.next = first.mask()
		last = last.next
	}
	if m := l.mask; m != nil && m.text == "" && m.sign == "" {
		l.mask = nil
	}
	return l
}

// section is a part of a description, for some numbers.
type section struct {
	day, time, minutes bool
	text               []byte
	digits             int
	// odd: it has more than digits and what stands among them, such as fractions.
	odd   bool
	sign  string
	limit float64
}

// readSection reads the section that a description begins with, and returns what stands behind it.
func readSection(code string) (s section, rest string) {
	for code != "" {
		if general := "general"; len(code) >= len(general) && strings.EqualFold(code[:len(general)], general) {
			s.digit('0')
			code = code[len(general):]
			continue
		}
		r, size := utf8.DecodeRuneInString(code)
		code = code[size:]
		switch r {
		case ';':
			return s, code
		case '"':
			inside, after, _ := strings.Cut(code, `"`)
			s.literal(inside)
			code = after
		case '[':
			inside, after, _ := strings.Cut(code, "]")
			s.box(inside)
			code = after
		case '\\', '_', '*': // a character as it is; a space as wide as one; one that fills the cell
			_, size = utf8.DecodeRuneInString(code)
			if r == '\\' {
				s.literal(code[:size])
			}
			code = code[size:]
		default:
			s.character(r)
		}
	}
	return s, ""
}

// character takes what stands in a section without quotes.
func (s *section) character(r rune) {
	switch {
	case r == '0' || r == '#':
		s.digit(byte(r))
	case strings.ContainsRune("yYdD", r):
		s.day = true
	case strings.ContainsRune("hHsS", r):
		s.time = true
	case r == 'm' || r == 'M':
		s.minutes = true
	case strings.ContainsRune(" +-()$!^&'~{}<>=:", r) || r >= utf8.RuneSelf:
		s.literal(string(r))
	default: // such as the point before decimals, or the comma between thousands
		s.odd = true
	}
}

func (s *section) digit(b byte) {
	s.text = append(s.text, b)
	s.digits++
}

func (s *section) literal(text string) {
	for _, r := range text {
		s.text = utf8.AppendRune(append(s.text, '\\'), r)
	}
}

// box takes what stands in brackets: elapsed time, a condition, or a currency and a language. Others are colours and digits.
func (s *section) box(inside string) {
	lower := strings.ToLower(inside)
	switch {
	case lower != "" && strings.Trim(lower, lower[:1]) == "" && strings.Contains("hms", lower[:1]):
		s.time = true
	case strings.HasPrefix(inside, "$"):
		currency, _, _ := strings.Cut(inside[1:], "-")
		s.literal(currency)
	case strings.HasPrefix(inside, "<") || strings.HasPrefix(inside, ">") || strings.HasPrefix(inside, "="):
		number := strings.TrimLeft(inside, "<>=")
		limit, err := strconv.ParseFloat(number, 64)
		s.sign, s.limit, s.odd = inside[:len(inside)-len(number)], limit, s.odd || err != nil
	}
}

// mask is the section as one; nil for what is none.
func (s *section) mask() *mask {
	if s.odd || s.digits == 0 || len(s.text) > maxMask || s.day || s.time || s.minutes {
		if s.sign == "" {
			return nil
		}
		s.text = nil
	}
	if len(s.text) == 1 {
		s.text = nil
	}
	return &mask{text: string(s.text), places: s.digits, sign: s.sign, limit: s.limit}
}

// lay lays the digits of n into the mask, from the right. Where the mask has fewer places, the first takes what is left.
func (m *mask) lay(digits []byte, n float64) []byte {
	for m != nil && !m.holds(n) {
		m = m.next
	}
	if m == nil || m.text == "" {
		return digits
	}
	out, places, first := make([]byte, 0, len(m.text)+len(digits)), m.places, true
	for text := m.text; text != ""; {
		if text[0] == '\\' {
			_, size := utf8.DecodeRuneInString(text[1:])
			out, text = append(out, text[1:1+size]...), text[1+size:]
			continue
		}
		switch {
		case first && len(digits) > places:
			out = append(out, digits[:len(digits)-places+1]...)
		case len(digits) >= places:
			out = append(out, digits[len(digits)-places])
		case text[0] == '0':
			out = append(out, '0')
		}
		text, places, first = text[1:], places-1, false
	}
	return out
}

// holds reports that the mask is for a number.
func (m *mask) holds(n float64) bool {
	switch m.sign {
	case "<":
		return n < m.limit
	case "<=":
		return n <= m.limit
	case ">":
		return n > m.limit
	case ">=":
		return n >= m.limit
	case "=":
		return n == m.limit
	case "<>":
		return n != m.limit
	}
	return true
}
