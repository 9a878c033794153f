package bulletin

// Issue is one number of the bulletin: what stands on its nameplate and in its
// imprint, and its stories in order.
type Issue struct {
	Name        string  `json:"name"`   // of the bulletin, as on the nameplate
	Number      string  `json:"number"` // "4" or "4 (128)"
	Date        Date    `json:"date"`
	ThemeBanner string  `json:"theme_banner"`
	Style       string  `json:"style"`  // house style, "" for the default one
	Office      Office  `json:"office"` // as it was when the issue was made up
	Imprint     Imprint `json:"imprint"`
	Slots       []Slot  `json:"slots"` // the story list
	// PageMultiple is what the number of pages should be a multiple of, as for
	// a booklet 4; 0 leaves it to the stories.
	PageMultiple int    `json:"page_multiple,omitempty"`
	Holes        []Hole `json:"holes,omitempty"`
	// NoContents keeps page one free of the list of the main stories, which
	// the style may have.
	NoContents bool `json:"no_contents,omitempty"`

	Extras Extras `json:"-"`
}

// Hole is a place that is left white, for a picture or an advertisement that
// is put in by hand.
type Hole struct {
	Page    int `json:"page"`    // 1 for the first
	Columns int `json:"columns"` // its width
	Rows    int `json:"rows"`    // its height in grid lines

	Extras Extras `json:"-"`
}

// Slot is one story's place in an issue. Everything but Article is a wish of
// the editor; zero values leave the choice to the make-up.
type Slot struct {
	Article      ID           `json:"article"`
	Page         int          `json:"page,omitempty"`          // pinned to this page, 1 for the first
	Columns      int          `json:"columns,omitempty"`       // forced width
	Lead         bool         `json:"lead,omitempty"`          // the leading story of its page
	Filler       bool         `json:"filler,omitempty"`        // may be left out or used to fill
	HeadlineSize HeadlineWish `json:"headline_size,omitempty"` // size of the headline
	PhotoSize    SizeWish     `json:"photo_size,omitempty"`    // size of the first photo
	NoJump       bool         `json:"no_jump,omitempty"`       // stays on one page
	Alone        bool         `json:"alone,omitempty"`         // a brief that stands in no box

	Extras Extras `json:"-"`
}

// HeadlineWish is how large a story's headline is to be. The zero value leaves
// it to the make-up.
type HeadlineWish string

// The wishes.
const (
	HeadlineAuto   HeadlineWish = ""
	HeadlineLarge  HeadlineWish = "large"  // as of a leading story
	HeadlineMedium HeadlineWish = "medium" // as of others
	HeadlineSmall  HeadlineWish = "small"  // as of briefs
)

// Office is the body that publishes, and its settings that go into print.
type Office struct {
	Body        string   `json:"body"`    // e.g. the commune's culture and information centre
	Parents     []string `json:"parents"` // the bodies above it, highest first
	Address     string   `json:"address"`
	Phone       string   `json:"phone"`
	Email       string   `json:"email"`
	Bulletin    string   `json:"bulletin"`     // usual name of its bulletin
	ThemeBanner string   `json:"theme_banner"` // the year's slogan, offered to new articles
	Imprint     Imprint  `json:"imprint"`      // usual imprint
	Sections    []string `json:"sections"`     // chuyên mục offered
	Authors     []string `json:"authors"`      // bylines offered
	// Genres are the genres offered, by name; none are all that are known.
	Genres []string `json:"genres,omitempty"`
	Style  string   `json:"style,omitempty"` // house style of new issues, "" for the default one
	Logo   *Logo    `json:"logo,omitempty"`  // on the nameplate, nil for none

	Extras Extras `json:"-"`
}

// Imprint is what Vietnamese press law asks for at the foot of a bulletin's
// last page (Press Law 2016, art. 34; which items are required is a rule of
// preflight, not of this type).
type Imprint struct {
	Licence     string `json:"licence"` // number of the publishing licence
	LicenceDate Date   `json:"licence_date"`
	Responsible string `json:"responsible"` // chịu trách nhiệm xuất bản
	Editors     string `json:"editors"`     // ban biên tập
	PrintedAt   string `json:"printed_at"`
	PrintRun    int    `json:"print_run"` // copies
	Frequency   string `json:"frequency"` // e.g. "1 số/tháng"

	Extras Extras `json:"-"`
}

// NewIssue is an issue of the office's bulletin without stories. Where name is
// empty it takes the usual one.
func (o Office) NewIssue(name, number string, date Date) Issue {
	if name == "" {
		name = o.Bulletin
	}
	return Issue{Name: name, Number: number, Date: date, ThemeBanner: o.ThemeBanner, Style: o.Style, Office: o, Imprint: o.Imprint, Slots: []Slot{}}
}

// GoOnFrom takes over from the issue before what the office's settings do not say:
// the house style and the lines of the imprint, which stay the same from issue to
// issue. The print run is of one issue.
func (s *Issue) GoOnFrom(last Issue) {
	fill := func(own *string, from string) {
		if *own == "" {
			*own = from
		}
	}
	fill(&s.Style, last.Style)
	own, from := &s.Imprint, last.Imprint
	if own.Licence == "" {
		own.Licence, own.LicenceDate = from.Licence, from.LicenceDate
	}
	fill(&own.Responsible, from.Responsible)
	fill(&own.Editors, from.Editors)
	fill(&own.PrintedAt, from.PrintedAt)
	fill(&own.Frequency, from.Frequency)
}

// Normalize brings every text of the issue to NFC and its lists to non-nil.
func (s *Issue) Normalize() {
	normalizeAll(&s.Name, &s.Number, &s.ThemeBanner)
	s.Office.Normalize()
	s.Imprint.normalize()
	if s.Slots == nil {
		s.Slots = []Slot{}
	}
}

// Normalize brings every text of the office's settings to NFC and its lists to
// non-nil.
func (o *Office) Normalize() {
	normalizeAll(&o.Body, &o.Address, &o.Phone, &o.Email, &o.Bulletin, &o.ThemeBanner)
	o.Logo = o.Logo.normalized()
	o.Imprint.normalize()
	for _, list := range []*[]string{&o.Parents, &o.Sections, &o.Authors} {
		if *list == nil {
			*list = []string{}
		}
		for i := range *list {
			normalizeAll(&(*list)[i])
		}
	}
}

func (m *Imprint) normalize() {
	normalizeAll(&m.Licence, &m.Responsible, &m.Editors, &m.PrintedAt, &m.Frequency)
}
