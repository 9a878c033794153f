package storage_test

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"net/url"
	"testing"

	"bantin/storage"
)

// hollow is a JPEG without most of its pixels: its markers are all there.
func hollow(t *testing.T, whole []byte) []byte {
	t.Helper()
	scan := bytes.Index(whole, []byte{0xFF, 0xDA})
	if scan < 0 || len(whole) < scan+40 {
		t.Fatal("no picture data")
	}
	return append(bytes.Clone(whole[:scan+20]), 0xFF, 0xD9)
}

// putPicture puts a derivative into a file behind the program's back, with the
// right hash.
func putPicture(t *testing.T, path, table string, made []byte) {
	t.Helper()
	sqlite(t, path, fmt.Sprintf("UPDATE %s SET picture = x'%X', sha256 = '%x'", table, made, sha256.Sum256(made)))
}

// What a stranger's program made of a photo is decoded before it is used: what
// turns out to be hollow is made anew, and Check and Rebuild know of it.
func TestHollowDerivatives(t *testing.T) {
	g := create(t)
	info := addPhoto(t, g, "ảnh.jpg", photoOf(t, 90, 1300, 901))
	print, err := g.PrintPhoto(ctx, info.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	half, err := g.HalfPhoto(ctx, info.SHA256)
	if err != nil || half == nil {
		t.Fatal("no half", err)
	}
	g.Close()
	putPicture(t, g.Path(), "photo_print", hollow(t, print))
	putPicture(t, g.Path(), "photo_half", hollow(t, half))

	f := create(t)
	if came := receive(t, f, g.Path()); came.NewPhotos != 1 {
		t.Fatalf("%+v", came)
	}
	reopen := func() {
		f.Close()
		f = open(t, f.Path())
	}
	for range 2 {
		if b, err := f.PrintPhoto(ctx, info.SHA256); err != nil || !bytes.Equal(b, print) {
			t.Errorf("the print is %d bytes and not %d, %v", len(b), len(print), err)
		}
		if b, err := f.HalfPhoto(ctx, info.SHA256); err != nil || b != nil {
			t.Errorf("a hollow half of %d bytes is handed out, %v", len(b), err)
		}
		reopen()
	}
	damage, err := f.Check(ctx, nil)
	if err != nil || len(damage) != 1 || damage[0].Kind != storage.DamageDerivative {
		t.Errorf("check says %v, %v", damage, err)
	}
	if err := f.Rebuild(ctx, nil); err != nil {
		t.Fatal(err)
	}
	reopen()
	sound(t, f)
	if b, err := f.HalfPhoto(ctx, info.SHA256); err != nil || !bytes.Equal(b, half) {
		t.Errorf("the half is not made anew: %d bytes, %v", len(b), err)
	}
}

// A picture that was found whole is not decoded again the next time the file is
// open.
func TestProvenOnce(t *testing.T) {
	g, f := create(t), create(t)
	info := addPhoto(t, g, "ảnh.jpg", photoOf(t, 90, 1300, 901))
	g.Close()
	receive(t, f, g.Path())
	unproven := func() string {
		f.Close()
		return valueOf(t, f.Path(), `SELECT coalesce(group_concat(made), '') FROM photo_unproven`)
	}
	if got := unproven(); got != "photo_half,photo_print" {
		t.Fatalf("unproven: %s", got)
	}
	f = open(t, f.Path())
	if _, err := f.PrintPhoto(ctx, info.SHA256); err != nil {
		t.Fatal(err)
	}
	if got := unproven(); got != "photo_half" {
		t.Errorf("unproven after the print was used: %s", got)
	}
}

// valueOf asks a closed file for one text.
func valueOf(t testing.TB, path, query string) (text string) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRowContext(ctx, query).Scan(&text); err != nil {
		t.Fatal(err)
	}
	return text
}
