package account_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"

	"github.com/portico-hub/portico/server/account"
)

// Most numbers are taken at a glance. None is that the library refuses, so that no warning is lost by it.
func TestIsPhone(t *testing.T) {
	check := func(typed string) {
		_, err := phonenumbers.Parse(typed, phonenumbers.UNKNOWN_REGION)
		is := err == nil || errors.Is(err, phonenumbers.ErrInvalidCountryCode) && !strings.HasPrefix(typed, "+")
		if account.IsPhone(typed) != is {
			t.Errorf("%q is a phone number: %v, the library says %v", typed, !is, is)
		}
	}
	endings := []string{"", "1", "12", "123", "1234 56", "22 123456", "030 901820", "0000000", "123456789012", "12345678901234567"}
	for code := range 1000 {
		for _, ending := range endings {
			for _, format := range []string{"+%d%s", "+%d %s", "+0%d %s", "%d%s"} {
				check(fmt.Sprintf(format, code, ending))
			}
		}
	}
	for _, typed := range []string{"+", "+ 47 22123456", "+999 123456", "+47", "12", "call me", "+47 22 12 34 56 ext. 7", "+0047 22123456", "+1234567890123456", "٤٧٢٢١٢"} {
		check(typed)
	}
}
