package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/client"
	"github.com/portico-hub/portico/server/config"
	"github.com/portico-hub/portico/server/fault"
	"github.com/portico-hub/portico/server/gid"
)

var tokenCommand = command{
	name: "token create", summary: "makes an API client and prints its token once",
	help: "The token alone goes to standard output; it cannot be shown again. --reach ASSIGNED_COMPANIES needs --companies, and\n" +
		"MANAGED_GROUPS needs --groups: ids as the API gives them, separated by commas.",
	example: "portico token create --name Shop --scopes USERS_READ,COMPANIES_READ --origins https://shop.example.org",
	flags: func(fs *flag.FlagSet) {
		fs.String("name", "", "what the API client is called")
		fs.String("scopes", "", "what it may do, separated by commas")
		fs.String("reach", string(viewer.Everything), "whom it reaches: EVERYTHING, ASSIGNED_COMPANIES or MANAGED_GROUPS")
		fs.String("companies", "", "ids of the companies that it reaches")
		fs.String("groups", "", "ids of the groups that it reaches")
		fs.String("origins", "", "sites whose scripts may use the token, such as https://shop.example.org")
		fs.String("expires", "", "until when the token works, such as 2027-01-31T00:00:00Z; never ends if empty")
	},
	run: createToken,
}

func createToken(ctx context.Context, sh *Shell, fs *flag.FlagSet, c *config.Config) error {
	in, err := apiClient(func(name string) string { return fs.Lookup(name).Value.String() })
	if err != nil {
		return err
	}
	return with(ctx, sh, c, func(a *App) error {
		if err := a.Migrate(ctx); err != nil {
			return err
		}
		made, token, err := a.Clients.Create(viewer.AsSystem(ctx, "command line"), in)
		if faults, foreseen := fault.All(err); foreseen && len(faults) > 0 {
			return faults
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(sh.Stderr, "%s may use this token; it is not shown again.\n", made.Name)
		_, err = fmt.Fprintln(sh.Stdout, token)
		return err
	})
}

// apiClient reads the flags.
func apiClient(said func(string) string) (client.Input, error) {
	name, reach := said("name"), viewer.Reach(said("reach"))
	in := client.Input{Name: &name, Reach: &reach, Origins: words(said("origins"))}
	for _, scope := range words(said("scopes")) {
		if !slices.Contains(viewer.Permissions, viewer.Permission(scope)) {
			return in, fmt.Errorf("--scopes: %q is no scope; they are %s", scope, joined(viewer.Permissions))
		}
		in.Scopes = append(in.Scopes, viewer.Permission(scope))
	}
	reaches := []viewer.Reach{viewer.Everything, viewer.AssignedCompanies, viewer.ManagedGroups}
	if !slices.Contains(reaches, reach) {
		return in, fmt.Errorf("--reach: %q is no reach; they are %s", reach, joined(reaches))
	}
	var err, further error
	in.CompanyIDs, err = idsOf(ent.TypeCompany, "--companies", said("companies"))
	in.GroupIDs, further = idsOf(ent.TypeGroup, "--groups", said("groups"))
	if until := said("expires"); until != "" && errors.Join(err, further) == nil {
		at, bad := time.Parse(time.RFC3339, until)
		if bad != nil {
			return in, errors.New("--expires wants a time such as 2027-01-31T00:00:00Z")
		}
		in.Expires, in.ExpiresAt = true, &at
	}
	return in, errors.Join(err, further)
}

func idsOf(kind, flag, text string) ([]int64, error) {
	var keys []int64
	for _, id := range words(text) {
		key, err := gid.Key(kind, id)
		if err != nil {
			return nil, fmt.Errorf("%s: %q is not such an id", flag, id)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// words are what stands between commas.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' })
}

func joined[T ~string](names []T) string {
	texts := make([]string, len(names))
	for i, n := range names {
		texts[i] = string(n)
	}
	return strings.Join(texts, ", ")
}
