package storage

import (
	"context"
	"fmt"
	"strings"

	"bantin/bulletin"
)

// mostBegun is how many beginnings are read at once, and lettersOfBeginning how
// many letters of each: nobody looks further.
const (
	mostBegun          = 200
	lettersOfBeginning = 160
)

// Beginnings are the first words of articles on one line, without emphasis, by
// which one tells those apart that have no headline. Articles without any text,
// and more than the first two hundred, are left out.
func (f *File) Beginnings(ctx context.Context, ids []bulletin.ID) (map[bulletin.ID]string, error) {
	begun := map[bulletin.ID]string{}
	if len(ids) == 0 {
		return begun, nil
	}
	err := f.searching(ctx, func(q querier) error {
		kept, err := collect(ctx, q, scanKept, `SELECT l.number, l.id FROM json_each(?) AS wanted
			CROSS JOIN article_list AS l ON l.id = wanted.value ORDER BY wanted.key`, jsonOf(ids[:min(len(ids), mostBegun)]))
		if err != nil {
			return err
		}
		numbers := make([]int64, len(kept))
		for i, k := range kept {
			numbers[i] = k.number
		}
		texts, err := readTexts(ctx, q, numbers)
		if err != nil {
			return err
		}
		for i := range texts {
			if begins := texts[i].text.beginning(); begins != "" {
				begun[kept[i].id] = begins
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the first words of articles: %w", err)
	}
	return begun, nil
}

// kept is under which number an article is kept in the list.
type kept struct {
	number int64
	id     bulletin.ID
}

func scanKept(row scanner) (k kept, err error) {
	err = row.Scan(&k.number, (*string)(&k.id))
	return k, err
}

// beginning is the first words of a text, "" where it has none.
func (t *searchText) beginning() string {
	for _, c := range []column{inHeadline, inBody, inPhotos} {
		if t[c] == "" {
			continue
		}
		letters, count := t[c], 0
		for at := range letters {
			if count++; count > lettersOfBeginning {
				letters = letters[:at]
				break
			}
		}
		return strings.Join(strings.Fields(letters), " ")
	}
	return ""
}
