package preflight

import (
	"slices"
	"strings"

	"bantin/assets/rules"
	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/export/layout"
)

// lawOf lists the rule set's rules of one kind.
func (p *proof) lawOf(kind rules.Kind) []rules.Rule {
	var out []rules.Rule
	for _, r := range p.law.Rules {
		if p.lawful && r.Kind == kind {
			out = append(out, r)
		}
	}
	return out
}

// lawHit quotes the source of a rule.
func (p *proof) lawHit(r rules.Rule, where bulletin.Place, args bulletin.Args) hit {
	args["law"], args["clause"] = p.law.Law, r.Clause
	return hit{where: where, args: args, severity: p.lawSeverity(r)}
}

// lawSeverity is how much a rule matters to these pages: nothing but a file for
// the print house is stopped, and of a law that does not hold on the issue's day
// only what lasts.
func (p *proof) lawSeverity(r rules.Rule) bulletin.Severity {
	inForce := p.Day.IsZero() || p.law.HoldsOn(p.Day) || r.Lasting
	forPress := p.Purpose == Print || p.Purpose == ""
	if r.Severity == bulletin.Error && !(inForce && forPress) {
		return bulletin.Warning
	}
	return r.Severity
}

func tooLarge(p *proof) []hit {
	var out []hit
	trim, slack := p.Document.Trim, layout.Micrometres(100)
	for _, r := range p.lawOf(rules.MaxTrim) {
		if trim.Width <= layout.Millimetres(int64(r.WidthMM))+slack && trim.Height <= layout.Millimetres(int64(r.HeightMM))+slack {
			continue
		}
		out = append(out, p.lawHit(r, ofIssue(0), bulletin.Args{
			"width_mm": tenths(trim.Width), "height_mm": tenths(trim.Height),
			"most_width_mm": r.WidthMM, "most_height_mm": r.HeightMM,
		}))
	}
	return out
}

func tooManyPages(p *proof) []hit {
	var out []hit
	pages := len(p.Document.Pages)
	for _, r := range p.lawOf(rules.MaxPages) {
		if pages > r.Pages {
			out = append(out, p.lawHit(r, ofIssue(0), bulletin.Args{"pages": pages, "most": r.Pages}))
		}
	}
	return out
}

// advertising looks at what a story calls itself.
func advertising(p *proof) []hit {
	var out []hit
	for _, r := range p.lawOf(rules.NoAdvertising) {
		for _, h := range p.hits(func(s *Story) bool { return advertises(&s.Article, r.Words) }, "") {
			out = append(out, p.lawHit(r, h.where, h.args))
		}
	}
	return out
}

func advertises(a *bulletin.Article, words []string) bool {
	genre, section := viet.Fold(string(a.Genre)), viet.Fold(a.Section)
	kicker := viet.Fold(strings.TrimSpace(a.Kicker))
	return slices.ContainsFunc(words, func(word string) bool {
		word = viet.Fold(word)
		return strings.Contains(genre, word) || strings.Contains(section, word) || kicker == word
	})
}

// brokenLaw says which rules the office keeps that cannot be used.
func brokenLaw(p *proof) []hit {
	var out []hit
	for _, name := range p.Broken {
		out = append(out, hit{where: ofIssue(0), args: bulletin.Args{"name": name}})
	}
	return out
}

// earlyLaw says of the rules by which the issue is measured, or of those which
// were given for it, that they do not hold yet on the issue's day.
func earlyLaw(p *proof) []hit {
	if !p.lawful || p.Day.IsZero() {
		return nil
	}
	for _, set := range append([]rules.Set{p.law}, p.Rules...) {
		if set.ComesAfter(p.Day) {
			return []hit{{where: ofIssue(0), args: bulletin.Args{"law": set.Law, "from": set.InForceFrom, "day": p.Day}}}
		}
	}
	return nil
}

// outdatedLaw says that the rules no longer held on the issue's day.
func outdatedLaw(p *proof) []hit {
	if !p.lawful || p.Day.IsZero() || p.law.HoldsOn(p.Day) || p.law.ComesAfter(p.Day) || p.law.ReplacedOn.IsZero() {
		return nil
	}
	return []hit{{where: ofIssue(0), args: bulletin.Args{
		"law": p.law.Law, "clause": p.law.Clause, "day": p.Day,
		"replaced_on": p.law.ReplacedOn, "replaced_by": p.law.ReplacedBy,
	}}}
}
