package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/bulletin"

	"pgregory.net/rapid"
)

var syllables = strings.Fields(`Nguyễn Thị Hà thôn xã đồng chí tuyên giáo, làm việc với ngày 10/4 năm 2019. 05-CT/TW 5 kg
	triển khai (Trung tâm “Diễn biến” nghiêng; rừng – ở và à của người dân một tại 1.000,5 Ủy ban ĐẢNG hộ: trường?`)

func randomText(t *rapid.T, label string, most int) string {
	words := rapid.SliceOfN(rapid.SampledFrom(syllables), 0, most).Draw(t, label)
	for i := range words {
		switch rapid.IntRange(0, 40).Draw(t, "emphasis") {
		case 0:
			words[i] = "<b>" + words[i] + "</b>"
		case 1:
			words[i] = "<i>" + words[i] + "</i>"
		}
	}
	text := strings.Join(words, " ")
	if rapid.IntRange(0, 5).Draw(t, "broken") == 0 {
		text = strings.ReplaceAll(text, " và ", " và\n")
	}
	return text
}

func randomPlain(t *rapid.T, label string, most int) string {
	return bulletin.Plain(randomText(t, label, most))
}

func randomPhoto(t *rapid.T, id string) bulletin.Photo {
	p := bulletin.Photo{
		ID: id, Caption: randomText(t, "caption", 60), Credit: randomPlain(t, "credit", 4),
		Size: rapid.SampledFrom([]bulletin.SizeWish{"", "small", "column", "wide"}).Draw(t, "size"),
	}
	if rapid.IntRange(0, 4).Draw(t, "empty") > 0 {
		p.SHA256 = strings.Repeat("a", 64)
		p.WidthPx = rapid.IntRange(1, 4000).Draw(t, "width")
		p.HeightPx = rapid.IntRange(1, 4000).Draw(t, "height")
	}
	if rapid.IntRange(0, 4).Draw(t, "cropped") == 0 {
		p.Crop = &bulletin.Crop{Left: rapid.IntRange(-100, 11_000).Draw(t, "left"), Width: rapid.IntRange(0, 10_000).Draw(t, "w"), Top: 100, Height: 5_000}
	}
	return p
}

func randomArticle(t *rapid.T) bulletin.Article {
	a := bulletin.Article{
		Genre:  rapid.SampledFrom([]bulletin.Genre{bulletin.News, bulletin.PhotoStory, bulletin.Poem}).Draw(t, "genre"),
		Kicker: randomPlain(t, "kicker", 8), Headline: randomPlain(t, "headline", 30), Deck: randomPlain(t, "deck", 15),
		Standfirst: randomText(t, "standfirst", 90), Byline: randomPlain(t, "byline", 4), Affiliation: randomPlain(t, "affiliation", 6),
		Dateline: randomPlain(t, "dateline", 5), Section: randomPlain(t, "section", 2), ThemeBanner: randomPlain(t, "banner", 30),
	}
	for i := range rapid.IntRange(0, 14).Draw(t, "blocks") {
		kind := rapid.SampledFrom([]bulletin.BlockKind{bulletin.Paragraph, bulletin.Paragraph, bulletin.Paragraph, bulletin.Crosshead, bulletin.Quote, bulletin.PhotoAnchor}).Draw(t, "kind")
		b := bulletin.Block{Kind: kind}
		switch kind {
		case bulletin.PhotoAnchor:
			id := fmt.Sprintf("p%d", i)
			a.Photos = append(a.Photos, randomPhoto(t, id))
			b.Photo = id
		case bulletin.Paragraph:
			b.Text = randomText(t, "text", 220)
		default:
			b.Text = randomText(t, "text", 25)
		}
		a.Body = append(a.Body, b)
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "unplaced") {
		a.Photos = append(a.Photos, randomPhoto(t, fmt.Sprintf("u%d", i)))
	}
	a.Normalize()
	return a
}

func TestRandomArticles(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a := randomArticle(r)
		d := article(t, a)
		checkPages(r, d)
		checkText(r, d, "bai", a, true)
		if again := article(t, a); dump(again) != dump(d) {
			r.Fatalf("the same article gave other pages")
		}
	})
}

func TestRandomIssues(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var articles []bulletin.Article
		for range rapid.IntRange(0, 6).Draw(r, "stories") {
			articles = append(articles, randomArticle(r))
		}
		d := issue(t, number4(), articles...)
		checkPages(r, d)
		for i, a := range articles {
			id := bulletin.ID(fmt.Sprintf("bai%d", i+1))
			checkText(r, d, id, a, true)
			checkHeadline(r, d, id)
		}
		if again := issue(t, number4(), articles...); dump(again) != dump(d) {
			r.Fatalf("the same issue gave other pages")
		}
	})
}
