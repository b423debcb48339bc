package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"iter"
)

// Format is what a file is.
type Format string

// The formats, as the API calls them.
const (
	XLSX Format = "XLSX"
	CSV  Format = "CSV"
)

// Draft is a file on its way: it grows by pieces, which somebody keeps, and what it knows of them is enough for another
// process to go on. Joined, the pieces are the file.
type Draft struct {
	Format Format
	// Lines are those below the headings. Sum, Size and Packed are the checksum (CRC-32), the bytes and the bytes packed of
	// all pieces so far.
	Lines        int
	Sum          uint32
	Size, Packed int64

	pack *flate.Writer
	// text is where lines are written before they are packed.
	text []byte
}

// Begin is the first piece: the headings.
func (d *Draft) Begin(headings []string) ([]byte, error) {
	if d.Format == CSV {
		return d.press(appendLine([]byte(mark), headings), false)
	}
	return d.press(appendHead(nil, headings), false)
}

// Add is the next piece: some lines.
func (d *Draft) Add(lines [][]string) ([]byte, error) {
	text := d.text[:0]
	for _, cells := range lines {
		if d.Lines++; d.Format == CSV {
			text = appendLine(text, cells)
		} else {
			text = appendRow(text, d.Lines+1, cells)
		}
	}
	d.text = text
	return d.press(text, false)
}

// End is the last piece.
func (d *Draft) End() ([]byte, error) {
	if d.Format == CSV {
		return d.press(nil, true)
	}
	return d.press([]byte(tail), true)
}

// press packs a text so that it may follow any other piece: it refers to none of them (RFC 1951, 3.2.3).
func (d *Draft) press(text []byte, last bool) ([]byte, error) {
	var piece bytes.Buffer
	if d.pack == nil {
		pack, err := flate.NewWriter(&piece, flate.BestSpeed)
		if err != nil {
			return nil, err
		}
		d.pack = pack
	}
	d.pack.Reset(&piece)
	_, err := d.pack.Write(text)
	if end := d.pack.Flush; err == nil {
		if last {
			end = d.pack.Close
		}
		err = end()
	}
	d.Sum = crc32.Update(d.Sum, crc32.IEEETable, text)
	d.Size += int64(len(text))
	d.Packed += int64(piece.Len())
	return piece.Bytes(), err
}

// Join writes the file of all pieces, in order. What was written before a piece failed is no file.
func (d *Draft) Join(w io.Writer, pieces iter.Seq2[[]byte, error]) error {
	if d.Format == CSV {
		next, stop := iter.Pull2(pieces)
		defer stop()
		text := flate.NewReader(&pieceReader{next: next})
		_, err := io.Copy(w, text)
		return err
	}
	book := zip.NewWriter(w)
	if err := writeParts(book); err != nil {
		return err
	}
	part, err := book.CreateRaw(&zip.FileHeader{
		Name: rows, Method: zip.Deflate, CRC32: d.Sum, UncompressedSize64: uint64(d.Size), CompressedSize64: uint64(d.Packed),
	})
	if err != nil {
		return err
	}
	for piece, err := range pieces {
		if err != nil {
			return err
		}
		if _, err := part.Write(piece); err != nil {
			return err
		}
	}
	return book.Close()
}

// pieceReader reads pieces one after the other.
type pieceReader struct {
	next func() ([]byte, error, bool)
	left []byte
}

// Read is io.Reader's.
func (p *pieceReader) Read(into []byte) (int, error) {
	for len(p.left) == 0 {
		piece, err, more := p.next()
		switch {
		case !more:
			return 0, io.EOF
		case err != nil:
			return 0, err
		}
		p.left = piece
	}
	n := copy(into, p.left)
	p.left = p.left[n:]
	return n, nil
}
