package merge

import (
	"fmt"
	"maps"
	"slices"

	"bantin/bulletin"
)

// Conflict is one thing that two sides changed differently.
type Conflict struct {
	// Field names what it is: a field as in JSON ("headline"), "body" for a
	// paragraph or a sentence of it, or a path ("photos/p1/caption",
	// "slots/ID/page", "imprint/licence"); FieldDeleted where one side deleted
	// what the other changed.
	Field string `json:"field"`
	// Nth counts the conflicts of one field from the second one on: 2, 3, …
	Nth int `json:"nth,omitempty"`
	// Block is the place in the merged body, -1 where that does not apply.
	Block  int    `json:"block"`
	Base   string `json:"base"`   // before both; "" for nothing
	Ours   string `json:"ours"`   // "" for taken out
	Theirs string `json:"theirs"` // "" for taken out
	// Shown is the side that the merged text shows meanwhile.
	Shown Side `json:"shown"`
	// CanBoth: both may be kept, one after the other.
	CanBoth bool `json:"can_both"`
	// NoBase: what was before was contested itself, so that Base cannot be taken.
	NoBase bool `json:"no_base,omitempty"`
	// Head is the version that theirs comes from; "" for a deletion.
	Head bulletin.RevisionID `json:"head"`
	// OursHead is the version that ours comes from, once Origins has told.
	OursHead bulletin.RevisionID `json:"ours_head"`
	// Turned: ours and theirs have changed places since Heads (see Turn).
	Turned bool `json:"-"`
	// Mine: of all versions that stand against each other at this place, ours is
	// the one that was written in this file. Only the file can tell.
	Mine bool `json:"-"`
}

// other is the side that is not shown.
func (c Conflict) other() Side {
	if c.Shown == Theirs {
		return Ours
	}
	return Theirs
}

// Key names the conflict among those of its article or issue.
func (c Conflict) Key() string {
	if c.Nth == 0 {
		return c.Field
	}
	return fmt.Sprintf("%s#%d", c.Field, c.Nth)
}

// Contested is the Key of a conflict among the facts of a trouble, where it is said
// as people call it.
type Contested string

// Side is one of the texts of a conflict.
type Side string

// The sides.
const (
	Ours   Side = "ours"
	Theirs Side = "theirs"
	Base   Side = "base"
	Both   Side = "both"
)

// Sides lists every side.
func Sides() []Side { return []Side{Ours, Theirs, Base, Both} }

// Choices says which side is taken, by Conflict.Key.
type Choices map[string]Side

// ChoiceError is a choice that cannot be made: there is no such conflict, the
// two sides cannot both be kept, or what was before them was contested itself.
type ChoiceError struct {
	Key  string
	Side Side

	unasked bool // it was of no use
}

func (e *ChoiceError) Error() string {
	return fmt.Sprintf("conflict %q cannot be settled by %q", e.Key, e.Side)
}

// ContradictionError is choices for one field that take two values.
type ContradictionError struct{ Field, One, Other string }

func (e *ContradictionError) Error() string {
	return fmt.Sprintf("%s cannot be both %q and %q", e.Field, e.One, e.Other)
}

// judge decides what becomes of things that both sides changed: by choice, or
// by showing one side and noting the conflict. For a common ancestor that is
// merged itself (virtual) neither side is right: what was contested there
// becomes a text that is like no other.
type judge struct {
	virtual   bool
	choices   Choices
	made      map[string]bool
	seen      map[string]int // conflicts of a field so far
	asked     int
	head      bulletin.RevisionID // that is being merged
	conflicts []Conflict
	wrong     error
	answers   map[string]*answer // of fields with one value
	memory    memory
	said      memory          // by heads that have been merged, whether it was asked for or not
	whole     map[string]bool // places of which the texts were set side by side whole
	scope     string          // where in the text what is merged stands
}

// answer is what was asked so far about a field with one value, by the heads
// that have been merged.
type answer struct {
	values map[string]bool // that stood against each other
	taken  *string         // that was chosen in place of another one
}

func newJudge(choices Choices) *judge {
	return &judge{choices: choices, made: map[string]bool{}, seen: map[string]int{}, answers: map[string]*answer{}, memory: memory{}, said: memory{}, whole: map[string]bool{}}
}

// wasAsked reports that heads before had different values of a field with one
// value. What was chosen then may be the base, which the next head does not
// change unasked.
func (j *judge) wasAsked(field string) bool { return j.answers[j.scope+field] != nil }

// knows reports a value that stood against another one before: a head that has
// it, too, asks nothing new.
func (j *judge) knows(field, value string) bool {
	a := j.answers[j.scope+field]
	return a != nil && a.values[value]
}

// note remembers what was asked, and refuses to take two values at once.
func (j *judge) note(c contested, key string, side Side) {
	if !c.single {
		return
	}
	a := j.answers[j.scope+c.field]
	if a == nil {
		a = &answer{values: map[string]bool{}}
		j.answers[j.scope+c.field] = a
	}
	a.values[c.ours], a.values[c.theirs] = true, true
	value := c.theirs
	switch {
	case !j.made[key] || side != Theirs && side != Base:
		return
	case side == Base:
		value = c.base
	}
	if a.taken != nil && *a.taken != value {
		j.wrong = &ContradictionError{c.field, *a.taken, value}
	}
	a.taken = &value
}

// contested is what a judge is asked about; values as people read them.
type contested struct {
	field              string
	base, ours, theirs string
	shown              Side // Ours if empty
	canBoth            bool
	noBase             bool // the base is novel
	half               bool // one side took it out: both is what the other has, which an answer to an earlier conflict may bring about
	single             bool // a field with one value, whichever head it comes from
}

// neither is the answer of a virtual judge.
const neither Side = ""

func (j *judge) decide(c contested) Side {
	j.asked++
	if j.virtual {
		return neither
	}
	if c.shown == "" {
		c.shown = Ours
	}
	j.seen[c.field]++
	conflict := Conflict{
		Field: c.field, Block: -1, Base: c.base, Ours: c.ours, Theirs: c.theirs, Shown: c.shown, CanBoth: c.canBoth, NoBase: c.noBase, Head: j.head,
	}
	if n := j.seen[c.field]; n > 1 {
		conflict.Nth = n
	}
	key := conflict.Key()
	side, chosen := j.choices[key]
	if !chosen {
		j.conflicts = append(j.conflicts, conflict)
		j.note(c, key, c.shown)
		return c.shown
	}
	j.made[key] = true
	j.note(c, key, side)
	if !slices.Contains(Sides(), side) || side == Both && !c.canBoth && !c.half || side == Base && c.noBase {
		j.wrong = &ChoiceError{Key: key, Side: side}
		return c.shown
	}
	return side
}

// unanswerable is the first choice that was of no use.
func (j *judge) unanswerable() error {
	if j.wrong != nil {
		return j.wrong
	}
	for _, key := range slices.Sorted(maps.Keys(j.choices)) {
		if !j.made[key] {
			return &ChoiceError{key, j.choices[key], true}
		}
	}
	return nil
}
