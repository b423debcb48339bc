// Portico is self-hosted user administration for portals. portico --help lists the commands.
package main

import (
	"os"

	"github.com/portico-hub/portico/server/app"
)

// Set by the build.
var version, commit = "dev", ""

func main() {
	os.Exit(app.Execute(app.Shell{
		Args: os.Args[1:], Environ: os.Environ(), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Build: app.Build{Version: version, Commit: commit},
	}))
}
