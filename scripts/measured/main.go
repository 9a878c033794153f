// Measured makes the drafts files that the desk is measured on: one with many
// short articles, and one with an issue of some 24 pages made of the real
// article's text and photos. And it watches a screen of X11 until a program has
// painted itself.
//
//	go run ./scripts/measured many 10000 OUT.bantin
//	go run ./scripts/measured issue REAL OUT.bantin
//	go run ./scripts/measured watch WIDTH SECONDS
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/image/draw"

	"bantin/bulletin"
	"bantin/storage"
)

func main() {
	log.SetFlags(0)
	if err := run(os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return errors.New("usage: go run ./scripts/measured many NUMBER OUT.bantin | issue REAL OUT.bantin | watch WIDTH SECONDS")
	}
	if args[0] == "watch" {
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
	ctx := context.Background()
	f, err := storage.Create(ctx, args[2])
	if err != nil {
		return err
	}
	defer f.Close()
	switch args[0] {
	case "many":
		number, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return many(ctx, f, number)
	case "issue":
		return issue(ctx, f, args[1])
	}
	return fmt.Errorf("%s: neither many, issue nor watch", args[0])
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

// The lines of the real article, counted from 1.
const (
	headlineLine   = 3
	standfirstLine = 5
	captionLine    = 13
)

var paragraphLines = []int{7, 9, 11, 15, 19}

// issue stores the stories and the issue, whose identifier it prints.
func issue(ctx context.Context, f *storage.File, real string) error {
	raw, err := os.ReadFile(filepath.Join(real, "lam-viec-tuyen-giao-2019.txt"))
	if err != nil {
		return err
	}
	lines := strings.Split(string(raw), "\n")
	line := func(n int) string { return strings.Join(strings.Fields(lines[n-1]), " ") }
	office := bulletin.Office{Body: "Trung tâm Văn hóa xã Đồng Rui", Bulletin: "Bản tin Đồng Rui"}
	out := office.NewIssue(office.Bulletin, "4", bulletin.DateOf(time.Date(2026, 4, 10, 0, 0, 0, 0, time.UTC)))
	for i := range storiesInIssue {
		photo, err := addPhoto(ctx, f, real, i)
		if err != nil {
			return err
		}
		photo.Caption, photo.Credit, photo.AltText = line(captionLine), "Mai Thắm", line(captionLine)
		a := bulletin.Article{
			Headline: fmt.Sprintf("%s (%d)", line(headlineLine), i+1), Standfirst: line(standfirstLine),
			Byline: "Mai Thắm", Status: bulletin.Approved, Genre: bulletin.News,
			Body: []bulletin.Block{{Kind: bulletin.PhotoAnchor, Photo: photo.ID}}, Photos: []bulletin.Photo{photo},
		}
		for _, n := range paragraphLines {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: line(n)})
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

// addPhoto keeps a photo of 3000 × 2000 pixels, each cut from another place of
// a real one.
func addPhoto(ctx context.Context, f *storage.File, real string, i int) (bulletin.Photo, error) {
	names := []string{"Dune.jpg", "Elephants.jpg", "Garden.jpg", "LadyBird.jpg", "RainDrops.jpg", "TwoWings.jpg"}
	raw, err := os.ReadFile(filepath.Join(real, "photos", names[i%len(names)]))
	if err != nil {
		return bulletin.Photo{}, err
	}
	whole, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return bulletin.Photo{}, err
	}
	const width, height = 3000, 2000
	b := whole.Bounds()
	across := min(b.Dx(), b.Dy()*width/height) * 9 / 10
	down := across * height / width
	x, y := (b.Dx()-across)*(i/len(names))/4, (b.Dy()-down)*(i%3)/2
	photo := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(photo, photo.Rect, whole, image.Rect(x, y, x+across, y+down).Add(b.Min), draw.Src, nil)
	var encoded bytes.Buffer
	if err := jpeg.Encode(&encoded, photo, &jpeg.Options{Quality: 90}); err != nil {
		return bulletin.Photo{}, err
	}
	info, err := f.AddPhoto(ctx, fmt.Sprintf("%02d.jpg", i+1), encoded.Bytes())
	return bulletin.Photo{ID: fmt.Sprint("p", i+1), SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx}, err
}
