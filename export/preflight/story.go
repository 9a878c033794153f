package preflight

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"bantin/bulletin"
)

// missingStories are those that the story list names and the drafts file does
// not have: the issue came from another PC without them.
func missingStories(p *proof) []hit {
	var out []hit
	for i := range p.Stories {
		if s := &p.Stories[i]; s.Missing {
			out = append(out, hit{
				where: bulletin.Place{Article: s.ID, Block: -1},
				args:  bulletin.Args{"id": string(s.ID), "place": i + 1},
				fix:   bulletin.FixDropStory,
			})
		}
	}
	return out
}

func deletedStories(p *proof) []hit {
	return p.hits(func(s *Story) bool { return s.Deleted }, bulletin.FixDropStory)
}

func conflictingStories(p *proof) []hit {
	return p.hits(func(s *Story) bool { return s.Conflict }, "")
}

// olderStories are not as they were last written: that version is damaged.
func olderStories(p *proof) []hit {
	out := p.hits(func(s *Story) bool { return s.Older != nil }, "")
	for i := range out {
		at := slices.IndexFunc(p.Stories, func(s Story) bool { return s.ID == out[i].where.Article })
		maps.Copy(out[i].args, p.Stories[at].Older)
	}
	return out
}

func olderIssue(p *proof) []hit {
	if p.IssueOlder == nil {
		return nil
	}
	return []hit{{where: ofIssue(0), args: p.IssueOlder}}
}

// mergedStories wait for an eye: the two halves of a sentence that two people
// changed need not fit each other.
func mergedStories(p *proof) []hit {
	return p.hits(func(s *Story) bool { return s.Merged && !s.Conflict && !s.Deleted }, "")
}

func mergedIssue(p *proof) []hit {
	if !p.IssueMerged || p.IssueConflict {
		return nil
	}
	return []hit{{where: ofIssue(0)}}
}

func conflictingIssue(p *proof) []hit {
	if !p.IssueConflict {
		return nil
	}
	return []hit{{where: ofIssue(0)}}
}

// emptyStories have nothing to read and nothing to see but a headline.
func emptyStories(p *proof) []hit {
	return p.hits(func(s *Story) bool { return !s.Deleted && empty(&s.Article) }, bulletin.FixDropStory)
}

func empty(a *bulletin.Article) bool {
	return len(a.Photos) == 0 && !isSeen(a.Standfirst) &&
		!slices.ContainsFunc(a.Body, func(b bulletin.Block) bool { return isSeen(b.Text) })
}

// isSeen reports a text of which anything is seen on paper.
func isSeen(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// headlessStories have words and no headline over them. What has no words
// either is told of as empty.
func headlessStories(p *proof) []hit {
	out := p.hits(func(s *Story) bool {
		return !s.Deleted && !isSeen(s.Article.Headline) && !empty(&s.Article)
	}, "")
	for i := range out {
		out[i].where.Field = bulletin.FieldHeadline
	}
	return out
}

func repeatedStories(p *proof) []hit {
	times := map[bulletin.ID]int{}
	for _, s := range p.Stories {
		times[s.ID]++
	}
	var out []hit
	for _, s := range p.distinct() {
		if n := times[s.ID]; n > 1 {
			h := p.storyHit(s, bulletin.FixDropRepeats)
			h.where.Page = p.storyPage(s.ID, 2)
			h.args["n"] = n
			out = append(out, h)
		}
	}
	return out
}

// leadInside: the leading story, the first that may stand there, is not on page
// one, because of what was wished of it.
func leadInside(p *proof) []hit {
	mayLead := func(id bulletin.ID) (bulletin.Slot, bool) {
		for _, slot := range p.Issue.Slots {
			if slot.Article == id {
				return slot, slot.Page <= 1
			}
		}
		return bulletin.Slot{}, true
	}
	var lead *Story
	for _, s := range p.printed() {
		slot, ok := mayLead(s.ID)
		switch {
		case ok && slot.Lead:
			return p.beyondPageOne(s)
		case ok && lead == nil:
			lead = s
		}
	}
	return p.beyondPageOne(lead)
}

// severalLeads: more than one story is to lead page one. The first of them does;
// the others only have its size of headline.
func severalLeads(p *proof) []hit {
	var out []hit
	leads := 0
	for _, s := range p.printed() {
		slot := slices.IndexFunc(p.Issue.Slots, func(l bulletin.Slot) bool { return l.Article == s.ID })
		if slot < 0 || !p.Issue.Slots[slot].Lead || p.Issue.Slots[slot].Page > 1 {
			continue
		}
		if leads++; leads > 1 {
			out = append(out, p.storyHit(s, bulletin.FixDropWish))
		}
	}
	return out
}

func (p *proof) beyondPageOne(s *Story) []hit {
	if s == nil || p.storyPage(s.ID, 1) <= 1 {
		return nil
	}
	h := p.storyHit(s, "")
	h.args["page"] = h.where.Page
	return []hit{h}
}

func unapprovedStories(p *proof) []hit {
	approved := []bulletin.Status{bulletin.Approved, bulletin.Published}
	var out []hit
	for _, s := range p.distinct() {
		if s.Deleted || slices.Contains(approved, s.Article.Status) {
			continue
		}
		h := p.storyHit(s, "")
		if !s.Conflict && !s.Merged { // else somebody has to read it first
			h.fix = bulletin.FixApprove
		}
		out = append(out, h)
	}
	return out
}
