package reception

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

	"bantin/bulletin"
	"bantin/internal/regular"
)

// LargestInput is the largest file that is read, in bytes. It keeps a slip of
// the hand (a film, a disk image) from filling the memory; pictures and texts
// have lower limits of their own.
const LargestInput = 200 << 20

// Read reads a file that somebody named. Troubles: input_missing,
// input_is_folder, not_a_file, input_too_large, input_unreadable.
func Read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, inputTrouble(path, err)
	}
	if info.Mode().IsRegular() && info.Size() > LargestInput {
		return nil, bulletin.NewTrouble("input_too_large", bulletin.Args{"file": path, "mb": LargestInput >> 20}, nil)
	}
	file, err := regular.Open(path)
	if bulletin.TroubleKey(err) != "" {
		return nil, err
	}
	if err != nil {
		return nil, inputTrouble(path, err)
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, LargestInput))
	if err != nil {
		return nil, inputTrouble(path, err)
	}
	return raw, nil
}

func inputTrouble(path string, err error) error {
	key := "input_unreadable"
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		key = "input_missing"
	}
	return bulletin.NewTrouble(key, bulletin.Args{"file": path}, err)
}

// naming adds the file's name to a trouble of reading its content.
func naming(path string, err error) error {
	var t *bulletin.Trouble
	if errors.As(err, &t) {
		args := bulletin.Args{"file": path}
		for name, value := range t.Args {
			args[name] = value
		}
		return bulletin.NewTrouble(t.Key, args, err)
	}
	return err
}
