package transfer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
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
	"github.com/portico-hub/portico/server/store"
)

const (
	// partSize is how much of a file one row of the database holds, partsAtOnce how many rows are saved together.
	partSize, partsAtOnce = 256 << 10, 8
	// countTime is how long a request counts the rows of a file; of a very large one the job does. headTime is how long it looks
	// for the first.
	countTime, headTime = 4 * time.Second, 20 * time.Second
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
	if first.settled, err = s.settled(ctx, first); err != nil {
		return nil, err
	}
	columns, err := json.Marshal(first.columns)
	if err != nil {
		return nil, err
	}
	one, err := s.receive(ctx, in, columns, first.rows, c)
	if err != nil {
		return nil, err
	}
	if err := s.keep(ctx, one.ID, in); err != nil {
		return nil, err
	}
	return s.offer(ctx, one.ID, first.settled)
}

// receive begins to take a file in. Until it is offered the import is hidden, and what is left of one that never was is erased.
// It claims no Idempotency-Key: that goes with the offer.
func (s *Importer) receive(ctx context.Context, in Upload, columns json.RawMessage, rows int, c Choices) (one *gen.ImportRun, err error) {
	err = s.Store.InTx(store.WithClaim(ctx, nil), func(ctx context.Context, tx *gen.Client) error {
		v := viewer.From(ctx)
		create := tx.ImportRun.Create().SetState(importrun.StateARRIVING).SetFileName(fileName(in.Name)).SetSize(in.Size).SetColumns(columns).
			SetActorKind(importrun.ActorKind(v.Kind)).SetActorID(v.ID).SetAskerKind(importrun.AskerKind(v.Kind)).SetAskerID(v.ID).
			SetOverride(words(c.Override)).SetRows(rows).SetCreatedAt(s.Store.Now(ctx))
		if c.OnExisting != "" {
			create.SetOnExisting(c.OnExisting)
		}
		if c.Notify != "" {
			create.SetNotify(c.Notify)
		}
		one, err = create.Save(viewer.AsSystem(ctx, "import"))
		return err
	})
	return one, err
}

// keep saves the file, a few pieces at a time, each read before the transaction that saves it.
func (s *Importer) keep(ctx context.Context, id int64, in Upload) error {
	some := make([]byte, partSize*partsAtOnce)
	for at := int64(0); at < in.Size; at += int64(len(some)) {
		some = some[:min(int64(len(some)), in.Size-at)]
		if n, err := in.File.ReadAt(some, at); n < len(some) {
			return fmt.Errorf("a file of %d bytes ends at %d: %w", in.Size, at+int64(n), err)
		}
		err := s.Store.InTx(store.WithClaim(ctx, nil), func(ctx context.Context, tx *gen.Client) error {
			number, create := int(at/partSize), make([]*gen.ImportPartCreate, 0, partsAtOnce)
			for piece := range slices.Chunk(some, partSize) {
				create = append(create, tx.ImportPart.Create().SetImportID(id).SetNumber(number+len(create)).SetBody(piece))
			}
			return tx.ImportPart.CreateBulk(create...).Exec(viewer.AsSystem(ctx, "import"))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// offer shows an import whose file is here, and begins to check it if its columns are clear.
func (s *Importer) offer(ctx context.Context, id int64, settled bool) (one *gen.ImportRun, err error) {
	err = s.Store.InTx(ctx, func(ctx context.Context, tx *gen.Client) error {
		update := tx.ImportRun.UpdateOneID(id).Where(importrun.StateEQ(importrun.StateARRIVING), importrun.FileErasedAtIsNil()).SetState(importrun.StateNEEDS_MAPPING)
		if settled {
			update.SetState(importrun.StateCHECKING).SetStartedAt(s.Store.Now(ctx))
		}
		if one, err = update.Save(viewer.AsSystem(ctx, "import")); err != nil || !settled {
			return err
		}
		return s.Queue.Enqueue(ctx, walkImport{id})
	})
	return one, err
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
	short, enough := context.WithTimeout(ctx, headTime)
	defer enough()
	var head []string
	var below [][]string
	soon, done := context.WithTimeout(ctx, countTime)
	defer done()
	count := 0
	for row, err := range file.Rows(short) {
		switch {
		case err != nil && head != nil && ctx.Err() == nil && short.Err() != nil:
			return begun(head, below, 0)
		case err != nil && ctx.Err() == nil && short.Err() != nil:
			return nil, badFile("This file takes too long to read. Save it as CSV, or split it.")
		case err != nil:
			return nil, refused(err)
		case head == nil && row.Number != 1:
			return nil, badFile("Row 1 %smust hold the headings, and it is empty.", of(file))
		case head == nil:
			head = slices.Clone(row.Cells)
		default:
			if count++; len(below) < maxSamples {
				below = append(below, slices.Clone(row.Cells))
			} else if count == maxSamples+1 {
				context.AfterFunc(soon, enough)
			}
		}
	}
	if head == nil {
		return nil, badFile("This file has no rows.")
	}
	found, err := begun(head, below, count)
	if err == nil && found.rows == 0 {
		err = badFile("There are headings and no rows to import under them %sin this file.", of(file))
	}
	return found, err
}

// of names the sheet that was read, for a refusal, where somebody may have meant another.
func of(file *sheet.File) string {
	if file.Others == 0 {
		return ""
	}
	return fmt.Sprintf("of the sheet “%s” ", short(file.Sheet))
}

func begun(head []string, below [][]string, rows int) (*surveyed, error) {
	columns, settled, err := match(head, below)
	for _, cells := range below {
		if rows > 0 && isSample(columns, cells) {
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
