package ui

import (
	"context"
	"image"
	"reflect"
	"slices"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/ui/files"
	"bantin/ui/setup"
)

// logoEndings are offered in the dialog; what a file really is, its bytes tell.
var logoEndings = []string{".png", ".jpg", ".jpeg", ".svg", ".webp"}

// logoSide is the longer side of a logo on screen, in pixels.
const logoSide = 320

// logos shows the logos of the file, and asks for another one.
func (w *window) logos() setup.Logos {
	return setup.Logos{
		Picture: func(logo *bulletin.Logo, give func(image.Image)) { w.picture(logo.SHA256, logoSide, give) },
		Ask:     w.askLogo,
	}
}

// askLogo asks for the picture of a logo and puts it into the file. It is the
// office's only when the settings are kept.
func (w *window) askLogo(give func(logo *bulletin.Logo, problem string)) {
	file := w.file
	w.askFiles("logo", files.Question{Kinds: w.kinds("logo", logoEndings)}, func(paths []string) {
		if file == nil || file != w.file {
			return
		}
		go func() {
			logo, err := reception.TakeLogo(context.Background(), file, paths[0], "")
			w.onFile(file, func() {
				if err != nil {
					give(nil, w.say.Explain(err))
					return
				}
				give(logo, "")
			})
		}()
	})
}

// offerOffice offers to bring the issue at hand to the settings that the office
// has now: an issue keeps those that it was made with.
func (w *window) offerOffice() bool {
	stored := w.issueAtHand()
	if stored == nil || samePlate(stored.Issue.Office, w.office) {
		return false
	}
	id, office := stored.ID, w.office
	w.notices.Say(w.say.Say("desk.office.kept_issue", bulletin.Args{"issue": w.issueName(stored.Issue)}),
		w.say.Say("desk.office.into_issue", nil), func() {
			w.changeIssue(id, func(to *bulletin.Issue) { to.Office = office }, func(name string) string {
				return w.say.Say("desk.issue_changed", bulletin.Args{"issue": name})
			})
		})
	return true
}

// samePlate reports whether two offices look the same in print, but for what an
// issue has fields of its own for.
func samePlate(a, b bulletin.Office) bool {
	if !reflect.DeepEqual(a.Logo, b.Logo) {
		return false
	}
	return slices.Equal(a.Parents, b.Parents) && a.Body == b.Body && a.Address == b.Address && a.Phone == b.Phone && a.Email == b.Email && a.Bulletin == b.Bulletin
}
