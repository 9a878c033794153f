package storage

import (
	"context"
	"fmt"
	"strings"

	"bantin/bulletin"
)

// KeptRules is a rule set of the office's own, as it stands in the drafts file:
// its name, and its file, word for word.
type KeptRules struct {
	Name, File string
	Damaged    bool // File cannot be read as it was kept
}

// rulesPrefix begins the names of the settings that hold rule sets.
const rulesPrefix = "rules/"

// Rules lists the office's own rule sets by name, damaged ones without their
// file: pages are made and looked over without them.
func (f *File) Rules(ctx context.Context) ([]KeptRules, error) {
	var kept []KeptRules
	err := f.reading(ctx, func(q querier) error {
		names, err := collect(ctx, q, scanString[string], `SELECT name FROM settings WHERE name GLOB 'rules/*' ORDER BY name`)
		for _, name := range names {
			k := KeptRules{Name: strings.TrimPrefix(name, rulesPrefix)}
			err := readSetting(ctx, q, name, &k.File)
			if k.Damaged = bulletin.TroubleKey(err) == "settings_damaged"; err != nil && !k.Damaged {
				return err
			}
			kept = append(kept, k)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load the rule sets: %w", err)
	}
	return kept, nil
}

// SetRules keeps a rule set, in the place of one of the same name. Troubles as
// those of SaveArticle.
func (f *File) SetRules(ctx context.Context, k KeptRules) error {
	err := f.writing(ctx, func(tx execer) error { return writeSetting(ctx, tx, rulesPrefix+k.Name, k.File) })
	if err != nil {
		return fmt.Errorf("save rule set %s: %w", k.Name, err)
	}
	return nil
}

// RemoveRules takes a rule set out of the file; one that is not there is no
// error.
func (f *File) RemoveRules(ctx context.Context, name string) error {
	err := f.writing(ctx, func(tx execer) error { return dropSetting(ctx, tx, rulesPrefix+name) })
	if err != nil {
		return fmt.Errorf("remove rule set %s: %w", name, err)
	}
	return nil
}
