package sample

import (
	"fmt"
	"strings"

	"bantin/bulletin"
)

// articleFile is one file of the folder articles.
type articleFile struct {
	Genre       bulletin.Genre  `toml:"genre"`
	Section     string          `toml:"section"`
	Kicker      string          `toml:"kicker"`
	Headline    string          `toml:"headline"`
	Deck        string          `toml:"deck"`
	Standfirst  string          `toml:"standfirst"`
	Byline      string          `toml:"byline"`
	Affiliation string          `toml:"affiliation"`
	Dateline    string          `toml:"dateline"`
	EventDate   bulletin.Date   `toml:"event_date"`
	Status      bulletin.Status `toml:"status"`
	Note        string          `toml:"note"`
	Body        string          `toml:"body"`
	Photos      []photoEntry    `toml:"photo"`
}

// photoEntry is a photo of an article; Picture names an illustration, or is
// empty for a frame that waits for its picture.
type photoEntry struct {
	ID      string            `toml:"id"`
	Picture string            `toml:"picture"`
	Caption string            `toml:"caption"`
	Credit  string            `toml:"credit"`
	AltText string            `toml:"alt_text"`
	Size    bulletin.SizeWish `toml:"size"`
	Focus   []int             `toml:"focus"`
}

// article gives the article of the file; find gives the stored photo of a
// picture's name.
func (f *articleFile) article(banner string, find func(picture string) (storedPicture, error)) (bulletin.Article, error) {
	a := bulletin.Article{
		Genre: f.Genre, Section: f.Section, ThemeBanner: banner,
		Kicker: f.Kicker, Headline: f.Headline, Deck: f.Deck, Standfirst: f.Standfirst,
		Byline: f.Byline, Affiliation: f.Affiliation, Dateline: f.Dateline,
		EventDate: f.EventDate, Status: f.Status, Note: f.Note,
		Body: f.blocks(),
	}
	for _, entry := range f.Photos {
		p, err := entry.photo(find)
		if err != nil {
			return bulletin.Article{}, err
		}
		a.Photos = append(a.Photos, p)
	}
	return a, f.checkAnchors(&a)
}

func (e *photoEntry) photo(find func(picture string) (storedPicture, error)) (bulletin.Photo, error) {
	p := bulletin.Photo{ID: e.ID, Caption: e.Caption, Credit: e.Credit, AltText: e.AltText, Size: e.Size}
	if len(e.Focus) == 2 {
		p.Focus = &bulletin.Focus{X: e.Focus[0], Y: e.Focus[1]}
	}
	if e.Picture == "" {
		return p, nil
	}
	stored, err := find(e.Picture)
	if err != nil {
		return bulletin.Photo{}, fmt.Errorf("photo %s: %w", e.ID, err)
	}
	p.SHA256, p.WidthPx, p.HeightPx = stored.sha256, stored.width, stored.height
	return p, nil
}

// checkAnchors refuses a file in which a photo has no place in the text or a
// place has no photo.
func (f *articleFile) checkAnchors(a *bulletin.Article) error {
	places := map[string]int{}
	for _, b := range a.Body {
		if b.Kind != bulletin.PhotoAnchor {
			continue
		}
		places[b.Photo]++
		if a.PhotoByID(b.Photo) == nil {
			return fmt.Errorf("the text names photo %q, which is not listed", b.Photo)
		}
	}
	for _, p := range a.Photos {
		if places[p.ID] != 1 {
			return fmt.Errorf("photo %q has %d places in the text instead of one", p.ID, places[p.ID])
		}
	}
	return nil
}

// blocks reads the body as the genre has it.
func (f *articleFile) blocks() []bulletin.Block {
	if f.Genre == bulletin.Poem {
		return stanzas(f.Body)
	}
	return blocks(f.Body)
}

// stanzas reads verse: what stands between blank lines is a block.
func stanzas(body string) []bulletin.Block {
	var out []bulletin.Block
	for stanza := range strings.SplitSeq(strings.TrimSpace(body), "\n\n") {
		out = append(out, bulletin.Block{Kind: bulletin.Paragraph, Text: strings.TrimSpace(stanza)})
	}
	return out
}

// blocks reads a body: a line is a block. "## " begins a crosshead, "> " a
// quote, and "[p1]" stands for the photo p1.
func blocks(body string) []bulletin.Block {
	var out []bulletin.Block
	for line := range strings.Lines(body) {
		line = strings.TrimSpace(line)
		if line != "" {
			out = append(out, block(line))
		}
	}
	return out
}

func block(line string) bulletin.Block {
	if text, ok := strings.CutPrefix(line, "## "); ok {
		return bulletin.Block{Kind: bulletin.Crosshead, Text: text}
	}
	if text, ok := strings.CutPrefix(line, "> "); ok {
		return bulletin.Block{Kind: bulletin.Quote, Text: text}
	}
	if rest, ok := strings.CutPrefix(line, "["); ok && strings.HasSuffix(rest, "]") {
		return bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: strings.TrimSuffix(rest, "]")}
	}
	return bulletin.Block{Kind: bulletin.Paragraph, Text: line}
}
