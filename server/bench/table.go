package main

import (
	"fmt"
	"slices"
	"strings"
)

// compared is a work on one hub with what each contestant did.
type compared struct {
	work
	portico, raw, executor Result
}

// compare puts results of one work on one hub together.
func compare(all []Result) (some []compared) {
	type place struct {
		database string
		users    int
		work     string
	}
	at := map[place]int{}
	for _, r := range all {
		here := place{r.Database, r.Users, r.Work}
		i, known := at[here]
		if !known {
			i = len(some)
			at[here] = i
			c := compared{work: work{name: r.Work}}
			if n := slices.IndexFunc(works, func(w work) bool { return w.name == r.Work }); n >= 0 {
				c.work = works[n]
			}
			some = append(some, c)
		}
		switch r.Contestant {
		case isPortico:
			some[i].portico = r
		case isRaw:
			some[i].raw = r
		case isExecutor:
			some[i].executor = r
		}
	}
	return some
}

// limit is the CPU that raw SQL and the executor take together; below 0 where CPU could not be read.
func (c compared) limit() float64 {
	if c.raw.CPU < 0 || c.executor.CPU < 0 {
		return -1
	}
	return c.raw.CPU + c.executor.CPU
}

// Table is the results of one hub in Markdown. Rates are requests a second, CPU is seconds for 1,000 requests.
func Table(all []Result) string {
	if len(all) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "### %s, %d users (requests/s · CPU seconds for 1,000)\n\n", all[0].Database, all[0].Users)
	b.WriteString("| work | Portico | p50, p95 ms | raw SQL | executor | limit: raw + executor | Portico ÷ limit | Portico ÷ raw | goal |\n")
	b.WriteString("|---|---|---|---|---|---|---|---|---|\n")
	for _, c := range compare(all) {
		fmt.Fprintf(&b, "| %s | %s | %.1f, %.1f | %s | %s | %s | %s | %s | %s |\n", c.name, c.portico.shown(), c.portico.P50, c.portico.P95,
			c.raw.shown(), c.executor.shown(), cpu(c.limit()), ratio(c.portico.CPU, c.limit()), ratio(c.portico.CPU, c.raw.CPU), c.goal)
	}
	peak := 0.0
	for _, r := range all {
		if r.Contestant == isPortico {
			peak = max(peak, r.Peak)
		}
	}
	if peak > 0 {
		fmt.Fprintf(&b, "\nPortico held at most %.0f MB.\n", peak)
	}
	return b.String()
}

// GrowthTable is what the CPU of one request grows by from the smallest hub to the largest, in Markdown.
func GrowthTable(all []Result) string {
	if len(all) == 0 {
		return ""
	}
	var b strings.Builder
	first, last := ends(all)
	fmt.Fprintf(&b, "### %s, growth from %d to %d users (Portico's CPU seconds for 1,000)\n\n", all[0].Database, first, last)
	fmt.Fprintf(&b, "| work | %d | %d | growth | raw SQL's | goal |\n|---|---|---|---|---|---|\n", first, last)
	for _, g := range growths(all) {
		goal := ""
		if g.small.goal.growth > 0 {
			goal = fmt.Sprintf("≤ %g", g.small.goal.growth)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", g.small.name, cpu(g.small.portico.CPU), cpu(g.large.portico.CPU),
			ratio(g.large.portico.CPU, g.small.portico.CPU), ratio(g.large.raw.CPU, g.small.raw.CPU), goal)
	}
	return b.String()
}

// growth is one work on the smallest and the largest hub.
type growth struct{ small, large compared }

func growths(all []Result) (some []growth) {
	first, last := ends(all)
	every := compare(all)
	for _, small := range every {
		for _, large := range every {
			same := small.name == large.name && small.portico.Database == large.portico.Database
			if same && first < last && small.portico.Users == first && large.portico.Users == last {
				some = append(some, growth{small, large})
			}
		}
	}
	return some
}

func ends(all []Result) (first, last int) {
	for i, r := range all {
		if i == 0 || r.Users < first {
			first = r.Users
		}
		last = max(last, r.Users)
	}
	return first, last
}

// Missed tells in a sentence of each goal that Portico misses.
func Missed(all []Result) (sentences []string) {
	miss := func(r Result, what string, value, goal float64, most bool) {
		if goal > 0 && value > 0 && (most && value > goal || !most && value < goal) {
			sentences = append(sentences, fmt.Sprintf("%s, %d users: %s misses its goal: %s is %.2f, not %g.", r.Database, r.Users, r.Work, what, value, goal))
		}
	}
	for _, c := range compare(all) {
		miss(c.portico, "the CPU to the limit", quotient(c.portico.CPU, c.limit()), c.goal.limit, true)
		miss(c.portico, "the CPU to raw SQL", quotient(c.portico.CPU, c.raw.CPU), c.goal.raw, true)
		miss(c.portico, "the rate to raw SQL", quotient(c.portico.Rate, c.raw.Rate), c.goal.rate, false)
		miss(c.portico, "the rate", c.portico.Rate, c.goal.least, false)
	}
	for _, g := range growths(all) {
		miss(g.large.portico, "the growth", quotient(g.large.portico.CPU, g.small.portico.CPU), g.small.goal.growth, true)
	}
	return sentences
}

// String is the goal as the table shows it.
func (g goal) String() string {
	var all []string
	for format, value := range map[string]float64{"≤ %g × limit": g.limit, "≤ %g × raw": g.raw, "≥ %g × raw's rate": g.rate, "≥ %g/s": g.least} {
		if value > 0 {
			all = append(all, fmt.Sprintf(format, value))
		}
	}
	return strings.Join(slices.Sorted(slices.Values(all)), ", ")
}

func (r Result) shown() string { return fmt.Sprintf("%.0f · %s", r.Rate, cpu(r.CPU)) }

// cpu is seconds as they are shown, with two or three digits that count.
func cpu(seconds float64) string {
	switch {
	case seconds < 0:
		return "?"
	case seconds < 10:
		return fmt.Sprintf("%.2f", seconds)
	default:
		return fmt.Sprintf("%.0f", seconds)
	}
}

// quotient of two measures, or 0 when one is unknown.
func quotient(a, b float64) float64 {
	if a <= 0 || b <= 0 {
		return 0
	}
	return a / b
}

func ratio(a, b float64) string {
	if q := quotient(a, b); q > 0 {
		return fmt.Sprintf("%.2f", q)
	}
	return "?"
}
