package config

import (
	"errors"
	"net/netip"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/caarlos0/env/v11"
)

var errNotAllowed = errors.New("not allowed")

// Proxies are the addresses whose X-Forwarded-For is believed. The zero value is none.
type Proxies struct{ blocks []netip.Prefix }

// Contains reports whether addr is one of them. An IPv4 address in IPv6 form counts as what it is.
func (p Proxies) Contains(addr netip.Addr) bool {
	addr = addr.Unmap().WithZone("")
	return slices.ContainsFunc(p.blocks, func(b netip.Prefix) bool { return b.Contains(addr) })
}

// UnmarshalText reads addresses and CIDR blocks separated by commas.
func (p *Proxies) UnmarshalText(text []byte) error {
	for word := range strings.SplitSeq(string(text), ",") {
		word = strings.TrimSpace(word)
		block, err := netip.ParsePrefix(word)
		if err != nil {
			var addr netip.Addr
			if addr, err = netip.ParseAddr(word); err != nil || addr.Zone() != "" {
				return errNotAllowed
			}
			addr = addr.Unmap()
			block = netip.PrefixFrom(addr, addr.BitLen())
		}
		p.blocks = append(p.blocks, block.Masked())
	}
	return nil
}

// LogFormat is how log lines are written.
type LogFormat string

// The log formats. LogAuto is text on a terminal, else JSON.
const (
	LogAuto LogFormat = ""
	LogText LogFormat = "text"
	LogJSON LogFormat = "json"
)

// UnmarshalText reads text or json.
func (f *LogFormat) UnmarshalText(text []byte) error {
	*f = LogFormat(strings.ToLower(string(text)))
	if *f != LogText && *f != LogJSON {
		return errNotAllowed
	}
	return nil
}

var parsers = map[reflect.Type]env.ParserFunc{
	reflect.TypeFor[url.URL](): func(s string) (any, error) {
		u, err := url.Parse(s)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil ||
			u.RawQuery != "" || u.ForceQuery || strings.Contains(s, "#") {
			return nil, errNotAllowed
		}
		return *u, nil
	},
}

// Blocks are the address blocks as they were read.
func (p Proxies) Blocks() []netip.Prefix { return p.blocks }
