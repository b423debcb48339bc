package secret

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// keyFile is where a key that nobody configured is kept, in the data directory.
const keyFile = "secret.key"

// LoadOrCreateKey returns the configured key, or else the one in the file secret.key of dataDir, which it makes when
// there is none: directory 0700, file 0600. Many processes may start at once on one directory; all get the same key.
// The error names the file and never holds the key.
func LoadOrCreateKey(dataDir, configured string) (Key, error) {
	if configured != "" {
		return ParseKey(configured)
	}
	path := filepath.Join(dataDir, keyFile)
	key, err := readKey(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return key, err
	}
	if err := createKey(dataDir, path); err != nil {
		return Key{}, fmt.Errorf("cannot make the secret key %s: %w", path, err)
	}
	return readKey(path)
}

func readKey(path string) (Key, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return Key{}, fmt.Errorf("cannot read the secret key: %w", err)
	}
	key, err := ParseKey(string(text))
	if err != nil {
		return Key{}, fmt.Errorf("the file %s holds no key (restore it from a backup, or delete it for a new one, "+
			"which makes second factors unreadable): %w", path, err)
	}
	return key, nil
}

// createKey writes the whole key beside its place, flushes it, and then links it there. A link fails when the name is
// taken, which a rename would not: of several processes one wins and no reader ever sees half a file.
func createKey(dir, path string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	draft, err := os.CreateTemp(dir, keyFile+".*") // 0600
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(draft.Name()) }()
	if err := writeKey(draft); err != nil {
		return err
	}
	if err := os.Link(draft.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncDir(dir)
}

func writeKey(f *os.File) error {
	var key Key
	_, _ = rand.Read(key[:])
	_, err := f.WriteString(base64.StdEncoding.EncodeToString(key[:]) + "\n")
	return errors.Join(err, f.Sync(), f.Close())
}

// syncDir makes the new name survive a power cut. Where directories cannot be flushed, nothing is lost but that.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}
