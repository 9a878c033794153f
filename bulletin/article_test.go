package bulletin_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/internal/real"
)

// full is an article with something in every field.
func full() bulletin.Article {
	return bulletin.Article{
		Genre: bulletin.Report, Section: "Văn hóa", ThemeBanner: "Chủ đề năm", Kicker: "Gương sáng", Headline: "Giữ lửa nghề rèn",
		Deck: "Chuyện ở Khe Mây", Standfirst: "Mỗi sáng, lò lại <b>đỏ lửa</b>.",
		Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: "Ông học nghề từ bé."},
			{Kind: bulletin.PhotoAnchor, Photo: "p1"},
			{Kind: bulletin.Crosshead, Text: "Mở lớp"},
			{Kind: bulletin.Quote, Text: "Lửa phải có người giữ."},
		},
		Photos: []bulletin.Photo{{
			ID: "p1", SHA256: "ab12", Caption: "Ông Páo bên lò rèn", Credit: "Mai Hạ", AltText: "Một ông già và lò rèn",
			Crop: &bulletin.Crop{Left: 1, Top: 2, Width: 3, Height: 4}, Focus: &bulletin.Focus{X: 5, Y: 6}, Size: bulletin.SizeWide,
			WidthPx: 800, HeightPx: 600,
		}},
		Byline: "Bình Minh", Affiliation: "Đoàn xã", Dateline: "Khe Mây", EventDate: bulletin.Date{Year: 2026, Month: time.April, Day: 10},
		Status: bulletin.Submitted, Note: "Xem lại tên",
	}
}

// fullJSON is part of the file format: revisions are hashed over it.
const fullJSON = `{"genre":"report","section":"Văn hóa","theme_banner":"Chủ đề năm","kicker":"Gương sáng","headline":"Giữ lửa nghề rèn",` +
	`"deck":"Chuyện ở Khe Mây","standfirst":"Mỗi sáng, lò lại <b>đỏ lửa</b>.",` +
	`"body":[{"kind":"paragraph","text":"Ông học nghề từ bé.","photo":""},{"kind":"photo","text":"","photo":"p1"},` +
	`{"kind":"crosshead","text":"Mở lớp","photo":""},{"kind":"quote","text":"Lửa phải có người giữ.","photo":""}],` +
	`"photos":[{"id":"p1","sha256":"ab12","caption":"Ông Páo bên lò rèn","credit":"Mai Hạ","alt_text":"Một ông già và lò rèn",` +
	`"crop":{"left":1,"top":2,"width":3,"height":4},"focus":{"x":5,"y":6},"size":"wide","width_px":800,"height_px":600}],` +
	`"byline":"Bình Minh","affiliation":"Đoàn xã","dateline":"Khe Mây","event_date":"2026-04-10","status":"submitted","note":"Xem lại tên"}`

func TestArticleJSON(t *testing.T) {
	written, err := bulletin.CanonicalJSON(full())
	if err != nil || string(written) != fullJSON {
		t.Fatalf("%v\n got %s\nwant %s", err, written, fullJSON)
	}
	var read bulletin.Article
	if err := json.Unmarshal(written, &read); err != nil || !reflect.DeepEqual(read, full()) {
		t.Errorf("read back: %v\n%+v", err, read)
	}
}

func TestNormalizeGivesLists(t *testing.T) {
	var a bulletin.Article
	a.Normalize()
	if a.Body == nil || a.Photos == nil || a.Status != bulletin.Draft {
		t.Errorf("%+v", a)
	}
}

func TestNormalizeBlocks(t *testing.T) {
	a := bulletin.Article{Status: "lost", Body: []bulletin.Block{
		{Kind: bulletin.PhotoAnchor, Photo: "p1", Text: "x"},
		{Kind: bulletin.Quote, Photo: "p1", Text: "x"},
		{Kind: "table", Photo: "p1", Text: "x"},
	}}
	a.Normalize()
	want := []bulletin.Block{
		{Kind: bulletin.PhotoAnchor, Photo: "p1"}, {Kind: bulletin.Quote, Text: "x"}, {Kind: bulletin.Paragraph, Text: "x"},
	}
	if !reflect.DeepEqual(a.Body, want) || a.Status != bulletin.Draft {
		t.Errorf("%+v, status %s", a.Body, a.Status)
	}
}

// TestNormalizeReachesEveryText decomposes every text of an article, an issue
// and an office; the fields that hold keys are not texts.
func TestNormalizeReachesEveryText(t *testing.T) {
	const decomposed, composed = "e\u0302\u0301", "\u1ebf"
	keys := map[string]bool{"ID": true, "SHA256": true, "Kind": true, "Photo": true, "Size": true, "HeadlineSize": true, "PhotoSize": true, "Status": true, "Article": true, "Style": true, "Colours": true, "Extras": true}
	a, issue := full(), bulletin.Issue{Slots: []bulletin.Slot{{}}, Office: bulletin.Office{
		Parents: []string{""}, Sections: []string{""}, Authors: []string{""},
	}}
	a.Body = a.Body[:1]
	for _, subject := range []any{&a, &issue} {
		texts(reflect.ValueOf(subject), func(field string, v reflect.Value) {
			if !keys[field] {
				v.SetString(decomposed)
			}
		})
	}
	a.Normalize()
	issue.Normalize()
	for _, subject := range []any{&a, &issue} {
		texts(reflect.ValueOf(subject), func(field string, v reflect.Value) {
			if !keys[field] && v.String() != composed {
				t.Errorf("%T: %s is still %q", subject, field, v.String())
			}
		})
	}
}

// texts visits every string below v with the name of its field.
func texts(v reflect.Value, visit func(field string, v reflect.Value)) {
	var walk func(field string, v reflect.Value)
	walk = func(field string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(field, v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(field, v.Index(i))
			}
		case reflect.String:
			visit(field, v)
		}
	}
	walk("", v)
}

func TestClone(t *testing.T) {
	a := full()
	c := a.Clone()
	c.Body[0].Text, c.Photos[0].Caption, c.Photos[0].Crop.Left, c.Photos[0].Focus.X = "khác", "khác", 99, 99
	if !reflect.DeepEqual(a, full()) {
		t.Errorf("the copy shares memory: %+v", a)
	}
}

func TestPhotoByID(t *testing.T) {
	a := full()
	a.PhotoByID("p1").Caption = "mới"
	if a.Photos[0].Caption != "mới" || a.PhotoByID("p2") != nil {
		t.Errorf("%+v", a.Photos)
	}
}

func TestCountWords(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, " \u00a0\t": 0, "Đầm Hà": 2, "a - b": 2, "TT&VH 05-CT/TW": 2, "3.000 người.": 2, "“Dạ!” – ông nói": 3, "…": 0,
	} {
		if got := bulletin.CountWords(s); got != want {
			t.Errorf("%q: %d words, want %d", s, got, want)
		}
	}
}

func TestCountWordsOfTheRealArticle(t *testing.T) {
	raw, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	// 1042 stretches between blanks, of which two are dashes.
	if got := bulletin.CountWords(string(raw)); got != 1040 {
		t.Errorf("%d words, want 1040", got)
	}
}

func TestWords(t *testing.T) {
	a := full()
	a.Note = "không in ra"
	want := 0
	for _, s := range []string{
		a.Kicker, a.Headline, a.Deck, bulletin.Plain(a.Standfirst), "Ông học nghề từ bé. Mở lớp Lửa phải có người giữ.",
		"Ông Páo bên lò rèn",
	} {
		want += len(strings.Fields(s))
	}
	if got := a.Words(); got != want {
		t.Errorf("%d words, want %d", got, want)
	}
}
