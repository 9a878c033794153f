package layout_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	_ "image/jpeg"
	"os"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/internal/real"
)

func style(t testing.TB, name string) styles.Style {
	t.Helper()
	s, err := styles.ByName(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func article(t testing.TB, a bulletin.Article) *layout.Document {
	t.Helper()
	a.Normalize()
	d, err := layout.Article(layout.Piece{ID: "bai", Article: a}, style(t, styles.DefaultArticle))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func issue(t testing.TB, i bulletin.Issue, articles ...bulletin.Article) *layout.Document {
	t.Helper()
	i.Normalize()
	var pieces []layout.Piece
	for k, a := range articles {
		a.Normalize()
		pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprintf("bai%d", k+1)), Article: a})
	}
	d, err := layout.Issue(i, pieces, style(t, styles.DefaultIssue))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// photos are the prints of the real photos by hash.
type photos map[string][]byte

func (p photos) add(t testing.TB, id, name, caption string) bulletin.Photo {
	t.Helper()
	raw, err := os.ReadFile(real.Photo(t, name))
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(raw)
	sha := hex.EncodeToString(sum[:])
	p[sha] = raw
	return bulletin.Photo{ID: id, SHA256: sha, Caption: caption, Credit: "Mai Thắm", WidthPx: c.Width, HeightPx: c.Height}
}

// realArticle is the real article with its two photos; its body stands in it
// so many times.
func realArticle(t testing.TB, times int) (bulletin.Article, photos) {
	t.Helper()
	raw, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	store := photos{}
	parts := strings.Split(strings.TrimSpace(string(raw)), "\n\n")
	a := bulletin.Article{
		ThemeBanner: parts[0], Headline: parts[1], Standfirst: parts[2], Section: "Xây dựng Đảng",
		Byline: "Mai Thắm", Affiliation: "Trung tâm TT&VH Đầm Hà",
	}
	names := []string{"Garden.jpg", "LadyBird.jpg"}
	for range times {
		for _, part := range parts[3 : len(parts)-1] {
			if len(part) > 200 {
				a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: part})
				continue
			}
			id := fmt.Sprintf("p%d", len(a.Photos)+1)
			a.Photos = append(a.Photos, store.add(t, id, names[len(a.Photos)%2], part))
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: id})
		}
	}
	a.Normalize()
	return a, store
}

// planting is a short story of our own with every kind of block.
func planting() bulletin.Article {
	return bulletin.Article{
		Section: "Đời sống", Kicker: "Tết trồng cây", Headline: "Ra quân trồng cây đầu xuân ở thôn Tân Lập",
		Deck: "Mỗi nhà góp một buổi công", Dateline: "Tân Lập, ngày 6/2",
		Standfirst: "Sáng mồng 6 Tết, hơn <b>200 người</b> dân thôn Tân Lập đã ra đồi Cây Sim trồng 1.500 cây keo và cây lát.",
		Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: "Từ 6 giờ, tiếng loa của thôn đã gọi bà con. Người vác cuốc, người gánh cây giống, trẻ con xách nước; cả sườn đồi rộn tiếng cười. Mỗi hộ nhận 8 cây giống và 5 kg phân vi sinh."},
			{Kind: bulletin.PhotoAnchor, Photo: "p1"},
			{Kind: bulletin.Crosshead, Text: "Trồng cây nào, sống cây ấy"},
			{Kind: bulletin.Paragraph, Text: "Theo Kế hoạch số 05-KH/UB, từ nay đến ngày 30/4 xã sẽ trồng 12 ha rừng. <i>Cây keo giữ đất, cây lát để dành</i>, các cụ trong thôn vẫn bảo nhau như vậy."},
			{Kind: bulletin.Quote, Text: "Cháu trồng cây này, mai kia cháu lớn thì cây cũng lớn."},
			{Kind: bulletin.Paragraph, Text: "Đến trưa, những hàng cây non đã thẳng tắp trên đồi. Bà con hẹn nhau tháng sau lại lên làm cỏ và trồng dặm những cây không sống."},
		},
		Photos: []bulletin.Photo{{ID: "p1", Caption: "Bà con thôn Tân Lập trồng cây trên đồi Cây Sim", Credit: "Hoàng Lan"}},
		Byline: "Hoàng Lan", Affiliation: "Cộng tác viên",
	}
}

func number4() bulletin.Issue {
	return bulletin.Issue{
		Name: "Bản tin Tân Lập", Number: "4", Date: bulletin.Date{Year: 2026, Month: 4, Day: 10},
		ThemeBanner: "Năm 2026: giữ rừng là giữ nước",
		Office: bulletin.Office{
			Body: "Trung tâm Văn hóa xã Tân Lập", Parents: []string{"Ủy ban nhân dân xã Tân Lập"},
			Address: "Thôn 1, xã Tân Lập", Phone: "0203 000 000", Email: "bantin@tanlap.example",
		},
		Imprint: bulletin.Imprint{
			Licence: "12/GP-XBBT", LicenceDate: bulletin.Date{Year: 2026, Month: 1, Day: 5},
			Responsible: "Nguyễn Văn An", Editors: "Hoàng Lan, Lê Bình", PrintedAt: "Nhà in Hạ Long",
			PrintRun: 1500, Frequency: "1 số/tháng",
		},
	}
}
