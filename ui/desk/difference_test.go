package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/ui/desk"
)

func written(pieces []merge.Piece) string {
	out := ""
	for _, p := range pieces {
		switch p.Kind {
		case merge.Added:
			out += "[+" + p.Text + "]"
		case merge.Removed:
			out += "[-" + p.Text + "]"
		default:
			out += p.Text
		}
	}
	return out
}

func TestDifferenceOfTwoVersions(t *testing.T) {
	same := func(_, value string) string { return value }
	before := bulletin.Article{Headline: "Một", Status: bulletin.Draft, Body: []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Đầu."}, {Kind: bulletin.Paragraph, Text: "Giữa."}, {Kind: bulletin.Paragraph, Text: "Cuối."},
	}}
	after := before.Clone()
	after.Status = bulletin.Approved
	after.Body = append([]bulletin.Block{{Kind: bulletin.Crosshead, Text: "Mở"}}, after.Body...)
	after.Body[2].Text = "Giữa chừng."
	var got []string
	for _, c := range desk.Difference(before, after, same) {
		got = append(got, c.What+": "+written(c.Pieces))
	}
	want := "status: [-draft ][+approved]\ncrosshead: [+Mở]\nparagraph: Giữa[+ chừng]."
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("difference\n%s\nwant\n%s", s, want)
	}
}

// kept is one revision of a history whose ids are letters.
func kept(id bulletin.RevisionID, minutes int, author string, reason bulletin.Reason, headline string) bulletin.Revision {
	at := time.Date(2026, 4, 10, 14, 0, 0, 0, time.UTC)
	return bulletin.Revision{
		ID: id, Author: author, Time: at.Add(time.Duration(minutes) * time.Minute), Reason: reason,
		Document: fmt.Appendf(nil, `{"headline":%q}`, headline),
	}
}

func TestAutosavesAreOneStep(t *testing.T) {
	lineage := desk.Lineage{"h": {"g"}, "g": {"f"}, "f": {"e"}, "e": {"d"}, "d": {"c"}, "c": {"b"}}
	steps := desk.Versions[bulletin.Article]([]bulletin.Revision{
		kept("h", 60, "Thu", bulletin.ReasonSave, "a"), kept("g", 59, "Thu", bulletin.ReasonAutosave, "a"),
		kept("f", 58, "Thu", bulletin.ReasonAutosave, "a"),
		kept("e", 40, "Hường", bulletin.ReasonAutosave, "a"), kept("d", 5, "Hường", bulletin.ReasonAutosave, "a"),
		{ID: "c", Author: "Hường"},
		kept("b", 1, "Hường", bulletin.ReasonImport, "a"),
	}, lineage)
	var got []int
	for _, s := range steps {
		got = append(got, s.Saves)
	}
	if !slices.Equal(got, []int{2, 1, 1, 1}) {
		t.Errorf("steps of %v saves", got)
	}
	if steps[2].Before == nil || steps[3].Before != nil {
		t.Error("what has no text hides what is before it, or the first has something before it")
	}
}

// TestWhatIsHandedInIsAStepOfItsOwn, and so is what was written after a pause: a
// reporter goes back to each of them. Every save is there, too, for who asks.
func TestWhatIsHandedInIsAStepOfItsOwn(t *testing.T) {
	lineage := desk.Lineage{"g": {"f"}, "f": {"e"}, "e": {"d"}, "d": {"c"}, "c": {"b"}, "b": {"a"}}
	of := func(id bulletin.RevisionID, minutes int, status string) bulletin.Revision {
		r := kept(id, minutes, "Hoa", bulletin.ReasonAutosave, "")
		r.Document = fmt.Appendf(nil, `{"headline":%q,"status":%q}`, id, status)
		return r
	}
	history := []bulletin.Revision{
		of("g", 30, "submitted"),
		of("f", 8, "submitted"), of("e", 7, "submitted"),
		of("d", 6, "submitted"), // handed in
		of("c", 5, "draft"), of("b", 4, "draft"), of("a", 3, "draft"),
	}
	var got, each []string
	for _, s := range desk.Versions[bulletin.Article](history, lineage) {
		got = append(got, fmt.Sprint(s.Revision, " ", s.Saves))
		if s.Revision == "d" && s.Before.Headline != "c" {
			t.Errorf("handed in was what had been %+v", s.Before)
		}
	}
	if want := []string{"g 1", "f 2", "d 1", "c 3"}; !slices.Equal(got, want) {
		t.Errorf("steps %q, not %q", got, want)
	}
	for _, s := range desk.Saves[bulletin.Article](history, lineage) {
		each = append(each, fmt.Sprint(s.Revision, " ", s.Saves))
	}
	if want := []string{"g 1", "f 1", "e 1", "d 1", "c 1", "b 1", "a 1"}; !slices.Equal(each, want) {
		t.Errorf("saves %q, not %q", each, want)
	}
}

// TestOpeningConflictsAgainIsOneStep, of who has opened them, whatever the program
// writes into the file for it: one click is one step.
func TestOpeningConflictsAgainIsOneStep(t *testing.T) {
	lineage := desk.Lineage{"e": {"c"}, "d": {"c"}, "c": {"b"}, "b": {"a"}}
	aside := kept("d", 9, "", bulletin.ReasonAside, "của Thắm")
	aside.Time = aside.Time.Add(2 * time.Millisecond)
	steps := desk.Versions[bulletin.Article]([]bulletin.Revision{
		aside, kept("e", 9, "Hoa", bulletin.ReasonReopen, "của Hoa"), kept("c", 9, "Hoa", bulletin.ReasonReopen, "gốc"),
		kept("b", 8, "Hoa", bulletin.ReasonMerge, "gộp"), kept("a", 1, "Hoa", bulletin.ReasonSave, "đầu"),
	}, lineage)
	var got []string
	for _, s := range steps {
		got = append(got, fmt.Sprint(s.Author, " ", s.Reason, " ", s.Text.Headline))
	}
	if want := []string{"Hoa reopen của Hoa", "Hoa merge gộp", "Hoa save đầu"}; !slices.Equal(got, want) {
		t.Errorf("steps %q, not %q", got, want)
	}
	if steps[0].Before == nil || steps[0].Before.Headline != "gộp" {
		t.Errorf("it was made from %+v", steps[0].Before)
	}
}

// Thu and Hường both wrote on from a; c, which came between b and d, is
// Hường's, and is neither what Thu's d was made from nor the end of her step.
func TestAVersionIsWhatChangedSinceItsParent(t *testing.T) {
	lineage := desk.Lineage{"e": {"c", "d"}, "d": {"b"}, "c": {"a"}, "b": {"a"}}
	steps := desk.Versions[bulletin.Article]([]bulletin.Revision{
		kept("e", 50, "Thu", bulletin.ReasonMerge, "của Thu, rồi gộp"),
		kept("d", 5, "Thu", bulletin.ReasonSave, "của Thu, tiếp"),
		kept("c", 4, "Hường", bulletin.ReasonSave, "của Hường"),
		kept("b", 3, "Thu", bulletin.ReasonSave, "của Thu"),
		kept("a", 1, "Thu", bulletin.ReasonImport, "gốc"),
	}, lineage)
	var before []string
	for _, s := range steps[:4] {
		before = append(before, s.Before.Headline)
	}
	if want := []string{"của Thu, tiếp", "của Thu", "gốc", "gốc"}; !slices.Equal(before, want) {
		t.Errorf("made from %q, not %q", before, want)
	}
}

// inWords writes changes line by line, those of a photo in brackets behind it.
func inWords(changes []desk.Change) string {
	var lines []string
	for _, c := range changes {
		line := c.What
		if c.Fate != "" {
			line += " " + string(c.Fate)
		}
		if c.Was != "" {
			line += " was " + c.Was
		}
		if len(c.Pieces) > 0 {
			line += ": " + written(c.Pieces)
		}
		if c.Behind != nil {
			line += fmt.Sprintf(" behind %q photo %v", c.Behind.Text, c.Behind.IsPhoto)
		}
		if c.Photo != nil {
			line += " (" + inWords(c.Photo.Parts) + ")"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

// TestWhatIsSaidOfAPicture: what was done to a picture is told of it, each thing
// once, and the same where the picture has a place in the text.
func TestWhatIsSaidOfAPicture(t *testing.T) {
	same := func(_, value string) string { return value }
	long := "Chiều ngày 10/4, đoàn công tác làm việc với huyện"
	for want, change := range map[string]func(a *bulletin.Article){
		"photo (crop)":       func(a *bulletin.Article) { a.Photos[1].Crop = &bulletin.Crop{Width: 5000, Height: 5000} },
		"photo (focus)":      func(a *bulletin.Article) { a.Photos[1].Focus = &bulletin.Focus{X: 1, Y: 2} },
		"photo (photo_size)": func(a *bulletin.Article) { a.Photos[1].Size = bulletin.SizeWide },
		"photo (turn)":       func(a *bulletin.Article) { a.Photos[0].Turn = 1 },
		"photo (picture)":    func(a *bulletin.Article) { a.Photos[0].SHA256 = "c" },
		"photo (caption: Đò qua sông[+ Hồng])": func(a *bulletin.Article) { a.Photos[1].Caption += " Hồng" },
		`photo moved behind "Đò qua sông" photo true ()`: func(a *bulletin.Article) {
			a.Photos[0], a.Photos[1] = a.Photos[1], a.Photos[0]
		},
		"photo added (caption: [+Chợ]; credit: [+Lan])": func(a *bulletin.Article) {
			a.Photos = append(a.Photos, bulletin.Photo{ID: "p3", SHA256: "c", Caption: "Chợ", Credit: "Lan"})
		},
		"photo removed (caption: [-Đò qua sông])": func(a *bulletin.Article) { a.Photos = a.Photos[:1] },
	} {
		before := bulletin.Article{Photos: []bulletin.Photo{{ID: "p1", SHA256: "a"}, {ID: "p2", SHA256: "b", Caption: "Đò <i>qua</i> sông"}}}
		loose := before.Clone()
		change(&loose)
		if got := inWords(desk.Difference(before, loose, same)); got != want {
			t.Errorf("difference\n%s\nwant\n%s", got, want)
		}
		if strings.Contains(want, "moved") {
			continue
		}
		placed := func(a bulletin.Article) bulletin.Article {
			a = a.Clone()
			a.Body = []bulletin.Block{{Kind: bulletin.Paragraph, Text: long}}
			for _, p := range a.Photos {
				a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: p.ID})
			}
			return a
		}
		if got := inWords(desk.Difference(placed(before), placed(loose), same)); got != want {
			t.Errorf("in the text: difference\n%s\nwant\n%s", got, want)
		}
	}
}

// TestPhotosWithoutAPlaceAreToldThoughAnotherOneMoved: those stand elsewhere in the
// text, these follow one another otherwise.
func TestPhotosWithoutAPlaceAreToldThoughAnotherOneMoved(t *testing.T) {
	same := func(_, value string) string { return value }
	text, more := bulletin.Block{Kind: bulletin.Paragraph, Text: "Bà con gặt lúa."}, bulletin.Block{Kind: bulletin.Paragraph, Text: "Chợ phiên đông."}
	photo := bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: "p3"}
	one, two, three := bulletin.Photo{ID: "p1", Caption: "Chợ"}, bulletin.Photo{ID: "p2", Caption: "Đò"}, bulletin.Photo{ID: "p3", Caption: "Lúa"}
	before := bulletin.Article{Photos: []bulletin.Photo{one, two, three}, Body: []bulletin.Block{text, more, photo}}
	after := bulletin.Article{Photos: []bulletin.Photo{two, one, three}, Body: []bulletin.Block{photo, text, more}}
	want := `photo moved behind "Đò" photo true (); photo moved behind "" photo false ()`
	if got := inWords(desk.Difference(before, after, same)); got != want {
		t.Errorf("difference\n%s\nwant\n%s", got, want)
	}
}

// TestWhatIsSaidOfAMove: a paragraph or a photo that stands elsewhere is told once,
// with its new place.
func TestWhatIsSaidOfAMove(t *testing.T) {
	same := func(_, value string) string { return value }
	text := func(kind bulletin.BlockKind, s string) bulletin.Block { return bulletin.Block{Kind: kind, Text: s} }
	photo := bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: "p1"}
	one, two, three := text(bulletin.Paragraph, "Sáng qua trời mưa to."), text(bulletin.Paragraph, "Bà con gặt lúa."), text(bulletin.Crosshead, "Được mùa")
	photos := []bulletin.Photo{{ID: "p1", SHA256: "a", Caption: "Chợ"}}
	before := bulletin.Article{Photos: photos, Body: []bulletin.Block{one, two, three, photo}}
	for want, body := range map[string][]bulletin.Block{
		`paragraph moved: Sáng qua trời mưa to. behind "Được mùa" photo false`: {two, three, one, photo},
		`paragraph moved: Sáng qua trời mưa to. behind "Chợ" photo true`:       {two, three, photo, one},
		`paragraph moved: Sáng qua trời mưa [+rất ]to. behind "Được mùa" photo false`: {
			two, three, text(bulletin.Paragraph, "Sáng qua trời mưa rất to."), photo,
		},
		`paragraph: [-Sáng qua trời mưa to. ][+Chiều nay chợ phiên đông người mua.]`: {
			text(bulletin.Paragraph, "Chiều nay chợ phiên đông người mua."), two, three, photo,
		},
		`photo moved behind "" photo false ()`:                      {photo, one, two, three},
		`photo moved behind "Sáng qua trời mưa to." photo false ()`: {one, photo, two, three},
		`quote was crosshead: Được mùa`:                             {one, two, text(bulletin.Quote, "Được mùa"), photo},
		`crosshead removed: [-Được mùa]`:                            {one, two, photo},
		`paragraph: Bà con gặt [+xong ]lúa.`:                        {one, text(bulletin.Paragraph, "Bà con gặt xong lúa."), three, photo},
	} {
		after := bulletin.Article{Photos: photos, Body: body}
		if got := inWords(desk.Difference(before, after, same)); got != want {
			t.Errorf("difference\n%s\nwant\n%s", got, want)
		}
	}
}
