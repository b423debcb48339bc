// Package ent is what is true: the entities, who is asking, who may see which row, and what keeps a row right.
package ent

//go:generate go -C .. run ./ent/entc.go
//go:generate go -C .. run ./ent/diff.go
