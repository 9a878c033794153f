package viet_test

import (
	"testing"

	"bantin/bulletin/viet"
)

func TestCompounds(t *testing.T) {
	for _, pair := range [][2]string{{"triển", "khai"}, {"Nhân", "dân"}, {"ỦY", "BAN"}, {"y", "tế"}} {
		if !viet.IsCompound(pair[0], pair[1]) {
			t.Errorf("%s %s is one word", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"về", "triển"}, {"khai", "công"}, {"", ""}, {"triển", ""}} {
		if viet.IsCompound(pair[0], pair[1]) {
			t.Errorf("%s %s are two words", pair[0], pair[1])
		}
	}
}
