package illustration

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/jpeg"
	"runtime"
	"testing"
)

func TestEveryPictureIsThere(t *testing.T) {
	if n := len(Names()); n < 16 {
		t.Fatalf("%d pictures", n)
	}
	seen := map[string]string{}
	portraits := 0
	for _, name := range Names() {
		raw, err := JPEG(name, 300)
		if err != nil {
			t.Fatal(err)
		}
		img, err := jpeg.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch img.Bounds() {
		case image.Rect(0, 0, 300, 200):
		case image.Rect(0, 0, 200, 300):
			portraits++
		default:
			t.Errorf("%s: %v", name, img.Bounds())
		}
		if other := seen[string(raw)]; other != "" {
			t.Errorf("%s and %s are the same picture", name, other)
		}
		seen[string(raw)] = name
	}
	if portraits < 3 {
		t.Errorf("%d portraits", portraits)
	}
}

// A picture must be the same on every run, or two samples would hold two
// copies of it. Other machines may round a sum of floats differently.
func TestPicturesAreTheSameEveryTime(t *testing.T) {
	const want = "6fdeecb41033cc88"
	for range 2 {
		raw, err := JPEG("terraces", 240)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(raw)
		if got := fmt.Sprintf("%x", sum[:8]); runtime.GOARCH == "amd64" && got != want {
			t.Fatalf("terraces at 240 pixels hash to %s, not %s: look at the picture, then write the new hash here", got, want)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	one, err := JPEG("boats", 200)
	if err != nil {
		t.Fatal(err)
	}
	same := make(chan bool)
	for range 4 {
		go func() {
			raw, err := JPEG("boats", 200)
			same <- err == nil && bytes.Equal(raw, one)
		}()
	}
	for range 4 {
		if !<-same {
			t.Error("a picture drawn beside others differs")
		}
	}
}

func TestRefused(t *testing.T) {
	if _, err := Draw("no such", 300); err == nil {
		t.Error("an unknown name was drawn")
	}
	for _, long := range []int{-1, 0, 29, 100_000} {
		if _, err := Draw("boats", long); err == nil {
			t.Errorf("a long side of %d was drawn", long)
		}
	}
}

// The picture says what the scene wants: light sky over dark foreground, not
// one flat tone.
func TestPicturesHaveTones(t *testing.T) {
	for _, name := range Names() {
		img, err := Draw(name, 150)
		if err != nil {
			t.Fatal(err)
		}
		dark, light := 0, 0
		for i := 0; i < len(img.Pix); i += 4 {
			switch sum := int(img.Pix[i]) + int(img.Pix[i+1]) + int(img.Pix[i+2]); {
			case sum < 250:
				dark++
			case sum > 500:
				light++
			}
		}
		if n := len(img.Pix) / 4; dark < n/200 || light < n/200 {
			t.Errorf("%s: %d dark and %d light pixels of %d", name, dark, light, n)
		}
	}
}
