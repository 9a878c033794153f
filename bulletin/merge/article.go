package merge

import (
	"fmt"
	"slices"
	"strings"
)

func article3(j *judge, base, ours, theirs document) document {
	theirs = reconcilePhotos(base, ours, theirs)
	var photos []entry
	merged := members3(j, "", base, ours, theirs, map[string]func(b, o, t string) string{
		"standfirst": func(b, o, t string) string {
			return quoted(text3(j, "standfirst", true, readable(b), readable(o), readable(t)))
		},
		"note": func(b, o, t string) string {
			return quoted(text3(j, "note", false, readable(b), readable(o), readable(t)))
		},
		fieldStatus: func(b, o, t string) string { return status3(j, b, o, t) },
		"body":      func(_, o, _ string) string { return o }, // when the photos are known
		"photos": func(_, _, _ string) string {
			photos = photos3(j, base, ours, theirs)
			return rawList(docsOf(photos))
		},
	})
	blocks := tidyAnchors(body3(j, base, ours, theirs), photos, ours, theirs)
	docs := make([]document, len(blocks))
	for i, b := range blocks {
		docs[i] = b.doc
	}
	merged.set("body", rawList(docs))
	return merged
}

func docsOf(list []entry) []document {
	docs := make([]document, len(list))
	for i, e := range list {
		docs[i] = e.doc
	}
	return docs
}

func photoID(d document) string { return d.text("id") }

func photosOf(d document) []entry { return entries(d.list("photos"), photoID) }

func photos3(j *judge, base, ours, theirs document) []entry {
	n := named{
		j: j, field: "photos",
		merge: func(path string, base, ours, theirs document) document { return photo3(j, path, base, ours, theirs) },
		describe: func(d document) string {
			if words := strings.TrimSpace(d.text("caption") + " " + d.text("credit")); words != "" {
				return words
			}
			return d.text("id")
		},
	}
	return n.list3(photosOf(base), photosOf(ours), photosOf(theirs))
}

// pictureMembers are the facts of a picture, which change together.
var pictureMembers = []string{"sha256", "width_px", "height_px", "colours"}

// framing is what means nothing with another picture.
var framing = []string{"crop", "focus", "turn"}

func photo3(j *judge, path string, base, ours, theirs document) document {
	special := map[string]func(b, o, t string) string{
		"caption": func(b, o, t string) string {
			return quoted(text3(j, path+"caption", true, readable(b), readable(o), readable(t)))
		},
	}
	together := pictureMembers
	sha := func(d document) string { return d.get("sha256") }
	if base != nil && (sha(ours) != sha(base) || sha(theirs) != sha(base)) {
		together = slices.Concat(pictureMembers, framing)
	}
	side := pictureSide(j, path, together, base, ours, theirs)
	for _, name := range together {
		special[name] = func(b, o, t string) string { return pick(side, b, o, t, novelValue) }
	}
	return members3(j, path, base, ours, theirs, special)
}

// pictureSide decides which side's picture is taken, with all that belongs to
// it.
func pictureSide(j *judge, path string, together []string, base, ours, theirs document) Side {
	b, o, t := part(base, together), part(ours, together), part(theirs, together)
	switch {
	case o == t:
		return Ours
	case j.virtual && holdsNovel(o):
		return Ours
	case j.virtual && holdsNovel(t):
		return Theirs
	case t == b, j.knows(path+"picture", theirs.text("sha256")):
		return Ours
	case o == b && !j.wasAsked(path+"picture"):
		return Theirs
	}
	c := contested{field: path + "picture", single: true, noBase: holdsNovel(b), base: base.text("sha256"), ours: ours.text("sha256"), theirs: theirs.text("sha256")}
	return j.decide(c)
}

func part(d document, names []string) string {
	values := make([]string, len(names))
	for i, name := range names {
		values[i] = d.get(name)
	}
	return strings.Join(values, "\n")
}

// reconcilePhotos renames photos that theirs added, so that one picture that
// both added has one ID, and two pictures have two.
func reconcilePhotos(base, ours, theirs document) document {
	b, o := byName(photosOf(base)), photosOf(ours)
	taken := map[string]bool{}
	for _, d := range []document{base, ours, theirs} {
		for _, e := range photosOf(d) {
			taken[e.name] = true
		}
	}
	rename := map[string]string{}
	matched := map[string]bool{}
	mine := byName(o)
	for _, e := range photosOf(theirs) {
		if b[e.name] != nil {
			continue
		}
		switch same := samePicture(o, e.doc, b, matched); {
		case same != "":
			matched[same] = true
			rename[e.name] = same
		case mine[e.name] != nil:
			rename[e.name] = freshID(taken)
		}
	}
	return renamePhotos(theirs, rename)
}

// samePicture finds a photo that ours added, too, with the same picture; of
// frames that are still empty, with the same words.
func samePicture(ours []entry, photo document, base map[string]document, matched map[string]bool) string {
	for _, e := range ours {
		if e.name == "" || base[e.name] != nil || matched[e.name] || e.doc.get("sha256") != photo.get("sha256") {
			continue
		}
		if photo.text("sha256") != "" || e.doc.get("caption") == photo.get("caption") {
			return e.name
		}
	}
	return ""
}

func freshID(taken map[string]bool) string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("p%d", n); !taken[id] {
			taken[id] = true
			return id
		}
	}
}

func renamePhotos(d document, rename map[string]string) document {
	renamed := func(list []document, member string) string {
		for i, element := range list {
			if to, ok := rename[element.text(member)]; ok {
				list[i].set(member, quoted(to))
			}
		}
		return rawList(list)
	}
	for id, to := range rename {
		if id != to {
			d.set("photos", renamed(d.list("photos"), "id"))
			d.set("body", renamed(d.list("body"), "photo"))
			return d
		}
	}
	return d
}
