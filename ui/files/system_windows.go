package files

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// The common item dialog of Windows (Vista and later), through the interfaces
// IFileOpenDialog and IFileSaveDialog of ShObjIdl_core.h.

func mayHaveSystem() bool { return true }

func hasSystem() bool { return true }

// ownerOf is the handle of the window that a dialog belongs to.
func ownerOf(win fyne.Window) (owner uintptr) {
	if native, ok := win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				owner = c.HWND
			}
		})
	}
	return owner
}

var (
	classOpen = windows.GUID{Data1: 0xDC1C5A9C, Data2: 0xE88A, Data3: 0x4DDE, Data4: [8]byte{0xA5, 0xA1, 0x60, 0xF8, 0x2A, 0x20, 0xAE, 0xF7}}
	classSave = windows.GUID{Data1: 0xC0B4E2F3, Data2: 0xBA21, Data3: 0x4773, Data4: [8]byte{0x8D, 0xBA, 0x33, 0x5E, 0xC9, 0x46, 0xEB, 0x8B}}
	asOpen    = windows.GUID{Data1: 0xD57C7288, Data2: 0xD4AD, Data3: 0x4768, Data4: [8]byte{0xBE, 0x02, 0x9D, 0x96, 0x95, 0x32, 0xD9, 0x60}}
	asSave    = windows.GUID{Data1: 0x84BCCD23, Data2: 0x5FDE, Data3: 0x4CDB, Data4: [8]byte{0xAE, 0xA4, 0xAF, 0x64, 0xB8, 0x3D, 0x78, 0xAB}}
	asItem    = windows.GUID{Data1: 0x43826D1E, Data2: 0xE718, Data3: 0x42EE, Data4: [8]byte{0xBC, 0x55, 0xA1, 0xE2, 0x61, 0xC3, 0x7B, 0xFE}}

	ole32            = windows.NewLazySystemDLL("ole32.dll")
	coCreateInstance = ole32.NewProc("CoCreateInstance")
	shell32          = windows.NewLazySystemDLL("shell32.dll")
	itemFromName     = shell32.NewProc("SHCreateItemFromParsingName")
)

// object is a COM object: a pointer to the table of its methods.
type object struct{ methods *[32]uintptr }

// The places of methods in the tables of IUnknown, IFileDialog,
// IFileOpenDialog, IShellItemArray and IShellItem.
const (
	release         = 2
	dialogShow      = 3
	dialogFileTypes = 4
	dialogOptions   = 9
	dialogOptionsOf = 10
	dialogFolder    = 12
	dialogFileName  = 15
	dialogTitle     = 17
	dialogAgree     = 18
	dialogResult    = 20
	dialogEnding    = 22
	dialogResults   = 27
	arrayCount      = 7
	arrayItemAt     = 8
	itemName        = 5
)

// FILEOPENDIALOGOPTIONS.
const (
	wantOverwritePrompt = 0x2
	wantNoChangeDir     = 0x8
	wantFolders         = 0x20
	wantFileSystem      = 0x40
	wantMany            = 0x200
	wantPathExists      = 0x800
	wantFileExists      = 0x1000
)

const (
	inProcess        = 0x1        // CLSCTX_INPROC_SERVER
	fileSystemPath   = 0x80058000 // SIGDN_FILESYSPATH
	cancelledByHand  = 0x800704C7 // HRESULT of ERROR_CANCELLED
	apartmentForOLE1 = windows.COINIT_APARTMENTTHREADED | windows.COINIT_DISABLE_OLE1DDE
)

// call calls a method; an HRESULT below zero is an error. What the arguments
// point at stays where it is meanwhile.
//
//go:uintptrescapes
func (o *object) call(method int, args ...uintptr) error {
	all := append([]uintptr{uintptr(unsafe.Pointer(o))}, args...)
	result, _, _ := syscall.SyscallN(o.methods[method], all...)
	if int32(result) < 0 {
		return hresult(uint32(result))
	}
	return nil
}

func (o *object) release() { syscall.SyscallN(o.methods[release], uintptr(unsafe.Pointer(o))) }

type hresult uint32

func (h hresult) Error() string { return fmt.Sprintf("HRESULT %#08x", uint32(h)) }

// askSystem shows the dialog and waits for the answer. COM wants a thread of
// its own.
func askSystem(owner uintptr, q Question) ([]string, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := windows.CoInitializeEx(0, apartmentForOLE1); err != nil && !errors.Is(err, syscall.Errno(windows.S_FALSE)) {
		return nil, fmt.Errorf("begin COM: %w", err)
	}
	defer windows.CoUninitialize()
	class, kind := &classOpen, &asOpen
	if q.What == New {
		class, kind = &classSave, &asSave
	}
	var dialog *object
	result, _, _ := coCreateInstance.Call(uintptr(unsafe.Pointer(class)), 0, inProcess,
		uintptr(unsafe.Pointer(kind)), uintptr(unsafe.Pointer(&dialog)))
	if int32(result) < 0 {
		return nil, fmt.Errorf("make the dialog: %w", hresult(uint32(result)))
	}
	defer dialog.release()
	if err := dialog.prepare(q); err != nil {
		return nil, fmt.Errorf("prepare the dialog: %w", err)
	}
	switch err := dialog.call(dialogShow, owner); {
	case errors.Is(err, hresult(cancelledByHand)):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("show the dialog: %w", err)
	}
	if q.What == Many {
		return dialog.many()
	}
	return dialog.one()
}

// prepare gives the dialog its words, filters and place.
func (o *object) prepare(q Question) error {
	var options uint32
	if err := o.call(dialogOptionsOf, uintptr(unsafe.Pointer(&options))); err != nil {
		return err
	}
	options |= wantFileSystem | wantPathExists | wantNoChangeDir
	switch q.What {
	case New:
		options |= wantOverwritePrompt
	case Many:
		options |= wantMany | wantFileExists
	case Folder:
		options |= wantFolders
	default:
		options |= wantFileExists
	}
	if err := o.call(dialogOptions, uintptr(options)); err != nil {
		return err
	}
	for method, text := range map[int]string{dialogTitle: q.Title, dialogAgree: q.Agree, dialogFileName: q.Name} {
		if err := o.say(method, text); err != nil {
			return err
		}
	}
	o.beginAt(q.Folder)
	if q.What == Folder || len(q.Kinds) == 0 {
		return nil
	}
	if q.What == New && len(q.Kinds[0].Endings) > 0 {
		if err := o.say(dialogEnding, strings.TrimPrefix(q.Kinds[0].Endings[0], ".")); err != nil {
			return err
		}
	}
	return o.filter(q.Kinds)
}

// say gives a text to a method; "" leaves what is usual.
func (o *object) say(method int, text string) error {
	if text == "" {
		return nil
	}
	p, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return err
	}
	err = o.call(method, uintptr(unsafe.Pointer(p)))
	runtime.KeepAlive(p)
	return err
}

// beginAt lets the dialog begin at a folder; one that is gone is no matter.
func (o *object) beginAt(folder string) {
	p, err := windows.UTF16PtrFromString(folder)
	if folder == "" || err != nil {
		return
	}
	var item *object
	result, _, _ := itemFromName.Call(uintptr(unsafe.Pointer(p)), 0, uintptr(unsafe.Pointer(&asItem)), uintptr(unsafe.Pointer(&item)))
	if int32(result) < 0 {
		return
	}
	defer item.release()
	_ = o.call(dialogFolder, uintptr(unsafe.Pointer(item))) // it begins elsewhere then
}

// filterSpec is COMDLG_FILTERSPEC.
type filterSpec struct{ name, pattern *uint16 }

func (o *object) filter(kinds []Kind) error {
	specs := make([]filterSpec, len(kinds))
	for i, k := range kinds {
		pattern := "*.*"
		if len(k.Endings) > 0 {
			pattern = "*" + strings.Join(k.Endings, ";*")
		}
		var err error
		if specs[i].name, err = windows.UTF16PtrFromString(k.Name); err != nil {
			return err
		}
		if specs[i].pattern, err = windows.UTF16PtrFromString(pattern); err != nil {
			return err
		}
	}
	err := o.call(dialogFileTypes, uintptr(len(specs)), uintptr(unsafe.Pointer(&specs[0])))
	runtime.KeepAlive(specs)
	return err
}

func (o *object) one() ([]string, error) {
	var item *object
	if err := o.call(dialogResult, uintptr(unsafe.Pointer(&item))); err != nil {
		return nil, err
	}
	defer item.release()
	path, err := item.path()
	return []string{path}, err
}

func (o *object) many() ([]string, error) {
	var array *object
	if err := o.call(dialogResults, uintptr(unsafe.Pointer(&array))); err != nil {
		return nil, err
	}
	defer array.release()
	var count uint32
	if err := array.call(arrayCount, uintptr(unsafe.Pointer(&count))); err != nil {
		return nil, err
	}
	var paths []string
	for i := range count {
		var item *object
		if err := array.call(arrayItemAt, uintptr(i), uintptr(unsafe.Pointer(&item))); err != nil {
			return nil, err
		}
		path, err := item.path()
		item.release()
		if err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// path is where an item of the shell lies.
func (o *object) path() (string, error) {
	var text *uint16
	if err := o.call(itemName, fileSystemPath, uintptr(unsafe.Pointer(&text))); err != nil {
		return "", err
	}
	defer windows.CoTaskMemFree(unsafe.Pointer(text))
	return windows.UTF16PtrToString(text), nil
}
