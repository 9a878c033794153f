package translations

import "bantin/bulletin"

// Wish says in a few words what is wished of a story, each for itself: how many
// columns it runs over, how large its headline is, how large its first photo.
// Of several that are given the first is said.
func (c *Catalogue) Wish(columns int, headline bulletin.HeadlineWish, photo bulletin.SizeWish) string {
	switch {
	case columns > 0:
		return c.Say("desk.makeup.columns", bulletin.Args{"n": columns})
	case headline != "":
		return c.Say("desk.makeup.like_headline", bulletin.Args{"size": c.Say("desk.makeup.headline."+string(headline), nil)})
	}
	return c.Say("desk.makeup.like_photo", bulletin.Args{"size": c.Say("desk.makeup.photo."+string(photo), nil)})
}
