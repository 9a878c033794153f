package command

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/export/pdf"
	"bantin/press"
	"bantin/storage"
)

// exportFlags are the flags of export.
type exportFlags struct {
	article, issue, profile, style, out, png string
	dpi                                      float64
}

func (p *program) exportCommand() *cobra.Command {
	var flags exportFlags
	cmd := p.command("export FILE (--issue ID | --article ID) -o OUT.pdf", p.exactly(1),
		func(cmd *cobra.Command, args []string) error {
			if err := flags.check(args[0]); err != nil {
				return err
			}
			return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
				job, err := flags.job(cmd.Context(), f)
				if err != nil {
					return err
				}
				report, err := p.export(cmd.Context(), f, job, flags)
				if err != nil {
					return err
				}
				return p.answer(cmd, report, func() { p.tellExport(report) })
			})
		})
	say := func(key string) string { return p.words.Say("command.export.flag."+key, nil) }
	set := cmd.Flags()
	set.StringVar(&flags.article, "article", "", say("article"))
	set.StringVar(&flags.issue, "issue", "", say("issue"))
	set.StringVar(&flags.profile, "profile", string(pdf.Print), say("profile"))
	set.StringVar(&flags.style, "style", "", say("style"))
	set.StringVarP(&flags.out, "out", "o", "", say("out"))
	set.StringVar(&flags.png, "png", "", say("png"))
	set.Float64Var(&flags.dpi, "dpi", 110, say("dpi"))
	return p.addJSONFlag(cmd)
}

// The resolutions that --dpi takes: below, nothing can be read; above, one A4
// page fills a gigabyte of memory.
const minDPI, maxDPI = 20, 600

// check refuses what cannot be meant, before anything is opened.
func (flags *exportFlags) check(file string) error {
	profile := pdf.Profile(flags.profile)
	switch {
	case (flags.article == "") == (flags.issue == ""):
		return bulletin.NewTrouble("export_what", nil, nil)
	case flags.out == "" && flags.png == "":
		return bulletin.NewTrouble("export_where", nil, nil)
	case profile != pdf.Print && profile != pdf.Office && profile != pdf.Screen:
		return bulletin.NewTrouble("profile_unknown", bulletin.Args{"profile": flags.profile}, nil)
	case flags.dpi < minDPI || flags.dpi > maxDPI:
		return bulletin.NewTrouble("dpi_out_of_range", bulletin.Args{"min": minDPI, "max": maxDPI}, nil)
	case flags.out != "" && samePath(file, flags.out):
		return bulletin.NewTrouble("export_over_drafts", bulletin.Args{"file": file}, nil)
	}
	return nil
}

func samePath(a, b string) bool {
	absA, errA := filepath.Abs(a)
	absB, errB := filepath.Abs(b)
	return errA == nil && errB == nil && strings.EqualFold(absA, absB)
}

func (flags *exportFlags) job(ctx context.Context, f *storage.File) (press.Job, error) {
	job := press.Job{Style: flags.style, Profile: pdf.Profile(flags.profile)}
	var err error
	if flags.issue != "" {
		job.Issue, err = f.ResolveIssue(ctx, flags.issue)
	} else {
		job.Article, err = f.ResolveArticle(ctx, flags.article)
	}
	return job, err
}

// export writes the PDF, the pictures, or both.
func (p *program) export(ctx context.Context, f *storage.File, job press.Job, flags exportFlags) (press.Report, error) {
	show, end := p.progress("pages")
	defer end()
	var report press.Report
	var err error
	if flags.out != "" {
		report, err = press.Export(ctx, f, job, flags.out, show)
	}
	if err == nil && flags.png != "" {
		var painted press.Report
		painted, err = press.ExportPictures(ctx, f, job, flags.png, flags.dpi, show)
		if flags.out == "" {
			return painted, err
		}
		report.Pictures = painted.Pictures
	}
	return report, err
}

func (p *program) tellExport(report press.Report) {
	args := bulletin.Args{"pages": report.Pages, "file": report.Out, "kb": (report.PDFBytes + 1023) / 1024}
	if report.Out != "" {
		p.say("export.pdf", args)
	}
	if len(report.Pictures) > 0 {
		args["folder"] = filepath.Dir(report.Pictures[0])
		p.say("export.png", args)
	}
	if report.Overset > 0 {
		p.say("export.overset", bulletin.Args{"lines": report.Overset})
	}
	p.tellFindings(report.Findings)
}
