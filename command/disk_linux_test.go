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

// TestEveryWriterOnAFullDisk: whatever writes says that the disk is full, leaves
// nothing half-written, and what was there before as it was.
func TestEveryWriterOnAFullDisk(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	file, id := importReal(t)
	mustRun(t, "issue", "new", file, "--articles", id)
	issue := fromJSON[[]struct{ ID string }](t, mustRun(t, "issue", "list", file, "--json"))[0].ID
	for name, script := range map[string]string{
		"send":            `$BANTIN send "$FILE" out.bantin`,
		"send one":        `$BANTIN send "$FILE" out.bantin --article ` + id,
		"publish":         `$BANTIN publish "$FILE" out.bantin`,
		"publish again":   `$BANTIN publish "$FILE" "$DIR"`,
		"salvage":         `$BANTIN salvage "$FILE" out.bantin`,
		"backup":          `BANTIN_BACKUPS="$DIR/backups" $BANTIN backup "$FILE"`,
		"restore":         `$BANTIN backup restore "$FILE" 1 -o out.bantin`,
		"export":          `$BANTIN export "$FILE" --article ` + id + ` -o out.pdf`,
		"export an issue": `$BANTIN export "$FILE" --issue ` + issue + ` --force -o out.pdf`,
		"export pages":    `$BANTIN export "$FILE" --article ` + id + ` --png pages`,
		"new":             `$BANTIN new out.bantin`,
		"sample":          `$BANTIN sample out.bantin`,
		"newsroom":        `$BANTIN newsroom "$FILE" "$DIR" --name Lan --once`,
	} {
		for _, taken := range []string{"150000", "40000"} { // so that the first or a later write fails
			t.Run(name+", "+taken, func(t *testing.T) {
				t.Parallel()
				working := filepath.Join(t.TempDir(), "làm việc.bantin")
				whole, err := os.ReadFile(file)
				if err == nil {
					err = os.WriteFile(working, whole, 0o600)
				}
				if err != nil {
					t.Fatal(err)
				}
				if name == "restore" {
					mustRun(t, "backup", working)
				}
				r := onDisk(t, t.TempDir(), "size=160k", `FILE="`+working+`"; cd "$DIR" && head -c `+taken+` /dev/zero > full && { `+script+`; code=$?;
				[ "$(find . -type f | grep -v source.txt)" = ./full ] || { find . >&2; exit 97; }; exit $code; }`)
				refused(t, r)
				if !strings.Contains(r.err, "full") {
					t.Errorf("it says: %s", r.err)
				}
				if again := run(t, "check", working); again.code != 0 {
					t.Errorf("after it: %+v", again)
				}
			})
		}
	}
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
