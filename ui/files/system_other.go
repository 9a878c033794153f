//go:build !linux && !windows

package files

import (
	"errors"

	"fyne.io/fyne/v2"
)

func mayHaveSystem() bool { return false }

func hasSystem() bool { return false }

func ownerOf(fyne.Window) (owner string) { return "" }

func askSystem(string, Question) ([]string, error) { return nil, errors.ErrUnsupported }
