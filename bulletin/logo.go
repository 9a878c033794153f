package bulletin

// Logo is the office's mark, a picture that stands on the nameplate. The
// picture itself lives in the drafts file as photos do, under its SHA256. A
// Logo is never changed after it was made: issues share it with the office.
type Logo struct {
	SHA256   string  `json:"sha256"`   // of the original bytes, hexadecimal
	AltText  string  `json:"alt_text"` // what it shows, for those who hear the pages
	WidthPx  int     `json:"width_px"` // of the upright picture
	HeightPx int     `json:"height_px"`
	Colours  Colours `json:"colours,omitempty"`

	Extras Extras `json:"-"`
}

// IsEmpty reports whether there is no picture to show.
func (l *Logo) IsEmpty() bool {
	return l == nil || l.SHA256 == "" || l.WidthPx <= 0 || l.HeightPx <= 0
}

// normalized is the logo with its text in NFC, or nil where there is none.
func (l *Logo) normalized() *Logo {
	if l == nil || l.SHA256 == "" {
		return nil
	}
	tidy := *l
	normalizeAll(&tidy.AltText)
	return &tidy
}
