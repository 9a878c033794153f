package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/preview"
)

// refusedFile is a file that was not taken, and why.
type refusedFile struct {
	path string
	err  error
}

// refusalsOf says why files were not taken, a sentence for each cause with the
// names of all that it stopped.
func (w *window) refusalsOf(files []refusedFile) (lines []string) {
	var whys []string
	stopped := map[string][]string{}
	for _, f := range files {
		why, isNamed := w.refusal(f)
		if isNamed {
			lines = append(lines, why)
			continue
		}
		if stopped[why] == nil {
			whys = append(whys, why)
		}
		stopped[why] = append(stopped[why], filepath.Base(f.path))
	}
	for _, why := range whys {
		names := stopped[why]
		if len(names) == 1 {
			lines = append(lines, w.say.Say("desk.picture_refused", bulletin.Args{"file": names[0], "why": why}))
			continue
		}
		lines = append(lines, w.say.Say("desk.files_refused", bulletin.Args{"n": len(names), "files": listed(names, mostNamed), "why": why}))
	}
	return lines
}

// refusal says why a file was not taken, and whether it names it already, which
// it does without the folders.
func (w *window) refusal(f refusedFile) (why string, isNamed bool) {
	name := filepath.Base(f.path)
	why = strings.ReplaceAll(w.say.Explain(f.err), f.path, name)
	return why, strings.Contains(why, name)
}

// mostNamed is how many names a sentence has that is not read in a panel.
const mostNamed = 8

// listed are names in a sentence, of many the first.
func listed(names []string, most int) string {
	if len(names) > most {
		return strings.Join(names[:most], ", ") + "…"
	}
	return strings.Join(names, ", ")
}

// saidOfRefused says what of somebody's file was not received: what is damaged
// there in one sentence with at most so many names, anything else by itself.
func saidOfRefused(say *translations.Catalogue, refused []storage.Refused, most int) (lines []string) {
	var damaged []string
	for _, r := range refused {
		if r.Why.Key == "received_torn" || r.Why.Key == "received_damaged" {
			damaged = append(damaged, r.What)
		}
	}
	if len(damaged) > 1 {
		lines = append(lines, say.Say("desk.receive.refused_damaged", bulletin.Args{"n": len(damaged), "what": listed(damaged, most)}))
	}
	for _, r := range refused {
		if len(damaged) > 1 && slices.Contains(damaged, r.What) {
			continue
		}
		why := say.Explain(r.Why)
		if !strings.Contains(why, r.What) {
			why = say.Say("desk.receive.refused", bulletin.Args{"what": r.What, "why": why})
		}
		lines = append(lines, why)
	}
	if more := len(lines) - preview.MostFindings; more > 1 {
		lines = append(lines[:preview.MostFindings], say.Say("desk.more_findings", bulletin.Args{"n": more}))
	}
	return lines
}

// refuseFiles says what went well, "" for nothing, and what did not; where it is the
// drafts file that takes nothing more, another one is offered.
func (w *window) refuseFiles(well string, ill []string, files []refusedFile) {
	if !slices.ContainsFunc(files, func(f refusedFile) bool { return isOfFile(f.err) }) {
		w.notices.Refuse(well, ill)
		return
	}
	w.notices.Warn(strings.TrimLeft(well+"\n"+strings.Join(ill, "\n"), "\n"), w.say.Say("desk.save_elsewhere", nil), w.askElsewhere)
}

// isOfFile reports whether the drafts file cannot be written into.
func isOfFile(err error) bool {
	return slices.Contains([]string{"disk_full", "disk_write_failed", "file_moved"}, bulletin.TroubleKey(err))
}
