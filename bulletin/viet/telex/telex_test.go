package telex_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"bantin/bulletin/viet"
	"bantin/bulletin/viet/telex"
)

// typed types keys into an empty text.
func typed(c *telex.Composer, keys string) string {
	var text []rune
	for _, key := range keys {
		erase, with := c.Key(text, key)
		text = append(text[:len(text)-erase], []rune(with)...)
	}
	return string(text)
}

func TestTelex(t *testing.T) {
	for keys, want := range map[string]string{
		"tieengs Vieetj": "tiếng Việt", "tieesng": "tiếng", "DDaamf Haf": "Đầm Hà", "dduwowcj": "được", "dduocwj": "được",
		"huyeenj": "huyện", "hoaf": "hòa", "hoafn": "hoàn", "uyr": "ủy", "khoas": "khóa", "quys": "quý", "gif": "gì", "giaf": "già",
		"giuwx": "giữ", "nguowif": "người", "nguoiwf": "người", "thuowr": "thuở", "muaw": "mưa", "muwa": "mưa", "huow": "huơ", "dduwocj": "được", "huowng": "hương", "mua": "mua", "w": "w", "ww": "ww", "tw": "tư", "nhwng": "nhưng",
		"aaa": "aa", "ddd": "dd", "ass": "as", "class": "class", "test": "tét", "testt": "tétt", "Windows": "Windows",
		"xuaan": "xuân", "quaans": "quấn", "hoawcj": "hoặc", "toans": "toán", "cuar": "của", "muoons": "muốn", "truwowngf": "trường",
		"THUWOWNGF": "THƯỜNG", "asz": "a", "asf": "à", "nghieengs": "nghiếng", "xoong": "xông", "xooong": "xoong", "khuyur": "khuỷu", "ngoef": "ngòe",
	} {
		if got := typed(&telex.Composer{Method: telex.Telex}, keys); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
}

func TestVNI(t *testing.T) {
	for keys, want := range map[string]string{
		"tie6ng1 Vie6t5": "tiếng Việt", "D9a6m2 Ha2": "Đầm Hà", "d9u7o7c5": "được", "d9uoc75": "được", "hoa2": "hòa",
		"a11": "a1", "10/4": "10/4", "nam8": "năm", "a66": "a6", "nguoi72": "người",
	} {
		if got := typed(&telex.Composer{Method: telex.VNI}, keys); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
}

// Short names of offices and papers have a Đ after other consonants; of d's after
// a vowel, as foreign words have them, none is one.
func TestStrokesWithinShortNames(t *testing.T) {
	for method, cases := range map[telex.Method]map[string]string{
		telex.Telex: {
			"HDDND": "HĐND", "hddnd": "hđnd", "NDD-CP": "NĐ-CP", "QDD-UBND": "QĐ-UBND", "BCDD": "BCĐ", "LDDLDD": "LĐLĐ", "TDD": "TĐ",
			"HDDD": "HDD", "HDDDND": "HDDND", "DDBQH": "ĐBQH", "DDDD": "DDD", "add": "add", "Freddy": "Freddy", "NLDD ddi": "NLĐ đi",
		},
		telex.VNI: {"HD9ND": "HĐND", "ND9-CP": "NĐ-CP", "QD9": "QĐ", "LD9LD9": "LĐLĐ", "HD99": "HD9", "ad9": "ad9", "CD1": "CD1"},
	} {
		for keys, want := range cases {
			if got := typed(&telex.Composer{Method: method}, keys); got != want {
				t.Errorf("%s %s: %s, want %s", method, keys, got, want)
			}
		}
	}
}

// Names of the Highlands have a consonant before what is a Vietnamese syllable.
// They get marks and no tones, so that foreign words keep their keys.
func TestNamesOfTheHighlands(t *testing.T) {
	for keys, want := range map[string]string{
		"Kroong Pawsc, ": "Krông Pắc, ", "Plowi Thor.": "Plơi Thỏ.", "Draay Sap ": "Drây Sap ", "DDraay ": "Đrây ", "Mnoong ": "Mnông ",
		"KROONG ": "KRÔNG ", "plays ": "plays ", "Brooklyn ": "Brooklyn ", "please ": "please ", "Krooong ": "Kroong ",
	} {
		if got := typed(&telex.Composer{Method: telex.Telex}, keys); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
}

func TestNewStyle(t *testing.T) {
	c := &telex.Composer{Method: telex.Telex, NewStyle: true}
	for keys, want := range map[string]string{"hoaf": "hoà", "uyr": "uỷ", "hoafn": "hoàn", "muaf": "mùa", "khoer": "khoẻ"} {
		if got := typed(c, keys); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
}

// TestAWordThatWasEnded stays as it is; what is typed after it is a word of its
// own, until the caret goes elsewhere. "|" ends the word, "<" is Backspace.
func TestAWordThatWasEnded(t *testing.T) {
	for keys, want := range map[string]string{
		"ba|s": "bas", "ba|as": "baá", "hoa|n": "hoan", "tie|engs": "tieéng", "ass|s": "ass", "ba|ns<<s": "bas",
		"a|a|a": "aaa", "ba| as": "ba á", "|vieetj": "việt", "ba|n<<<vieetj": "việt", "ba|1aa": "ba1â",
	} {
		c := &telex.Composer{Method: telex.Telex}
		var text []rune
		for _, key := range keys {
			switch key {
			case '|':
				c.End()
			case '<':
				text = text[:len(text)-1]
			default:
				erase, with := c.Key(text, key)
				text = append(text[:len(text)-erase], []rune(with)...)
			}
		}
		if string(text) != want {
			t.Errorf("%s: %s, want %s", keys, string(text), want)
		}
	}
	c := &telex.Composer{Method: telex.Telex}
	c.End()
	c.Key([]rune("ba"), 'n')
	if erase, with := c.Key([]rune("hoa"), 's'); erase != 2 || with != "óa" {
		t.Errorf("elsewhere: take %d, write %s", erase, with)
	}
}

// A key that was pressed twice makes its own word plain, not those after it.
func TestAPlainWordEndsWithIt(t *testing.T) {
	for method, cases := range map[telex.Method]map[string]string{
		telex.Telex: {
			"ass hocj toans. Hocj": "as học toán. Học", "off, chaof": "of, chào", "ddd\nvieetj": "dd\nviệt",
			"xeess9 ddi": "xês9 đi",
		},
		telex.VNI: {"a11 ho5c": "a1 học", "ddd d9i": "ddd đi", "o66 to6": "o6 tô"},
	} {
		for keys, want := range cases {
			if got := typed(&telex.Composer{Method: method}, keys); got != want {
				t.Errorf("%s %q: %q, not %q", method, keys, got, want)
			}
		}
	}
}

func TestOffIsPlain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.String().Draw(t, "keys")
		if got := typed(&telex.Composer{}, keys); got != string([]rune(keys)) {
			t.Fatalf("%q became %q", keys, got)
		}
	})
}

// TestAForeignWordHasItsKeysBack when it is over; what may be short for something,
// what was made plain and what the caret came back to stay as they are.
func TestAForeignWordHasItsKeysBack(t *testing.T) {
	for keys, want := range map[string]string{
		"Google ": "Google ", "Google, Facebook. ": "Google, Facebook. ", "Booking ": "Booking ", "(browser)": "(browser)",
		"DDVTN ": "ĐVTN ", "500dd.": "500đ.", "TUWQH ": "TƯQH ", "DDaswk Lawsk ": "Đắk Lắk ", "xooong ": "xoong ", "ass ": "as ",
		"tieengs Vieetj, nghieeng. ": "tiếng Việt, nghiêng. ", "Googl": "Gôgl",
	} {
		if got := typed(&telex.Composer{Method: telex.Telex}, keys); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
	c := &telex.Composer{Method: telex.Telex}
	typed(c, "Googl")
	if erase, with := c.Key([]rune("Gôg"), ' '); erase != 0 || with != " " {
		t.Errorf("after Backspace it takes %d letters and writes %q", erase, with)
	}
}

// keysOf are the Telex keys of a word: each mark behind its letter, the tone at
// the end.
func keysOf(word string) string {
	marks := map[rune]string{'ă': "aw", 'â': "aa", 'ê': "ee", 'ô': "oo", 'ơ': "ow", 'ư': "uw", 'đ': "dd"}
	rows := []string{"aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ"}
	var keys strings.Builder
	tone := ""
	for _, r := range word {
		lower := unicode.ToLower(r)
		for _, row := range rows {
			for i, v := range []rune(row) {
				if v == lower && i > 0 {
					tone = string("fsrxj"[i-1])
					lower = []rune(row)[0]
				}
			}
		}
		plain := marks[lower]
		if plain == "" {
			plain = string(lower)
		}
		if unicode.IsUpper(r) {
			plain = strings.ToUpper(plain[:1]) + plain[1:]
		}
		keys.WriteString(plain)
	}
	return keys.String() + tone
}

// TestEveryWordCanBeTyped: syllables of every build, each with every tone.
func TestEveryWordCanBeTyped(t *testing.T) {
	const words = `Chiều ngày đoàn công tác của Ban Tuyên giáo Tỉnh ủy do đồng chí Phạm Hồng Cẩm Phó trưởng làm đã có buổi việc với
		Thường trực Huyện về triển khai nhiệm vụ năm Nguyễn Thị Thu Hà viên Bí thư các chuyên lãnh đạo xây dựng Đảng Văn phòng xã thị trấn
		kịp thời đề xuất chức năng được giao nghị quyết những kết luận cấp tổ tốt thực hiện góp phần chuyển biến tích cực nhận nêu gương
		kỷ luật cương hành chính thi mưu hoạt động chỉ huyện đấu tranh âm Diễn hòa bình lĩnh vực tưởng văn hóa hiệu quả giỏi Quý khoeo
		khuỷu ngoằn ngoèo quỷnh thuở nghiêng loắt choắt nguệch ngoạc khuya rượu hươu yêu yếm uống ướt oái oăm ai ơi giếng gìn gì giữ quên quốc`
	for _, word := range strings.Fields(words) {
		if got := typed(&telex.Composer{Method: telex.Telex}, keysOf(word)); got != viet.Normalize(word) {
			t.Errorf("%s (%s): %s", word, keysOf(word), got)
		}
	}
}

// TestComposingIsSafe: whatever the keys, no letter before the word is touched,
// and what comes out is composed.
func TestComposingIsSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &telex.Composer{Method: rapid.SampledFrom(telex.Methods()).Draw(t, "method"), NewStyle: rapid.Bool().Draw(t, "new")}
		keys := rapid.StringOfN(rapid.SampledFrom([]rune("aeoudwsfrxjzcnghtqiyADW123456789 .ếờ")), 0, 24, -1).Draw(t, "keys")
		var text []rune
		for _, key := range keys {
			word := 0
			for word < len(text) && unicode.IsLetter(text[len(text)-1-word]) {
				word++
			}
			erase, with := c.Key(text, key)
			if erase > word {
				t.Fatalf("%q takes %d letters of %q", key, erase, string(text))
			}
			text = append(text[:len(text)-erase], []rune(with)...)
			if s := string(text); s != viet.Normalize(s) {
				t.Fatalf("%q is not composed", s)
			}
		}
	})
}
