package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// say prints a sentence of the catalogue to standard output.
func (p *program) say(key string, args bulletin.Args) {
	fmt.Fprintln(p.out, p.words.Say("command."+key, args))
}

// longestName is how many letters of a headline or a name stand in a line for
// people; JSON has them whole.
const longestName = 100

// short is a headline or name as it stands in a line among others: one that is
// longer is cut behind a word.
func short(name string) string {
	kept, _ := shortFound(name, nil)
	return kept
}

// shortFound is short, with the places of what was found in the part that is
// left.
func shortFound(name string, found []storage.Span) (string, []storage.Span) {
	letters := []rune(name)
	if len(letters) <= longestName {
		return name, found
	}
	kept := string(letters[:longestName-1])
	if space := strings.LastIndexFunc(kept, unicode.IsSpace); space > len(kept)/2 {
		kept = kept[:space]
	}
	kept = strings.TrimRightFunc(kept, unicode.IsSpace)
	outside := func(s storage.Span) bool { return s.End > len(kept) }
	return kept + "…", slices.DeleteFunc(slices.Clone(found), outside)
}

// writeJSON prints v, indented, with letters as letters.
func (p *program) writeJSON(v any) error {
	raw, err := bulletin.CanonicalJSON(v)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, raw, "", "  "); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	b.WriteByte('\n')
	_, err = p.data.Write(b.Bytes())
	return err
}

// answer prints v as JSON when the command was asked for it, and otherwise
// lets tell say it in words.
func (p *program) answer(cmd *cobra.Command, v any, tell func()) error {
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		return p.writeJSON(v)
	}
	tell()
	return nil
}

// answerEach is answer for a list of any length: it is written row by row, as
// writeJSON would write all of it.
func answerEach[T, R any](p *program, cmd *cobra.Command, all []T, row func(T) R, tell func()) error {
	if asJSON, _ := cmd.Flags().GetBool("json"); !asJSON {
		tell()
		return nil
	}
	if len(all) == 0 {
		return p.writeJSON([]R{})
	}
	var b bytes.Buffer
	before := "[\n  "
	for _, one := range all {
		raw, err := bulletin.CanonicalJSON(row(one))
		if err != nil {
			return err
		}
		b.WriteString(before)
		before = ",\n  "
		if err := json.Indent(&b, raw, "  ", "  "); err != nil {
			return fmt.Errorf("write JSON: %w", err)
		}
		if b.Len() < jsonAtOnce {
			continue
		}
		if _, err := b.WriteTo(p.data); err != nil {
			return err
		}
	}
	b.WriteString("\n]\n")
	_, err := b.WriteTo(p.data)
	return err
}

// jsonAtOnce is how many bytes of a long list are gathered before they are
// written.
const jsonAtOnce = 64 << 10

// addJSONFlag gives a command its --json.
func (p *program) addJSONFlag(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().Bool("json", false, p.words.Say("command.flag.json", nil))
	return cmd
}

// tellFindings prints findings to standard error, one a line.
func (p *program) tellFindings(findings []bulletin.Finding) {
	for _, f := range findings {
		fmt.Fprintln(p.err, "• "+p.words.Finding(f))
	}
}

// progress shows how much of a long work is done, on a terminal only, in a
// line that is wiped when the work ends.
func (p *program) progress(key string) (show func(done, total int), end func()) {
	if !isTerminal(p.err) {
		return func(int, int) {}, func() {}
	}
	width := 0
	show = func(done, total int) {
		line := p.words.Say("command.progress."+key, bulletin.Args{"done": done, "total": total})
		width = max(width, len([]rune(line)))
		fmt.Fprintf(p.terminal, "\r%-*s", width, plainText(line))
	}
	end = func() {
		if width > 0 {
			fmt.Fprintf(p.terminal, "\r%s\r", strings.Repeat(" ", width))
		}
	}
	return show, end
}

// isPlainTerminal reports that whoever sits at the terminal wants no escapes on
// it (no-color.org), or that it knows none.
func isPlainTerminal() bool { return os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" }

func isTerminal(w io.Writer) bool {
	if plain, ok := w.(plainly); ok {
		w = plain.to
	}
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
