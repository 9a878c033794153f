package command

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

// exchanged is what newsroom --json says of each exchange.
type exchanged struct {
	Time      time.Time  `json:"time"`
	Published string     `json:"published"` // the file that was published, "" when there was nothing new
	Received  []fromFile `json:"received"`
	Skipped   []refusal  `json:"skipped"`
	Left      []refusal  `json:"left"`
}

type fromFile struct {
	File string `json:"file"`
	From string `json:"from"`
	received
}

func (p *program) newsroomCommand() *cobra.Command {
	cmd := p.command("newsroom FILE FOLDER", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		name, _ := cmd.Flags().GetString("name")
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			chosen := name != ""
			if !chosen {
				var err error
				if name, err = newsroom.NameFor(cmd.Context(), f, args[1], author(cmd.Context(), f)); err != nil {
					return err
				}
			}
			if every, _ := cmd.Flags().GetDuration("every"); every < time.Second {
				return bulletin.NewTrouble("every_too_short", bulletin.Args{"every": every.String()}, nil)
			}
			room, err := newsroom.Join(cmd.Context(), f, args[1], name)
			if err != nil {
				return err
			}
			if chosen {
				if err := room.KeepName(cmd.Context()); err != nil {
					return err
				}
			}
			if once, _ := cmd.Flags().GetBool("once"); once {
				return p.exchangeOnce(cmd, f, room)
			}
			return p.exchangeAlways(cmd, f, room)
		})
	})
	cmd.Flags().Bool("once", false, p.words.Say("command.flag.once", nil))
	cmd.Flags().String("name", "", p.words.Say("command.flag.newsroom_name", nil))
	cmd.Flags().Duration("every", newsroom.Every, p.words.Say("command.flag.every", nil))
	return p.addJSONFlag(cmd)
}

func (p *program) exchangeOnce(cmd *cobra.Command, f *storage.File, room *newsroom.Newsroom) error {
	show, end := p.progress("newsroom")
	e, err := room.Exchange(cmd.Context(), show)
	end()
	if err != nil {
		return err
	}
	answer, err := p.exchangedOf(cmd, f, e)
	if err != nil {
		return err
	}
	if err := p.answer(cmd, answer, func() { p.tellExchanged(answer, true) }); err != nil {
		return err
	}
	if answer.hasTrouble() {
		return errTroubleFound
	}
	return nil
}

// exchangeAlways goes on until the program is told to end. A folder that is
// gone for a while is said once.
func (p *program) exchangeAlways(cmd *cobra.Command, f *storage.File, room *newsroom.Newsroom) error {
	asJSON, _ := cmd.Flags().GetBool("json")
	every, _ := cmd.Flags().GetDuration("every")
	said := ""
	var failed error
	heard := func(e newsroom.Exchanged, err error) {
		if err != nil {
			if sentence := p.words.Explain(err); sentence != said {
				said = sentence
				fmt.Fprintln(p.err, sentence)
			}
			return
		}
		said = ""
		answer, err := p.exchangedOf(cmd, f, e)
		if err != nil {
			failed = err
			return
		}
		if !asJSON {
			p.tellExchanged(answer, false)
		} else if err := p.writeJSON(answer); err != nil {
			failed = err
		}
	}
	p.exchanges.Store(true)
	room.Run(cmd.Context(), every, nil, heard)
	cmd.SetContext(context.WithoutCancel(cmd.Context())) // told to end: this is still to be done
	heard(room.Leave(cmd.Context()))
	return failed
}

func (p *program) exchangedOf(cmd *cobra.Command, f *storage.File, e newsroom.Exchanged) (exchanged, error) {
	answer := exchanged{
		Time: time.Now().UTC().Truncate(time.Second), Published: e.Published,
		Received: []fromFile{}, Skipped: []refusal{}, Left: p.refusals(e.Left),
	}
	for _, r := range e.Received {
		came, err := p.receivedOf(cmd, f, r.Received)
		if err != nil {
			return answer, err
		}
		answer.Received = append(answer.Received, fromFile{r.File, r.From, came})
	}
	for _, s := range e.Skipped {
		answer.Skipped = append(answer.Skipped, refusal{s.File, p.words.Explain(s.Why), s.File})
	}
	return answer, nil
}

func (p *program) refusals(all []storage.Refused) []refusal {
	list := []refusal{}
	for _, r := range all {
		list = append(list, refusal{r.What, p.words.Explain(r.Why), r.Why.Key})
	}
	return list
}

func (e *exchanged) hasTrouble() bool {
	for _, r := range e.Received {
		if len(r.Conflicts)+len(r.Refused) > 0 {
			return true
		}
	}
	return len(e.Skipped)+len(e.Left) > 0
}

// tellExchanged says what came and went; quiet exchanges are passed over but
// for those that somebody asked for.
func (p *program) tellExchanged(e exchanged, asked bool) {
	for _, r := range e.Received {
		from := r.From
		if from == "" {
			from = r.File
		}
		if r.NewRevisions+r.NewPhotos > 0 {
			p.say("newsroom.received", bulletin.Args{"from": from, "what": p.came(r.NewArticles, r.NewIssues, r.NewRevisions, r.NewPhotos)})
		}
		p.tellMended(r.Mended)
		if len(r.Conflicts) > 0 {
			p.say("newsroom.conflicts", bulletin.Args{"n": len(r.Conflicts)})
		}
		p.tellRefused(r.Refused)
	}
	if e.Published != "" {
		p.say("newsroom.published", bulletin.Args{"file": e.Published})
	}
	for _, s := range append(e.Skipped, e.Left...) {
		fmt.Fprintln(p.err, "• "+s.named())
	}
	if asked && len(e.Received) == 0 && e.Published == "" {
		p.say("newsroom.quiet", nil)
	}
}
