package account

import (
	"errors"
	"io"
	"strconv"
)

// State is where an account stands.
type State string

// The states of an account. Invited covers whoever will be told by a job, or is not to be told yet.
const (
	None              State = "NONE"
	Invited           State = "INVITED"
	InvitationExpired State = "INVITATION_EXPIRED"
	Active            State = "ACTIVE"
	TemporaryPassword State = "TEMPORARY_PASSWORD"
	Locked            State = "LOCKED"
	Closed            State = "CLOSED"
)

// MarshalGQL writes the state as GraphQL has it.
func (s State) MarshalGQL(w io.Writer) { writeName(w, string(s)) }

// UnmarshalGQL reads a state that GraphQL has checked already.
func (s *State) UnmarshalGQL(value any) error { return readName((*string)(s), value) }

// MarshalGQL writes the state as GraphQL has it.
func (s LinkState) MarshalGQL(w io.Writer) { writeName(w, string(s)) }

// UnmarshalGQL reads a state that GraphQL has checked already.
func (s *LinkState) UnmarshalGQL(value any) error { return readName((*string)(s), value) }

func writeName(w io.Writer, name string) { _, _ = io.WriteString(w, strconv.Quote(name)) }

func readName(into *string, value any) error {
	text, ok := value.(string)
	if !ok {
		return errors.New("this is no name")
	}
	*into = text
	return nil
}
