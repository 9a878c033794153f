package place

import (
	"os"
	"path/filepath"
	"strings"
)

// Kind is what a place is for a file that somebody works in.
type Kind string

// The kinds. A database that is worked on anywhere but in a Local place may be
// damaged by what happens there: another PC writes it too, a program copies it
// while it is half written, somebody pulls the stick.
const (
	Local     Kind = "local"
	Share     Kind = "share"     // another PC's folder
	Removable Kind = "removable" // a stick or a card
	Synced    Kind = "synced"    // a folder that a program keeps the same on several PCs
)

// Of tells in what kind of place a file lies, or would lie, as well as the
// system lets it be known, and by what it was known: the name of a file system,
// a folder or a service.
func Of(path string) (kind Kind, why string) {
	folder := existing(path)
	if kind, why = volumeOf(folder); kind != Local {
		return kind, why
	}
	if service := syncedBy(folder); service != "" {
		return Synced, service
	}
	return Local, ""
}

// existing is the folder of a file, or the nearest one above it that is there,
// without symbolic links.
func existing(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	for {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			if info, err := os.Stat(real); err == nil && info.IsDir() {
				return real
			}
			return filepath.Dir(real)
		}
		above := filepath.Dir(path)
		if above == path {
			return path
		}
		path = above
	}
}

// syncedFolders are what programs that keep folders the same call theirs, in
// lower case. A name that ends in "*" may go on, as in "OneDrive - Trung tâm".
var syncedFolders = map[string]string{
	"onedrive": "OneDrive", "onedrive - *": "OneDrive", "onedrive-*": "OneDrive",
	"dropbox": "Dropbox", "dropbox (*": "Dropbox", "dropbox-*": "Dropbox",
	"google drive": "Google Drive", "googledrive": "Google Drive", "googledrive-*": "Google Drive", "my drive": "Google Drive",
	"drive của tôi": "Google Drive", "nextcloud": "Nextcloud", "owncloud": "ownCloud",
	"icloud drive": "iCloud", "iclouddrive": "iCloud", "com~apple~clouddocs": "iCloud",
	"box sync": "Box", "mega": "MEGA", "megasync": "MEGA", "pcloud drive": "pCloud", "pclouddrive": "pCloud",
	"syncthing": "Syncthing", "seadrive": "Seafile", "seafile": "Seafile", "synologydrive": "Synology Drive", "cloudstation": "Synology Drive",
}

// syncMarks are what such programs leave in the uppermost folder that they
// keep.
var syncMarks = map[string]string{
	".stfolder": "Syncthing", ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".tmp.drivedownload": "Google Drive",
	".tmp.driveupload": "Google Drive", ".owncloudsync.log": "ownCloud", ".nextcloudsync.log": "Nextcloud", ".synologyworkingdirectory": "Synology Drive",
}

// syncedBy names the program that keeps a folder, or one above it, the same
// elsewhere; "" for none that is known.
func syncedBy(folder string) string {
	for {
		if service := syncedName(filepath.Base(folder)); service != "" {
			return service
		}
		for mark, service := range syncMarks {
			if _, err := os.Lstat(filepath.Join(folder, mark)); err == nil {
				return service
			}
		}
		above := filepath.Dir(folder)
		if above == folder {
			return ""
		}
		folder = above
	}
}

func syncedName(name string) string {
	name = strings.ToLower(name)
	if service := syncedFolders[name]; service != "" {
		return service
	}
	for pattern, service := range syncedFolders {
		if beginning, open := strings.CutSuffix(pattern, "*"); open && strings.HasPrefix(name, beginning) {
			return service
		}
	}
	return ""
}
