package sample_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"bantin/sample"
)

func TestStoppedCreateLeavesNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.bantin")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	_, _, err := sample.Create(ctx, path, func(int, int) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped after the first picture: %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a part of the sample was left: %v", err)
	}
}
