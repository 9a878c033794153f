// Content makes what bin/bantin and its peers are compared on: forty stories
// of the real article's text, each with a photo of 3000 × 2000 pixels cut from
// the real ones, as text files for Bản Tin and as sources for Typst, LuaLaTeX
// and LibreOffice, set alike: A4, two columns, the same faces and sizes.
//
//	go run ./scripts/peers FONTS OUT
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"bantin/internal/real"
	"bantin/scripts/material"
)

const stories = 40

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: go run ./scripts/peers FONTS OUT")
	}
	folder, err := real.Folder()
	if err == nil {
		err = write(folder, os.Args[1], os.Args[2])
	}
	if err != nil {
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
	article, err := material.ReadArticle(real)
	if err != nil {
		return nil, err
	}
	all := make([]story, stories)
	for i := range all {
		all[i] = story{
			headline: article.Numbered(i), standfirst: article.Standfirst,
			caption: article.Caption, photo: photoName(i), paragraphs: article.Paragraphs,
		}
	}
	return all, nil
}

func photoName(i int) string { return fmt.Sprintf("photos/%02d.jpg", i+1) }

func writePhotos(real, out string) error {
	for i := range stories {
		photo, err := material.Photo(real, i)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, photoName(i)), photo, 0o644); err != nil {
			return err
		}
	}
	return nil
}
