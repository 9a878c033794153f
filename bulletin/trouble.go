package bulletin

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Args are the facts that a sentence of the catalogue needs: {"file": "a.jpg"}.
type Args map[string]any

// Trouble is an error meant for a person. Key names its sentence in
// assets/translations (below "trouble."), which says what happened and what to
// do; Args fill the sentence; Cause, which may be nil, is for the log.
type Trouble struct {
	Key   string
	Args  Args
	Cause error
}

// NewTrouble returns an error that the command line and the desk can show in
// the user's own language.
func NewTrouble(key string, args Args, cause error) *Trouble {
	return &Trouble{Key: key, Args: args, Cause: cause}
}

// Error is the plain form for logs and tests; people are shown the sentence.
func (t *Trouble) Error() string {
	var b strings.Builder
	b.WriteString(t.Key)
	names := make([]string, 0, len(t.Args))
	for name := range t.Args {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%v", name, t.Args[name])
	}
	if t.Cause != nil {
		fmt.Fprintf(&b, ": %v", t.Cause)
	}
	return b.String()
}

// Unwrap gives the cause to errors.Is and errors.As.
func (t *Trouble) Unwrap() error { return t.Cause }

// TroubleKey returns the catalogue key of the first Trouble in err's chain,
// or "" when there is none.
func TroubleKey(err error) string {
	var t *Trouble
	if errors.As(err, &t) {
		return t.Key
	}
	return ""
}
