package config

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/caarlos0/env/v11"
)

const (
	sourceDefault = "default"
	sourceEnv     = "env"
	sourceFlag    = "flag"
	sourceFile    = "file"
)

// maxFile is far more than any setting needs; it keeps a wrong path from being read into memory whole.
const maxFile = 64 << 10

// Flags are the settings that a command line gave.
type Flags struct {
	values map[string]string // by flag name
}

// Register adds a flag for each setting to fs (--addr for PORTICO_ADDR, and so on; secrets also as …-file), beside the
// flags that a command has of its own. After fs.Parse, Load reads the rest.
func Register(fs *flag.FlagSet) *Flags {
	f := &Flags{values: map[string]string{}}
	for _, s := range settings {
		usage := fmt.Sprintf("%s; must be %s (%s, default: %s)", s.meaning, s.allowed, s.env(), s.byDefault())
		fs.Var(flagValue{f.values, s.flag(), s.boolean}, s.flag(), strings.ReplaceAll(usage, "`", "'"))
		if s.secret {
			fs.Var(flagValue{f.values, s.flag() + "-file", false}, s.flag()+"-file", "a file that holds --"+s.flag())
		}
	}
	return f
}

type flagValue struct {
	values map[string]string
	name   string
	bool   bool
}

func (v flagValue) String() string   { return "" }
func (v flagValue) IsBoolFlag() bool { return v.bool }
func (v flagValue) Set(s string) error {
	v.values[v.name] = s
	return nil
}

// Load reads every setting: flag, else variable, else the file that …_FILE names, else the default. An empty variable
// counts as not set. The error is one line that names the setting, its value unless it is secret, and what is allowed.
func (f *Flags) Load(environ []string) (*Config, error) {
	given := env.ToMap(environ)
	values, sources := map[string]string{}, map[string]string{}
	for _, s := range settings {
		value, source, err := f.look(s, given)
		if err != nil {
			return nil, err
		}
		values[s.env()], sources[s.env()] = strings.TrimSpace(value), source
	}
	c := new(Config)
	err := env.ParseWithOptions(c, env.Options{Prefix: prefix, Environment: values, FuncMap: parsers})
	if err == nil {
		err = c.check()
	}
	if err != nil {
		return nil, refusal(err, values, sources)
	}
	c.Database = c.Database.within(c.DataDir)
	c.Unknown = unknown(given)
	c.table = table(c, values, sources)
	return c, nil
}

func (f *Flags) look(s setting, given map[string]string) (value, source string, err error) {
	if v, ok := f.values[s.flag()]; ok {
		return v, sourceFlag, nil
	}
	if path, ok := f.values[s.flag()+"-file"]; ok {
		return readFile("--"+s.flag()+"-file", path)
	}
	direct, path := given[s.env()], given[s.env()+"_FILE"]
	switch {
	case direct != "" && path != "":
		return "", "", fmt.Errorf("%[1]s and %[1]s_FILE are both set; only one of them may be", s.env())
	case direct != "":
		return direct, sourceEnv, nil
	case path != "":
		return readFile(s.env()+"_FILE", path)
	}
	return s.fallback, sourceDefault, nil
}

func readFile(name, path string) (value, source string, err error) {
	info, err := os.Stat(path)
	if err == nil && (!info.Mode().IsRegular() || info.Size() > maxFile) {
		err = errors.New("not a file of at most 64 kB")
	}
	var text []byte
	if err == nil {
		text, err = os.ReadFile(path)
	}
	if perr, ok := errors.AsType[*os.PathError](err); ok {
		err = perr.Err
	}
	if err != nil {
		return "", "", fmt.Errorf("%s: %q cannot be read (%w); it must be a file that holds the value", name, shorten(path), err)
	}
	return string(text), sourceFile, nil
}

// unknown lists the variables of ours that mean nothing here.
func unknown(given map[string]string) []string {
	known := map[string]bool{}
	for _, s := range settings {
		known[s.env()], known[s.env()+"_FILE"] = true, true
	}
	var names []string
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if strings.HasPrefix(name, prefix) && !known[name] {
			names = append(names, name)
		}
	}
	return names
}

func table(c *Config, values, sources map[string]string) []Setting {
	rows := Describe()
	for i, row := range rows {
		value := values[row.Name]
		switch {
		case value == "":
			continue
		case row.Name == prefix+"DATABASE_URL":
			value = c.Database.String()
		case row.Name == prefix+"DATABASE_DIRECT_URL":
			value = c.DatabaseDirect.String()
		case row.Secret:
			value = redacted
		}
		rows[i].Value, rows[i].Source = value, sources[row.Name]
	}
	return rows
}

// badSetting is what check answers: the setting by its short name, and what it must be where the table does not say.
type badSetting struct{ name, must string }

func (e badSetting) Error() string { return prefix + e.name + " must be " + e.must }

// refusal turns the first complaint into the line that people read.
func refusal(err error, values, sources map[string]string) error {
	bad, ok := errors.AsType[badSetting](err)
	if !ok {
		parse, ok := errors.AsType[env.ParseError](err)
		if !ok {
			return errors.New(firstLine(err.Error()))
		}
		field, _ := reflect.TypeFor[Config]().FieldByName(parse.Name)
		bad.name = field.Tag.Get("env")
	}
	s := settings[slices.IndexFunc(settings, func(s setting) bool { return s.name == bad.name })]
	must, value := s.allowed, fmt.Sprintf("%q", shorten(values[s.env()]))
	if bad.must != "" {
		must = bad.must
	}
	if s.secret {
		value = "the value (not shown)"
	}
	from := ""
	if source := sources[s.env()]; source == sourceFlag || source == sourceFile {
		from = " (from a " + source + ")"
	}
	return fmt.Errorf("%s%s: %s will not do; it must be %s", s.env(), from, value, must)
}

func shorten(value string) string {
	if runes := []rune(value); len(runes) > 80 {
		return string(runes[:80]) + "…"
	}
	return value
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
