//go:build unix && !linux

package storage_test

import (
	"errors"
	"syscall"
)

func ownMounts() []*syscall.SysProcAttr { return []*syscall.SysProcAttr{nil} }

func mountSmallDisk(string) error { return errors.ErrUnsupported }
