package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
	"bantin/storage/picture"
)

// indexVersion counts the ways in which this program derived list and search
// index from the texts. It must grow whenever textOf, writeLine or viet.Fold
// give something else than before: a file derived in another way is then
// derived anew when it is opened.
const indexVersion = 1

const indexSetting = "index"

// refreshIndex derives the index anew where another version of the program
// made it. Files without the setting were made by version 1.
func (f *File) refreshIndex(ctx context.Context) error {
	made := 1
	err := f.reading(ctx, func(q querier) error { return readSetting(ctx, q, indexSetting, &made) })
	if err != nil {
		return err
	}
	if made == indexVersion {
		return nil
	}
	return f.Rebuild(ctx)
}

// Rebuild makes every derived table anew from revisions and photos: heads,
// list, search index, stories, and derivatives that are damaged or absent. The
// work itself is only read. It ends at the first revision or original that is
// damaged, and nothing has changed then.
func (f *File) Rebuild(ctx context.Context) error {
	err := f.writing(ctx, func(tx execer) error {
		if err := rebuildLists(ctx, tx); err != nil {
			return err
		}
		return writeSetting(ctx, tx, indexSetting, indexVersion)
	})
	if err == nil {
		err = f.rebuildDerivatives(ctx)
	}
	if err != nil {
		return fmt.Errorf("rebuild list and index of %s: %w", f.path, err)
	}
	return nil
}

func rebuildLists(ctx context.Context, tx execer) error {
	if _, err := tx.ExecContext(ctx, `
		INSERT INTO search (search) VALUES ('delete-all');
		DELETE FROM article_text;
		DELETE FROM article_list;
		DELETE FROM issue_stories;
		DELETE FROM heads;
		INSERT INTO heads (subject, revision, kind) SELECT subject, id, kind FROM revisions
			WHERE NOT EXISTS (SELECT 1 FROM parents WHERE parent = revisions.id)`); err != nil {
		return fmt.Errorf("clear the derived tables: %w", err)
	}
	for _, kind := range []bulletin.SubjectKind{bulletin.SubjectArticle, bulletin.SubjectIssue} {
		ids, err := collect(ctx, tx, scanString[bulletin.ID], `SELECT DISTINCT subject FROM heads WHERE kind = ?`, kind)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := derive(ctx, tx, kind, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// rebuildDerivatives develops again every photo that lacks a sound derivative.
func (f *File) rebuildDerivatives(ctx context.Context) error {
	var photos []string
	err := f.reading(ctx, func(q querier) (err error) {
		photos, err = collect(ctx, q, scanString[string], `SELECT sha256 FROM photos ORDER BY number`)
		return err
	})
	if err != nil {
		return err
	}
	for _, sha := range photos {
		if err := f.rebuildPhoto(ctx, sha); err != nil {
			return err
		}
	}
	return nil
}

func (f *File) rebuildPhoto(ctx context.Context, sha string) error {
	sound := true
	err := f.reading(ctx, func(q querier) error {
		for _, d := range []derivative{printed, thumbnail} {
			made, err := readDerivative(ctx, q, d, sha)
			if err != nil {
				return err
			}
			sound = sound && made != nil
		}
		return nil
	})
	if err != nil || sound {
		return err
	}
	original, err := f.OriginalPhoto(ctx, sha)
	if err != nil {
		return err
	}
	p, err := picture.Develop(ctx, sha, original)
	if err != nil {
		return err
	}
	return f.writing(ctx, func(tx execer) error { return insertDerivatives(ctx, tx, p) })
}
