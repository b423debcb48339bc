// Package migrations holds the versioned SQL of both databases. The files are made from the schema by
// `npm run generate` and never changed once released; what Ent cannot say (search tables, triggers) is written by
// hand in files of its own.
package migrations

import "embed"

// SQLite holds the migrations of SQLite, below "sqlite".
//
//go:embed sqlite/*.sql
var SQLite embed.FS

// Postgres holds the migrations of PostgreSQL, below "postgres".
//
//go:embed postgres/*.sql
var Postgres embed.FS
