// Package command is the program without a window: the commands of the
// command line, for scripts, servers and tests. Every command prints a
// sentence for people, or JSON with --json, and ends with one of the exit
// codes below; errors go to standard error in the user's language.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"

	"github.com/spf13/cobra"

	"bantin/assets/translations"
	"bantin/bulletin"
)

// The exit codes of the program.
const (
	Done         = 0 // it was done
	TroubleFound = 1 // it was done, and found damage, conflicts or the like
	NotDone      = 2 // it could not be done
)

// Desk opens the desk on a drafts file, or on the start screen when path is
// "", in the language that --lang asks for, "" for the one chosen in it, and
// gives the exit code when the window is closed.
type Desk func(path string, asked translations.Language) int

// errTroubleFound ends a command with the exit code TroubleFound after it has
// said everything itself.
var errTroubleFound = errors.New("trouble found")

// program is what the commands share.
type program struct {
	in       io.Reader
	out, err io.Writer // what people read
	data     io.Writer // out for programs: JSON, as it is
	terminal io.Writer // err for lines that are written over
	words    *translations.Catalogue
	desk     Desk
	deskCode int

	untilClosed atomic.Bool // the desk is open
	exchanges   atomic.Bool // a newsroom's last exchange is still to come
}

// Run carries out a command line, without the program's name, and gives the
// exit code.
func Run(args []string, in io.Reader, out, errOut io.Writer, desk Desk) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	p := &program{in: in, out: plainly{out}, err: plainly{errOut}, data: out, terminal: errOut, words: translations.For(language(args)), desk: desk}
	over := make(chan struct{})
	defer close(over)
	go p.insist(ctx, stop, over)
	spareMemory(garbageShare)
	root := p.root()
	root.PersistentPreRunE = knownLanguage
	root.SetArgs(searchWords(root, args))
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	return p.exitCode(root.ExecuteContext(ctx))
}

func (p *program) exitCode(err error) int {
	switch {
	case err == nil:
		return p.deskCode
	case errors.Is(err, errTroubleFound):
		return TroubleFound
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.err, p.words.Say("trouble.cancelled", nil))
	default:
		fmt.Fprintln(p.err, p.words.Explain(err))
	}
	return NotDone
}

// knownLanguage refuses a --lang that the program does not speak.
func knownLanguage(cmd *cobra.Command, _ []string) error {
	asked, err := cmd.Flags().GetString("lang")
	if err == nil && asked != "" && !slices.Contains(translations.Languages(), translations.Language(asked)) {
		return bulletin.NewTrouble("lang_unknown", bulletin.Args{"lang": asked}, nil)
	}
	return nil
}

// language is needed before the flags are parsed, because the help texts are
// in it: --lang, then the environment.
func language(args []string) translations.Language {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return translations.Parse(value)
		}
		if arg == "--lang" && i+1 < len(args) {
			return translations.Parse(args[i+1])
		}
	}
	return translations.Preferred()
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "bantin [FILE]",
		Short:         p.words.Say("command.root.short", nil),
		Long:          p.words.Say("command.root.long", nil),
		Version:       version(),
		Args:          p.atMostOneFile,
		SilenceErrors: true,
		SilenceUsage:  true,

		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			p.untilClosed.Store(true)
			asked, _ := cmd.Flags().GetString("lang") // it is known by now
			p.deskCode = p.desk(strings.Join(args, ""), translations.Language(asked))
			return nil
		},
	}
	root.PersistentFlags().String("lang", "", p.words.Say("command.flag.lang", nil))
	root.CompletionOptions.DisableDefaultCmd = true
	p.translate(root)
	root.AddCommand(
		p.newCommand(), p.importCommand(), p.listCommand(), p.showCommand(), p.editCommand(),
		p.searchCommand(), p.logCommand(), p.diffCommand(), p.deleteCommand(), p.restoreCommand(), p.mergeCommand(), p.settleCommand(), p.sendCommand(), p.issueCommand(), p.officeCommand(), p.styleCommand(), p.rulesCommand(), p.preflightCommand(), p.exportCommand(),
		p.sampleCommand(), p.checkCommand(), p.salvageCommand(), p.rebuildCommand(), p.backupCommand(), p.publishCommand(), p.newsroomCommand(),
	)
	p.translateUses(root)
	return root
}

// atMostOneFile tells a mistyped command from a drafts file to open.
func (p *program) atMostOneFile(_ *cobra.Command, args []string) error {
	if len(args) > 1 || len(args) == 1 && !looksLikeFile(args[0]) {
		return bulletin.NewTrouble("command_unknown", bulletin.Args{"command": args[0]}, nil)
	}
	return nil
}

func looksLikeFile(arg string) bool {
	_, err := os.Stat(arg)
	return err == nil || strings.ContainsAny(arg, `./\`)
}

// command builds a subcommand whose texts stand in the catalogue under
// "command.NAME.short" and "command.NAME.long".
func (p *program) command(use string, args cobra.PositionalArgs, run func(cmd *cobra.Command, args []string) error) *cobra.Command {
	name, _, _ := strings.Cut(use, " ")
	return &cobra.Command{
		Use:   use,
		Short: p.words.Say("command."+name+".short", nil),
		Long:  p.words.Say("command."+name+".long", nil),
		Args:  args,
		RunE:  run,

		DisableFlagsInUseLine: true, // the flags are listed below it
	}
}

// subcommand is command for one below another, whose texts stand under
// key.
func (p *program) subcommand(key, use string, args cobra.PositionalArgs, run func(cmd *cobra.Command, args []string) error) *cobra.Command {
	cmd := p.command(use, args, run)
	cmd.Short, cmd.Long = p.words.Say(key+".short", nil), p.words.Say(key+".long", nil)
	return cmd
}

// exactly asks for n arguments.
func (p *program) exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return wrongUse(cmd)
		}
		return nil
	}
}

// between asks for some number of arguments.
func (p *program) between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return wrongUse(cmd)
		}
		return nil
	}
}

// atLeast asks for n arguments or more.
func (p *program) atLeast(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return wrongUse(cmd)
		}
		return nil
	}
}

func wrongUse(cmd *cobra.Command) error {
	return bulletin.NewTrouble("command_use", bulletin.Args{"use": cmd.UseLine()}, nil)
}
