package list

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"time"

	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/secret"
)

// Signer signs and checks cursors. A cursor holds values of a row, so nobody may make one up; reading with one still
// meets every rule.
type Signer struct{ key secret.Key }

// NewSigner returns a signer with a key of its own, derived from the secret key that all replicas share.
func NewSigner(key secret.Key) Signer { return Signer{key.For("cursor")} }

const (
	signatureSize = sha256.Size
	maxCursor     = 2048
)

// Cursor is a place in a list: as a client sent it, or of a row, which is signed only when it is written. Most answers
// hold many rows and show two cursors.
type Cursor struct {
	token  string
	signer *Signer
	order  *Order
	value  any
	id     int64
}

// String is the token of the place.
func (c Cursor) String() string {
	if c.signer == nil {
		return c.token
	}
	return c.signer.seal(*c.order, c.value, c.id)
}

// MarshalGQL writes the token. It holds nothing that JSON would have to escape.
func (c Cursor) MarshalGQL(w io.Writer) {
	_, _ = io.WriteString(w, `"`+c.String()+`"`)
}

// UnmarshalGQL takes what a client sent; whether it is any good is found out by reading with it.
func (c *Cursor) UnmarshalGQL(value any) error {
	text, ok := value.(string)
	if !ok {
		return errors.New("a cursor is a text")
	}
	c.token = text
	return nil
}

func (s Signer) sign(message []byte) []byte {
	mac := hmac.New(sha256.New, s.key[:])
	mac.Write(message)
	return mac.Sum(nil)
}

// token is what a cursor says: the ordering, the value and the id.
type token struct {
	Order string `json:"o"`
	Desc  bool   `json:"d,omitempty"`
	Key   []byte `json:"k,omitempty"`
	Flag  bool   `json:"f,omitempty"`
	Text  string `json:"t,omitempty"`
	Time  int64  `json:"m,omitempty"` // microseconds since 1970
	ID    int64  `json:"i"`
}

func (s Signer) seal(o Order, value any, id int64) string {
	t := token{Order: o.Name, Desc: o.Desc, ID: id}
	switch value := value.(type) {
	case []byte:
		t.Key = value
	case bool:
		t.Flag = value
	case string:
		t.Text = value
	case time.Time:
		t.Time = value.UnixMicro()
	}
	// Marshalling plain values cannot fail.
	message, _ := json.Marshal(t)
	return base64.RawURLEncoding.EncodeToString(append(s.sign(message), message...))
}

func (s Signer) open(o Order, cursor string) (*place, error) {
	bad := &fault.Fault{Kind: fault.BadRequest, Code: fault.Invalid, Message: "This cursor does not belong to this list. Start from its beginning."}
	if len(cursor) > maxCursor {
		return nil, bad
	}
	data, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || len(data) <= signatureSize || !hmac.Equal(s.sign(data[signatureSize:]), data[:signatureSize]) {
		return nil, bad
	}
	var t token
	if json.Unmarshal(data[signatureSize:], &t) != nil || t.Order != o.Name || t.Desc != o.Desc {
		return nil, bad
	}
	switch o.Kind {
	case Key:
		return &place{value: t.Key, empty: len(t.Key) == 0, id: t.ID}, nil
	case Filled:
		return &place{value: t.Key, id: t.ID}, nil
	case Flag:
		return &place{value: t.Flag, id: t.ID}, nil
	case Text:
		return &place{value: t.Text, id: t.ID}, nil
	case Time:
		return &place{value: time.UnixMicro(t.Time).UTC(), id: t.ID}, nil
	default:
		return &place{id: t.ID}, nil
	}
}
