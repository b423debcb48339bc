package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
)

// What a file may hold. Beyond any of these it is refused with a sentence.
const (
	// MaxRows is how many rows may hold something, headings included; MaxColumns how many columns.
	MaxRows, MaxColumns = 1_000_001, 64
	// maxCell bounds one cell in bytes: Excel holds 32,767 characters.
	maxCell = 1 << 17
	// maxParts bounds the parts of a package, and maxDirectory their list, in bytes.
	maxParts, maxDirectory = 1000, 1 << 20
	// maxInflated bounds all parts together when inflated; maxRatio one part by its packed size, beyond free bytes.
	maxInflated, maxRatio, free = 1 << 30, 100, 32 << 20
	// maxSmall bounds each part that is held whole, inflated; maxShared the shared strings in memory.
	maxSmall, maxShared = 8 << 20, 64 << 20
	// lastRow is the last row that a sheet can have.
	lastRow = 1 << 20
)

// BadFile is why a file is not read: a full sentence that is safe to show and holds nothing of the file.
type BadFile struct{ Sentence string }

// Error is the sentence.
func (b *BadFile) Error() string { return b.Sentence }

func bad(format string, args ...any) error { return &BadFile{fmt.Sprintf(format, args...)} }

// Row is one row that holds something.
type Row struct {
	// Number is the row's as a spreadsheet counts, from 1.
	Number int
	// Cells are what it shows, without empty ones at its end. They are good until the next row is read.
	Cells []string
}

// File is a spreadsheet that can be read any number of times.
type File struct {
	// Sheet is the name of the sheet that is read, and Others how many more hold something and are not; both empty for text.
	Sheet  string
	Others int
	rows   func(context.Context, func(Row) error) error
}

// Rows are the rows of the file, in order, empty ones left out, hidden ones not. The last pair may be an error: a *BadFile
// where the file is to blame.
func (f *File) Rows(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		enough, read := errors.New("enough"), 0
		err := f.rows(ctx, func(r Row) error {
			if read++; read > MaxRows {
				return bad("This file has more than %d rows. Split it into smaller ones.", MaxRows-1)
			}
			if !yield(r, nil) {
				return enough
			}
			if read%256 == 0 {
				return ctx.Err()
			}
			return nil
		})
		if err != nil && !errors.Is(err, enough) {
			yield(Row{}, err)
		}
	}
}

// Open looks at what a file is, by what it holds and not by its name, and reads enough of it to know its sheets. An XLSX
// workbook and CSV text in UTF-8 are read; anything else is a *BadFile that says what to do.
func Open(ctx context.Context, file io.ReaderAt, size int64) (*File, error) {
	head := make([]byte, 8)
	n, err := file.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch head = head[:n]; {
	case n == 0:
		return nil, bad("This file is empty.")
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return openBook(ctx, file, size)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return nil, oldBook(file, size)
	case bytes.HasPrefix(head, []byte("%PDF")):
		return nil, bad("This is a PDF. Save the table as an XLSX file.")
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return nil, notUTF8()
	}
	return openText(file, size)
}

// oldBook tells a workbook with a password from one in the format before XLSX: both come in the same wrapping.
func oldBook(file io.ReaderAt, size int64) error {
	name := make([]byte, 0, 32)
	for _, r := range "EncryptedPackage" {
		name = append(name, byte(r), 0)
	}
	if found, err := holds(file, size, name); err != nil {
		return err
	} else if found {
		return bad("This file is protected by a password. Save it without one.")
	}
	return bad("This is an old XLS file. Open it and save it as XLSX.")
}

// holds looks for a text in a file.
func holds(file io.ReaderAt, size int64, text []byte) (bool, error) {
	buffer := make([]byte, 1<<18)
	for at := int64(0); at < size; at += int64(len(buffer) - len(text)) {
		n, err := file.ReadAt(buffer, at)
		if err != nil && !errors.Is(err, io.EOF) {
			return false, err
		}
		if bytes.Contains(buffer[:n], text) {
			return true, nil
		}
	}
	return false, nil
}

// Cell is the name of a cell: column from 0, row from 1.
func Cell(column, row int) string { return fmt.Sprintf("%s%d", Column(column), row) }

// Column is the name of a column, from 0: A, B, … Z, AA.
func Column(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
