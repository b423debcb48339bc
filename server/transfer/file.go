package transfer

import (
	"context"
	"io"

	"github.com/portico-hub/portico/ent/gen/ent/importpart"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/store"
)

// remembered is how many pieces of a file are held at once: its end says where its parts are, and they are read in turn.
const remembered = 4

// kept is a file in the database, read piece by piece.
type kept struct {
	ctx      context.Context
	store    *store.Store
	importID int64
	size     int64
	pieces   map[int][]byte
	order    []int
}

func (s *Importer) file(ctx context.Context, importID, size int64) *kept {
	return &kept{ctx: viewer.AsSystem(ctx, "import"), store: s.Store, importID: importID, size: size, pieces: map[int][]byte{}}
}

// ReadAt reads from any place of the file.
func (k *kept) ReadAt(into []byte, at int64) (n int, err error) {
	for n < len(into) {
		if at >= k.size {
			return n, io.EOF
		}
		piece, err := k.piece(int(at / partSize))
		if err != nil {
			return n, err
		}
		within := at % partSize
		if within >= int64(len(piece)) {
			return n, io.ErrUnexpectedEOF
		}
		copied := copy(into[n:], piece[within:])
		n, at = n+copied, at+int64(copied)
	}
	return n, nil
}

func (k *kept) piece(number int) ([]byte, error) {
	if body, ok := k.pieces[number]; ok {
		return body, nil
	}
	one, err := k.store.Ent(k.ctx).ImportPart.Query().Where(importpart.ImportID(k.importID), importpart.Number(number)).Only(k.ctx)
	if err != nil {
		return nil, err
	}
	if len(k.order) == remembered {
		delete(k.pieces, k.order[0])
		k.order = k.order[1:]
	}
	k.pieces[number], k.order = one.Body, append(k.order, number)
	return one.Body, nil
}
