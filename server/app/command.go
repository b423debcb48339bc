package app

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"

	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/config"
	"github.com/portico-hub/portico/server/fault"
)

// Build is what the linker knows.
type Build struct{ Version, Commit string }

// Shell is the world of one command.
type Shell struct {
	Args, Environ  []string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Build          Build
}

// command is one subcommand: how it is used, and what it does.
type command struct {
	name, summary, help, example string
	flags                        func(*flag.FlagSet)
	run                          func(context.Context, *Shell, *flag.FlagSet, *config.Config) error
}

var commands = []command{
	{name: "serve", summary: "migrates, then serves the API, the web application and the background work (the default)",
		example: "portico serve --addr 127.0.0.1:8080 --data-dir ./portico-data", run: serve},
	{name: "migrate", summary: "brings the database up to date and exits; safe from many replicas at once",
		example: "portico migrate --database-url postgres://portico@db/portico", run: migrate},
	{name: "admin create", summary: "makes a Global Administrator",
		help:    "With --password-stdin the account is ready; otherwise an invitation is queued, which the next serve sends.",
		example: "portico admin create --email ana@example.org --first-name Ana --last-name Adams",
		flags:   administratorFlags, run: createAdministrator},
	tokenCommand,
	seedCommand,
	{name: "config", summary: "prints every setting, its value with secrets masked, where it came from and what it does",
		example: "PORTICO_ADDR=:8080 portico config", run: showConfig},
	{name: "version", summary: "prints version, commit, Go version and database engines",
		example: "portico version", run: version},
}

// Execute runs one command and returns the exit status: 0, 1 for a failure, 2 for a call that makes no sense.
func Execute(sh Shell) int {
	args := sh.Args
	if len(args) > 0 && (args[0] == "--help" || args[0] == "-h" || args[0] == "help") {
		usage(sh.Stdout)
		return 0
	}
	c, rest := pick(args)
	if c == nil {
		fmt.Fprintf(sh.Stderr, "portico: there is no command %q; portico --help lists them\n", args[0])
		return 2
	}
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	settings := config.Register(fs)
	if c.flags != nil {
		c.flags(fs)
	}
	switch err := fs.Parse(rest); {
	case errors.Is(err, flag.ErrHelp):
		c.explain(sh.Stdout, fs)
		return 0
	case err != nil:
		fmt.Fprintf(sh.Stderr, "portico: %v; portico %s --help explains\n", err, c.name)
		return 2
	case fs.NArg() > 0:
		fmt.Fprintf(sh.Stderr, "portico: %q is not understood; portico %s --help explains\n", fs.Arg(0), c.name)
		return 2
	}
	cfg, err := settings.Load(sh.Environ)
	if err != nil {
		fmt.Fprintf(sh.Stderr, "portico: %v\n", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := c.run(ctx, &sh, fs, cfg); err != nil {
		fmt.Fprintf(sh.Stderr, "portico: %s\n", oneLine(err))
		return 1
	}
	return 0
}

// oneLine is what an error says, on one line, whatever a library made of it.
func oneLine(err error) string {
	return strings.Join(strings.FieldsFunc(err.Error(), func(r rune) bool { return r == '\n' || r == '\t' }), " ")
}

// pick finds the command that the arguments begin with; flags alone mean serve.
func pick(args []string) (*command, []string) {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return &commands[0], args
	}
	for i := range commands {
		words := strings.Fields(commands[i].name)
		if len(args) >= len(words) && strings.Join(args[:len(words)], " ") == commands[i].name {
			return &commands[i], args[len(words):]
		}
	}
	return nil, args
}

func usage(w io.Writer) {
	fmt.Fprint(w, "Portico: self-hosted user administration for portals.\n\nportico COMMAND [flags]\n\n")
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range commands {
		fmt.Fprintf(table, "  %s\t%s\n", c.name, c.summary)
	}
	_ = table.Flush()
	fmt.Fprint(w, "\nportico COMMAND --help explains one, with an example. Settings are environment variables or flags: portico config.\n")
}

func (c *command) explain(w io.Writer, fs *flag.FlagSet) {
	fmt.Fprintf(w, "portico %s: %s.\n", c.name, c.summary)
	if c.help != "" {
		fmt.Fprintln(w, c.help)
	}
	fmt.Fprintf(w, "\nExample:\n  %s\n\nFlags:\n", c.example)
	fs.SetOutput(w)
	fs.PrintDefaults()
}

// logger writes text for people and JSON for machines.
func logger(c *config.Config, w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.LogLevel}
	file, isFile := w.(*os.File)
	terminal := false
	if info, err := statOf(file, isFile); err == nil {
		terminal = info.Mode()&os.ModeCharDevice != 0
	}
	if c.LogFormat == config.LogText || (c.LogFormat == config.LogAuto && terminal) {
		return slog.New(slog.NewTextHandler(w, options))
	}
	return slog.New(slog.NewJSONHandler(w, options))
}

func statOf(file *os.File, isFile bool) (os.FileInfo, error) {
	if !isFile {
		return nil, os.ErrInvalid
	}
	return file.Stat()
}

// with builds the application, runs do and closes it.
func with(ctx context.Context, sh *Shell, c *config.Config, do func(*App) error) error {
	log := logger(c, sh.Stderr)
	for _, name := range c.Unknown {
		log.WarnContext(ctx, name+" is no setting; portico config lists them")
	}
	a, err := New(ctx, c, log, Parts{})
	if err != nil {
		return err
	}
	return errors.Join(do(a), a.Close())
}

func serve(ctx context.Context, sh *Shell, _ *flag.FlagSet, c *config.Config) error {
	if !slices.ContainsFunc(sh.Environ, func(v string) bool { return strings.HasPrefix(v, "GOGC=") || strings.HasPrefix(v, "GOMEMLIMIT=") }) {
		pace()
	}
	return with(ctx, sh, c, func(a *App) error { return a.Run(ctx) })
}

func migrate(ctx context.Context, sh *Shell, _ *flag.FlagSet, c *config.Config) error {
	return with(ctx, sh, c, func(a *App) error { return a.Migrate(ctx) })
}

func administratorFlags(fs *flag.FlagSet) {
	fs.String("email", "", "their address, which is also the login name")
	fs.String("first-name", "", "their first name")
	fs.String("last-name", "", "their last name")
	fs.Bool("password-stdin", false, "read the password from standard input")
}

func createAdministrator(ctx context.Context, sh *Shell, fs *flag.FlagSet, c *config.Config) error {
	said := func(name string) string { return fs.Lookup(name).Value.String() }
	who := account.Administrator{Email: said("email"), FirstName: said("first-name"), LastName: said("last-name")}
	if said("password-stdin") == "true" {
		line, err := bufio.NewReader(io.LimitReader(sh.Stdin, 4096)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		who.Password = strings.TrimRight(line, "\r\n")
		if who.Password == "" {
			return errors.New("there is no password on standard input")
		}
	}
	return with(ctx, sh, c, func(a *App) error {
		if err := a.Migrate(ctx); err != nil {
			return err
		}
		u, err := a.Accounts.CreateAdministrator(ctx, who)
		if faults, foreseen := fault.All(err); foreseen && len(faults) > 0 {
			return faults
		}
		if err != nil {
			return err
		}
		next := "An invitation to " + u.Email + " is queued."
		if who.Password != "" {
			next = "They can sign in as " + u.Email + "."
		}
		fmt.Fprintf(sh.Stdout, "%s %s is a Global Administrator. %s\n", u.FirstName, u.LastName, next)
		return nil
	})
}

func showConfig(_ context.Context, sh *Shell, _ *flag.FlagSet, c *config.Config) error {
	table := tabwriter.NewWriter(sh.Stdout, 0, 0, 2, ' ', 0)
	for _, s := range c.Settings() {
		fmt.Fprintf(table, "%s\t%s\t(%s)\t%s\n", s.Name, s.Value, s.Source, s.Meaning)
	}
	return table.Flush()
}

func version(_ context.Context, sh *Shell, _ *flag.FlagSet, _ *config.Config) error {
	name, commit := sh.Build.Version, sh.Build.Commit
	if commit == "" {
		commit = "unknown commit"
	}
	_, err := fmt.Fprintf(sh.Stdout, "portico %s (%s), %s, SQLite built in, PostgreSQL 14 or later\n", name, commit, runtime.Version())
	return err
}
