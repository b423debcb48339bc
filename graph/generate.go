// Package graph is what may be asked: one .graphql and one file of resolvers for each noun. A resolver translates,
// makes one call, and wraps; decisions are made by the rooms of server, locks by ent/rule.
package graph

//go:generate go -C .. tool gqlgen generate
