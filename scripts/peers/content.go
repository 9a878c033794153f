// Content makes what bin/bantin and its peers are compared on: forty stories
// of the real article's text, each with a photo of 3000 × 2000 pixels cut from
// the real ones, as text files for Bản Tin and as sources for Typst, LuaLaTeX
// and LibreOffice, set alike: A4, two columns, the same faces and sizes.
//
//	go run ./scripts/peers REAL FONTS OUT
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"
)

const stories = 40

// The real article by its lines, counted from 1; the captions are given to
// other photos.
const (
	headlineLine   = 3
	standfirstLine = 5
	captionLine    = 13
)

var paragraphLines = []int{7, 9, 11, 15, 19}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: go run ./scripts/peers REAL FONTS OUT")
	}
	if err := write(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

func write(real, fonts, out string) error {
	for _, folder := range []string{"photos", "texts"} {
		if err := os.MkdirAll(filepath.Join(out, folder), 0o755); err != nil {
			return err
		}
	}
	all, err := read(real)
	if err != nil {
		return err
	}
	if err := writePhotos(real, out); err != nil {
		return err
	}
	for i, s := range all {
		text := strings.Join(append([]string{s.headline, s.standfirst}, s.paragraphs...), "\n\n") + "\n"
		if err := os.WriteFile(filepath.Join(out, "texts", fmt.Sprintf("%02d.txt", i+1)), []byte(text), 0o644); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(out, "caption.txt"), []byte(all[0].caption), 0o644); err != nil {
		return err
	}
	for name, source := range map[string]string{"issue.typ": typst(all), "issue.tex": latex(all, fonts), "issue.fodt": openDocument(all)} {
		if err := os.WriteFile(filepath.Join(out, name), []byte(source), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// story is one article with the name of its photo.
type story struct {
	headline, standfirst, caption, photo string
	paragraphs                           []string
}

func read(real string) ([]story, error) {
	raw, err := os.ReadFile(filepath.Join(real, "lam-viec-tuyen-giao-2019.txt"))
	if err != nil {
		return nil, err
	}
	lines := strings.Split(string(raw), "\n")
	line := func(n int) string { return strings.Join(strings.Fields(lines[n-1]), " ") }
	var all []story
	for i := range stories {
		s := story{
			headline: fmt.Sprintf("%s (%d)", line(headlineLine), i+1), standfirst: line(standfirstLine),
			caption: line(captionLine), photo: photoName(i),
		}
		for _, n := range paragraphLines {
			s.paragraphs = append(s.paragraphs, line(n))
		}
		all = append(all, s)
	}
	return all, nil
}

func photoName(i int) string { return fmt.Sprintf("photos/%02d.jpg", i+1) }

// writePhotos cuts each photo from another place of a real one.
func writePhotos(real, out string) error {
	names := []string{"Dune.jpg", "Elephants.jpg", "Garden.jpg", "LadyBird.jpg", "RainDrops.jpg", "TwoWings.jpg"}
	for i := range stories {
		raw, err := os.ReadFile(filepath.Join(real, "photos", names[i%len(names)]))
		if err != nil {
			return err
		}
		whole, err := jpeg.Decode(bytes.NewReader(raw))
		if err != nil {
			return err
		}
		b := whole.Bounds()
		width := b.Dx() * 9 / 10
		height := min(width*2/3, b.Dy()*9/10)
		width = height * 3 / 2
		x, y := (b.Dx()-width)*(i/len(names))/7, (b.Dy()-height)*(i%3)/2
		photo := image.NewRGBA(image.Rect(0, 0, 3000, 2000))
		draw.CatmullRom.Scale(photo, photo.Rect, whole, image.Rect(x, y, x+width, y+height), draw.Src, nil)
		var encoded bytes.Buffer
		if err := jpeg.Encode(&encoded, photo, &jpeg.Options{Quality: 90}); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, photoName(i)), encoded.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}
