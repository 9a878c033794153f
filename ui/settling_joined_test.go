package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// TestThatOthersWroteTooIsToldOnce: with what is to be chosen, and not beside it.
func TestThatOthersWroteTooIsToldOnce(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	base, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	a := base.Article.Clone()
	a.Headline = "Tít của Hà"
	_, err = w.file.SaveArticle(ctx, base.ID, a, storage.Save{Author: "Hà", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	w.typeAt(manuscript.Headline, "Tít ở đây ")
	w.take()
	wait(t, "the conflict is told", func() bool { return len(w.conflicted.conflicts) == 1 && w.notices.Has(ofConflict) })
	if w.saysKey("desk.others_saved") {
		t.Errorf("it is told twice: %s", w.notice())
	}
}

// TestWhatCameUnaskedIsToldBesideWhatIsToBeSettled: a colleague has changed the
// headline, as was done here, too, the deck, which nobody else has touched, and a
// sentence of a paragraph of which another one was changed here.
func TestWhatCameUnaskedIsToldBesideWhatIsToBeSettled(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	w := opened(t, 1)
	id, ctx := w.writing.id, context.Background()
	first, err := w.file.Article(ctx, id)
	check(t, err)
	paragraph := func(text string) []bulletin.Block { return []bulletin.Block{{Kind: bulletin.Paragraph, Text: text}} }
	first.Article.Body = paragraph("Sáng nay xã họp. Bà con ra đồng. Chiều trời mưa.")
	_, err = w.file.SaveArticle(ctx, id, first.Article, storage.Save{Author: "Hoa", Reason: bulletin.ReasonSave, Expected: first.Heads})
	check(t, err)
	base, err := w.file.Article(ctx, id)
	check(t, err)
	out := filepath.Join(t.TempDir(), "ha.bantin")
	_, err = w.file.Send(ctx, out, storage.Selection{}, nil)
	check(t, err)
	theirs, err := storage.Open(ctx, out)
	check(t, err)
	a := base.Article.Clone()
	a.Headline, a.Deck, a.Body = "Tít của Hà", "63 hộ hiến đất", paragraph("Sáng nay xã họp bàn. Bà con ra đồng. Chiều trời mưa.")
	_, err = theirs.SaveArticle(ctx, id, a, storage.Save{Author: "Hà", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	check(t, theirs.Close())
	mine := base.Article.Clone()
	mine.Headline, mine.Body = "Tít ở đây", paragraph("Sáng nay xã họp. Bà con ra đồng. Chiều trời mưa to.")
	_, err = w.file.SaveArticle(ctx, id, mine, storage.Save{Author: "Hoa", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	w.refreshFromFile()

	w.receive(out)
	said := w.panelSays(t)
	for _, sentence := range []string{
		w.say.Say("desk.receive.changed", bulletin.Args{"n": 1}),
		w.say.Say("desk.receive.conflicts", bulletin.Args{"n": 1}),
		w.say.Say("desk.receive.joined", bulletin.Args{"n": 1, "fields": w.say.Field("deck")}),
		w.say.Say("desk.receive.joined_both", bulletin.Args{"n": 1, "fields": w.say.Field("body")}),
	} {
		if !strings.Contains(said, sentence) {
			t.Errorf("%q is not told:\n%s", sentence, said)
		}
	}
	w.dialog.Hide()

	wait(t, "the conflict is known", func() bool { return len(w.conflicted.conflicts) == 1 && !w.busy() })
	w.askSettle()
	said = w.panelSays(t)
	for _, sentence := range []string{
		w.say.Say("desk.settle.joined", bulletin.Args{"n": 1, "fields": w.say.Field("deck")}), a.Deck,
		w.say.Say("desk.settle.joined_both", bulletin.Args{"n": 1, "fields": w.say.Field("body")}),
	} {
		if !strings.Contains(said, sentence) {
			t.Errorf("settling does not tell %q:\n%s", sentence, said)
		}
	}
}
