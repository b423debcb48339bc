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
	browser, system := parts(agent)
	switch {
	case browser == "":
		return "An unknown browser"
	case system == "":
		return browser
	default:
		return browser + " on " + system
	}
}

// parts are the browser and the system that a User-Agent header names, as far as they are known. One that names no browser is called by
// its first word, and by that alone.
func parts(agent string) (browser, system string) {
	named := func(among [][2]string) string {
		for _, one := range among {
			if strings.Contains(agent, one[0]) {
				return one[1]
			}
		}
		return ""
	}
	if browser = named(browsers); browser != "" {
		return browser, named(systems)
	}
	name, _, _ := strings.Cut(agent, "/")
	if name = strings.TrimSpace(name); len(name) > 40 {
		return "", ""
	}
	return name, ""
}
