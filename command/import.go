package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/storage"
)

// imported is what import --json says of each article.
type imported struct {
	ID       bulletin.ID        `json:"id"`
	Input    string             `json:"input"`
	Headline string             `json:"headline"`
	Words    int                `json:"words"`
	Photos   int                `json:"photos"` // pictures; empty frames are not counted
	Findings []bulletin.Finding `json:"findings"`
}

func (p *program) importCommand() *cobra.Command {
	var photos []string
	cmd := p.command("import FILE INPUT...", p.atLeast(2), func(cmd *cobra.Command, args []string) error {
		inputs := args[1:]
		if len(photos) > 0 && len(inputs) > 1 {
			return bulletin.NewTrouble("photos_of_which", nil, nil)
		}
		return withFile(cmd.Context(), args[0], func(f *storage.File) error {
			done, err := p.importAll(cmd.Context(), f, inputs, photos)
			if err != nil {
				return err
			}
			return p.answer(cmd, map[string]any{"articles": done}, func() { p.tellImported(done) })
		})
	})
	cmd.Flags().StringArrayVar(&photos, "photo", nil, p.words.Say("command.import.flag.photo", nil))
	return p.addJSONFlag(cmd)
}

func (p *program) tellImported(done []imported) {
	for _, a := range done {
		p.say("import.done", bulletin.Args{"id": a.ID, "headline": a.Headline, "words": a.Words, "photos": a.Photos})
		p.tellFindings(a.Findings)
	}
}

// importAll reads every input and picture before it writes the first article,
// so that one bad file among them leaves the drafts file as it was.
func (p *program) importAll(ctx context.Context, f *storage.File, inputs, photoArgs []string) ([]imported, error) {
	drafts := make([]intake.Draft, len(inputs))
	for i, path := range inputs {
		draft, err := readText(path)
		if err != nil {
			return nil, err
		}
		drafts[i] = draft
	}
	bound, err := p.addPhotos(ctx, f, photoArgs)
	if err != nil {
		return nil, err
	}
	done := make([]imported, 0, len(inputs))
	for i := range drafts {
		intake.Bind(&drafts[i], bound)
		id := bulletin.NewID()
		article := drafts[i].Article
		_, err := f.SaveArticle(ctx, id, article, storage.Save{Author: person(), Reason: bulletin.ReasonImport})
		if err != nil {
			return nil, fmt.Errorf("import %s: %w", inputs[i], err)
		}
		done = append(done, imported{
			id, inputs[i], article.Headline, article.Words(), pictures(article), notNil(drafts[i].Findings),
		})
	}
	return done, nil
}

func readText(path string) (intake.Draft, error) {
	raw, err := readInput(path)
	if err != nil {
		return intake.Draft{}, err
	}
	draft, err := intake.Text(raw)
	return draft, naming(path, err)
}

// addPhotos stores the pictures of --photo PATH[=CAPTION].
func (p *program) addPhotos(ctx context.Context, f *storage.File, photoArgs []string) ([]intake.BoundPhoto, error) {
	files := make([]storage.PhotoFile, len(photoArgs))
	captions := make([]string, len(photoArgs))
	for i, arg := range photoArgs {
		path, caption := splitPhoto(arg)
		raw, err := readInput(path)
		if err != nil {
			return nil, err
		}
		files[i] = storage.PhotoFile{Name: filepath.Base(path), Original: raw}
		captions[i] = caption
	}
	show, end := p.progress("photos")
	infos, err := f.AddPhotos(ctx, files, show)
	end()
	if err != nil {
		return nil, err
	}
	bound := make([]intake.BoundPhoto, len(infos))
	for i, info := range infos {
		bound[i] = intake.BoundPhoto{
			SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx, Caption: captions[i],
		}
	}
	return bound, nil
}

// splitPhoto splits PATH=CAPTION; a file whose own name has "=" in it is taken
// whole.
func splitPhoto(arg string) (path, caption string) {
	if _, err := os.Stat(arg); err == nil {
		return arg, ""
	}
	path, caption, _ = strings.Cut(arg, "=")
	return path, caption
}

// largestInput keeps a slip of the hand (a film, a disk image) from filling
// the memory; pictures and texts have lower limits of their own.
const largestInput = 200 << 20

// readInput reads a file that the user named.
func readInput(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, inputTrouble(path, err)
	}
	if info.IsDir() {
		return nil, bulletin.NewTrouble("input_is_folder", bulletin.Args{"file": path}, nil)
	}
	if info.Size() > largestInput {
		return nil, bulletin.NewTrouble("input_too_large", bulletin.Args{"file": path, "mb": largestInput >> 20}, nil)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, inputTrouble(path, err)
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, largestInput))
	if err != nil {
		return nil, inputTrouble(path, err)
	}
	return raw, nil
}

func inputTrouble(path string, err error) error {
	key := "input_unreadable"
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		key = "input_missing"
	}
	return bulletin.NewTrouble(key, bulletin.Args{"file": path}, err)
}

// naming adds the file's name to a trouble of reading its content.
func naming(path string, err error) error {
	var t *bulletin.Trouble
	if errors.As(err, &t) {
		args := bulletin.Args{"file": path}
		for name, value := range t.Args {
			args[name] = value
		}
		return bulletin.NewTrouble(t.Key, args, err)
	}
	return err
}

// pictures counts the photos that have their picture.
func pictures(a bulletin.Article) int {
	n := 0
	for i := range a.Photos {
		if !a.Photos[i].IsEmptyFrame() {
			n++
		}
	}
	return n
}

// notNil gives JSON an empty list instead of null.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
