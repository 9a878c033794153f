package command

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

// backupFacts is what backup --json says of a backup.
type backupFacts struct {
	Number  int       `json:"number"`
	Path    string    `json:"path"`
	Source  string    `json:"source"`
	Time    time.Time `json:"time"`
	Reason  string    `json:"reason"`
	Bytes   int64     `json:"bytes"`
	Damaged bool      `json:"damaged"`
}

func factsOfBackup(number int, b storage.Backup) backupFacts {
	return backupFacts{number, b.Path, b.Source, b.Time, string(b.Reason), b.Bytes, b.Damaged}
}

func (p *program) backupCommand() *cobra.Command {
	cmd := p.command("backup FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error { return p.backUp(cmd, f) })
	})
	p.addJSONFlag(cmd)
	cmd.AddCommand(p.backupListCommand(), p.backupRestoreCommand())
	return cmd
}

func (p *program) backUp(cmd *cobra.Command, f *storage.File) error {
	show, end := p.progress("backup")
	b, err := f.BackUp(cmd.Context(), storage.BackupAsked, show)
	end()
	if err != nil {
		return err
	}
	err = p.answer(cmd, factsOfBackup(1, b), func() {
		p.say("backup.done", bulletin.Args{"file": f.Path(), "backup": b.Path})
	})
	if err == nil && b.Damaged {
		fmt.Fprintln(p.err, p.words.Say("command.backup.damaged", bulletin.Args{"file": f.Path()}))
		return errTroubleFound
	}
	return err
}

func (p *program) backupListCommand() *cobra.Command {
	cmd := p.subcommand("command.backup_list", "list [FILE]", cobra.MaximumNArgs(1), func(cmd *cobra.Command, args []string) error {
		all, err := backupsOf(args)
		if err != nil {
			return err
		}
		facts := make([]backupFacts, len(all))
		for i, b := range all {
			facts[i] = factsOfBackup(i+1, b)
		}
		if len(all) == 0 && len(args) > 0 {
			others, err := storage.AllBackups()
			if err != nil {
				return err
			}
			return p.answer(cmd, facts, func() { p.tellOtherBackups(args[0], others) })
		}
		return p.answer(cmd, facts, func() { p.tellBackups(all, len(args) == 0) })
	})
	return p.addJSONFlag(cmd)
}

func backupsOf(args []string) ([]storage.Backup, error) {
	if len(args) == 0 {
		return storage.AllBackups()
	}
	return storage.Backups(args[0])
}

// tellOtherBackups says that a file has no backups, and which other files have:
// one that is lost may have had another name when it was backed up.
func (p *program) tellOtherBackups(file string, others []storage.Backup) {
	if len(others) == 0 {
		p.tellBackups(nil, false)
		return
	}
	p.say("backup.none_of", bulletin.Args{"file": file})
	var newest []storage.Backup
	for _, b := range others {
		if !slices.ContainsFunc(newest, func(n storage.Backup) bool { return n.Source == b.Source }) {
			newest = append(newest, b)
		}
	}
	p.tellBackups(newest, true)
}

// tellBackups prints one backup a line; of every file, with its path, which
// restoring from then on goes by.
func (p *program) tellBackups(all []storage.Backup, everyFile bool) {
	if len(all) == 0 {
		p.say("backup.none", bulletin.Args{"folder": storage.BackupFolder()})
		return
	}
	for i, b := range all {
		note := p.words.Say("command.backup.reason."+string(b.Reason), nil)
		if b.Damaged {
			note += ", " + p.words.Say("command.backup.reason.damaged", nil)
		}
		if b.Elsewhere && !everyFile {
			note += ", " + p.words.Say("command.backup.elsewhere", bulletin.Args{"file": b.Source})
		}
		if everyFile {
			fmt.Fprintf(p.out, "%s  %8s  %s\n    %s\n    %s\n", b.Time.Format("2006-01-02 15:04:05"), p.megabytes(b.Bytes), note, b.Source, b.Path)
			continue
		}
		fmt.Fprintf(p.out, "%3d  %s  %8s  %s\n", i+1, b.Time.Format("2006-01-02 15:04:05"), p.megabytes(b.Bytes), note)
	}
}

// megabytes writes a size as people of that language do: 16,4 MB.
func (p *program) megabytes(bytes int64) string { return p.words.Fixed(float64(bytes)/1e6, 1) + " MB" }

func (p *program) backupRestoreCommand() *cobra.Command {
	cmd := p.subcommand("command.backup_restore", "restore FILE BACKUP", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		b, err := storage.FindBackup(args[0], args[1])
		if err != nil {
			return err
		}
		to, _ := cmd.Flags().GetString("out")
		if to == "" {
			to = args[0]
		}
		show, end := p.progress("backup")
		restore := storage.RestoreBackup
		if even, _ := cmd.Flags().GetBool("even-damaged"); even {
			restore = storage.RestoreDamagedBackup
		}
		var aside string
		var damage []storage.Damage
		err = newsroom.KeepPart(cmd.Context(), to, func() (err error) {
			aside, damage, err = restore(cmd.Context(), b.Path, to, show)
			return err
		})
		end()
		if err != nil {
			return err
		}
		answer := map[string]any{"file": to, "backup": b.Path, "set_aside": aside, "damage": p.damageRows(damage)}
		return p.answerDamage(cmd, answer, damage, func() {
			p.say("backup.restored", bulletin.Args{"file": to, "time": bulletin.Moment(b.Time)})
			if aside != "" {
				p.say("backup.aside", bulletin.Args{"file": aside})
			}
		})
	})
	cmd.Flags().StringP("out", "o", "", p.words.Say("command.backup.flag.out", nil))
	cmd.Flags().Bool("even-damaged", false, p.words.Say("command.backup.flag.even_damaged", nil))
	return p.addJSONFlag(cmd)
}
