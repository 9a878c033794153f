package setup_test

import (
	"errors"
	"image"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/setup"
)

// desk is a window with the settings in front of it.
type desk struct {
	*testing.T
	win   fyne.Window
	kept  []setup.Draft
	now   []setup.Draft
	panel *parts.Panel
	p     *setup.Panel
}

// TestTheSettingsComeBackWithTheKeysOnThePageThatIsShown: shut with something filled
// in, and called back.
func TestTheSettingsComeBackWithTheKeysOnThePageThatIsShown(t *testing.T) {
	on := show(t, setup.Draft{Office: full()})
	var again func() *parts.Panel
	on.p.Dropped = func(back func() *parts.Panel) { again = back }
	on.press("Máy này")
	on.field("office.me").SetText("Mai Thắm")
	on.panel.Hide()
	if again == nil {
		t.Fatal("nobody hears that it was shut")
	}
	again()
	in, ok := on.win.Canvas().Focused().(*field.Field)
	if !ok || in != on.field("office.me") {
		t.Errorf("%T has the keys", on.win.Canvas().Focused())
	}
}

// TestWhatAppliesAtOnceKeepsTheKeys: the panel is shown anew in another language, and
// the keys stand where they stood.
func TestWhatAppliesAtOnceKeepsTheKeys(t *testing.T) {
	on := show(t, setup.Draft{Office: full(), Page: setup.Here, Language: translations.Vietnamese})
	on.p.Now = func(d setup.Draft) {
		on.panel.Hide()
		on.p = &setup.Panel{Say: translations.For(d.Language), Draft: d}
		on.panel = on.p.Show(on.win)
	}
	on.press("English")
	if q, ok := on.win.Canvas().Focused().(*parts.Quiet); !ok || q.Word != "English" {
		t.Errorf("%T has the keys", on.win.Canvas().Focused())
	}
}

func full() bulletin.Office {
	return bulletin.Office{
		Body: "Trung tâm Văn hóa xã Tân Lập", Parents: []string{"Tỉnh Hải Lam", "UBND xã Tân Lập"}, Address: "Thôn 1, xã Tân Lập",
		Phone: "0200 000 117", Email: "bantin@tanlap.example", Bulletin: "Bản tin Tân Lập", ThemeBanner: "Giữ rừng",
		Sections: []string{"Kinh tế"}, Authors: []string{"Mai Thắm"}, Genres: []string{"news", "Góc bạn đọc"},
		Imprint: bulletin.Imprint{Licence: "12/GP", LicenceDate: bulletin.Date{Year: 2026, Month: 1, Day: 5}, PrintRun: 1500},
		Logo:    &bulletin.Logo{SHA256: "ab", AltText: "Ngôi sao", WidthPx: 900, HeightPx: 900},
	}
}

func show(t *testing.T, d setup.Draft) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Shade: look.Light, Scale: 1})
	on := &desk{T: t, win: test.NewTempWindow(t, nil)}
	on.win.Resize(fyne.NewSize(1366, 740))
	on.p = &setup.Panel{
		Say: translations.For(translations.Vietnamese), Draft: d, BackupPlace: "/sao-luu",
		Logos: setup.Logos{
			Picture: func(_ *bulletin.Logo, give func(image.Image)) { give(image.NewRGBA(image.Rect(0, 0, 9, 9))) },
			Ask: func(give func(*bulletin.Logo, string)) {
				give(&bulletin.Logo{SHA256: "cd", WidthPx: 700, HeightPx: 350}, "")
			},
		},
		Now:  func(d setup.Draft) { on.now = append(on.now, d) },
		Keep: func(d setup.Draft) error { on.kept = append(on.kept, d); return nil },
	}
	on.panel = on.p.Show(on.win)
	return on
}

func (d *desk) objects() []fyne.CanvasObject {
	return test.LaidOutObjects(d.win.Canvas().Overlays().Top())
}

// press presses the button with a word.
func (d *desk) press(word string) {
	d.Helper()
	for _, o := range d.objects() {
		if b, ok := o.(*parts.Quiet); ok && b.Visible() && strings.TrimSuffix(b.Word, " ▾") == word {
			b.Tapped(nil)
			return
		}
	}
	d.Fatalf("there is no %q", word)
}

func (d *desk) field(name string) *field.Field {
	d.Helper()
	for _, o := range d.objects() {
		if f, ok := o.(*field.Field); ok && f.Name == name {
			return f
		}
	}
	d.Fatalf("there is no field %s", name)
	return nil
}

func (d *desk) says(words string) bool {
	for _, o := range d.objects() {
		if text, ok := o.(*canvas.Text); ok && text.Visible() && strings.Contains(text.Text, words) {
			return true
		}
	}
	return false
}

func TestWalkingThroughThePagesChangesNothing(t *testing.T) {
	before := full()
	d := show(t, setup.Draft{Office: full(), Me: "Lan", Language: translations.Vietnamese, Shade: look.Light, Scale: 1, Typing: "system", Backups: true})
	for _, page := range []string{"Bản tin", "Danh mục", "Máy này", "Cơ quan"} {
		d.press(page)
	}
	d.press("Lưu")
	if len(d.kept) != 1 || !reflect.DeepEqual(d.kept[0].Office, before) || d.kept[0].Me != "Lan" || !d.kept[0].Backups {
		t.Errorf("kept %+v", d.kept)
	}
}

func TestWhatIsWrittenOnEachPageIsKept(t *testing.T) {
	d := show(t, setup.Draft{Office: full(), Language: translations.Vietnamese, Shade: look.Light, Scale: 1, Typing: "system", Backups: true})
	d.field("office.body").SetText("Xã Bến Ngần")
	d.field("office.parents").SetText("Tỉnh\n\n Huyện \n")
	d.press("Bản tin")
	d.field("office.licence_date").SetText("7/3/2026")
	d.field("office.print_run").SetText("2.000")
	d.press("Danh mục")
	d.field("office.authors").SetText("Hải Yên\nMai Thắm")
	d.press("Máy này")
	d.field("office.me").SetText("Hải Yên")
	d.press("Telex")
	d.press("Lưu")
	if len(d.kept) != 1 {
		t.Fatalf("kept %d times", len(d.kept))
	}
	k := d.kept[0]
	o := k.Office
	if o.Body != "Xã Bến Ngần" || len(o.Parents) != 2 || o.Parents[1] != "Huyện" || o.Imprint.LicenceDate.Short() != "7/3/2026" ||
		o.Imprint.PrintRun != 2000 || len(o.Authors) != 2 || k.Me != "Hải Yên" || k.Typing != "telex" {
		t.Errorf("kept %+v", k)
	}
}

// TestWhoHasNoNameIsAskedForItBesideTheOffice.
func TestWhoHasNoNameIsAskedForItBesideTheOffice(t *testing.T) {
	d := show(t, setup.Draft{Nameless: true, Language: translations.Vietnamese, Shade: look.Light, Scale: 1, Typing: "system"})
	d.field("office.body").SetText("Xã Bến Ngần")
	d.field("office.me").SetText("Hải Yên")
	d.press("Lưu")
	if len(d.kept) != 1 || d.kept[0].Office.Body != "Xã Bến Ngần" || d.kept[0].Me != "Hải Yên" {
		t.Errorf("kept %+v", d.kept)
	}
}

func TestAWrongDateKeepsThePageAndSaysWhy(t *testing.T) {
	d := show(t, setup.Draft{Office: full(), Language: translations.Vietnamese, Shade: look.Light, Scale: 1})
	d.press("Bản tin")
	d.field("office.licence_date").SetText("ngày mai")
	d.press("Danh mục")
	if d.p.Draft.Page != 1 || d.field("office.licence_date").Text() != "ngày mai" {
		t.Errorf("page %d is shown", d.p.Draft.Page)
	}
	d.press("Lưu")
	if len(d.kept) != 0 || !d.panel.Visible() {
		t.Error("it was kept")
	}
}

func TestTheLogoIsShownReplacedAndTakenAway(t *testing.T) {
	d := show(t, setup.Draft{Office: full(), Language: translations.Vietnamese, Shade: look.Light, Scale: 1})
	d.press("Thay ảnh…")
	d.press("Lưu")
	if logo := d.kept[0].Office.Logo; logo == nil || logo.SHA256 != "cd" || logo.AltText != "Ngôi sao" {
		t.Errorf("replaced by %+v", logo)
	}
	d = show(t, setup.Draft{Office: full(), Language: translations.Vietnamese, Shade: look.Light, Scale: 1})
	d.press("Bỏ biểu trưng")
	if !d.says("Chưa có") {
		t.Error("the logo is still shown")
	}
	d.press("Chọn ảnh…")
	d.press("Bỏ biểu trưng")
	d.press("Lưu")
	if logo := d.kept[0].Office.Logo; logo != nil {
		t.Errorf("kept %+v", logo)
	}
}

func TestLanguageAndThemeAreAppliedAtOnceWithWhatIsWritten(t *testing.T) {
	d := show(t, setup.Draft{Office: full(), Page: setup.Here, Language: translations.Vietnamese, Shade: look.Light, Scale: 1})
	d.field("office.me").SetText("Hải Yên")
	d.press("English")
	if len(d.now) != 1 || d.now[0].Language != translations.English || d.now[0].Me != "Hải Yên" {
		t.Errorf("applied %+v", d.now)
	}
}

func TestWithoutAFileOnlyWhatIsThePersonsOwnCanBeSet(t *testing.T) {
	d := show(t, setup.Draft{ReadOnly: true, Language: translations.Vietnamese, Shade: look.Light, Scale: 1})
	d.press("Cơ quan")
	if d.p.Draft.Page != setup.Here {
		t.Errorf("page %d is shown", d.p.Draft.Page)
	}
	d.p.Keep = func(setup.Draft) error { return errors.New("no") }
	d.press("Lưu")
	if !d.panel.Visible() {
		t.Error("the panel went away though nothing was kept")
	}
}

// TestRulesAreAddedSavedAndTakenOut: each leaves a word in the panel, and what
// was taken out comes back.
func TestRulesAreAddedSavedAndTakenOut(t *testing.T) {
	d := show(t, setup.Draft{Office: full(), Language: translations.Vietnamese, Shade: look.Light, Scale: 1})
	old := setup.RuleSet{Name: "press-law-2016", Title: "Luật Báo chí, Điều 34", About: "Có sẵn"}
	own := setup.RuleSet{Name: "xa", Title: "Quy chế của xã, mục 3", About: "Bộ riêng", Own: true}
	d.p.Law = setup.Law{
		All: []setup.RuleSet{old},
		Add: func(give setup.Changed) { give([]setup.RuleSet{old, own}, "") },
		Save: func(name string, give func(said, problem string)) {
			if name == old.Name {
				give("Đã lưu ra luat.toml.", "")
				return
			}
			give("", "Đĩa đầy.")
		},
		Remove: func(set setup.RuleSet, give func([]setup.RuleSet, func(setup.Changed), string)) {
			give([]setup.RuleSet{old}, func(back setup.Changed) { back([]setup.RuleSet{old, set}, "") }, "")
		},
	}
	shown := func() bool { return d.reads("Quy chế của xã, mục 3") }
	d.press("Quy định")
	if !d.reads("Luật Báo chí, Điều 34") || shown() {
		t.Error("not the rules as they are")
	}
	d.press("Lưu ra tệp…")
	if !d.reads("Đã lưu ra luat.toml.") {
		t.Error("nothing is said of the copy")
	}
	d.press("Thêm bộ quy định từ tệp TOML…")
	if !shown() {
		t.Error("what was added is not shown")
	}
	d.press("Bỏ")
	if shown() || !d.reads("Đã bỏ bộ quy định “Quy chế của xã, mục 3”.") {
		t.Error("it is still there, or nothing is said")
	}
	d.press("Hoàn tác")
	if !shown() || d.reads("Đã bỏ bộ quy định “Quy chế của xã, mục 3”.") {
		t.Error("it did not come back")
	}
	d.press("Lưu")
	if len(d.kept) != 1 || !reflect.DeepEqual(d.kept[0].Office, full()) {
		t.Errorf("kept %+v", d.kept)
	}
}

// reads reports whether a paragraph in the panel is so.
func (d *desk) reads(words string) bool {
	for _, o := range d.objects() {
		if p, ok := o.(*parts.Prose); ok && p.Visible() && p.String() == words {
			return true
		}
	}
	return false
}
