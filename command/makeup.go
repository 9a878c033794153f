package command

import (
	"fmt"

	"bantin/bulletin"
	"bantin/press"
)

// tellMakeup says page by page what an editor would object to, the reasons for
// which the pages look as they do.
func (p *program) tellMakeup(report press.Report, why bool) {
	if !why {
		return
	}
	headlines := map[bulletin.ID]string{}
	for _, s := range report.Stories {
		headlines[s.Article] = s.Headline
	}
	p.say("export.why_all", bulletin.Args{"lines": p.words.Fixed(report.Makeup.Badness, 1)})
	for _, page := range report.Makeup.Pages {
		args := bulletin.Args{"page": page.Page, "lines": p.words.Fixed(page.Badness, 1)}
		if page.Page == 0 {
			p.say("export.why_issue", args)
		} else {
			p.say("export.why_page", args)
		}
		for _, f := range page.Flaws {
			args := bulletin.Args{
				"lines": p.words.Fixed(f.Badness, 1), "headline": headlines[f.Article],
				"flaw": p.words.Say("flaw."+string(f.Flaw), nil),
			}
			sentence := "command.export.why_flaw"
			if headlines[f.Article] != "" {
				sentence = "command.export.why_story"
			}
			fmt.Fprintln(p.out, "  "+p.words.Say(sentence, args))
		}
	}
}
