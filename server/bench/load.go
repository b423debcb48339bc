package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// shots makes the nth request of a work, whole, as it goes over the wire.
type shots func(n uint64) []byte

// Turn is what one contestant did in one turn.
type Turn struct {
	Requests int `json:"requests"`
	// Seconds is how long it took until the last answer was read.
	Seconds float64 `json:"seconds"`
	// CPU is the seconds of CPU of the contestant and its database; below 0 when they could not be read.
	CPU float64 `json:"cpu"`
	// P50 and P95 are milliseconds.
	P50 float64 `json:"p50"`
	P95 float64 `json:"p95"`
}

// patience bounds one answer.
const patience = 2 * time.Minute

// load is a closed loop: each connection sends its next request when it has read the last answer.
type load struct {
	addr        string
	connections int
	shots       shots
	// next numbers the requests, over all turns.
	next *atomic.Uint64
}

// fire asks for as long as it is told, and at least atLeast times a connection. What is under way at the end is waited
// for and counts, so that every second of CPU belongs to a request that was counted. One wrong answer is an error.
func (l load) fire(ctx context.Context, lasting time.Duration, atLeast int) (Turn, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	began := time.Now()
	took := make([][]float64, l.connections)
	var all sync.WaitGroup
	for i := range took {
		all.Go(func() {
			c := &connection{addr: l.addr}
			defer c.close()
			for ctx.Err() == nil && (time.Since(began) < lasting || len(took[i]) < atLeast) {
				asked := time.Now()
				if err := c.ask(l.shots(l.next.Add(1) - 1)); err != nil {
					stop(err)
					return
				}
				took[i] = append(took[i], float64(time.Since(asked).Microseconds())/1000)
			}
		})
	}
	all.Wait()
	if ctx.Err() != nil {
		return Turn{}, context.Cause(ctx)
	}
	every := slices.Concat(took...)
	slices.Sort(every)
	return Turn{Requests: len(every), Seconds: time.Since(began).Seconds(), P50: quantile(every, 0.5), P95: quantile(every, 0.95)}, nil
}

// quantile of sorted values.
func quantile(sorted []float64, q float64) float64 {
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}

// connection is kept alive from one request to the next.
type connection struct {
	addr string
	conn net.Conn
	in   *bufio.Reader
	body bytes.Buffer
}

func (c *connection) close() {
	if c.conn != nil {
		_ = c.conn.Close()
	}
}

// ask sends one request and reads the whole answer. An answer that is not 200 or tells of an error is one.
func (c *connection) ask(request []byte) error {
	if c.conn == nil {
		conn, err := net.Dial("tcp", c.addr)
		if err != nil {
			return err
		}
		c.conn, c.in = conn, bufio.NewReaderSize(conn, 64<<10)
	}
	if err := c.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	if _, err := c.conn.Write(request); err != nil {
		return err
	}
	answer, err := http.ReadResponse(c.in, nil)
	if err != nil {
		return fmt.Errorf("no answer from %s: %w", c.addr, err)
	}
	c.body.Reset()
	if _, err := c.body.ReadFrom(answer.Body); err != nil {
		return err
	}
	if answer.Close {
		return fmt.Errorf("%s does not keep its connections", c.addr)
	}
	return wrong(answer.StatusCode, c.body.Bytes())
}

// wrong is what is wrong with an answer, by a cheap look at its bytes.
func wrong(status int, body []byte) error {
	if status == http.StatusOK && !bytes.Contains(body, []byte(`"errors":`)) && !bytes.Contains(body, []byte(`"userErrors":[{`)) {
		return nil
	}
	return fmt.Errorf("an answer is an error: %d %s", status, body[:min(len(body), 300)])
}

// once sends one request on a connection of its own and returns the answer's body.
func once(addr string, request []byte) ([]byte, error) {
	c := &connection{addr: addr}
	defer c.close()
	err := c.ask(request)
	return c.body.Bytes(), err
}

// request is a whole HTTP request, ready to be sent.
func request(method, addr, path, who string, body []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", method, path, addr)
	if who != "" {
		b.WriteString(who + "\r\n")
	}
	if body != nil {
		fmt.Fprintf(&b, "Content-Type: application/json\r\nContent-Length: %d\r\n", len(body))
	}
	_, _ = io.WriteString(&b, "\r\n")
	b.Write(body)
	return b.Bytes()
}

// moment is unlike that of any run before, so that addresses made from it are new.
func moment() int64 { return time.Now().UnixMicro() }
