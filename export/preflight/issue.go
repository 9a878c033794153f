package preflight

import (
	"strings"

	"bantin/assets/rules"
	"bantin/bulletin"
)

// What the rule set asks for on page one is left to it, so that the same gap is
// told once.

func namelessIssue(p *proof) []hit {
	return p.lacks(rules.Name, strings.TrimSpace(p.Issue.Name+p.Issue.Office.Bulletin) == "")
}

func numberlessIssue(p *proof) []hit {
	return p.lacks(rules.Number, strings.TrimSpace(p.Issue.Number) == "")
}

func undatedIssue(p *proof) []hit { return p.lacks(rules.Date, p.Issue.Date.IsZero()) }

func (p *proof) lacks(item rules.Item, empty bool) []hit {
	if !empty || len(p.demands(item)) > 0 {
		return nil
	}
	return []hit{{where: ofIssue(min(1, len(p.Document.Pages)))}}
}

// The pages are set in the usual house style instead of the issue's own.

func unknownStyle(p *proof) []hit { return p.standsIn(false) }
func brokenStyle(p *proof) []hit  { return p.standsIn(true) }

func (p *proof) standsIn(broken bool) []hit {
	if p.StandIn.For == "" || p.StandIn.Broken != broken {
		return nil
	}
	return []hit{{where: ofIssue(0), args: bulletin.Args{"style": p.StandIn.For}}}
}

// sheetPages is how many pages a folded sheet has.
const sheetPages = 4

// pageMultiple: folded and stapled sheets have four pages each. One or two
// pages are a leaf. Where the editor asked for a number, that one is held to.
func pageMultiple(p *proof) []hit {
	n := len(p.Document.Pages)
	if p.Issue.PageMultiple > 1 || n <= 2 || n%sheetPages == 0 {
		return nil
	}
	return []hit{{
		where: ofIssue(0), fix: bulletin.FixEvenPages,
		args: bulletin.Args{"pages": n, "more": sheetPages - n%sheetPages},
	}}
}

// pagesAsked: the editor asked for full sheets and the stories do not make
// them.
func pagesAsked(p *proof) []hit {
	n, asked := len(p.Document.Pages), p.Issue.PageMultiple
	if asked <= 1 || n%asked == 0 {
		return nil
	}
	return []hit{{
		where: ofIssue(0),
		args:  bulletin.Args{"pages": n, "multiple": asked, "more": asked - n%asked, "over": n % asked},
	}}
}
