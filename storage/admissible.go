package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"bantin/bulletin"
)

// The bounds of what is received, and of what is saved, as others could not
// receive it. No newsroom comes near them; they keep a hostile file from costing
// more than it weighs.
const (
	maxDocument = 8 << 20 // bytes of JSON
	maxBlocks   = 10_000
	maxPhotos   = 2_000
	maxSlots    = 2_000
	maxNesting  = 64
	maxUnknown  = 200 // fields of one object that this version does not know
	maxParents  = 100
	maxName     = 1_000 // bytes of an author
	maxReason   = 40
)

// admissible says why a revision of somebody else's file is not taken over, or
// nil: its text must be what its ID says, in the one form that the program
// writes, and an article or an issue within bounds.
// Of an article it gives the text that it has read.
func admissible(r bulletin.Revision) (*bulletin.Article, error) {
	var text *bulletin.Article
	key, err := "received_damaged", verify(r)
	if err == nil {
		key, err = "received_unreadable", checkFrame(r)
	}
	if err == nil {
		text, err = checkDocument(r)
	}
	if err == nil {
		return text, nil
	}
	return nil, bulletin.NewTrouble(key, bulletin.Args{"what": nameOfReceived(r)}, err)
}

// sameKindAs refuses an article's version as an issue's, and the other way round.
func sameKindAs(r bulletin.Revision, kind bulletin.SubjectKind) error {
	if r.Kind == kind {
		return nil
	}
	return bulletin.NewTrouble("received_other_kind", bulletin.Args{"what": nameOfReceived(r)}, fmt.Errorf("%s and not %s", r.Kind, kind))
}

func tooMuch(what string, cause error) *bulletin.Trouble {
	return bulletin.NewTrouble("received_unreadable", bulletin.Args{"what": what}, cause)
}

// checkFrame looks at all of a revision but its document.
func checkFrame(r bulletin.Revision) error {
	switch {
	case r.Kind != bulletin.SubjectArticle && r.Kind != bulletin.SubjectIssue:
		return fmt.Errorf("kind %.20q", r.Kind)
	case !r.Subject.Valid():
		return fmt.Errorf("id %.20q", r.Subject)
	case len(r.Author) > maxName || !utf8.ValidString(r.Author):
		return errors.New("author")
	case len(r.Reason) > maxReason || !utf8.ValidString(string(r.Reason)):
		return errors.New("reason")
	case r.Time.Year() < 1 || r.Time.Year() > 9999:
		return fmt.Errorf("year %d", r.Time.Year())
	case r.Deleted != (r.Reason == bulletin.ReasonDelete):
		return errors.New("deleted for another reason")
	case len(r.Parents) > maxParents:
		return fmt.Errorf("%d parents", len(r.Parents))
	case r.IsThinned() && r.Reason != bulletin.ReasonAutosave:
		return errors.New("thinned, but no autosave")
	}
	for _, parent := range r.Parents {
		if len(parent) != 64 || strings.Trim(string(parent), "0123456789abcdef") != "" {
			return fmt.Errorf("parent %.20q", parent)
		}
	}
	return nil
}

func checkDocument(r bulletin.Revision) (*bulletin.Article, error) {
	switch {
	case r.IsThinned():
		return nil, nil
	case r.Deleted:
		if !bytes.Equal(r.Document, tombstone) {
			return nil, errors.New("a deletion with a text")
		}
		return nil, nil
	case !utf8.Valid(r.Document):
		return nil, errors.New("not UTF-8")
	case nesting(r.Document) > maxNesting:
		return nil, errors.New("nested too deep")
	case bytes.Equal(r.Document, tombstone):
		return nil, errors.New("no text")
	}
	var tight bytes.Buffer
	if err := json.Compact(&tight, r.Document); err != nil || !bytes.Equal(tight.Bytes(), r.Document) {
		return nil, errors.Join(errors.New("not in the form that the program writes"), err)
	}
	if r.Kind == bulletin.SubjectIssue {
		s, err := readIssue(r.Document)
		if err == nil && len(s.Slots) > maxSlots {
			err = fmt.Errorf("%d stories", len(s.Slots))
		}
		if err == nil {
			err = checkExtras(extrasOfIssue(s))
		}
		return nil, err
	}
	a, err := readArticle(r.Document)
	if err == nil {
		err = checkSize(&a, len(r.Document))
	}
	if err == nil {
		err = checkExtras(extrasOfArticle(a))
	}
	return &a, err
}

// checkSize says in what an article whose JSON has so many bytes is too large to
// be handed over.
func checkSize(a *bulletin.Article, document int) error {
	if len(a.Body) > maxBlocks || len(a.Photos) > maxPhotos || document > maxDocument {
		return fmt.Errorf("%d blocks and %d photos in %d bytes", len(a.Body), len(a.Photos), document)
	}
	return nil
}

func checkExtras(all []bulletin.Extras) error {
	for _, extras := range all {
		if extras == "" {
			continue
		}
		if n := len(extras.Names()); n > maxUnknown {
			return fmt.Errorf("%d unknown fields", n)
		}
	}
	return nil
}

func extrasOfArticle(a bulletin.Article) []bulletin.Extras {
	all := []bulletin.Extras{a.Extras}
	for _, b := range a.Body {
		all = append(all, b.Extras)
	}
	for _, p := range a.Photos {
		all = append(all, p.Extras)
	}
	return all
}

func extrasOfIssue(s bulletin.Issue) []bulletin.Extras {
	all := []bulletin.Extras{s.Extras, s.Office.Extras, s.Imprint.Extras, s.Office.Imprint.Extras}
	if s.Office.Logo != nil {
		all = append(all, s.Office.Logo.Extras)
	}
	for _, slot := range s.Slots {
		all = append(all, slot.Extras)
	}
	return all
}

// nesting is how deep the brackets of JSON stand in one another.
func nesting(raw []byte) (deepest int) {
	depth, quoted := 0, false
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case quoted:
			if c == '\\' {
				i++
			}
			quoted = c != '"'
		case c == '"':
			quoted = true
		case c == '[' || c == '{':
			depth++
			deepest = max(deepest, depth)
		case c == ']' || c == '}':
			depth--
		}
	}
	return deepest
}
