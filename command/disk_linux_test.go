package command_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bantin/internal/real"
)

// onDisk runs a shell script in a mount namespace of its own, with a small
// disk mounted on dir, and gives what bantin printed to standard error, with
// its exit code. In the script $BANTIN is the program.
func onDisk(t *testing.T, dir, mountOptions, script string) ran {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	setup := fmt.Sprintf("mount -t tmpfs -o %s tmpfs %q && ", mountOptions, dir)
	cmd := exec.Command("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", setup+script)
	cmd.Env = append(os.Environ(), "BANTIN_AS_COMMAND=1", "BANTIN_LANG=en", "BANTIN="+self, "DIR="+dir)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	_ = cmd.Run() // its exit code is the answer
	if strings.Contains(errOut.String(), "unshare:") || strings.Contains(errOut.String(), "mount:") {
		t.Fatalf("this test needs Linux user namespaces (sysctl kernel.unprivileged_userns_clone=1): %s", errOut.String())
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), errOut.String()}
}

func TestFullDisk(t *testing.T) {
	text := filepath.Join(t.TempDir(), "long.txt")
	write(t, text, goodText+"\n"+strings.Repeat("Bà con các thôn mang theo cuốc xẻng từ sớm. ", 4000)+"\n")

	t.Run("new", func(t *testing.T) {
		refused(t, onDisk(t, t.TempDir(), "size=8k", `cd "$DIR" && $BANTIN new a.bantin`))
	})
	t.Run("sample", func(t *testing.T) {
		refused(t, onDisk(t, t.TempDir(), "size=3m", `cd "$DIR" && { $BANTIN sample a.bantin; code=$?; [ -z "$(ls)" ] || exit 97; exit $code; }`))
	})
	t.Run("import", func(t *testing.T) {
		r := onDisk(t, t.TempDir(), "size=320k", `cd "$DIR" && $BANTIN new a.bantin >/dev/null &&
			{ $BANTIN import a.bantin "`+text+`"; code=$?; $BANTIN check a.bantin >/dev/null || exit 99; [ "$(ls)" = a.bantin ] || exit 97; exit $code; }`)
		refused(t, r)
	})
	t.Run("export", func(t *testing.T) {
		file, id := importReal(t)
		r := onDisk(t, t.TempDir(), "size=64k", `cd "$DIR" && echo old > page.pdf &&
			{ $BANTIN export "`+file+`" --article `+id+` -o page.pdf; code=$?; [ "$(cat page.pdf)" = old ] || exit 98; [ "$(ls)" = page.pdf ] || exit 97; exit $code; }`)
		refused(t, r)
	})
}

func TestReadOnlyFolder(t *testing.T) {
	file, id := importReal(t)
	dir := t.TempDir()
	// The disk is filled first and then made read-only: as root, the
	// permissions of a folder would stop nothing.
	readOnly := `cd "$DIR" && cp "` + file + `" a.bantin && mount -o remount,ro "$DIR" && `

	refused(t, onDisk(t, dir, "size=64m", readOnly+`$BANTIN new b.bantin`))
	refused(t, onDisk(t, dir, "size=64m", readOnly+`$BANTIN import a.bantin "`+real.Article(t)+`"`))
	refused(t, onDisk(t, dir, "size=64m", readOnly+`$BANTIN export a.bantin --article `+id+` -o page.pdf`))

	out := filepath.Join(t.TempDir(), "page.pdf")
	r := onDisk(t, dir, "size=64m", readOnly+`$BANTIN list a.bantin && $BANTIN export a.bantin --article `+id+` -o "`+out+`"`)
	if r.code != 0 || !strings.Contains(r.out, "Ban Tuyên giáo") {
		t.Errorf("a drafts file on a read-only disk cannot be read: %d %s%s", r.code, r.out, r.err)
	}
}
