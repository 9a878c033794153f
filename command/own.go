package command

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
	"bantin/storage"
)

// What an office keeps of its own in the drafts file, house styles and rule sets,
// goes in and out as files in one way.

// exportOwn is the command that writes one of them into a file, word for word.
func (p *program) exportOwn(key, done string, file func(ctx context.Context, f *storage.File, name string) ([]byte, error)) *cobra.Command {
	cmd := p.subcommand(key, "export FILE NAME OUT.toml", p.exactly(3), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			raw, err := file(cmd.Context(), f, args[1])
			if err != nil {
				return err
			}
			if !strings.EqualFold(filepath.Ext(args[2]), ".toml") && isFile(args[2]) {
				return bulletin.NewTrouble("export_over_other", bulletin.Args{"file": args[2]}, nil)
			}
			err = atomicfile.Write(args[2], func(w io.Writer) error {
				_, err := w.Write(raw)
				return err
			})
			if err != nil {
				return err
			}
			return p.answer(cmd, map[string]any{"name": args[1], "out": args[2]}, func() {
				p.say(done, bulletin.Args{"name": args[1], "out": args[2]})
			})
		})
	})
	return p.addJSONFlag(cmd)
}

// removeOwn is the command that takes one of them out of the drafts file.
func (p *program) removeOwn(key, done string, remove func(ctx context.Context, f *storage.File, name string) error) *cobra.Command {
	cmd := p.subcommand(key, "remove FILE NAME", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			if err := remove(cmd.Context(), f, args[1]); err != nil {
				return err
			}
			return p.answer(cmd, map[string]any{"name": args[1]}, func() {
				p.say(done, bulletin.Args{"name": args[1]})
			})
		})
	})
	return p.addJSONFlag(cmd)
}

// nameOr is the name that was given, or else that of the file without its ending.
func nameOr(name, path string) string {
	if name != "" {
		return name
	}
	base := filepath.Base(path)
	return strings.ToLower(strings.TrimSuffix(base, filepath.Ext(base)))
}

// isFile reports whether something stands at path already.
func isFile(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
