package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bantin/bulletin"
)

// Selection is what Send takes along. The zero Selection is everything.
type Selection struct {
	Articles []bulletin.ID
	Issues   []bulletin.ID // with their stories
}

// Sent is what Send has put into a file.
type Sent struct {
	Articles  int
	Issues    int
	Revisions int
	Photos    int
	// Left is what was damaged here and was left out: the trouble sent_damaged,
	// or one of reading.
	Left []Refused
}

// Send writes a new drafts file with chosen articles and issues, to be handed
// over: all their versions, the photos of these, and the office's settings with
// its house styles. The text of deleted articles stays here; only that they are
// deleted is told, and nothing of one that nobody has ever written on. Photos go along without what the camera noted of place, time
// and owner (picture.Strip), and are still known by the hash of their original.
//
// The file is written under another name, compacted, checked to the last hash,
// synced and renamed. progress, which may be nil, hears how much of how much
// is done. Troubles: file_exists, folder_missing, article_missing,
// issue_missing, disk_full and those of reading.
func (f *File) Send(ctx context.Context, out string, what Selection, progress func(done, total int)) (Sent, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	s := &sending{file: f, progress: progress}
	if err := s.run(ctx, out, what); err != nil {
		return Sent{}, fmt.Errorf("send to %s: %w", out, err)
	}
	return s.sent, nil
}

// sending is one call of Send.
type sending struct {
	file        *File
	to          *File
	as          *Publication // nil for what is only handed over
	sent        Sent
	waiting     outgoing
	photos      []string // that the versions show, in the order they are met
	known       map[string]bool
	progress    func(done, total int)
	done, total int
}

func (s *sending) run(ctx context.Context, out string, what Selection) error {
	full, err := filepath.Abs(out)
	if err != nil {
		return fmt.Errorf("find the folder: %w", err)
	}
	if exists(full) {
		return fileTrouble("file_exists", full, nil)
	}
	subjects, err := s.file.chosen(ctx, what)
	if err != nil {
		return err
	}
	temp := temporaryName(full)
	defer os.Remove(temp) // nothing is there any more once it was renamed
	defer os.Remove(temp + journalSuffix)
	if err := s.fill(ctx, temp, subjects); err != nil {
		return renamedTrouble(explain(ctx, temp, err), temp, full)
	}
	damage, err := checkCopy(ctx, temp)
	// What a version was written over may be lacking here, or damaged and left out.
	damage = slices.DeleteFunc(damage, func(d Damage) bool { return d.Kind == DamageParent })
	if err == nil && len(damage) > 0 {
		err = fileTrouble("disk_write_failed", full, fmt.Errorf("%d pieces of the copy are damaged", len(damage)))
	}
	if err == nil {
		err = giveName(temp, full)
	}
	if err != nil {
		return explain(ctx, full, err)
	}
	return s.mark(ctx, subjects)
}

// renamedTrouble names the file that was asked for and not the temporary one.
func renamedTrouble(err error, temp, path string) error {
	var t *bulletin.Trouble
	if errors.As(err, &t) && t.Args["file"] == filepath.Base(temp) {
		return fileTrouble(t.Key, path, err)
	}
	return err
}

// mark notes what went out, so that thinning leaves it whole.
func (s *sending) mark(ctx context.Context, subjects []subject) error {
	if s.file.ReadOnly() {
		return nil
	}
	ids := make([]bulletin.ID, len(subjects))
	for i, x := range subjects {
		ids[i] = x.id
	}
	return s.file.writing(context.WithoutCancel(ctx), func(tx execer) error { return markExchanged(ctx, tx, ids) })
}

// chosen lists what a selection means, each once.
func (f *File) chosen(ctx context.Context, what Selection) (all []subject, err error) {
	err = f.reading(ctx, func(q querier) (err error) {
		if len(what.Articles)+len(what.Issues) == 0 {
			all, err = everySubject(ctx, q)
			return err
		}
		all, err = readSelection(ctx, q, what)
		return err
	})
	return all, err
}

func readSelection(ctx context.Context, q querier, what Selection) (all []subject, err error) {
	taken := map[bulletin.ID]bool{}
	take := func(kind bulletin.SubjectKind, id bulletin.ID, must bool) error {
		known, err := has(ctx, q, `SELECT 1 FROM revisions WHERE subject = ? AND kind = ?`, id, kind)
		if err == nil && !known && must {
			err = missing(kind, string(id))
		}
		if err == nil && known && !taken[id] {
			taken[id] = true
			all = append(all, subject{kind, id})
		}
		return err
	}
	for _, id := range what.Articles {
		if err := take(bulletin.SubjectArticle, id, true); err != nil {
			return nil, err
		}
	}
	for _, id := range what.Issues {
		if err := take(bulletin.SubjectIssue, id, true); err != nil {
			return nil, err
		}
		issue, err := loadIssue(ctx, q, id)
		if err != nil {
			return nil, err
		}
		for _, slot := range issue.Issue.Slots {
			if err := take(bulletin.SubjectArticle, slot.Article, false); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// fill makes the new file.
func (s *sending) fill(ctx context.Context, path string, subjects []subject) (err error) {
	if s.to, err = create(ctx, path); err != nil {
		return err
	}
	defer s.to.closeConnections()
	// The file is nobody's yet, and is synced when it is whole.
	if _, err := s.to.write.ExecContext(ctx, `PRAGMA synchronous = OFF`); err != nil {
		return fmt.Errorf("begin the copy: %w", err)
	}
	s.known = map[string]bool{}
	s.total = len(subjects)
	for _, x := range subjects {
		if err := s.subject(ctx, x); err != nil {
			return err
		}
	}
	if err := s.write(ctx); err != nil {
		return err
	}
	office, err := s.file.Office(ctx)
	if err != nil {
		return err
	}
	s.noteLogo(office)
	for _, sha := range s.photos {
		if err := s.photo(ctx, sha); err != nil {
			return err
		}
	}
	if err := s.settings(ctx, office); err != nil {
		return err
	}
	// The whole file is written once more for that: not into memory.
	if _, err := s.to.write.ExecContext(ctx, `PRAGMA temp_store = FILE; VACUUM`); err != nil {
		return fmt.Errorf("compact: %w", explain(ctx, path, err))
	}
	s.to.dropJournal()
	if err := s.to.closeConnections(); err != nil {
		return err
	}
	return syncFile(path)
}

// settings takes along those of the office, its own house styles and rule sets.
func (s *sending) settings(ctx context.Context, office bulletin.Office) error {
	if err := s.to.SetOffice(ctx, office); err != nil {
		return err
	}
	styles, err := s.file.Styles(ctx)
	for i := 0; err == nil && i < len(styles); i++ {
		err = s.to.SetStyle(ctx, styles[i])
	}
	if err != nil {
		return err
	}
	rules, err := s.file.Rules(ctx)
	for i := 0; err == nil && i < len(rules); i++ {
		if !rules[i].Damaged {
			err = s.to.SetRules(ctx, rules[i])
		}
	}
	if err == nil && s.as != nil {
		err = s.to.writing(ctx, func(tx execer) error { return writeSetting(ctx, tx, publicationSetting, s.as) })
	}
	return err
}

func (s *sending) step() {
	s.done++
	s.progress(s.done, s.total+len(s.photos))
}

// subject sends all versions of an article or issue; of a deleted one the
// deletion alone.
func (s *sending) subject(ctx context.Context, x subject) error {
	var all []bulletin.Revision
	err := s.file.reading(ctx, func(q querier) (err error) {
		heads, err := headsOf(ctx, q, x.kind, x.id)
		if err != nil {
			return err
		}
		alive, err := has(ctx, q, `SELECT 1 FROM revisions WHERE deleted = 0 AND id IN (SELECT value FROM json_each(?))`, jsonOf(heads))
		if err != nil {
			return err
		}
		if !alive && x.kind == bulletin.SubjectArticle {
			if nothing, err := neverWas(ctx, q, x.id); err != nil || nothing {
				return err
			}
		}
		all, err = collect(ctx, q, scanRevision, `SELECT `+revisionColumns+` FROM revisions WHERE `+outgoingRows,
			x.id, x.kind, alive, jsonOf(heads))
		if isTorn(err) {
			all, err = s.readEach(ctx, q, x, alive, heads)
		}
		return err
	})
	if err != nil {
		return err
	}
	sound, err := s.sound(ctx, x.id, all)
	if err != nil {
		return err
	}
	s.step()
	if len(sound) == 0 {
		return nil
	}
	if x.kind == bulletin.SubjectArticle {
		s.sent.Articles++
	} else {
		s.sent.Issues++
	}
	s.sent.Revisions += len(sound)
	s.waiting.subjects = append(s.waiting.subjects, x)
	s.waiting.revisions = append(s.waiting.revisions, sound...)
	for _, r := range sound {
		s.waiting.bytes += len(r.Document)
	}
	if s.waiting.bytes < bytesAtOnce && len(s.waiting.subjects) < derivedAtOnce {
		return nil
	}
	return s.write(ctx)
}

// sound are the versions of a subject that go: those that are whole, as they go. A
// text that a person saved over the autosave that has it goes along once.
func (s *sending) sound(ctx context.Context, id bulletin.ID, all []bulletin.Revision) (sound []bulletin.Revision, err error) {
	free, err := s.free(ctx, id)
	if err != nil {
		return nil, err
	}
	at := map[bulletin.RevisionID]int{}
	for _, r := range all {
		if err := verify(r); err != nil {
			s.leaveOut(nameOfReceived(r), err)
			continue
		}
		at[r.ID] = len(sound)
		sound = append(sound, r)
		s.note(r)
	}
	for _, save := range sound {
		for _, parent := range save.Parents {
			i, goes := at[parent]
			if !goes || !free[parent] || !repeats(save, sound[i]) {
				continue
			}
			if sound[i], err = sound[i].Thin(); err != nil {
				return nil, err
			}
		}
	}
	return sound, nil
}

// free are the autosaves of a subject that need not go with their texts.
func (s *sending) free(ctx context.Context, id bulletin.ID) (map[bulletin.RevisionID]bool, error) {
	all := map[bulletin.RevisionID]bool{}
	err := s.file.reading(ctx, func(q querier) error {
		ids, err := collect(ctx, q, scanString[bulletin.RevisionID], freeOf, id)
		if isTorn(err) {
			return nil // then each goes with its text
		}
		for _, id := range ids {
			all[id] = true
		}
		return err
	})
	return all, err
}

// outgoingRows are the versions of a subject that are sent: all, or its heads.
const outgoingRows = `subject = ?1 AND kind = ?2 AND (?3 OR id IN (SELECT value FROM json_each(?4))) ORDER BY number`

// readEach reads the versions of a subject one by one, and leaves those out whose
// pages are torn.
func (s *sending) readEach(ctx context.Context, q querier, x subject, alive bool, heads []bulletin.RevisionID) (all []bulletin.Revision, err error) {
	numbers, err := collect(ctx, q, scanNumber, `SELECT number FROM revisions WHERE `+outgoingRows, x.id, x.kind, alive, jsonOf(heads))
	if err != nil {
		return nil, err
	}
	for _, number := range numbers {
		r, err := scanRevision(q.QueryRowContext(ctx, `SELECT `+revisionColumns+` FROM revisions WHERE number = ?`, number))
		switch {
		case isTorn(err):
			s.leaveOut(nameOf(ctx, q, x.id), err)
		case err != nil:
			return nil, err
		default:
			all = append(all, r)
		}
	}
	return all, nil
}

func (s *sending) leaveOut(what string, why error) {
	s.sent.Left = append(s.sent.Left, Refused{what, bulletin.NewTrouble("sent_damaged", bulletin.Args{"what": what}, why)})
}

// outgoing are articles and issues that are not written yet: many are written
// in one transaction.
type outgoing struct {
	subjects  []subject
	revisions []bulletin.Revision // subject by subject
	bytes     int
}

func (s *sending) write(ctx context.Context) error {
	some := s.waiting
	s.waiting = outgoing{}
	return s.to.writing(ctx, func(transaction execer) error {
		tx := prepare(transaction)
		defer tx.close()
		if _, err := addAll(ctx, tx, some.revisions); err != nil {
			return err
		}
		return deriveAll(ctx, transaction, some.subjects, nil)
	})
}
