// Package gid makes and reads global ids: opaque to clients, and typed, so that node(id) knows where to look and an id
// of one kind never passes for another. It imports nothing of ours.
package gid

import (
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
)

// ErrBad means that a text is no id, or the id of something else.
var ErrBad = errors.New("this is not such an id")

// maxLength is more than any id of ours has.
const maxLength = 64

// Encode is the global id of a row.
func Encode(kind string, key int64) string {
	return base64.RawURLEncoding.EncodeToString([]byte(kind + ":" + strconv.FormatInt(key, 10)))
}

// Split reads a global id.
func Split(id string) (kind string, key int64, err error) {
	if len(id) > maxLength {
		return "", 0, ErrBad
	}
	plain, err := base64.RawURLEncoding.DecodeString(id)
	if err != nil {
		return "", 0, ErrBad
	}
	kind, digits, ok := strings.Cut(string(plain), ":")
	key, err = strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil || key <= 0 || Encode(kind, key) != id {
		return "", 0, ErrBad
	}
	return kind, key, nil
}

// Key reads the global id of a row of this kind.
func Key(kind, id string) (int64, error) {
	found, key, err := Split(id)
	if err != nil || found != kind {
		return 0, ErrBad
	}
	return key, nil
}

// Node is a row that node(id) finds.
type Node interface{ IsNode() }
