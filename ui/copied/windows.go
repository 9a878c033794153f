//go:build windows

package copied

import (
	"context"
	"fmt"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32        = windows.NewLazySystemDLL("user32.dll")
	openClipboard = user32.NewProc("OpenClipboard")
	closeIt       = user32.NewProc("CloseClipboard")
	isAvailable   = user32.NewProc("IsClipboardFormatAvailable")
	dataOf        = user32.NewProc("GetClipboardData")
	formatOf      = user32.NewProc("RegisterClipboardFormatW")
	kernel32      = windows.NewLazySystemDLL("kernel32.dll")
	lock          = kernel32.NewProc("GlobalLock")
	unlock        = kernel32.NewProc("GlobalUnlock")
	sizeOf        = kernel32.NewProc("GlobalSize")
)

// formatDIB is CF_DIB. Windows makes it of every other kind of bitmap.
const formatDIB = 8

// formatFiles is CF_HDROP.
const formatFiles = 15

// read takes the PNG that browsers and programs for screenshots give, or else
// the bitmap.
func read(ctx context.Context) ([]byte, error) {
	format, err := named("PNG")
	if err != nil {
		return nil, err
	}
	if !has(format) {
		format = formatDIB
	}
	if !has(format) {
		return nil, nil
	}
	raw, err := take(ctx, format)
	if err == nil && format == formatDIB {
		return fromDIB(raw)
	}
	return raw, err
}

// readHTML takes the page that browsers and word processors give.
func readHTML(ctx context.Context) ([]byte, error) {
	format, err := named("HTML Format")
	if err != nil || !has(format) {
		return nil, err
	}
	raw, err := take(ctx, format)
	return fromCFHTML(raw), err
}

// readFiles takes the files that Explorer gives.
func readFiles(ctx context.Context) ([]string, error) {
	if !has(formatFiles) {
		return nil, nil
	}
	raw, err := take(ctx, formatFiles)
	return fromDropFiles(raw), err
}

// named is the format of that name.
func named(name string) (uintptr, error) {
	letters, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return 0, err
	}
	format, _, _ := formatOf.Call(uintptr(unsafe.Pointer(letters)))
	return format, nil
}

func has(format uintptr) bool {
	yes, _, _ := isAvailable.Call(format)
	return format != 0 && yes != 0
}

// take copies what is on the clipboard in a format. One program at a time may
// look at it.
func take(ctx context.Context, format uintptr) ([]byte, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for end := time.Now().Add(patience); ; {
		ok, _, err := openClipboard.Call(0)
		if ok != 0 {
			break
		}
		if time.Now().After(end) {
			return nil, fmt.Errorf("open the clipboard: %w", err)
		}
		const again = 20 * time.Millisecond
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(again):
		}
	}
	defer closeIt.Call()
	handle, _, err := dataOf.Call(format)
	if handle == 0 {
		return nil, fmt.Errorf("ask for the picture: %w", err)
	}
	size, _, _ := sizeOf.Call(handle)
	if size > Largest {
		return nil, errLarge
	}
	at, _, err := lock.Call(handle)
	if at == 0 {
		return nil, fmt.Errorf("take the picture: %w", err)
	}
	defer unlock.Call(handle)
	// The memory belongs to Windows; the address is turned round so that vet
	// need not take it for one of Go's.
	from := *(*unsafe.Pointer)(unsafe.Pointer(&at))
	return append([]byte(nil), unsafe.Slice((*byte)(from), size)...), nil
}
