package object_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"bantin/export/pdf/object"
)

// file makes a PDF file of objects 1, 2, … as they are written.
func file(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", trailer, start)
	return b.Bytes()
}

func read(t testing.TB, raw []byte) *object.File {
	t.Helper()
	f, err := object.Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func rewrite(t testing.TB, f *object.File) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := object.NewWriter(&out, "1.6")
	if err == nil {
		err = w.Write(f, f.Trailer, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEveryKindOfObjectIsRead(t *testing.T) {
	f := read(t, file("<</Root 1 0 R>>",
		`<</Name /A#20b/Number -1.50 /Yes true/No false /Nothing null /Ref 2 0 R /Two [1 0] % remark
		/Text (a\(b\)(c)\n\101\
d) /Hex <48 656> >>`, "[]"))
	d := f.Dict(object.Ref(1))
	want := map[object.Name]object.Object{
		"Name": object.Name("A b"), "Number": object.Number("-1.50"), "Yes": object.Boolean(true),
		"No": object.Boolean(false), "Nothing": object.Null{}, "Ref": object.Ref(2),
		"Text": object.String("a(b)(c)\nAd"), "Hex": object.String("He`"),
	}
	for key, value := range want {
		if got := d.Value(key); got != value {
			t.Errorf("/%s is %#v, want %#v", key, got, value)
		}
	}
	if two, ok := d.Value("Two").(object.Array); !ok || len(two) != 2 {
		t.Errorf("/Two is %#v", d.Value("Two"))
	}
}

func TestWritingIsStableAndLeavesOutTheUnreachable(t *testing.T) {
	raw := file("<</Root 3 0 R /Info 2 0 R>>",
		"<</Lonely true>>", "<</Title (x)>>", "<</Loop 3 0 R /Content 4 0 R /Again 4 0 R>>",
		"<</Length 5>>\nstream\na\r\nb\n\nendstream")
	first := rewrite(t, read(t, raw))
	if bytes.Contains(first, []byte("Lonely")) {
		t.Error("an object that nothing points at was written")
	}
	again := read(t, first)
	if len(again.Objects) != 3 {
		t.Errorf("%d objects", len(again.Objects))
	}
	content := again.Stream(again.Dict(again.Trailer.Value("Root")).Value("Content"))
	if content == nil || string(content.Data) != "a\r\nb\n" {
		t.Errorf("content %+v", content)
	}
	if second := rewrite(t, again); !bytes.Equal(first, second) {
		t.Errorf("written twice:\n%s\n%s", first, second)
	}
}

func TestObjectsComeInTheOrderInWhichTheyAreReached(t *testing.T) {
	raw := file("<</Root 1 0 R>>", "<</A 5 0 R /B 3 0 R /Last 2 0 R>>", "(last)", "(b)", "(a's own)", "<</Own 4 0 R>>")
	written := string(rewrite(t, read(t, raw)))
	at := -1
	for _, text := range []string{"/Own", "(a's own)", "(b)", "(last)"} {
		next := strings.Index(written, text)
		if next < at {
			t.Errorf("%s comes too early in\n%s", text, written)
		}
		at = next
	}
}

func TestStreamsAreFilledWhenTheirTurnComes(t *testing.T) {
	f := read(t, file("<</Root 1 0 R>>", "<</Kind /Root>>"))
	late := &object.Stream{Dict: object.NewDict(), Fill: func(s *object.Stream) error {
		s.Data = []byte("late")
		return nil
	}}
	f.Dict(object.Ref(1)).Set("Late", f.Add(late))
	if written := rewrite(t, f); !bytes.Contains(written, []byte("/Length 4>>\nstream\nlate\nendstream")) {
		t.Errorf("%s", written)
	}
	if late.Data != nil {
		t.Error("the data was kept")
	}
	broken := errors.New("photo is gone")
	late.Fill = func(*object.Stream) error { return broken }
	w, _ := object.NewWriter(&bytes.Buffer{}, "1.6")
	if err := w.Write(f, f.Trailer, nil); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestBrokenFilesAreErrors(t *testing.T) {
	deep := strings.Repeat("[", 1000)
	whole := string(file("<</Root 1 0 R>>", "<</A 1>>"))
	for name, raw := range map[string]string{
		"empty": "", "text": "xin chào", "no table": "%PDF-1.3\n", "cut": whole[:len(whole)/2],
		"deep":        string(file("<<>>", deep)),
		"half a dict": string(file("<<>>", "<</A")), "no value": string(file("<<>>", "<</A>>")),
		"open string":     string(file("<<>>", "(a")),
		"wrong length":    string(file("<<>>", "<</Length 900>>\nstream\nab\nendstream")),
		"negative length": string(file("<<>>", "<</Length -1>>\nstream\nab\nendstream")),
		"many entries":    strings.Replace(whole, "0 2\n", "0 99999999\n", 1),
	} {
		if _, err := object.Read([]byte(raw)); err == nil {
			t.Errorf("%s was read", name)
		}
	}
	f := read(t, file("<</Root 7 0 R>>", "null"))
	w, _ := object.NewWriter(&bytes.Buffer{}, "1.6")
	if err := w.Write(f, f.Trailer, nil); err == nil {
		t.Error("a reference to nowhere was written")
	}
}

// FuzzRead wants no panic, and what can be read and written to be read as the
// same again.
func FuzzRead(f *testing.F) {
	f.Add(file("<</Root 1 0 R>>", "<</A [1 2 0 R (x) <41> /N#20 null true]>>", "<</Length 2>>\nstream\nab\nendstream"))
	f.Add(file("<<>>", strings.Repeat("[", 70), "(((", "<<<<"))
	f.Add([]byte("%PDF-1.3\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := object.Read(raw)
		if err != nil {
			return
		}
		var out bytes.Buffer
		w, _ := object.NewWriter(&out, "1.6")
		if w.Write(file, file.Trailer, nil) != nil {
			return
		}
		if again := rewrite(t, read(t, out.Bytes())); !bytes.Equal(again, out.Bytes()) {
			t.Errorf("written twice:\n%q\n%q", out.Bytes(), again)
		}
	})
}
