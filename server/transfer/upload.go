package transfer

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/importrun"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/fold"
	"github.com/portico-hub/portico/server/sheet"
)

const (
	// partSize is how much of a file one row of the database holds.
	partSize = 256 << 10
	// countTime is how long a request counts the rows of a file; of a very large one the job does.
	countTime = 4 * time.Second
	// maxName bounds the name of a file, in characters.
	maxName = 200
)

// Upload is a file as it came: read from where it lies, never held whole.
type Upload struct {
	Name string
	Size int64
	File io.ReaderAt
}

// Check takes a file and begins to check it: nothing but the file is saved. It is refused with BAD_FILE or HEADINGS_CHANGED
// where nobody could go on with it; where its columns are not clear, it waits to be told what they are.
func (s *Importer) Check(ctx context.Context, in Upload, c Choices) (*gen.ImportRun, error) {
	if err := s.May(ctx); err != nil {
		return nil, err
	}
	if in.Size > MaxFile {
		return nil, badFile("A file has at most %d MB.", MaxFile>>20)
	}
	first, err := survey(ctx, in)
	if err != nil {
		return nil, err
	}
	columns, err := json.Marshal(first.columns)
	if err != nil {
		return nil, err
	}
	var made *gen.ImportRun
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		v, system := viewer.From(ctx), viewer.AsSystem(ctx, "import")
		create := tx.ImportRun.Create().SetState(importrun.StateNEEDS_MAPPING).SetFileName(fileName(in.Name)).SetSize(in.Size).SetColumns(columns).
			SetActorKind(importrun.ActorKind(v.Kind)).SetActorID(v.ID).SetAskerKind(importrun.AskerKind(v.Kind)).SetAskerID(v.ID).
			SetOverride(words(c.Override)).SetRows(first.rows).SetCreatedAt(s.Store.Now(ctx))
		if c.OnExisting != "" {
			create.SetOnExisting(c.OnExisting)
		}
		if c.Notify != "" {
			create.SetNotify(c.Notify)
		}
		if first.settled {
			create.SetState(importrun.StateCHECKING).SetStartedAt(s.Store.Now(ctx))
		}
		if made, err = create.Save(system); err != nil {
			return err
		}
		if err := keep(system, tx, made.ID, in); err != nil || !first.settled {
			return err
		}
		return s.Queue.Enqueue(ctx, walkImport{made.ID})
	})
	return made, err
}

// keep saves the file, piece by piece.
func keep(ctx context.Context, tx *gen.Client, id int64, in Upload) error {
	piece := make([]byte, partSize)
	for number := 0; int64(number)*partSize < in.Size; number++ {
		at := int64(number) * partSize
		n, err := in.File.ReadAt(piece[:min(partSize, in.Size-at)], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if err := tx.ImportPart.Create().SetImportID(id).SetNumber(number).SetBody(piece[:n]).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// surveyed is what is known of a file before it is kept.
type surveyed struct {
	columns []*Match
	settled bool
	// rows is how many there are to import; 0 where counting them would take long.
	rows int
}

// survey reads a file once, unless that takes long: so what cannot be read to its end is refused at once.
func survey(ctx context.Context, in Upload) (*surveyed, error) {
	file, err := sheet.Open(ctx, in.File, in.Size)
	if err != nil {
		return nil, refused(err)
	}
	short, cancel := context.WithTimeout(ctx, countTime)
	defer cancel()
	var head []string
	var below [][]string
	count := 0
	for row, err := range file.Rows(short) {
		switch {
		case errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil && head != nil:
			return begun(head, below, 0)
		case err != nil:
			return nil, refused(err)
		case head == nil && row.Number != 1:
			return nil, badFile("Row 1 must hold the headings, and it is empty.")
		case head == nil:
			head = slices.Clone(row.Cells)
		default:
			if count++; len(below) < maxSamples {
				below = append(below, slices.Clone(row.Cells))
			}
		}
	}
	if head == nil {
		return nil, badFile("This file has no rows.")
	}
	found, err := begun(head, below, count)
	if err == nil && found.rows == 0 {
		err = badFile("This file has headings and no rows to import under them.")
	}
	return found, err
}

func begun(head []string, below [][]string, rows int) (*surveyed, error) {
	columns, settled, err := match(head, below)
	for _, cells := range below {
		if isSample(columns, cells) {
			rows--
		}
	}
	return &surveyed{columns, settled, rows}, err
}

// isSample reports the sample row of our example, as it was.
func isSample(columns []*Match, cells []string) bool {
	of := func(key string) string {
		for _, m := range columns {
			if m.Key == key && m.Place < len(cells) {
				return cells[m.Place]
			}
		}
		return ""
	}
	return IsSample(of("id"), of("email"))
}

// refused is a file's fault as the API says it.
func refused(err error) error {
	var flawed *sheet.BadFile
	if errors.As(err, &flawed) {
		return badFile("%s", flawed.Sentence)
	}
	return err
}

func badFile(format string, args ...any) error {
	return fault.Refusef(fault.BadFile, fault.At("file"), format, args...)
}

// fileName is the name of a file without the way to it.
func fileName(name string) string {
	clean := []rune(fold.Line(path.Base(strings.ReplaceAll(name, `\`, "/"))))
	if len(clean) == 0 || string(clean) == "." || string(clean) == "/" {
		return "file"
	}
	return string(clean[:min(len(clean), maxName)])
}

func words(codes []fault.Code) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return all
}
