package storage

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"bantin/bulletin"
	"bantin/storage/picture"
)

// structure asks SQLite, which checks its pages, its indexes, the constraints
// and, through FTS5, the inner order of the search index.
func (c *check) structure(ctx context.Context, q querier) error {
	// FTS5 keeps the index's directory in memory and looks whether it is still
	// the right one when a search begins, but not when it checks itself: without
	// this search, what other connections wrote would look like damage.
	if _, err := has(ctx, q, `SELECT 1 FROM search WHERE search MATCH '"a"'`); err != nil {
		if !isIndexDamaged(err) {
			return err
		}
		c.failed(err)
	}
	verdicts, err := collect(ctx, q, scanString[string], `PRAGMA integrity_check(20)`)
	if err != nil {
		return err
	}
	for _, verdict := range verdicts {
		if verdict != "ok" {
			c.verdict(verdict)
		}
	}
	return nil
}

func (c *check) revision(ctx context.Context, q querier, id string) error {
	r, err := loadRevision(ctx, q, bulletin.RevisionID(id))
	if isTorn(err) {
		return c.tornRevision(ctx, q, id)
	}
	if err != nil {
		return err
	}
	args := func() bulletin.Args {
		return bulletin.Args{"headline": nameOf(ctx, q, r.Subject), "time": bulletin.Moment(r.Time), "subject": r.Kind}
	}
	if verify(r) != nil {
		c.hurt.add(r.Subject)
		c.add(DamageRevision, id, args())
		return nil
	}
	if r.Deleted { // a file that was sent tells of deletions without the text
		return nil
	}
	for _, parent := range r.Parents {
		known, err := has(ctx, q, `SELECT 1 FROM revisions WHERE id = ?`, parent)
		if err != nil {
			return err
		}
		if !known {
			c.hurt.add(r.Subject)
			c.add(DamageParent, id, args())
		}
	}
	return nil
}

// isTorn reports that pages on which a row stands make no sense.
func isTorn(err error) bool {
	var torn tornError
	if errors.As(err, &torn) {
		return true
	}
	var failure *sqlite.Error
	return errors.As(err, &failure) && failure.Code()&0xff == sqlite3.SQLITE_CORRUPT && !isIndexDamaged(err)
}

// tornRevision names a version whose text cannot be read, by what comes before
// the text.
func (c *check) tornRevision(ctx context.Context, q querier, id string) error {
	var subject bulletin.ID
	var ms int64
	if err := q.QueryRowContext(ctx, `SELECT subject, time_ms FROM revisions WHERE id = ?`, id).Scan(&subject, &ms); err != nil {
		return err
	}
	c.hurt.add(subject)
	facts := called(subject, nameOf(ctx, q, subject))
	facts["time"] = bulletin.Moment(time.UnixMilli(ms))
	c.add(DamageRevision, id, facts)
	return nil
}

func (c *check) photo(ctx context.Context, q querier, sha string) error {
	original, err := originalPhoto(ctx, q, sha)
	var trouble *bulletin.Trouble
	if errors.As(err, &trouble) && trouble.Key == "photo_damaged" {
		c.add(DamageOriginal, sha, c.photoFactsOf(ctx, q, sha, trouble.Args["photo"]))
		return nil
	}
	if isTorn(err) {
		info, err := photoInfo(ctx, q, sha)
		if err == nil {
			c.add(DamageOriginal, sha, c.photoFactsOf(ctx, q, sha, info.Name))
		}
		return err
	}
	if err != nil {
		return err
	}
	if err := c.photoFacts(ctx, q, sha, original); err != nil {
		return err
	}
	for _, d := range []derivative{printed, half, thumbnail} {
		made, err := c.file.soundDerivative(ctx, q, d, sha)
		if err != nil {
			return err
		}
		if made != nil {
			continue
		}
		expected := true
		if d == half { // which small photos, and those of older files, do not have
			expected, err = has(ctx, q, `SELECT 1 FROM photo_half WHERE photo = ?`, sha)
		}
		if err != nil {
			return err
		}
		if expected {
			return c.derivativeDamage(ctx, q, sha)
		}
	}
	return nil
}

// photoFacts compares what is noted of a photo with the photo's own header.
func (c *check) photoFacts(ctx context.Context, q querier, sha string, original []byte) error {
	info, err := photoInfo(ctx, q, sha)
	if err != nil {
		return err
	}
	format, width, height, err := picture.Measure(original)
	if err != nil || info.Format != format || info.WidthPx != width || info.HeightPx != height {
		c.add(DamagePhotoFacts, sha, c.photoFactsOf(ctx, q, sha, info.Name))
	}
	return nil
}

func (c *check) derivativeDamage(ctx context.Context, q querier, sha string) error {
	info, err := photoInfo(ctx, q, sha)
	if err != nil {
		return err
	}
	c.add(DamageDerivative, sha, bulletin.Args{"photo": info.Name})
	return nil
}

func (c *check) shownPhoto(ctx context.Context, q querier, a StoredArticle, p bulletin.Photo) error {
	if p.IsEmptyFrame() {
		return nil
	}
	// Of one whose print is left lostPhotos says that the original is not.
	known, err := has(ctx, q, `SELECT 1 FROM photos WHERE sha256 = ?1 UNION ALL SELECT 1 FROM photo_print WHERE photo = ?1`, p.SHA256)
	if err == nil && !known {
		c.add(DamagePhoto, string(a.ID), bulletin.Args{
			"headline": nameOf(ctx, q, a.ID), "caption": bulletin.Plain(p.Caption),
		})
	}
	return err
}

// settings checks the settings, and that there are none but those that the
// program writes: the office under another name would be an office lost.
func (c *check) settings(ctx context.Context, q querier) error {
	names, err := collect(ctx, q, scanString[string], `SELECT name FROM settings ORDER BY name`)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := c.setting(ctx, q, name); err != nil {
			return err
		}
	}
	return nil
}

func (c *check) setting(ctx context.Context, q querier, name string) error {
	if name == searchSumSetting {
		err := checkSearch(ctx, q)
		if errors.Is(err, errWrongRow) {
			c.searchDamage(err)
			return nil
		}
		return err
	}
	var value any
	err := readSetting(ctx, q, name, &value)
	damaged := bulletin.TroubleKey(err) == "settings_damaged"
	switch {
	case err != nil && !damaged:
		return err
	case damaged && name == officeSetting:
		c.add(DamageOffice, name, nil)
	case damaged, !isSetting(name):
		c.add(DamageSetting, name, bulletin.Args{"name": name, "own": isOwnNote(name)})
	}
	return nil
}

// searchDamage adds that the search index is not what it was, where nothing
// that is known of it says so already.
func (c *check) searchDamage(err error) {
	for _, d := range c.found {
		switch d.Kind {
		case DamageSearch, DamageIndex, DamageLeftover:
			return
		}
	}
	c.once(DamageSearch, err.Error())
}

// photoFactsOf are the facts of a photo's damage: its name, and the headline of
// a story that shows it ("story"), where one does.
func (c *check) photoFactsOf(ctx context.Context, q querier, sha string, name any) bulletin.Args {
	facts := bulletin.Args{"photo": name}
	var story bulletin.ID
	err := q.QueryRowContext(ctx, `SELECT h.subject FROM heads AS h JOIN revisions AS r ON r.id = h.revision
		WHERE h.kind = 'article' AND instr(r.document, ?) ORDER BY h.subject LIMIT 1`, sha).Scan((*string)(&story))
	if err != nil { // none, or lists that are torn, too: the photo's name will do
		return facts
	}
	if headline := nameOf(ctx, q, story); headline != "" {
		facts["story"] = headline
	}
	return facts
}

// isOwnNote reports a setting that the program notes for itself, and that nobody
// fills in.
func isOwnNote(name string) bool {
	return isSetting(name) && name != officeSetting && !isKeptFile(name)
}

// isSetting reports the names of settings that the program writes.
func isSetting(name string) bool {
	switch name {
	case officeSetting, indexSetting, searchSumSetting, publicationSetting, membershipSetting, fileSetting, writerSetting:
		return true
	}
	return isKeptFile(name)
}

// isKeptFile reports a setting that is a file of the office's own: a house style
// or a rule set.
func isKeptFile(name string) bool {
	return strings.HasPrefix(name, stylePrefix) || strings.HasPrefix(name, rulesPrefix)
}

// has reports whether a query gives a row.
func has(ctx context.Context, q querier, query string, args ...any) (bool, error) {
	var one int
	err := q.QueryRowContext(ctx, query, args...).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}
