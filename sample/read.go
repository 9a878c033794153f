package sample

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

//go:embed office.toml issue.toml articles/*.toml
var files embed.FS

// texts are all files of the sample, read.
type texts struct {
	office   officeFile
	issue    issueFile
	articles map[string]*articleFile // by file name without its ending
	names    []string                // of the articles, sorted
}

func readTexts() (*texts, error) {
	t := texts{articles: map[string]*articleFile{}}
	if err := readFile("office.toml", &t.office); err != nil {
		return nil, err
	}
	if err := readFile("issue.toml", &t.issue); err != nil {
		return nil, err
	}
	paths, err := fs.Glob(files, "articles/*.toml")
	if err != nil {
		return nil, fmt.Errorf("list the articles of the sample: %w", err)
	}
	for _, path := range paths {
		a := new(articleFile)
		if err := readFile(path, a); err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(strings.TrimPrefix(path, "articles/"), ".toml")
		t.articles[name] = a
		t.names = append(t.names, name)
	}
	return &t, nil
}

// readFile reads strictly: a field that nobody knows is an error.
func readFile(path string, into any) error {
	raw, err := files.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read %s of the sample: %w", path, err)
	}
	d := toml.NewDecoder(bytes.NewReader(raw)).DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("read %s of the sample: %w", path, err)
	}
	return nil
}

// pictures lists the illustrations that the articles show, each once.
func (t *texts) pictures() []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, name := range t.names {
		for _, p := range t.articles[name].Photos {
			if !seen[p.Picture] {
				seen[p.Picture] = true
				out = append(out, p.Picture)
			}
		}
	}
	return out
}

// inIssue reports whether the story list names the article.
func (t *texts) inIssue(name string) bool {
	for _, s := range t.issue.Story {
		if s.Article == name {
			return true
		}
	}
	return false
}
