// Package frontend is what is seen: the single-page application, as the files that the build made of it.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Files returns the built application, with index.html at its root. On a clone whose front end was not built yet it
// holds no index.html.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // "dist" is a constant and a valid path, so this cannot happen.
	}
	return files
}
