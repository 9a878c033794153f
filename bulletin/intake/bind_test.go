package intake_test

import (
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/intake"
)

const twoCaptions = `Hội thi gói bánh ở Khe Mây

Sáng nay, mười đội thi của mười thôn gói bánh chưng ngay trên sân nhà văn hóa xã.

Quang cảnh hội thi

Đội Nà Pản gói nhanh nhất, hết hai mươi bảy phút cho mười chiếc bánh chưng vuông.

Cụ Păn nhận bánh từ đoàn viên (Ảnh: Mai Hạ)

Bài và ảnh: Hoàng Yến`

func draft(t *testing.T, text string) intake.Draft {
	t.Helper()
	d, err := intake.Text([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// order lists the photos of the body as "sha/caption/credit".
func order(d intake.Draft) []string {
	var out []string
	for _, b := range d.Article.Body {
		if b.Kind == bulletin.PhotoAnchor {
			p := d.Article.PhotoByID(b.Photo)
			out = append(out, p.SHA256+"/"+p.Caption+"/"+p.Credit)
		}
	}
	return out
}

func rules(d intake.Draft) int {
	return len(d.Findings)
}

func TestBindInOrder(t *testing.T) {
	for _, c := range []struct {
		name   string
		photos []intake.BoundPhoto
		want   []string
		hints  int
	}{
		{"none", nil, []string{"/Quang cảnh hội thi/Hoàng Yến", "/Cụ Păn nhận bánh từ đoàn viên/Mai Hạ"}, 2},
		{"one", []intake.BoundPhoto{{SHA256: "a"}}, []string{"a/Quang cảnh hội thi/Hoàng Yến", "/Cụ Păn nhận bánh từ đoàn viên/Mai Hạ"}, 1},
		{
			"three",
			[]intake.BoundPhoto{{SHA256: "a"}, {SHA256: "b", Caption: " Cụ\u00a0Păn  <b>vui</b>. Ảnh: Bình Minh"}, {SHA256: "c", Caption: "Sân nhà văn hóa"}},
			[]string{
				"a/Quang cảnh hội thi/Hoàng Yến", `b/Cụ Păn nhận bánh từ đoàn viên. Cụ Păn \<b>vui\</b>/Mai Hạ, Bình Minh`,
				"c/Sân nhà văn hóa/Hoàng Yến",
			},
			1,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := draft(t, twoCaptions)
			intake.Bind(&d, c.photos)
			if got := order(d); !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
			if rules(d) != c.hints {
				t.Errorf("findings %+v, want %d hints", d.Findings, c.hints)
			}
			if n := len(d.Article.Body); c.name == "three" && d.Article.Body[n-1].Kind != bulletin.PhotoAnchor {
				t.Errorf("the third photo is not at the end of the body: %+v", d.Article.Body)
			}
		})
	}
}

// TestCaptionGivenTwice: a caption that comes with a photo never takes the
// place of other words of the text.
func TestCaptionGivenTwice(t *testing.T) {
	const first, second = "/Quang cảnh hội thi/Hoàng Yến", "/Cụ Păn nhận bánh từ đoàn viên/Mai Hạ"
	for name, c := range map[string]struct {
		given []string
		want  []string
		twice int
	}{
		"another":            {[]string{"Nồi bánh đỏ lửa"}, []string{"a/Quang cảnh hội thi. Nồi bánh đỏ lửa/Hoàng Yến", second}, 1},
		"the same":           {[]string{"quang cảnh  hội thi."}, []string{"a" + first, second}, 0},
		"part of it":         {[]string{"Hội thi"}, []string{"a" + first, second}, 0},
		"all of it and more": {[]string{"Quang cảnh hội thi ở Khe Mây"}, []string{"a/Quang cảnh hội thi ở Khe Mây/Hoàng Yến", second}, 0},
		"that of the second": {[]string{"Cụ Păn nhận bánh từ đoàn viên", ""}, []string{"b" + first, "a" + second}, 0},
		"one who took it":    {[]string{"Ảnh: Quang cảnh hội thi (Ảnh: Bình Minh)"}, []string{"a/Quang cảnh hội thi/Bình Minh", second}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := draft(t, twoCaptions)
			var photos []intake.BoundPhoto
			for i, caption := range c.given {
				photos = append(photos, intake.BoundPhoto{SHA256: string(rune('a' + i)), Caption: caption})
			}
			intake.Bind(&d, photos)
			if got := order(d); !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
			twice := 0
			for _, f := range d.Findings {
				if f.Rule == "caption_given_twice" {
					twice++
					if f.Where.Photo != "p1" || f.Args["caption"] != "Quang cảnh hội thi" || f.Args["given"] != c.given[0] {
						t.Errorf("%+v", f)
					}
				}
			}
			if twice != c.twice {
				t.Errorf("%d findings, want %d", twice, c.twice)
			}
		})
	}
}

func TestBindKeepsSize(t *testing.T) {
	d := draft(t, twoCaptions)
	intake.Bind(&d, []intake.BoundPhoto{{SHA256: "a", WidthPx: 800, HeightPx: 600}})
	if p := d.Article.PhotoByID("p1"); p.WidthPx != 800 || p.HeightPx != 600 {
		t.Errorf("%+v", p)
	}
}

// TestCreditAlone: a text that credits a photo has one, even without caption.
func TestCreditAlone(t *testing.T) {
	d := draft(t, "Khe Mây gieo lúa\n\nSáng nay bà con ra đồng.\n\nMai Hạ\nẢnh: Bình Minh")
	if got := order(d); !slices.Equal(got, []string{"//Bình Minh"}) {
		t.Fatalf("%q", got)
	}
	intake.Bind(&d, []intake.BoundPhoto{{SHA256: "a"}, {SHA256: "b"}})
	if got := order(d); !slices.Equal(got, []string{"a//Bình Minh", "b//Bình Minh"}) {
		t.Errorf("%q", got)
	}
}
