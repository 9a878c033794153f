package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"bantin/assets/styles"
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/press"
	"bantin/reception"
	"bantin/storage"
)

// shownStyle is what style list --json and style show --json say of a style.
type shownStyle struct {
	Name     string  `json:"name"`
	Title    string  `json:"title"`
	Own      bool    `json:"own"`
	BasedOn  string  `json:"based_on"`
	Problem  string  `json:"problem,omitempty"` // why it cannot be used
	WidthMM  float64 `json:"width_mm"`
	HeightMM float64 `json:"height_mm"`
	Columns  int     `json:"columns"`
	ColumnMM float64 `json:"column_mm"`
	BodyFace string  `json:"body_face"`
	BodySize float64 `json:"body_size_pt"`
	Leading  float64 `json:"leading_pt"`
}

func (p *program) showStyle(s press.HouseStyle) shownStyle {
	shown := shownStyle{
		Name: s.Name, Title: styleTitle(p.words, s), Own: s.Own, BasedOn: s.BasedOn,
		WidthMM: inMillimetres(s.Page.Width), HeightMM: inMillimetres(s.Page.Height),
		Columns: s.Grid.Columns, BodyFace: string(s.Types.Body.Face),
		BodySize: float64(s.Types.Body.Size) / 1000, Leading: float64(s.Grid.Leading) / 1000,
	}
	if s.Broken != nil {
		shown.Problem = p.words.Explain(s.Broken)
		return shown
	}
	shown.ColumnMM = inMillimetres(s.ColumnWidth())
	return shown
}

// inMillimetres rounds to a tenth.
func inMillimetres(l styles.Length) float64 { return float64((l*254+36_000)/72_000) / 10 }

// styleTitle is what a style is called on screen.
func styleTitle(words *translations.Catalogue, s press.HouseStyle) string {
	switch {
	case !s.Own:
		return words.Say("style."+s.Name, nil)
	case s.Title != "":
		return s.Title
	}
	return s.Name
}

func (p *program) styleCommand() *cobra.Command {
	cmd := p.command("style COMMAND", nil, func(cmd *cobra.Command, _ []string) error { return wrongUse(cmd) })
	cmd.AddCommand(p.styleList(), p.styleShow(), p.exportOwn("command.style_export", "style_export.done", press.StyleFile), p.styleAdd(), p.removeOwn("command.style_remove", "style_remove.done", press.RemoveStyle))
	return cmd
}

func (p *program) styleList() *cobra.Command {
	cmd := p.subcommand("command.style_list", "list FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			all, err := press.Styles(cmd.Context(), f)
			if err != nil {
				return err
			}
			rows := make([]shownStyle, len(all))
			for i, s := range all {
				rows[i] = p.showStyle(s)
			}
			return p.answer(cmd, rows, func() { p.tellStyles(rows) })
		})
	})
	return p.addJSONFlag(cmd)
}

func (p *program) tellStyles(rows []shownStyle) {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.Name))
	}
	for _, r := range rows {
		about := r.Title
		if r.Own {
			about += " · " + p.words.Say("command.style_list.own", nil)
		}
		fmt.Fprintf(p.out, "%-*s  %s\n", width, r.Name, about)
		if r.Problem != "" {
			fmt.Fprintln(p.err, "• "+r.Problem)
		}
	}
}

func (p *program) styleShow() *cobra.Command {
	cmd := p.subcommand("command.style_show", "show FILE NAME", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			s, err := press.Style(cmd.Context(), f, args[1])
			if err != nil {
				return err
			}
			_, shipped := styles.File(s.Name)
			shown := p.showStyle(press.HouseStyle{Style: s, Own: !shipped})
			return p.answer(cmd, shown, func() { p.tellStyle(shown) })
		})
	})
	return p.addJSONFlag(cmd)
}

func (p *program) tellStyle(s shownStyle) {
	p.tellStyles([]shownStyle{s})
	p.say("style_show.page", bulletin.Args{"width": s.WidthMM, "height": s.HeightMM, "columns": s.Columns, "column": s.ColumnMM})
	p.say("style_show.body", bulletin.Args{"face": s.BodyFace, "size": s.BodySize, "leading": s.Leading})
	if s.BasedOn != "" {
		p.say("style_show.based_on", bulletin.Args{"base": s.BasedOn})
	}
}

func (p *program) styleAdd() *cobra.Command {
	var name string
	cmd := p.subcommand("command.style_add", "add FILE STYLE.toml", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		raw, err := reception.Read(args[1])
		if err != nil {
			return err
		}
		name := nameOr(name, args[1])
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			s, err := press.AddStyle(cmd.Context(), f, name, raw)
			if err != nil {
				return err
			}
			return p.answer(cmd, p.showStyle(press.HouseStyle{Style: s, Own: true}), func() {
				p.say("style_add.done", bulletin.Args{"name": name})
			})
		})
	})
	cmd.Flags().StringVar(&name, "name", "", p.words.Say("command.style_add.flag.name", nil))
	return p.addJSONFlag(cmd)
}
