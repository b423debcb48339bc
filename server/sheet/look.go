package sheet

import (
	"bytes"
	"context"
	"math"
	"strconv"
	"strings"
	"time"
)

// look is how a cell shows a number, as far as it says what the number means: a day, a time, or digits in a mask.
type look struct {
	day, time bool
	mask      *mask
}

// builtIn are the looks that have a number and no description (ECMA-376, 18.8.30).
func builtIn(id int) look {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id >= 34 && id <= 36, id >= 50 && id <= 58:
		return look{day: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 33, id >= 45 && id <= 47:
		return look{time: true}
	case id == 22:
		return look{day: true, time: true}
	}
	return look{}
}

// readStyles reads which look each style of a cell has.
func (b *book) readStyles(ctx context.Context) error {
	if b.styles == "" || b.parts[strings.ToLower(b.styles)] == nil {
		return nil
	}
	return b.small(ctx, b.styles, func(s *scanner) error {
		own, inside := map[int]look{}, false
		for {
			kind, err := s.next()
			if err != nil || kind == atEnd {
				return err
			}
			switch name := string(s.name); {
			case kind == opening && name == "numFmt":
				if id, ok := s.number("numFmtId"); ok {
					own[id] = described(string(unescape(nil, s.attribute("formatCode"))))
				}
			case name == "cellXfs":
				inside = kind == opening && !s.empty
			case kind == opening && name == "xf" && inside:
				id, _ := s.number("numFmtId")
				l, ok := own[id]
				if !ok {
					l = builtIn(id)
				}
				b.looks = append(b.looks, l)
			}
		}
	})
}

// number is a number as the cell shows it: a day as 2006-01-02, a time as 15:04:05, a whole number in
// its mask, anything else with all its digits.
func (l look) number(text []byte, date1904 bool) []byte {
	text = bytes.TrimSpace(text)
	if !l.day && !l.time && l.mask == nil && len(text) <= 15 && isWhole(text) {
		return text
	}
	n, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return text
	}
	if (l.day || l.time) && n >= 0 && n < 2_958_466 { // the day after 9999-12-31
		return l.moment(n, date1904)
	}
	if n == math.Trunc(n) && math.Abs(n) < 1e15 {
		digits := strconv.AppendInt(nil, int64(n), 10)
		if n >= 0 {
			return l.mask.lay(digits, n)
		}
		return digits
	}
	return strconv.AppendFloat(nil, n, 'f', -1, 64)
}

func isWhole(text []byte) bool {
	for _, b := range text {
		if b < '0' || b > '9' {
			return false
		}
	}
	return true
}

// moment is a number of days since 1899-12-30, or since 1904-01-01. Excel's 1900 was a leap year: below day 60 it is one off.
func (l look) moment(n float64, date1904 bool) []byte {
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 60:
		start = start.AddDate(0, 0, 1)
	}
	days, rest := math.Modf(n)
	at := start.AddDate(0, 0, int(days)).Add(time.Duration(math.Round(rest*86400)) * time.Second)
	layout := time.DateTime
	switch {
	case !l.time, l.day && at.Hour() == 0 && at.Minute() == 0 && at.Second() == 0:
		layout = time.DateOnly
	case !l.day:
		layout = time.TimeOnly
	}
	return []byte(at.Format(layout))
}
