package storage

import (
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// Unlisted names the articles and issues that Articles, Count and Issues leave
// out because no newest version of theirs can be read, and those that they show
// without one of their newest versions, as far as anything of them is left to be
// named by. It is to be asked after what is listed, for a file that cannot be
// mended is listed another way once that shows. The hash of a text that is listed
// and has one newest version is not looked at: Check does that.
func (f *File) Unlisted(ctx context.Context) (found []Damage, err error) {
	err = f.searching(ctx, func(querier) error { return nil }) // so that the lists are made where they must be
	if err == nil {
		listed, apart := f.leftOutApart()
		err = f.reading(ctx, func(q querier) error {
			if found = listed; !apart {
				if found, err = unlistedArticles(ctx, q); err != nil {
					return err
				}
			}
			_, issues, err := f.loadIssues(ctx, q)
			found = append(found, issues...)
			return err
		})
	}
	if err != nil {
		return nil, fmt.Errorf("find what is not listed: %w", err)
	}
	return found, nil
}

// leftOutApart is what the lists that are kept apart leave out, if there are any.
// Who holds a reader must not ask: they are made by one who waits for a reader.
func (f *File) leftOutApart() (leftOut []Damage, apart bool) {
	f.apartTurn.Lock()
	defer f.apartTurn.Unlock()
	if f.apart == nil {
		return nil, false
	}
	return slices.Clone(f.apart.leftOut), true
}

func unlistedArticles(ctx context.Context, q querier) (found []Damage, err error) {
	ids, err := collect(ctx, q, scanString[bulletin.ID],
		`SELECT DISTINCT subject FROM heads WHERE kind = 'article' AND subject NOT IN (SELECT id FROM article_list)`)
	for _, id := range ids {
		found = append(found, unlisted(ctx, q, bulletin.SubjectArticle, id))
	}
	if err != nil {
		return nil, err
	}
	several, err := collect(ctx, q, scanString[bulletin.ID], `SELECT subject FROM heads WHERE kind = 'article' GROUP BY subject
		HAVING count(*) > 1 AND subject IN (SELECT id FROM article_list)`)
	for _, id := range several {
		a, err := loadArticle(ctx, q, id)
		switch {
		case err == nil && a.Hurt:
			found = append(found, partly(ctx, q, id))
		case err != nil && !isHurt(err) && !isTorn(err): // who opens it hears of that
			return nil, err
		}
	}
	return found, err
}

func partly(ctx context.Context, q querier, id bulletin.ID) Damage {
	return Damage{Kind: DamageSide, Subject: string(id), Args: called(id, nameOf(ctx, q, id))}
}

// unlisted names what is in no list, with its newest version that is whole, if
// there is one.
func unlisted(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID) Damage {
	if r, found := newestWhole(ctx, q, kind, id); found {
		return Damage{Kind: DamageOlder, Subject: string(id), Args: whereWhole(ctx, q, r)}
	}
	return Damage{Kind: DamageUnlisted, Subject: string(id), Args: called(id, nameOf(ctx, q, id))}
}
