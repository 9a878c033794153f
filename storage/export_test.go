package storage

// SetSteps lets a test open files with another set of migrations, and gives
// back how to undo that.
func SetSteps(change func(steps []string) []string) (undo func()) {
	before := steps
	steps = change(append([]string(nil), steps...))
	return func() { steps = before }
}

// Version is the newest version of the format.
func Version() int { return len(steps) }
