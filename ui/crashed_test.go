package ui

import "testing"

func TestThatTheLastRunCrashedIsToldUntilItIsSentAway(t *testing.T) {
	w := opened(t, 2)
	w.crashed = "bantin-2026-11-26-210000.txt"
	w.tellCrash()
	told := func() bool { return w.notices.Offers(ofCrash, w.say.Say("desk.crash_report", nil)) }
	if !told() {
		t.Fatal("nothing is told")
	}
	other := w.listing.At(1).ID
	if other == w.writing.id {
		other = w.listing.At(0).ID
	}
	w.open(other)
	wait(t, "the other article is open", func() bool { return w.writing.id == other })
	w.tell("Tin khác.")
	w.rebuild()
	if !told() {
		t.Error("an article that opens and a window built anew wipe it away")
	}
	w.notices.Drop(ofCrash)
	w.rebuild()
	w.tellCrash()
	if told() {
		t.Error("it is told twice")
	}
}
