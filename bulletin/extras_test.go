package bulletin_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"bantin/bulletin"
)

// newerJSON is an article as a newer version of the program might write it.
var newerJSON = strings.NewReplacer(
	`"note":"Xem lại tên"}`, `"note":"Xem lại tên","series":{"name":"Nghề xưa","part":2},"word_goal":700}`,
	`"text":"Ông học nghề từ bé.","photo":""}`, `"text":"Ông học nghề từ bé.","photo":"","style":["drop_cap",{"lines":3}]}`,
	`"width_px":800,"height_px":600}`, `"width_px":800,"height_px":600,"taken_at":"2026-04-09"}`,
).Replace(fullJSON)

func TestUnknownFieldsStay(t *testing.T) {
	var a bulletin.Article
	if err := bulletin.ReadJSON([]byte(newerJSON), &a); err != nil {
		t.Fatal(err)
	}
	a.Normalize()
	written, err := bulletin.CanonicalJSON(a)
	if err != nil || string(written) != newerJSON {
		t.Fatalf("%v\n got %s\nwant %s", err, written, newerJSON)
	}
	if got := a.Extras.Names(); !reflect.DeepEqual(got, []string{"series", "word_goal"}) {
		t.Errorf("names %q", got)
	}
	if c := a.Clone(); !reflect.DeepEqual(c, a) {
		t.Errorf("the copy lacks something: %+v", c)
	}
	a.Extras, a.Body[0].Extras, a.Photos[0].Extras = "", "", ""
	if plain, err := bulletin.CanonicalJSON(a); err != nil || string(plain) != fullJSON {
		t.Errorf("%v\n%s", err, plain)
	}
}

func TestUnknownFieldsOfAnIssue(t *testing.T) {
	s := bulletin.Issue{Slots: []bulletin.Slot{{Article: "x", Page: 2}}}
	s.Normalize()
	raw, err := bulletin.CanonicalJSON(s)
	if err != nil {
		t.Fatal(err)
	}
	newer := strings.NewReplacer(
		`"print_run":0,"frequency":""`, `"print_run":0,"frequency":"","isbn":"1"`,
		`"authors":[]`, `"authors":[],"zalo":"0900"`,
		`"page":2}`, `"page":2,"box":true}`,
		`"slots":`, `"slots":`,
	).Replace(string(raw))
	newer = strings.TrimSuffix(newer, "}") + `,"web":null}`
	var read bulletin.Issue
	if err := bulletin.ReadJSON([]byte(newer), &read); err != nil {
		t.Fatal(err)
	}
	if written, err := bulletin.CanonicalJSON(read); err != nil || string(written) != newer {
		t.Errorf("%v\n got %s\nwant %s", err, written, newer)
	}
}

// Whatever order and spaces another program writes, the form is one.
func TestUnknownFieldsAreCanonical(t *testing.T) {
	type pair struct {
		Revision string `json:"revision"`
		bulletin.Article
	}
	one, two := pair{}, pair{}
	first := "{\"zz\": 1,\n \"a\\\"a\" : [ 1 , {\"b\": \"<&\u00e1\"} ], \"HEADLINE\": \"T\", \"revision\": \"r\"}"
	second := "{\"HEADLINE\":\"T\",\"a\\\"a\":[1,{\"b\":\"<&\u00e1\"}],\"revision\":\"r\",\"zz\":0,\"zz\":1}"
	for raw, into := range map[string]*pair{first: &one, second: &two} {
		if err := bulletin.ReadJSON([]byte(raw), into); err != nil {
			t.Fatal(err)
		}
	}
	if one.Headline != "T" || one.Extras != two.Extras || one.Extras != `"a\"a":[1,{"b":"<&á"}],"zz":1` {
		t.Errorf("%q\n%q", one.Extras, two.Extras)
	}
	written, err := bulletin.CanonicalJSON(one)
	if err != nil || !strings.HasSuffix(string(written), `,"a\"a":[1,{"b":"<&á"}],"zz":1}`) {
		t.Errorf("%s, %v", written, err)
	}
}

func TestReadJSONRefuses(t *testing.T) {
	var a bulletin.Article
	for _, raw := range []string{"", "{", `{"headline":5}`, `[1]`, strings.Repeat("[", 100_000)} {
		if err := bulletin.ReadJSON([]byte(raw), &a); err == nil {
			t.Errorf("%.20s was read", raw)
		}
	}
	if err := bulletin.ReadJSON([]byte("null"), &a); err != nil {
		t.Error(err)
	}
}

// What was read is written so that it is read the same again, and written the
// same again.
func FuzzReadJSON(f *testing.F) {
	f.Add([]byte(newerJSON))
	f.Add([]byte(`{"body":[null,{"kind":"x"}],"photos":null,"x":{"y":[[[]]]}}`))
	f.Add([]byte(` { "a\u0000" : "\ud800" , "Body" : [ { "A":1, "a":2 } ] } `))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var a, b bulletin.Article
		if bulletin.ReadJSON(raw, &a) != nil {
			return
		}
		first, err := bulletin.CanonicalJSON(a)
		if err != nil || !json.Valid(first) {
			t.Fatalf("%v %q", err, first)
		}
		if err := bulletin.ReadJSON(first, &b); err != nil {
			t.Fatal(err)
		}
		second, err := bulletin.CanonicalJSON(b)
		if err != nil || string(first) != string(second) {
			t.Fatalf("%v\n%s\n%s", err, first, second)
		}
	})
}
