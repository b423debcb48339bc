package account

import (
	"errors"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
)

// oddPhones finds what is no phone number. One without a country is taken as it is: nobody said which country it is in.
func (d Draft) oddPhones() (found fault.List) {
	for _, phone := range []struct{ field, typed string }{{"cellPhone", d.CellPhone}, {"officePhone", d.OfficePhone}} {
		typed := fold.Line(phone.typed)
		if typed == "" || IsPhone(typed) {
			continue
		}
		found = append(found, fault.Warnf(fault.OddPhone, fault.At(phone.field), "This does not look like a phone number. It looks like +49 30 901820."))
	}
	return found
}

// IsPhone reports what is a phone number of whichever country, as a line. One without a country is taken where it could be one.
func IsPhone(typed string) bool {
	if plainPhone(typed) {
		return true
	}
	_, err := phonenumbers.Parse(typed, phonenumbers.UNKNOWN_REGION)
	return err == nil || errors.Is(err, phonenumbers.ErrInvalidCountryCode) && !strings.HasPrefix(typed, "+")
}

// plainPhone reports what the library takes for certain: four digits or more and spaces, behind the code of a country where there is
// a plus. Most are, and the library's patterns would be a fiftieth of an import.
func plainPhone(typed string) bool {
	number, international := strings.CutPrefix(typed, "+")
	digits := make([]byte, 0, 16)
	for i := range len(number) {
		switch c := number[i]; {
		case c >= '0' && c <= '9' && len(digits) < 15: // the most that E.164 has
			digits = append(digits, c)
		case c != ' ' || i == 0:
			return false
		}
	}
	if !international {
		return len(digits) >= 4
	}
	for length := 1; length <= 3 && len(digits) >= 8 && digits[0] != '0'; length++ {
		if code, err := strconv.Atoi(string(digits[:length])); err == nil && phonenumbers.GetSupportedCallingCodes()[code] {
			return true
		}
	}
	return false
}
