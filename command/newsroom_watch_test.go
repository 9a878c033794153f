package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSavesAreExchangedWhileWatching: two newsrooms that watch exchange what a
// third program saves in one's working file, although their clocks would not
// tick for hours.
func TestSavesAreExchangedWhileWatching(t *testing.T) {
	folder, one, other := t.TempDir(), filepath.Join(t.TempDir(), "a.bantin"), filepath.Join(t.TempDir(), "b.bantin")
	said := map[string]*bytes.Buffer{one: {}, other: {}}
	for file, name := range map[string]string{one: "Lan", other: "Minh"} {
		mustRun(t, "new", file)
		cmd := asProcess(t, "newsroom", file, folder, "--name", name, "--every", "5h")
		cmd.Stderr = said[file]
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			_ = cmd.Process.Signal(os.Interrupt)
			_ = cmd.Wait()
		})
	}
	text := filepath.Join(t.TempDir(), "bài.txt")
	for _, headline := range []string{"Mùa tôm ở Đầm Hà", "Hội làng vào xuân", "Trường mới ở Quảng An"} {
		if err := os.WriteFile(text, []byte(headline+"\n\nSáng nay, bà con ra đồng từ sớm."), 0o600); err != nil {
			t.Fatal(err)
		}
		mustRun(t, "import", one, text)
		for end := time.Now().Add(2 * time.Minute); !strings.Contains(mustRun(t, "list", other), headline); {
			if time.Now().After(end) {
				t.Fatalf("%s never came: %s%s", headline, said[one], said[other])
			}
			time.Sleep(100 * time.Millisecond)
		}
	}
}
