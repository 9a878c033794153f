package place

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// volumeOf looks the folder up in the table of what is mounted (proc(5),
// mountinfo) by its device, and asks /sys whether that is a stick.
func volumeOf(folder string) (Kind, string) {
	var s unix.Stat_t
	if err := unix.Stat(folder, &s); err != nil {
		return Local, ""
	}
	device := fmt.Sprintf("%d:%d", unix.Major(s.Dev), unix.Minor(s.Dev))
	mounts, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return Local, ""
	}
	defer mounts.Close()
	m := mountOf(mounts, device, folder)
	if name, ok := sharedSystem(m.system); ok {
		return Share, name
	}
	if isStick(device) || isStickAt(m.source) {
		return Removable, m.system
	}
	return Local, ""
}

// mount is a line of mountinfo.
type mount struct{ point, system, source string }

// mountOf finds the mount of a device that a folder lies in: the one with the
// longest way. Spaces stand as \040 there.
func mountOf(table io.Reader, device, folder string) (best mount) {
	lines := bufio.NewScanner(table)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		dash := -1
		for i := 6; i < len(fields); i++ {
			if fields[i] == "-" {
				dash = i
				break
			}
		}
		if dash < 0 || dash+2 >= len(fields) || fields[2] != device {
			continue
		}
		m := mount{unescape.Replace(fields[4]), fields[dash+1], unescape.Replace(fields[dash+2])}
		if (m.point == "/" || folder == m.point || strings.HasPrefix(folder, m.point+"/")) && len(m.point) >= len(best.point) {
			best = m
		}
	}
	return best
}

var unescape = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)

// sharedSystem tells file systems whose files lie on another PC.
func sharedSystem(system string) (name string, ok bool) {
	switch system {
	case "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "glusterfs", "vboxsf", "prl_fs", "virtiofs",
		"fuse.sshfs", "fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.rclone", "fuse.davfs2", "davfs", "fuse.vmhgfs-fuse",
		"fuse.glusterfs", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.s3fs":
		return strings.TrimPrefix(system, "fuse."), true
	}
	return "", false
}

// isStick reports a disk that can be taken out, or that hangs on USB or is a
// card: most disks on USB call themselves fixed.
func isStick(device string) bool {
	real, err := filepath.EvalSymlinks("/sys/dev/block/" + device)
	if err != nil {
		return false
	}
	if strings.Contains(real, "/usb") || strings.Contains(real, "/mmc_host/") && !isSystemCard(real) {
		return true
	}
	for _, folder := range []string{real, filepath.Dir(real)} { // a partition's disk is above it
		if b, err := os.ReadFile(filepath.Join(folder, "removable")); err == nil {
			return strings.TrimSpace(string(b)) == "1"
		}
	}
	return false
}

// isSystemCard reports soldered flash memory, which small PCs have for a disk.
func isSystemCard(real string) bool {
	for folder := real; strings.Contains(folder, "/mmc_host/"); folder = filepath.Dir(folder) {
		if b, err := os.ReadFile(filepath.Join(folder, "type")); err == nil {
			return strings.TrimSpace(string(b)) == "MMC"
		}
	}
	return false
}

// isStickAt is isStick for file systems that have no device number of their
// own, such as btrfs and what FUSE mounts from a disk.
func isStickAt(source string) bool {
	var s unix.Stat_t
	if !strings.HasPrefix(source, "/dev/") || unix.Stat(source, &s) != nil || s.Mode&unix.S_IFMT != unix.S_IFBLK {
		return false
	}
	return isStick(fmt.Sprintf("%d:%d", unix.Major(s.Rdev), unix.Minor(s.Rdev)))
}
