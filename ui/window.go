package ui

import (
	"cmp"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/editor"
	"bantin/ui/findings"
	"bantin/ui/history"
	"bantin/ui/list"
	"bantin/ui/look"
	"bantin/ui/loop"
	"bantin/ui/makeup"
	"bantin/ui/parts"
	"bantin/ui/preview"
	"bantin/ui/setup"
	"bantin/ui/typing"
)

// window is the desk's one window. It is built anew when the language or the
// look changes; what it works on stays.
type window struct {
	app      fyne.App
	win      fyne.Window
	settings settings
	say      *translations.Catalogue

	file           *storage.File // nil on the start screen
	office         bulletin.Office
	keeper         *desk.Keeper
	searcher       *desk.Searcher
	previews       *desk.Previewer
	composer       press.Composer // of the pages of issues
	identity       string         // what the file calls itself, "" while that is not known
	listing        *desk.Listing
	issues         []storage.StoredIssue // those of the latest date first
	issuesRead     bool                  // the issues of this file are known
	ofIssues       func()                // what was asked of the issues before that
	asked          int                   // counts the readings of issues; only the last one is shown
	addTo          *fyne.MenuItem        // offers the issues
	offered        []offer               // by addTo
	writing        writing
	begun          bool // the list of this file was shown before
	unlisted       int  // how many articles and issues it was said of that they cannot be read
	sort           storage.Sort
	blanks         map[bulletin.ID]bulletin.Article // in this run: each as it came, before anything was written
	wanted         int                              // counts what was called to the sheet; only the last one comes
	deletion       deletion
	goneIssues     []storage.StoredIssue // those that are deleted, the last one first
	sheets         desk.Manuscripts
	following      *time.Timer // until the caret is marked on the pages
	conflicted     conflicted
	taken          chosenOf
	arrivals       []*arrival      // pictures on their way
	arrived        <-chan struct{} // closed when all of them have come
	spares         string          // the folder of texts that could not be saved
	resumed        []bulletin.ID   // the articles of which words came back
	back           broughtBack     // what is brought back of the file that is being opened
	closesThen     bool            // the window is to be closed then
	placing        bool            // a picture that has come is being put on the sheet
	coming         coming          // what is called to the sheet now
	waiting        []drop          // what was let go over the window behind a question
	afterOpening   func()          // once, when a file has been opened
	ahead          ahead           // what is typed until then
	unasked        []*unasked      // panels that came by themselves, the first of them in front or told
	followIssues   func()          // brings what is open on an issue in line with it; nil for nothing
	steppingBack   bool            // the first of them is just becoming a notice
	besides        []*beside       // what goes on beside writing, the newest last
	shown          bulletin.ID     // the article that was put on the sheet last
	making         bulletin.ID     // the issue on the make-up table, "" while writing
	opensAt        bulletin.ID     // the story whose page the table shows when its pages come, "" once they have
	everyLoose     bool            // the table lists not only the approved articles that are in no issue
	improving      bool            // a better make-up is being looked for
	makeup         *makeup.Pane
	steps          issueSteps    // of making up, to be taken back
	exchange       chan struct{} // asks for an exchange with the shared folder
	stopExchange   func()
	stopWatch      func()
	exchangeFailed bool
	lacking        lacking
	crashed        string          // the report of a crash of the last run, until that is told
	report         string          // the same, once it is told
	cutOff         bool            // the last run was cut off, and that is not told yet
	styles         []setup.Style   // that can be chosen
	rules          []setup.RuleSet // that issues are measured by

	screen        screenRoom
	workArea      func() (width, height int) // of the primary monitor, in pixels; see monitorArea
	front         *fyne.Container            // holds what the window shows
	newest        fyne.Focusable             // of the files on the start screen, nil for none
	list          *list.Pane
	sheet         *editor.Editor
	facts         *facts
	side          *side
	preview       *preview.Pane
	check         *findings.Pane
	history       *history.Pane
	versions      []desk.ArticleVersion                // that it shows
	issueVersions []desk.IssueVersion                  // that the make-up table shows
	tab           int                                  // of the right pane
	looking       *time.Timer                          // until the pages are looked over
	looked        int                                  // counts it; only the last one is shown
	noticedOf     pagesOf                              // whose pages they are that something was noticed on
	noticedPhotos map[bulletin.ID]translations.Wording // that were noticed, by their articles
	notices       *notices
	toldBeside    *fyne.Container // where they stand while one writes
	besideFolder  *fyne.Container // below the list: that nothing is exchanged with the shared folder
	panes         *panes
	table         *panes            // of the make-up table
	blank         fyne.CanvasObject // instead of the sheet while no article is open
	blankWord     *canvas.Text
	menuRoom      float32      // that the menu bar was made for
	menuHeight    float32      // of its highest menu, all of it
	dialog        shutter      // what was shown last in front of the window
	closing       *parts.Panel // asks whether to close without saving
	ends          func()       // ends the program
	shading       shading
}

// newWindow makes the window of an app, which remembers what it has to in a
// place. It speaks the language that is asked for, or where that is "" the one
// that was chosen in it. Without a word of how the program ends, that is Fyne's.
func newWindow(a fyne.App, p memory, asked translations.Language) *window {
	loop.Enter()
	w := &window{app: a, settings: settings{p}, ends: a.Quit, blanks: map[bulletin.ID]bulletin.Article{}}
	w.workArea = w.monitorArea
	w.say = translations.For(cmp.Or(asked, w.settings.language())).InWindow()
	w.shading.shown = a.Settings().ThemeVariant()
	w.dress()
	w.win = a.NewWindow(w.say.Say("desk.title", nil))
	w.win.Resize(w.settings.windowSize(0))
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(w.dropped)
	w.win.Canvas().SetOnTypedKey(w.plainKey)
	w.win.Canvas().SetOnTypedRune(w.plainRune)
	w.answerEveryPlus()
	a.Lifecycle().SetOnExitedForeground(func() {
		w.flushSoon()
		if w.preview != nil {
			w.preview.Leave()
		}
	})
	a.Settings().AddListener(func(fyne.Settings) { w.themeChanged() })
	return w
}

// busy reports whether a dialog or a pop-up menu is in front of the window.
func (w *window) busy() bool { return w.win.Canvas().Overlays().Top() != nil }

// shutter is something in front of the window that can be shut.
type shutter interface{ Hide() }

// showPanel shows a panel of our own.
func (w *window) showPanel(p *parts.Panel) {
	w.dialog = p
	p.Say = w.say
	p.Show(w.win)
}

// dress puts on the chosen theme and speaks the chosen language in Fyne's own
// dialogs too.
func (w *window) dress() {
	speakFyne(w.say.Language())
	typing.Choose(w.settings.typing())
	w.app.Settings().SetTheme(w.settings.theme())
}

// rebuild builds the whole window anew in the present language and look.
func (w *window) rebuild() {
	w.take()
	w.win.SetTitle(w.title())
	w.showMenu()
	if w.file == nil {
		w.show(w.startScreen())
		w.standAtStart()
		w.comeAnew()
		return
	}
	at := w.standing()
	w.build()
	w.list.ShowIssues(w.issues, w.goneIssues, w.issueName)
	w.showArticle()
	w.list.Show(w.writing.id)
	w.search()
	w.sheet.StandAgain(at)
	w.comeAnew()
}

func (w *window) title() string {
	if w.file == nil {
		return w.say.Say("desk.title", nil)
	}
	return fileName(w.file.Path()) + " — " + w.say.Say("desk.title", nil)
}

// build makes the three panes.
func (w *window) build() {
	w.buildList()
	w.sheet = w.newSheet()
	w.facts = newFacts(w.say, w.win.Canvas)
	w.facts.OnChanged = w.changed
	w.facts.OnStep = w.stepOfFacts
	w.facts.OnSaved = w.saveNow
	w.facts.Byline = w.byline
	w.facts.OnByline, w.facts.OnOtherAuthor = w.setByline, w.writeByline
	w.facts.Offer(w.office)
	w.offerOnSheet()
	w.buildNotices()
	w.toldBeside = container.NewStack()
	w.notices.StandIn(w.toldBeside, false)
	w.buildSide()
	w.blank = w.blankSheet()
	middle := container.NewStack(ground(look.Paper),
		parts.Frame(container.NewVBox(w.facts.pane, rule()), nil, nil, nil, w.sheet.Pane()),
		w.blank,
		container.NewBorder(nil, w.aboveFoot(w.toldBeside), nil, nil))
	w.panes = newPanes(w.withApart(w.list.Object), middle, w.side.object)
	w.rememberWidths(w.panes, keyListWidth, keyPreviewWidth, usualList(look.Scale()), 0) // 0: a share of the window
	w.panes.Least = w.inRoom(w.panes.Least)
	if w.settings.p.Bool(keyPreviewShut) || w.isNarrow() {
		w.panes.ShowRight(false)
	}
	if w.making != "" && w.issueIndex(w.making) < 0 {
		w.making = ""
		w.noteTable()
	}
	if w.making != "" {
		w.buildMakeup()
		return
	}
	w.show(w.panes)
}

// aboveFoot keeps clear what the foot of the sheet says.
func (w *window) aboveFoot(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, w.sheet.FootHeight(), 0, 0), o)
}

// show puts the desk, the table or the start screen into the window, with the hints
// of its buttons above it. Where one asks for as much room as the one before, the
// window's content stays what it is and only holds another: for new content Fyne
// draws each letter anew and asks the screen for what it must wait for.
func (w *window) show(o fyne.CanvasObject) {
	if w.front == nil || w.front.Objects[0].MinSize() != o.MinSize() || w.win.Canvas().Overlays().Top() != nil {
		w.front = w.hearing(o)
		w.win.SetContent(parts.WithHints(w.front))
		return
	}
	w.win.Canvas().Unfocus()
	w.front.Objects[0] = o
	w.front.Refresh()
}

// buildList makes the left pane.
func (w *window) buildList() {
	w.list = list.New(w.say, w.listing)
	w.list.About = w.about
	w.list.Sort = w.sort
	w.list.OnSearch = w.search
	w.list.OnSort = func(s storage.Sort) { w.sort = s; w.search() }
	w.list.OnOpen = w.open
	w.list.OnIssue = func() {
		w.list.Acts = w.acts()
		w.list.Select(w.writing.id)
		w.issuesChanged()
		w.askPreview(true)
	}
	w.list.OtherIssue = w.chooseOtherIssue
	w.list.OnIssueMenu, w.list.OnGoneIssue = w.offerIssueActs, w.offerIssueBack
	w.list.OnEraseIssue = func(s list.Issue) { w.list.ChooseIssue(s); w.deleteIssue() }
	w.list.Acts, w.list.OnAct = w.acts(), w.act
	w.list.OnMove, w.list.OnInto = w.moveStories, w.putInto
}

// blankSheet says what can be done while no article is open.
func (w *window) blankSheet() fyne.CanvasObject {
	w.blankWord = words(w.say.Say("desk.choose_article", nil), 15, look.Serif, look.Quiet)
	grip := newGrip(w.say.Say("desk.new_article", nil), w.newArticle)
	takeIn := newQuiet(w.say.Say("desk.menu.take_in", nil), nil, w.askText)
	takeIn.Ink, takeIn.Bold = theme.ColorNamePrimary, true
	buttons := container.NewHBox(grip, space(4, 1), container.NewCenter(takeIn))
	return container.NewStack(ground(look.Paper), container.NewCenter(container.NewVBox(
		container.NewCenter(w.blankWord), space(1, 12), container.NewCenter(buttons))))
}

// sayBlank says what can be done while no article is open: where none is listed, none
// can be chosen.
func (w *window) sayBlank() {
	said := "desk.choose_article"
	if w.listing.Len() == 0 {
		said = "desk.write_first"
	}
	w.blankWord.Text = w.say.Say(said, nil)
	w.blank.Refresh()
}

// toggleRight opens or shuts the right pane: of the sheet, or of the make-up
// table, where the pages take its room.
func (w *window) toggleRight() {
	switch {
	case w.file == nil:
	case w.making != "":
		w.table.ShowRight(!w.table.Right.Visible())
	default:
		w.showPreview(!w.side.object.Visible())
	}
}

// showPreview opens or shuts the right pane beside the sheet.
func (w *window) showPreview(open bool) {
	w.settings.p.SetBool(keyPreviewShut, !open)
	w.panes.ShowRight(open)
	if open {
		w.loadHistory()
		w.askPreview(true)
	}
}

// speak switches the language at once.
func (w *window) speak(l translations.Language) {
	w.settings.p.SetString(keyLanguage, string(l))
	w.say = translations.For(l).InWindow()
	speakFyne(l)
	w.rebuild()
	if w.file != nil { // these are kept as people read them
		w.loadStyles()
		w.loadRules()
	}
}

// shade switches between light, dark and the system's choice.
func (w *window) shade(s look.Shade) {
	w.settings.p.SetString(keyShade, string(s))
	w.app.Settings().SetTheme(w.settings.theme())
}

// scale changes the text size; 0 goes back to the usual one.
func (w *window) scale(by float64) {
	const smallest, largest = 0.8, 2
	now := w.settings.p.FloatWithFallback(keyScale, 1)
	if by == 0 {
		now = 1
	} else {
		now = min(max(now*by, smallest), largest)
	}
	w.settings.p.SetFloat(keyScale, now)
	w.app.Settings().SetTheme(w.settings.theme())
}
