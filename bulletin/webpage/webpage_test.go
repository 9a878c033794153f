package webpage_test

import (
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/webpage"
)

func marked(s string) string {
	var lines []string
	for _, p := range webpage.Piece(s) {
		lines = append(lines, bulletin.Mark(p.Runs))
	}
	return strings.Join(lines, "\n")
}

// TestNoWordIsChanged: what is pasted says what the page says, word by word and
// figure by figure, whatever it is tagged as.
func TestNoWordIsChanged(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"rows of a table": {
			`<table><caption>Hộ giỏi</caption><tr><td>Năm</td><td>Hộ giỏi</td></tr><tr><td>2025</td><td>38</td></tr><tr><td>2026</td><td></td><td>40</td></tr></table>`,
			"Hộ giỏi\nNăm | Hộ giỏi\n2025 | 38\n2026 | – | 40",
		},
		"a table of Word":       {`<table class=MsoTableGrid><tr><td><p>Đơn vị</p></td><td><p>Số quân</p></td></tr></table>`, "Đơn vị | Số quân"},
		"a page laid out by it": {`<table><tr><td>Trái</td><td><p>Đoạn một.</p><p>Đoạn hai.</p></td></tr></table>`, "Trái\nĐoạn một.\nĐoạn hai."},
		"every kind of block": {
			`<dl><dt>Thời gian</dt><dd>8 giờ</dd></dl><address>Số 1</address><main>Chính</main><aside>Bên</aside><select><option>Hà Nội</option><option>Huế</option></select><button>Gửi</button>`,
			"Thời gian\n8 giờ\nSố 1\nChính\nBên\nHà Nội\nHuế\nGửi",
		},
		"lists": {
			`<ol><li>Việc thứ nhất</li><li><p>Việc thứ hai</p><p>và thêm</p><ul><li>Ý con</li></ul></li><li></li><li value="7">Việc bảy</li></ol><ul><li>Gạo</li></ul>`,
			"1. Việc thứ nhất\n2. Việc thứ hai\nvà thêm\n- Ý con\n7. Việc bảy\n- Gạo",
		},
		"lists of other makes": {
			`<ol start="3"><li>Ba</li></ol><ol type="a"><li>Một</li><li>Hai</li></ol><ul style="list-style: none"><li>Trần</li></ul><ul><li style="list-style-type:none">Trần nữa</li><li><h3>Tít</h3></li></ul><ol reversed><li>Cuối</li></ol><ul><li></li></ul><p>Hết</p>`,
			"3. Ba\na. Một\nb. Hai\nTrần\nTrần nữa\nTít\nCuối\nHết",
		},
		"lines":                {"<pre>dòng 1\ndòng 2</pre>", "dòng 1\ndòng 2"},
		"raised and lowered":   {`<p>Giá 10<sup>3</sup> đồng; 3 m<sup>2</sup>, H<sub>2</sub>O, 30<sup>o</sup>C, 10<sup>-3</sup>, thứ 1<sup>er</sup>, 10<span style="vertical-align: super">12</span></p>`, "Giá 10³ đồng; 3 m², H₂O, 30°C, 10^-3, thứ 1er, 10¹²"},
		"what is hidden":       {`<p style="display:none">Ẩn đi</p><p>Giá<span style="Display: none">XX</span> thật<span hidden>YY</span></p>`, "Giá thật"},
		"what was taken out":   {`<p>Dự lễ có 86 <ins>chiến sĩ</ins><del>đồng chí</del>; <s>mười</s><span style="text-decoration:line-through">chín</span>tám lá cờ</p>`, "Dự lễ có 86 chiến sĩ; tám lá cờ"},
		"what Word keeps":      {`<html><head><xml><w:WordDocument>x</w:WordDocument></xml></head><body><p>Chữ</p></body></html>`, "Chữ"},
		"what runs in between": {`<p>Một<script>x()</script> câu.</p>`, "Một câu."},
	} {
		if got := marked(c.page); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, c.want)
		}
	}
}

// TestStyleSaysWhatIsBold: where an element says how heavy its text is, that
// holds and not its tag; so write Google Docs and Word.
func TestStyleSaysWhatIsBold(t *testing.T) {
	for page, want := range map[string]string{
		`<b style="font-weight:normal;" id="docs-internal-guid-8d2f"><p><span style="font-weight:400;">Trường có </span><span style="font-weight:700">12 giải</span><span style="font-style:italic"> và</span></p></b>`: "Trường có <b>12 giải</b><i> và</i>",
		`<p><b style='mso-bidi-font-weight:normal'>Đậm <span style="font-weight: normal !important">nhạt</span></b></p>`:                                                                                                "<b>Đậm </b>nhạt",
		`<p style="font-weight:bold">Đậm <i style="font-style:normal">đứng</i></p>`:                                                                                                                                     "<b>Đậm đứng</b>",
	} {
		if got := marked(page); got != want {
			t.Errorf("%s\nis %s\nwant %s", page, got, want)
		}
	}
}
