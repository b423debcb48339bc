package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Names of the databases.
const (
	onSQLite   = "sqlite"
	onPostgres = "postgres"
)

// Options of a run.
type Options struct {
	// Users are the sizes to measure, the smallest first.
	Users []int
	// Rounds is how often each contestant has its turn; the medians count.
	Rounds int
	// Time is how long one turn lasts. What is under way then is waited for.
	Time time.Duration
	// Databases are "sqlite" and "postgres".
	Databases []string
	// Connections each send their next request when the last answer was read.
	Connections int
	// Only are beginnings of the names of works; without any, all works are measured.
	Only []string
	// Portico is the built program; Cache is where the databases are kept for the next run.
	Portico, Cache string
	// Postgres is the URL of a superuser.
	Postgres string
	// JSON is a file to keep the results in, or "".
	JSON string
	// Check makes a missed goal a failure, Fresh makes the databases anew.
	Check, Fresh bool
}

// several is a flag of values separated by commas.
type several []string

func (v *several) String() string { return strings.Join(*v, ",") }

func (v *several) Set(s string) error {
	*v = strings.Split(s, ",")
	return nil
}

// flags are the options as people write them. After parsing, done makes sense of them.
func flags(o *Options) (fs *flag.FlagSet, done func() error) {
	fs = flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	users, databases, only := several{"100000", "1000000"}, several{onSQLite, onPostgres}, several(nil)
	fs.Var(&users, "users", "how many users, separated by commas")
	fs.Var(&databases, "databases", "sqlite, postgres or both")
	fs.Var(&only, "only", "which works, by the beginnings of their names, such as W1,W3")
	fs.IntVar(&o.Rounds, "rounds", 5, "how often each contestant has its turn")
	seconds := fs.Float64("seconds", 3, "how long one turn lasts")
	fs.IntVar(&o.Connections, "connections", 8, "connections that ask at the same time")
	fs.StringVar(&o.JSON, "json", "", "a file to keep the results in")
	fs.BoolVar(&o.Check, "check", false, "fail when a goal is missed")
	fs.BoolVar(&o.Fresh, "fresh", false, "make the databases anew")
	fs.StringVar(&o.Portico, "portico", "bin/portico", "the built program")
	fs.StringVar(&o.Cache, "cache", ".cache/bench", "the folder that keeps the databases for the next run")
	fs.StringVar(&o.Postgres, "postgres", os.Getenv("PORTICO_TEST_POSTGRES_URL"), "the PostgreSQL to use, as a superuser")
	return fs, func() error {
		for _, text := range users {
			n, err := strconv.Atoi(text)
			if err != nil || n < 1000 {
				return fmt.Errorf("--users %s: it must be numbers from 1000 on, separated by commas", text)
			}
			o.Users = append(o.Users, n)
		}
		slices.Sort(o.Users)
		o.Databases, o.Only, o.Time = databases, only, time.Duration(*seconds*float64(time.Second))
		return o.check()
	}
}

// ParseOptions reads the arguments. It answers flag.ErrHelp when help was asked for.
func ParseOptions(args []string) (o Options, err error) {
	fs, done := flags(&o)
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	if fs.NArg() > 0 {
		return o, fmt.Errorf("%q is not understood", fs.Arg(0))
	}
	return o, done()
}

// Usage says which options there are.
func Usage() string {
	var b strings.Builder
	b.WriteString("npm run bench -- [options]\n\n")
	fs, _ := flags(&Options{})
	fs.SetOutput(&b)
	fs.PrintDefaults()
	return b.String()
}

func (o Options) check() error {
	for _, database := range o.Databases {
		switch {
		case database != onSQLite && database != onPostgres:
			return fmt.Errorf("--databases %s: there are %s and %s", database, onSQLite, onPostgres)
		case database == onPostgres && o.Postgres == "":
			return errors.New("no PostgreSQL is given: set PORTICO_TEST_POSTGRES_URL or leave it out with --databases sqlite")
		}
	}
	for _, beginning := range o.Only {
		if !strings.HasPrefix(importing, beginning) && !strings.HasPrefix(exporting, beginning) && !slices.ContainsFunc(works, func(w work) bool { return strings.HasPrefix(w.name, beginning) }) {
			return fmt.Errorf("--only %s: no work is called so", beginning)
		}
	}
	if o.Time <= 0 || o.Rounds < 1 || o.Connections < 1 {
		return errors.New("--rounds, --seconds and --connections must be above 0")
	}
	return nil
}

// imports reports that W7 is asked for, or W8, which exports what that brought in.
func (o Options) imports() bool {
	return len(o.Only) == 0 || slices.ContainsFunc(o.Only, func(beginning string) bool {
		return strings.HasPrefix(importing, beginning) || strings.HasPrefix(exporting, beginning)
	})
}

// chosen are the works that are asked for.
func (o Options) chosen() []work {
	return slices.DeleteFunc(slices.Clone(works), func(w work) bool {
		begins := func(beginning string) bool { return strings.HasPrefix(w.name, beginning) }
		return len(o.Only) > 0 && !slices.ContainsFunc(o.Only, begins)
	})
}
