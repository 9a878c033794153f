package storage

import (
	"context"
	"errors"
	"fmt"

	"bantin/bulletin"
)

// Kinds of Damage. Args: headline (of an article, or its first words; of an
// issue, name and number), time (of a revision, local), photo (its file name),
// detail (what SQLite says).
const (
	DamageUnreadable = "unreadable"       // OpenReadOnly said file_torn, so there is nothing to check; file
	DamageStructure  = "structure"        // SQLite's own check; detail
	DamageRevision   = "revision"         // a version's text is not what was saved; headline, time
	DamageParent     = "parent_missing"   // an older version is not in the file; headline, time
	DamageOriginal   = "photo_original"   // photo
	DamageDerivative = "photo_derivative" // the original is whole, what was made of it is not; photo
	DamagePhoto      = "photo_missing"    // an article shows a photo that is not in the file; headline, caption
	DamageOffice     = "office"           // the settings of the office
	DamageSetting    = "setting"          // a setting that is damaged or that no version of the program wrote; name
	DamageText       = "text_missing"     // the lists name an article or an issue of which no version is there; headline
	DamageLost       = "revision_missing" // a newest version is named but not there; headline
	DamagePhotoLost  = "photo_lost"       // an original is gone, what was made of it is there; photo
	DamageUnlisted   = "unlisted"         // by Unlisted: no newest version can be read, so it is in no list; headline
	DamageOlder      = "older"            // by Unlisted: as DamageUnlisted, but an older version is whole (RestoreWhole); headline, time, revision
	DamageSide       = "side"             // by Unlisted: one of several newest versions, or the text before a deletion, cannot be read; headline
	DamagePhotoFacts = "photo_facts"      // kind or size noted of a photo are not the original's; photo

	// The work itself is whole; Rebuild mends these.
	DamageIndex      = "index"       // list or search index; headline
	DamageIssueIndex = "index_issue" // heads or stories of an issue; headline
	DamageLeftover   = "leftover"    // lines of the list or the search index that belong to nothing
	DamageSearch     = "search"      // the search index as such
)

// Check reads the whole file (every revision, photo, derivative and setting
// against its hash, every reference, all that is derived against what derive
// would write, and SQLite's own check of structure and search index) and names
// what is damaged. It writes nothing, so
// it is safe on a damaged file. progress, which may be nil, is called after
// each item with how many of how many are done. An error means that the check
// itself could not go on.
func (f *File) Check(ctx context.Context, progress func(done, total int)) ([]Damage, error) {
	c := &check{file: f, progress: progress, hurt: &idSet{}, texts: &expectations{}}
	if err := c.run(ctx); err != nil {
		return nil, fmt.Errorf("check %s: %w", f.path, err)
	}
	return c.found, nil
}

// essentials reads what cannot be derived: the structure of the pages, and
// every revision and photo against its hash.
func (f *File) essentials(ctx context.Context) ([]Damage, error) {
	c := &check{file: f, hurt: &idSet{}, texts: &expectations{}}
	c.step(ctx, func(ctx context.Context, q querier) error {
		_, err := quickCheck(ctx, f.path, q)
		var trouble *bulletin.Trouble
		if errors.As(err, &trouble) {
			c.once(DamageStructure, fmt.Sprint(trouble.Cause))
			return nil
		}
		return err
	})
	c.each(ctx, c.keys(ctx, `SELECT id FROM revisions ORDER BY number`), textsAtOnce, (*check).revision)
	c.each(ctx, c.keys(ctx, `SELECT sha256 FROM photos ORDER BY number`), 1, (*check).photo)
	c.step(ctx, c.settings)
	return c.found, ctx.Err()
}

type check struct {
	file        *File
	progress    func(done, total int)
	done, total int
	found       []Damage
	// hurt are the subjects that lack a sound version: what should be derived
	// from them cannot be told.
	hurt  *idSet
	texts *expectations
	// isPatient leaves the other processors to those who work.
	isPatient bool
}

func (c *check) run(ctx context.Context) error {
	revisions := c.keys(ctx, `SELECT id FROM revisions ORDER BY number`)
	photos := c.keys(ctx, `SELECT sha256 FROM photos ORDER BY number`)
	articles := c.keys(ctx, `SELECT subject FROM revisions WHERE kind = 'article'
		UNION SELECT subject FROM heads WHERE kind = 'article' UNION SELECT id FROM article_list ORDER BY 1`)
	issues := c.keys(ctx, `SELECT subject FROM revisions WHERE kind = 'issue'
		UNION SELECT subject FROM heads WHERE kind = 'issue' UNION SELECT issue FROM issue_stories ORDER BY 1`)
	c.total = 3 + indexSteps + len(revisions) + len(photos) + len(articles) + len(issues)
	c.step(ctx, c.structure)
	c.each(ctx, revisions, textsAtOnce, (*check).revision)
	c.step(ctx, c.references)
	c.each(ctx, photos, 1, (*check).photo)
	c.each(ctx, articles, textsAtOnce, (*check).article)
	c.search(ctx)
	c.each(ctx, issues, textsAtOnce, (*check).issue)
	c.step(ctx, c.settings)
	return ctx.Err()
}

// step runs one part of the check on one state of the file. A read error is
// a finding, not the end of the check.
func (c *check) step(ctx context.Context, part func(context.Context, querier) error) {
	if ctx.Err() != nil {
		return
	}
	err := c.file.reading(ctx, func(q querier) error { return part(ctx, q) })
	if err != nil && ctx.Err() == nil {
		c.failed(err)
	}
	c.told(1)
}

func (c *check) told(n int) {
	for range n {
		c.done++
		if c.progress != nil {
			c.progress(c.done, c.total)
		}
	}
}

// keys lists what there is to check; what damage hides is in the findings of
// the structure.
func (c *check) keys(ctx context.Context, query string) []string {
	var keys []string
	err := c.file.reading(ctx, func(q querier) (err error) {
		keys, err = collect(ctx, q, scanString[string], query)
		return err
	})
	if err != nil && ctx.Err() == nil {
		c.failed(err)
	}
	return keys
}

func (c *check) add(kind, subject string, args bulletin.Args) {
	c.found = append(c.found, Damage{Kind: kind, Subject: subject, Args: args})
}

// failed adds what a read that failed says of the file.
func (c *check) failed(err error) {
	if isIndexDamaged(err) {
		c.once(DamageSearch, err.Error())
		return
	}
	detail := err
	var trouble *bulletin.Trouble
	if errors.As(err, &trouble) && trouble.Cause != nil {
		detail = trouble.Cause
	}
	c.once(DamageStructure, detail.Error())
}

// verdict adds what SQLite's own check says.
func (c *check) verdict(verdict string) {
	if isOfIndex(verdict) || ofDerived.MatchString(verdict) {
		c.once(DamageSearch, verdict)
		return
	}
	c.once(DamageStructure, verdict)
}

// once adds a finding about the file as such, which is said once: the detail,
// in the words of SQLite, is for those who mend files.
func (c *check) once(kind string, detail any) {
	for _, d := range c.found {
		if d.Kind == kind {
			return
		}
	}
	c.add(kind, "", bulletin.Args{"detail": detail})
}
