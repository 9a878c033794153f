// Measured makes the drafts files that the desk is measured on: one with many
// short articles, and one with an issue of some 24 pages made of the real
// article's text and photos. And it watches a screen of X11 until a program has
// painted itself.
//
//	go run ./scripts/measured many 10000 OUT.bantin
//	go run ./scripts/measured issue OUT.bantin
//	go run ./scripts/measured watch WIDTH SECONDS
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strconv"
	"time"

	"bantin/bulletin"
	"bantin/internal/real"
	"bantin/scripts/material"
	"bantin/storage"
)

func main() {
	log.SetFlags(0)
	if err := run(os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}

var errUsage = errors.New("usage: go run ./scripts/measured many NUMBER OUT.bantin | issue OUT.bantin | watch WIDTH SECONDS")

func run(args []string) error {
	switch {
	case len(args) == 3 && args[0] == "many":
		number, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return into(args[2], func(ctx context.Context, f *storage.File) error { return many(ctx, f, number) })
	case len(args) == 2 && args[0] == "issue":
		folder, err := real.Folder()
		if err != nil {
			return err
		}
		return into(args[1], func(ctx context.Context, f *storage.File) error { return issue(ctx, f, folder) })
	case len(args) == 3 && args[0] == "watch":
		width, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		seconds, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		return watch(width, time.Duration(seconds)*time.Second)
	}
	return errUsage
}

// into fills a new drafts file.
func into(path string, fill func(context.Context, *storage.File) error) error {
	ctx := context.Background()
	f, err := storage.Create(ctx, path)
	if err != nil {
		return err
	}
	defer f.Close()
	return fill(ctx, f)
}

var save = storage.Save{Author: "Mai Thắm", Reason: bulletin.ReasonSave}

// many stores short articles in all statuses.
func many(ctx context.Context, f *storage.File, number int) error {
	places := []string{"Đồng Rui", "Hải Lạng", "Đông Ngũ", "Tiên Lãng", "Yên Than", "Đại Dực"}
	for i := range number {
		place := places[i%len(places)]
		a := bulletin.Article{
			Headline: fmt.Sprintf("Xã %s ra quân trồng rừng ngập mặn, đợt %d", place, i+1),
			Byline:   "Mai Thắm", Status: bulletin.Statuses()[i%len(bulletin.Statuses())], Genre: bulletin.News,
			Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: fmt.Sprintf(
				"Sáng nay, %d hộ dân xã %s cùng dân quân xuống bãi trồng đước từ khi nước còn rút.", i%90+10, place)}},
		}
		if _, err := f.SaveArticle(ctx, bulletin.NewID(), a, save); err != nil {
			return err
		}
	}
	return nil
}

// storiesInIssue fill some 24 pages, a photo each.
const storiesInIssue = 24

// issue stores the stories and the issue, whose identifier it prints.
func issue(ctx context.Context, f *storage.File, real string) error {
	article, err := material.ReadArticle(real)
	if err != nil {
		return err
	}
	office := bulletin.Office{Body: "Trung tâm Văn hóa xã Đồng Rui", Bulletin: "Bản tin Đồng Rui"}
	out := office.NewIssue(office.Bulletin, "4", bulletin.DateOf(time.Date(2026, 4, 10, 0, 0, 0, 0, time.UTC)))
	for i := range storiesInIssue {
		photo, err := addPhoto(ctx, f, real, i)
		if err != nil {
			return err
		}
		photo.Caption, photo.Credit, photo.AltText = article.Caption, "Mai Thắm", article.Caption
		a := bulletin.Article{
			Headline: article.Numbered(i), Standfirst: article.Standfirst,
			Byline: "Mai Thắm", Status: bulletin.Approved, Genre: bulletin.News,
			Body: []bulletin.Block{{Kind: bulletin.PhotoAnchor, Photo: photo.ID}}, Photos: []bulletin.Photo{photo},
		}
		for _, text := range article.Paragraphs {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: text})
		}
		id := bulletin.NewID()
		if _, err := f.SaveArticle(ctx, id, a, save); err != nil {
			return err
		}
		out.Slots = append(out.Slots, bulletin.Slot{Article: id})
	}
	id := bulletin.NewID()
	if _, err := f.SaveIssue(ctx, id, out, save); err != nil {
		return err
	}
	fmt.Println(id)
	return nil
}

// addPhoto keeps one of the photos.
func addPhoto(ctx context.Context, f *storage.File, real string, i int) (bulletin.Photo, error) {
	raw, err := material.Photo(real, i)
	if err != nil {
		return bulletin.Photo{}, err
	}
	info, err := f.AddPhoto(ctx, fmt.Sprintf("%02d.jpg", i+1), raw)
	return bulletin.Photo{ID: fmt.Sprint("p", i+1), SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx}, err
}
