package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	_ "github.com/jackc/pgx/v5/stdlib" // pgx
)

// hub is a database full of made-up users, and the folder with its secret key.
type hub struct {
	database string
	users    int
	// url is what Portico and the others are told; folder is Portico's data folder.
	url, folder string
	db          *sql.DB
}

// The administrator whom the bench signs in as. The hub is made up, and is served on loopback for some minutes.
const (
	login    = "bench@bench.example"
	password = "made-up users, made-up door"
)

// prepare opens the hub of a size, and makes it when the cache does not have it for the newest migration.
func prepare(ctx context.Context, o Options, database string, users int) (h *hub, err error) {
	migration, err := newest("ent/migrations/sqlite")
	if err != nil {
		return nil, err
	}
	prefix := fmt.Sprintf("%s-%d-", database, users)
	h = &hub{database: database, users: users, folder: filepath.Join(o.Cache, prefix+migration)}
	if h.folder, err = filepath.Abs(h.folder); err != nil {
		return nil, err
	}
	place, err := placeOf(o, h)
	if err != nil {
		return nil, err
	}
	defer place.close()
	kept, err := place.has(ctx)
	if err != nil {
		return nil, err
	}
	_, err = os.Stat(h.folder)
	fresh := err != nil || !kept || o.Fresh
	if !fresh {
		if fresh, err = h.outgrown(ctx, place); err != nil {
			return nil, err
		}
	}
	if fresh {
		if err := makeHub(ctx, o, h, place, filepath.Join(o.Cache, prefix)); err != nil {
			return nil, err
		}
	}
	h.url = place.url(h.folder)
	h.db, err = open(h.url)
	return h, err
}

// outgrown reports whether earlier runs added more than one user in twenty. Those are all of one kind, with one group and
// without a company: in a small hub they soon fill the middle of the list, and a page there costs less than it should.
func (h *hub) outgrown(ctx context.Context, place place) (bool, error) {
	db, err := open(place.url(h.folder))
	if err != nil {
		return false, err
	}
	defer db.Close()
	var highest int
	err = db.QueryRowContext(ctx, "SELECT max(id) FROM users").Scan(&highest)
	return highest > h.users+h.users/20, err
}

// newest is the number of the newest migration: what an older one made is another database.
func newest(folder string) (string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.sql"))
	if err != nil || len(files) == 0 {
		return "", errors.New("the bench runs in the root of the repository, where ent/migrations lies")
	}
	number, _, _ := strings.Cut(filepath.Base(files[len(files)-1]), "_")
	return number, nil
}

// makeHub seeds beside the place and moves there at the end, so that what is there is whole. What was kept for older
// migrations goes.
func makeHub(ctx context.Context, o Options, h *hub, place place, prefix string) error {
	fmt.Fprintf(os.Stderr, "making up %d users on %s …\n", h.users, h.database)
	if err := place.clear(ctx); err != nil {
		return err
	}
	old, err := filepath.Glob(prefix + "*")
	if err != nil {
		return err
	}
	for _, folder := range old {
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
	}
	folder := h.folder + ".part"
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	where := []string{"--data-dir", folder, "--database-url", place.url(folder)}
	seed := append([]string{"seed", "--users", strconv.Itoa(h.users), "--groups", "200", "--random-seed", "1"}, where...)
	if err := portico(ctx, o, "", seed...); err != nil {
		return err
	}
	if err := makeAdmin(ctx, o, where); err != nil {
		return err
	}
	if err := place.finish(ctx); err != nil {
		return err
	}
	return os.Rename(folder, h.folder)
}

// makeAdmin makes the administrator of the bench, and the database where there is none yet.
func makeAdmin(ctx context.Context, o Options, where []string) error {
	admin := append([]string{"admin", "create", "--email", login, "--first-name", "Bea", "--last-name", "Bench", "--password-stdin"}, where...)
	return portico(ctx, o, password, admin...)
}

// makeEmpty makes a hub of nobody but the administrator.
func makeEmpty(ctx context.Context, o Options, h *hub, place place) error {
	if err := errors.Join(os.RemoveAll(h.folder), os.MkdirAll(h.folder, 0o700), place.clear(ctx)); err != nil {
		return err
	}
	if err := place.finish(ctx); err != nil {
		return err
	}
	h.url = place.url(h.folder)
	return makeAdmin(ctx, o, []string{"--data-dir", h.folder, "--database-url", h.url})
}

// portico runs one command to its end.
func portico(ctx context.Context, o Options, stdin string, args ...string) error {
	cmd := exec.CommandContext(ctx, o.Portico, args...)
	cmd.Stdin = strings.NewReader(stdin)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("portico %s: %w\n%s", args[0], err, out)
	}
	return nil
}

// open connects to a database as Portico would, for what the bench itself asks and for raw SQL. Pragmas are SQLite's.
func open(address string, pragmas ...string) (*sql.DB, error) {
	file, lite := strings.CutPrefix(address, "sqlite:")
	if !lite {
		return sql.Open("pgx", address)
	}
	q := url.Values{"_txlock": {"immediate"}, "_time_format": {"sqlite"}, "_timezone": {"UTC"}}
	q["_pragma"] = append([]string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "temp_store(MEMORY)", "foreign_keys(1)"}, pragmas...)
	return sql.Open("sqlite", "file:"+(&url.URL{Path: file}).EscapedPath()+"?"+q.Encode())
}

// headers say who asks: the administrator of the bench, or an API client that records activities.
type headers struct{ cookie, token string }

// of is who does a work.
func (h headers) of(w work) string {
	if w.records() > 0 {
		return h.token
	}
	return h.cookie
}

// serve starts Portico over a hub, signs in and makes an API client.
func (h *hub) serve(ctx context.Context, o Options) (p *process, who headers, err error) {
	addr, err := freeAddr()
	if err != nil {
		return nil, who, err
	}
	where := []string{"--data-dir", h.folder, "--database-url", h.url}
	made, err := exec.CommandContext(ctx, o.Portico, append([]string{"token", "create", "--name", fmt.Sprint("Bench ", moment()),
		"--scopes", "USERS_READ,ACTIVITIES_READ,ACTIVITIES_WRITE"}, where...)...).Output()
	if err != nil {
		return nil, who, fmt.Errorf("token create: %w", err)
	}
	p, err = start(ctx, addr, "/readyz", filepath.Join(o.Cache, "portico.log"), o.Portico, "serve", "--addr", addr,
		"--public-url", "http://"+addr, "--data-dir", h.folder, "--database-url", h.url, "--drain", "0s")
	if err != nil {
		return nil, who, err
	}
	cookie, err := signIn(ctx, addr)
	if err != nil {
		p.stop()
		return nil, who, err
	}
	return p, headers{"Cookie: " + cookie, "Authorization: Bearer " + tokenIn(string(made))}, nil
}

// tokenIn finds the token in what the command says.
func tokenIn(said string) string { return regexp.MustCompile(`ptc_\S+`).FindString(said) }

func signIn(ctx context.Context, addr string) (string, error) {
	body := asked(`mutation SignIn($login:String!,$password:String!){signIn(input:{login:$login,password:$password}){nextStep userErrors{code}}}`,
		map[string]any{"login": login, "password": password})
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+addr+"/graphql", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	for _, c := range answer.Cookies() {
		return c.Name + "=" + c.Value, nil
	}
	return "", fmt.Errorf("the administrator of the bench cannot sign in: %s; --fresh makes the database anew", answer.Status)
}
