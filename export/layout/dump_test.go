package layout_test

import (
	"fmt"
	"strings"

	"bantin/export/layout"
)

// dump writes a document as text that a person can read and compare: a line
// for each item, lengths in points to the thousandth.
func dump(d *layout.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q by %q, %s, trim %s × %s, bleed %s\n", d.Title, d.Author, d.Language,
		pt(d.Trim.Width), pt(d.Trim.Height), pt(d.Bleed))
	for i, p := range d.Pages {
		fmt.Fprintf(&b, "\npage %d\n", i+1)
		for _, item := range p.Items {
			dumpItem(&b, item)
		}
	}
	for _, s := range d.Stories {
		fmt.Fprintf(&b, "\nstory %s %q pages %d–%d, %d lines, overset %d", s.Article, s.Headline, s.FirstPage, s.LastPage, s.Lines, s.Overset)
	}
	for _, f := range d.Findings {
		fmt.Fprintf(&b, "\nfinding %s %s %+v %v", f.Severity, f.Rule, f.Where, f.Args)
	}
	b.WriteByte('\n')
	return b.String()
}

func dumpItem(b *strings.Builder, item layout.Item) {
	switch it := item.(type) {
	case layout.Fill:
		fmt.Fprintf(b, "  fill %s %s\n", box(it.Box), ink(it.Ink))
	case layout.Picture:
		fmt.Fprintf(b, "  photo %s %s shown %d,%d %d×%d of %d×%d\n", it.Source.Photo, box(it.Box),
			it.Shown.X, it.Shown.Y, it.Shown.Width, it.Shown.Height, it.Pixels.Width, it.Pixels.Height)
	case layout.Text:
		fmt.Fprintf(b, "  %9s %9s  %s %s %s  %s%d+%d |%s| →%s\n", pt(it.X), pt(it.Y), it.Face, pt(it.Size), ink(it.Ink),
			it.Source.Field, it.Source.Block, it.Source.Offset, text(it), pt(it.X+width(it)))
	}
}

func pt(l layout.Length) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.3f", l.Points()), "0"), ".")
}

func box(r layout.Rect) string {
	return fmt.Sprintf("%s,%s %s×%s", pt(r.X), pt(r.Y), pt(r.Width), pt(r.Height))
}

func ink(i layout.Ink) string { return fmt.Sprintf("%d/%d/%d/%d", i.C, i.M, i.Y, i.K) }

func text(t layout.Text) string {
	var b strings.Builder
	for _, g := range t.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

func width(t layout.Text) layout.Length {
	var w layout.Length
	for _, g := range t.Glyphs {
		w += g.Advance
	}
	return w
}
