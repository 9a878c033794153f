package bulletin

import "slices"

// Article is everything a reporter hands in: the structured text, its photos
// and the facts about it. All text is NFC (see Normalize).
//
// Standfirst, block texts and captions may carry emphasis (see emphasis.go);
// every other field is plain.
type Article struct {
	Genre       Genre   `json:"genre"`
	Section     string  `json:"section"`
	ThemeBanner string  `json:"theme_banner"`
	Kicker      string  `json:"kicker"`
	Headline    string  `json:"headline"`
	Deck        string  `json:"deck"`
	Standfirst  string  `json:"standfirst"`
	Body        []Block `json:"body"`
	Photos      []Photo `json:"photos"`
	Byline      string  `json:"byline"`
	Affiliation string  `json:"affiliation"`
	Dateline    string  `json:"dateline"`
	EventDate   Date    `json:"event_date"`
	Status      Status  `json:"status"`
	Note        string  `json:"note"` // to the editor; never printed

	Extras Extras `json:"-"`
}

// Genre is the kind of story. Offices may use words of their own; the ones
// below are known to the program, which names them on screen.
type Genre string

// The genres that the program offers.
const (
	News         Genre = "news"         // tin
	Report       Genre = "report"       // bài phản ánh
	Interview    Genre = "interview"    // phỏng vấn
	Portrait     Genre = "portrait"     // gương người tốt, việc tốt
	PhotoStory   Genre = "photo_story"  // phóng sự ảnh
	Reportage    Genre = "reportage"    // phóng sự, ghi chép
	Commentary   Genre = "commentary"   // bình luận, xã luận
	Announcement Genre = "announcement" // thông báo
	Poem         Genre = "poem"         // thơ
)

// Genres lists the known genres in the order a menu shows them.
func Genres() []Genre {
	return []Genre{
		News, Report, Interview, Portrait, PhotoStory, Reportage, Commentary, Announcement, Poem,
	}
}

// Status is how far an article has come on its way to print.
type Status string

// The statuses, in order.
const (
	Draft     Status = "draft"     // đang viết
	Submitted Status = "submitted" // chờ duyệt
	Edited    Status = "edited"    // đã biên tập
	Approved  Status = "approved"  // đã duyệt
	Published Status = "published" // đã đăng
)

// Statuses lists every status in its order.
func Statuses() []Status { return []Status{Draft, Submitted, Edited, Approved, Published} }

// Valid reports whether s is one of Statuses.
func (s Status) Valid() bool { return slices.Contains(Statuses(), s) }

// BlockKind is what a block of the body is.
type BlockKind string

// The kinds of block.
const (
	Paragraph   BlockKind = "paragraph"
	Crosshead   BlockKind = "crosshead"
	Quote       BlockKind = "quote"
	PhotoAnchor BlockKind = "photo" // the place of a photo in the run of the text
)

// BlockKinds lists every kind of block.
func BlockKinds() []BlockKind { return []BlockKind{Paragraph, Crosshead, Quote, PhotoAnchor} }

// Block is one piece of the body. A PhotoAnchor has a Photo and no Text; all
// others have a Text and no Photo. "\n" in a Text, as in a standfirst or a
// caption, is a line end that is kept in print: of a verse, in an address. The
// blocks of a Poem are its stanzas.
type Block struct {
	Kind  BlockKind `json:"kind"`
	Text  string    `json:"text"`
	Photo string    `json:"photo"` // Photo.ID

	Extras Extras `json:"-"`
}

// Field names one of an article's fields, as JSON does.
type Field string

// The fields of an article that hold text.
const (
	FieldThemeBanner Field = "theme_banner"
	FieldKicker      Field = "kicker"
	FieldHeadline    Field = "headline"
	FieldDeck        Field = "deck"
	FieldStandfirst  Field = "standfirst"
	FieldBody        Field = "body"
	FieldCaption     Field = "caption"
	FieldCredit      Field = "credit"
	FieldByline      Field = "byline"
	FieldAffiliation Field = "affiliation"
	FieldDateline    Field = "dateline"
)

// PhotoByID returns the photo with that id, or nil.
func (a *Article) PhotoByID(id string) *Photo {
	for i := range a.Photos {
		if a.Photos[i].ID == id {
			return &a.Photos[i]
		}
	}
	return nil
}

// Words counts the words that were written for readers: kicker, headline,
// deck, standfirst, body and captions. What stands around them is left out:
// theme banner, credits, byline, affiliation and dateline; so is the note. In
// Vietnamese a "word" is what stands between spaces, which is how newsrooms
// count.
func (a *Article) Words() int {
	n := CountWords(a.Kicker) + CountWords(a.Headline) + CountWords(a.Deck) + CountWords(Plain(a.Standfirst))
	for _, b := range a.Body {
		n += CountWords(Plain(b.Text))
	}
	for _, p := range a.Photos {
		n += CountWords(Plain(p.Caption))
	}
	return n
}

// IsBlank reports an article on which nothing is written yet: it has no text, no
// photo and no note, whatever its names and facts.
func (a *Article) IsBlank() bool {
	return a.Headline == "" && a.Kicker == "" && a.Deck == "" && a.Standfirst == "" &&
		len(a.Body) == 0 && len(a.Photos) == 0 && a.Note == ""
}

// Clone returns a copy that shares no memory with a.
func (a *Article) Clone() Article {
	c := *a
	c.Body = slices.Clone(a.Body)
	c.Photos = make([]Photo, len(a.Photos))
	for i, p := range a.Photos {
		c.Photos[i] = p.clone()
	}
	return c
}
