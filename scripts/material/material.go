// Package material makes what the program is measured on: the real article's
// text and as many photos of 3000 × 2000 pixels as are wanted, cut from the
// real ones.
package material

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"
)

// Article is the real one.
type Article struct {
	Headline, Standfirst, Caption string
	Paragraphs                    []string
}

// The real article by its lines, counted from 1; the caption is given to other
// photos.
const (
	headlineLine   = 3
	standfirstLine = 5
	captionLine    = 13
)

var paragraphLines = []int{7, 9, 11, 15, 19}

// ReadArticle reads it from the folder of the real articles and photos.
func ReadArticle(folder string) (Article, error) {
	raw, err := os.ReadFile(filepath.Join(folder, "lam-viec-tuyen-giao-2019.txt"))
	if err != nil {
		return Article{}, err
	}
	lines := strings.Split(string(raw), "\n")
	line := func(n int) string { return strings.Join(strings.Fields(lines[n-1]), " ") }
	a := Article{Headline: line(headlineLine), Standfirst: line(standfirstLine), Caption: line(captionLine)}
	for _, n := range paragraphLines {
		a.Paragraphs = append(a.Paragraphs, line(n))
	}
	return a, nil
}

// Numbered is the article's headline with a number, counted from 0, that tells
// copies of it apart.
func (a Article) Numbered(i int) string { return fmt.Sprintf("%s (%d)", a.Headline, i+1) }

var photos = []string{"Dune.jpg", "Elephants.jpg", "Garden.jpg", "LadyBird.jpg", "RainDrops.jpg", "TwoWings.jpg"}

// Photo is a JPEG of 3000 × 2000 pixels, each number's cut from another place
// of a real photo of the folder.
func Photo(folder string, i int) ([]byte, error) {
	raw, err := os.ReadFile(filepath.Join(folder, "photos", photos[i%len(photos)]))
	if err != nil {
		return nil, err
	}
	whole, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	b := whole.Bounds()
	width := b.Dx() * 9 / 10
	height := min(width*2/3, b.Dy()*9/10)
	width = height * 3 / 2
	x, y := (b.Dx()-width)*(i/len(photos))/7, (b.Dy()-height)*(i%3)/2
	photo := image.NewRGBA(image.Rect(0, 0, 3000, 2000))
	draw.CatmullRom.Scale(photo, photo.Rect, whole, image.Rect(x, y, x+width, y+height), draw.Src, nil)
	var encoded bytes.Buffer
	err = jpeg.Encode(&encoded, photo, &jpeg.Options{Quality: 90})
	return encoded.Bytes(), err
}
