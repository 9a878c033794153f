package command

import (
	"bytes"
	"cmp"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/press"
	"bantin/reception"
	"bantin/storage"
)

// issueFile is a story list as an editor writes it: ISSUE.toml.
type issueFile struct {
	Name         string      `toml:"name"`
	Number       string      `toml:"number"`
	Date         string      `toml:"date"`
	ThemeBanner  string      `toml:"theme_banner"`
	Style        string      `toml:"style"`
	PageMultiple int         `toml:"page_multiple"`
	NoContents   bool        `toml:"no_contents"`
	Stories      []slotEntry `toml:"story"`
	Holes        []holeEntry `toml:"hole"`
}

type slotEntry struct {
	Article      string `toml:"article"` // ID or its beginning
	Page         int    `toml:"page"`
	Columns      int    `toml:"columns"`
	Lead         bool   `toml:"lead"`
	Filler       bool   `toml:"filler"`
	HeadlineSize string `toml:"headline_size"`
	PhotoSize    string `toml:"photo_size"`
	NoJump       bool   `toml:"no_jump"`
	Alone        bool   `toml:"alone"`
}

type holeEntry struct {
	Page    int `toml:"page"`
	Columns int `toml:"columns"`
	Rows    int `toml:"rows"`
}

// readIssueFile reads an ISSUE.toml. Its trouble issue_file names line and key.
func readIssueFile(path string) (issueFile, error) {
	var given issueFile
	raw, err := reception.Read(path)
	if err != nil {
		return given, err
	}
	decoder := toml.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields() // a misspelt wish would change nothing, silently
	if err := decoder.Decode(&given); err != nil {
		return given, issueFileTrouble(path, err)
	}
	return given, nil
}

func issueFileTrouble(path string, err error) error {
	args := bulletin.Args{"file": path, "line": 1, "key": ""}
	var one *toml.DecodeError
	var unknown *toml.StrictMissingError
	switch {
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		one = &unknown.Errors[0]
	case !errors.As(err, &one):
		return bulletin.NewTrouble("issue_file", args, err)
	}
	args["line"], _ = one.Position()
	args["key"] = strings.Join(one.Key(), ".")
	return bulletin.NewTrouble("issue_file", args, err)
}

// over lays what the file says over an issue.
func (given *issueFile) over(issue *bulletin.Issue) error {
	for _, text := range []struct {
		field *string
		value string
	}{{&issue.Name, given.Name}, {&issue.Number, given.Number}, {&issue.ThemeBanner, given.ThemeBanner}, {&issue.Style, given.Style}} {
		if text.value != "" {
			*text.field = text.value
		}
	}
	if given.Date != "" {
		day, err := bulletin.ParseDate(given.Date)
		if err != nil {
			return err
		}
		issue.Date = day
	}
	issue.PageMultiple, issue.NoContents = given.PageMultiple, given.NoContents
	for _, s := range given.Stories {
		issue.Slots = append(issue.Slots, bulletin.Slot{
			Article: bulletin.ID(s.Article), Page: s.Page, Columns: s.Columns, Lead: s.Lead, Filler: s.Filler,
			HeadlineSize: bulletin.HeadlineWish(s.HeadlineSize), PhotoSize: bulletin.SizeWish(s.PhotoSize), NoJump: s.NoJump, Alone: s.Alone,
		})
	}
	for _, h := range given.Holes {
		issue.Holes = append(issue.Holes, bulletin.Hole{Page: h.Page, Columns: h.Columns, Rows: h.Rows})
	}
	return nil
}

// settleSlots finds the articles of an issue's slots and refuses what cannot
// be meant: a story in two places, a size that there is not. had is the house
// style that the issue had before.
func settleSlots(cmd *cobra.Command, f *storage.File, issue *bulletin.Issue, had string) error {
	if len(issue.Slots) == 0 {
		return bulletin.NewTrouble("issue_empty", nil, nil)
	}
	seen := map[bulletin.ID]bool{}
	for i := range issue.Slots {
		slot := &issue.Slots[i]
		id, err := f.ResolveArticle(cmd.Context(), string(slot.Article))
		if err != nil {
			return err
		}
		if seen[id] {
			return bulletin.NewTrouble("story_twice", bulletin.Args{"article": id}, nil)
		}
		slot.Article, seen[id] = id, true
	}
	return checkWishes(cmd, f, issue, had)
}

// checkWishes refuses wishes that no make-up could understand or meet in the
// house style. Whether it can meet the others is said with the pages. The style
// that the issue had before may be gone: the usual one stands in for it.
func checkWishes(cmd *cobra.Command, f *storage.File, issue *bulletin.Issue, had string) error {
	style, err := press.IssueStyle(cmd.Context(), f, issue)
	if err != nil && issue.Style == had && strings.HasPrefix(bulletin.TroubleKey(err), "style_") {
		style, err = press.Style(cmd.Context(), f, styles.DefaultIssue)
	}
	if err != nil {
		return err
	}
	grid := bulletin.PageGrid{Columns: style.Grid.Columns, Rows: style.Grid.Rows, Style: cmp.Or(style.Title, style.Name)}
	for _, trouble := range issue.Impossible(grid) {
		nameStory(cmd, f, trouble)
		return trouble
	}
	return nil
}

// nameStory has a trouble with a story give its headline beside the ID, which
// nobody knows by heart.
func nameStory(cmd *cobra.Command, f *storage.File, trouble *bulletin.Trouble) {
	id, ok := trouble.Args["article"].(bulletin.ID)
	if !ok {
		return
	}
	if a, err := f.Article(cmd.Context(), id); err == nil && a.Article.Headline != "" {
		trouble.Args["article"] = "“" + short(bulletin.Plain(a.Article.Headline)) + "” (" + string(id) + ")"
	}
}
