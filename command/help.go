package command

import (
	"errors"
	"fmt"
	"runtime/debug"
	"text/template"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"bantin/bulletin"
)

// translate gives cobra's own texts the user's language.
func (p *program) translate(root *cobra.Command) {
	say := func(key string) string { return p.words.Say("command.help."+key, nil) }
	pad := func(s string, width int) string { return fmt.Sprintf("%-*s", width, s) }
	// Not cobra's own template: what that calls is the same for all programs.
	usage := template.Must(template.New("usage").Funcs(template.FuncMap{
		"flagLines": p.flagLines, "usesItself": usesItself, "pad": pad,
	}).Parse(say("usage") + `:
{{if .HasAvailableSubCommands}}  {{.CommandPath}} ` + say("command_word") + `
{{end}}{{if usesItself .}}  {{.UseLine}}
{{end}}{{if .HasAvailableSubCommands}}
` + say("commands") + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{pad .Name .NamePadding}} {{.Short}}{{end}}{{end}}
{{end}}{{if .HasAvailableLocalFlags}}
` + say("flags") + `:
{{flagLines .LocalFlags}}
{{end}}{{if .HasAvailableInheritedFlags}}
` + say("global_flags") + `:
{{flagLines .InheritedFlags}}
{{end}}{{if .HasAvailableSubCommands}}
` + say("more") + `
{{end}}`))
	root.SetUsageFunc(func(cmd *cobra.Command) error { return usage.Execute(cmd.OutOrStderr(), cmd) })
	root.SetHelpTemplate(`{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`)
	root.SetVersionTemplate("Bản Tin {{.Version}}\n")
	root.SetHelpCommand(p.helpCommand(root))
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = say("version_flag")
	root.PersistentFlags().BoolP("help", "h", false, say("help_flag"))
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		key, flag := wrongFlag(err)
		return bulletin.NewTrouble(key, bulletin.Args{"use": cmd.UseLine(), "flag": flag}, err)
	})
}

// usesItself reports a command that does something without the name of another
// one behind it. Those that only hold others give their own --json to none.
func usesItself(cmd *cobra.Command) bool {
	return !cmd.HasAvailableSubCommands() || !cmd.HasParent() || cmd.LocalNonPersistentFlags().Lookup("json") != nil
}

// wrongFlag finds the flag that a parser's error is about, and the trouble with
// it.
func wrongFlag(err error) (key, flag string) {
	var value *pflag.InvalidValueError
	if errors.As(err, &value) {
		return "command_flag_value", "--" + value.GetFlag().Name + "=" + value.GetValue()
	}
	var needs *pflag.ValueRequiredError
	if errors.As(err, &needs) {
		return "command_flag_bare", "--" + needs.GetSpecifiedName()
	}
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		return "command_flag", "--" + unknown.GetSpecifiedName()
	}
	return "command_flag", err.Error()
}

func (p *program) helpCommand(root *cobra.Command) *cobra.Command {
	help := p.command("help [COMMAND]", cobra.ArbitraryArgs, func(_ *cobra.Command, args []string) error {
		cmd, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return bulletin.NewTrouble("command_unknown", bulletin.Args{"command": args[0]}, err)
		}
		return cmd.Help()
	})
	return help
}

// version is the release that was built, or the revision of a working tree.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return release
}

// release is the version in FyneApp.toml; a test keeps the two alike.
const release = "0.1.0"
