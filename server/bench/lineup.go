package main

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
)

// lineUp starts the contestants, makes sure that they give the same answers, and returns them with what stops them.
func lineUp(ctx context.Context, o Options, h *hub, s sample) (three []*contestant, stop func(), err error) {
	var running []*process
	stop = func() {
		for _, p := range running {
			p.stop()
		}
	}
	p, who, err := h.serve(ctx, o)
	if err != nil {
		return nil, stop, err
	}
	running = append(running, p)
	if err := s.cursors(p.addr, who); err != nil {
		return nil, stop, err
	}
	template, answers, err := canned(o, p.addr, who, s)
	if err != nil {
		return nil, stop, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, stop, err
	}
	for _, args := range [][]string{
		{"raw", "--database", h.url, "--connections", strconv.Itoa(o.Connections), "--template", strconv.FormatInt(template, 10)},
		{"executor", "--answers", answers},
	} {
		addr, err := freeAddr()
		if err != nil {
			return nil, stop, err
		}
		p, err := start(ctx, addr, "/healthz", filepath.Join(o.Cache, args[0]+".log"), self, append(args, "--addr", addr)...)
		if err != nil {
			return nil, stop, err
		}
		running = append(running, p)
	}
	three = []*contestant{
		{name: isPortico, addr: running[0].addr, meter: meter{[]int{running[0].pid}, s.postmaster}, shots: s.graphql(running[0].addr, "/graphql", who)},
		{name: isRaw, addr: running[1].addr, meter: meter{[]int{running[1].pid}, s.postmaster}, shots: s.plain(running[1].addr)},
		{name: isExecutor, addr: running[2].addr, meter: meter{[]int{running[2].pid}, 0}, shots: s.graphql(running[2].addr, "", who)},
	}
	return three, stop, agree(o, three)
}

// graphql asks Portico, or the executor, which has a path for each work.
func (s sample) graphql(addr, path string, who headers) func(work) shots {
	return func(w work) shots {
		at := path
		if at == "" {
			at = "/" + w.key
		}
		if n := w.records(); n > 0 {
			return func(from uint64) []byte {
				return request(http.MethodPost, addr, at, who.of(w), asked(w.query, map[string]any{"input": s.toldGraphQL(from, n)}))
			}
		}
		if w.changes() {
			return func(uint64) []byte {
				return request(http.MethodPost, addr, at, who.of(w), asked(w.query, map[string]any{"input": newcomer(token())}))
			}
		}
		var all [][]byte
		for _, v := range s.variables(w) {
			all = append(all, request(http.MethodPost, addr, at, who.of(w), asked(w.query, v)))
		}
		return func(n uint64) []byte { return all[n%uint64(len(all))] }
	}
}

// plain asks raw SQL.
func (s sample) plain(addr string) func(work) shots {
	return func(w work) shots {
		if n := w.records(); n > 0 {
			return func(from uint64) []byte {
				return request(http.MethodPost, addr, "/"+w.key, "", s.toldPlain(from, n))
			}
		}
		if w.changes() {
			return func(uint64) []byte {
				return request(http.MethodPost, addr, "/"+w.key+"?token="+token(), "", []byte("{}"))
			}
		}
		var all [][]byte
		for _, at := range s.addresses(w) {
			all = append(all, request(http.MethodGet, addr, at, "", nil))
		}
		return func(n uint64) []byte { return all[n%uint64(len(all))] }
	}
}
