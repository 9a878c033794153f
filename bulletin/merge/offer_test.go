package merge_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// TestWhatIsOfferedCanBeTaken: whatever several people made of an article, and
// whichever offer is taken at each place, nothing is refused or left open, and
// what was taken stands there.
func TestWhatIsOfferedCanBeTaken(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		const headline, standfirst = "Trồng rừng", "Bà con xuống bãi. Nước còn rút."
		sentence := func(p, s int, by string) string {
			if by == "gone" {
				return ""
			}
			return [...][3]string{
				{"Sáng nay bà con năm thôn xuống bãi, theo ", "Xã cấp mười vạn cây giống, theo ", "Trưa cùng ngày mưa to, theo "},
				{"Đường mới dài hai cây số được thông xe, nghe ", "Kinh phí do dân góp một nửa, nghe ", "Ông chủ tịch cắt băng, nghe "},
				{"Trạm y tế tiêm phòng cho trẻ nhỏ, lời ", "Thuốc đủ dùng hết quý, lời ", "Bác sĩ Hòa trực đêm, lời "},
			}[p][s] + by + "."
		}
		write := func(draw func(label string) string) bulletin.Article {
			a := bulletin.Article{Headline: headline, Standfirst: standfirst}
			if by := draw("headline"); by != "dân" && by != "gone" {
				a.Headline = headline + " " + by
			}
			if by := draw("standfirst"); by != "dân" {
				a.Standfirst = strings.Replace(standfirst, "bãi", by, 1)
			}
			for p := range 3 {
				var said []string
				for s := range 3 {
					if text := sentence(p, s, draw("sentence")); text != "" {
						said = append(said, text)
					}
				}
				if len(said) > 0 {
					a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: strings.Join(said, " ")})
				}
			}
			return a
		}
		base := write(func(string) string { return "dân" })
		var over []bulletin.Article
		for range rapid.IntRange(2, 4).Draw(r, "heads") {
			over = append(over, write(func(label string) string {
				return rapid.SampledFrom([]string{"dân", "dân", "dân", "dân", "dân", "Lan", "Minh", "Hường", "gone"}).Draw(r, label)
			}))
		}
		all := branches(t, base, over...)
		v := all.view(t)
		choices := merge.Choices{}
		var taken []merge.Offer
		for _, q := range merge.Questions(v.Conflicts, len(all.heads())) {
			o := rapid.SampledFrom(q.Offers).Draw(r, "offer")
			if !isNested(q.Conflicts, v.Conflicts) {
				taken = append(taken, o)
			}
			maps.Copy(choices, o.Answers)
		}
		a, err := settled(t, all, choices)
		if err != nil {
			r.Fatalf("%+v\n%v: %v", v.Conflicts, choices, err)
		}
		text := []string{a.Headline, a.Standfirst}
		for _, b := range a.Body {
			text = append(text, b.Text)
		}
		for _, o := range taken {
			if !slices.ContainsFunc(text, func(s string) bool { return strings.Contains(s, o.Text()) }) {
				r.Fatalf("%+v\n%q was taken: %q", v.Conflicts, o.Text(), text)
			}
		}
	})
}

// isNested reports a place within a text that is asked for whole, or such a text:
// what is taken there says what becomes of the other.
func isNested(place, all []merge.Conflict) bool {
	within := func(one, other merge.Conflict) bool {
		return slices.ContainsFunc([]string{one.Base, one.Ours, one.Theirs}, func(part string) bool {
			return part != "" && slices.ContainsFunc([]string{other.Base, other.Ours, other.Theirs}, func(text string) bool {
				return part != text && strings.Contains(text, part)
			})
		})
	}
	return slices.ContainsFunc(place, func(c merge.Conflict) bool {
		return slices.ContainsFunc(all, func(d merge.Conflict) bool { return within(c, d) || within(d, c) })
	})
}

// TestBeforeADeletionIsNoOfferOfItsOwn: the text was there, which is what the side
// says that keeps it.
func TestBeforeADeletionIsNoOfferOfItsOwn(t *testing.T) {
	for field, want := range map[string]int{merge.FieldDeleted: 2, "headline": 3} {
		q := merge.Questions([]merge.Conflict{{Field: field, Base: "Tít", Ours: "Tít một", Theirs: "Tít hai"}}, 2)
		if len(q) != 1 || len(q[0].Offers) != want {
			t.Errorf("%s: %+v", field, q)
		}
	}
}

// TestOfThreeHeadlinesOneIsTaken: three versions of one field are one question,
// whose first offer is what was written in this file.
func TestOfThreeHeadlinesOneIsTaken(t *testing.T) {
	all := branches(t, bulletin.Article{Headline: "cũ"}, headlined("X", "Y", "Z")...)
	v := all.view(t)
	v.Conflicts[1] = v.Conflicts[1].Turn()
	v.Conflicts[1].Mine = true
	questions := merge.Questions(v.Conflicts, len(all.heads()))
	if len(questions) != 1 || len(questions[0].Offers) != 4 {
		t.Fatalf("%+v", questions)
	}
	if first := questions[0].Offers[0].Text(); first != v.Conflicts[1].Ours {
		t.Errorf("%q is offered first, want %q", first, v.Conflicts[1].Ours)
	}
	for _, o := range questions[0].Offers {
		answers := maps.Clone(o.Answers)
		answers["headline#2"] = answers["headline#2"].Turn() // as merging knows them
		if a, err := settled(t, all, answers); err != nil || a.Headline != o.Text() {
			t.Errorf("%q is taken: %q %v", o.Text(), a.Headline, err)
		}
	}
}
