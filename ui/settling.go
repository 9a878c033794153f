package ui

import (
	"cmp"
	"context"
	"slices"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
	"bantin/ui/settle"
)

// conflicted is what is to be settled: of the article on the sheet.
type conflicted struct {
	id         bulletin.ID
	headline   string
	heads      []bulletin.RevisionID
	conflicts  []merge.Conflict
	needsEye   bool
	hurt       bool
	deleted    bool
	unapproved bool // one of the versions was approved, the whole is not
	held       bool // the sheet stays as the person has written it
}

func conflictedOf(a storage.StoredArticle) conflicted {
	return conflicted{
		id: a.ID, headline: a.Article.Headline, heads: a.Heads, conflicts: a.Conflicts,
		needsEye: a.NeedsEye, hurt: a.Hurt, deleted: a.Deleted,
	}
}

// noteConflicts keeps what is to be settled of an article that was opened, and
// says so.
func (w *window) noteConflicts(c conflicted) {
	w.conflicted = c
	w.tellConflicts()
}

// tellConflicts says what is to be settled of the article on the sheet.
func (w *window) tellConflicts() {
	c := w.conflicted
	w.notices.Drop(ofConflict)
	say := func(key string) string {
		sentence := w.say.Say(key, bulletin.Args{"n": len(merge.ByPlace(c.conflicts))})
		if c.unapproved {
			sentence += " " + w.say.Say("desk.settle.approval_gone", nil)
		}
		return sentence
	}
	switch {
	case c.hurt && len(c.conflicts) == 0:
		w.notices.Stay(ofConflict, w.say.Damage(storage.DamageSide, bulletin.Args{"headline": c.headline}),
			w.say.Say("desk.menu.check_file", nil), w.checkFile)
	case c.deleted || w.file.ReadOnly():
	case len(c.conflicts) > 0:
		key := "desk.settle.notice"
		switch {
		case c.held:
			key = "desk.settle.notice_held"
		case len(c.heads) > 2:
			key = "desk.settle.notice_several"
		}
		w.notices.Stay(ofConflict, say(key),
			w.say.Say("desk.settle.open", nil), w.askSettle)
	case c.needsEye:
		w.notices.Stay(ofConflict, say("desk.settle.merged"),
			w.say.Say("desk.settle.seen", nil), func() { w.settle(merge.Choices{}) })
	}
}

// lostApproval reports an article of which one version is approved and the whole
// of its versions is not.
func lostApproval(file *storage.File, a storage.StoredArticle) bool {
	if len(a.Heads) < 2 || a.Article.Status == bulletin.Approved {
		return false
	}
	return slices.ContainsFunc(a.Heads, func(head bulletin.RevisionID) bool {
		var one bulletin.Article
		r, err := file.Revision(context.Background(), head)
		return err == nil && bulletin.ReadJSON(r.Document, &one) == nil && one.Status == bulletin.Approved
	})
}

// askSettle shows what two versions changed differently, side by side: as the file
// has them, which may have just come and not be known here yet.
func (w *window) askSettle() {
	if w.making != "" {
		w.askSettleIssue()
		return
	}
	id := w.writing.id
	switch {
	case w.file == nil || !w.writing.open:
		return
	case !w.writing.stored || !w.canWrite():
		w.tell(w.say.Say("desk.settle.nothing_open", nil))
		return
	}
	w.take()
	file, keeper := w.file, w.keeper
	go func() {
		_ = keeper.Flush() // what was typed leaves the conflicts open, in other versions; a failure is told by kept
		a, err := file.Article(context.Background(), id)
		who, words := whoWrote(file, a.Conflicts, a.Heads, w.say), wordingOf(file, a.Heads, w.say)
		asked := w.questions(a.Conflicts, a.Heads, a.Article.Body, who, words)
		joined, joinErr := file.Joined(context.Background(), bulletin.SubjectArticle, id)
		onUI(func() {
			switch {
			case file != w.file || id != w.writing.id:
			case w.busy():
				w.tellConflicts()
			case cmp.Or(err, joinErr) != nil:
				w.complain(cmp.Or(err, joinErr))
			case len(asked) == 0:
				w.tell(w.say.Say("desk.settle.nothing_open", nil))
			default:
				now := conflictedOf(a)
				if w.conflicted.id == id {
					now.unapproved, now.held = w.conflicted.unapproved, w.conflicted.held
				}
				w.conflicted = now
				w.showSettle(asked, joinedIn(joined, words))
			}
		})
	}()
}

// wordingOf is how to speak of what the versions of an article say.
func wordingOf(file *storage.File, heads []bulletin.RevisionID, say *translations.Catalogue) translations.Wording {
	ctx := context.Background()
	var versions []bulletin.Article
	for _, head := range heads {
		var a bulletin.Article
		if r, err := file.Revision(ctx, head); err == nil && bulletin.ReadJSON(r.Document, &a) == nil {
			versions = append(versions, a)
		}
	}
	words := say.WordingOf(versions...)
	words.Apart = "\n"
	words.Picture = func(sha256 string) string {
		info, err := file.Photo(ctx, sha256)
		if err != nil {
			return say.Say("command.photo_gone", nil)
		}
		return info.Name
	}
	return words
}

// whoWrote says of each version who wrote it and when.
func whoWrote(file *storage.File, conflicts []merge.Conflict, heads []bulletin.RevisionID, say *translations.Catalogue) map[bulletin.RevisionID]string {
	who := map[bulletin.RevisionID]string{}
	for _, c := range conflicts { // a side may be older than what was joined since
		heads = append(slices.Clone(heads), c.OursHead, c.Head)
	}
	for _, head := range heads {
		if r, err := file.Revision(context.Background(), head); err == nil {
			name := r.Time.Local().Format("15:04 2/1")
			if author := bulletin.Signed(r.Author); author != "" {
				name = author + ", " + name
			}
			who[head] = name + deletedMark(r, say.Say("reason.delete", nil))
			if r.Deleted {
				who[""] = who[head] // see merge.Conflict.Head
			}
		}
	}
	return who
}

// orOurs is a name, or where there is none "the version here".
func (w *window) orOurs(name string) string {
	if name == "" {
		return w.say.Say("desk.settle.ours", nil)
	}
	return name
}

// orTheirs is a name, or where there is none "the other version".
func (w *window) orTheirs(name string) string {
	if name == "" {
		return w.say.Say("desk.settle.theirs", nil)
	}
	return name
}

func deletedMark(r bulletin.Revision, word string) string {
	if r.Deleted {
		return " (" + word + ")"
	}
	return ""
}

// questions are what is to be chosen, in words: at each place all versions that
// stand against each other there, with what stands around it in a body.
func (w *window) questions(conflicts []merge.Conflict, heads []bulletin.RevisionID, body []bulletin.Block, who map[bulletin.RevisionID]string, words translations.Wording) []settle.Question {
	asked := merge.Questions(conflicts, len(heads))
	all := make([]settle.Question, len(asked))
	for i, q := range asked {
		all[i].What = words.Field(q.Conflicts[0].Field)
		all[i].Around = around(body, q.Conflicts)
		for _, o := range q.Offers {
			o.Of = words.Conflict(o.Of)
			offer := settle.Offer{Before: o.Of.Base, Text: o.Text(), Both: o.Side == merge.Both, Answers: o.Answers}
			switch o.Side {
			case merge.Ours:
				offer.Who = w.orOurs(who[o.Of.OursHead])
			case merge.Theirs:
				offer.Who = w.orTheirs(who[o.Of.Head])
			case merge.Base:
				offer.Who = w.say.Say("desk.settle.base", nil)
			case merge.Both:
				offer.Who = w.say.Say("desk.settle.both", nil)
			}
			all[i].Offers = append(all[i].Offers, offer)
		}
	}
	return all
}

// showSettle shows what is to be chosen of the article on the sheet. Shut without
// an answer, it can be opened again from where it was.
func (w *window) showSettle(asked []settle.Question, joined []settle.Joined) {
	id, answered := w.conflicted.id, false
	p := &settle.Panel{
		Say: w.say, Title: w.headlineOf(w.writing.article), Questions: asked, Joined: joined, Taken: w.taken[id],
		Settle: func(choices merge.Choices) error { answered = true; w.settle(choices); return nil },
	}
	shown := p.Show(w.win)
	shown.OnShut = func() {
		w.keepTaken(id, p, answered)
		if !answered && w.conflicted.id == id {
			w.tellConflicts()
		}
	}
	w.dialog = shown
}

// settle joins the versions with the sides that were chosen.
func (w *window) settle(choices merge.Choices) {
	c := w.conflicted
	w.settleVersions(settling{bulletin.SubjectArticle, c.id, c.heads, choices, c.conflicts}, w.settled)
}

// settling is the joining of the versions of an article or an issue.
type settling struct {
	subject bulletin.SubjectKind
	id      bulletin.ID
	heads   []bulletin.RevisionID // that the person has seen
	choices merge.Choices
	asked   []merge.Conflict // what the choices are about
}

// settleVersions joins versions with the sides that were chosen. then shows what
// came of it and says the sentence; settled is the version that joined them.
func (w *window) settleVersions(s settling, then func(s settling, settled bulletin.RevisionID, sentence string)) {
	file, keeper := w.file, w.keeper
	save := storage.Save{Author: w.settings.author(), Reason: bulletin.ReasonMerge, Expected: s.heads}
	done := "desk.settle.done"
	var saved storage.Saved
	w.work("desk.batch_working", func(ctx context.Context, _ func(done, total int)) error {
		if err := keeper.Flush(); err != nil {
			return err
		}
		approved := isApproved(ctx, file, s)
		if seen := keeper.Seen(s.id); len(s.choices) == 0 && len(seen) > 0 {
			save.Expected = seen // what was typed since it was merged belongs to what has been read
		}
		var err error
		saved, err = file.Settle(ctx, s.subject, s.id, s.choices, save)
		if approved && !isApproved(ctx, file, s) {
			done = "desk.settle.unapproved"
		}
		return err
	}, func(err error) {
		w.ended(file, err, func() { then(s, saved.Revision, w.say.Say(done, nil)) })
	})
}

// isApproved reports an article that is approved as it stands in the file.
func isApproved(ctx context.Context, file *storage.File, s settling) bool {
	if s.subject != bulletin.SubjectArticle {
		return false
	}
	a, err := file.Article(ctx, s.id)
	return err == nil && a.Article.Status == bulletin.Approved
}
