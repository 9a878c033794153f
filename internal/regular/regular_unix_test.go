//go:build unix

package regular_test

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"bantin/bulletin"
	"bantin/internal/regular"
)

func TestOpen(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(in("tin.txt"), []byte("Đầm Hà"), 0o600))
	must(os.Symlink("tin.txt", in("lối tắt")))
	must(syscall.Mkfifo(in("ống"), 0o600))
	must(os.Symlink("ống", in("lối tắt đến ống")))
	must(os.Symlink("/dev/zero", in("thiết bị")))
	socket, err := net.Listen("unix", in("ổ cắm"))
	must(err)
	defer socket.Close()
	for name, want := range map[string]string{
		"tin.txt": "", "lối tắt": "", "ống": "not_a_file", "lối tắt đến ống": "not_a_file", "thiết bị": "not_a_file", "ổ cắm": "not_a_file", ".": "input_is_folder",
	} {
		file, err := regular.Open(in(name))
		if bulletin.TroubleKey(err) != want || want == "" && err != nil {
			t.Errorf("%s: %v, want %q", name, err, want)
			continue
		}
		if err != nil {
			continue
		}
		if text, err := io.ReadAll(file); string(text) != "Đầm Hà" || err != nil {
			t.Errorf("%s: %q, %v", name, text, err)
		}
		file.Close()
	}
	if _, err := regular.Open(in("không có")); !os.IsNotExist(err) {
		t.Errorf("nothing there: %v", err)
	}
}
