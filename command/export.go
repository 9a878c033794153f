package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/export/impose"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/internal/atomicfile"
	"bantin/internal/regular"
	"bantin/press"
	"bantin/storage"
)

// exportFlags are the flags of export.
type exportFlags struct {
	target
	out, png string
	dpi      float64
	force    bool
	pages    string
	paper    string
	booklet  bool
	creep    float64 // mm
	marks    bool
	why      bool
}

// exported is what export --json says.
type exported struct {
	press.Report
	Findings []saidInFull `json:"findings"` // those of the report
}

func (p *program) exportCommand() *cobra.Command {
	var flags exportFlags
	cmd := p.command("export FILE (--issue ID | --article ID) -o OUT.pdf", p.exactly(1),
		func(cmd *cobra.Command, args []string) error {
			if flags.booklet && !cmd.Flags().Changed("profile") {
				flags.profile = string(pdf.Office) // who wants a booklet wants it from the office printer
			}
			if err := flags.check(args[0]); err != nil {
				return err
			}
			spareMemory(garbageShareOfExport)
			return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
				return p.exportFrom(cmd, f, flags)
			})
		})
	say := func(key string) string { return p.words.Say("command.export.flag."+key, nil) }
	flags.add(cmd, say)
	set := cmd.Flags()
	set.StringVarP(&flags.out, "out", "o", "", say("out"))
	set.StringVar(&flags.png, "png", "", say("png"))
	set.Float64Var(&flags.dpi, "dpi", 110, say("dpi"))
	set.StringVar(&flags.pages, "pages", "", say("pages"))
	set.BoolVar(&flags.marks, "marks", false, say("marks"))
	set.BoolVar(&flags.booklet, "booklet", false, say("booklet"))
	set.Float64Var(&flags.creep, "creep", 0, say("creep"))
	set.StringVar(&flags.paper, "paper", paperAuto, say("paper"))
	set.BoolVar(&flags.why, "why", false, say("why"))
	set.BoolVar(&flags.force, "force", false, say("force"))
	return p.addJSONFlag(cmd)
}

func (p *program) exportFrom(cmd *cobra.Command, f *storage.File, flags exportFlags) error {
	job, err := flags.job(cmd.Context(), f)
	if err != nil {
		return err
	}
	if err := flags.finish(&job); err != nil {
		return err
	}
	report, err := p.export(cmd.Context(), f, job, flags)
	if err != nil {
		return err
	}
	places := p.placesIn(cmd.Context(), f, job)
	if err := p.answer(cmd, exported{report, p.sayInFull(report.Findings)}, func() { p.tellExport(report, places); p.tellMakeup(report, flags.why) }); err != nil {
		return err
	}
	if report.Refused {
		return p.refuse(report, places)
	}
	return nil
}

// paperAuto leaves the choice of the paper to the program.
const paperAuto = "auto"

// finish puts into a job what only export asks for.
func (flags *exportFlags) finish(job *press.Job) (err error) {
	job.RefuseErrors = !flags.force
	job.Booklet, job.Marks = flags.booklet, flags.marks
	job.Creep = layout.Millimetres(1) * layout.Length(math.Round(flags.creep*1000)) / 1000
	if flags.paper != paperAuto {
		job.Paper = impose.Paper(strings.ToLower(flags.paper))
	}
	job.Pages, err = press.ParsePages(flags.pages)
	return err
}

// knownPaper reports whether there is such paper.
func (flags *exportFlags) knownPaper() bool {
	return flags.paper == paperAuto || slices.Contains(impose.Papers(), impose.Paper(strings.ToLower(flags.paper)))
}

// The resolutions that --dpi takes: below, nothing can be read; above, one A4
// page fills a gigabyte of memory.
const minDPI, maxDPI = 20, 600

// mostCreep is thicker, in mm, than any paper that is folded.
const mostCreep = 1

// check refuses what cannot be meant, before anything is opened.
func (flags *exportFlags) check(file string) error {
	if err := flags.target.check("export_what"); err != nil {
		return err
	}
	switch {
	case flags.out == "" && flags.png == "":
		return bulletin.NewTrouble("export_where", nil, nil)
	case flags.dpi < minDPI || flags.dpi > maxDPI:
		return bulletin.NewTrouble("dpi_out_of_range", bulletin.Args{"min": minDPI, "max": maxDPI}, nil)
	case !flags.knownPaper():
		return bulletin.NewTrouble("paper_unknown", bulletin.Args{"paper": flags.paper}, nil)
	case flags.paper != paperAuto && flags.profile != string(pdf.Office):
		return bulletin.NewTrouble("paper_office", nil, nil)
	case flags.creep < 0 || flags.creep > mostCreep || math.IsNaN(flags.creep):
		return bulletin.NewTrouble("creep_out_of_range", bulletin.Args{"max": mostCreep}, nil)
	case flags.creep > 0 && !flags.booklet:
		return bulletin.NewTrouble("creep_booklet", nil, nil)
	case flags.out != "" && samePath(file, flags.out):
		return bulletin.NewTrouble("export_over_drafts", bulletin.Args{"file": file}, nil)
	case flags.out == "-":
		return bulletin.NewTrouble("export_nowhere", nil, nil)
	case isDraftsName(flags.out):
		return bulletin.NewTrouble("export_drafts_name", bulletin.Args{"file": flags.out}, nil)
	case flags.out != "" && isOther(flags.out):
		return bulletin.NewTrouble("export_over_other", bulletin.Args{"file": flags.out}, nil)
	}
	return nil
}

// isDraftsName reports a file that is not there yet and would be taken for a
// drafts file, or for what SQLite keeps beside one, and removed with it.
func isDraftsName(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist) && atomicfile.IsDraftsName(path)
}

// isOther reports whether a file stands at path that is a PDF neither by name
// nor by content: surely a slip of the hand.
func isOther(path string) bool {
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return false
	}
	file, err := regular.Open(path)
	if err != nil {
		return false // writing tells why
	}
	defer file.Close()
	head := make([]byte, len(pdfMark))
	n, _ := io.ReadFull(file, head) // a shorter file is no PDF either
	return n > 0 && string(head[:n]) != pdfMark
}

const pdfMark = "%PDF-"

func samePath(a, b string) bool {
	absA, errA := filepath.Abs(a)
	absB, errB := filepath.Abs(b)
	return errA == nil && errB == nil && strings.EqualFold(absA, absB)
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
	if err == nil && flags.png != "" && !report.Refused {
		var painted press.Report
		painted, err = press.ExportPictures(ctx, f, job, flags.png, flags.dpi, show)
		if flags.out == "" {
			return painted, err
		}
		report.Pictures, report.Removed, report.Strange = painted.Pictures, painted.Removed, painted.Strange
	}
	return report, err
}

func (p *program) tellExport(report press.Report, places places) {
	if report.Refused {
		return // refuse says it, JSON or not
	}
	pages := report.Pages
	if report.Printed != nil {
		pages = len(report.Printed)
	}
	args := bulletin.Args{"pages": pages, "file": report.Out, "kb": (report.PDFBytes + 1023) / 1024}
	if report.Out != "" {
		p.say("export.pdf", args)
		p.tellSheets(report.Sheets)
	}
	if len(report.Pictures) > 0 {
		args["folder"] = filepath.Dir(report.Pictures[0])
		p.say("export.png", args)
		p.tellOldPictures(report)
	}
	if report.Overset > 0 {
		p.say("export.overset", bulletin.Args{"lines": report.Overset})
	}
	isHint := func(f bulletin.Finding) bool { return f.Severity == bulletin.Hint }
	p.tellPlaced(p.err, slices.DeleteFunc(slices.Clone(report.Findings), isHint), places)
	if hints := count(report.Findings, bulletin.Hint); hints > 0 {
		fmt.Fprintln(p.err, p.words.Say("command.export.hints", bulletin.Args{"hints": hints}))
	}
}

// tellOldPictures says what became of pictures of pages that are no more.
func (p *program) tellOldPictures(report press.Report) {
	if n := len(report.Removed); n > 0 {
		p.say("export.png_removed", bulletin.Args{"n": n})
	}
	if n := len(report.Strange); n > 0 {
		names := make([]string, n)
		for i, path := range report.Strange {
			names[i] = filepath.Base(path)
		}
		p.say("export.png_strange", bulletin.Args{"files": strings.Join(names, ", ")})
	}
}

// tellSheets says what to load the office printer with, and how to set it.
func (p *program) tellSheets(sheets *press.Sheets) {
	if sheets == nil {
		return
	}
	args := bulletin.Args{
		"sheets": sheets.Count, "width": math.Round(sheets.PaperMM[0]), "height": math.Round(sheets.PaperMM[1]),
		"percent": math.Round(sheets.Percent),
	}
	if sheets.Duplex {
		p.say("export.booklet", args)
	} else {
		p.say("export.sheets", args)
	}
}

// refuse lists what keeps the pages from the print house.
func (p *program) refuse(report press.Report, places places) error {
	isNone := func(f bulletin.Finding) bool { return f.Severity != bulletin.Error }
	p.tellPlaced(p.err, slices.DeleteFunc(slices.Clone(report.Findings), isNone), places)
	errors := count(report.Findings, bulletin.Error)
	fmt.Fprintln(p.err, p.words.Say("command.export.refused", bulletin.Args{"errors": errors}))
	return errTroubleFound
}
