package storage_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"strings"

	"bantin/bulletin"
)

// corpus writes articles whose words are as unevenly common as those of real
// Vietnamese text: some thousand syllables by Zipf's law, and among them
// numbers and foreign names, most of which occur once or twice.
type corpus struct {
	random    *rand.Rand
	syllables []string  // the most common one first
	common    []float64 // how common all up to that one are together
}

const (
	onsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x"
	rimes  = `a ác ạch ải am an áng anh ao áp ạt âu ây âm ân âng ất ắc ăm ăn ẵng ặt e em en èo êm ên ếch ệnh
		ê êu i ịa ích iêm iền iếng iệt iều im in ính ít o oa oài oàn oang óc ói om òn ong ọt ô ốc ôi ôm ôn ông
		ột ơ ời ơm ơn ợt u úa uân ui um ùn ung uộc uôi uốn uông ư ưa ức ưng ước ười ượm ườn ương ưu`
)

func newCorpus() *corpus {
	c := &corpus{random: rand.New(rand.NewPCG(4, 2026))}
	for _, onset := range strings.Fields(onsets) {
		for _, rime := range strings.Fields(rimes) {
			c.syllables = append(c.syllables, onset+rime)
		}
	}
	c.random.Shuffle(len(c.syllables), func(i, j int) {
		c.syllables[i], c.syllables[j] = c.syllables[j], c.syllables[i]
	})
	all := 0.0
	for i := range c.syllables {
		all += 1 / (float64(i) + 4)
		c.common = append(c.common, all)
	}
	return c
}

func (c *corpus) word() string {
	switch c.random.IntN(50) {
	case 0:
		return fmt.Sprint(int(math.Pow(10, 1+5*c.random.Float64())))
	case 1:
		return c.name(c.random.IntN(40_000))
	}
	return c.syllables[sort.SearchFloat64s(c.common, c.random.Float64()*c.common[len(c.common)-1])]
}

// name is a word that is no Vietnamese syllable, always the same for a number.
func (c *corpus) name(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	b := make([]byte, 4+r.IntN(6))
	for i := range b {
		b[i] = "abcdefghijklmnopqrstuvwxyz"[r.IntN(26)]
	}
	return string(b)
}

func (c *corpus) text(words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c.word())
	}
	return b.String()
}

// article has 700 words in all.
func (c *corpus) article() bulletin.Article {
	a := article(c.text(10), c.text(130), c.text(130), c.text(130), c.text(130), c.text(110))
	a.Standfirst = c.text(40)
	a.Photos = []bulletin.Photo{{ID: "p1", Caption: c.text(18), Credit: "Mai " + c.text(1)}}
	a.Byline = "Mai " + c.text(1)
	a.Section = []string{"Thời sự", "Kinh tế", "Văn hóa", "Đời sống", "An ninh"}[c.random.IntN(5)]
	a.Status = bulletin.Statuses()[c.random.IntN(5)]
	return a
}
