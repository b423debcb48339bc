package authn

import "strings"

// browsers and systems are what User-Agent headers name, the telling ones first: most browsers name others, too.
var (
	browsers = [][2]string{{"Edg", "Edge"}, {"OPR/", "Opera"}, {"Vivaldi", "Vivaldi"}, {"SamsungBrowser", "Samsung Internet"}, {"Firefox/", "Firefox"},
		{"FxiOS", "Firefox"}, {"CriOS", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}
	systems = [][2]string{{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"CrOS", "ChromeOS"}, {"Windows", "Windows"}, {"Macintosh", "macOS"},
		{"Linux", "Linux"}}
)

// Browser is a User-Agent header in words, such as "Firefox on Windows": a guess, for people to recognise. One that names
// no browser is called by its first word.
func Browser(agent string) string {
	named := func(among [][2]string) string {
		for _, one := range among {
			if strings.Contains(agent, one[0]) {
				return one[1]
			}
		}
		return ""
	}
	browser, system := named(browsers), named(systems)
	switch {
	case browser == "":
		name, _, _ := strings.Cut(agent, "/")
		if name = strings.TrimSpace(name); name == "" || len(name) > 40 {
			return "An unknown browser"
		}
		return name
	case system == "":
		return browser
	default:
		return browser + " on " + system
	}
}
