// Command resendstandin runs the stand-in for Resend on its own, for journeys and for trying Portico out:
//
//	go run ./server/hubtest/resendstandin --addr 127.0.0.1:0
//
// Its first line of output is its address, such as http://127.0.0.1:40123, to be given to Portico as
// PORTICO_RESEND_URL together with any PORTICO_RESEND_API_KEY. It runs until it is interrupted.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/portico-hub/portico/server/clock"
	"github.com/portico-hub/portico/server/hubtest/resend"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:0", "listen address; port 0 takes a free one")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *addr); err != nil {
		fmt.Fprintln(os.Stderr, "resendstandin:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: resend.New(clock.New()), ReadHeaderTimeout: 10 * time.Second}
	fmt.Printf("http://%s\n", listener.Addr())
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
