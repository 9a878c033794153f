package preflight

import (
	"bantin/assets/rules"
	"bantin/bulletin"
)

// rule is one line of the registry. name is its finding's (finding.NAME in the
// catalogue). The severities are by purpose, "" where the rule does not apply.
type rule struct {
	name                  string
	print, office, screen bulletin.Severity
	issue                 bool // speaks of issues only, not of one article's pages
	check                 func(*proof) []hit
}

func (r *rule) severity(p Purpose) bulletin.Severity {
	switch p {
	case Office:
		return r.office
	case Screen:
		return r.screen
	}
	return r.print
}

// Short names keep the table below readable.
const (
	no   = bulletin.Severity("")
	hint = bulletin.Hint
	warn = bulletin.Warning
	stop = bulletin.Error
)

// registry is every rule. Rules of the law say their severity in their rule
// set; what stands here is only that they apply.
//
// An unapproved story is a warning everywhere: in a small newsroom the status
// is often left behind by the work, the page prints right all the same, and
// whoever sends it to print is the one who approves. That pages of one article
// are not approved is how they come to be approved: no finding at all.
var registry = []rule{
	//                       print office screen
	{"story_missing", stop, stop, stop, true, missingStories},
	{"story_deleted", stop, stop, stop, true, deletedStories},
	{"story_older", stop, stop, stop, false, olderStories},
	{"issue_older", stop, stop, stop, true, olderIssue},
	{"story_conflict", stop, warn, warn, false, conflictingStories},
	{"issue_conflict", stop, warn, warn, true, conflictingIssue},
	{"story_merged", warn, warn, warn, false, mergedStories},
	{"issue_merged", warn, warn, warn, true, mergedIssue},
	{"story_twice", warn, warn, warn, true, repeatedStories},
	{"story_empty", warn, warn, warn, false, emptyStories},
	{"story_headless", warn, warn, warn, false, headlessStories},
	{"story_unapproved", warn, warn, warn, true, unapprovedStories},
	{"issue_nameless", warn, warn, warn, true, namelessIssue},
	{"issue_numberless", warn, warn, warn, true, numberlessIssue},
	{"issue_undated", warn, warn, warn, true, undatedIssue},
	{"style_unknown", warn, warn, warn, true, unknownStyle},
	{"style_broken", warn, warn, warn, true, brokenStyle},

	{"wish_multiple", warn, warn, warn, true, impossible("wish_multiple")},
	{"wish_page_number", warn, warn, warn, true, impossible("wish_page_number")},
	{"wish_unknown", warn, warn, warn, true, impossible("wish_unknown")},
	{"wish_page", warn, warn, warn, true, withinPages("wish_page")},
	{"wish_beyond", warn, warn, warn, true, beyondPages("wish_page")},
	{"wish_columns", warn, warn, warn, true, wished("wish_columns")},
	{"wish_no_jump", warn, warn, warn, true, wished("wish_no_jump")},
	{"wish_photo_none", warn, warn, warn, true, wished("wish_photo_none")},
	{"wish_photo_wide", warn, warn, warn, true, wished("wish_photo_wide")},
	{"lead_inside", warn, warn, warn, true, leadInside},
	{"lead_twice", warn, warn, warn, true, severalLeads},
	{"hole_impossible", warn, warn, warn, true, wished("hole_impossible")},
	{"hole_page", warn, warn, warn, true, withinPages("hole_page")},
	{"hole_beyond", warn, warn, warn, true, beyondPages("hole_page")},
	{"hole_white", warn, hint, no, true, whiteHoles},
	{"filler_left_out", hint, hint, hint, true, laidOut("filler_left_out")},

	{"text_overset", stop, stop, stop, false, laidOut("text_overset")},
	{"overset", stop, stop, stop, false, laidOut("overset")},
	{"headline_long", warn, warn, warn, false, laidOut("headline_long")},
	{"headline_lines", hint, hint, hint, false, longishHeadlines},
	{"word_long", warn, warn, warn, false, longWords},
	{"empty_frame", stop, warn, warn, false, emptyFrames},
	{"missing_glyph", stop, warn, warn, false, missingGlyphs},
	{"blank_page", warn, warn, warn, false, blankPages},
	{"blank_pinned", warn, warn, warn, true, pinnedBlanks},
	{"last_page_bare", warn, warn, warn, true, bareLastPage},
	{"page_multiple", hint, hint, no, true, pageMultiple},
	{"pages_asked", warn, warn, no, true, pagesAsked},
	{"pages_loose", warn, warn, no, true, loosePages},
	{"pages_white", hint, hint, no, true, whitePages},

	{"photo_blurred", stop, warn, no, false, blurredPhotos},
	{"photo_tiny", stop, warn, no, false, tinyPhotos},
	{"photo_cut", stop, warn, no, false, cutPhotos},
	{"photo_soft", warn, hint, no, false, softPhotos},
	{"photo_caption", warn, warn, warn, false, uncaptionedPhotos},
	{"photo_credit", hint, hint, hint, false, uncreditedPhotos},
	{"photo_alt", hint, hint, warn, false, undescribedPhotos},
	{"photo_inks", warn, hint, no, false, estimatedPhotos},
	{"photo_profile", warn, hint, no, false, unreadPhotos},
	{"logo_soft", warn, hint, no, true, softLogo},
	{"logo_colours", warn, hint, no, true, unsureLogo},
	{"logo_alt", hint, hint, hint, true, undescribedLogo},

	{"text_cut", stop, warn, no, false, cutTexts},
	{"text_near_trim", warn, warn, no, false, textsNearTrim},
	{"bleed_short", warn, no, no, false, shortBleeds},
	{"text_invisible", stop, stop, stop, false, invisibleTexts},
	{"text_faint", warn, warn, warn, false, faintTexts},
	{"text_small", warn, warn, no, false, smallTexts},
	{"rule_thin", warn, no, no, false, thinRules},
	{"ink_heavy", stop, no, no, false, heavyInks},
	{"text_mixed", stop, no, no, false, mixedTexts},

	{"law_trim", warn, warn, warn, true, tooLarge},
	{"law_pages", warn, warn, warn, true, tooManyPages},
	{"law_words", warn, warn, warn, true, asks(rules.Words)},
	{"law_name", warn, warn, warn, true, asks(rules.Name)},
	{"law_body", warn, warn, warn, true, asks(rules.Body)},
	{"law_date", warn, warn, warn, true, asks(rules.Date)},
	{"law_number", warn, warn, warn, true, asks(rules.Number)},
	{"law_licence", warn, warn, warn, true, asks(rules.Licence)},
	{"law_licence_date", warn, warn, warn, true, asks(rules.LicenceDate)},
	{"law_printed_at", warn, warn, warn, true, asks(rules.PrintedAt)},
	{"law_print_run", warn, warn, warn, true, asks(rules.PrintRun)},
	{"law_frequency", warn, warn, warn, true, asks(rules.Frequency)},
	{"law_responsible", warn, warn, warn, true, asks(rules.Responsible)},
	{"law_address", warn, warn, warn, true, asks(rules.Address)},
	{"law_advertising", warn, warn, warn, true, advertising},
	{"rules_broken", warn, warn, warn, true, brokenLaw},
	{"law_early", warn, warn, warn, true, earlyLaw},
	{"law_outdated", warn, warn, warn, true, outdatedLaw},
}

// Names lists every rule.
func Names() []string {
	names := make([]string, len(registry))
	for i, r := range registry {
		names[i] = r.name
	}
	return names
}
