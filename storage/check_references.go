package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
)

// references finds rows that belong to something that is not there.
func (c *check) references(ctx context.Context, q querier) error {
	tables, err := collect(ctx, q, scanString[string], `SELECT DISTINCT "table" FROM pragma_foreign_key_check ORDER BY 1`)
	if err != nil {
		return err
	}
	var revisions, photos, leftover bool
	for _, table := range tables {
		switch table {
		case "parents", "heads":
			revisions = true
		case "photo_print", "photo_half", "photo_thumb", "photo_stripped":
			photos = true
		case "exchanged": // a version that is lost is named elsewhere
		default:
			leftover = true
		}
	}
	if revisions {
		if err := c.lostRevisions(ctx, q); err != nil {
			return err
		}
	}
	if photos {
		if err := c.lostPhotos(ctx, q); err != nil {
			return err
		}
	}
	if !leftover {
		leftover, err = has(ctx, q, `SELECT 1 FROM search_docsize WHERE id NOT IN (SELECT number FROM article_text)`)
	}
	if leftover {
		c.add(DamageLeftover, "", nil)
	}
	return err
}

// lostRevision is a revision that the file names but does not hold.
type lostRevision struct{ id, subject string }

// lostRevisions names the subjects that have lost a newest version. One that
// has lost all of them is found by its lists.
func (c *check) lostRevisions(ctx context.Context, q querier) error {
	lost, err := collect(ctx, q, func(row scanner) (l lostRevision, err error) {
		err = row.Scan(&l.id, &l.subject)
		return l, err
	}, `SELECT named.revision, coalesce(
			(SELECT subject FROM heads WHERE heads.revision = named.revision),
			(SELECT subject FROM revisions WHERE id IN (SELECT parent FROM parents WHERE parents.revision = named.revision)),
			'')
		FROM (SELECT revision FROM parents UNION SELECT revision FROM heads) AS named
		WHERE named.revision NOT IN (SELECT id FROM revisions) ORDER BY 1`)
	if err != nil {
		return err
	}
	nameless := 0
	for _, l := range lost {
		known, err := has(ctx, q, `SELECT 1 FROM revisions WHERE subject = ?`, l.subject)
		if err != nil {
			return err
		}
		switch {
		case l.subject == "":
			nameless++
		case known && !c.hurt.has(bulletin.ID(l.subject)):
			c.hurt.add(bulletin.ID(l.subject))
			c.add(DamageLost, l.id, called(bulletin.ID(l.subject), nameOf(ctx, q, bulletin.ID(l.subject))))
		}
	}
	if nameless > 0 {
		c.verdict(fmt.Sprintf("parents: %d revisions are not there", nameless))
	}
	return nil
}

func (c *check) lostPhotos(ctx context.Context, q querier) error {
	lost, err := collect(ctx, q, scanString[string], `SELECT photo FROM photo_print WHERE photo NOT IN (SELECT sha256 FROM photos)
		UNION SELECT photo FROM photo_half WHERE photo NOT IN (SELECT sha256 FROM photos)
		UNION SELECT photo FROM photo_thumb WHERE photo NOT IN (SELECT sha256 FROM photos) ORDER BY 1`)
	if err != nil {
		return err
	}
	for _, sha := range lost {
		c.add(DamagePhotoLost, sha, bulletin.Args{"photo": fmt.Sprintf("%.10s", sha)})
	}
	return nil
}
