package layout

import (
	"errors"
	"slices"
	"strings"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// Issue sets the stories of an issue under its nameplate and with its imprint
// at the foot of the last page. They stand in the order of pieces as far as
// the editor's wishes allow; of all ways of making them up, the one with the
// least Badness is taken. A wish that cannot be met is told in Findings; an error
// would mean that there is no way at all.
func Issue(issue bulletin.Issue, pieces []Piece, s styles.Style) (*Document, error) {
	var k Memory
	return k.Issue(issue, pieces, s)
}

func (k *Memory) issue(issue *bulletin.Issue, pieces []Piece, s *styles.Style) (*Document, error) {
	wait := k.prepare(k.number(pieces))
	m := newMakeup(s)
	m.nameplate(issue)
	m.issueBanner(issue, pieces)
	imprint := m.imprintOf(issue)
	wait()
	plan := k.bestPlan(issue, pieces, m.row, m.imprintRows(imprint))
	if plan == nil {
		return nil, errors.New("no way of making the issue up was found")
	}
	r := plan.realise(m)
	m.placeImprint(imprint)
	label, name := nameOnPlate(issue)
	m.folios(strings.Join(nonEmpty(label, name), " "), strings.Join(nonEmpty(numberOnPlate(issue), issue.Date.Short()), "  ·  "))
	doc := m.document(strings.Join(nonEmpty(label, name, numberOnPlate(issue)), " "), issue.Office.Body)
	doc.Faults, doc.Holes = r.faults, r.holes
	for i := range min(len(r.white), len(doc.Pages)) {
		doc.Pages[i].White = r.white[i]
	}
	for _, s := range r.stories {
		doc.Stories = append(doc.Stories, s.Story)
	}
	doc.Findings = slices.Concat(m.findings, m.missingFindings())
	if plan.front != nil && plan.front.box != nil {
		doc.Findings = append(doc.Findings, plan.front.box.findings...)
	}
	for _, u := range plan.all {
		doc.Findings = append(doc.Findings, doc.stillUnmet(u.findings)...)
	}
	doc.Findings = slices.Concat(doc.Findings, m.told, plan.unmet)
	return doc, nil
}

// issueBanner puts the year's theme under the nameplate: the issue's own, else
// that of the first story that has one.
func (m *makeup) issueBanner(issue *bulletin.Issue, pieces []Piece) {
	if hasText(issue.ThemeBanner) {
		m.banner(issue.ThemeBanner, ofIssue)
		return
	}
	for _, p := range pieces {
		if hasText(p.Article.ThemeBanner) {
			m.banner(p.Article.ThemeBanner, Source{Article: p.ID, Field: bulletin.FieldThemeBanner, Block: -1})
			return
		}
	}
}
