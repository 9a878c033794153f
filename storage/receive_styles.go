package storage

import (
	"context"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2"

	"bantin/bulletin"
)

// largestStyle bounds a stranger's house style, in bytes; ours have some
// thousands.
const largestStyle = 256 << 10

// styles takes over the house styles that issues here ask for, with those that
// they are based on, where this file lacks them. One of ours stays as it is: another one of its name is told of, where
// something new came with it.
func (r *receiving) styles(ctx context.Context) error {
	offered, err := r.offeredStyles(ctx)
	if err != nil || len(offered) == 0 {
		return err
	}
	issues, err := r.file.Issues(ctx)
	if err != nil {
		return err
	}
	own, err := r.file.Styles(ctx)
	if err != nil {
		return err
	}
	known, files := map[string]string{}, map[string]string{}
	for _, k := range offered {
		files[k.Name] = k.File
	}
	for _, k := range own {
		known[k.Name], files[k.Name] = k.File, k.File
	}
	used := map[string]bool{}
	for _, s := range issues {
		for name := s.Issue.Style; name != "" && !used[name]; name = baseOf(files[name]) {
			used[name] = true
		}
	}
	for _, k := range offered {
		file, have := known[k.Name]
		switch {
		case have && file != k.File && used[k.Name] && r.came.NewRevisions > 0:
			r.refuse(Refused{k.Name, bulletin.NewTrouble("received_style_differs", bulletin.Args{"style": k.Name}, nil)})
		case !have && used[k.Name]:
			if err := r.file.SetStyle(ctx, k); err != nil {
				return err
			}
			r.came.NewStyles = append(r.came.NewStyles, k.Name)
		}
	}
	return nil
}

// baseOf is the style that a style says it is based on, "" where it says none. A
// file with mistakes is told of where it is used.
func baseOf(file string) string {
	var style struct {
		BasedOn string `toml:"based_on"`
	}
	if err := toml.Unmarshal([]byte(file), &style); err != nil {
		return ""
	}
	return style.BasedOn
}

// offeredStyles reads those of the other file that are whole and not absurd.
func (r *receiving) offeredStyles(ctx context.Context) (offered []KeptStyle, err error) {
	err = r.reading(ctx, func(q querier) error {
		names, err := collect(ctx, q, scanString[string], `SELECT name FROM settings
			WHERE name GLOB 'style/*' AND length(name) < 100 AND length(CAST(value AS BLOB)) <= ? ORDER BY name LIMIT 100`, largestStyle)
		if err != nil {
			return err
		}
		for _, name := range names {
			k := KeptStyle{Name: strings.TrimPrefix(name, stylePrefix)}
			err := readSetting(ctx, q, name, &k.File)
			if err == nil && k.Name != "" && !strings.ContainsFunc(k.Name, unicode.IsControl) {
				offered = append(offered, k)
			}
		}
		return nil
	})
	return offered, err
}
