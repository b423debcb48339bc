package app

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"github.com/portico-hub/portico/server/config"
	"github.com/portico-hub/portico/server/seed"
)

var seedCommand = command{
	name: "seed", summary: "fills a database with made-up, realistic users",
	help:    "The same --random-seed makes the same hub. It refuses a database that has users unless --append is set.",
	example: "portico seed --users 10000 --groups 200",
	flags: func(fs *flag.FlagSet) {
		fs.Int("users", 1000, "how many users")
		fs.Int("groups", 200, "how many groups; users are in about two")
		fs.Int("activities", 5, "how many activities each user has, on average")
		fs.Uint64("random-seed", 1, "another number makes another hub")
		fs.Bool("append", false, "add to a database that has users already")
	},
	run: fill,
}

func fill(ctx context.Context, sh *Shell, fs *flag.FlagSet, c *config.Config) error {
	said := func(name string) any { return fs.Lookup(name).Value.(flag.Getter).Get() }
	o := seed.Options{Users: said("users").(int), Groups: said("groups").(int), Activities: said("activities").(int), RandomSeed: said("random-seed").(uint64), Append: said("append").(bool)}
	if o.Users < 1 || o.Groups < 0 || o.Activities < 0 {
		return errors.New("--users must be at least 1, --groups and --activities at least 0")
	}
	return with(ctx, sh, c, func(a *App) error {
		if err := a.Migrate(ctx); err != nil {
			return err
		}
		if err := seed.Fill(ctx, a.Store, a.log, o); err != nil {
			return err
		}
		_, err := fmt.Fprintf(sh.Stdout, "%d users in %d groups were made up.\n", o.Users, o.Groups)
		return err
	})
}
