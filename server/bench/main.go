// Bench measures Portico beside what no program could beat: raw SQL over the same rows, and GraphQL's executor over
// answers that need no database. All of them run in turn on the same machine, so that what is quoted are ratios.
//
// npm run bench starts it: it needs the built program, and a PostgreSQL unless only SQLite is asked for.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Errors of a run that measured everything and is a failure all the same.
var errMissed = errors.New("a goal is missed")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	err := dispatch(ctx, os.Args[1:], os.Stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Println(Usage())
	case err != nil:
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		stop()
		os.Exit(1)
	}
}

// dispatch runs the bench, or, under the first argument's name, one of the contestants that it starts.
func dispatch(ctx context.Context, args []string, out io.Writer) error {
	if len(args) > 0 {
		switch args[0] {
		case "raw":
			return serveRaw(ctx, args[1:])
		case "executor":
			return serveExecutor(ctx, args[1:])
		}
	}
	o, err := ParseOptions(args)
	if err != nil {
		return err
	}
	return run(ctx, o, out)
}

// run measures every database with every number of users, and prints the tables.
func run(ctx context.Context, o Options, out io.Writer) error {
	fmt.Fprintf(out, "%s\n", machine(o))
	var all []Result
	var missed []string
	for _, database := range o.Databases {
		if o.imports() {
			r, err := bring(ctx, o, database)
			if err != nil {
				return fmt.Errorf("%s, %s: %w", database, importing, err)
			}
			fmt.Fprintf(out, "\n%s\n%s\n", ImportTable(r), ExportTable(r.export))
			missed = append(append(missed, r.missed()...), r.export.missed()...)
		}
		for _, users := range o.Users {
			if len(o.chosen()) == 0 {
				continue
			}
			some, err := measure(ctx, o, database, users)
			if err != nil {
				return fmt.Errorf("%s with %d users: %w", database, users, err)
			}
			fmt.Fprintf(out, "\n%s\n", Table(some))
			all = append(all, some...)
		}
		if len(o.Users) > 1 && len(o.chosen()) > 0 {
			fmt.Fprintf(out, "\n%s\n", GrowthTable(of(all, database)))
		}
	}
	if err := keep(o.JSON, all); err != nil {
		return err
	}
	missed = append(missed, Missed(all)...)
	for _, sentence := range missed {
		fmt.Fprintln(out, sentence)
	}
	if o.Check && len(missed) > 0 {
		return errMissed
	}
	return nil
}
