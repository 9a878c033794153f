package place

import (
	"strings"
	"testing"
)

const mountTable = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:44 / /mnt/chung rw,relatime - cifs //server/share rw,vers=3.0
31 22 0:45 / /home/lan/\303\241nh\040x rw - fuse.sshfs lan@server: rw
32 22 8:17 / /media/lan/USB\040DISK rw,nosuid shared:9 master:2 - vfat /dev/sdb1 rw
33 22 0:46 / /media/lan/ngo\303\240i rw - fuseblk /dev/sdc1 rw
broken line
`

func TestMountOf(t *testing.T) {
	for _, c := range []struct{ device, folder, system, source string }{
		{"8:1", "/home/lan", "ext4", "/dev/sda1"},
		{"0:44", "/mnt/chung/bài", "cifs", "//server/share"},
		{"0:44", "/mnt/chung2", "", ""},
		{"8:17", "/media/lan/USB DISK/a", "vfat", "/dev/sdb1"},
		{"9:9", "/x", "", ""},
	} {
		if m := mountOf(strings.NewReader(mountTable), c.device, c.folder); m.system != c.system || m.source != c.source {
			t.Errorf("%s: %+v", c.folder, m)
		}
	}
	for system, want := range map[string]bool{"ext4": false, "cifs": true, "nfs4": true, "fuse.sshfs": true, "fuseblk": false, "tmpfs": false, "overlay": false} {
		if _, got := sharedSystem(system); got != want {
			t.Errorf("%s is shared: %v", system, got)
		}
	}
}
