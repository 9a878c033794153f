package storage_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// TestWhatWasReceivedUnaskedIsTold in each file of the other's: beside the headline
// that both have changed, one wrote a deck and the other a paragraph.
func TestWhatWasReceivedUnaskedIsTold(t *testing.T) {
	lan, minh := create(t), create(t)
	id := bulletin.NewID()
	base := save(t, lan, id, article("Gốc", "Một câu dài vừa phải.", "Hai."))
	receive(t, minh, lan.Path())
	decked := article("Tít của Minh", "Một câu dài vừa phải.", "Hai.")
	decked.Deck = "63 hộ hiến đất"
	save(t, lan, id, article("Tít của Lan", "Một câu dài vừa phải, sửa.", "Hai."), base.Heads...)
	save(t, minh, id, decked, base.Heads...)
	receive(t, lan, minh.Path())
	receive(t, minh, lan.Path())

	joined, err := lan.Joined(ctx, bulletin.SubjectArticle, id)
	if err != nil || len(joined) != 1 || joined[0].Field != "deck" || joined[0].After != "63 hộ hiến đất" {
		t.Errorf("at Lan's: %+v %v", joined, err)
	}
	joined, err = minh.Joined(ctx, bulletin.SubjectArticle, id)
	if err != nil || len(joined) != 1 || joined[0].Field != "body" || joined[0].After != "Một câu dài vừa phải, sửa." {
		t.Errorf("at Minh's: %+v %v", joined, err)
	}

	a := load(t, lan, id)
	if _, err := lan.Settle(ctx, bulletin.SubjectArticle, id, merge.Choices{"headline": merge.Ours}, storage.Save{Expected: a.Heads}); err != nil {
		t.Fatal(err)
	}
	if joined, err = lan.Joined(ctx, bulletin.SubjectArticle, id); err != nil || len(joined) > 0 {
		t.Errorf("settled: %+v %v", joined, err)
	}
}
