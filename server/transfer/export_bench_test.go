package transfer_test

import (
	"context"
	"encoding/csv"
	"io"
	"log/slog"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/portico-hub/portico/server/hubtest"
	"github.com/portico-hub/portico/server/seed"
)

// exported are the columns of the work that SPEED calls W8.
var exported = []string{"email", "firstName", "lastName", "title", "cellPhone", "officePhone", "extension", "company", "status", "role", "groups", "loginName"}

// BenchmarkExport writes everybody of a seeded hub to a file and fetches it, beside excelize writing as many cells of the same
// kind from memory: times-excelize is the one by the other (other work makes it uneven, the CPU less so), peak-MB the heap that each takes beyond what there was. W8_USERS
// says how many users, 10,000 unless it does.
func BenchmarkExport(b *testing.B) {
	n, err := strconv.Atoi(os.Getenv("W8_USERS"))
	if err != nil {
		n = 10_000
	}
	hub := hubtest.New(b, hubtest.Options{KeepMail: true})
	if err := seed.Fill(context.Background(), hub.Store, slog.New(slog.DiscardHandler), seed.Options{Users: n, Groups: 200, RandomSeed: 1}); err != nil {
		b.Fatal(err)
	}
	admin := hub.Admin()
	sample := cells(b, admin, hub)
	var ours, theirs, ourCPU, theirCPU time.Duration
	var ourPeak, theirPeak float64
	rounds := 0
	for b.Loop() {
		began, used := time.Now(), cpu()
		theirPeak = max(theirPeak, peak(func() { bare(b, sample, n) }))
		theirs, theirCPU = theirs+time.Since(began), theirCPU+cpu()-used
		began, used = time.Now(), cpu()
		ourPeak = max(ourPeak, peak(func() { fetch(b, hub, admin, "XLSX", nil, io.Discard) }))
		ours, ourCPU = ours+time.Since(began), ourCPU+cpu()-used
		rounds++
	}
	b.ReportMetric(theirs.Seconds()/float64(rounds), "excelize-s")
	b.ReportMetric(ours.Seconds()/float64(rounds), "export-s")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "times-excelize")
	b.ReportMetric(ourCPU.Seconds()/theirCPU.Seconds(), "times-excelize-cpu")
	b.ReportMetric(theirPeak, "excelize-peak-MB")
	b.ReportMetric(ourPeak, "export-peak-MB")
}

// fetch exports everybody, or whom a filter finds, and downloads the file.
func fetch(b *testing.B, hub *hubtest.Hub, c *hubtest.Client, format string, filter hubtest.Vars, into io.Writer) {
	b.Helper()
	in := hubtest.Vars{"format": format, "columns": exported}
	if filter != nil {
		in["filter"] = filter
	}
	id := c.Must(`mutation($in:StartExportInput!){startExport(input:$in){export{id} userErrors{code}}}`, hubtest.Vars{"in": in}).Text("startExport.export.id")
	for {
		a := c.Must(`query($id:ID!){node(id:$id){...on Export{url problem}}}`, hubtest.Vars{"id": id})
		if why := a.Text("node.problem"); why != "" {
			b.Fatal(why)
		}
		if url := a.Text("node.url"); url != "" {
			answer := c.Get(url)
			defer answer.Body.Close()
			if _, err := io.Copy(into, answer.Body); err != nil {
				b.Fatal(err)
			}
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
}

// cells are some of the users as cells.
func cells(b *testing.B, c *hubtest.Client, hub *hubtest.Hub) [][]string {
	b.Helper()
	var file strings.Builder
	fetch(b, hub, c, "CSV", hubtest.Vars{"search": "an"}, &file)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(file.String(), "\ufeff"))).ReadAll()
	if err != nil || len(rows) < 100 {
		b.Fatal(len(rows), err)
	}
	return rows[1:min(len(rows), 2001)]
}

// bare writes n rows of a sample, over and over, by excelize alone.
func bare(b *testing.B, sample [][]string, n int) {
	b.Helper()
	book := excelize.NewFile()
	defer book.Close()
	out, err := book.NewStreamWriter("Sheet1")
	row := make([]any, len(sample[0]))
	for i := 0; i < n && err == nil; i++ {
		for j, cell := range sample[i%len(sample)] {
			row[j] = cell
		}
		var at string
		if at, err = excelize.CoordinatesToCellName(1, i+1); err == nil {
			err = out.SetRow(at, row)
		}
	}
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = book.Write(io.Discard)
	}
	if err != nil {
		b.Fatal(err)
	}
}

// cpu is what this process has used of the machine.
func cpu() time.Duration {
	var used syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// peak is the most heap that work takes beyond what there was, in MB, looked at every few milliseconds.
func peak(work func()) (most float64) {
	var now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&now)
	before, done, ended := now.HeapAlloc, make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			runtime.ReadMemStats(&now)
			if now.HeapAlloc > before {
				most = max(most, float64(now.HeapAlloc-before)/1e6)
			}
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	work()
	close(done)
	<-ended
	return most
}
