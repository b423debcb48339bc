package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strings"
)

// book is an XLSX workbook: a zip of XML parts (ECMA-376).
type book struct {
	parts map[string]*zip.File
	// inflated counts the bytes of all parts that were inflated in one reading.
	inflated int64

	title, sheet, shared, styles string
	// others is how many sheets hold something beside the one that is read.
	others   int
	date1904 bool
	looks    []look
	texts    texts
}

func openBook(ctx context.Context, file io.ReaderAt, size int64) (*File, error) {
	b, err := unpack(file, size)
	if err != nil {
		return nil, err
	}
	if err := b.find(ctx); err != nil {
		return nil, err
	}
	if err := b.readStyles(ctx); err != nil {
		return nil, err
	}
	return &File{Sheet: b.title, Others: b.others, rows: func(ctx context.Context, row func(Row) error) error {
		b.inflated = 0
		if err := b.readShared(ctx); err != nil {
			return err
		}
		return b.readSheet(ctx, row)
	}}, ctx.Err()
}

// unpack reads the list of parts, after its size was looked at: whoever made it may have made it long.
func unpack(file io.ReaderAt, size int64) (*book, error) {
	if err := checkDirectory(file, size); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(file, size)
	if err != nil {
		return nil, ours(err)
	}
	if len(z.File) > maxParts {
		return nil, tooManyParts()
	}
	b := &book{parts: make(map[string]*zip.File, len(z.File))}
	var total uint64
	for _, f := range z.File {
		switch {
		case f.Flags&1 != 0:
			return nil, bad("This file is protected by a password. Save it without one.")
		case f.Method != zip.Store && f.Method != zip.Deflate:
			return nil, bad("This file is packed in a way that spreadsheets are not. Save it as XLSX again.")
		}
		if total += f.UncompressedSize64; total > maxInflated || f.UncompressedSize64 > maxInflated {
			return nil, tooLarge()
		}
		b.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	return b, nil
}

// checkDirectory looks at the end of a zip, which says how long the list of its parts is, before that is read.
func checkDirectory(file io.ReaderAt, size int64) error {
	tail := make([]byte, min(size, 22+1<<16))
	if _, err := file.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || len(tail)-at < 22 {
		return errBroken
	}
	end := tail[at:]
	if binary.LittleEndian.Uint16(end[10:]) > maxParts {
		return tooManyParts()
	}
	start := int64(binary.LittleEndian.Uint32(end[16:]))
	ends := size - int64(len(tail)) + int64(at)
	if listed := int64(binary.LittleEndian.Uint32(end[12:])); start > ends || start+listed > ends {
		return errBroken
	}
	if ends-start > maxDirectory {
		return tooManyParts()
	}
	return nil
}

func tooManyParts() error { return bad("This file has more parts than a spreadsheet of users needs.") }

func tooLarge() error {
	return bad("This file is far larger when it is unpacked than a spreadsheet of users can be.")
}

// ours turns an error of unpacking into one that blames the file, unless it comes from where the file is read.
func ours(err error) error {
	var flawed *BadFile
	if err == nil || errors.As(err, &flawed) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrAlgorithm) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, io.EOF) || strings.HasPrefix(err.Error(), "flate: ") {
		return errBroken
	}
	return err
}

// relation is how one part names another.
type relation struct{ id, kind, target string }

// relations are the parts that a part names; those of the package itself for "". What lies outside is nobody's.
func (b *book) relations(ctx context.Context, of string) (all []relation, err error) {
	list := path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	if of == "" {
		list = "_rels/.rels"
	}
	if b.parts[strings.ToLower(list)] == nil {
		return nil, nil
	}
	err = b.small(ctx, list, func(s *scanner) error {
		for {
			kind, err := s.next()
			if err != nil || kind == atEnd {
				return err
			}
			if kind != opening || string(s.name) != "Relationship" || string(s.attribute("TargetMode")) == "External" {
				continue
			}
			target := string(unescape(nil, s.attribute("Target")))
			if !strings.HasPrefix(target, "/") {
				target = path.Join(path.Dir(of), target)
			}
			all = append(all, relation{string(s.attribute("Id")), path.Base(string(s.attribute("Type"))), strings.TrimPrefix(target, "/")})
		}
	})
	return all, err
}

// small reads a part that is held whole.
func (b *book) small(ctx context.Context, name string, read func(*scanner) error) error {
	in, err := b.open(ctx, name, maxSmall)
	if err != nil {
		return err
	}
	defer in.Close()
	return read(scan(in))
}

// open inflates a part, up to a size, no faster than what was packed allows, and until ctx ends.
func (b *book) open(ctx context.Context, name string, most int64) (io.ReadCloser, error) {
	f := b.parts[strings.ToLower(name)]
	if f == nil {
		return nil, bad("This workbook lacks a part. Save it as XLSX again.")
	}
	in, err := f.Open()
	if err != nil {
		return nil, ours(err)
	}
	return &part{ReadCloser: in, ctx: ctx, book: b, most: min(most, free+maxRatio*int64(f.CompressedSize64))}, nil
}

// part is one that is being inflated.
type part struct {
	io.ReadCloser
	ctx  context.Context
	book *book
	most int64
}

// Read counts what comes out.
func (p *part) Read(into []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.ReadCloser.Read(into)
	p.most -= int64(n)
	p.book.inflated += int64(n)
	if p.most < 0 || p.book.inflated > maxInflated {
		return 0, tooLarge()
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = ours(err)
	}
	return n, err
}
