package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
)

// pages serves the built SPA from memory. A file is read, hashed and compressed when it is first asked for.
type pages struct {
	files fs.FS
	// ahead names what the hub's pages need next, as the values of a Link header.
	ahead []string
	mu    sync.Mutex
	known map[string]*file
}

// file is one file of the SPA as it goes over the wire.
type file struct {
	contentType string
	tag         string
	plain, gzip []byte
}

func newPages(files fs.FS) *pages {
	return &pages{files: files, ahead: ahead(files), known: map[string]*file{}}
}

// ahead reads from the build's manifest what the application for the signed-in begins with. A browser that learns it
// with the page fetches it while the page is still being read. Without a manifest nothing is known, and nothing lost.
func ahead(files fs.FS) []string {
	plain, err := fs.ReadFile(files, ".vite/manifest.json")
	if err != nil {
		return nil
	}
	var chunks map[string]struct {
		Name, File string
		CSS        []string
	}
	if json.Unmarshal(plain, &chunks) != nil {
		return nil
	}
	var links []string
	for _, chunk := range chunks {
		if chunk.Name != "hub" {
			continue
		}
		links = append(links, "</"+chunk.File+">; rel=modulepreload; crossorigin")
		for _, style := range chunk.CSS {
			links = append(links, "</"+style+">; rel=preload; as=style; crossorigin")
		}
	}
	return links
}

// reserved are addresses that programs ask for and that are never a page, whether they are served yet or not.
var reserved = []string{"/graphql/", "/oauth/", "/scim/", "/auth/", "/forms/", "/test/", "/assets/"}

// page serves a file of the SPA, or its index for whatever looks like a page of it. A file that is missing is missing:
// an index in its place would be read as a broken script.
func (s *site) page(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if f := s.pages.file(name); f != nil {
		f.send(w, r, strings.HasPrefix(name, "assets/"))
		return
	}
	if !looksLikePage(r.URL.Path) {
		s.refuse(w, r, nothingHere)
		return
	}
	index := s.pages.file("index.html")
	if index == nil {
		s.refuse(w, r, notBuilt)
		return
	}
	if _, err := r.Cookie(s.cookieName()); err == nil {
		w.Header()["Link"] = s.pages.ahead // strangers see the pages for everyone, which need none of it
	}
	index.send(w, r, false)
}

// looksLikePage reports whether an address may be one that the SPA's own router knows: no dot in it, and not reserved.
func looksLikePage(address string) bool {
	for _, prefix := range reserved {
		if strings.HasPrefix(address, prefix) {
			return false
		}
	}
	return !strings.Contains(address, ".") && !strings.ContainsFunc(address, func(r rune) bool { return r < ' ' || r == '\\' })
}

// file returns nil for what is not there, is a folder, or is hidden.
func (p *pages) file(name string) *file {
	if name == "" || !fs.ValidPath(name) || strings.HasPrefix(path.Base(name), ".") || strings.HasSuffix(name, ".gz") {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if f, ok := p.known[name]; ok {
		return f
	}
	plain, err := fs.ReadFile(p.files, name)
	if err != nil {
		return nil // not remembered: anybody can think of names
	}
	f := &file{contentType: contentType(name), plain: plain, tag: tagOf(plain)}
	if ready, err := fs.ReadFile(p.files, name+".gz"); err == nil {
		f.gzip = ready
	} else if compressible(f.contentType) {
		f.gzip = compressed(plain)
	}
	p.known[name] = f
	return f
}

// send answers with the file. Names with a hash in them never change; all others are asked about each time.
func (f *file) send(w http.ResponseWriter, r *http.Request, forever bool) {
	h := w.Header()
	body, tag := f.plain, `"`+f.tag+`"`
	if f.gzip != nil {
		h.Add("Vary", "Accept-Encoding")
		if acceptsGzip(r) {
			body, tag = f.gzip, `"`+f.tag+`-gzip"`
		}
	}
	h.Set("ETag", tag)
	h.Set("Cache-Control", "no-cache")
	if forever {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if strings.Contains(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if strings.HasSuffix(tag, `-gzip"`) {
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Type", f.contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a client that is gone needs no answer
	}
}

// contentType is told by the name alone; what the machine's own tables say must not matter.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json", ".map":
		return typeJSON
	case ".webmanifest":
		return "application/manifest+json"
	case ".svg":
		return "image/svg+xml"
	case ".woff2":
		return "font/woff2"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	if known := mime.TypeByExtension(path.Ext(name)); known != "" {
		return known
	}
	return "application/octet-stream"
}

func compressible(contentType string) bool {
	return strings.HasPrefix(contentType, "text/") || strings.HasSuffix(contentType, "json") || strings.HasSuffix(contentType, "+xml")
}

// compressed returns nil where compression gains nothing.
func compressed(plain []byte) []byte {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil
	}
	if _, err := z.Write(plain); err != nil || z.Close() != nil || b.Len() >= len(plain) {
		return nil
	}
	return b.Bytes()
}

func acceptsGzip(r *http.Request) bool {
	for coding := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(coding), ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			weight, err := strconv.ParseFloat(strings.TrimPrefix(strings.ReplaceAll(q, " ", ""), "q="), 64)
			return err != nil || weight > 0
		}
	}
	return false
}

func tagOf(plain []byte) string {
	sum := sha256.Sum256(plain)
	return hex.EncodeToString(sum[:12])
}
