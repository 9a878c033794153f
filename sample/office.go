package sample

import "bantin/bulletin"

// officeFile is office.toml.
type officeFile struct {
	Body        string      `toml:"body"`
	Parents     []string    `toml:"parents"`
	Address     string      `toml:"address"`
	Phone       string      `toml:"phone"`
	Email       string      `toml:"email"`
	Bulletin    string      `toml:"bulletin"`
	ThemeBanner string      `toml:"theme_banner"`
	Sections    []string    `toml:"sections"`
	Authors     []string    `toml:"authors"`
	Imprint     imprintFile `toml:"imprint"`
}

type imprintFile struct {
	Licence     string        `toml:"licence"`
	LicenceDate bulletin.Date `toml:"licence_date"`
	Responsible string        `toml:"responsible"`
	Editors     string        `toml:"editors"`
	PrintedAt   string        `toml:"printed_at"`
	PrintRun    int           `toml:"print_run"`
	Frequency   string        `toml:"frequency"`

	Extras bulletin.Extras `toml:"-"` // none: unknown fields are refused
}

func (f *officeFile) office() bulletin.Office {
	return bulletin.Office{
		Body: f.Body, Parents: f.Parents, Address: f.Address, Phone: f.Phone, Email: f.Email,
		Bulletin: f.Bulletin, ThemeBanner: f.ThemeBanner, Sections: f.Sections, Authors: f.Authors,
		Imprint: bulletin.Imprint(f.Imprint),
	}
}

// issueFile is issue.toml.
type issueFile struct {
	Number string        `toml:"number"`
	Date   bulletin.Date `toml:"date"`
	Style  string        `toml:"style"`
	Pages  int           `toml:"page_multiple"`
	Story  []storyEntry  `toml:"story"`
}

// storyEntry is one line of the story list; Article is the name of a file
// without its ending.
type storyEntry struct {
	Article string `toml:"article"`
	Columns int    `toml:"columns"`
	Lead    bool   `toml:"lead"`
	Filler  bool   `toml:"filler"`
}
