package fold

import (
	"strings"
	"unicode/utf8"
)

// Limits of a domain name, in bytes (RFC 1035).
const (
	maxDomain = 253
	maxLabel  = 63
)

// Domain is the canonical form of the domain of email addresses: lower-case, in ASCII (RFC 3492), without an @ or a dot at
// its ends. It reports false for what is no domain.
func Domain(s string) (string, bool) {
	name := strings.TrimSuffix(strings.TrimPrefix(Key(Clean(s)), "@"), ".")
	labels := strings.Split(strings.ReplaceAll(name, "\u3002", "."), ".")
	for i, label := range labels {
		if !isASCII(label) {
			label = "xn--" + punycode([]rune(label))
		}
		if !isLabel(label) {
			return "", false
		}
		labels[i] = label
	}
	name = strings.Join(labels, ".")
	return name, len(labels) > 1 && len(name) <= maxDomain && strings.ContainsFunc(labels[len(labels)-1], func(r rune) bool { return r >= 'a' && r <= 'z' })
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

func isLabel(s string) bool {
	odd := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' }
	return s != "" && len(s) <= maxLabel && s[0] != '-' && s[len(s)-1] != '-' && !strings.ContainsFunc(s, odd)
}

// The parameters of Punycode (RFC 3492, section 5).
const (
	punyBase    = 36
	punyLow     = 1
	punyHigh    = 26
	punySkew    = 38
	punyDamp    = 700
	punyBias    = 72
	punyInitial = 128
	punyDigits  = "abcdefghijklmnopqrstuvwxyz0123456789"
)

// punycode writes a label in ASCII (RFC 3492, section 6.3): first what is ASCII, then where the other characters go, by
// code point. Labels longer than a domain can hold are cut: they are refused anyway.
func punycode(label []rune) string {
	label = label[:min(len(label), maxLabel)]
	var out strings.Builder
	for _, r := range label {
		if r < punyInitial {
			out.WriteRune(r)
		}
	}
	basic := out.Len()
	if basic > 0 {
		out.WriteByte('-')
	}
	delta, bias, next := 0, punyBias, rune(punyInitial)
	for done := basic; done < len(label); next++ {
		lowest := rune(utf8.MaxRune)
		for _, r := range label {
			if r >= next && r < lowest {
				lowest = r
			}
		}
		delta += int(lowest-next) * (done + 1)
		next = lowest
		for _, r := range label {
			if r < next {
				delta++
			}
			if r != next {
				continue
			}
			punyNumber(&out, delta, bias)
			bias = punyAdapt(delta, done+1, done == basic)
			delta = 0
			done++
		}
		delta++
	}
	return out.String()
}

// punyNumber writes a number with digits whose weights depend on the bias.
func punyNumber(out *strings.Builder, n, bias int) {
	for k := punyBase; ; k += punyBase {
		threshold := min(max(k-bias, punyLow), punyHigh)
		if n < threshold {
			out.WriteByte(punyDigits[n])
			return
		}
		out.WriteByte(punyDigits[threshold+(n-threshold)%(punyBase-threshold)])
		n = (n - threshold) / (punyBase - threshold)
	}
}

// punyAdapt is the bias for the next number.
func punyAdapt(delta, points int, first bool) int {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / points
	k := 0
	for ; delta > (punyBase-punyLow)*punyHigh/2; k += punyBase {
		delta /= punyBase - punyLow
	}
	return k + (punyBase-punyLow+1)*delta/(delta+punySkew)
}
